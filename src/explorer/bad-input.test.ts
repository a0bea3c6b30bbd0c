import { copyFileSync, renameSync, truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { fillExplorerRecord } from '../testing/explorer-record.ts';
import { siteOver } from '../testing/explorer-site.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { createApp } from './app.ts';

const file = temporaryFolder();
const clock = (): Date => new Date('2026-02-06T05:00:00Z');
const failures: unknown[] = [];
let store: Store;
let app: Hono;

beforeAll(() => {
  store = openStore(file('full.db'), { clock });
  fillExplorerRecord(store);
  app = createApp(siteOver(store, failures, { address: new URL('https://derek.example.kz') }));
});
afterAll(() => {
  store.close();
  expect(failures).toEqual([]);
});

const get = async (on: Hono, path: string, headers: Record<string, string> = {}) => {
  const response = await on.request(path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const twinOf = (path: string, form: 'json' | 'csv'): string => {
  const [at = '', query] = path.split('?');
  return `${at}.${form}${query === undefined ? '' : `?${query}`}`;
};

const UNKNOWN = [
  '/programs/auyl',
  '/regions/KZ-99',
  '/officials/nobody',
  '/indicators/nothing',
  '/articles/none',
  '/nowhere',
  '/public/../app.ts',
  '/public/none.css',
  '/programs/%E0%A4%A',
];
test.each(UNKNOWN)('%s is unknown, in every form', async (path) => {
  const page = await get(app, path);
  expect(page.status).toBe(404);
  expect(page.text).toContain('<html lang=');
  const json = await get(app, `${path}.json`);
  expect(json.status).toBe(404);
  expect(JSON.parse(json.text)).toEqual({
    error: {
      status: 404,
      code: 'not-found',
      path: expect.any(String),
      detail: null,
      near: expect.any(Array),
    },
  });
  const csv = await get(app, `${path}.csv`);
  expect(csv.status).toBe(404);
  expect(csv.text).toMatch(/^status,code,path,detail\r\n404,not-found,/);
});

test('an unknown program suggests one of a like name', async () => {
  const page = await get(app, '/programs/auyl-amanat?hl=en');
  expect(page.text).toContain('href="/programs/auyl-amanaty?hl=en"');
});

const CLAIM = encodeURIComponent('ә'.repeat(2_001));
const UNANSWERABLE: readonly [path: string, english: string, kazakh: string][] = [
  ['/search?from=2026-13-01', 'from: expected a day, YYYY-MM-DD', 'from: күтілген мән — күн'],
  ['/search?to=yesterday', 'to: expected a day, YYYY-MM-DD', 'to: күтілген мән — күн'],
  ['/search?from=2026-02-02&to=2026-01-01', 'from: expected a day not after “to”', 'кеш емес күн'],
  ['/search?page=0', 'page: expected a whole number from 1 to 10000', 'бүтін сан'],
  ['/search?page=1e3', 'page: expected a whole number', 'бүтін сан'],
  ['/search?page=99999999999999999999', 'page: expected a whole number', 'бүтін сан'],
  ['/search?lang=de', 'lang: expected one of kk, ru, mixed', 'мыналардың бірі: kk, ru, mixed'],
  [`/search?q=${'a'.repeat(10_000)}`, 'q: expected at most 500 characters', '500 таңба'],
  [`/check?claim=${CLAIM}`, 'claim: expected at most 2000 characters', '2000 таңба'],
  ['/check?claim=x&asOf=2026-02-30', 'asOf: expected a day, YYYY-MM-DD', 'asOf: күтілген мән — күн'],
  ['/check?claim=x&claimedAt=1', 'claimedAt: expected a day, YYYY-MM-DD', 'claimedAt: күтілген мән — күн'],
  ['/check?claim=x&lang=en', 'lang: expected one of kk, ru', 'мыналардың бірі: kk, ru'],
];
test.each(UNANSWERABLE)(
  '%s cannot be answered, and says why in the reader’s language',
  async (path, en, kk) => {
    for (const [hl, words] of [
      ['en', en],
      ['kk', kk],
    ] as const) {
      const page = await get(app, `${path}&hl=${hl}`);
      expect(page.status).toBe(400);
      expect(page.text).toContain(`<html lang="${hl}">`);
      expect(page.text).toContain(words);
    }
    const json = await get(app, `${twinOf(path, 'json')}&hl=kk`);
    expect(json.status).toBe(400);
    // What a program reads does not change with the language of a reader.
    expect(JSON.parse(json.text).error).toMatchObject({
      code: 'bad-query',
      detail: expect.stringContaining(en),
    });
  },
);

const BEYOND = [
  '/programs',
  '/regions',
  '/officials',
  '/stories',
  '/programs/auyl-amanaty',
  '/search?q=кредит',
];
test.each(BEYOND)(
  'a page beyond the last of %s leads back, and does not call the list empty',
  async (path) => {
    const on = (page: string) => `${path}${path.includes('?') ? '&' : '?'}${page}hl=ru`;
    const { status, text } = await get(app, on('page=900&'));
    expect(status).toBe(200);
    expect(text).toContain('Такой страницы нет: список кончается раньше.');
    expect(text).not.toMatch(/не найдено ни|Ни об одном|ничего не нашлось/);
    expect((await get(app, on(''))).text).not.toContain('Такой страницы нет');
  },
);

test('a day before everything was not an empty store', async () => {
  const { status, text } = await get(app, '/?asOf=1900-01-01&hl=ru');
  expect(status).toBe(200);
  expect(text).toContain('На тот момент ничего не было известно.');
  expect(text).not.toContain('Хранилище пусто');
});

test('a table that a page does not have is named with those it has', async () => {
  const { status, text } = await get(app, '/programs.csv?table=none');
  expect(status).toBe(400);
  expect(text).toContain('table: expected one of programs');
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
  const response = await app.request('/programs.json', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
  expect(await response.json()).toMatchObject({ error: { status: 405, code: 'read-only' } });
});

test('an address of 20 kB is too long, in every form', async () => {
  for (const form of ['', '.json', '.csv']) {
    const page = await get(app, `/search${form}?hl=ru&q=${'x'.repeat(20_000)}`);
    expect(page.status).toBe(414);
    expect(page.text).toContain(form === '' ? 'Адрес слишком длинный' : 'too-long');
  }
});

const HOSTS: readonly [host: string, status: number][] = [
  ['localhost:8080', 200],
  ['127.0.0.1:8080', 200],
  ['192.168.0.7', 200],
  ['[::1]:8080', 200],
  ['derek.example.kz', 200],
  ['DEREK.example.kz:443', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['derek.example.kz.evil.example', 421],
];
test.each(HOSTS)('asked for as %s it answers %i', async (host, status) => {
  const response = await app.request(`http://${host}/programs.json`);
  expect(response.status).toBe(status);
  if (status !== 200) expect(await response.json()).toMatchObject({ error: { code: 'wrong-host' } });
});

/** A record of its own, opened as `derek serve` does, for a test that harms the file. */
function servedCopy(name: string): { readonly on: Hono; readonly db: string; readonly close: () => void } {
  const db = file(name);
  const own = openStore(db, { clock });
  fillExplorerRecord(own);
  own.close();
  // As 'derek backup' writes it: in this mode a writer keeps readers out.
  const plain = new Database(db);
  plain.pragma('journal_mode = DELETE');
  plain.close();
  const reader = openStore(db, { clock, readonly: true, waitMs: 10 });
  return { on: createApp(siteOver(reader, [])), db, close: () => reader.close() };
}

const PATHS = [
  '/',
  '/programs',
  '/articles/credits-kk',
  '/check?claim=Выдано 5 кредитов',
  '/search?q=кредит',
];

test('a store that another program holds is busy, and pages come back with it', async () => {
  const { on, db, close } = servedCopy('busy.db');
  const other = new Database(db);
  other.exec('BEGIN EXCLUSIVE');
  for (const path of PATHS) {
    const page = await get(on, `${path}${path.includes('?') ? '&' : '?'}hl=kk`);
    expect(page.status, path).toBe(503);
    expect(page.headers.get('retry-after')).toBe('5');
    expect(page.text).toContain('Қоймаға қазір жазылып жатыр');
  }
  const json = await get(on, '/programs.json');
  expect(JSON.parse(json.text).error).toMatchObject({ status: 503, code: 'store-busy' });
  other.exec('COMMIT');
  other.close();
  expect((await get(on, '/')).status).toBe(200);
  close();
});

test('a store that was moved away is told of, and found again', async () => {
  const { on, db, close } = servedCopy('gone.db');
  renameSync(db, `${db}.elsewhere`);
  for (const path of PATHS) {
    const page = await get(on, path);
    expect(page.status, path).toBe(503);
    expect(page.text).toContain('Қойма орнында жоқ');
  }
  expect(JSON.parse((await get(on, '/index.json')).text).error.code).toBe('store-gone');
  renameSync(`${db}.elsewhere`, db);
  expect((await get(on, '/')).status).toBe(200);
  close();
});

test('a store that was damaged under way says so, and never shows half a page', async () => {
  const { db, close } = servedCopy('damaged.db');
  close();
  const torn = file('torn.db');
  copyFileSync(db, torn);
  const reader = openStore(torn, { clock, readonly: true });
  truncateSync(torn, 8_192);
  const on = createApp(siteOver(reader, []));
  for (const path of PATHS) {
    const page = await get(on, `${path}${path.includes('?') ? '&' : '?'}hl=ru`);
    expect(page.status, path).toBe(500);
    expect(page.text).toContain('Хранилище не читается');
    expect(page.text).toContain('</html>');
  }
  reader.close();
});
