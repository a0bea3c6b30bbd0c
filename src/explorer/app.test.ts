import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ObservationRow, Store } from '../store/index.ts';
import { openStore } from '../store/index.ts';
import { fillExplorerRecord, HOSTILE } from '../testing/explorer-record.ts';
import { siteOver } from '../testing/explorer-site.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { createApp } from './app.ts';

const file = temporaryFolder();
const clock = (): Date => new Date('2026-02-06T05:00:00Z');
const failures: unknown[] = [];
const explorer = (store: Store): Hono => createApp(siteOver(store, failures));

let full: Store;
let empty: Store;
let app: Hono;
let bare: Hono;

beforeAll(() => {
  full = openStore(file('full.db'), { clock });
  fillExplorerRecord(full);
  empty = openStore(file('empty.db'), { clock });
  app = explorer(full);
  bare = explorer(empty);
});
afterAll(() => {
  full.close();
  empty.close();
  expect(failures).toEqual([]);
});

const get = async (on: Hono, path: string, headers: Record<string, string> = {}) => {
  const response = await on.request(path, { headers });
  const bytes = await response.arrayBuffer();
  // `text()` would drop the BOM that our CSV has to have.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { status: response.status, headers: response.headers, text };
};
const twinOf = (path: string, form: 'json' | 'csv'): string => {
  const [at = '', query] = path.split('?');
  return `${at === '/' ? '/index' : at}.${form}${query === undefined ? '' : `?${query}`}`;
};

const LISTS = [
  '/',
  '/programs',
  '/regions',
  '/officials',
  '/stories',
  '/check',
  '/search',
  '/runs',
  '/about',
];
const ENTITIES = [
  '/programs/auyl-amanaty',
  '/regions/KZ-10',
  '/regions/KZ-71',
  '/officials/~берик-уали',
  '/indicators/loans-issued',
  '/articles/credits-kk',
  '/articles/credits-ru',
  '/articles/notice-ru',
  '/articles/hostile',
  '/articles/wells-ru',
  '/articles/wells-ru?beside=wells-kk',
  '/stories/wells-kk',
  '/stories/wells-ru',
  '/search?q=кредит',
  '/check?claim=По программе «Ауыл аманаты» в 2025 году выдано более 12 тысяч кредитов',
  '/check?claim=Ауыл аманаты аясында 2025 жылы 90 мың несие берілді&asOf=2026-02-05&claimedAt=2026-02-04',
  '/check?claim=Хорошая погода',
];

describe.each([...LISTS, ...ENTITIES])('%s', (path) => {
  test('answers in three languages and three forms', async () => {
    for (const hl of ['kk', 'ru', 'en']) {
      const page = await get(app, `${path}${path.includes('?') ? '&' : '?'}hl=${hl}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`<html lang="${hl}">`);
      expect(page.text).toContain('class="sample"');
      expect(page.text).not.toMatch(/undefined|\[object|NaN/);
      // Nothing is styled or run from within the page, and nothing is fetched from elsewhere.
      const markup = page.text.replace(/"[^"]*"/g, '""');
      expect(markup).not.toMatch(/<[^>]* style=|<[^>]* on[a-z]+=|<style|<script(?! type="" src="")/);
      expect(page.text).not.toMatch(
        /<(?:img|iframe|link (?!rel="canonical")|script|source|use)[^>]*(?:src|href)="https?:/,
      );
    }
    const json = await get(app, twinOf(path, 'json'));
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(json.text)).toBeTypeOf('object');
    const csv = await get(app, twinOf(path, 'csv'));
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.text.startsWith('\ufeff')).toBe(true);
  });

  test('every link inside leads somewhere', async () => {
    const { text } = await get(app, path);
    const links = [...text.matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of new Set(links)) {
      const [address = '', anchor] = link.split('#');
      const there = await get(app, address);
      expect(there.status, link).toBe(200);
      if (anchor !== undefined) expect(there.text, link).toContain(`id="${anchor}"`);
    }
    for (const [, anchor = ''] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${anchor}"`);
  });
});

test.each([
  ['kk', 'өріс табылмайды'],
  ['ru', 'поле больше не находится'],
  ['en', 'a field is no longer found'],
])('/runs in %s shows what is wrong with an outlet', async (hl, words) => {
  const { text } = await get(app, `/runs?hl=${hl}`);
  expect(text).toContain(words);
  expect(text).toContain('in 0 of 2 articles');
});

test.each(LISTS)('%s of an empty store says so in every form', async (path) => {
  const page = await get(bare, path);
  expect(page.status).toBe(200);
  if (!['/about', '/check', '/search'].includes(path)) expect(page.text).toContain('class="empty"');
  expect(page.text).not.toContain('class="sample"');
  expect((await get(bare, twinOf(path, 'json'))).status).toBe(200);
  expect((await get(bare, twinOf(path, 'csv'))).text.split('\r\n')).toHaveLength(2);
});

test('HEAD answers like GET, without a body', async () => {
  const response = await app.request('/programs', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});

test.each(['/', '/nowhere', '/programs.json', '/public/explorer.css'])('%s is locked down', async (path) => {
  const { headers } = await get(app, path);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('a program page and its twin agree, and show value, doubt, date and source', async () => {
  const { text } = await get(app, '/programs/auyl-amanaty?hl=ru');
  const twin = JSON.parse((await get(app, '/programs/auyl-amanaty.json')).text) as {
    values: ObservationRow[];
  };
  const { values } = twin;
  expect(values).toHaveLength(6);
  for (const value of values) {
    expect(text).toContain(`<mark>${value.quote}</mark>`);
    expect(text).toContain(`href="/articles/${value.articleId}?hl=ru#s-${value.start}-${value.end}"`);
  }
  expect(text).toMatch(/&gt; 12\s000/);
  expect(text).toMatch(/80\sмлрд → 100\sмлрд\s₸/);
  expect(text).toContain('href="https://baq.kz/auyl-amanaty-qorytyndy-300002/"');
  expect(text).toContain('class="inferred"');
  expect(text).toMatch(/<span class="badge">план<\/span>/);
  const unknown = text.indexOf('id="undated"');
  expect(unknown).toBeGreaterThan(0);
  expect(text.indexOf('46 кооперативов')).toBeGreaterThan(unknown);
});

test('values stand newest first', async () => {
  const { text } = await get(app, '/programs/auyl-amanaty?hl=en');
  const list = text.slice(text.indexOf('class="observations"'), text.indexOf('id="undated"'));
  const dates = [...list.matchAll(/<p class="when">.*?(\d{4})/gs)].map(([, year]) => year);
  expect(dates).toEqual(['2026', '2026', '2025', '2025', '2024']);
});

test('the CSV of a program holds every value with its sentence and source', async () => {
  const { text } = await get(app, '/programs/auyl-amanaty.csv');
  const [head = '', ...rows] = text.trimEnd().split('\r\n');
  expect(rows).toHaveLength(6);
  expect(head).toContain('comparator,value,high');
  expect(text).toContain(',gt,12000,');
  const events = await get(app, '/programs/auyl-amanaty.csv?table=events');
  expect(events.text).toContain('opening,actual,2026-01-20');
});

test('an article page marks its facts and leads from each to its card', async () => {
  const { text } = await get(app, '/articles/credits-kk?hl=en');
  expect(text).toMatch(
    /<mark class="hl hl-indicator" id="s-\d+-\d+"><a href="#fact-s-\d+-\d+"[^>]*>12 мыңнан астам/,
  );
  expect(text).toContain('<mark class="hl hl-region"><a href="#region-0"');
  expect(text).toContain('<code>test/indicator</code>');
  expect(text).toContain('<div class="story" lang="kk">');
});

test('a text that begins with its headline shows it once, with its facts', async () => {
  const { text } = await get(app, '/articles/headline?hl=ru');
  expect(text).toMatch(
    /<h1 lang="ru">Открыто <mark class="hl hl-indicator"[^>]*><a [^>]*>12 школ<\/a><\/mark><\/h1>/,
  );
  expect(text.slice(text.indexOf('<main'), text.indexOf('</main>')).match(/Открыто /g)).toHaveLength(1);
});

test('what stood around the story stands in its place, dimmed and named', async () => {
  const { text } = await get(app, '/articles/headline?hl=ru');
  expect(text).toContain('<p>Новые здания приняли первых учеников.</p>');
  expect(text).toMatch(
    /<p class="furniture"><span class="badge" lang="ru"[^>]*>анонс<\/span> Читайте также: цены на хлеб<\/p>/,
  );
});

test('the words of an article are shown, never run', async () => {
  const paths = [
    '/',
    '/programs',
    '/articles/hostile',
    '/search?q=кредитов',
    `/search?q=${encodeURIComponent(HOSTILE)}`,
  ];
  for (const path of paths) {
    const { text } = await get(app, path);
    expect(text, path).toContain('&lt;script&gt;alert');
    expect(text, path).not.toContain('<script>alert');
    expect(text, path).not.toContain('<img');
    expect(text, path).not.toContain('javascript:');
  }
  expect((await get(app, '/articles/hostile.csv')).text).toContain("'=1+1");
});

test('the language asked for is kept in links, that of the browser is not written into them', async () => {
  const asked = await get(app, '/programs?hl=ru');
  expect(asked.text).toContain('href="/programs/auyl-amanaty?hl=ru"');
  const told = await get(app, '/programs', { 'Accept-Language': 'ru-RU,ru;q=0.9' });
  expect(told.text).toContain('<html lang="ru">');
  expect(told.text).toContain('href="/programs/auyl-amanaty"');
});

test('search finds any case form and keeps its filters', async () => {
  const found = await get(app, '/search?q=кредиты&publisher=baq-ru&hl=ru');
  expect(found.text).toContain('/articles/credits-ru?hl=ru');
  expect(found.text).toContain('<option value="baq-ru" selected>');
  const none = await get(app, '/search?q=кредиты&publisher=baq-kk&hl=ru');
  expect(none.text).toContain('class="empty"');
});

test('a private person has no page: only those with a post are officials', async () => {
  const twin = JSON.parse((await get(app, '/officials.json')).text) as {
    officials: { post: Record<string, string | null> }[];
  };
  expect(twin.officials.every(({ post }) => (post['kk'] ?? post['ru'] ?? '') !== '')).toBe(true);
});
