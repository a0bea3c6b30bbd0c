import { ClauseWord, russianClass } from '../../../language/clause.ts';
import type { WordClass } from '../../../language/packs/ru/clause.ts';
import { obliquePlural } from '../../../language/packs/ru/clause.ts';
import { Kind } from '../../../language/tokens.ts';
import type { WordForm } from '../../../language/words.ts';
import { type Document, has, mark, type Sentence, Starts, sensesAt, startsAt, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { isComparing, isEmptyQuote, isNameLike, isOfPlace, isOfTime, isQuote, says, Told } from './told.ts';

/*
 * A Russian clause as pieces with roles: what is left of it once figures, times, places, programs and frames are told elsewhere.
 */

type Role =
  | 'noun'
  | 'adjective'
  | 'finite'
  | 'short'
  | 'infinitive'
  | 'not'
  | 'prep'
  | 'and'
  | 'dash'
  | 'figure'
  | 'gap';

/** A token of a clause that may say what is measured; a figure is one piece, those of others are gaps. */
export interface Piece {
  readonly at: number;
  readonly role: Role;
}
export type Pieces = readonly Piece[];

/** What a word is in a clause as far as its shape tells, worked out once per word. */
export const classOf = (form: WordForm): WordClass => russianClass(form.type);

/** The same of the word of a token; a noun where there is none. */
export const classAt = (doc: Document, i: number): WordClass => {
  const form = doc.tokens[i]?.form;
  return form ? classOf(form) : 'noun';
};

export const isVerb = (p: Piece | undefined): boolean => p?.role === 'finite' || p?.role === 'short';
export const isNominal = (p: Piece | undefined): boolean => p?.role === 'noun' || p?.role === 'adjective';
export const isWord = (p: Piece): boolean => p.role !== 'figure' && p.role !== 'gap' && p.role !== 'dash';

/** The pieces of tokens `from` up to `to`, without what other slots tell, frames («по данным …») and adverbs. */
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
  for (let i = from; i < to; i++) {
    if (i >= q.from && i < q.to) {
      if (i === q.from) out.push({ at: i, role: 'figure' });
      continue;
    }
    const role = roleOf(doc, s, told, i);
    const end = role === 'prep' ? endOfFrame(doc, told, i, to, programs) : i;
    if (end > i) i = end - 1;
    else if (role !== null && (role !== 'gap' || out.at(-1)?.role !== 'gap')) out.push({ at: i, role });
  }
  const kept = withoutSizes(doc, withoutOthers(out));
  return kept.filter((p, k) => p.role !== 'prep' || isNominal(kept[k + 1]) || kept[k + 1]?.role === 'figure');
}

/** Without what the figures of others count: «14 тонн яблок и 600 литров спирта». */
const withoutOthers = (pieces: Pieces): Pieces =>
  pieces.filter((p, k) => {
    let from = k;
    while (from > 0 && isNominal(pieces[from])) from--;
    return !isNominal(p) || pieces[from]?.role !== 'gap';
  });

/** Without the sizes that other figures tell: «на сумму …», «общей площадью …». */
function withoutSizes(doc: Document, pieces: Pieces): Pieces {
  const drop = new Set<Piece>();
  for (let k = 1; k < pieces.length; k++) {
    if (pieces[k]?.role !== 'gap' || !says(doc, pieces[k - 1]?.at ?? -1, ClauseWord.extent)) continue;
    for (let i = k - 1; i >= 0 && (i === k - 1 || ['adjective', 'prep'].includes(pieces[i]?.role ?? '')); i--)
      drop.add(pieces[i] as Piece);
  }
  return drop.size === 0 ? pieces : pieces.filter((p) => !drop.has(p));
}

function roleOf(doc: Document, s: Sentence, told: Uint8Array, i: number): Role | null {
  const t = doc.tokens[i];
  const bits = told[i] ?? 0;
  if (!t) return null;
  if (bits & Told.figure) return 'gap';
  if (bits & (Told.time | Told.region) || t.kind === Kind.number) return null;
  if (isQuote(doc, i)) return isEmptyQuote(doc, i, told) ? null : 'noun';
  if (!t.form) return !'–—'.includes(t.mark || ' ') ? null : bits & Told.program ? 'noun' : 'dash';
  if (has(doc, i, 'prep') || says(doc, i, ClauseWord.prepMore))
    return says(doc, i + 1, ClauseWord.partOf) || says(doc, i + 1, ClauseWord.relative) ? null : 'prep';
  if (says(doc, i, ClauseWord.impersonal)) return 'finite';
  if (has(doc, i, 'and')) return 'and';
  if (has(doc, i, 'not')) return 'not';
  if (says(doc, i, ClauseWord.aside) || says(doc, i, ClauseWord.relative) || says(doc, i, ClauseWord.partOf))
    return null;
  if (isOfTime(doc, i) || isOfPlace(doc, i)) return null;
  if (bits & Told.program || isNameLike(doc, i, s) || startsAt(doc, i, Starts.place)) return 'noun';
  const cls = classOf(t.form);
  if (isComparing(doc, i) && (cls !== 'adjective' || (told[i + 1] ?? 0) & Told.figure)) return null;
  if (cls === 'adverb') return null;
  return cls !== 'noun' && cls !== 'adjective' && isThing(doc, i) ? 'noun' : cls;
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
    const t = doc.tokens[i];
    if (bits & Told.figure || (!(bits & Told.program) && '–—'.includes(mark(doc, i) || ' '))) break;
    if ((bits & Told.program && !programs) || says(doc, i, ClauseWord.frameBefore)) frame = true;
    // What follows a time or a program is no part of the frame: «по итогам года объём …».
    else if (
      i > at + 1 &&
      t?.form &&
      ((told[i - 1] ?? 0) & ~bits & Told.program || (outside(i - 1) && !outside(i)))
    )
      break;
    else if (has(doc, i, 'prep')) break;
    else if (t?.form && !(bits & Told.program) && !outside(i) && !isThing(doc, i)) {
      const cls = classOf(t.form);
      if (cls === 'finite' || cls === 'short') break;
    }
  }
  return frame ? i : at;
}

/** «за весь 2025 год», «в первые три часа» */
const isTimeAttribute = (doc: Document, i: number): boolean =>
  says(doc, i, ClauseWord.aside) ||
  says(doc, i, ClauseWord.pronoun) ||
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
    const and = pieces.findLastIndex((p, k) => k > last && k < later && p.role === 'and');
    if (and > 0) to = and;
  }
  return pieces.slice(earlier < 0 ? 0 : first, to);
}

/** What stands in the genitive behind a figure: «12 тонн мусора»; of a share with its prepositions: «48 % занятых в торговле». */
export function tailOf(doc: Document, pieces: Pieces, far: boolean): readonly number[] {
  const out: number[] = [];
  const at = pieces.findIndex((p) => p.role === 'figure');
  for (let k = at + 1; k < pieces.length && out.length < MAX_TAIL; k++) {
    const p = pieces[k] as Piece;
    const joins =
      out.length > 0 && (p.role === 'and' || (far && p.role === 'prep')) && isNominal(pieces[k + 1]);
    if (!isNominal(p) && !joins) break;
    if (out.length === 0 && (obliquePlural(word(doc, p.at)) !== null || has(doc, p.at, 'yearly'))) break;
    out.push(p.at);
  }
  return out;
}
const MAX_TAIL = 16;

export const without = (pieces: Pieces, tokens: readonly number[]): Pieces =>
  pieces.filter((p) => !tokens.includes(p.at));

/** The nouns and adjectives that end right before a piece. */
export function nounsEndingAt(pieces: Pieces, at: number): readonly number[] {
  const out: number[] = [];
  for (let k = at - 1; isNominal(pieces[k]); k--) out.unshift(pieces[k]?.at ?? -1);
  return out;
}

export const isBeforeFigure = (pieces: Pieces, p: Piece): boolean =>
  pieces[pieces.indexOf(p) + 1]?.role === 'figure';

/** Without conjunctions, prepositions and negations at either end. */
export function trimmed(doc: Document, tokens: readonly number[]): readonly number[] {
  let [from, to] = [0, tokens.length];
  const loose = (k: number): boolean => has(doc, tokens[k] ?? -1, 'and') || has(doc, tokens[k] ?? -1, 'not');
  while (from < to && loose(from)) from++;
  while (to > from && (loose(to - 1) || has(doc, tokens[to - 1] ?? -1, 'prep'))) to--;
  return tokens.slice(from, to);
}

/** Without «она», «в них» and the like, which nobody understands alone; «на эти цели» stays whole. */
const withoutPronouns = (doc: Document, pieces: Pieces): Pieces => {
  const alone = (k: number): boolean =>
    says(doc, pieces[k]?.at ?? -1, ClauseWord.pronoun) && !isNominal(pieces[k + 1]);
  return pieces.filter((p, k) => !alone(k) && !(p.role === 'prep' && alone(k + 1)));
};

/** The words of a clause in the order of a relative clause: the verb, what follows it, what stood before it. */
export function verbFirst(doc: Document, pieces: Pieces, verb: Piece | undefined): readonly number[] {
  const words = withoutPronouns(
    doc,
    pieces.filter((p) => isWord(p) && !(p.role === 'prep' && isBeforeFigure(pieces, p))),
  );
  const k = verb ? words.indexOf(verb) : -1;
  if (k < 0)
    return trimmed(
      doc,
      words.map((p) => p.at),
    );
  const from = words[k - 1]?.role === 'not' ? k - 1 : k;
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
  has(doc, i - 1, 'prep.outof') && says(doc, i, ClauseWord.relative);

/** «из них», «из которых», «в том числе», before or behind its figure: a part of what was counted before. */
export function isPart(doc: Document, s: Sentence, q: Quantity): boolean {
  for (let i = Math.max(s.from, q.from - 3); i < Math.min(s.to, q.to + 2); i++)
    if ((says(doc, i, ClauseWord.partOf) || isOfWhich(doc, i)) && (i < q.from || i >= q.to)) return true;
  return false;
}
