import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batches } from './batches.ts';

/** Members in the order in which a source has them; `null` is a wait, a thrown error the end. */
async function* source(members: readonly (number | null | Error)[]): AsyncGenerator<number> {
  for (const member of members) {
    if (member instanceof Error) throw member;
    if (member === null) await setTimeout(5);
    else yield member;
  }
}

/** What came out before the source ended or failed. */
async function check(members: readonly (number | null | Error)[], expected: readonly unknown[]) {
  const out: unknown[] = [];
  try {
    for await (const batch of batches(source(members), (batch) => batch.length === 3)) out.push(batch);
  } catch (error) {
    out.push(error instanceof Error ? error.message : error);
  }
  expect(out).toEqual(expected);
}

const CASES: readonly [what: string, members: readonly (number | null | Error)[], out: readonly unknown[]][] =
  [
    ['nothing', [], []],
    ['what is there at once is one list', [1, 2], [[1, 2]]],
    ['a full list ends', [1, 2, 3, 4], [[1, 2, 3], [4]]],
    ['a list ends where the next member must be waited for', [1, 2, null, 3], [[1, 2], [3]]],
    ['a wait before the first and after the last', [null, 1, null], [[1]]],
    ['a wait right after a full list', [1, 2, 3, null, 4], [[1, 2, 3], [4]]],
    ['a failure comes after what was there', [1, null, new Error('torn')], [[1], 'torn']],
    ['a failure after a full list', [1, 2, 3, new Error('torn')], [[1, 2, 3], 'torn']],
  ];
test.each(CASES)('%s', (_what, members, out) => check(members, out));

test('who stops early closes the source', async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (let k = 0; ; k++) yield k;
    } finally {
      closed = true;
    }
  }
  for await (const batch of batches(endless(), (batch) => batch.length === 2)) {
    expect(batch).toEqual([0, 1]);
    break;
  }
  expect(closed).toBe(true);
});
