import { ClauseWord, russianShape, shapeIn, WordShape } from '../../../language/clause.ts';
import {
  attribute,
  looksSoftAttribute,
  nominativeOfPrepositional,
  obliquePlural,
} from '../../../language/packs/ru/clause.ts';
import {
  type Document,
  has,
  isSign,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { Sign } from '../../signs.ts';
import { isComparing, isEmptyQuote, isNameLike, isOfPlace, isOfTime, says, Told, wordsOf } from './told.ts';

/*
 * A Russian clause as pieces with roles: what is left of it once figures, times, places, programs and frames are told
 * elsewhere.
 */

/** What a token is in its clause, as bits; a figure is one piece, those of others are gaps. */
export const Role = {
  ...WordShape,
  not: 64,
  prep: 128,
  and: 256,
  dash: 512,
  figure: 1024,
  gap: 2048,
} as const;

/** A token of a clause that may say what is measured; `role` is one of `Role`. */
export interface Piece {
  readonly at: number;
  readonly role: number;
}
export type Pieces = readonly Piece[];

const VERB = Role.finite | Role.short;
const NOMINAL = Role.noun | Role.adjective;
const NO_WORD = Role.figure | Role.gap | Role.dash;

/** What the word of a token is as far as its shape tells, one of `WordShape`; a noun where there is none. */
export const shapeAt = (doc: Document, i: number): number =>
  shapeIn(doc.grammar[i] ?? 0) || strangerShape(doc, i);

/** The line that announces a list may stand in a sentence that is read as another language. */
const strangerShape = (doc: Document, i: number): number => {
  const form = tokenAt(doc, i)?.form;
  return form ? russianShape(form.type) : WordShape.noun;
};

export const isVerb = (p: Piece | undefined): boolean => p !== undefined && (p.role & VERB) !== 0;
export const isNominal = (p: Piece | undefined): boolean => p !== undefined && (p.role & NOMINAL) !== 0;
export const isWord = (p: Piece): boolean => (p.role & NO_WORD) === 0;

/** Where the figure stands among the pieces of its clause; -1 in any other. */
export function figureIn(pieces: Pieces): number {
  for (let k = 0; k < pieces.length; k++) if (pieces[k]?.role === Role.figure) return k;
  return -1;
}

/**
 * The pieces of tokens `from` up to `to`, without what other slots tell, frames («по данным …»), adverbs, what the figures of
 * others count («14 тонн яблок и 600 литров спирта»), and prepositions that are left without their noun.
 */
export function piecesOf(
  doc: Document,
  s: Sentence,
  told: Uint8Array,
  from: number,
  to: number,
  q: Quantity,
  programs = false,
): Pieces {
  const out: Piece[] = [];
  /** The role of the last token that has one, and of the last that is neither noun nor adjective. */
  let last = 0;
  let other = 0;
  for (let i = from; i < to; i++) {
    const own = i >= q.from && i < q.to;
    if (own && i > q.from) continue;
    const role = own ? Role.figure : roleOf(doc, s, told, i);
    const end = role === Role.prep ? endOfFrame(doc, told, i, to, programs) : i;
    if (end > i) {
      i = end - 1;
      continue;
    }
    if (role === 0 || (role === Role.gap && last === Role.gap)) continue;
    last = role;
    if ((role & NOMINAL) === 0) other = role;
    else if (other === Role.gap) continue;
    if (role === Role.gap) dropSize(doc, out);
    out.push({ at: i, role });
  }
  return out.filter(
    (p, k) => p.role !== Role.prep || isNominal(out[k + 1]) || out[k + 1]?.role === Role.figure,
  );
}

/** Takes what another figure tells from the end of the pieces before it: «на сумму …», «общей площадью …», «при норме …». */
function dropSize(doc: Document, pieces: Piece[]): void {
  const given = givenAt(doc, pieces, pieces.length);
  if (given >= 0) pieces.length = given;
  if (!says(doc, pieces.at(-1)?.at ?? -1, ClauseWord.extent)) return;
  do pieces.pop();
  while (((pieces.at(-1)?.role ?? 0) & (Role.adjective | Role.prep)) !== 0);
}

/** Where the «при» stands whose words end right before piece `end`: «собрано … при урожайности | 15 центнеров»; -1 for none. */
export function givenAt(doc: Document, pieces: Pieces, end: number): number {
  let k = end - 1;
  while (isNominal(pieces[k])) k--;
  const given = k < end - 1 && has(doc, pieces[k]?.at ?? -1, 'prep.given');
  return given && nominativeOfGiven(doc, nounsEndingAt(pieces, end)) !== '' ? k : -1;
}

/** «новой», «средней»: the latter looks like a noun. */
const isAttribute = (doc: Document, i: number): boolean =>
  shapeAt(doc, i) === Role.adjective || looksSoftAttribute(word(doc, i));

/** «средней урожайности» behind «при» → «средняя урожайность»; '' where the nominative is not sure. */
export function nominativeOfGiven(doc: Document, nouns: readonly number[]): string {
  const last = nouns.length - 1;
  const head = nouns.findIndex((i, k) => !isAttribute(doc, i) || k === last);
  const attributes = nouns.slice(0, Math.max(head, 0)).map((i) => word(doc, i));
  const named = nominativeOfPrepositional(word(doc, nouns[head] ?? -1), attributes[0]);
  if (named === null) return '';
  const before = attributes.map((a) => attribute(a, named.agreement));
  return [...before, named.text, wordsOf(doc, nouns.slice(head + 1))].join(' ').trim();
}

/** The role of a token, one of `Role`; 0 for what says nothing of what is measured. */
function roleOf(doc: Document, s: Sentence, told: Uint8Array, i: number): number {
  const bits = told[i] ?? 0;
  if (bits & Told.figure) return Role.gap;
  if (bits & (Told.time | Told.region) || isSign(doc, i, Sign.number)) return 0;
  // «этой весной»
  if ((told[i + 1] ?? 0) & Told.time && says(doc, i, ClauseWord.pronoun)) return 0;
  if (isSign(doc, i, Sign.quote)) return isEmptyQuote(doc, i, told) ? 0 : Role.noun;
  if (!isSign(doc, i, Sign.word))
    return isSign(doc, i, Sign.dash) ? (bits & Told.program ? Role.noun : Role.dash) : 0;
  if (says(doc, i, ClauseWord.prepMore) || has(doc, i, 'prep'))
    return says(doc, i + 1, ClauseWord.partOf | ClauseWord.relative) ? 0 : Role.prep;
  if (says(doc, i, ClauseWord.impersonal)) return Role.finite;
  if (has(doc, i, 'and')) return Role.and;
  if (has(doc, i, 'not')) return Role.not;
  if (says(doc, i, ClauseWord.aside | ClauseWord.relative | ClauseWord.partOf)) return 0;
  if (isOfTime(doc, i) || isOfPlace(doc, i)) return 0;
  if (bits & Told.program || isNameLike(doc, i, s) || startsAt(doc, i, Starts.place)) return Role.noun;
  const shape = shapeAt(doc, i);
  if (isComparing(doc, i) && (shape !== Role.adjective || (told[i + 1] ?? 0) & Told.figure)) return 0;
  if (shape === Role.adverb) return 0;
  return (shape & NOMINAL) === 0 && isThing(doc, i) ? Role.noun : shape;
}

const isThing = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some((x) => x.entry.cls === 'thing' && x.to === i + 1);

/**
 * The end of a phrase behind a preposition that only frames the statement or names a program; `at` itself for any other,
 * and the next token where a time or place follows, which is left out alone.
 */
function endOfFrame(doc: Document, told: Uint8Array, at: number, to: number, programs: boolean): number {
  const outside = (i: number): boolean =>
    ((told[i] ?? 0) & (Told.time | Told.region)) !== 0 || isOfTime(doc, i) || isOfPlace(doc, i);
  let first = at + 1;
  while (first < to && isTimeAttribute(doc, first)) first++;
  if (outside(first)) return first;
  let frame = false;
  let i = at + 1;
  for (; i < to; i++) {
    const bits = told[i] ?? 0;
    if (bits & Told.figure || (!(bits & Told.program) && isSign(doc, i, Sign.dash))) break;
    if ((bits & Told.program && !programs) || says(doc, i, ClauseWord.frameBefore)) frame = true;
    // What follows a time or a program is no part of the frame: «по итогам года объём …».
    else if (
      i > at + 1 &&
      isSign(doc, i, Sign.word) &&
      ((told[i - 1] ?? 0) & ~bits & Told.program || (outside(i - 1) && !outside(i)))
    )
      break;
    else if (has(doc, i, 'prep')) break;
    else if ((shapeAt(doc, i) & VERB) !== 0 && !(bits & Told.program) && !outside(i) && !isThing(doc, i))
      break;
  }
  return frame ? i : at;
}

/** «за весь 2025 год», «в первые три часа» */
const isTimeAttribute = (doc: Document, i: number): boolean =>
  says(doc, i, ClauseWord.aside | ClauseWord.pronoun) ||
  sensesAt(doc, i, Starts.numeral).some((x) => x.entry.cls === 'numeral');

/** The pieces of a clause without the program that it names, unless its verb would stand alone: «на акцию вышли …». */
export function clauseOf(
  doc: Document,
  s: Sentence,
  told: Uint8Array,
  from: number,
  to: number,
  q: Quantity,
): Pieces {
  const pieces = piecesOf(doc, s, told, from, to, q);
  const tail = tailOf(doc, pieces, false);
  const alone = pieces.some(isVerb) && !pieces.some((p) => isNominal(p) && !tail.includes(p.at));
  return alone ? piecesOf(doc, s, told, from, to, q, true) : pieces;
}

/** The verb that governs a figure: the nearest before it, else the nearest behind; -1 without one. */
export function verbOf(pieces: Pieces, at: number): number {
  for (let k = at - 1; k >= 0; k--) if (isVerb(pieces[k])) return k;
  return pieces.findIndex((p, k) => k > at && isVerb(p));
}

/** The part of a clause that one of its coordinated verbs governs: «вывезли 40 тонн мусора | и высадили 600 деревьев». */
export function ownClause(pieces: Pieces, at: number, verb: number): Pieces {
  const first = verb < 0 ? at : Math.min(at, verb);
  const last = Math.max(at, verb);
  const earlier = pieces.findLastIndex((p, k) => k < first && isVerb(p));
  const later = pieces.findIndex((p, k) => k > last && isVerb(p));
  let to = later < 0 ? pieces.length : later;
  if (later > 0) {
    const and = pieces.findLastIndex((p, k) => k > last && k < later && p.role === Role.and);
    if (and > 0) to = and;
  }
  return pieces.slice(earlier < 0 ? 0 : first, to);
}

/**
 * What stands in the genitive behind a figure: «12 тонн мусора»; of a share with its prepositions: «48 % занятых в
 * торговле».
 */
export function tailOf(doc: Document, pieces: Pieces, far: boolean): readonly number[] {
  const out: number[] = [];
  const at = figureIn(pieces);
  for (let k = at + 1; k < pieces.length && out.length < MAX_TAIL; k++) {
    const p = pieces[k] as Piece;
    const joins =
      out.length > 0 && (p.role === Role.and || (far && p.role === Role.prep)) && isNominal(pieces[k + 1]);
    if (!isNominal(p) && !joins) break;
    if (out.length === 0 && (obliquePlural(word(doc, p.at)) !== null || has(doc, p.at, 'yearly'))) break;
    out.push(p.at);
  }
  return out;
}
const MAX_TAIL = 16;

export const without = (pieces: Pieces, tokens: readonly number[]): Pieces =>
  tokens.length === 0 ? pieces : pieces.filter((p) => !tokens.includes(p.at));

/** The nouns and adjectives that end right before a piece. */
export function nounsEndingAt(pieces: Pieces, at: number): readonly number[] {
  const out: number[] = [];
  for (let k = at - 1; isNominal(pieces[k]); k--) out.unshift(pieces[k]?.at ?? -1);
  return out;
}

export const isBeforeFigure = (pieces: Pieces, p: Piece): boolean =>
  pieces[pieces.indexOf(p) + 1]?.role === Role.figure;

/** Without conjunctions and prepositions at either end, and negations that what they deny does not follow. */
export function trimmed(doc: Document, tokens: readonly number[]): readonly number[] {
  let [from, to] = [0, tokens.length];
  const loose = (k: number): boolean => {
    const at = tokens[k] ?? -1;
    return has(doc, at, 'and') || (has(doc, at, 'not') && tokens[k + 1] !== at + 1);
  };
  while (from < to && loose(from)) from++;
  while (to > from && (loose(to - 1) || has(doc, tokens[to - 1] ?? -1, 'prep'))) to--;
  return to - from === tokens.length ? tokens : tokens.slice(from, to);
}

/** Without «она», «в них» and the like, which nobody understands alone; «на эти цели» stays whole. */
const withoutPronouns = (doc: Document, pieces: Pieces): Pieces => {
  const alone = (k: number): boolean =>
    says(doc, pieces[k]?.at ?? -1, ClauseWord.pronoun) && !isNominal(pieces[k + 1]);
  return pieces.filter((p, k) => !alone(k) && !(p.role === Role.prep && alone(k + 1)));
};

/** The words of a clause in the order of a relative clause: the verb, what follows it, what stood before it. */
export function verbFirst(doc: Document, pieces: Pieces, verb: Piece | undefined): readonly number[] {
  const words = withoutPronouns(
    doc,
    pieces.filter((p) => isWord(p) && !(p.role === Role.prep && isBeforeFigure(pieces, p))),
  );
  const k = verb ? words.indexOf(verb) : -1;
  if (k < 0)
    return trimmed(
      doc,
      words.map((p) => p.at),
    );
  const from = words[k - 1]?.role === Role.not ? k - 1 : k;
  const before = trimmed(
    doc,
    words.slice(0, from).map((p) => p.at),
  );
  const head = words.slice(from, k + 1).map((p) => p.at);
  return [
    ...head,
    ...trimmed(
      doc,
      words.slice(k + 1).map((p) => p.at),
    ),
    ...before,
  ];
}

/** A verb whose subject the figure measures: «составил», «вырос до», «стоит». */
export const isStatement = (doc: Document, i: number): boolean =>
  has(doc, i, 'level') || has(doc, i, 'up') || has(doc, i, 'down') || says(doc, i, ClauseWord.ofSubject);
export const isChange = (doc: Document, p: Piece | undefined): boolean =>
  p !== undefined && (has(doc, p.at, 'up') || has(doc, p.at, 'down'));

const isOfWhich = (doc: Document, i: number): boolean =>
  says(doc, i, ClauseWord.relative) && has(doc, i - 1, 'prep.outof');

/** «из них», «из которых», «в том числе», before or behind its figure: a part of what was counted before. */
export function isPart(doc: Document, s: Sentence, q: Quantity): boolean {
  for (let i = Math.max(s.from, q.from - 3); i < Math.min(s.to, q.to + 2); i++)
    if ((i < q.from || i >= q.to) && (says(doc, i, ClauseWord.partOf) || isOfWhich(doc, i))) return true;
  return false;
}
