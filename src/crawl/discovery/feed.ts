import { parseFeed } from 'feedsmith';
import { absoluteUrl } from '../urls.ts';
import { entry, type Found, isoTime, nothing, type SourceDocument } from './found.ts';

/** A longer feed is no list of news any more. */
const MAX_ITEMS = 10_000;

/** Reads RSS, RDF, Atom and JSON feeds, broken ones as far as they go. Never throws. */
export function readFeed(text: string, base: string): SourceDocument {
  const whole = itemsOf(text);
  const items = whole ?? itemsOf(upToLastItem(text));
  if (items === undefined)
    return nothing(
      /<html[\s>]/iu.test(text.slice(0, 2_000))
        ? 'an HTML page, not a feed'
        : 'no feed: neither RSS nor Atom',
    );
  const found = items.slice(0, MAX_ITEMS).flatMap(({ link, at }): Found[] => {
    const url = link === undefined ? undefined : absoluteUrl(link, base);
    return url === undefined ? [] : [entry(url, isoTime(at))];
  });
  return {
    found,
    children: [],
    ...(whole === undefined && { problem: 'a broken feed, read up to its last whole item' }),
  };
}

/** What was torn, without the item that it was torn in. */
const upToLastItem = (text: string): string =>
  text.slice(0, Math.max(text.lastIndexOf('</item>'), text.lastIndexOf('</entry>'), 0));

interface FeedItem {
  readonly link: string | undefined;
  readonly at: unknown;
}

/** The items of a feed of any kind; undefined for what is none. */
function itemsOf(text: string): FeedItem[] | undefined {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    return undefined;
  }
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
