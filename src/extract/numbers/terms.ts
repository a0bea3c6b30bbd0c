import type { Thing } from '../../catalog/things.ts';
import { isOnAverage } from '../../language/packs/kk/clause.ts';
import { isDoingInDative, isVerbalNoun } from '../../language/packs/kk/shape.ts';
import { Tag } from '../../language/tags.ts';
import {
  type Document,
  has,
  hasWithin,
  langAt,
  type Sentence,
  Starts,
  sensesAt,
  tokenAt,
  word,
} from '../document.ts';
import type { NumberGroup } from './groups.ts';

/** Tokens within which the word for an interval or a term stands by its length. */
const REACH = 5;
/** Tokens within which a verb of change or a loan makes a figure of a length of time. */
const SIGHT = 15;

/**
 * Is a length of time the figure itself? A service interval («с интервалом 12–15 минут»), life expectancy («өмір сүру
 * ұзақтығы 75,4 жас»), the term of a loan («срок займа – 7 лет», «3 жылдан 10 жылға дейін мерзімге несие») and a change
 * from one length to another («с 90 до 40 минут») are; a duration in passing, a deadline, an age are not (conventions
 * of samples/gold).
 */
export function isMeasuredTime(
  doc: Document,
  g: NumberGroup,
  groups: readonly NumberGroup[],
  at: number,
): boolean {
  const [first, last] = pairAround(doc, groups, at);
  const s = doc.sentences[doc.sentenceOf[g.from] ?? 0];
  if (!s) return false;
  const near = (cls: string, from: number, to: number): boolean =>
    hasWithin(doc, Math.max(s.from, from), Math.min(s.to, to), cls);
  if (near('interval', first.from - REACH, first.from) || near('interval.after', last.to, last.to + 2))
    return true;
  if (near('length', first.from - REACH, first.from) && near('lifetime', first.from - REACH, first.from))
    return true;
  if (near('age.before', first.from - SIGHT, first.from)) return false;
  const term = near('term', first.from - REACH, first.from) || near('term', last.to, last.to + REACH);
  const loan = (from: number, to: number): boolean => LOAN.some((cls) => near(cls, from, to));
  if (term && loan(first.from - SIGHT, last.to + SIGHT)) return true;
  // «под 2,5 % годовых на 5–7 лет», «кредит под пять процентов на семь лет»
  if (has(doc, first.from - 1, 'prep.by')) {
    if (near('yearly', first.from - 3, first.from)) return true;
    const rate = near('percent', first.from - 2, first.from) || tokenAt(doc, first.from - 2)?.mark === '%';
    if (rate && loan(first.from - SIGHT, first.from)) return true;
  }
  if (
    isKazakh(doc, g) &&
    (isSpanOfDoing(doc, s, first) || isTaken(doc, s, last) || isReached(doc, last) || isLent(doc, s, last))
  )
    return true;
  if (first === last || isDash(doc, last.from - 1) || yearOf(first) || yearOf(last)) return false;
  return ['up', 'down'].some(
    (c) => near(c, first.from - SIGHT, first.from) || near(c, last.to, last.to + REACH),
  );
}

/** A loan, and what it is given on: «мөлшерлемесі – 6 пайыз, мерзімі – 7 жыл». */
const LOAN = ['loan', 'loan.term', 'yearly'];

/** `Бригаданың жету уақыты 16 минут`, `кезек күту уақыты – 20 минут`: how long something takes is what is told. */
function isSpanOfDoing(doc: Document, s: Sentence, g: NumberGroup): boolean {
  for (let i = g.from - 1; i > Math.max(s.from, g.from - REACH); i--)
    if (has(doc, i, 'time.taken')) return isVerbalNoun(word(doc, i - 1));
  return false;
}

/** `Құжатты өңдеуге 14 минут кетеді`, `тексеру орта есеппен 12 күнге созылады`: how long it takes as a rule. */
function isTaken(doc: Document, s: Sentence, g: NumberGroup): boolean {
  if (!isDuration(doc, g.to, Tag.nom | Tag.dat) || has(doc, g.to, 'unit.age')) return false;
  if (has(doc, g.to + 1, 'rel.ago')) return false;
  for (let i = g.from - 1; i > Math.max(s.from, g.from - REACH); i--) {
    if (isOnAverage(word(doc, i - 1), word(doc, i))) return true;
    if (has(doc, g.to + 1, 'takes') && isDoingInDative(word(doc, i))) return true;
  }
  return false;
}

/** `Қарыз 7 жылға дейін рәсімделеді`, `5 жылға несие алды`: the term that a loan is given for. */
function isLent(doc: Document, s: Sentence, { from, to }: NumberGroup): boolean {
  if (!isDuration(doc, to, Tag.dat)) return false;
  const [first, last] = [Math.max(s.from, from - SIGHT), Math.min(s.to, to + SIGHT)];
  return hasWithin(doc, first, last, 'loan') && hasWithin(doc, to + 1, last, 'granted');
}

/** `12 минутқа дейін қысқарды`: a length that a change has led to. */
function isReached(doc: Document, { to }: NumberGroup): boolean {
  if (!has(doc, to + 1, 'cmp.until.dat') || !isDuration(doc, to, Tag.dat)) return false;
  for (let i = to + 2; i < to + 2 + REACHED; i++) if (has(doc, i, 'up') || has(doc, i, 'down')) return true;
  return false;
}
/** Tokens within which the verb of change stands. */
const REACHED = 2;

/** «58 годом ранее»: a year earlier, and no fifty-eight years. */
export const isYearEarlier = (doc: Document, i: number): boolean =>
  has(doc, i, 'unit.year') &&
  sensesAt(doc, i, Starts.thing).some(
    (s) => s.entry.cls === 'thing' && s.tags & Tag.ins && !(s.tags & Tag.pl),
  );

const isDash = (doc: Document, i: number): boolean => '-–—‑'.includes(doc.tokens[i]?.mark || ' ');

const yearOf = (g: NumberGroup): boolean => (g.value ?? 0) >= 1900;

/** Both ends of a from–to pair that a number belongs to; the number itself twice when it stands alone. */
function pairAround(
  doc: Document,
  groups: readonly NumberGroup[],
  at: number,
): readonly [NumberGroup, NumberGroup] {
  const g = groups[at] as NumberGroup;
  const [before, after] = [groups[at - 1], groups[at + 1]];
  if (after && isPair(doc, g, after)) return [g, after];
  if (before && isPair(doc, before, g)) return [before, g];
  return [g, g];
}

/** «с 90 до 40», «с 90 минут до 40», «40 минуттан 25», «12–15»: next to each other but for a unit and a preposition or dash. */
function isPair(doc: Document, a: NumberGroup, b: NumberGroup): boolean {
  const gap = b.from - a.to;
  if (gap < 0 || gap > 2 || doc.sentenceOf[a.from] !== doc.sentenceOf[b.from]) return false;
  if (has(doc, a.from - 1, 'prep.from')) return has(doc, b.from - 1, 'prep.to');
  if (gap === 1 && isDash(doc, b.from - 1)) return true;
  return gap === 1 && isKazakh(doc, a) && isDurationFrom(doc, a.to);
}

const isKazakh = (doc: Document, g: NumberGroup): boolean => langAt(doc, g.from) === 'kk';

/** `минуттан`: the first of a pair is in the ablative; «үш жылда 1,8 есе» is none. */
const isDurationFrom = (doc: Document, i: number): boolean => isDuration(doc, i, Tag.abl);

/** A unit of time in a case. */
const isDuration = (doc: Document, i: number, tag: number): boolean =>
  sensesAt(doc, i, Starts.thing).some(
    (s) => s.entry.cls === 'thing' && (s.tags & tag) !== 0 && (s.entry.data as Thing).kind === 'duration',
  );
