import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPlaceHeads } from '../catalog/place-heads.ts';
import { loadPlaces } from '../catalog/places.ts';
import { loadExtractor } from '../extract/index.ts';
import { evaluate, placeNames } from './evaluate.ts';
import { compare, loadFloors } from './floors.ts';
import { loadGold } from './gold.ts';

/** A larger set that lies beside the project on the machines of those who work on the rules; it is no part of it. */
const SHARED = fileURLToPath(new URL('../../../shared/gold/dev', import.meta.url));

test('the larger set beside the project: no figure is below its floor', ({ skip }) => {
  skip(!existsSync(SHARED), `left out: there is no ${SHARED}`);
  const evaluation = evaluate(loadGold(SHARED), loadExtractor(), placeNames(loadPlaces(), loadPlaceHeads()));
  const comparison = compare(evaluation, loadFloors());
  expect(comparison, 'floors of gold/dev in samples/floors.json').not.toBeNull();
  expect(comparison?.below).toEqual([]);
});
