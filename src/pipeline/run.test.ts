import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { loadPublishers, type Publisher } from '../catalog/publishers.ts';
import { createClient, Fetcher, SAMPLE_AGENT, sampleTransport } from '../crawl/index.ts';
import { buildSites, startReplicas, urlOf } from '../replica/index.ts';
import { articleIdOf, openStore, type Store } from '../store/index.ts';
import { languageOnly } from '../testing/language-only.ts';
import { type Loopback, loopback, type Reply } from '../testing/loopback.ts';
import { chainOf } from './chain.ts';
import type { Report } from './report.ts';
import { type RunOptions, run } from './run.ts';
import { readHere } from './story.ts';

const publishers = loadPublishers();
const HOUR = 3600_000;

/** A store file, and runs against whatever answers for the hosts. */
function bench(hosts: () => ReadonlyMap<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'derek-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const db = join(folder, 'test.db');
  let now = new Date('2026-11-22T06:00:00Z');
  const clock = (): Date => now;
  const open = async <T>(work: (store: Store) => Promise<T> | T): Promise<T> => {
    const store = openStore(db, { clock });
    try {
      return await work(store);
    } finally {
      store.close();
    }
  };
  const night = (who: readonly Publisher[], more: Partial<RunOptions> = {}): Promise<Report> =>
    open(async (store) => {
      const client = createClient({ userAgent: SAMPLE_AGENT, transport: sampleTransport(hosts()), clock });
      const fetcher = new Fetcher(client, clock, {
        pace: { concurrency: 4, interval: 0 },
        backoff: { attempts: 2, base: 10, patience: 1_000, random: () => 0.5 },
      });
      const reader = readHere(chainOf(publishers, languageOnly, 'test'));
      try {
        return await run({
          kind: 'test',
          publishers: who,
          store,
          fetcher,
          reader,
          clock,
          together: 4,
          ...more,
        });
      } finally {
        await fetcher.close();
      }
    });
  const wait = (hours: number): void => {
    now = new Date(now.getTime() + hours * HOUR);
  };
  return { db, night, open, wait };
}

/** Rows of every table of a store. */
function rows(file: string): Record<string, number> {
  const db = new Database(file, { readonly: true });
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const counts = names.map((name) => [
    name,
    db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
  ]);
  db.close();
  return Object.fromEntries(counts) as Record<string, number>;
}

test('the sample outlets: every story once, in its language; a second night fetches and adds nothing', async () => {
  const replicas = await startReplicas();
  onTestFinished(() => replicas.close());
  const { db, night, open } = bench(() => replicas.origins);
  await night(publishers);
  const written = buildSites().flatMap((site) =>
    site.articles.filter((a) => a.kind === 'story').map((a) => `${urlOf(site, a)} ${a.lang}`),
  );
  const stored = (store: Store): string[] => [...store.all.articles()].map((a) => `${a.url} ${a.lang}`);
  expect(await open((store) => stored(store).sort())).toEqual(written.sort());

  const before = rows(db);
  const asked = replicas.hits.length;
  const second = await night(publishers);
  expect(second.counts).toMatchObject({ fetched: 0, new: 0 });
  expect(rows(db)).toEqual(before);
  const paths = buildSites().flatMap((site) =>
    [...site.byPath.keys()].map((path) => site.outlet.host + path),
  );
  expect(replicas.hits.slice(asked).filter(({ host, path }) => paths.includes(host + path))).toEqual([]);
});

const liter = publishers.filter((p) => p.key === 'liter');
const SITE = 'https://liter.kz';
/** Addresses of this outlet carry their time; all of these are of the morning of the run. */
const path = (slug: string): string => `/${slug}-1795323600/`;
const story = (more = ''): string =>
  `В Алматы открыли новую школу на 600 мест, сообщил аким города. ${more} `.repeat(4);
const html = (text: string): string =>
  `<html lang="ru"><head><title>Новая школа</title><meta property="og:type" content="article"></head>
   <body><article><h1>Новая школа</h1><p>${text}</p><p>${text}</p></article></body></html>`;
const article =
  (text: string, tag?: string): Reply =>
  (request, response) => {
    if (tag !== undefined && request.headers['if-none-match'] === tag)
      return void response.writeHead(304).end();
    return void response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(tag === undefined ? {} : { etag: tag }),
      })
      .end(html(text));
  };
const sitemap = (slugs: readonly string[]): string =>
  `<urlset>${slugs.map((slug) => `<url><loc>${SITE}${path(slug)}</loc></url>`).join('')}</urlset>`;
type Routes = Record<string, Reply | readonly Reply[]>;

/** The same page in an encoding of old, under a header that may say something else. */
const encoded = (charset: string, contentType: string): Reply => ({
  headers: { 'content-type': contentType },
  body: iconv.encode(
    html(story()).replace('<head>', `<head><meta charset="${charset === 'rk1048' ? 'kz-1048' : charset}">`),
    charset,
  ),
});

/** liter.kz with these articles; the map says by slug what is answered. */
const outlet = (
  articles: Readonly<Record<string, Reply | readonly Reply[]>>,
  more: Routes = {},
): Promise<Loopback> =>
  loopback({
    '/sitemap.news.xml': {
      headers: { 'content-type': 'application/xml' },
      body: sitemap(Object.keys(articles)),
    },
    '/': '<p>nothing</p>',
    ...Object.fromEntries(Object.entries(articles).map(([slug, reply]) => [path(slug), reply])),
    ...more,
  });
const visited = (server: Loopback): string[] =>
  server
    .paths()
    .filter((p) => p !== '/' && !p.startsWith('/sitemap'))
    .map((p) => p.slice(1, -path('').length + 1))
    .sort();

test('a second look: unchanged, changed, removed and new articles are told apart, old ones are left alone', async () => {
  const first = await outlet({
    same: article(story(), '"1"'),
    edited: article(story(), '"2"'),
    removed: article(story('Ремонт.')),
    untagged: article(story('Спорт.')),
  });
  let server = first;
  const { night, open, wait } = bench(() => new Map([['liter.kz', server.origin]]));
  expect((await night(liter)).counts).toMatchObject({ fetched: 4, new: 4 });

  wait(1);
  await night(liter);
  expect(visited(first)).toEqual(['edited', 'removed', 'same', 'untagged']);

  server = await outlet({
    same: article(story(), '"1"'),
    edited: article(story('Теперь на 700 мест.'), '"3"'),
    removed: { status: 410 },
    untagged: article(story('Спорт.')),
    added: article(story('Наука.')),
  });
  wait(6);
  const third = await night(liter);
  expect(third.counts).toEqual({ fetched: 5, new: 1, changed: 1, unchanged: 2, refused: 1, failed: 0 });
  expect(third.publishers[0]?.skipped).toEqual([{ reason: 'gone', count: 1 }]);
  const same = server.seen.find((s) => s.path === path('same'));
  expect(same?.headers['if-none-match']).toBe('"1"');
  await open((store) => {
    expect(store.frontier.entry(`${SITE}${path('removed')}`)).toMatchObject({ state: 'gone', nextAt: null });
    expect(store.overview().articles.reduce((sum, a) => sum + a.articles, 0)).toBe(5);
  });

  const old = visited(server).length;
  wait(24 * 30);
  await night(liter);
  expect(visited(server).length - old).toBe(4);
  wait(24 * 365);
  await night(liter);
  expect(visited(server).length - old).toBe(4);
});

test('a night with 5 edited, 3 removed and 4 new articles of 40 gives exactly that, and bodies of nothing else', async () => {
  const slug = (n: number): string => `n${n}`;
  const first = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [slug(n), article(story(`Номер ${n}.`), `"${n}"`)]),
  );
  let server = await outlet(first);
  const { night, wait } = bench(() => new Map([['liter.kz', server.origin]]));
  expect((await night(liter)).counts).toMatchObject({ new: 40 });
  wait(7);
  const edited = [1, 4, 9, 16, 25].map((n) => [
    slug(n),
    article(story(`Номер ${n}, исправлено.`), `"${n}b"`),
  ]);
  const removed = [2, 3, 5].map((n) => [slug(n), { status: n === 2 ? 404 : 410 } satisfies Reply]);
  const added = [40, 41, 42, 43].map((n) => [slug(n), article(story(`Номер ${n}.`))]);
  server = await outlet({ ...first, ...Object.fromEntries([...edited, ...removed, ...added]) });
  const report = await night(liter);
  expect(report.counts).toEqual({ fetched: 44, new: 4, changed: 5, unchanged: 32, refused: 3, failed: 0 });
  expect(report.publishers[0]?.skipped).toEqual([{ reason: 'gone', count: 3 }]);
  expect(report.archive.pages).toBe(9);
  // Sitemap and home page, then one request for each address that was due.
  expect(server.paths()).toHaveLength(2 + 44);
});

test('a body selector that was broken on purpose: an alarm names publisher and field, and the articles are read all the same', async () => {
  const kazpravda = publishers.filter((p) => p.key === 'kazpravda');
  const paths = Array.from({ length: 6 }, (_, n) => `/n/novaya-shkola-${n}/`);
  const page = (n: number): string =>
    `<html><body><h1 class="article__title">Новая школа</h1><time class="article__date">22 ноября 2026 г. 9:26</time>
     <div class="article__body"><p>${story(`Класс ${n}.`)}</p><p>${story()}</p></div></body></html>`;
  const server = await loopback({
    '/sitemap.xml': `<urlset>${paths.map((p) => `<url><loc>https://kazpravda.kz${p}</loc></url>`).join('')}</urlset>`,
    ...Object.fromEntries(paths.map((p, n) => [p, page(n)])),
  });
  const alarms = async (who: readonly Publisher[]): Promise<Report> => {
    const { night } = bench(() => new Map([['kazpravda.kz', server.origin]]));
    return night(who, { reader: readHere(chainOf(who, languageOnly, 'test')) });
  };
  const whole = await alarms(kazpravda);
  expect(whole.counts.new).toBe(6);
  expect(whole.alarms).toEqual([]);

  const broken = kazpravda.map((p) => ({
    ...p,
    layouts: p.layouts.map((layout) => ({ ...layout, body: ['.nothing-of-the-kind'] })),
  }));
  const { counts, alarms: raised } = await alarms(broken);
  expect(counts.new).toBe(6);
  expect(raised).toEqual([
    {
      publisher: 'kazpravda',
      kind: 'field',
      field: 'body',
      detail: "found where the publisher's file says in 0 of 6 articles",
    },
  ]);
});

test('a hostile outlet: every address ends in a true state, and the counts reconcile', async () => {
  const server = await outlet(
    {
      good: article(story()),
      moved: { status: 301, headers: { location: path('moved-here') } },
      home: { status: 302, headers: { location: '/' } },
      inside: { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
      secret: { status: 302, headers: { location: '/private/x' } },
      forbidden: article(story()),
      missing: { status: 404 },
      busy: { status: 429, headers: { 'retry-after': '7200' } },
      broken: { status: 500 },
      empty: '<html><body></body></html>',
      long: (_, response) => void response.end(Buffer.alloc(12_000_000, 'a')),
      drops: (request) => request.socket.destroy(),
      bomb: { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(60_000_000)) },
      cp1251: encoded('windows-1251', 'text/html; charset=windows-1251'),
      kz1048: encoded('rk1048', 'text/html'),
      lies: encoded('windows-1251', 'text/html; charset=utf-8'),
    },
    {
      [path('moved-here')]: article(story('Переезд.')),
      '/robots.txt': `User-agent: *\nDisallow: /private/\nDisallow: ${path('forbidden')}`,
    },
  );
  const { night, open } = bench(() => new Map([['liter.kz', server.origin]]));
  const {
    counts,
    publishers: [told],
  } = await night(liter);
  expect(counts.fetched).toBe(
    counts.new + counts.changed + counts.unchanged + counts.refused + counts.failed,
  );
  expect(counts).toMatchObject({ fetched: 16, new: 5, failed: 5 });
  expect(told?.failures.map((f) => f.url.replace(SITE, '')).sort()).toEqual(
    ['bomb', 'broken', 'busy', 'drops', 'long'].map(path).sort(),
  );
  const states: Record<string, readonly [string, number | null]> = {
    good: ['fetched', 6],
    'moved-here': ['fetched', 6],
    moved: ['moved', null],
    home: ['gone', null],
    inside: ['refused', null],
    secret: ['refused', 168],
    forbidden: ['refused', 168],
    missing: ['gone', null],
    busy: ['failed', 2],
    broken: ['failed', 0.25],
    empty: ['failed', 24],
    long: ['failed', 24],
    drops: ['failed', 0.25],
    bomb: ['failed', 24],
    cp1251: ['fetched', 6],
    kz1048: ['fetched', 6],
    lies: ['fetched', 6],
  };
  await open((store) => {
    for (const slug of ['cp1251', 'kz1048', 'lies'])
      expect(store.article(articleIdOf(`${SITE}${path(slug)}`))?.text).toContain('сообщил аким города');
    for (const [slug, [state, hours]] of Object.entries(states)) {
      const entry = store.frontier.entry(`${SITE}${path(slug)}`);
      expect(entry?.state, slug).toBe(state);
      const at = entry?.nextAt;
      expect(at == null ? null : (Date.parse(at) - Date.parse('2026-11-22T06:00:00Z')) / HOUR, slug).toBe(
        hours,
      );
    }
  });
  expect(server.paths()).not.toContain('/private/x');
  expect(server.paths()).not.toContain(path('forbidden'));
});

test('an outlet whose robots.txt answers 5xx is not touched, and counts as failed', async () => {
  const server = await outlet({ good: article(story()) }, { '/robots.txt': { status: 503 } });
  const { night } = bench(() => new Map([['liter.kz', server.origin]]));
  const {
    publishers: [told],
  } = await night(liter);
  expect(told?.state).toBe('failed');
  expect(told?.sources[0]?.problem).toMatch(/robots\.txt: HTTP 503/);
  expect(server.paths()).toEqual([]);
});

test('rules that cannot be loaded end a run, and nothing is recorded of it', async () => {
  const server = await outlet({ a: article(story()) });
  const { night, open } = bench(() => new Map([['liter.kz', server.origin]]));
  const refusal = Promise.reject(new Error('data/rules: line 3'));
  const reader = { ruleset: refusal, spent: { read: 0, extract: 0 }, read: () => refusal };
  await expect(night(liter, { reader })).rejects.toThrow('line 3');
  await open((store) => {
    expect(store.runs(1)).toEqual([]);
    expect(store.frontier.counts('liter')).toMatchObject({ fetched: 0, failed: 0 });
  });
});

test('one outlet that is down costs only itself', async () => {
  const server = await outlet({ good: article(story()) });
  const { night } = bench(
    () =>
      new Map([
        ['liter.kz', server.origin],
        ['rus.baq.kz', 'http://127.0.0.1:1'],
      ]),
  );
  const report = await night(publishers.filter((p) => ['liter', 'baq-ru'].includes(p.key)));
  expect(report.publishers.map((p) => [p.publisher, p.state])).toEqual([
    ['baq-ru', 'failed'],
    ['liter', 'done'],
  ]);
  expect(report.counts.new).toBe(1);
});

test('a limit of articles is kept, and what is left comes with the next run', async () => {
  const slugs = ['a', 'b', 'c', 'd', 'e'];
  const server = await outlet(Object.fromEntries(slugs.map((slug) => [slug, article(story(slug))])));
  const { night } = bench(() => new Map([['liter.kz', server.origin]]));
  expect((await night(liter, { articles: 2 })).counts.new).toBe(2);
  expect((await night(liter, { articles: 2 })).counts.new).toBe(2);
  expect((await night(liter)).counts.new).toBe(1);
  expect(visited(server)).toEqual(slugs);
});

test('what an earlier run found is asked for beside the lists, once, and within the limit of articles', async () => {
  const slugs = ['a', 'b', 'c', 'd', 'e'];
  const server = await outlet(Object.fromEntries(slugs.map((slug) => [slug, article(story(slug))])));
  const { night } = bench(() => new Map([['liter.kz', server.origin]]));
  await night(liter, { articles: 1 });
  const before = server.paths().length;
  expect((await night(liter, { articles: 3, together: 1 })).counts.new).toBe(3);
  const asked = server.paths().slice(before);
  expect(asked[0]).toBe(path('b'));
  expect(asked[1]).toBe('/sitemap.news.xml');
  expect((await night(liter)).counts.new).toBe(1);
  expect(visited(server)).toEqual(slugs);
});

test('a dry run tells what is unknown and what is due, asks for no article and writes nothing', async () => {
  const server = await outlet({ a: article(story()), b: article(story()) });
  const { db, night, open } = bench(() => new Map([['liter.kz', server.origin]]));
  await open((store) => store.frontier.discover('liter', [{ url: `${SITE}${path('c')}` }], new Date(0)));
  const before = rows(db);
  const report = await night(liter, { dryRun: true });
  expect(report.publishers[0]).toMatchObject({ discovered: 2, postponed: 1, languages: [] });
  expect(visited(server)).toEqual([]);
  expect(rows(db)).toEqual(before);
});

test('a fault in our own rules costs one page, is named, and is tried again', async () => {
  const server = await outlet({ good: article(story()), odd: article(story('Странное.')) });
  const { night, open, wait } = bench(() => new Map([['liter.kz', server.origin]]));
  const chain = chainOf(
    publishers,
    {
      extract: (given) => {
        if (given.text.includes('Странное')) throw new RangeError('a rule went astray');
        return languageOnly.extract(given);
      },
    },
    'test',
  );
  const report = await night(liter, { reader: readHere(chain) });
  expect(report.counts).toMatchObject({ new: 1, failed: 1 });
  expect(report.publishers[0]?.failures).toEqual([
    { url: `${SITE}${path('odd')}`, reason: 'internal error: a rule went astray' },
  ]);
  wait(24);
  expect((await night(liter)).counts).toMatchObject({ new: 1, failed: 0 });
  await open((store) => expect(store.frontier.entry(`${SITE}${path('odd')}`)?.state).toBe('fetched'));
});

test('a stopped run keeps what it has, and the next one fetches only the rest', async () => {
  const slugs = Array.from({ length: 30 }, (_, i) => `s${i}`);
  const server = await outlet(Object.fromEntries(slugs.map((slug) => [slug, article(story(slug))])));
  const { night } = bench(() => new Map([['liter.kz', server.origin]]));
  const stop = new AbortController();
  const first = await night(liter, {
    signal: stop.signal,
    onProgress: (done) => {
      if (done >= 5) stop.abort();
    },
  });
  expect(first.stopped).toBe('interrupted');
  expect(first.counts.new).toBeGreaterThanOrEqual(5);
  expect(first.counts.new).toBeLessThan(30);
  const second = await night(liter);
  expect(first.counts.new + second.counts.new).toBe(30);
});

test('a run whose time is over ends though an outlet never does, names what waits, and the next one fetches it', async () => {
  const slugs = Array.from({ length: 12 }, (_, i) => `t${i}`);
  const endless: Reply = (_, response) => void response.writeHead(200).write('<html>');
  const routes = Object.fromEntries(slugs.map((slug) => [slug, article(story(slug))]));
  let server = await outlet({ ...routes, hangs: endless });
  const { night } = bench(() => new Map([['liter.kz', server.origin]]));
  const first = await night(liter, { limitMs: 3_000, whole: true });
  expect(first.stopped).toBe('time');
  const waiting = slugs.length + 1 - first.counts.fetched;
  expect(first.publishers[0]?.postponed).toBe(waiting);
  expect(first.alarms.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['failures', `the time of the run was over: ${waiting} addresses wait for the next run`],
  ]);
  server = await outlet({ ...routes, hangs: article(story('Опоздание.')) });
  const second = await night(liter);
  expect(second.stopped).toBe(null);
  expect(first.counts.new + second.counts.new).toBe(slugs.length + 1);
});

test('listing pages are turned until one shows nothing unknown', async () => {
  const kazinform = publishers.filter((p) => p.key === 'kazinform-ru');
  const LENTA = '/ru/lenta';
  const link = (n: number): string => `/ru/novost-${String(n).padStart(8, '0')}`;
  const list = (...numbers: number[]): Reply =>
    numbers.map((n) => `<a class="news-card" href="${link(n)}">x</a>`).join('');
  const pages = {
    [LENTA]: list(6, 5),
    [`${LENTA}/?page=2`]: list(4, 3),
    [`${LENTA}/?page=3`]: list(2, 1),
    [`${LENTA}/?page=4`]: list(2, 1),
  };
  const articles = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [link(n), article(story(`Новость ${n}.`))]),
  );
  const first = await loopback({ ...pages, ...articles });
  let server = first;
  const { night } = bench(() => new Map([['www.inform.kz', server.origin]]));
  expect((await night(kazinform)).counts.new).toBe(6);
  const turned = (s: Loopback): string[] => s.paths().filter((p) => p.startsWith(LENTA));
  expect(turned(first)).toEqual([LENTA, `${LENTA}/?page=2`, `${LENTA}/?page=3`, `${LENTA}/?page=4`]);
  server = await loopback({
    ...articles,
    [LENTA]: list(8, 7),
    [`${LENTA}/?page=2`]: list(6, 5),
    [`${LENTA}/?page=3`]: list(4, 3),
  });
  expect((await night(kazinform)).counts.new).toBe(2);
  expect(turned(server)).toEqual([LENTA, `${LENTA}/?page=2`]);
});
