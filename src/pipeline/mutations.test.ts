import { expect, test } from 'vitest';
import { survivals } from '../testing/mutations/survival.ts';

/*
 * Rules that fit the passages of the gold only would show here: each is told again with other numbers, names, things,
 * marks or in another order, the facts changed along, and no kind of facts may come out worse.
 */
test('passages told with something else in the place of numbers, names and marks', () => {
  for (const { mutation, mutants, lost } of survivals('gold', 1)) {
    expect(mutants, `${mutation}: mutants`).toBeGreaterThan(0);
    expect(lost, `points lost by ${mutants} mutants, ${mutation}`).toEqual({});
  }
});
