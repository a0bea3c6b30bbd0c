import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadPublishers, type Publisher, type Source } from '../../catalog/publishers.ts';
import type { Page } from '../client.ts';
import { firstJobs, readSource, type SourceJob, type Window } from './source.ts';

const kazinform = loadPublishers().find((p) => p.key === 'kazinform-ru') as Publisher;
const LIST = 'https://www.inform.kz/ru/lenta';
const ONE = 'https://www.inform.kz/ru/novye-shkoly-otkroyut-1a2b3c4d';
const TWO = 'https://www.inform.kz/ru/zhile-dlya-semey-2b3c4d5e';

const page = (url: string, body: string | Buffer): Page => ({
  kind: 'page',
  url,
  status: 200,
  body: Buffer.from(body),
  contentType: 'text/html',
  etag: undefined,
  lastModified: undefined,
  headers: new Map(),
});

/** The job for a source of the publisher, or for one like it of another kind. */
function job(kind: Source['kind'], more: Partial<SourceJob> = {}): SourceJob {
  const own = firstJobs(kazinform).find((j) => j.source.kind === kind);
  const url = 'https://www.inform.kz/sitemap.xml';
  const source = kind === 'sitemap' ? { kind, url } : undefined;
  return { ...(own ?? { url, publisher: kazinform, page: 1, depth: 0, source: source as Source }), ...more };
}
const cards = (...urls: string[]): string =>
  urls.map((url) => `<a class="news-card" href="${url}"><h3>t</h3></a>`).join('');

interface Expected {
  readonly articles?: readonly string[];
  readonly next?: readonly string[];
}
function check(given: SourceJob, body: string | Buffer, expected: Expected, window: Window = {}): void {
  const { articles, next } = readSource(given, page(given.url, body), window);
  expect(articles.map((a) => a.url)).toEqual(expected.articles ?? []);
  expect(next.map((n) => n.url)).toEqual(expected.next ?? []);
}

test('source: only articles of the publisher, each once, at its one address', () => {
  const links = [
    `${ONE}/?utm_source=tg#top`,
    '/ru/zhile-dlya-semey-2b3c4d5e',
    ONE,
    'https://other.kz/ru/x-1a2b3c4d',
    '/ru/lenta',
    '/category/sport_s1',
  ];
  check(job('listing', { page: 99 }), cards(...links), { articles: [ONE, TWO] });
});

test('source: a listing leads to its next page, as far as the publisher says', () => {
  const given = job('listing');
  const pages = given.source.kind === 'listing' ? given.source.pages : 0;
  check(given, cards(ONE), { articles: [ONE], next: [`${LIST}/?page=2`] });
  check({ ...given, page: pages - 1 }, cards(ONE), { articles: [ONE], next: [`${LIST}/?page=${pages}`] });
  check({ ...given, page: pages }, cards(ONE), { articles: [ONE] });
});

const ARCHIVE = 'https://www.inform.kz/lenta/?start_date=';
const day = (date: string): Date => new Date(`${date}T00:00:00+05:00`);
const NOW = new Date('2026-11-22T02:30:00+05:00');

test.each<[string, Window, readonly string[]]>([
  ['no window', {}, []],
  ['the last days of a nightly run', { since: day('2026-11-18') }, []],
  [
    'a range',
    { since: day('2026-01-30'), until: day('2026-02-02'), backfill: true },
    ['2026-02-01', '2026-01-31', '2026-01-30'],
  ],
  ['one day', { since: day('2026-01-30'), until: day('2026-01-31'), backfill: true }, ['2026-01-30']],
  ['until today', { since: day('2026-11-20'), backfill: true }, ['2026-11-22', '2026-11-21', '2026-11-20']],
  ['days to come', { since: day('2026-12-20'), backfill: true }, []],
])('source: the archive of an outlet is asked for the days of %s', (_name, window, days) => {
  const jobs = firstJobs(kazinform, window, NOW).filter((j) => j.source.kind === 'archive');
  expect(jobs.map((j) => j.day)).toEqual(days);
  expect(jobs.map((j) => j.url)).toEqual(days.map((d) => `${ARCHIVE}${d}&end_date=${d}`));
});

test('source: what the archive of a day lists is of that day, and its pages are turned', () => {
  const window = { since: day('2026-01-30'), until: day('2026-01-31'), backfill: true };
  const given = firstJobs(kazinform, window, NOW).find((j) => j.source.kind === 'archive') as SourceJob;
  check(
    given,
    cards(ONE),
    { articles: [ONE], next: [`${ARCHIVE}2026-01-30&end_date=2026-01-30&page=2`] },
    window,
  );
  expect(readSource(given, page(given.url, cards(ONE)), window).articles).toEqual([
    { url: ONE, lastmod: '2026-01-30' },
  ]);
});

const entry = (tag: string, url: string, lastmod: string): string =>
  `<${tag}><loc>${url}</loc>${lastmod === '' ? '' : `<lastmod>${lastmod}</lastmod>`}</${tag}>`;
const MAP = 'https://www.inform.kz/sitemap';
const INDEX = `<sitemapindex>${entry('sitemap', `${MAP}-2010.xml`, '2010-12-31')}${entry('sitemap', `${MAP}-2026.xml.gz`, '2026-11-21')}${entry('sitemap', `${MAP}-new.xml`, '')}</sitemapindex>`;

test('source: of a sitemap index only what can hold wanted articles is read, and no index within it', () => {
  const since = new Date('2026-11-20T00:00:00Z');
  check(job('sitemap'), INDEX, { next: [`${MAP}-2026.xml.gz`, `${MAP}-new.xml`] }, { since });
  check(job('sitemap'), INDEX, { next: [`${MAP}-2010.xml`, `${MAP}-2026.xml.gz`, `${MAP}-new.xml`] });
  check(job('sitemap', { depth: 1 }), INDEX, {});
});

test('source: a packed sitemap, filtered by time', () => {
  const xml = `<urlset>${entry('url', ONE, '2026-11-19')}${entry('url', TWO, '2026-11-21T23:00:00+05:00')}</urlset>`;
  const given = job('sitemap', { url: `${MAP}-2026.xml.gz`, depth: 1 });
  check(given, gzipSync(xml), { articles: [ONE, TWO] });
  check(given, gzipSync(xml), { articles: [TWO] }, { since: new Date('2026-11-20T12:00:00Z') });
  check(given, gzipSync(xml), { articles: [ONE] }, { until: new Date('2026-11-20T12:00:00Z') });
});

test('source: a feed in windows-1251 that says so', () => {
  const xml = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>x</title><item><title>`;
  const body = Buffer.concat([
    Buffer.from(xml),
    Buffer.from([0xcf, 0xf0, 0xe8]),
    Buffer.from(`</title><link>${ONE}</link></item></channel></rss>`),
  ]);
  check(job('rss'), body, { articles: [ONE] });
});
