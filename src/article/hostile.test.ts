import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPublishers } from '../catalog/publishers.ts';
import type { ReadPage } from '../core/article.ts';
import { readPage } from './read.ts';

const publishers = loadPublishers();
const read = (html: string, url?: string): ReadPage =>
  readPage({
    path: 'page.html',
    bytes: Buffer.from(html),
    publishers,
    now: new Date('2026-08-20T04:30:00Z'),
    ...(url ? { url } : {}),
  });

const STORY =
  'Алматы облысында биыл 1 200 отбасы жаңа пәтерге көшті, деп хабарлады облыс әкімдігінің баспасөз қызметі. Жыл соңына дейін тағы 300 пәтер беріледі, оның жартысын көпбалалы отбасылар алады.';
const p = `<p>${STORY}</p>`;
const MB = 1_048_576;

/** What a page may cost: generous for a busy machine, far below what anything quadratic takes. */
const LIMIT_MS = 20_000;

test.each<[string, () => string, boolean]>([
  [
    '50,000 nested divs around a story',
    () => `${'<div>'.repeat(50_000)}${p}${p}${'</div>'.repeat(50_000)}<p>соңы</p>`,
    true,
  ],
  ['50,000 nested spans', () => `${p}${p}${'<span>'.repeat(50_000)}`, true],
  ['50,000 nested lists', () => `<article>${p}${p}</article>${'<ul><li>'.repeat(50_000)}`, true],
  [
    'unclosed tags with foreign closing ones',
    () => `<article>${p}${p}</article>${'<b></i>'.repeat(MB)}`,
    true,
  ],
  [
    'a million stray closing tags',
    () => `${'</div></p></span>'.repeat(300_000)}<article>${p}${p}</article>`,
    true,
  ],
  [
    'an attribute of 10 MB',
    () => `<article><p class="${'x y '.repeat(2.5 * MB)}">${STORY}</p>${p}</article>`,
    true,
  ],
  ['an attribute that never ends', () => `<article>${p}${p}</article><a href="${'x'.repeat(5 * MB)}`, true],
  ['a tag with 500,000 attributes', () => `<article>${p}${p}</article><i ${'a=1 '.repeat(500_000)}>`, true],
  ['an unclosed comment, many times', () => `<article>${p}${p}</article>${'<!-- '.repeat(MB)}`, true],
  ['an unclosed script, many times', () => `<article>${p}${p}</article>${'<script>'.repeat(MB)}`, true],
  ['400,000 ampersands', () => `<article>${p}${p}<p>${'&'.repeat(400_000)}</p></article>`, true],
  ['5 MB of ampersands', () => `<article>${p}${p}<p>${'&'.repeat(5 * MB)}</p></article>`, false],
  [
    'broken references',
    () => `<article>${p}<p>&#xFFFFFF; &#0; &#xD800; &nosuch; &#; &amp ${STORY}</p></article>`,
    true,
  ],
  ['5 MB of less-than signs', () => `<article>${p}${p}</article>${'<'.repeat(5 * MB)}`, false],
  ['300,000 paragraphs', () => '<p>ия</p>'.repeat(300_000), false],
  ['100,000 links', () => `<article>${p}${p}</article>${'<a href="/x">сілтеме</a> '.repeat(100_000)}`, true],
  [
    '100,000 table rows',
    () => `<article>${p}${p}</article><table>${'<tr><td>а<td>б'.repeat(100_000)}</table>`,
    false,
  ],
  ['nested tables', () => `<article>${p}${p}</article>${'<table><tr><td>'.repeat(20_000)}`, true],
  [
    'a JSON-LD block of deep arrays',
    () => `<script type="application/ld+json">${'['.repeat(100_000)}</script><article>${p}${p}</article>`,
    true,
  ],
  [
    'a JSON-LD body that almost matches',
    () =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: 'а'.repeat(190_000) })}</script>${'<p>аааааааааааааааааааааааб</p>'.repeat(50_000)}`,
    false,
  ],
  ['a title of 5 MB', () => `<title>${'сөз '.repeat(MB)}</title><article>${p}${p}</article>`, true],
  ['spaces by the megabyte', () => `<article>${p}<p>${' \n'.repeat(3 * MB)}</p>${p}</article>`, true],
  ['digits by the megabyte', () => `<article><time>${'1'.repeat(3 * MB)}</time>${p}${p}</article>`, false],
])('in bounded time: %s', (_name, html, readable) => {
  const text = html();
  const started = performance.now();
  const page = read(text, 'https://kaz.inform.kz/news/a-fbf80170/');
  expect(performance.now() - started).toBeLessThan(LIMIT_MS);
  if (readable) expect(page.body).toContain(STORY.slice(0, 60));
});

test('whatever the bytes are, a page comes out', () => {
  const parts = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="',
    '">',
    '<table><tr><td>',
    '<!--',
    '-->',
    '<script type="application/ld+json">',
    '{"@type":"NewsArticle","articleBody":',
    '</script>',
    '&#x',
    'Қазақстан',
    '18 августа 2026',
    '<a href=',
    '<title>',
    '<meta property="og:title" content=\'',
    "'",
    '\0',
    '\ufeff',
    '<h1>',
    '<body',
    '/>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 60 }), (pieces) => {
      const page = read(pieces.join(''), 'https://www.inform.kz/ru/a-526520ec');
      expect(typeof page.body).toBe('string');
      expect(page.path).toBe('page.html');
    }),
    { numRuns: 300, seed: 20_260_820 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readPage({ path: 'x', bytes, publishers, now: new Date(0) }).path).toBe('x');
    }),
    { numRuns: 300, seed: 20_260_820 },
  );
});
