import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../catalog/places.ts';
import type { ArticleInput } from '../../core/article.ts';
import type { Extractor } from '../../extract/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { checker } from '../check/checker.ts';
import { generateClaims } from '../claims/generate.ts';
import { recordOf } from '../claims/record.ts';
import type { Fault, Figure } from '../figures.ts';
import { evaluateClaims } from './claims.ts';
import type { TestSet } from './load.ts';
import { evaluateMadeClaims } from './made-claims.ts';

interface Scored {
  readonly figures: readonly Figure[];
  readonly faults: readonly Fault[];
}

/** So many claims are made of the facts of a store at most, always the same ones. */
export const MADE = 2_400;
const SEED = 7;

/** When articles without a day of their own are taken to have been found: the same in every run. */
const FOUND = new Date('2026-01-01T00:00:00Z');

/** Holds written claims against a record of the articles that come with them. */
export function checkWritten(
  { rows, articles }: Extract<TestSet, { kind: 'claims' }>,
  extractor: Extractor,
): Scored {
  const langs = new Map(articles.map(({ id, lang }) => [id, lang]));
  return inRecord(articles, extractor, (store) =>
    evaluateClaims(rows, checker(store, extractor), (id) => langs.get(id)),
  );
}

/** Holds claims that are made of the facts of a store against that store. */
export function checkMade(
  { file }: Extract<TestSet, { kind: 'record' }>,
  extractor: Extractor,
  places: readonly Place[],
): Scored {
  const store = openStore(file, { clock: () => FOUND, readonly: true });
  try {
    return scoreMade(store, extractor, places, MADE);
  } finally {
    store.close();
  }
}

/** The same for an open store, and so many claims at most. */
export const scoreMade = (
  store: Store,
  extractor: Extractor,
  places: readonly Place[],
  most: number,
): Scored =>
  evaluateMadeClaims(generateClaims(store, { places, seed: SEED, most }), checker(store, extractor));

/** Does some work over a record of these articles, in a folder that is gone afterwards. */
export function inRecord<T>(
  articles: readonly ArticleInput[],
  extractor: Extractor,
  work: (store: Store) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'derek-claims-'));
  try {
    const store = recordOf(articles, extractor, join(folder, 'record.db'), () => FOUND);
    try {
      return work(store);
    } finally {
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
