import { plainDate } from '../dates.ts';
import { newsSitemap, robots } from '../feeds.ts';
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
import type { Site, Template } from '../site.ts';
import { slug } from '../slug.ts';

const SITEMAP = '/sitemap.news.xml';

/** The address carries the second of publication. */
const path = (article: SampleArticle): string =>
  `/${slug(article.title, 'russian')}-${Date.parse(article.published) / 1000}/`;

const MARKUP: BlockMarkup = {
  ...PLAIN_BLOCKS,
  teaser: (label, title, href) =>
    html`<blockquote><p>${label}: <a href="${href}">${title}</a></p></blockquote>`,
};

const header = (site: Site): Safe => html`<header>
<a href="/">${site.outlet.name}</a>
<nav>
${site.outlet.menu.map((m) => html`<span>${m}</span>`)}
<a href="/search/">Поиск</a>
</nav>
</header>`;

/** The class names of this outlet's article pages are not known: what a generic reader reads is all there is. */
const article = (site: Site, a: SampleArticle): Safe => html`<html lang="ru">
<head>
${articleMeta(site, a)}
<meta property="article:published_time" content="${a.published}">
${a.modified ? html`<meta property="article:modified_time" content="${a.modified}">` : undefined}
${newsArticle(site, a, true)}
</head>
<body>
${header(site)}
<main>
<article>
<h1>${a.title}</h1>
<p><time datetime="${a.published}">${plainDate(a.published, 'ru')}</time></p>
${a.lead ? html`<p>${a.lead}</p>` : undefined}
${a.author ? html`<p>${a.author}</p>` : undefined}
${blocks(site, a, MARKUP)}
${site.outlet.promo.map((p) => html`<p>${p}</p>`)}
</article>
${partners(site)}
<section>
<h3>${site.outlet.popular}</h3>
<ul>
${others(site, a, 5).map((o) => html`<li><a href="${path(o)}">${o.title}</a></li>`)}
</ul>
</section>
</main>
${footer(site)}
</body>
</html>`;

const listing = (site: Site, at: string): Safe | undefined =>
  at === '/'
    ? html`<html lang="ru">
<head>
${listingMeta(site, '/', site.outlet.slogan)}
</head>
<body>
${header(site)}
<main class="lenta-news">
${site.articles.map(
  (a) => html`<div class="lenta-news__item">
<span class="last-news__date">${plainDate(a.published, 'ru')}</span>
<a class="last-news__link" href="${path(a)}">${a.title}</a>
</div>`,
)}
</main>
${partners(site)}
${footer(site)}
</body>
</html>`
    : undefined;

/** liter.kz: `/{slug}-{Unix seconds}/`, a news sitemap and the home feed; article pages for a generic reader. */
export const liter: Template = {
  path,
  article,
  listing,
  otherSlash: 'redirect',
  files: (site) =>
    new Map([
      ['/robots.txt', robots(site, ['/admin/', '/search', '/out/'], SITEMAP)],
      [SITEMAP, newsSitemap(site)],
    ]),
};
