import { expect, test } from 'vitest';
import { batchesOf, sideBySide } from './side-by-side.ts';

const of = (length: number, id = 'x') => ({ id, text: 'а'.repeat(length) });

const BATCHES: readonly [what: string, lengths: readonly number[], sizes: readonly number[]][] = [
  ['nothing', [], []],
  ['one', [10], [1]],
  ['sixteen at a time', Array(35).fill(2_500), [16, 16, 3]],
  ['long ones are fewer', [60_000, 60_000, 60_000], [2, 1]],
  ['one that is longer than all may be', [5_000_000, 10, 10], [1, 2]],
];
test.each(BATCHES)('batches: %s', (_what, lengths, sizes) => {
  const articles = lengths.map((length, k) => of(length, `${k}`));
  const batches = batchesOf(articles);
  expect(batches.map((batch) => batch.length)).toEqual(sizes);
  expect(batches.flat()).toEqual(articles);
});

test('readings go through each stage together, and each is told of once', () => {
  const steps: string[] = [];
  function* reading(id: string): Generator<string, string> {
    for (const stage of ['a', 'b']) {
      steps.push(stage + id);
      yield stage;
    }
    return id;
  }
  const results = sideBySide([reading('1'), reading('2')], (stage) => steps.push(stage));
  expect(results).toEqual(['1', '2']);
  expect(steps).toEqual(['a1', 'a2', 'a', 'b1', 'b2', 'b']);
});
