import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPlaceHeads } from '../catalog/place-heads.ts';
import { loadPlaces } from '../catalog/places.ts';
import { loadExtractor } from '../extract/index.ts';
import { compare, loadFloors } from './floors.ts';
import { evaluateOn, loadSet } from './sets/index.ts';

/** Sets that lie beside the project on the machines of those who work on the rules; they are no part of it. */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

const derek = { extractor: loadExtractor(), places: loadPlaces(), heads: loadPlaceHeads() };

test.for([
  'gold/dev',
  'datasets/ud/kk_ktb.half.conllu',
  'datasets/ud/ru_taiga-ud-dev.conllu',
  'datasets/ud/ru_gsd-ud-dev.conllu',
  'datasets/lid/sentences.kk.txt',
  'datasets/lid/sentences.ru.txt',
])('%s, beside the project: no figure is below its floor', (set, { skip }) => {
  skip(!existsSync(SHARED + set), `left out: there is no ${SHARED}${set}`);
  const comparison = compare(evaluateOn(loadSet(SHARED + set), derek), loadFloors());
  expect(comparison, `floors of ${set} in samples/floors.json`).not.toBeNull();
  expect(comparison?.below).toEqual([]);
});
