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

/** Nine digits, 3000… first, growing with time. */
const idOf = (article: SampleArticle): number =>
  300_000_000 + Math.floor((Date.parse(article.published) - START) / 900_000);

const path = (article: SampleArticle): string => `/${slug(article.title, 'russian')}_${idOf(article)}`;

const MARKUP: BlockMarkup = {
  ...PLAIN_BLOCKS,
  teaser: (label, title, href) => html`<p><b>${label}:</b> <a href="${href}">${title}</a></p>`,
};

const header = (site: Site): Safe => html`<header>
<a href="/">${site.outlet.name}</a>
<nav>
<a href="${tagPath(site.outlet.rubric)}">${site.outlet.rubric}</a>
${site.outlet.menu.map((m) => html`<a href="${tagPath(m)}">${m}</a>`)}
<a href="/search/">Поиск</a>
</nav>
</header>`;

/** The class names of this outlet's article pages are not known: what a generic reader reads is all there is. */
const article = (site: Site, a: SampleArticle): Safe => html`<html lang="ru">
<head>
${articleMeta(site, a)}
<meta property="article:published_time" content="${a.published}">
${newsArticle(site, a, false)}
</head>
<body>
${header(site)}
<main>
<h1>${a.title}</h1>
<div><time datetime="${a.published}">${plainDate(a.published, 'ru')}</time>${a.author ? html` <span>${a.author}</span>` : undefined}</div>
<div>
${a.lead ? html`<p><strong>${a.lead}</strong></p>` : undefined}
<div class="banner">${site.outlet.promo.map((p) => html`<p>${p}</p>`)}</div>
${blocks(site, a, MARKUP)}
</div>
<div>${a.tags.map((t) => html`<a href="${tagPath(t)}">#${t}</a>`)}</div>
<section>
<h3>${site.outlet.popular}</h3>
<ul>
${others(site, a, 5).map((o) => html`<li><a href="${path(o)}">${o.title}</a></li>`)}
</ul>
</section>
</main>
${partners(site)}
${footer(site)}
</body>
</html>`;

const tagPath = (tag: string): string => `/teg/${slug(tag, 'russian')}/`;

function listing(site: Site, at: string, page: number): Safe | undefined {
  const all = at === '/' || at === tagPath(site.outlet.rubric);
  const found = site.articles.filter((a) => all || a.tags.some((t) => tagPath(t) === at));
  if (found.length === 0) return undefined;
  const { items, more } = paged(found, page, at === '/' ? found.length : TAG_PAGE);
  return html`<html lang="ru">
<head>
${listingMeta(site, at, site.outlet.rubric)}
</head>
<body>
${header(site)}
<ul class="exec-news">
${items.map(
  (a) => html`<li class="finded__content__item" data-time="${a.published}">
<a class="finded__content__item__link" href="${path(a)}">
<span class="finded__content__item__content__title">${a.title}</span>
${a.lead ? html`<p>${a.lead}</p>` : undefined}
</a>
</li>`,
)}
</ul>
${more ? html`<nav><a rel="next" href="${at}?page=${page + 1}">Дальше</a></nav>` : undefined}
${partners(site)}
${footer(site)}
</body>
</html>`;
}

/** rus.baq.kz: `/{slug}_{nine digits}`, tag pages with `data-time`; article pages for a generic reader. */
export const baqRu: Template = {
  path,
  article,
  listing,
  otherSlash: 'same',
  files: (site) => new Map([['/robots.txt', robots(site, ['/admin/', '/search', '/out/'])]]),
};
