import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark, Piece } from './highlight.ts';
import { pieces } from './highlight.ts';

const mark = (start: number, end: number, kind: string): Mark<string> => ({ start, end, kind, label: kind });

/** Pieces as text with brackets: `a[b c]` with the kind before the bracket. */
const shown = (list: readonly Piece<string>[]): string =>
  list.map((p) => ('text' in p ? p.text : `${p.mark.kind}[${shown(p.inside)}]`)).join('');

const plain = (list: readonly Piece<string>[]): string =>
  list.map((p) => ('text' in p ? p.text : plain(p.inside))).join('');

const TEXT = 'one two three four';
const CASES: readonly [name: string, marks: readonly Mark<string>[], expected: string][] = [
  ['no marks', [], TEXT],
  ['one', [mark(4, 7, 'A')], 'one A[two] three four'],
  ['side by side', [mark(0, 3, 'A'), mark(3, 7, 'B')], 'A[one]B[ two] three four'],
  ['one inside another', [mark(0, 13, 'A'), mark(4, 7, 'B')], 'A[one B[two] three] four'],
  ['the same place', [mark(4, 7, 'A'), mark(4, 7, 'B')], 'one A[B[two]] three four'],
  [
    'crossing: the later one is cut in two',
    [mark(0, 7, 'A'), mark(4, 13, 'B')],
    'A[one B[two]]B[ three] four',
  ],
  ['given in any order', [mark(4, 13, 'B'), mark(0, 7, 'A')], 'A[one B[two]]B[ three] four'],
  ['beyond the text', [mark(14, 99, 'A'), mark(-5, 3, 'B')], 'B[one] two three A[four]'],
  ['empty and backwards', [mark(4, 4, 'A'), mark(7, 4, 'B')], TEXT],
];

test.each(CASES)('marks: %s', (_name, marks, expected) => {
  expect(shown(pieces(TEXT, marks, 0, TEXT.length))).toBe(expected);
});

test('only the first piece of a cut mark is the first', () => {
  const [a, b] = pieces(TEXT, [mark(0, 7, 'A'), mark(4, 13, 'B')], 0, TEXT.length);
  const inner = a !== undefined && 'mark' in a ? a.inside[1] : undefined;
  expect([inner, b].map((p) => (p !== undefined && 'mark' in p ? p.first : undefined))).toEqual([
    true,
    false,
  ]);
});

test('whatever the marks, the text comes out whole', () => {
  const any = fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(any, { maxLength: 25 }), (text, spans) => {
      const marks = spans.map(({ start, end }, at) => mark(start, end, String(at)));
      expect(plain(pieces(text, marks, 0, text.length))).toBe(text);
    }),
  );
});
