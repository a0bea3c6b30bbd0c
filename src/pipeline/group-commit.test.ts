import { expect, test } from 'vitest';
import { GroupCommit } from './group-commit.ts';

/** Pieces of work that are ready at one moment, and what became of each: kept, or what was thrown. */
async function check(pieces: readonly (() => void)[], expected: readonly string[], transactions = 1) {
  let begun = 0;
  const commit = new GroupCommit({
    atomically: (work) => {
      begun++;
      return work();
    },
  });
  const told = await Promise.allSettled(pieces.map((piece) => commit.keep(piece)));
  expect(told.map((t) => (t.status === 'fulfilled' ? 'kept' : String(t.reason)))).toEqual(expected);
  expect(begun).toBe(transactions);
}

const nothing = (): void => undefined;
const full = (): void => {
  throw new Error('the disk is full');
};

test('group commit: what is ready at one moment shares a transaction', () =>
  check([nothing, nothing, nothing], ['kept', 'kept', 'kept']));
test('group commit: nothing of a transaction is kept when one piece of it fails', () =>
  check([nothing, full], ['Error: the disk is full', 'Error: the disk is full']));
test('group commit: nothing to keep, no transaction', () => check([], [], 0));

test('group commit: in the order in which it was asked, also across transactions', async () => {
  const order: number[] = [];
  const commit = new GroupCommit({ atomically: (work) => work() });
  const keep = (n: number): Promise<void> => commit.keep(() => void order.push(n));
  const first = keep(1);
  const second = keep(2).then(() => keep(4));
  await Promise.all([first, second, keep(3)]);
  expect(order).toEqual([1, 2, 3, 4]);
});
