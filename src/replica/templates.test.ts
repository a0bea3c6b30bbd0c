import { load } from 'cheerio';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { answer, buildSites, type SampleArticle, type Site, urlOf } from './index.ts';

const sites = buildSites();
const site = (host: string): Site => {
  const found = sites.find((s) => s.outlet.host === host);
  if (!found) throw new Error(`no site ${host}`);
  return found;
};
const page = (of: Site, path: string) => load(answer(of, path).body);
const pathOf = (of: Site, a: SampleArticle): string => new URL(urlOf(of, a)).pathname;
const storiesOf = (of: Site): readonly SampleArticle[] => of.articles.filter((a) => a.kind === 'story');
const oneOf = (host: string, key: string): [Site, SampleArticle] => {
  const of = site(host);
  const article = of.articles.find((a) => a.key === key);
  if (!article) throw new Error(`no article ${key} on ${host}`);
  return [of, article];
};

const FORMS: readonly [host: string, form: RegExp][] = [
  ['baq.kz', /^https:\/\/baq\.kz\/[a-z0-9-]+-\d{6}\/$/],
  ['rus.baq.kz', /^https:\/\/rus\.baq\.kz\/[a-z0-9-]+_3000\d{5}$/],
  ['kaz.inform.kz', /^https:\/\/kaz\.inform\.kz\/news\/[a-z0-9-]+-([0-9a-f]{6}|[0-9a-f]{8})\/$/],
  ['www.inform.kz', /^https:\/\/www\.inform\.kz\/ru\/[a-z0-9-]+-([0-9a-f]{6}|[0-9a-f]{8})$/],
  ['liter.kz', /^https:\/\/liter\.kz\/[a-z0-9-]+-\d{10}\/$/],
];

test.each(FORMS)('addresses of %s', (host, form) => {
  const of = site(host);
  expect(of.articles.length).toBeGreaterThan(6);
  for (const a of of.articles) expect(urlOf(of, a)).toMatch(form);
});

const ADDRESSES: readonly [host: string, key: string, url: string][] = [
  ['liter.kz', 'gas-2025-ru', 'https://liter.kz/gaz-prishel-v-95-naselennykh-punktov-1765798200/'],
  [
    'kaz.inform.kz',
    'pension-2025-kk',
    'https://kaz.inform.kz/news/elmzde-2-mln-497-min-zeynetker-bar-cb9920/',
  ],
];
test.each(ADDRESSES)('address on %s of %s', (host, key, url) => {
  const [of, article] = oneOf(host, key);
  expect(urlOf(of, article)).toBe(url);
});

test('every article page is at its canonical address, in its language, with its title', () => {
  for (const of of sites)
    for (const a of of.articles.filter((x) => x.kind !== 'gone')) {
      const $ = page(of, pathOf(of, a));
      expect($('link[rel=canonical]').attr('href')).toBe(urlOf(of, a));
      expect($('meta[property="og:url"]').attr('content')).toBe(urlOf(of, a));
      expect($('html').attr('lang')).toBe(a.lang);
      expect($('h1').length).toBe(1);
      expect($('h1').text()).toBe(a.title);
    }
});

test('links are of the production hosts or relative to the root', () => {
  const hosts = new Set(sites.map((s) => s.outlet.host));
  for (const of of sites)
    for (const a of of.articles) {
      const $ = page(of, pathOf(of, a));
      for (const element of $('[href]')) {
        const href = $(element).attr('href') ?? '';
        expect(href.startsWith('/') || hosts.has(new URL(href).host), href).toBe(true);
      }
    }
});

test('a reader finds no dead link: every address on a page answers, but the withdrawn and the closed ones', () => {
  for (const of of sites) {
    const closed = answer(of, '/robots.txt').body.match(/(?<=Disallow: ).+/g) ?? [];
    const gone = of.articles.filter((a) => a.kind === 'gone').map((a) => pathOf(of, a));
    const seen = new Set(['/']);
    for (const path of seen) {
      if (gone.includes(path) || closed.some((c) => path.startsWith(c))) continue;
      const { status, body } = answer(of, path);
      expect(status, `${of.outlet.host}${path}`).toBe(200);
      const $ = load(body);
      for (const a of $('a[href^="/"]')) seen.add($(a).attr('href') ?? '/');
    }
    expect(seen.size).toBeGreaterThan(of.articles.length);
  }
});

/** The body selector that PUBLISHERS facts give, and what a reader has to drop inside it. */
const BODIES: readonly [host: string, body: string, drop: string][] = [
  ['baq.kz', 'div.news-text', '.read-also'],
  ['kaz.inform.kz', '.article__content, .article__body-text', 'figure, .adfox, .article__related'],
  ['www.inform.kz', '.article__content, .article__body-text', 'figure, .adfox, .article__related'],
];
test.each(BODIES)('the story of %s stands in %s', (host, selector, drop) => {
  const of = site(host);
  for (const a of storiesOf(of)) {
    const $ = page(of, pathOf(of, a));
    const body = $(selector);
    expect(body.length).toBe(1);
    body.find('.article__tags').nextAll().addBack().remove();
    body.find(drop).remove();
    const text = body.text();
    for (const b of a.body) {
      if (typeof b === 'string') expect(text).toContain(b);
      if (typeof b === 'object' && 'list' in b) for (const item of b.list) expect(text).toContain(item);
    }
    for (const p of of.outlet.promo) expect(text).not.toContain(p);
  }
});

test('Kazinform: date text by language and season, layout by age', () => {
  const seen = (host: string, key: string): (string | boolean)[] => {
    const [of, a] = oneOf(host, key);
    const $ = page(of, pathOf(of, a));
    return [$('.article__time').text(), $('.article__content').length === 1];
  };
  expect(seen('kaz.inform.kz', 'asp-2025-kk')).toEqual(['11:40, 22 Қаңтар 2026 | GMT +5', false]);
  expect(seen('kaz.inform.kz', 'family-guide-2026-kk')).toEqual(['09:05, 11 Қыркүйек 2026 | GMT +5', true]);
  expect(seen('www.inform.kz', 'asp-2025-ru')).toEqual(['12:05, 22 Январь 2026', false]);
  expect(seen('www.inform.kz', 'asp-guide-2026-ru')).toEqual(['21:38, 18 Августа 2026', true]);
});

test.each(['rus.baq.kz', 'liter.kz', 'baq.kz'])('JSON-LD of %s', (host) => {
  const of = site(host);
  for (const a of storiesOf(of)) {
    const data: unknown = JSON.parse(page(of, pathOf(of, a))('script[type="application/ld+json"]').text());
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: a.title,
      datePublished: a.published,
      dateModified: a.modified ?? a.published,
    });
    expect(Object.hasOwn(data as object, 'articleBody')).toBe(host === 'liter.kz');
  }
});

/** Where a crawler starts, what an item's link is, and how it turns the page. */
const LISTINGS: readonly [host: string, start: string, link: string][] = [
  ['baq.kz', '/', 'a.l-col__item'],
  ['baq.kz', '/tag/qogam/', 'a.item-list__link'],
  ['rus.baq.kz', '/', 'li.finded__content__item a.finded__content__item__link'],
  ['rus.baq.kz', '/teg/obshchestvo/', 'li.finded__content__item a.finded__content__item__link'],
  ['kaz.inform.kz', '/lenta/', 'a.news-card'],
  ['www.inform.kz', '/ru/lenta', 'a.news-card'],
  ['liter.kz', '/', '.lenta-news__item a.last-news__link'],
];
test.each(LISTINGS)('the listing %s%s reaches every article, newest first', (host, start, link) => {
  const of = site(host);
  const found: string[] = [];
  let next: string | undefined = start;
  for (let n = 0; next && n < 20; n++) {
    const $ = page(of, next);
    $(link).each((_, a) => void found.push($(a).attr('href') ?? ''));
    next = $('a[rel=next]').attr('href');
  }
  expect(found).toEqual(of.articles.map((a) => pathOf(of, a)));
});

test('listings print times, and a page after the last is an empty list', () => {
  const items = page(site('rus.baq.kz'), '/teg/obshchestvo/')('li.finded__content__item');
  expect(items.first().attr('data-time')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+05:00$/);
  expect(page(site('kaz.inform.kz'), '/lenta/')('time.meta-date').first().text()).toBe(
    '09:05, 11 Қыркүйек 2026',
  );
  const after = answer(site('baq.kz'), '/tag/qogam/?page=99');
  expect(after.status).toBe(200);
  expect(load(after.body)('a.item-list__link').length).toBe(0);
  expect(answer(site('baq.kz'), '/tag/none/').status).toBe(404);
  expect(load(answer(site('baq.kz'), '/tag/qogam/?page=-1').body)('a.item-list__link').length).toBe(4);
});

const FEEDS: readonly [host: string, path: string, kind: 'sitemap' | 'rss'][] = [
  ['kaz.inform.kz', '/sitemaps/google-news_kz.xml', 'sitemap'],
  ['www.inform.kz', '/sitemaps/google-news_ru.xml', 'sitemap'],
  ['liter.kz', '/sitemap.news.xml', 'sitemap'],
  ['kaz.inform.kz', '/rss/kz.xml', 'rss'],
  ['www.inform.kz', '/rss/rus.xml', 'rss'],
];
test.each(FEEDS)('%s%s is well-formed and names every article with its time', (host, path, kind) => {
  const of = site(host);
  const { status, body } = answer(of, path);
  expect(status).toBe(200);
  expect(XMLValidator.validate(body)).toBe(true);
  const parsed = new XMLParser({ isArray: (name) => name === 'url' || name === 'item' }).parse(body);
  const found: [string, number][] =
    kind === 'sitemap'
      ? parsed.urlset.url.map((u: { loc: string; 'news:news': { 'news:publication_date': string } }) => [
          u.loc,
          Date.parse(u['news:news']['news:publication_date']),
        ])
      : parsed.rss.channel.item.map((i: { link: string; pubDate: string }) => [
          i.link,
          Date.parse(i.pubDate),
        ]);
  expect(found).toEqual(of.articles.map((a) => [urlOf(of, a), Date.parse(a.published)]));
});

test('robots.txt closes the paths that robots must not ask, and names the sitemap where there is one', () => {
  for (const of of sites) {
    const lines = answer(of, '/robots.txt').body.split('\n');
    expect(lines[0]).toBe('User-agent: *');
    expect(lines).toContain('Disallow: /admin/');
    expect(lines).toContain('Disallow: /out/');
    const sitemap = lines.find((l) => l.startsWith('Sitemap: '))?.slice('Sitemap: '.length);
    expect(sitemap === undefined).toBe(of.outlet.key.startsWith('baq'));
    if (sitemap) expect(answer(of, sitemap).status).toBe(200);
  }
});

test('no outlet has a feed that it lacks in life', () => {
  for (const path of ['/rss', '/rss/', '/feed/', '/sitemap.xml'])
    for (const host of ['baq.kz', 'rus.baq.kz', 'liter.kz'])
      expect(answer(site(host), path).status).toBe(404);
});

test('a gallery has captions and no story; a withdrawn article is listed and gone', () => {
  const [baq, gallery] = oneOf('baq.kz', 'gallery-nauryz-kk');
  expect(page(baq, pathOf(baq, gallery))('div.news-text img').length).toBe(3);
  const [inform, gone] = oneOf('www.inform.kz', 'pension-plan-gone-ru');
  expect(answer(inform, pathOf(inform, gone)).status).toBe(404);
  expect(answer(inform, '/sitemaps/google-news_ru.xml').body).toContain(pathOf(inform, gone));
});

test('markup in a text stays text, in pages as in scripts and feeds', () => {
  const hostile: SampleArticle = {
    key: 'hostile',
    publisher: 'liter',
    lang: 'ru',
    kind: 'story',
    title: 'Знаки <b> & "кавычки" </script><script>alert(1)</script>',
    published: '2026-01-01T10:00:00+05:00',
    lead: "</p><img src=x onerror='x'>",
    body: ['<script>alert(2)</script> & "всё"', { list: ['<li>'] }, { teaser: 'hostile' }],
    tags: ['<i>'],
  };
  for (const publisher of ['baq-kk', 'baq-ru', 'kazinform-kk', 'kazinform-ru', 'liter'] as const) {
    const of = buildSites([{ ...hostile, publisher }]).find((s) => s.outlet.key === publisher);
    const article = of?.articles[0];
    if (!of || !article) throw new Error('the hostile article is missing');
    const $ = page(of, pathOf(of, article));
    expect($('h1').text()).toBe(hostile.title);
    expect($('script:not([type="application/ld+json"])').length).toBe(0);
    expect($('img[onerror]').length).toBe(0);
    expect($('body').text()).toContain('<script>alert(2)</script> & "всё"');
    for (const [path, file] of of.files)
      if (path.endsWith('.xml')) expect(XMLValidator.validate(file.body)).toBe(true);
  }
});

test('two articles that would share an address are refused', () => {
  const twin: SampleArticle = {
    key: 'a',
    publisher: 'liter',
    lang: 'ru',
    kind: 'story',
    title: 'Одно и то же',
    published: '2026-01-01T10:00:00+05:00',
    body: ['Текст.'],
    tags: [],
  };
  expect(() => buildSites([twin, { ...twin, key: 'b' }])).toThrow('liter.kz: two articles share one path');
});
