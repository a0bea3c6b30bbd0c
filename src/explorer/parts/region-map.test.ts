import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadRegionMap, type RegionShape } from '../../catalog/region-map.ts';
import { openStore } from '../../store/index.ts';
import { fillExplorerRecord } from '../../testing/explorer-record.ts';
import { siteOver } from '../../testing/explorer-site.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { asGeoJson, squareRegions } from '../../testing/region-map.ts';
import { createApp } from '../app.ts';
import { outlineMap } from './region-map.ts';

const at = temporaryFolder();

test('the operator’s map: every region is a link in its own shape, on each page that has a map', async () => {
  const store = openStore(at('map.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  writeFileSync(at('map.geojson'), asGeoJson(squareRegions()));
  const outlines = outlineMap(loadRegionMap(at('map.geojson')));
  const app = createApp({ ...siteOver(store, []), outlines });
  for (const path of ['/?hl=kk', '/regions?hl=ru', '/regions/KZ-10?hl=en']) {
    const page = await (await app.request(path)).text();
    const links = page.match(/<a href="\/regions\/KZ-\d\d[^>]*aria-label="[^"]+: (?:\d+|–)"><title>/gu);
    expect(links, path).toHaveLength(20);
    expect(page).not.toContain('class="tiles"');
  }
  const own = await (await app.request('/regions/KZ-10')).text();
  expect(own).toMatch(/<a href="\/regions\/KZ-10[^>]* aria-current="page"/u);
  store.close();
});

/** A ring of so many points around a place, `size` degrees wide. */
const circle = (points: number, size: number): RegionShape['rings'] => [
  Array.from({ length: points + 1 }, (_, n) => {
    const angle = (n / points) * 2 * Math.PI;
    return [70 + size * Math.cos(angle), 48 + size * Math.sin(angle)] as const;
  }),
];

test('a map of any detail weighs little, and a city too small to draw keeps its mark', () => {
  const { regions, height } = outlineMap([
    { id: 'KZ-10', rings: circle(100_000, 9) },
    { id: 'KZ-75', rings: circle(50, 0.001) },
  ]);
  expect(regions.get('KZ-10')?.path.length).toBeLessThan(8_000);
  expect(regions.get('KZ-75')?.path).toMatch(/^M(?:\d+ \d+L){3}\d+ \d+Z$/u);
  expect(height).toBeGreaterThan(1_000);
});
