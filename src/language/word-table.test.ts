import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from './word-table.ts';

test('a table of words gives what was put at each word and place, and nothing else', () => {
  const word = fc.string({ unit: fc.constantFrom(...'абвкғ-i'), maxLength: 6 });
  const place = fc.integer({ min: 0, max: 80_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(word, place), { maxLength: 300 }), word, place, (entries, other, at) => {
      const table = new WordTable<number>();
      const model = new Map<string, number>();
      for (const [k, [w, p]] of entries.entries()) {
        table.set(w, p, k);
        model.set(`${w} ${p}`, k);
      }
      for (const [w, p] of [...entries, [other, at] as const])
        expect(table.get(w, p)).toBe(model.get(`${w} ${p}`));
    }),
    { numRuns: 60 },
  );
});

test('a table holds as many words as a language has', () => {
  const table = new WordTable<string>();
  const words = Array.from({ length: 100_000 }, (_, i) => i.toString(33));
  for (const w of words) table.set(w, 0, w);
  expect(words.filter((w) => table.get(w) !== w)).toEqual([]);
  expect(words.filter((w) => table.get(`${w}ы`) !== undefined || table.get(w, 1) !== undefined)).toEqual([]);
});

const listed = new WordTable<true>();
for (const w of ['ал', 'алма', 'алмалы', 'ө'.repeat(40)]) listed.set(w, 0, true);

test.each<[word: string, asked: number[], found: number[]]>([
  ['алмалы', [0, 2, 4], [0, 2, 4]],
  ['алмалы', [2, 3], [2]],
  ['алмалы', [], []],
  ['алмада', [0, 1, 2, 3, 4, 5], [2, 4]],
  ['Алма', [0, 2], []],
  ['', [0], []],
  // a beginning with more letters behind it than there are bits is none
  ['ө'.repeat(80), [8, 31], []],
  ['ө'.repeat(71), [31], [31]],
])('%s: of the beginnings with %j letters behind them %j are listed', (word, asked, found) => {
  const bits = (numbers: number[]): number => numbers.reduce((all, n) => all | (1 << n), 0);
  expect(listed.beginnings(word, 0, bits(asked))).toBe(bits(found));
  expect(listed.beginnings(word, 1, bits(asked))).toBe(0);
});
