import { expect, test } from 'vitest';
import { loadPlaces } from '../../catalog/places.ts';
import { loadExtractor } from '../../extract/index.ts';
import { inRecord, scoreMade } from './hold.ts';
import { loadSet } from './load.ts';

/** In percent: so many claims of another scope may be contradicted, and so many of another number supported. */
const MOST_WRONG = 0.5;

test('thousands of claims made of facts: hardly one of another scope contradicted, or with another number supported', () => {
  const set = loadSet('claims');
  if (set.kind !== 'claims') throw new Error('samples/claims is no set of claims');
  const extractor = loadExtractor();
  const { figures, faults } = inRecord(set.articles, extractor, (store) =>
    scoreMade(store, extractor, loadPlaces(), 10_000),
  );
  for (const { lang, kind, gold, figure } of figures) console.log(`${lang} ${kind}: ${figure} % of ${gold}`);
  const bound = figures.filter(({ kind }) => /^another .*: not /.test(kind));
  expect(
    bound.filter(({ figure }) => figure < 100 - MOST_WRONG),
    JSON.stringify(faults, null, 1),
  ).toEqual([]);
}, 1_200_000);
