import type { Site } from '../explorer/app.ts';
import { loadNames } from '../explorer/names.ts';
import { loadExtractor } from '../extract/index.ts';
import { checker } from '../pipeline/check/checker.ts';
import type { Store } from '../store/index.ts';
import type { Check } from '../verdict/index.ts';

/** What holds claims against a store, with today's rules. */
export const realChecker = (store: Store): Check => checker(store, loadExtractor()).check;

/** The explorer's parts over a store as `derek serve` puts them together; failures are collected. */
export function siteOver(store: Store, failures: unknown[], more: Partial<Site> = {}): Site {
  let check: Check | undefined;
  return {
    store,
    names: loadNames(),
    clock: () => new Date('2026-02-06T05:00:00Z'),
    check: (claim, when) => {
      check ??= realChecker(store);
      return check(claim, when);
    },
    wholeArticles: true,
    complain: (error) => failures.push(error),
    ...more,
  };
}
