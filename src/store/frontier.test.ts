import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { type Outcome, openStore, type Store } from './index.ts';

const at = temporaryFolder();
let number = 0;
const day = (n: number, hour = 0): Date => new Date(Date.UTC(2026, 7, n, hour));
const fresh = (): Store => openStore(at(`frontier-${number++}.db`), { clock: () => day(1) });

test('what a clock that ran ahead put off for years is due once it is right', () => {
  const { frontier } = fresh();
  frontier.discover('baq', [{ url: 'https://baq.kz/1' }], new Date('2031-01-01T00:00:00Z'));
  expect(frontier.due('baq', day(1))).toHaveLength(1);
  frontier.record('https://baq.kz/1', { state: 'failed', nextAt: day(40) }, day(1));
  expect(frontier.due('baq', day(2))).toEqual([]);
});

test('addresses are discovered once, and due until they have answered', () => {
  const store = fresh();
  const { frontier } = store;
  const urls = [{ url: 'https://baq.kz/1' }, { url: 'https://baq.kz/2' }, { url: 'https://baq.kz/1' }];
  expect(frontier.discover('baq', urls, day(1))).toBe(2);
  expect(frontier.discover('baq', urls, day(2))).toBe(0);
  expect(frontier.due('baq', day(1)).map((e) => e.url)).toEqual(['https://baq.kz/1', 'https://baq.kz/2']);
  expect(frontier.due('baq', day(1), 1)).toHaveLength(1);
  expect(frontier.due('liter', day(1))).toEqual([]);
  frontier.record('https://baq.kz/1', { state: 'fetched', etag: '"x"', contentHash: 'h' }, day(1, 2));
  expect(frontier.due('baq', day(9)).map((e) => e.url)).toEqual(['https://baq.kz/2']);
  expect(frontier.entry('https://baq.kz/1')).toEqual({
    url: 'https://baq.kz/1',
    publisher: 'baq',
    state: 'fetched',
    tries: 0,
    nextAt: null,
    lastmod: null,
    etag: '"x"',
    lastModified: null,
    contentHash: 'h',
    reason: null,
    visitedAt: '2026-08-01T02:00:00.000Z',
  });
  expect(frontier.counts('baq')).toMatchObject({ new: 1, fetched: 1, gone: 0 });
  store.close();
});

const lastmods: [string, string | null, string | null, boolean][] = [
  ['none, then none', null, null, false],
  ['none, then one', null, '2026-08-02T00:00:00Z', false],
  ['the same', '2026-08-01T10:00:00+05:00', '2026-08-01T10:00:00+05:00', false],
  ['the same instant in another zone', '2026-08-01T10:00:00+05:00', '2026-08-01T05:00:00Z', false],
  ['an earlier one', '2026-08-02', '2026-08-01', false],
  ['a later one', '2026-08-01T10:00:00+05:00', '2026-08-01T06:00:00Z', true],
  ['rubbish', '2026-08-01', 'yesterday', false],
];
for (const [name, before, after, again] of lastmods)
  test(`a page that was read is ${again ? '' : 'not '}due again when its lastmod is ${name}`, () => {
    const store = fresh();
    const url = 'https://baq.kz/1';
    store.frontier.discover('baq', [{ url, lastmod: before }], day(1));
    store.frontier.record(url, { state: 'fetched' }, day(1));
    expect(store.frontier.discover('baq', [{ url, lastmod: after }], day(3))).toBe(again ? 1 : 0);
    expect(store.frontier.due('baq', day(3)).length).toBe(again ? 1 : 0);
    store.close();
  });

test('failures are counted until something answers, and wait for their time', () => {
  const store = fresh();
  const { frontier } = store;
  const url = 'https://baq.kz/1';
  frontier.discover('baq', [{ url }], day(1));
  const record = (outcome: Outcome): unknown => {
    frontier.record(url, outcome, day(1));
    const { tries, state, etag, reason } = frontier.entry(url) ?? {};
    return { tries, state, etag, reason };
  };
  expect(record({ state: 'failed', nextAt: day(2), reason: 'HTTP 503' })).toMatchObject({
    tries: 1,
    reason: 'HTTP 503',
  });
  expect(record({ state: 'failed', nextAt: day(2) })).toMatchObject({ tries: 2, reason: null });
  expect(frontier.due('baq', day(1, 23))).toEqual([]);
  expect(frontier.due('baq', day(2))).toHaveLength(1);
  expect(record({ state: 'fetched', etag: '"1"', nextAt: day(5) })).toEqual({
    tries: 0,
    state: 'fetched',
    etag: '"1"',
    reason: null,
  });
  expect(record({ state: 'unchanged' })).toMatchObject({ state: 'unchanged', etag: '"1"' });
  expect(record({ state: 'gone' })).toMatchObject({ state: 'gone' });
  expect(frontier.due('baq', day(30))).toEqual([]);
  expect(() => frontier.record('https://baq.kz/never', { state: 'gone' }, day(1))).toThrow(/does not know/);
  store.close();
});
