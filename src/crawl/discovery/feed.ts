import { parseFeed } from 'feedsmith';
import { absoluteUrl } from '../urls.ts';
import { entry, type Found, isoTime, nothing, type SourceDocument } from './found.ts';

/** A longer feed is no list of news any more. */
const MAX_ITEMS = 10_000;

/** Reads RSS, RDF, Atom and JSON feeds, broken ones as far as they go. Never throws. */
export function readFeed(text: string, base: string): SourceDocument {
  let items: readonly FeedItem[];
  try {
    items = itemsOf(parseFeed(text));
  } catch {
    return nothing(
      /<html[\s>]/iu.test(text.slice(0, 2_000))
        ? 'an HTML page, not a feed'
        : 'no feed: neither RSS nor Atom',
    );
  }
  const found = items.slice(0, MAX_ITEMS).flatMap(({ link, at }): Found[] => {
    const url = link === undefined ? undefined : absoluteUrl(link, base);
    return url === undefined ? [] : [entry(url, isoTime(at))];
  });
  return { found, children: [] };
}

interface FeedItem {
  readonly link: string | undefined;
  readonly at: unknown;
}

function itemsOf(parsed: ReturnType<typeof parseFeed>): FeedItem[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(({ link, guid, pubDate }) => ({
        link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
        at: pubDate,
      }));
    case 'atom':
      return (parsed.feed.entries ?? []).map(({ links, updated, published }) => ({
        link: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        at: updated ?? published,
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map(({ link, dc }) => ({ link, at: dc?.dates?.[0] }));
    case 'json':
      return (parsed.feed.items ?? []).map(({ url, date_modified, date_published }) => ({
        link: url,
        at: date_modified ?? date_published,
      }));
  }
}
