import { expect, test } from 'vitest';
import type { Facts } from '../core/facts.ts';
import { loadExtractor } from '../extract/index.ts';
import { loadSamples, stories } from '../replica/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore } from './index.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-09-20T10:00:00Z');

/** The facts of every sample article. */
function sampleFacts(): Facts[] {
  const { extract } = loadExtractor();
  return stories(loadSamples()).map((story) =>
    extract({
      id: story.key,
      title: story.title,
      text: story.body.filter((block) => typeof block === 'string').join('\n'),
      published: story.published,
    }),
  );
}

/** A permutation that is the same on every machine: the rank of each place in powers of a generator modulo a prime. */
function shuffled<T>(list: readonly T[]): T[] {
  const rank = (place: number): number => (7 ** ((place % 9) + 1) * (place + 1)) % 101;
  return list
    .map((one, place) => ({ one, place }))
    .sort((a, b) => rank(a.place) - rank(b.place) || a.place - b.place)
    .map(({ one }) => one);
}

/** Everything that a store made of articles in this order says, with all ids. */
function recordOf(facts: readonly Facts[], file: string, stepwise: boolean): Record<string, unknown> {
  const store = openStore(at(file), { clock });
  for (const one of facts) {
    store.saveArticle({}, one, 'rules@1');
    if (stepwise) store.link();
  }
  store.link();
  const { observations, events, links, series, articles } = store.all;
  const record = {
    ...Object.fromEntries(
      Object.entries({ observations, events, links, series, articles }).map(([name, all]) => [
        name,
        [...all()],
      ]),
    ),
    stories: [...store.stories()],
    programs: store.programs(),
    regions: store.regions(),
    officials: store.officials(),
    totals: store.overview().articles,
  };
  store.close();
  return record;
}

test('the samples in any order, linked at once or one by one, give the same facts, entities and ids', () => {
  const facts = sampleFacts();
  const record = recordOf(facts, 'as-written.db', false);
  expect(Object.values(record).every((rows) => Array.isArray(rows) && rows.length > 0)).toBe(true);
  expect(recordOf([...facts].reverse(), 'reversed.db', false)).toEqual(record);
  expect(recordOf(shuffled(facts), 'shuffled.db', true)).toEqual(record);
});
