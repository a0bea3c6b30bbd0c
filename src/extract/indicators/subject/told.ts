import { ClauseWord } from '../../../language/clause.ts';
import { isNameInQuotes, type PeriodMention } from '../../dates.ts';
import {
  type Document,
  has,
  isSign,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
} from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import type { Program } from '../../programs.ts';
import type { RegionMention } from '../../regions.ts';
import { Sign } from '../../signs.ts';
import { CLAUSE_ENDS } from '../clause.ts';
import type { Speaker } from '../source/index.ts';

/** Is the word of a token in a class of the grammar of clauses, or in one of several: bits of `ClauseWord`? */
export const says = (doc: Document, i: number, classes: number): boolean =>
  ((doc.grammar[i] ?? 0) & classes) !== 0;

/** Is the word of a token in one of several closed classes? */
export function isIn(doc: Document, i: number, classes: readonly string[]): boolean {
  for (const cls of classes) if (has(doc, i, cls)) return true;
  return false;
}

/** The country whose record this is; places elsewhere begin with the code of their own country. */
const HOME = 'KZ';
/** Is it a place in another country? */
const isAbroad = (r: RegionMention): boolean => !r.id.startsWith(HOME);

/** What slots of their own tell, so that the subject need not: bits of a token. */
export const Told = { figure: 1, time: 2, region: 4, program: 8, speaker: 16 } as const;

/** Which tokens of a document belong to figures, times, places, programs and office holders. */
export function toldOf(
  doc: Document,
  quantities: readonly Quantity[],
  periods: readonly PeriodMention[],
  regions: readonly RegionMention[],
  programs: readonly Program[],
  speakers: readonly Speaker[],
): Uint8Array {
  const out = new Uint8Array(doc.tokens.length);
  const put = (bit: number, from: number, to: number): void => {
    for (let i = from; i < to; i++) out[i] = (out[i] ?? 0) | bit;
  };
  for (const q of quantities) put(Told.figure, q.from, q.to);
  for (const p of periods) put(Told.time, p.from, p.to);
  for (const p of speakers) put(Told.speaker, p.from, p.to);
  // A place abroad fills no slot: «44 % приходится на Узбекистан».
  for (const r of regions) if (!isAbroad(r)) put(Told.region, r.from, r.to);
  for (const p of programs)
    if (p.kind !== 'event') for (const m of p.mentions) put(Told.program, m.from, m.to);
  return out;
}

/** A mark between clauses or a line break; a dash ties a figure to what it measures: «зейнеткерлер – 8,6 %». */
export const isEdge = (doc: Document, i: number): boolean =>
  // «С дипломом – в село!» ends as a name, not as a clause.
  isSign(doc, i, CLAUSE_ENDS | Sign.bullet) && !(isSign(doc, i, Sign.call) && isQuote(doc, i + 1));

/** The stretch between edges that holds tokens `from` up to `to`. */
export function stretchOf(doc: Document, s: Sentence, from: number, to: number): [number, number] {
  let [a, b] = [from, to];
  while (a > s.from && !isEdge(doc, a - 1)) a--;
  while (b < s.to && !isEdge(doc, b)) b++;
  return [a, b];
}

/**
 * The stretch before the colon under which a list stands: «доля приезжих: Узбекистан – 44 %, Китай – 43 %»; null where none
 * is, or where a figure of its own stands in it and lends its subject.
 */
export function headingOf(
  doc: Document,
  s: Sentence,
  at: number,
  told: Uint8Array,
): readonly [number, number] | null {
  let colon = at - 1;
  const first = openingOfList(doc, s);
  while (colon >= first && !isSign(doc, colon, Sign.colon)) colon--;
  if (colon < first || at - colon > LIST_SIGHT) return null;
  let from = colon;
  while (from > first && !isEdge(doc, from - 1)) from--;
  for (let k = from; k < colon; k++) if ((told[k] ?? 0) & Told.figure) return null;
  return from < colon ? [from, colon] : null;
}

/** Where the sentence begins, or for an item of a list in lines the sentence that announces it. */
export function openingOfList(doc: Document, s: Sentence): number {
  let from = s.from;
  for (let k = (doc.sentenceOf[s.from] ?? 0) - 1; k >= 0; k--) {
    const line = doc.sentences[k];
    let end = (line?.to ?? 0) - 1;
    while (line && end > line.from && isSign(doc, end, Sign.newline)) end--;
    if (!line || !isSign(doc, end, Sign.comma | Sign.semicolon | Sign.colon)) break;
    from = line.from;
    if (isSign(doc, end, Sign.colon)) break;
  }
  return from;
}
/** Tokens that a list may take. */
const LIST_SIGHT = 200;

/** Is a word of time, in a way that slots tell: a month, a unit of the calendar, «биыл»? */
export function isOfTime(doc: Document, i: number): boolean {
  if (!startsAt(doc, i, Starts.time | Starts.per | Starts.month)) return false;
  for (const c of doc.classes[i] ?? [])
    if (
      (c.startsWith('unit.') && c !== 'unit.age') ||
      c.startsWith('per.') ||
      (c.startsWith('rel.') && c !== 'rel.coming')
    )
      return true;
  return sensesAt(doc, i, Starts.month).some((x) => x.entry.cls === 'month') && !isNameInQuotes(doc, i);
}

const PLACES = ['anaphor.oblast', 'anaphor.city', 'anaphor.district', 'anaphor.region', 'country'];
/** Does a word only point to the place: «в регионе», «елімізде»? A `шағын аудан` is a quarter, no district. */
export const isOfPlace = (doc: Document, i: number): boolean =>
  startsAt(doc, i, Starts.where) && isIn(doc, i, PLACES) && !says(doc, i - 1, ClauseWord.quarter);

const COMPARING = [
  'cmp.gt.before',
  'cmp.gte.before',
  'cmp.lt.before',
  'cmp.lte.before',
  'cmp.approx.before',
  'cmp.nearly.before',
  'cmp.gt.abl',
  'cmp.lt.abl',
  'cmp.nearly.dat',
  'cmp.until.dat',
  'cmp.approx.after',
  'than',
];
/** Does a word compare or hedge a figure? */
export const isComparing = (doc: Document, i: number): boolean =>
  (doc.classes[i]?.size ?? 0) > 0 && isIn(doc, i, COMPARING);

/**
 * The words of some tokens as they stand in the text, apart only where others were left out between them; without the
 * capital that only the beginning of a sentence gives.
 */
export function wordsOf(doc: Document, tokens: readonly number[]): string {
  let out = '';
  /** What is yet to be copied of the text; words that stand there as they are to be told are copied together. */
  let [from, to] = [0, 0];
  let last = -2;
  for (const i of tokens) {
    const t = tokenAt(doc, i);
    if (!t) continue;
    const joins = i === last + 1;
    const small = isSign(doc, i, Sign.capital) && !isSign(doc, i, Sign.latin) && isFirst(doc, i);
    last = i;
    if (joins && !small && t.start - to <= 1 && (t.start === to || doc.text.charCodeAt(to) === SPACE)) {
      to = t.end;
      continue;
    }
    out += doc.text.slice(from, to);
    if (to > 0 && (!joins || t.spaced)) out += ' ';
    if (small) out += doc.text.charAt(t.start).toLowerCase();
    from = small ? t.start + 1 : t.start;
    to = t.end;
  }
  return out + doc.text.slice(from, to);
}
const SPACE = 32;

/** Is it the first word of its sentence, and no place? */
const isFirst = (doc: Document, i: number): boolean => {
  const s = doc.sentences[doc.sentenceOf[i] ?? 0];
  return (
    s !== undefined &&
    i === firstWord(doc, s) &&
    !isQuote(doc, i - 1) &&
    (!startsAt(doc, i, Starts.place) || has(doc, i, 'prep'))
  );
};

/** Is a token an opening or closing quotation mark? */
export const isQuote = (doc: Document, i: number): boolean => isSign(doc, i, Sign.quote);

/** Does a quotation mark enclose nothing that was kept: «111» without its number? */
export const isEmptyQuote = (doc: Document, i: number, told: Uint8Array): boolean => {
  const step = isSign(doc, i, Sign.opening) ? 1 : -1;
  let k = i + step;
  while ((told[k] ?? 0) & (Told.figure | Told.time) || isSign(doc, k, Sign.number)) k += step;
  return isQuote(doc, k);
};

/** Does a word bear a capital that is not just that of a sentence's first word? */
export const isNameLike = (doc: Document, i: number, s: Sentence): boolean =>
  !isSmall(doc, i) && i > firstWord(doc, s);

/** Is a token a word in small letters? */
const isSmall = (doc: Document, i: number): boolean =>
  isSign(doc, i, Sign.word) && !isSign(doc, i, Sign.capital | Sign.caps | Sign.mixed);

/** The first word of a sentence. */
export function firstWord(doc: Document, s: Sentence): number {
  let i = s.from;
  while (i < s.to && !isSign(doc, i, Sign.word)) i++;
  return i;
}
