import type { WordClass } from '../../catalog/grammar.ts';

/** Tells whether a word, in lower case and with `е` for `ё`, is one of a class; `вырос-` stands for all that begin so. */
export function wordTest(classes: readonly WordClass[], cls: string): (word: string) => boolean {
  const words = classes.filter((c) => c.cls === cls).flatMap((c) => [...c.words.kk, ...c.words.ru]);
  const whole = new Set(words.filter((word) => !word.endsWith('-')));
  const begins = words.filter((word) => word.endsWith('-')).map((word) => word.slice(0, -1));
  return (word) => whole.has(word) || begins.some((start) => word.startsWith(start));
}

/** A word of a text, as {@link wordTest} takes it, and where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export const placedWords = (text: string): PlacedWord[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase().replaceAll('ё', 'е'),
    start: index,
    end: index + word.length,
  }));

export const wordsOf = (text: string): string[] => placedWords(text).map(({ word }) => word);
