import { html, jsonScript, type Safe } from './html.ts';
import type { Block, SampleArticle } from './samples.ts';
import { type Site, urlOf } from './site.ts';

/** Where a picture of an article would be: the replicas show captions, never pictures. */
export const pictureOf = (site: Site, article: SampleArticle): string =>
  `https://${site.outlet.host}/storage/news/${article.published.slice(0, 10).replaceAll('-', '/')}/${article.key}.jpg`;

/** Title, canonical address and OpenGraph of an article, as every outlet has them. */
export const articleMeta = (
  site: Site,
  article: SampleArticle,
  titleTail = '',
): Safe => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${article.title}${titleTail}</title>
<meta name="description" content="${article.lead ?? article.title}">
<link rel="canonical" href="${urlOf(site, article)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${site.outlet.name}">
<meta property="og:title" content="${article.title}${titleTail}">
<meta property="og:description" content="${article.lead ?? article.title}">
<meta property="og:url" content="${urlOf(site, article)}">
<meta property="og:image" content="${pictureOf(site, article)}">
<meta property="og:locale" content="${article.lang === 'kk' ? 'kk_KZ' : 'ru_KZ'}">`;

export const listingMeta = (site: Site, path: string, title: string): Safe => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${site.outlet.name}</title>
<link rel="canonical" href="https://${site.outlet.host}${path}">
<meta property="og:type" content="website">`;

/** schema.org NewsArticle; the text of the story only where the outlet gives it (`withBody`). */
export function newsArticle(site: Site, article: SampleArticle, withBody: boolean): Safe {
  const { outlet } = site;
  return jsonScript({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': urlOf(site, article) },
    headline: article.title,
    ...(article.lead ? { description: article.lead } : {}),
    image: [pictureOf(site, article)],
    datePublished: article.published,
    dateModified: article.modified ?? article.published,
    inLanguage: article.lang,
    author: article.author
      ? { '@type': 'Person', name: article.author }
      : { '@type': 'Organization', name: outlet.name },
    publisher: { '@type': 'Organization', name: outlet.name, url: `https://${outlet.host}/` },
    ...(withBody ? { articleBody: storyLines(article).join('\n') } : {}),
  });
}

/** The story alone, a line a paragraph: lead, paragraphs, headings, quotes and list items. */
export const storyLines = (article: SampleArticle): string[] => [
  ...(article.lead ? [article.lead] : []),
  ...article.body.flatMap(storyOf),
];

function storyOf(block: Block): string[] {
  if (typeof block === 'string') return [block];
  if ('heading' in block) return [block.heading];
  if ('quote' in block) return [block.quote];
  if ('list' in block) return block.list;
  return [];
}

/** How an outlet marks up each kind of block. */
export interface BlockMarkup {
  readonly paragraph: (text: string) => Safe;
  readonly heading: (text: string) => Safe;
  readonly quote: (text: string) => Safe;
  readonly list: (items: readonly string[]) => Safe;
  readonly caption: (text: string, picture: string) => Safe;
  readonly teaser: (label: string, title: string, path: string) => Safe;
  readonly promo: (text: string) => Safe;
}

export const PLAIN_BLOCKS: BlockMarkup = {
  paragraph: (text) => html`<p>${text}</p>`,
  heading: (text) => html`<h2>${text}</h2>`,
  quote: (text) => html`<blockquote><p>${text}</p></blockquote>`,
  list: (items) => html`<ul>
${items.map((i) => html`<li>${i}</li>`)}
</ul>`,
  caption: (text, picture) =>
    html`<figure><img src="${picture}" alt="" loading="lazy"><figcaption>${text}</figcaption></figure>`,
  teaser: (label, title, path) => html`<p><strong>${label}: <a href="${path}">${title}</a></strong></p>`,
  promo: (text) => html`<p><em>${text}</em></p>`,
};

/** The blocks of a story in the markup of an outlet. */
export function blocks(site: Site, article: SampleArticle, markup: BlockMarkup): Safe[] {
  const byKey = new Map(site.articles.map((a) => [a.key, a]));
  return article.body.map((block) => {
    if (typeof block === 'string') return markup.paragraph(block);
    if ('heading' in block) return markup.heading(block.heading);
    if ('quote' in block) return markup.quote(block.quote);
    if ('list' in block) return markup.list(block.list);
    if ('caption' in block) return markup.caption(block.caption, pictureOf(site, article));
    if ('promo' in block) return markup.promo(block.promo);
    const other = byKey.get(block.teaser);
    return other
      ? markup.teaser(site.outlet.readAlso, other.title, site.template.path(other))
      : markup.teaser(site.outlet.readAlso, block.teaser, '/');
  });
}

/** What stands beside every story of an outlet: the other stories, newest first. */
export const others = (site: Site, article: SampleArticle, count: number): SampleArticle[] =>
  site.articles.filter((a) => a !== article && a.kind === 'story').slice(0, count);

/** Partner lines: advertising with addresses that robots.txt closes. */
export const partners = (site: Site): Safe => html`<section class="partners">
<h3>${site.outlet.partners.title}</h3>
<ul>
${site.outlet.partners.items.map((p, i) => html`<li><a rel="nofollow sponsored" href="/out/${i + 1}">${p}</a></li>`)}
</ul>
</section>`;

export const footer = (site: Site): Safe => html`<footer>
${site.outlet.footer.map((l) => html`<p>${l}</p>`)}
</footer>`;
