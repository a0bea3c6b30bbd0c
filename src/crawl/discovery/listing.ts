import * as cheerio from 'cheerio/slim';
import { parseHtml } from '../../article/html.ts';
import { absoluteUrl } from '../urls.ts';
import { entry, type Found, nothing, type SourceDocument } from './found.ts';

/** Where the links of a listing stand; all of them CSS selectors of the publisher's file. */
export interface ListingSelectors {
  /** The cards; without it every link of the page is taken. */
  readonly item?: string | undefined;
  /** The link inside a card; without it the card itself, or its first link. */
  readonly link?: string | undefined;
  /** Where a card shows its time. */
  readonly time?: string | undefined;
}

/** More links than this on one page are a trap or a site map for people. */
const MAX_LINKS = 5_000;

/**
 * Reads the links of a listing page, in page order, each once. A page whose cards are not where the publisher's file
 * says gives all its links instead, and a problem that names the selector: a changed layout must not look like silence.
 */
export function readListing(html: string, base: string, selectors: ListingSelectors): SourceDocument {
  const $ = cheerio.load(parseHtml(html) as never);
  const home = $('base[href]').first().attr('href');
  const from = (home === undefined ? undefined : absoluteUrl(home, base)) ?? base;
  const { item, link, time } = selectors;
  if (item !== undefined) {
    const cards = $(item)
      .slice(0, MAX_LINKS)
      .toArray()
      .map((card) => {
        const anchor =
          link !== undefined
            ? $(card).find(link).first()
            : $(card).is('a')
              ? $(card)
              : $(card).find('a').first();
        const clock = time === undefined ? undefined : $(card).find(time).addBack(time).first();
        return { href: anchor.attr('href'), time: clock?.attr('datetime') ?? clock?.attr('data-time') };
      });
    const found = unique(cards, from);
    if (found.length > 0) return { found, children: [] };
  }
  const all = $('a[href]')
    .slice(0, MAX_LINKS)
    .toArray()
    .map((a) => ({ href: $(a).attr('href'), time: undefined }));
  const found = unique(all, from);
  if (found.length === 0) return nothing('a page without a single link');
  return {
    found,
    children: [],
    ...(item === undefined ? {} : { problem: `no card at "${item}": all links were taken` }),
  };
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/u;

function unique(
  links: readonly { href: string | undefined; time: string | undefined }[],
  base: string,
): Found[] {
  const found = new Map<string, Found>();
  for (const { href, time } of links) {
    const url = href === undefined ? undefined : absoluteUrl(href, base);
    // A time without an offset, or one for people, says too little about an instant.
    if (url !== undefined && !found.has(url))
      found.set(url, entry(url, time !== undefined && ISO.test(time) ? time : undefined));
  }
  return [...found.values()];
}
