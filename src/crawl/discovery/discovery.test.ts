import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzipIfNeeded, XML_LIMITS } from '../body.ts';
import { absoluteUrl } from '../urls.ts';
import { readFeed } from './feed.ts';
import type { SourceDocument } from './found.ts';
import { type ListingSelectors, readListing } from './listing.ts';
import { readSitemap } from './sitemap.ts';

const BASE = 'https://news.example/list/';
const A = 'https://news.example/a';
const B = 'https://news.example/b';

interface Expected {
  readonly found?: readonly string[];
  readonly lastmod?: readonly (string | undefined)[];
  readonly children?: readonly string[];
  readonly problem?: RegExp;
}
function check(document: SourceDocument, expected: Expected): void {
  const { found = [], children = [], lastmod, problem } = expected;
  expect(document.found.map((f) => f.url)).toEqual(found);
  expect(document.children.map((f) => f.url)).toEqual(children);
  if (lastmod) expect(document.found.map((f) => f.lastmod)).toEqual(lastmod);
  if (problem) expect(document.problem).toMatch(problem);
  else expect(document.problem).toBeUndefined();
}

const url = (loc: string, more = ''): string => `<url><loc>${loc}</loc>${more}</url>`;
const sitemaps: readonly (readonly [string, string, Expected])[] = [
  ['one address', `<urlset>${url(A)}</urlset>`, { found: [A] }],
  [
    'lastmod',
    `<urlset>${url(A, '<lastmod>2026-01-02</lastmod>')}${url(B, '<lastmod>soon</lastmod>')}</urlset>`,
    { found: [A, B], lastmod: ['2026-01-02', undefined] },
  ],
  [
    'news',
    `<?xml version="1.0"?><urlset xmlns:news="x">${url(A, '<news:news><news:publication_date>2026-01-02T03:04:05+05:00</news:publication_date></news:news>')}</urlset>`,
    { found: [A], lastmod: ['2026-01-02T03:04:05+05:00'] },
  ],
  ['an index', `<sitemapindex><sitemap><loc>${A}</loc></sitemap></sitemapindex>`, { children: [A] }],
  [
    'prefixes, CDATA and escapes',
    `<s:urlset xmlns:s="y"><s:url><s:loc><![CDATA[ ${A}?x=1&y=2 ]]></s:loc></s:url>${`<s:url><s:loc>${B}?x=1&amp;y=2&#38;z</s:loc></s:url>`}</s:urlset>`,
    { found: [`${A}?x=1&y=2`, `${B}?x=1&y=2&z`] },
  ],
  [
    'relative and unusable addresses',
    `<urlset>${url('/a')}${url('ftp://x/y')}${url('')}<url/></urlset>`,
    { found: [A] },
  ],
  ['cut short', `<urlset>${url(A)}<url><loc>${B}</loc>`, { found: [A, B] }],
  ['nothing in it', '<urlset></urlset>', {}],
  ['an HTML page', '<!DOCTYPE html><html><body>Not found</body></html>', { problem: /DOCTYPE/ }],
  ['a feed', '<rss><channel/></rss>', { problem: /neither urlset nor sitemapindex/ }],
  ['empty', '', { problem: /neither/ }],
  ['nested beyond reason', `<urlset>${'<a>'.repeat(100_000)}`, { problem: /broken XML/ }],
  [
    'cut off in the middle of an entry',
    `<urlset><url><loc>${A}</loc></url>${' '.repeat(300_000)}<url><loc>${B}</loc></url><url><lo`,
    { found: [A, B] },
  ],
  ['no entry in a megabyte', `<urlset>${'<x/>'.repeat(300_000)}</urlset>`, {}],
  [
    'a billion laughs',
    `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><urlset>${url('&b;')}</urlset>`,
    { problem: /DOCTYPE/ },
  ],
  ['a poisoned name', '<urlset><__proto__><url/></__proto__></urlset>', { problem: /broken XML/ }],
];
for (const [name, xml, expected] of sitemaps)
  test(`sitemap: ${name}`, () => check(readSitemap(xml, BASE), expected));

test('sitemap: 50,000 addresses are read, in little time', () => {
  const started = performance.now();
  const xml = `<urlset>${url(`${A}?a=1&amp;b=2`, '<lastmod>2026-01-01</lastmod>').repeat(60_000)}</urlset>`;
  expect(readSitemap(xml, BASE).found.length).toBe(50_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('sitemap: a .gz offered as a file is unpacked, a bomb is not', () => {
  const xml = `<urlset>${url(A)}</urlset>`;
  expect(gunzipIfNeeded(gzipSync(xml), XML_LIMITS).toString()).toBe(xml);
  expect(gunzipIfNeeded(Buffer.from(xml), XML_LIMITS).toString()).toBe(xml);
  expect(() => gunzipIfNeeded(gzipSync(Buffer.alloc(60_000_000)), XML_LIMITS)).toThrow('after decompression');
  expect(() => gunzipIfNeeded(gzipSync(xml).subarray(0, 20), XML_LIMITS)).toThrow('gzip');
});

const item = (inner: string): string => `<item><title>t</title>${inner}</item>`;
const rss = (inner: string): string => `<rss version="2.0"><channel><title>t</title>${inner}</channel></rss>`;
const feeds: readonly (readonly [string, string, Expected])[] = [
  [
    'RSS',
    rss(
      item(`<link>${A}</link><pubDate>Sun, 22 Nov 2026 05:00:00 +0500</pubDate>`) + item(`<link>${B}</link>`),
    ),
    { found: [A, B], lastmod: ['2026-11-22T00:00:00.000Z', undefined] },
  ],
  [
    'RSS with guid only',
    rss(item(`<guid>${A}</guid>`) + item('<guid isPermaLink="false">5</guid>')),
    { found: [A] },
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="${B}"/><link rel="alternate" href="${A}"/><updated>2026-01-01T00:00:00Z</updated></entry></feed>`,
    { found: [A], lastmod: ['2026-01-01T00:00:00Z'] },
  ],
  [
    'RDF',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>t</title></channel><item rdf:about="${A}"><title>t</title><link>${A}</link></item></rdf:RDF>`,
    { found: [A] },
  ],
  [
    'a bare ampersand and no end',
    `<rss version="2.0"><channel><title>t</title>${item(`<link>${A}?a&b</link>`)}`,
    { found: [`${A}?a&b`] },
  ],
  [
    'torn within an item',
    `<rss version="2.0"><channel>${item(`<link>${A}</link>`)}<item><li`,
    { found: [A], problem: /up to its last whole item/ },
  ],
  ['no items', rss(''), {}],
  ['an HTML page', '<!DOCTYPE html><html><body>404</body></html>', { problem: /an HTML page/ }],
  ['empty', '', { problem: /no feed/ }],
  ['nested beyond reason', `<rss>${'<a>'.repeat(100_000)}`, { problem: /no feed/ }],
];
for (const [name, xml, expected] of feeds) test(`feed: ${name}`, () => check(readFeed(xml, BASE), expected));

const card = (href: string, inner = ''): string =>
  `<li class="card"><a class="go" href="${href}">x</a>${inner}</li>`;
const CARDS: ListingSelectors = { item: 'li.card', link: 'a.go', time: 'time' };
const listings: readonly (readonly [string, string, ListingSelectors, Expected])[] = [
  [
    'cards only, in order, each once',
    `<nav><a href="/nav">n</a></nav><ul>${card('/a#top')}${card('../b')}${card('/a')}</ul>`,
    CARDS,
    { found: [A, B] },
  ],
  [
    'times with an offset count, others do not',
    card('/a', '<time datetime="2026-01-02T03:04:05+05:00">x</time>') +
      card('/b', '<time datetime="2026-01-02">x</time>'),
    CARDS,
    { found: [A, B], lastmod: ['2026-01-02T03:04:05+05:00', undefined] },
  ],
  ['the card is the link', '<a class="c" href="/a">x</a>', { item: 'a.c' }, { found: [A] }],
  [
    'the first link of a card',
    '<div class="c"><p><a href="/a">x</a><a href="/b">y</a></p></div>',
    { item: '.c' },
    { found: [A] },
  ],
  ['no selector', '<a href="/a">x</a><a>y</a><a href="javascript:void(0)">z</a>', {}, { found: [A] }],
  ['<base>', '<base href="https://news.example/"><a href="a">x</a>', {}, { found: [A] }],
  [
    'a changed layout',
    '<div class="new"><a href="/a">x</a></div>',
    CARDS,
    { found: [A], problem: /no card at "li\.card"/ },
  ],
  ['no links', '<p>Nothing today</p>', {}, { problem: /without a single link/ }],
];
for (const [name, html, selectors, expected] of listings)
  test(`listing: ${name}`, () => check(readListing(html, BASE, selectors), expected));

test('listing: a hostile page costs little', () => {
  const started = performance.now();
  const pages = [
    '<div>'.repeat(200_000),
    '<a href=x>'.repeat(200_000) + '</b>'.repeat(200_000),
    `<a href="${'/x'.repeat(500_000)}">`,
  ];
  for (const html of pages) readListing(html, BASE, CARDS);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('addresses: only those that can be followed', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['/a', A],
    [' ../a ', A],
    ['//other.example/x', 'https://other.example/x'],
    ['https://news.example:443/a#b', A],
    ['mailto:a@b.kz', undefined],
    ['javascript:alert(1)', undefined],
    ['https://user:pass@news.example/a', undefined],
    ['https://', undefined],
    [`/${'a'.repeat(3_000)}`, undefined],
  ];
  for (const [raw, expected] of cases) expect(absoluteUrl(raw, BASE), raw).toBe(expected);
});
