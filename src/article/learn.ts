import { decodePage } from './charset.ts';
import { parsePageDate } from './dates.ts';
import { genericZone } from './generic.ts';
import { type Element, isElement, parseHtml } from './html.ts';
import { readMeta } from './meta.ts';
import { textOf } from './text.ts';

/** What one page of an unknown outlet suggests for its publisher's file. */
export interface Learned {
  /** Where the page says it stands. */
  readonly canonical: string | null;
  /** What the outlet calls itself. */
  readonly siteName: string | null;
  /** CSS selectors that find these fields on this page, best first; empty where nothing does. */
  readonly title: readonly string[];
  readonly body: readonly string[];
  readonly date: readonly string[];
  readonly author: readonly string[];
  /** Feeds that the page announces, as it writes them. */
  readonly feeds: readonly string[];
}

/** A date stands alone or among a few words; longer texts only mention one. */
const LONGEST_DATE = 60;
const MOST_DATES = 3;

/** Looks for what a publisher's file has to say, by what the generic reader finds on a page. `now` as for `readPage`. */
export function learnPage(bytes: Uint8Array, contentType: string | undefined, now: Date): Learned {
  const root = parseHtml(decodePage(bytes, contentType).text);
  const meta = readMeta(root);
  const elements = allOf(root);
  const published = dayOf(meta.jsonLd?.published ?? meta.tags.get('article:published_time'), now);
  const [block] = genericZone(root).blocks;
  const story = block && block !== root && block.name !== 'body' ? selectorFor(block, elements) : undefined;
  const heading = elements.find((e) => e.name === 'h1' && textOf(e) !== '');
  const dates = elements
    .filter((e) => isDate(e, published, now))
    .flatMap((e) => selectorFor(e, elements) ?? []);
  const author = elements.find((e) => e.attribs['itemprop'] === 'author' || e.attribs['rel'] === 'author');
  return {
    canonical: meta.canonical ?? meta.tags.get('og:url') ?? null,
    siteName: meta.tags.get('og:site_name') ?? null,
    title: heading ? [selectorFor(heading, elements) ?? 'h1'] : [],
    body: story === undefined ? [] : [story],
    date: [...new Set(dates)].slice(0, MOST_DATES),
    author: [
      ...(meta.tags.has('author') ? ["meta[name='author']"] : []),
      ...(author ? (selectorFor(author, elements) ?? []) : []),
    ],
    feeds: elements
      .filter((e) => e.name === 'link' && /application\/(?:rss|atom)\+xml/i.test(e.attribs['type'] ?? ''))
      .flatMap((e) => e.attribs['href'] ?? []),
  };
}

function allOf(root: Element): Element[] {
  const found: Element[] = [];
  const walk = (e: Element): void => {
    found.push(e);
    for (const child of e.children) if (isElement(child)) walk(child);
  };
  walk(root);
  return found;
}

const dayOf = (text: string | null | undefined, now: Date): string | null =>
  text == null ? null : (parsePageDate(text, now)?.slice(0, 10) ?? null);

/** Does an element give the day of publication? Where the page declares one, that very day. */
function isDate(e: Element, published: string | null, now: Date): boolean {
  const { name, attribs } = e;
  if (name === 'meta' && !/published/i.test(attribs['property'] ?? attribs['name'] ?? '')) return false;
  if (name === 'meta' || name === 'time') {
    const day = dayOf(attribs['content'] ?? attribs['datetime'] ?? textOf(e), now);
    return day !== null && (published === null || day === published);
  }
  if (e.children.some(isElement) || !/date|time|data|kun/i.test(attribs['class'] ?? '')) return false;
  const text = textOf(e);
  const day = text.length <= LONGEST_DATE ? dayOf(text, now) : null;
  return day !== null && (published === null || day === published);
}

/** A class that a person chose: no numbers of a build, no single letters. */
const CLASS = /^[a-z][a-z_-]{2,39}$/i;

/** The shortest selector that finds this element before any other; undefined when only its place tells it. */
function selectorFor(e: Element, elements: readonly Element[]): string | undefined {
  const { itemprop, property, name, id } = e.attribs;
  const classes = (e.attribs['class'] ?? '').split(/\s+/).filter((c) => CLASS.test(c));
  if (e.name === 'meta') {
    if (property) return `meta[property='${property}']`;
    return name ? `meta[name='${name}']` : undefined;
  }
  const same = (test: (other: Element) => boolean): boolean => elements.find(test) === e;
  const hasClass = (other: Element, c: string): boolean =>
    (other.attribs['class'] ?? '').split(/\s+/).includes(c);
  if (itemprop && same((o) => o.attribs['itemprop'] === itemprop)) return `[itemprop='${itemprop}']`;
  for (const c of classes) if (same((o) => o.name === e.name && hasClass(o, c))) return `${e.name}.${c}`;
  if (id && CLASS.test(id)) return `#${id}`;
  return same((o) => o.name === e.name) ? e.name : undefined;
}
