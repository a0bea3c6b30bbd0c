import { expect, test } from 'vitest';
import { loadPlaces } from './places.ts';

const places = loadPlaces();

test('the 20 regions, all districts and towns are there', () => {
  const regions = places.filter((p) => /^KZ-\d\d$/.test(p.id));
  expect(regions.length).toBe(20);
  expect(places.filter((p) => p.level === 'district').length).toBeGreaterThanOrEqual(165);
  expect(places.filter((p) => p.level === 'city' && p.id.startsWith('KZ')).length).toBeGreaterThanOrEqual(85);
});
