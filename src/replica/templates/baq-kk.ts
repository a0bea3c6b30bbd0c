import { plainDate } from '../dates.ts';
import { robots } from '../feeds.ts';
import { html, type Safe } from '../html.ts';
import {
  articleMeta,
  type BlockMarkup,
  blocks,
  footer,
  listingMeta,
  newsArticle,
  others,
  PLAIN_BLOCKS,
  partners,
} from '../parts.ts';
import type { SampleArticle } from '../samples.ts';
import { paged, type Site, type Template } from '../site.ts';
import { slug } from '../slug.ts';

const START = Date.parse('2024-01-01T00:00:00+05:00');
const TAG_PAGE = 4;

/** Six digits that grow with time, as a counter would. */
const idOf = (article: SampleArticle): number =>
  200_000 + Math.floor((Date.parse(article.published) - START) / 240_000);

const path = (article: SampleArticle): string => `/${slug(article.title, 'baq')}-${idOf(article)}/`;

/** Captions are plain paragraphs here, so only their first word tells them from the story. */
const MARKUP: BlockMarkup = {
  ...PLAIN_BLOCKS,
  heading: (text) => html`<h4>${text}</h4>`,
  caption: (text, picture) => html`<p><img src="${picture}" alt=""></p>
<p>${text}</p>`,
  teaser: (label, title, href) =>
    html`<div class="read-also"><span>${label}</span> <a href="${href}">${title}</a></div>`,
};

const header = (site: Site): Safe => html`<header class="header">
<a class="header__logo" href="/">${site.outlet.name}</a>
<nav>
<a href="${tagPath(site.outlet.rubric)}">${site.outlet.rubric}</a>
${site.outlet.menu.map((m) => html`<a href="${tagPath(m)}">${m}</a>`)}
<a href="/search/">Іздеу</a>
</nav>
</header>`;

const article = (site: Site, a: SampleArticle): Safe => html`<html lang="kk">
<head>
${articleMeta(site, a)}
<meta property="article:published_time" content="${a.published}">
${newsArticle(site, a, false)}
</head>
<body>
${header(site)}
<main class="news">
<h1 class="news-title">${a.title}</h1>
<div class="news-info"><span class="news-date">${plainDate(a.published, 'kk')}</span>${
  a.author ? html` <span class="news-author">${a.author}</span>` : undefined
}</div>
<div class="news-subscribe">${site.outlet.promo.map((p) => html`<p><a href="/out/telegram">${p}</a></p>`)}</div>
<div class="news-text">
${a.lead ? html`<p><strong>${a.lead}</strong></p>` : undefined}
${blocks(site, a, MARKUP)}
</div>
<div class="news-tags">${a.tags.map((t) => html`<a href="${tagPath(t)}">${t}</a>`)}</div>
</main>
<aside class="popular">
<h3>${site.outlet.popular}</h3>
<ul>
${others(site, a, 4).map((o) => html`<li><a href="${path(o)}">${o.title}</a></li>`)}
</ul>
</aside>
${partners(site)}
${footer(site)}
</body>
</html>`;

const tagPath = (tag: string): string => `/tag/${slug(tag, 'baq')}/`;

function listing(site: Site, at: string, page: number): Safe | undefined {
  if (at === '/') return home(site);
  const under = (a: SampleArticle): boolean =>
    at === tagPath(site.outlet.rubric) || a.tags.some((t) => tagPath(t) === at);
  const found = site.articles.filter(under);
  if (found.length === 0) return undefined;
  const { items, more } = paged(found, page, TAG_PAGE);
  return html`<html lang="kk">
<head>
${listingMeta(site, at, site.outlet.rubric)}
</head>
<body>
${header(site)}
<main class="item-list">
${items.map((a) => html`<a class="item-list__link" href="${path(a)}"><span class="item-list__title">${a.title}</span></a>`)}
</main>
${more ? html`<nav class="pagination"><a rel="next" href="${at}?page=${page + 1}">${page + 1}</a></nav>` : undefined}
${footer(site)}
</body>
</html>`;
}

const home = (site: Site): Safe => html`<html lang="kk">
<head>
${listingMeta(site, '/', site.outlet.slogan)}
</head>
<body>
${header(site)}
<div class="l-col">
${site.articles.map(
  (a) => html`<a class="l-col__item" href="${path(a)}">
<span class="l-col__item_date">${a.published.slice(11, 16)}</span>
<span class="l-col__item_title">${a.title}</span>
</a>`,
)}
</div>
${partners(site)}
${footer(site)}
</body>
</html>`;

/** baq.kz: `/{slug}-{six digits}/`, tag pages with paging, `div.news-text`; no feed and no sitemap. */
export const baqKk: Template = {
  path,
  article,
  listing,
  otherSlash: 'redirect',
  files: (site) => new Map([['/robots.txt', robots(site, ['/admin/', '/search', '/out/'])]]),
};
