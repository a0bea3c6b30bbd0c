import { brotliCompressSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { FrontierState } from '../store/index.ts';
import type { Reply } from './loopback.ts';

/** What an address answers, and what must be known of it after the night: its state, and words of the reason. */
export type Fate = readonly [Reply | readonly Reply[], FrontierState, RegExp?];

/** An outlet that makes trouble of one kind. */
export interface HostileOutlet {
  /** By the slug of their address, `/news/<slug>-1`. */
  readonly articles?: Readonly<Record<string, Fate>>;
  /** Other addresses; the sitemap names all articles unless it stands here. */
  readonly routes?: Readonly<Record<string, Reply>>;
  readonly sources?: readonly Readonly<Record<string, unknown>>[];
  /** What the report says about its sources. */
  readonly problem?: RegExp;
  /** Requests at the most, robots.txt left out. */
  readonly requests?: number;
  /** It breaks connections off, or has us do so: a new one may be there before the old one is seen to be gone. */
  readonly breaksOff?: boolean;
}

const MB = 1_000_000;

/** A page as outlets have it, each about something of its own. */
export const page = (about: string): string => {
  const said = `В районе открыли новую школу (${about}), сообщил аким области на встрече с жителями. `.repeat(
    6,
  );
  return `<html lang="ru"><head><meta charset="utf-8"><title>Школа: ${about}</title></head>
<body><h1 class="title">Школа: ${about}</h1><time class="date" datetime="2026-11-22T10:00:00+05:00"></time>
<div class="story"><p>${said}</p><p>${said}</p></div></body></html>`;
};

const encoded = (charset: string, declared: string, contentType: string): Reply => ({
  headers: { 'content-type': contentType },
  body: iconv.encode(page(charset).replace('"utf-8"', `"${declared}"`), charset),
});
const to = (location: string, status = 302): Reply => ({ status, headers: { location } });
const some = (count: number, fate: (n: number) => Fate): Record<string, Fate> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${String(n).padStart(2, '0')}`, fate(n)]));
/** A body that goes on for as long as anybody reads it. */
const endless: Reply = (_, response) => {
  const part = Buffer.alloc(65_536, 'a ');
  const go = (): void => {
    while (!response.destroyed && response.write(part));
  };
  response.on('drain', go);
  response.writeHead(200, { 'content-type': 'text/html' });
  go();
};
const drip: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('a'), 200);
  response.on('close', () => clearInterval(timer));
};
const mute: Reply = () => undefined;
const cut: Reply = (request) => void request.socket.destroy();
const bomb = (body: Buffer, encoding: string): Reply => ({ headers: { 'content-encoding': encoding }, body });
const packed = (text: string): Reply => bomb(gzipSync(text), 'gzip');
const zeros = Buffer.alloc(60 * MB);
const xml = (body: string | Buffer): Reply => ({ headers: { 'content-type': 'application/xml' }, body });
const sitemap = (path: string): string => `<sitemap><loc>https://index.kz${path}</loc></sitemap>`;

/** By host name without `.kz`. */
export const HOSTILE: Readonly<Record<string, HostileOutlet>> = {
  good: { articles: some(8, (n) => [page(`номер ${n}`), 'fetched']) },
  busy: {
    articles: {
      once: [[{ status: 429, headers: { 'retry-after': '1' } }, page('после паузы')], 'fetched'],
      always: [{ status: 429, headers: { 'retry-after': '7200' } }, 'failed', /HTTP 429/],
      broken: [[{ status: 503 }, page('после сбоя')], 'fetched'],
    },
  },
  // Six addresses with two tries each, then it is left alone.
  storm: { articles: some(20, (n) => [{ status: 503 }, n < 6 ? 'failed' : 'new']), requests: 1 + 6 * 2 },
  slow: { articles: { drip: [drip, 'failed', /no end after/] }, breaksOff: true },
  silent: { articles: { mute: [mute, 'failed', /TIMEOUT|no end after/] }, breaksOff: true },
  maze: {
    articles: {
      loop: [to('/news/loop-1'), 'refused', /in a circle/],
      chain: [to('/hop0'), 'refused', /more than 5 times/],
      inside: [to('https://127.0.0.1/admin'), 'refused', /127\.0\.0\.1/],
      metadata: [to('https://169.254.169.254/latest/'), 'refused', /169\.254/],
      unsafe: [to('http://maze.kz/news/x-1'), 'refused', /https to http/],
      secret: [to('/private/plan'), 'refused', /robots\.txt/],
      forbidden: [page('закрытое'), 'refused', /robots\.txt/],
      nowhere: [{ status: 302 }, 'refused', /no usable address/],
      home: [to('/'), 'gone', /redirects to/],
      away: [to('https://good.kz/news/n00-1'), 'gone', /redirects to/],
      moved: [to('/news/here-1', 301), 'moved', /here-1/],
      missing: [{ status: 404 }, 'gone', /404/],
      removed: [{ status: 410 }, 'gone', /410/],
    },
    routes: {
      '/robots.txt': 'User-agent: *\nDisallow: /private/\nDisallow: /news/forbidden-1',
      '/': '<p>Главная</p>',
      '/news/here-1': page('переехала'),
      ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`/hop${n}`, to(`/hop${n + 1}`)])),
    },
  },
  calendar: {
    sources: [
      {
        kind: 'listing',
        url: 'https://calendar.kz/days',
        next: 'https://calendar.kz/days?page={page}',
        pages: 7,
      },
    ],
    routes: Object.fromEntries(
      ['', ...Array.from({ length: 40 }, (_, n) => `?page=${n + 2}`)].map((query, n) => [
        `/days${query}`,
        `<a href="/news/day${2 * n}-1">1</a><a href="/news/day${2 * n + 1}-1">2</a><a href="/days?page=${n + 2}">3</a>`,
      ]),
    ),
    requests: 7 + 14,
  },
  index: {
    routes: {
      '/sitemap.xml': xml(
        `<sitemapindex>${Array.from({ length: 400 }, (_, n) => sitemap(`/s${n}.xml`)).join('')}</sitemapindex>`,
      ),
      '/s0.xml': xml(`<sitemapindex>${sitemap('/sitemap.xml')}${sitemap('/s9999.xml')}</sitemapindex>`),
    },
    problem: /HTTP 404/,
    requests: 301,
  },
  huge: {
    articles: {
      wire: [{ body: Buffer.alloc(60 * MB, 'a ') }, 'failed', /more than \d+ bytes on the wire/],
      endless: [endless, 'failed', /more than \d+ bytes on the wire/],
      gzip: [bomb(gzipSync(zeros), 'gzip'), 'failed', /after decompression/],
      brotli: [bomb(brotliCompressSync(zeros), 'br'), 'failed', /after decompression/],
      torn: [bomb(gzipSync(zeros).subarray(0, 500), 'gzip'), 'failed'],
      links: [packed('<a href="/x">y</a>'.repeat(60_000)), 'refused', /no-article/],
      story: [
        packed(page('длинная').replace('</p>', `${'слово и дело '.repeat(250_000)}</p>`)),
        'refused',
        /too-large/,
      ],
    },
    breaksOff: true,
  },
  bomb: { routes: { '/sitemap.xml': xml(gzipSync(zeros)) }, problem: /after decompression/ },
  laughs: {
    routes: {
      '/sitemap.xml': xml('<!DOCTYPE x [<!ENTITY a "aaaa">]><urlset><url><loc>&a;</loc></url></urlset>'),
    },
    problem: /DOCTYPE/,
  },
  letters: {
    articles: {
      cp1251: [encoded('windows-1251', 'windows-1251', 'text/html; charset=windows-1251'), 'fetched'],
      kz1048: [encoded('rk1048', 'kz-1048', 'text/html'), 'fetched'],
      lies: [encoded('windows-1251', 'windows-1251', 'text/html; charset=utf-8'), 'fetched'],
      garbled: [encoded('utf-8', 'koi8-r', 'text/html; charset=windows-1251'), 'fetched'],
    },
  },
  feeds: {
    sources: ['broken', 'page', 'empty'].map((name) => ({
      kind: 'rss',
      url: `https://feeds.kz/${name}.rss`,
    })),
    routes: {
      '/broken.rss': xml(
        '<rss version="2.0"><channel><item><link>https://feeds.kz/news/told-1</link></item><item><li',
      ),
      '/page.rss': '<html><body>Not a feed</body></html>',
      '/empty.rss': '',
    },
    articles: { told: [page('из ленты'), 'fetched'] },
    problem: /last whole item\n.*an HTML page, not a feed\n.*no feed/,
  },
  closed: { routes: { '/robots.txt': { status: 503 } }, problem: /robots\.txt: HTTP 503/, requests: 0 },
  shy: { routes: { '/robots.txt': cut }, problem: /robots\.txt/, requests: 0, breaksOff: true },
  winding: {
    routes: { '/robots.txt': to('/robots.txt') },
    articles: some(2, (n) => [page(`окольная ${n}`), 'fetched']),
  },
  drops: { articles: some(3, () => [cut, 'failed']), breaksOff: true },
};
