import { XMLParser } from 'fast-xml-parser';
import { absoluteUrl } from '../urls.ts';
import { entry, type Found, isoTime, nothing, type SourceDocument } from './found.ts';

/** The protocol allows so many addresses in one file; what comes after them is not read. */
const MAX_ENTRIES = 50_000;

/**
 * No attributes, no values guessed to be numbers, no nesting beyond what sitemaps have. Entities: a sitemap escapes
 * every ampersand, so the limits allow one for each address; a DOCTYPE, where bombs are defined, is refused beforehand.
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: 20 * MAX_ENTRIES, maxExpandedLength: 50_000_000 },
  maxNestedTags: 16,
});

/** Reads a sitemap, a news sitemap or a sitemap index (sitemaps.org 0.9, Google News 0.9). Never throws. */
export function readSitemap(xml: string, base: string): SourceDocument {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return nothing('a document with a DOCTYPE, not a sitemap');
  let root: unknown;
  try {
    root = parser.parse(xml);
  } catch (error) {
    return nothing(`broken XML: ${(error as Error).message.slice(0, 120)}`);
  }
  const urlset = child(root, 'urlset');
  const index = child(root, 'sitemapindex');
  if (urlset === undefined && index === undefined)
    return nothing('no sitemap: neither urlset nor sitemapindex');
  return { found: entries(child(urlset, 'url'), base), children: entries(child(index, 'sitemap'), base) };
}

function entries(given: unknown, base: string): Found[] {
  const list: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return list.slice(0, MAX_ENTRIES).flatMap((item) => {
    const loc = child(item, 'loc');
    const url = typeof loc === 'string' ? absoluteUrl(loc, base) : undefined;
    const at = isoTime(child(item, 'lastmod')) ?? isoTime(child(child(item, 'news'), 'publication_date'));
    return url === undefined ? [] : [entry(url, at)];
  });
}

const child = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
