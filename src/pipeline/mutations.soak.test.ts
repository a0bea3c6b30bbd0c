import { expect, test } from 'vitest';
import { survivals } from '../testing/mutations/survival.ts';

const ROUNDS = 8;
/** Points: a few hundred mutants of other passages than those of the suite may fall by so much, and no more. */
const MOST_LOST = 5;

test.each(['gold', 'fresh', 'fresh2', 'fresh3', 'news', 'short', 'short2', 'short3', 'short4'])(
  'thousands of mutants of samples/%s',
  (set) => {
    for (const { mutation, mutants, lost } of survivals(set, ROUNDS)) {
      console.log(`${set} ${mutation}: ${mutants} mutants, points lost: ${JSON.stringify(lost)}`);
      for (const [kind, points] of Object.entries(lost))
        expect(points, `${mutation}: ${kind}`).toBeLessThanOrEqual(MOST_LOST);
    }
  },
);
