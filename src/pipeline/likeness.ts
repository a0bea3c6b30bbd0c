/*
 * How loosely a fact may differ from the gold and still be right: names by their words without endings, units by
 * what is counted. Kept apart from the scoring, so that leniency can be judged in one place.
 */

/** Lower case, ё as е, without quotation marks, dashes as spaces. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„'’()]/g, ' ')
    .replace(/[\s\u2013\u2014-]+/g, ' ')
    .trim();

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
/** What is left of a word when its ending may differ: seven tenths of it, four letters at least. */
const stem = (word: string): string => word.slice(0, Math.max(4, Math.ceil(word.length * 0.7)));

/** The share of the words of the longer text that the shorter one has too, endings aside: 0..1. */
export function likeness(a: string, b: string): number {
  const one = new Set(wordsOf(a).map(stem));
  const other = new Set(wordsOf(b).map(stem));
  if (one.size === 0 || other.size === 0) return 0;
  return [...one].filter((w) => other.has(w)).length / Math.max(one.size, other.size);
}

/** The same person: all words of one name stand in the other («Б. Байбек» does not meet «Бауыржан Байбек»). */
export function samePerson(a: string, b: string): boolean {
  const one = wordsOf(a);
  const other = wordsOf(b);
  return (
    (one.length > 0 && one.every((w) => other.includes(w))) ||
    (other.length > 1 && other.every((w) => one.includes(w)))
  );
}

/** Equal but for the rounding of the machine. */
export const sameNumber = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b)));

const MONEY = /^(?:KZT|USD|EUR|RUB|CNY|GBP)$/;
/** Multiples of an official index: money to some, a count to others. */
const INDEX = /^(?:MCI|minimum wage)$/i;
const PLAIN = new Set(['percent', 'percentage_point', 'times']);

/** A unit by its family; counts and measures are not told apart. */
function family(unit: string, unitClass?: string): string {
  if (INDEX.test(unit)) return 'index';
  const given = unitClass ?? (PLAIN.has(unit) ? unit : MONEY.test(unit) ? 'money' : 'count');
  return given === 'measure' ? 'count' : given;
}

/** Is the unit of a fact of the family that the gold names? */
export function sameUnit(gold: string, unit: string, unitClass: string): boolean {
  const want = family(gold);
  const got = family(unit, unitClass);
  const either = (a: string, b: string): boolean => a === 'index' && (b === 'money' || b === 'count');
  return want === got || either(want, got) || either(got, want);
}
