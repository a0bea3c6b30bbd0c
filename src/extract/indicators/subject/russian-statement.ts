import { ClauseWord } from '../../../language/clause.ts';
import { shareOf, withoutAccusative } from '../../../language/packs/ru/clause.ts';
import { looksParticipial } from '../../../language/packs/ru/shape.ts';
import { type Document, has, hasWithin, isSign, type Sentence, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { Sign } from '../../signs.ts';
import { NOTHING, type Own } from './own.ts';
import {
  figureIn,
  isChange,
  isNominal,
  isStatement,
  isVerb,
  isWord,
  type Piece,
  type Pieces,
  piecesOf,
  Role,
  shapeAt,
  trimmed,
  verbFirst,
} from './russian-clause.ts';
import { counting, isCount, manyOf } from './russian-name.ts';
import { headingOf, says, stretchOf, wordsOf } from './told.ts';

/*
 * What a Russian verb of level, a dash, a colon or a bracket says something of: «уровень безработицы снизился до …».
 */

/** «Общая сумма составила …», «уровень безработицы – …», «каждый … подорожал на …»: the figure measures the subject. */
export function statement(
  doc: Document,
  q: Quantity,
  s: Sentence,
  told: Uint8Array,
  from: number,
  pieces: Pieces,
  verb: Piece | undefined,
  subject: readonly number[],
  part: boolean,
): Own {
  const name = isCount(doc, q) ? counting(doc, q) : '';
  const object = changed(doc, pieces, verb);
  const found = object.length > 0 ? object : subject.length > 0 ? subject : behind(doc, pieces, q, verb);
  const own = withoutPronoun(doc, found);
  const bracket = found.length === 0 && isSign(doc, from - 1, Sign.open);
  if (bracket) {
    // «Замыкает список Уральск (310 тысяч)»: what was measured before is ranked.
    const ranks = hasWithin(doc, Math.max(s.from, from - RANKED), from, 'ranking');
    return { text: ranks ? '' : besideBracket(doc, q, s, told, from - 1), leans: false, name };
  }
  // «этот показатель»: what was measured before.
  if (
    own.length > 0 &&
    says(doc, (own[0] ?? 0) - 1, ClauseWord.pronoun) &&
    own.every((i) => says(doc, i, ClauseWord.vague))
  )
    return { ...NOTHING, name };
  if (own.length === 0 && isCount(doc, q)) {
    // «Число жителей, не имеющих прописки, выросло на 300 человек»
    const those = verb !== undefined && isStatement(doc, verb.at) ? climb(doc, q, s, told, from) : '';
    return those === '' ? { text: name, leans: true, name } : { text: those, leans: false, name };
  }
  if (found.length === 0) {
    const apart = verb !== undefined || isInterrupted(doc, s, from);
    return {
      text: apart ? climb(doc, q, s, told, from) : headingText(doc, q, s, told, from, true),
      leans: part,
      name,
    };
  }
  const heading = verb === undefined ? headingText(doc, q, s, told, from, false) : '';
  if (heading !== '') return { text: `${heading}: ${wordsOf(doc, own)}`, leans: false, name };
  // «краж – на 12 %» is no share of them.
  const partial = verb === undefined && q.unitClass === 'percent' && !has(doc, q.group.from - 1, 'prep.by');
  const among = partial ? manyOf(doc, own) : '';
  if (among !== '') return { text: shareOf(among), leans: true, name };
  // «из казны – 9,2 млрд»: a phrase that leaves open of what.
  const open = verb === undefined && has(doc, own[0] ?? -1, 'prep');
  return { text: wordsOf(doc, own), leans: part || open || isVague(doc, found), name };
}

/** Tokens before a bracket within which a sentence says that it ranks. */
const RANKED = 12;

/** What a verb of level or a dash says something of: the words before it. */
export function nounsBefore(doc: Document, pieces: Pieces, at: number): readonly number[] {
  let out: number[] = [];
  for (let k = 0; k < at; k++) {
    const p = pieces[k] as Piece;
    if (isVerb(p) || p.role === Role.gap) break;
    if (p.role === Role.infinitive) continue;
    if (p.role !== Role.dash) out.push(p.at);
    else if (pieces[k + 1]?.role !== Role.figure && pieces[k + 2]?.role !== Role.figure) out = [];
  }
  return trimmed(doc, out);
}

/** Words that alone leave open what is measured: «сумма», «она», «общее количество». */
const isVague = (doc: Document, tokens: readonly number[]): boolean =>
  tokens.length > 0 &&
  (tokens.some((i) => says(doc, i, ClauseWord.pronoun)) ||
    tokens.every((i) => says(doc, i, ClauseWord.vague)));

/** «Доля приезжих: Узбекистан – 44 %», «зарубежный поток растёт: до 6 700»: what a list or a figure alone stands under. */
function headingText(
  doc: Document,
  q: Quantity,
  s: Sentence,
  told: Uint8Array,
  from: number,
  changes: boolean,
): string {
  const heading = headingOf(doc, s, from, told);
  if (heading === null) return '';
  // «Распределение по регионам:» says what is set out, not what is measured.
  if (OPEN.some((cls) => hasWithin(doc, ...heading, cls))) return '';
  const pieces = piecesOf(doc, s, told, ...heading, q);
  const verb = pieces.find(isVerb);
  // «Кредиты фермерам выдали во всех областях:»: a line of a list with a place alone is of what stands before the verb.
  if (changes && has(doc, verb?.at ?? -1, 'unchanged'))
    return wordsOf(doc, withoutPronoun(doc, nounsBefore(doc, pieces, pieces.length)));
  if (changes && !isChange(doc, verb))
    return heading[1] < s.from
      ? wordsOf(doc, withoutPronoun(doc, nounsBefore(doc, pieces, pieces.length)))
      : '';
  if (!changes && verb !== undefined) return '';
  return wordsOf(
    doc,
    trimmed(
      doc,
      pieces.filter((p) => isWord(p) && p !== verb).map((p) => p.at),
    ),
  );
}

/** «Распределение по регионам:», «Чаще других – в трёх областях:» */
const OPEN = ['heading.open', 'most', 'least'] as const;

const withoutPronoun = (doc: Document, tokens: readonly number[]): readonly number[] =>
  tokens.filter((i) => !says(doc, i, ClauseWord.pronoun));

/** «сократил время в пути на 25 %»: what a verb of change does it to stands between the two. */
function changed(doc: Document, pieces: Pieces, verb: Piece | undefined): readonly number[] {
  const at = figureIn(pieces);
  const from = verb ? pieces.indexOf(verb) + 1 : at;
  if (!isChange(doc, verb) || from <= 0 || !isNominal(pieces[from])) return [];
  return trimmed(
    doc,
    pieces
      .slice(from, at)
      .filter(isWord)
      .map((p) => p.at),
  );
}

/** «выросла на 5 % добыча нефти», «из них 70 млрд – на кредиты»: what is measured stands behind its figure. */
export function behind(
  doc: Document,
  pieces: Pieces,
  q: Quantity,
  verb: Piece | undefined,
): readonly number[] {
  const at = figureIn(pieces);
  if (verb && q.noun[1] > q.noun[0] && q.unitClass === 'count') return [];
  const words = trimmed(
    doc,
    pieces.filter((p, k) => k > at && isWord(p) && !isVerb(p)).map((p) => p.at),
  );
  // «каждый пятый нуждается в ремонте»: words in an oblique case say nothing without the verb.
  const opens =
    verb && pieces.indexOf(verb) > at && (verb.role === Role.short || has(doc, words[0] ?? -1, 'prep'));
  return opens && !isStatement(doc, verb.at) ? verbFirst(doc, pieces, verb) : words;
}

/** «Число школ, работающих в три смены, сократилось …»: the subject stands in an earlier stretch of the sentence. */
function climb(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, from: number): string {
  let end = from - 1;
  let text = '';
  for (
    let steps = 0;
    end > s.from && steps < MAX_STRETCHES && isSign(doc, end, Sign.comma | Sign.colon);
    steps++
  ) {
    const [a] = stretchOf(doc, s, end, end);
    const spoken = isAside(doc, a);
    const pieces = spoken ? [] : piecesOf(doc, s, told, a, end, q);
    end = a - 1;
    const words = trimmed(
      doc,
      pieces.filter(isWord).map((p) => p.at),
    );
    const first = pieces[0]?.role === Role.not ? pieces[1] : pieces[0];
    if (!first || words.length === 0) continue;
    const depends = first.role === Role.adjective && looksParticipial(word(doc, first.at));
    if (pieces.some(isVerb) && !depends) return text;
    text = text === '' ? wordsOf(doc, words) : `${wordsOf(doc, words)}, ${text}`;
    if (!depends) return text;
  }
  return '';
}
const MAX_STRETCHES = 4;

/**
 * «Инфляция, сообщил министр, не превышает 8 %», «Долг, по словам акима, не превышает …»: does a word of who says so
 * open a stretch?
 */
const isAside = (doc: Document, at: number): boolean =>
  has(doc, at, 'told') ||
  has(doc, at, 'told.many') ||
  (has(doc, at, 'vouches.prep') && has(doc, at + 1, 'vouches.before'));

/** Does the stretch before the one that begins at `from` only say whose words these are? */
function isInterrupted(doc: Document, s: Sentence, from: number): boolean {
  if (from - 2 <= s.from || !isSign(doc, from - 1, Sign.comma)) return false;
  const [at] = stretchOf(doc, s, from - 2, from - 2);
  return at > s.from && isAside(doc, at);
}

/** «выходцы из Узбекистана (44,2 %)»: the words right before the bracket. */
function besideBracket(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, bracket: number): string {
  const [from] = stretchOf(doc, s, bracket, bracket);
  const out: number[] = [];
  for (const p of piecesOf(doc, s, told, from, bracket, q).toReversed()) {
    if (!isWord(p) || isVerb(p)) break;
    out.unshift(p.at);
  }
  const words = trimmed(doc, out);
  if (words.length > 0) return has(doc, words[0] ?? -1, 'prep') ? '' : wordsOf(doc, words);
  const pieces = piecesOf(doc, s, told, from, bracket, q);
  // Another figure stands before the bracket: what it measures is meant.
  return pieces.some((p) => p.role === Role.gap)
    ? ''
    : wordsOf(doc, verbFirst(doc, pieces, pieces.find(isVerb)));
}

/** An object as what is told of: «специальную выплату в размере …» → «специальная выплата». */
export function asSubject(doc: Document, tokens: readonly number[]): string {
  const head = tokens.findIndex((i) => shapeAt(doc, i) !== Role.adjective);
  const own = tokens.slice(0, head + 1).map((i) => withoutAccusative(wordsOf(doc, [i])));
  return `${own.join(' ')} ${wordsOf(doc, tokens.slice(head + 1))}`.trim();
}
