import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPublishers } from '../catalog/publishers.ts';
import type { ReadPage } from '../core/article.ts';
import { readPage } from './read.ts';

/**
 * Saved pages: `samples/pages/<publisher>/<what it teaches>/page.html` with the whole answer beside it in `expected.json`,
 * whose `url` is where the page was found. A publisher has a page for each of its layouts, or one where it has none.
 */
const PAGES = fileURLToPath(new URL('../../samples/pages/', import.meta.url));
const NOW = new Date('2026-11-22T07:00:00Z');
const publishers = loadPublishers();

const foldersOf = (dir: string): string[] => (existsSync(dir) ? readdirSync(dir).sort() : []);

describe.each(publishers)('$key', (publisher) => {
  const folders = foldersOf(`${PAGES}${publisher.key}`);

  test('has a saved page for each layout', () => {
    expect(folders.length).toBeGreaterThanOrEqual(Math.max(1, publisher.layouts.length));
  });

  test.each(folders)('%s', (folder) => {
    const path = `samples/pages/${publisher.key}/${folder}/page.html`;
    const dir = `${PAGES}${publisher.key}/${folder}/`;
    const expected = JSON.parse(readFileSync(`${dir}expected.json`, 'utf8')) as ReadPage & { url: string };
    const bytes = readFileSync(`${dir}page.html`);
    expect(readPage({ path, bytes, url: expected.url, publishers, now: NOW })).toEqual(expected);
    expect(expected.reader === 'publisher', 'read by its selectors where it has any').toBe(
      publisher.layouts.length > 0,
    );
    expect(expected.refused).toBeUndefined();
  });
});

test('every saved page belongs to a publisher', () => {
  const keys = publishers.map((p) => p.key);
  expect(foldersOf(PAGES).filter((folder) => !keys.includes(folder))).toEqual([]);
});
