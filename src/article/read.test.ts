import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadPublishers } from '../catalog/publishers.ts';
import type { ReadPage } from '../core/article.ts';
import { readPage } from './read.ts';

const NOW = new Date('2026-08-20T04:30:00Z');
const publishers = loadPublishers();
const read = (html: string | Uint8Array, url?: string): ReadPage =>
  readPage({
    path: 'page.html',
    bytes: typeof html === 'string' ? Buffer.from(html) : html,
    publishers,
    now: NOW,
    ...(url ? { url } : {}),
  });

const P1 =
  'В Туркестанской области за семь месяцев открыли 14 сельских амбулаторий, сообщил руководитель управления здравоохранения. До конца года сдадут ещё шесть, средства на них выделены из областного бюджета.';
const P2 =
  'По его словам, врачей для новых амбулаторий готовят по целевым грантам: в этом году их получили 120 выпускников, и первые из них приступят к работе уже осенью.';
const MENU = '<nav><ul><li><a href="/a">Политика</a></li><li><a href="/b">Экономика</a></li></ul></nav>';
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="ru"><head><title>Новые амбулатории</title>${head}</head><body>${MENU}${body}<footer><p>Все права защищены.</p></footer></body></html>`;
const story = `<p>${P1}</p><p>${P2}</p>`;
const ld = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

test('paragraphs in any element are the story: list items, headings, quotations, bare text', () => {
  const { body, reader, lang } = read(
    page(
      `<main><h1>Новые амбулатории</h1><div class="text"><p>${P1}</p><h4>Сколько врачей придёт в сёла</h4><ul><li>терапевты, 40 человек;</li><li>педиатры, 22 человека.</li></ul><blockquote>«Сёла ждут этих врачей не первый год», – сказал он.</blockquote>${P2}<br>Итоги подведут в декабре.</div></main>`,
    ),
  );
  expect(body.split('\n')).toEqual([
    P1,
    'Сколько врачей придёт в сёла',
    'терапевты, 40 человек;',
    'педиатры, 22 человека.',
    '«Сёла ждут этих врачей не первый год», – сказал он.',
    P2,
    'Итоги подведут в декабре.',
  ]);
  expect(reader).toBe('generic');
  expect(lang).toBe('ru');
});

test('a table is read row by row', () => {
  const { body } = read(
    page(
      `<article>${story}<table><tr><th>Область</th><th>2024</th><th>2025</th></tr><tr><td>Абай</td><td>12,5</td><td>13&nbsp;100</td></tr></table></article>`,
    ),
  );
  expect(body.split('\n').slice(2)).toEqual(['Область | 2024 | 2025', 'Абай | 12,5 | 13 100']);
});

test('soft hyphens go, no-break spaces are spaces, inline tags glue, letters are composed', () => {
  const { body } = read(
    page(
      `<article><p>Всего 541&nbsp;млрд <b>3</b>7\u202f158 амбу\u00adлато\u200bрий и\u0306. ${P1}</p>${story}</article>`,
    ),
  );
  expect(body.split('\n')[0]).toBe(`Всего 541 млрд 37 158 амбулаторий й. ${P1}`);
});

test('what stands around a story is kept apart from it, in page order', () => {
  const { body, sections } = read(
    page(
      `<article><h1>Новые амбулатории</h1><div class="date">18 августа 2026, 10:00</div>
      <figure><img src="a.jpg"><figcaption>Амбулатория на 40 мест. Фото: Айгүл Серік</figcaption></figure>
      <p>${P1}</p><p>Фото: пресс-служба акимата, 2026 год</p><p>Читайте также: <a href="/x">В области построят 30 школ</a></p><p>${P2}</p>
      <p>Подписывайтесь на наш Telegram-канал: нас уже 50 000!</p></article>
      <section><h3>Самое читаемое</h3><ul><li><a href="/1">Пенсии вырастут на 9 процентов</a></li><li><a href="/2">Доллар подешевел до 480 тенге</a></li></ul></section>
      <section class="partners"><h3>Новости партнеров</h3><ul><li><a href="/3">Похудела на 20 кг за месяц</a></li></ul></section>`,
    ),
  );
  expect(body).toBe(`${P1}\n${P2}`);
  expect(sections).toEqual([
    { kind: 'dateline', text: '18 августа 2026, 10:00' },
    { kind: 'caption', text: 'Амбулатория на 40 мест. Фото: Айгүл Серік' },
    { kind: 'caption', text: 'Фото: пресс-служба акимата, 2026 год' },
    { kind: 'teaser', text: 'Читайте также: В области построят 30 школ' },
    { kind: 'promo', text: 'Подписывайтесь на наш Telegram-канал: нас уже 50 000!' },
    { kind: 'teaser', text: 'Самое читаемое' },
    { kind: 'teaser', text: 'Пенсии вырастут на 9 процентов' },
    { kind: 'teaser', text: 'Доллар подешевел до 480 тенге' },
    { kind: 'partner', text: 'Новости партнеров' },
    { kind: 'partner', text: 'Похудела на 20 кг за месяц' },
  ]);
});

test('a story declared in JSON-LD takes its paragraphs from the page', () => {
  const head = ld({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: 'X' },
      {
        '@type': 'NewsArticle',
        headline: 'Новые амбулатории в сёлах',
        articleBody: `${P1} ${P2}`,
        datePublished: '2026-08-18T05:00:00Z',
        dateModified: '2026-08-19T05:00:00Z',
        author: [{ '@type': 'Person', name: 'Динара Омарова' }],
      },
    ],
  });
  const r = read(
    page(`<div><div>${story}</div><div>${'Совсем другое, что стоит рядом. '.repeat(2)}</div></div>`, head),
  );
  expect(r).toMatchObject({
    reader: 'json-ld',
    body: `${P1}\n${P2}`,
    title: 'Новые амбулатории в сёлах',
    published: '2026-08-18T10:00:00+05:00',
    modified: '2026-08-19T10:00:00+05:00',
    authors: ['Динара Омарова'],
  });
});

test('a declared lead does not hide the story on the page', () => {
  const long = Array.from({ length: 6 }, (_, i) => `<p>${i + 1}. ${P2}</p>`).join('');
  const r = read(
    page(
      `<article><p>${P1}</p>${long}</article>`,
      ld({ '@type': 'NewsArticle', articleBody: `${P1} ${P1.slice(0, 30)}` }),
    ),
  );
  expect(r.reader).toBe('generic');
  expect(r.body.split('\n')).toHaveLength(7);
});

test('a declared story that the page does not show is taken as declared', () => {
  const r = read(
    page(
      '<div id="app"></div>',
      ld({ '@type': 'NewsArticle', headline: 'Т', articleBody: `${P1}\n\n${P2}` }),
    ),
  );
  expect(r).toMatchObject({ reader: 'json-ld', body: `${P1}\n${P2}` });
  expect(r.refused).toBeUndefined();
});

test.each<[string, string, string | undefined, Partial<ReadPage>]>([
  [
    'the address in the page finds the publisher',
    page(story, '<link rel="canonical" href="http://liter.kz/a-1787000000?utm_source=x">'),
    undefined,
    { publisher: 'liter', url: 'https://liter.kz/a-1787000000/', published: '2026-08-18T01:53:20+05:00' },
  ],
  [
    'a declared date goes before the time in the address',
    page(story, '<meta property="article:published_time" content="2026-08-18T08:00:00+05:00">'),
    'https://liter.kz/a-1787000000/',
    { published: '2026-08-18T08:00:00+05:00' },
  ],
  [
    'a date printed beside the story',
    page(`<div class="post-date">Вчера, 10:15</div><article>${story}</article>`),
    undefined,
    { published: '2026-08-19T10:15:00+05:00' },
  ],
  [
    'a time element',
    page(`<time datetime="2026-08-18">18 авг</time><article>${story}</article>`),
    undefined,
    { published: '2026-08-18' },
  ],
  [
    'no date at all',
    page(`<article>${story}</article>`),
    undefined,
    { published: null, issues: [{ code: 'page/no-date', detail: 'no date of publication found' }] },
  ],
  [
    'the outlet behind a title',
    page(`<article>${story}</article>`, '<meta property="og:title" content="Новые амбулатории | Liter.kz">'),
    'https://liter.kz/a-1787000000/',
    { title: 'Новые амбулатории' },
  ],
  [
    'an unknown outlet',
    page(story),
    'https://news.example/a',
    { publisher: null, url: 'https://news.example/a' },
  ],
])('%s', (_name, html, url, expected) => {
  expect(read(html, url)).toMatchObject(expected);
});

const links = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) =>
      `<li><a href="/n/${i}">Заголовок новости номер ${i} о жизни страны и её областей</a><span>18 августа</span></li>`,
  ).join('');
const images = (n: number): string =>
  Array.from(
    { length: n },
    (_, i) => `<figure><img src="${i}.jpg"><figcaption>Кадр ${i}</figcaption></figure>`,
  ).join('');
const lives = Array.from({ length: 20 }, (_, i) => `<p>1${i % 10}:00 ${P2}</p>`).join('');

test.each<[string, string | Uint8Array, string | undefined, string]>([
  ['an empty file', '', undefined, 'empty'],
  ['white space', ' \n\t ', undefined, 'empty'],
  ['tags without a word', '<html><body></body></html>', undefined, 'empty'],
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    undefined,
    'binary',
  ],
  ['a document', Buffer.from(`%PDF-1.7\n${'x'.repeat(2_000)}`), undefined, 'binary'],
  ['an archive', Buffer.from('PK\x03\x04abc'), undefined, 'binary'],
  ['21 MB', Buffer.alloc(21 * 1_048_576, 'a '), undefined, 'too-large'],
  ['a gzip bomb', gzipSync(Buffer.alloc(30 * 1_048_576)), undefined, 'too-large'],
  [
    'a Cloudflare check',
    '<html><head><title>Just a moment...</title></head><body><h1>baq.kz</h1><p>Checking your browser</p><script src="/cdn-cgi/challenge-platform/h/b/x.js"></script></body></html>',
    'https://baq.kz/a-298119/',
    'challenge',
  ],
  [
    'a captcha',
    '<html><head><title>liter.kz</title></head><body><p>Подтвердите, что запросы отправляли вы, а не робот</p><div class="smartcaptcha" data-sitekey="x"></div></body></html>',
    undefined,
    'challenge',
  ],
  [
    'an empty JavaScript shell',
    '<html><head><title>Egemen</title><script src="/app.js"></script></head><body><div id="__next"></div></body></html>',
    undefined,
    'shell',
  ],
  [
    'a shell that says so',
    '<html><head><script src="/app.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>',
    undefined,
    'shell',
  ],
  [
    'a live blog',
    page(`<article>${lives}</article>`, ld({ '@type': 'LiveBlogPosting', headline: 'Онлайн' })),
    undefined,
    'live',
  ],
  [
    'a paywall declared',
    page(`<article>${story}</article>`, ld({ '@type': 'NewsArticle', isAccessibleForFree: 'False' })),
    undefined,
    'paywall',
  ],
  [
    'a paywall in the page',
    page(`<article><p>${P1}</p><div class="paywall">Только для подписчиков</div></article>`),
    undefined,
    'paywall',
  ],
  [
    'a gallery declared',
    page(`<article>${images(6)}</article>`, ld({ '@type': 'ImageGallery' })),
    undefined,
    'gallery',
  ],
  [
    'a gallery by its pictures',
    page(`<article><p>Фоторепортаж из Алматы</p>${images(12)}</article>`),
    undefined,
    'gallery',
  ],
  [
    'a listing of a publisher',
    page(`<ul>${links(24)}</ul>`, '<meta property="og:type" content="website">'),
    'https://www.inform.kz/ru/lenta',
    'listing',
  ],
  ['a listing of nobody we know', page(`<ul>${links(24)}</ul>`), undefined, 'listing'],
  ['a page without a story', page('<p>Страница не найдена</p>'), undefined, 'no-article'],
  ['text without any tag', 'просто слова', undefined, 'no-article'],
])('refused: %s', (_name, html, url, refused) => {
  const r = read(html, url);
  expect(r.refused).toBe(refused);
  expect(r.body).toBe('');
});

test('an article is not refused because its site has many links, pictures or scripts', () => {
  const r = read(
    page(
      `<article><h1>Новые амбулатории</h1>${images(9)}${story}</article><aside><ul>${links(40)}</ul></aside><script src="/a.js"></script>`,
    ),
  );
  expect(r.refused).toBeUndefined();
  expect(r.body).toBe(`${P1}\n${P2}`);
});

test('a gzipped page is read', () => {
  expect(read(gzipSync(page(story))).body).toBe(`${P1}\n${P2}`);
});

test('a publisher whose layout no longer fits is read all the same, and says so', () => {
  const r = read(page(`<div class="renamed">${story}</div>`), 'https://kaz.inform.kz/news/a-fbf80170/');
  expect(r.reader).toBe('generic');
  expect(r.body).toBe(`${P1}\n${P2}`);
  expect(r.issues).toContainEqual({
    code: 'publisher/layout',
    at: 'kazinform-kk',
    detail: 'no layout finds the story: read without selectors',
  });
});
