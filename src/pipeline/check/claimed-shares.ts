import type { Facts, IndicatorFact, Mention } from '../../core/facts.ts';
import { placedWords } from './word-test.ts';

/** Words that make a share of two numbers: «девять из десяти», `әр оннан тоғызы`. */
export interface ShareWords {
  readonly outOf: (word: string) => boolean;
  readonly each: (word: string) => boolean;
}

/** A share told by two small numbers stands for a percentage: so rarely is more than a hundred meant. */
const WHOLE = { least: 2, most: 100 };
/** So many words may stand between the two: «әр он қазақстандықтың тоғызы». */
const BETWEEN = 3;

/** The figures of a claim, where two numbers that tell one share («nine out of ten») are one percentage. */
export function claimedFigures(facts: Facts, words: ShareWords): readonly IndicatorFact[] {
  const numbers = facts.mentions.filter(({ type }) => type === 'number').sort((a, b) => a.start - b.start);
  let figures = facts.indicators;
  for (const [i, a] of numbers.entries()) {
    const b = numbers[i + 1];
    const share = b && shareOf(facts.article.text, a, b, words);
    if (b === undefined || share === undefined) continue;
    const told = figures.filter((f) => f.start <= b.end && f.end >= a.start);
    const last = told.at(-1);
    if (last === undefined) continue;
    const merged: IndicatorFact = {
      ...last,
      quote: facts.article.text.slice(a.start, Math.max(b.end, last.end)),
      start: a.start,
      end: Math.max(b.end, last.end),
      measure: 'level',
      value: share,
      unit: 'percent',
      unitClass: 'percent',
      per: null,
    };
    figures = [...figures.filter((f) => !told.includes(f)), merged];
  }
  return figures;
}

function shareOf(text: string, a: Mention, b: Mention, { outOf, each }: ShareWords): number | undefined {
  const [x, y] = [a.value ?? 0, b.value ?? 0];
  const between = placedWords(text.slice(a.end, b.start)).map(({ word }) => word);
  if (between.length > BETWEEN) return undefined;
  const before = placedWords(text.slice(0, a.start)).at(-1)?.word ?? '';
  if (each(before) && isShare(y, x)) return (100 * y) / x;
  return between.length === 1 && outOf(between[0] ?? '') && isShare(x, y) ? (100 * x) / y : undefined;
}

const isShare = (part: number, whole: number): boolean =>
  part > 0 && part < whole && whole >= WHOLE.least && whole <= WHOLE.most && Number.isInteger(whole);
