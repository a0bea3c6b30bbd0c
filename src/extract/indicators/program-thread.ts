import { ClauseWord } from '../../language/clause.ts';
import { Tag } from '../../language/tags.ts';
import type { Token } from '../../language/tokens.ts';
import {
  anySign,
  anyStarts,
  type Document,
  has,
  hasWithin,
  isSign,
  langAt,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
} from '../document.ts';
import type { Program } from '../programs.ts';
import type { RegionMention } from '../regions.ts';
import type { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge } from './clause.ts';
import { isBullet } from './outline.ts';
import { isLocative } from './place-role.ts';
import { says } from './subject/told.ts';

/*
 * How long a story stays with a program that it has named: a sentence that names none may go on about it, come back to it,
 * or turn to something else.
 */

/** A program where the text names it: tokens `from` up to `to`. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly p: Program;
}

/**
 * Does a sentence go on about the program that its block named last? One that the article or the sentence was about holds
 * to the end of the block, one within which something was done for the next sentence.
 */
export function goesOn(
  doc: Document,
  s: Sentence,
  last: Mention,
  { theme, isTopic }: { readonly theme: Mention | undefined; readonly isTopic: boolean },
  regions: Sequence<RegionMention>,
): boolean {
  const said = doc.sentences[doc.sentenceOf[last.from] ?? 0];
  // Each line of a list speaks for itself.
  if (said && said.paragraph !== s.paragraph && isBullet(doc, said)) return false;
  if ((isTopic && last.p === theme?.p) || !isCircumstance(doc, last)) return true;
  const ofThose = takesPart(doc, s) || pointsToFigure(doc, s) || isUtmost(doc, s);
  if (ofThose && isNext(doc, last, s)) return true;
  return isNext(doc, last, s) && !hasPlace(doc, s, regions) && !isAmongOthers(doc, last);
}

/** «… В Темиртау за год установили 240 камер»: what has a place of its own is told beside it. */
export const hasPlace = (doc: Document, s: Sentence, regions: Sequence<RegionMention>): boolean =>
  regions.within(s.from, s.to).some((r) => isLocative(doc, r));

/** Does nothing stand between a program and a sentence but who said it and what leans back on the sentence before? */
function isNext(doc: Document, last: Mention, s: Sentence): boolean {
  const at = doc.sentenceOf[last.from] ?? 0;
  const own = doc.sentenceOf[s.from] ?? 0;
  if (own - at > FAR) return false;
  for (let k = at + 1; k < own; k++) {
    const x = doc.sentences[k];
    if (!x || !(leansBack(doc, x) || (k === at + 1 && tellsSource(doc, x)))) return false;
  }
  return true;
}

/** «Три из них – в Риддере»: a part of what the sentence before told of, wherever it is. */
function takesPart(doc: Document, s: Sentence): boolean {
  for (let i = s.from + 1; i < s.to; i++)
    if (has(doc, i, 'them') && has(doc, i - 1, 'prep.outof')) return true;
  return false;
}

/** «Самая большая, на 2 500 мест, построена в …»: one of those spoken of, wherever it is. */
export const isUtmost = (doc: Document, s: Sentence): boolean => has(doc, s.from, 'rank.utmost');

/** «Больше всего обращались в …», «Лидирует …», `Ең көп …`, `Бәрінен көп …`: where there is most of what is spoken of. */
export const isRanking = (doc: Document, { from }: Sentence): boolean =>
  has(doc, from, 'rank.utmost') ||
  has(doc, from, 'rank.first') ||
  has(doc, from + 1, 'rank.all') ||
  (has(doc, from, 'rank.all') && has(doc, from + 1, 'rank.high'));

/** «Так, в Аксу …», «В Аксу, например, …», `Мәселен, …`: an example of what was told before. */
export const isExample = (doc: Document, { from }: Sentence): boolean =>
  (has(doc, from, 'example') || has(doc, from + 1, 'example')) &&
  anySign(doc, from + 1, from + 3, Sign.comma);

/** `Былтыр бұл сома 100 доллар болатын`: what the sentence before gave the figure of. */
function pointsToFigure(doc: Document, s: Sentence): boolean {
  if (s.lang !== 'kk') return false;
  for (let i = s.from; i < s.to - 1; i++)
    if (has(doc, i, 'those') && says(doc, i + 1, ClauseWord.vague)) return true;
  return false;
}

/** `Соның есебінен 12 ферма ашылды`, «по стране ею охватили …»: a word for what the one before told of goes on about it. */
export const leansBack = (doc: Document, s: Sentence): boolean =>
  says(doc, s.from, ClauseWord.pronoun) ||
  has(doc, s.from, 'from.then') ||
  isUtmost(doc, s) ||
  takesPart(doc, s) ||
  ((s.starts & Starts.back) !== 0 && hasWithin(doc, s.from, s.to, 'by.it'));

/** «Об этом сообщил аким района», `Бұл туралы басқарма басшысы айтты`: who said it, and no figure. */
function tellsSource(doc: Document, s: Sentence | undefined): boolean {
  return (
    s !== undefined &&
    s.to - s.from <= LONGEST_SOURCE &&
    hasWithin(doc, s.from, s.to, 'say') &&
    !anyStarts(doc, s.from, s.to, Starts.numeral) &&
    !anySign(doc, s.from, s.to, Sign.number)
  );
}
/** Tokens; a longer sentence tells more than who said it. */
const LONGEST_SOURCE = 24;

/** «Засеяли 40 тысяч гектаров. По программе «…» закупили семена. …»: one of several things that its paragraph counts. */
function isAmongOthers(doc: Document, { from }: Mention): boolean {
  const said = doc.sentenceOf[from] ?? 0;
  const paragraph = doc.sentences[said]?.paragraph;
  let first = said;
  while (first > said - NEAR && doc.sentences[first - 1]?.paragraph === paragraph) first--;
  return tellsFigure(doc, doc.sentences[first]?.from ?? from, from);
}

/** Is a number in digits that is no time among tokens `from` up to `to`? */
export function tellsFigure(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFigure(doc, i)) return true;
  return false;
}

/** A number in digits that is neither a year nor a day of a month. */
const isFigure = (doc: Document, i: number): boolean => {
  if (!isSign(doc, i, Sign.number) || has(doc, i + 1, 'unit.year') || startsAt(doc, i + 1, Starts.month))
    return false;
  const { num } = (doc.tokens[i] as Token).digits;
  return num < 1900 || num > 2099;
};
const NEAR = 3;

/**
 * «… На этот проект дадут 2 млрд. Скорость выросла …»: the sentence before, in the same paragraph, opened with the
 * program named last.
 */
export function isResumedSince(doc: Document, last: Mention, s: Sentence): boolean {
  const before = doc.sentences[(doc.sentenceOf[s.from] ?? 0) - 1];
  if (before?.paragraph !== s.paragraph || last.to > before.from || pointsToAll(doc, before)) return false;
  if ((before.starts & Starts.back) === 0) return false;
  for (let i = before.from; i < Math.min(before.to, before.from + LEAD); i++)
    if (has(doc, i, 'anaphor.program') && !isCircumstance(doc, { from: i, to: i + 1 })) return true;
  return false;
}
/** Tokens; what a sentence is about stands at its head. */
const LEAD = 3;

/**
 * `Ал қордағы барлық жинақ 25 трлн теңгеге жетті. Табысы – 3 трлн.`: a sentence that opens with a turn, and those behind it in
 * its paragraph, leave the program of before, unless a word leans back on it.
 */
export function hasTurned(doc: Document, s: Sentence, last: Mention | undefined): boolean {
  const own = doc.sentenceOf[s.from] ?? 0;
  for (let k = own; k > own - FAR; k--) {
    const x = doc.sentences[k];
    if (x?.paragraph !== s.paragraph || (last && last.from >= x.from)) return false;
    if (has(doc, x.from, 'turn') && !isTotal(doc, x.from + 1)) return !leans(doc, x);
  }
  return false;
}

/**
 * `Несие жылдық 7 пайызбен беріледі. Ал қалғандарға мөлшерлеме – 9 пайыз.`: the terms of a loan, told sentence by sentence
 * from the one on that spoke of the program.
 */
export function tellsItsTerms(doc: Document, s: Sentence, last: Mention): boolean {
  let loan = hasWithin(doc, s.from, s.to, 'loan');
  if (!loan && !hasWithin(doc, s.from, s.to, 'loan.term')) return false;
  const own = doc.sentenceOf[s.from] ?? 0;
  for (let k = own - 1; k > own - FAR; k--) {
    const x = doc.sentences[k];
    if (x?.paragraph !== s.paragraph || x.to <= last.from) return false;
    const ofLoan = hasWithin(doc, x.from, x.to, 'loan');
    loan ||= ofLoan;
    if (hasWithin(doc, x.from, x.to, 'anaphor.program') || last.from >= x.from) return loan;
    if (!ofLoan && !hasWithin(doc, x.from, x.to, 'loan.term')) return false;
  }
  return false;
}

/** `Жалпы 1 200 адам қатысты`, `Жалпы құны – 3 млрд теңге`, `Ал 2024 жылы жалпы 29 мектеп …`: all that was spoken of. */
const isTotal = (doc: Document, i: number): boolean =>
  isSign(doc, i, Sign.number) && has(doc, i + 1, 'unit.year')
    ? says(doc, i + 2, ClauseWord.vague)
    : isSign(doc, i, Sign.number) || startsAt(doc, i, Starts.numeral) || says(doc, i, ClauseWord.vague);

/** Does a word of a sentence stand for what was spoken of before? */
function leans(doc: Document, s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) if (says(doc, i, ClauseWord.pronoun)) return true;
  return false;
}

/** «На обе программы направят …», `екі жобаға да …`: a figure of all of them is of none alone. */
export function pointsToAll(doc: Document, s: Sentence): boolean {
  if ((s.starts & Starts.back) === 0) return false;
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'both') && has(doc, i + 1, 'programs.all')) return true;
  return false;
}

/** «в рамках проекта», «по программе», `жобасы аясында`, `бағдарламасымен`: it is what something else was done by. */
export function isCircumstance(doc: Document, m: Pick<Mention, 'from' | 'to'>): boolean {
  const kk = langAt(doc, m.from) === 'kk';
  const [from, to] = kk ? [m.to, m.to + REACH] : [m.from - REACH, m.from];
  for (let i = from; i < to; i++) {
    if (sensesAt(doc, i, Starts['tw.frame']).some((x) => x.entry.cls === 'tw.frame')) return true;
    if (kk ? isInstrumental(doc, i) : has(doc, i, 'prep.each')) return true;
    if (kk && isClauseEdge(doc, i)) return false;
  }
  return false;
}
/** Tokens between a name and the words that tell how it is meant. */
export const REACH = 5;

const isInstrumental = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.trigger).some((x) => x.entry.cls === 'trigger' && (x.tags & Tag.ins) !== 0);

/** A place or a program named this many sentences ago is forgotten. */
export const FAR = 40;
