import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { asGeoJson, type Feature, squareRegions } from '../testing/region-map.ts';
import { loadRegionMap } from './region-map.ts';

const at = temporaryFolder();
const map = (text: string): string => {
  const file = at('regions.geojson');
  writeFileSync(file, text);
  return file;
};

test('a map of the regions, each known by its code or by its name in either language', () => {
  const shapes = loadRegionMap(map(asGeoJson(squareRegions())));
  expect(new Set(shapes.map(({ id }) => id)).size).toBe(20);
  expect(shapes.every(({ id, rings }) => /^KZ-\d\d$/.test(id) && rings.length === 1)).toBe(true);
});

test('parts of one region in several features are one shape, other places are passed over', () => {
  const features = squareRegions();
  const [first] = features as [Feature];
  const lake: Feature = { ...first, properties: { name: 'Балқаш көлі' } };
  const shapes = loadRegionMap(map(asGeoJson([...features, first, lake, { ...first, properties: null }])));
  expect(
    shapes
      .map(({ rings }) => rings.length)
      .sort((a, b) => b - a)
      .slice(0, 2),
  ).toEqual([2, 1]);
});

const broken = (change: (feature: Feature) => unknown): string => {
  const [first, ...rest] = squareRegions() as [Feature, ...Feature[]];
  return asGeoJson([change(first) as Feature, ...rest]);
};

test.each([
  ['no JSON', '{"type":', 'cannot be read as GeoJSON'],
  ['another JSON', '[1, 2]', 'the file: expected a GeoJSON FeatureCollection'],
  [
    'a point',
    broken((f) => ({ ...f, geometry: { type: 'Point', coordinates: [1, 2] } })),
    'features.0.geometry',
  ],
  [
    'metres in place of degrees',
    broken((f) => ({
      ...f,
      geometry: { type: 'Polygon', coordinates: [[0, 1, 2, 3].map((n) => [7_000_000 + n, 5_000_000])] },
    })),
    'features.0.geometry.coordinates.0.0.0',
  ],
  [
    'a ring of two points',
    broken((f) => ({
      ...f,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [1, 2],
            [1, 2],
          ],
        ],
      },
    })),
    'features.0',
  ],
  [
    'a region that is not there',
    broken((f) => ({ ...f, properties: {} })),
    'expected all 20 regions of today',
  ],
])('refused with its place: %s', (_name, text, message) => {
  expect(() => loadRegionMap(map(text))).toThrow(message);
});

test('refused: no file', () => {
  expect(() => loadRegionMap(at('nowhere.geojson'))).toThrow('cannot be read as GeoJSON: ENOENT');
});
