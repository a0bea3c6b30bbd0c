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

/** The tree of a full sitemap would take ten times its size: entries are read in portions of about so many characters. */
const PORTION = 256 * 1024;
/** Where the root element is looked for; before it there is at most a declaration, a style sheet and a comment. */
const HEAD = 16 * 1024;

/**
 * Reads a sitemap, a news sitemap or a sitemap index (sitemaps.org 0.9, Google News 0.9), a broken one as far as it goes.
 * Never throws.
 */
export function readSitemap(xml: string, base: string): SourceDocument {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return nothing('a document with a DOCTYPE, not a sitemap');
  const root = /<(?:[\w.-]+:)?(urlset|sitemapindex)(?:\s[^>]*)?>/u.exec(xml.slice(0, HEAD));
  if (root === null) return nothing('no sitemap: neither urlset nor sitemapindex');
  const isIndex = root[1] === 'sitemapindex';
  const read: Found[] = [];
  let problem: string | undefined;
  for (const portion of portions(xml, root.index + root[0].length)) {
    if (read.length >= MAX_ENTRIES) break;
    try {
      const list = child(parser.parse(`<list>${portion}</list>`), 'list');
      for (const entry of entries(child(list, isIndex ? 'sitemap' : 'url'), base)) read.push(entry);
    } catch (error) {
      problem ??= `broken XML: ${(error as Error).message.slice(0, 120)}`;
    }
  }
  const all = read.slice(0, MAX_ENTRIES);
  return {
    ...(isIndex ? { found: [], children: all } : { found: all, children: [] }),
    ...(problem && { problem }),
  };
}

/** What stands between the tags of the root, cut where an entry ends. */
function* portions(xml: string, start: number): Generator<string> {
  const entryEnd = /<\/(?:[\w.-]+:)?(?:url|sitemap)\s*>/gu;
  for (let from = start; from < xml.length; ) {
    entryEnd.lastIndex = from + PORTION;
    const cut = entryEnd.exec(xml) === null ? xml.length : entryEnd.lastIndex;
    // No entry is that long: what is left of it is broken, and told as such.
    const end = Math.min(cut, from + 2 * PORTION);
    yield xml.slice(from, end).replace(/<\/(?:[\w.-]+:)?(?:urlset|sitemapindex)\s*>\s*$/u, '');
    from = cut;
  }
}

function entries(given: unknown, base: string): Found[] {
  const list: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return list.flatMap((item) => {
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
