import { createHash } from 'node:crypto';
import { kazinformDate } from '../dates.ts';
import { newsSitemap, robots, rss } from '../feeds.ts';
import { html, raw, type Safe } from '../html.ts';
import {
  articleMeta,
  type BlockMarkup,
  blocks,
  footer,
  listingMeta,
  others,
  PLAIN_BLOCKS,
  partners,
} from '../parts.ts';
import type { SampleArticle } from '../samples.ts';
import { paged, type Site, type Template, type TextFile } from '../site.ts';
import { slug } from '../slug.ts';

const LISTING_PAGE = 6;
const SLUG_LIMIT = 80;

/** Since this day ids have eight hex digits and the story stands in `.article__content`; six and another class before. */
const RENEWED = '2026-05-01';
const renewed = (article: SampleArticle): boolean => article.published >= RENEWED;

const idOf = (article: SampleArticle): string =>
  createHash('sha1')
    .update(article.key)
    .digest('hex')
    .slice(0, renewed(article) ? 8 : 6);

/** What differs between the Kazakh and the Russian host. */
interface Edition {
  readonly path: (article: SampleArticle) => string;
  readonly listingPaths: readonly string[];
  readonly sitemap: string;
  readonly feed: string;
  readonly gmt: string;
}

/** Adfox stands inside the story, a figure with its caption too; both are for the reader to drop. */
const ADFOX = raw('<div class="adfox"><div id="adfox_173839283">Жарнама / Реклама</div></div>');

const MARKUP: BlockMarkup = {
  ...PLAIN_BLOCKS,
  teaser: (label, title, href) =>
    html`<div class="article__related"><span>${label}</span><a href="${href}">${title}</a></div>`,
};

const header = (site: Site, edition: Edition): Safe => html`<header class="header">
<a class="header__logo" href="/">${site.outlet.name}</a>
<nav class="header__langs"><a href="https://kaz.inform.kz/">қз</a><a href="https://www.inform.kz/ru/">ру</a></nav>
<nav>
<a href="${edition.listingPaths[0]}">${site.outlet.rubric}</a>
${site.outlet.menu.map((m) => html`<span>${m}</span>`)}
<a href="/search_results/">${site.outlet.lang === 'kk' ? 'Іздеу' : 'Поиск'}</a>
</nav>
</header>`;

function article(site: Site, a: SampleArticle, edition: Edition): Safe {
  const parts = blocks(site, a, MARKUP);
  const story = [...parts.slice(0, 2), ADFOX, ...parts.slice(2)];
  const body = renewed(a)
    ? html`<div class="article__content">
${a.lead ? html`<p><strong>${a.lead}</strong></p>` : undefined}
${story}
<div class="article__tags">${a.tags.map((t) => html`<span>${t}</span>`)}</div>
${site.outlet.promo.map((p) => html`<p>${p}</p>`)}
</div>`
    : html`${a.lead ? html`<div class="article__description">${a.lead}</div>` : undefined}
<div class="article__body-text">
${story}
</div>
<div class="article__tags">${a.tags.map((t) => html`<span>${t}</span>`)}</div>
<div class="article__subscribe">${site.outlet.promo.map((p) => html`<p>${p}</p>`)}</div>`;
  return html`<html lang="${a.lang}">
<head>
${articleMeta(site, a, ` | ${site.outlet.name}`)}
<meta name="article:published_time" content="${a.published}">
<meta name="author" content="${a.author ?? site.outlet.name}">
</head>
<body>
${header(site, edition)}
<div class="article">
<h1 class="article__title">${a.title}</h1>
<div class="article__info"><div class="article__time">${kazinformDate(a.published, a.lang)}${edition.gmt}</div></div>
${body}
</div>
<aside class="sidebar">
<h3>${site.outlet.popular}</h3>
${others(site, a, 4).map((o) => html`<a class="sidebar-link" href="${edition.path(o)}">${o.title}</a>`)}
</aside>
${partners(site)}
${footer(site)}
</body>
</html>`;
}

const card = (
  a: SampleArticle,
  edition: Edition,
): Safe => html`<a class="news-card" href="${edition.path(a)}">
<time class="meta-date">${kazinformDate(a.published, a.lang)}</time>
<h3 class="card-title">${a.title}</h3>
</a>`;

function listing(site: Site, at: string, page: number, edition: Edition): Safe | undefined {
  if (!edition.listingPaths.includes(at)) return undefined;
  const { items, more } = paged(site.articles, page, LISTING_PAGE);
  const [first = '/'] = edition.listingPaths;
  const next = `${first.endsWith('/') ? first : `${first}/`}?page=${page + 1}`;
  return html`<html lang="${site.outlet.lang}">
<head>
${listingMeta(site, first, site.outlet.rubric)}
</head>
<body>
${header(site, edition)}
<main class="lenta">
${items.map((a) => card(a, edition))}
</main>
${more ? html`<nav class="pagination"><a rel="next" href="${next}">${page + 1}</a></nav>` : undefined}
${partners(site)}
${footer(site)}
</body>
</html>`;
}

const template = (edition: Edition): Template => ({
  path: edition.path,
  article: (site, a) => article(site, a, edition),
  listing: (site, at, page) => listing(site, at, page, edition),
  otherSlash: 'redirect',
  files: (site): ReadonlyMap<string, TextFile> =>
    new Map([
      ['/robots.txt', robots(site, ['/admin/', '/search_results/', '/out/'], edition.sitemap)],
      [edition.sitemap, newsSitemap(site)],
      [edition.feed, rss(site, edition.feed)],
    ]),
});

/** A slug is cut at 80 characters wherever that falls, so `--` before the id happens. */
const cut = (title: string, style: 'kazinform' | 'russian'): string =>
  slug(title, style).slice(0, SLUG_LIMIT);

/** kaz.inform.kz: `/news/{slug}-{hex}/`, `/lenta/`, RSS, a news sitemap. */
export const kazinformKk: Template = template({
  path: (a) => `/news/${cut(a.title, 'kazinform')}-${idOf(a)}/`,
  listingPaths: ['/lenta/', '/lenta', '/'],
  sitemap: '/sitemaps/google-news_kz.xml',
  feed: '/rss/kz.xml',
  gmt: ' | GMT +5',
});

/** www.inform.kz: `/ru/{slug}-{hex}`, `/ru/lenta`, RSS, a news sitemap. */
export const kazinformRu: Template = template({
  path: (a) => `/ru/${cut(a.title, 'russian')}-${idOf(a)}`,
  listingPaths: ['/ru/lenta', '/ru/lenta/', '/lenta/', '/ru/', '/'],
  sitemap: '/sitemaps/google-news_ru.xml',
  feed: '/rss/rus.xml',
  gmt: '',
});
