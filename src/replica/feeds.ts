import { httpDate } from './dates.ts';
import { escapeText } from './html.ts';
import { type Site, type TextFile, urlOf } from './site.ts';

const XML = 'application/xml; charset=utf-8';

/** A sitemap in the form that Google News reads. */
export function newsSitemap(site: Site): TextFile {
  const { name, lang } = site.outlet;
  const items = site.articles.map(
    (a) => `  <url>
    <loc>${escapeText(urlOf(site, a))}</loc>
    <lastmod>${a.modified ?? a.published}</lastmod>
    <news:news>
      <news:publication><news:name>${escapeText(name)}</news:name><news:language>${lang}</news:language></news:publication>
      <news:publication_date>${a.published}</news:publication_date>
      <news:title>${escapeText(a.title)}</news:title>
    </news:news>
  </url>`,
  );
  return {
    type: XML,
    body: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items.join('\n')}
</urlset>
`,
  };
}

/** An RSS 2.0 feed of the newest articles, 200 at most. */
export function rss(site: Site, path: string): TextFile {
  const { host, name, slogan, lang } = site.outlet;
  const items = site.articles.slice(0, 200).map(
    (a) => `    <item>
      <title>${escapeText(a.title)}</title>
      <link>${escapeText(urlOf(site, a))}</link>
      <guid isPermaLink="true">${escapeText(urlOf(site, a))}</guid>
      <description>${escapeText(a.lead ?? a.title)}</description>
      <pubDate>${httpDate(a.published)}</pubDate>
    </item>`,
  );
  return {
    type: 'application/rss+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeText(name)}</title>
    <link>https://${host}/</link>
    <description>${escapeText(slogan)}</description>
    <language>${lang}</language>
    <atom:link href="https://${host}${path}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`,
  };
}

/** robots.txt: everyone may read, except the paths given. */
export function robots(site: Site, disallow: readonly string[], sitemap?: string): TextFile {
  const lines = ['User-agent: *', ...disallow.map((p) => `Disallow: ${p}`)];
  if (sitemap) lines.push('', `Sitemap: https://${site.outlet.host}${sitemap}`);
  return { type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` };
}
