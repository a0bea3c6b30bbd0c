import { gunzipSync } from 'node:zlib';
import { canonicalUrl, isArticleUrl, type Publisher, publisherOf } from '../catalog/publishers.ts';
import type { ReaderName, ReadPage, Refusal } from '../core/article.ts';
import { almatyDay, almatyIso } from '../core/clock.ts';
import type { Issue } from '../core/issue.ts';
import { routeText } from '../language/index.ts';
import { byJsonLd } from './by-json-ld.ts';
import { byPublisher, type Found } from './by-publisher.ts';
import { decodePage } from './charset.ts';
import { cuesFor } from './cues.ts';
import { parsePageDate } from './dates.ts';
import { genericZone } from './generic.ts';
import { type Element, parseHtml } from './html.ts';
import { type Meta, readMeta } from './meta.ts';
import { refusalOf } from './refuse.ts';
import { plain, type Section, type Story, separate } from './story.ts';
import { type Line, linesOf, tidy } from './text.ts';

/** One page as it came: a file or an HTTP body. */
export interface PageInput {
  /** How people know it: a file name, or its address again. */
  readonly path: string;
  /** The page, also gzipped. */
  readonly bytes: Uint8Array;
  /** The HTTP header, when there was one. */
  readonly contentType?: string;
  /** Where it was found; without it the address the page itself declares is taken. */
  readonly url?: string;
  readonly publishers: readonly Publisher[];
  /** «Вчера» counts from here. */
  readonly now: Date;
}

/** A page of this size is refused: no article comes near it. */
const MAX_BYTES = 20_000_000;

/** A longer title is no title. */
const MAX_TITLE = 1_000;

/** How much longer the story on the page must be than the declared one to show that only a lead was declared. */
const ONLY_A_LEAD = 1.5;

/**
 * Reads a page: never throws, in time linear in its size; what is wrong with it stands in `issues`, what it is not in
 * `refused`.
 */
export function readPage(input: PageInput): ReadPage {
  const bytes = unpacked(input.bytes);
  if (bytes === undefined) return refusedPage(input, 'too-large', `${MAX_BYTES / 1e6} MB or more`);
  if (isBinary(bytes)) return refusedPage(input, 'binary', 'not a page of text');
  const { text: html, issues: charsetIssues } = decodePage(bytes, input.contentType);
  if (html.trim() === '') return refusedPage(input, 'empty', 'nothing in it');

  const issues: Issue[] = [...charsetIssues];
  const root = parseHtml(html);
  const meta = readMeta(root);
  const { url, publisher } = addressOf(input, meta);
  const declared = firstDate([meta.jsonLd?.published, ...DATE_TAGS.map((t) => meta.tags.get(t))], input.now);
  const dayOf = (texts: readonly string[]): string | null =>
    (firstDate(texts, input.now) ?? declared ?? (publisher && url ? urlTime(url, publisher) : null))?.slice(
      0,
      10,
    ) ?? null;
  const found = publisher && byPublisher(root, publisher, dayOf);
  if (publisher && publisher.layouts.length > 0 && (!found || found.unexpected))
    issues.push({
      code: 'publisher/layout',
      at: publisher.key,
      detail: found
        ? 'read by a layout that was not expected on this day'
        : 'no layout finds the story: read without selectors',
    });
  // A selector that went blind is told even where what the page declares makes up for it.
  if (found?.title === null)
    issues.push({ code: 'publisher/field', at: 'title', detail: 'no selector of the publisher finds it' });
  if (found && firstDate(found.dates, input.now) === null)
    issues.push({
      code: 'publisher/field',
      at: 'published',
      detail: 'no selector of the publisher finds it',
    });

  const title = titleOf(meta, found, publisher)?.slice(0, MAX_TITLE) ?? null;
  const told = tell(root, meta, found, { title, cues: cuesFor(publisher), now: input.now });
  const body = told.body.map((l) => l.text);
  const refused = refusalOf({
    meta,
    html,
    chars: body.reduce((sum, line) => sum + line.length, 0),
    linkShare: told.linkShare,
    visible: told.visible,
    articleUrl: publisher && url ? isArticleUrl(url, publisher) : undefined,
    url,
  });

  const published =
    firstDate(found?.dates ?? [], input.now) ??
    declared ??
    firstDate(
      told.sections.filter((s) => s.kind === 'dateline').map((s) => s.text),
      input.now,
    ) ??
    firstDate(timeElements(root), input.now) ??
    (publisher && url ? urlTime(url, publisher) : null);
  const modified = firstDate(
    [...(found?.modified ?? []), meta.jsonLd?.modified, ...MODIFIED_TAGS.map((t) => meta.tags.get(t))],
    input.now,
  );
  if (!refused) {
    if (published === null) issues.push({ code: 'page/no-date', detail: 'no date of publication found' });
    else if (published.slice(0, 10) > almatyDay(new Date(input.now.getTime() + 86_400_000)))
      issues.push({ code: 'page/future-date', at: published, detail: 'dated after today' });
    if (title === null) issues.push({ code: 'page/no-title', detail: 'no title found' });
  }
  const text = refused ? '' : body.join('\n');
  return {
    path: input.path,
    url,
    title,
    body: text,
    sections: refused ? [] : told.sections,
    published,
    modified: modified !== null && modified !== published ? modified : null,
    authors: authorsOf(meta, found, told.sections, publisher),
    lang: routeText(refused ? (title ?? '') : `${title ?? ''}\n${text}`).lang,
    publisher: publisher?.key ?? null,
    reader: told.reader,
    ...(refused ? { refused } : {}),
    issues,
  };
}

/** The page itself, gunzipped if need be; undefined when it is larger than a page may be. Broken gzip is left as it is. */
function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length >= MAX_BYTES) return undefined;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    return error instanceof RangeError ? undefined : bytes;
  }
}

/** Pictures, documents, archives: a NUL or many control characters in the first kilobyte, but for two-byte encodings. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1_024);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  if (['%PDF-', 'GIF8', 'PK\x03\x04'].some((m) => [...m].every((c, i) => head[i] === c.charCodeAt(0))))
    return true;
  const control = head.filter((b) => b < 9 || (b > 13 && b < 32 && b !== 27)).length;
  return control * 20 > head.length || (control > 0 && head.indexOf(0x3c) < 0);
}

function refusedPage(input: PageInput, refused: Refusal, detail: string): ReadPage {
  const publisher = input.url === undefined ? undefined : publisherOf(input.url, input.publishers);
  return {
    path: input.path,
    url: input.url ?? null,
    title: null,
    body: '',
    sections: [],
    published: null,
    modified: null,
    authors: [],
    lang: 'und',
    publisher: publisher?.key ?? null,
    reader: 'generic',
    refused,
    issues: [{ code: `page/${refused}`, detail }],
  };
}

const DATE_TAGS = [
  'article:published_time',
  'article:published',
  'datepublished',
  'publishdate',
  'pubdate',
  'date',
  'dc.date',
  'dc.date.issued',
];
const MODIFIED_TAGS = ['article:modified_time', 'og:updated_time', 'datemodified'];

function addressOf(input: PageInput, meta: Meta): { url: string | null; publisher: Publisher | undefined } {
  const own = [meta.canonical, meta.tags.get('og:url')].find(
    (u) => u != null && /^https?:\/\/[^/]+\/./.test(u),
  );
  const url = input.url ?? own ?? null;
  if (url === null) return { url, publisher: undefined };
  const publisher = publisherOf(url, input.publishers);
  return { url: publisher ? canonicalUrl(url, publisher) : url, publisher };
}

/** The first text in which a date is found, as that date. */
function firstDate(texts: readonly (string | null | undefined)[], now: Date): string | null {
  for (const text of texts) {
    const date = text ? parsePageDate(text, now) : null;
    if (date !== null) return date;
  }
  return null;
}

/** The time of creation that some outlets write into the address. */
function urlTime(url: string, publisher: Publisher): string | null {
  const seconds = publisher.article.unixSeconds ? /-(\d{10})\/?$/.exec(url)?.[1] : undefined;
  return seconds === undefined ? null : almatyIso(new Date(Number(seconds) * 1_000));
}

function timeElements(root: Element): string[] {
  const found: string[] = [];
  const walk = (e: Element): void => {
    if (found.length > 5) return;
    const at =
      e.name === 'time' || e.attribs['itemprop'] === 'datePublished'
        ? (e.attribs['datetime'] ?? e.attribs['content'])
        : undefined;
    if (at) found.push(at);
    for (const child of e.children) if (child.type !== 'text') walk(child);
  };
  walk(root);
  return found;
}

/** The title as the page shows it; what is declared for sharing often has the outlet's name behind it. */
function titleOf(meta: Meta, found: Found | undefined, publisher: Publisher | undefined): string | null {
  if (found?.title) return found.title;
  const declared = meta.jsonLd?.headline ?? meta.tags.get('og:title') ?? meta.pageTitle;
  const shown = meta.headings.find(
    (h) =>
      h !== '' &&
      declared != null &&
      plain(declared.slice(0, MAX_TITLE)).startsWith(plain(h.slice(0, MAX_TITLE))),
  );
  if (shown) return shown;
  if (meta.jsonLd?.headline) return meta.jsonLd.headline;
  const bare = declared == null ? null : withoutOutlet(declared, publisher);
  return bare ?? meta.headings.find((h) => h !== '') ?? null;
}

function withoutOutlet(title: string, publisher: Publisher | undefined): string | null {
  const cut = /^(.{10,}?)\s+[|–—-]\s+([^|]{2,40})$/u.exec(title);
  const tail = cut?.[2]?.toLowerCase();
  const names = publisher ? [...publisher.hosts, publisher.name.kk, publisher.name.ru] : [];
  const isName =
    tail !== undefined && names.some((n) => tail.includes(n.toLowerCase().replace(/^www\./, '')));
  return (cut && (isName || title.includes(' | ')) ? cut[1] : title) || null;
}

/** «Автор: …» below a story. */
const SIGNED = /^(?:авторы?|мақала авторы)\s*[:–—-]\s*(.+)$/iu;

/** Who signed: by the selector, as declared, or in a line below the story. The outlet itself is no author. */
function authorsOf(
  meta: Meta,
  found: Found | undefined,
  sections: readonly Section[],
  publisher: Publisher | undefined,
): string[] {
  const signed = sections.flatMap((s) =>
    s.kind === 'credit' ? (SIGNED.exec(s.text)?.[1]?.split(/,\s*/) ?? []) : [],
  );
  const declared = [meta.tags.get('author') ?? meta.tags.get('article:author') ?? ''];
  const outlet = publisher
    ? [publisher.name.kk, publisher.name.ru, ...publisher.hosts].map((n) => n.toLowerCase())
    : [];
  for (const names of [found?.authors ?? [], meta.jsonLd?.authors ?? [], declared, signed]) {
    const people = names.map(tidy).filter((n) => n !== '' && n.length <= 100 && !/^https?:/.test(n));
    const own = [...new Set(people)].filter((n) => !outlet.includes(n.toLowerCase()));
    if (own.length > 0) return own;
  }
  return [];
}

interface Told extends Story {
  readonly reader: ReaderName;
  readonly linkShare: number;
  readonly visible: number;
}

/** The story by the best reader that finds one: the publisher's selectors, what the page declares, the generic reader. */
function tell(
  root: Element,
  meta: Meta,
  found: Found | undefined,
  about: Parameters<typeof separate>[2],
): Told {
  const all = linesOf(root);
  const visible = all.reduce((sum, l) => sum + l.text.length, 0);
  const told = (reader: ReaderName, story: Story): Told => ({
    ...story,
    reader,
    visible,
    linkShare: shareOfLinks(story),
  });
  if (found) return told('publisher', separate(root, found.zone, about));
  const generic = separate(root, genericZone(root), about);
  const declared = byJsonLd(root, meta.jsonLd?.body ?? null);
  if (!declared || plainLength(generic.body) > declared.chars * ONLY_A_LEAD) return told('generic', generic);
  if (declared.zone) return told('json-ld', separate(root, declared.zone, about));
  return told('json-ld', { body: declared.lines, sections: generic.sections });
}

const plainLength = (lines: readonly Line[]): number =>
  lines.reduce((sum, l) => sum + plain(l.text.slice(0, 100_000)).length, 0);

function shareOfLinks({ body, sections }: { body: readonly Line[]; sections: readonly Section[] }): number {
  const teasers = sections.filter((s) => s.kind === 'teaser').reduce((sum, s) => sum + s.text.length, 0);
  const linked = body.reduce((sum, l) => sum + l.linked, 0);
  const chars = body.reduce((sum, l) => sum + l.text.length, 0);
  return chars + teasers === 0 ? 0 : (linked + teasers) / (chars + teasers);
}
