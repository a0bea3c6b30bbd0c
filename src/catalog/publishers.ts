import { readFileSync } from 'node:fs';
import * as cheerio from 'cheerio/slim';
import { z } from 'zod';
import { BadData } from '../core/errors.ts';
import { compilePattern } from './pattern.ts';
import { DATA_DIR, readYamlFolder } from './yaml.ts';

/** A CSS selector that cheerio can run; checked at start-up, so that a typing error never becomes an empty article. */
const selector = z.string().refine(isSelector, 'a CSS selector');
/** One selector or several in order of preference; always a list after loading. */
const selectors = z.union([selector.transform((s) => [s]), z.array(selector).min(1)], {
  error: 'a CSS selector, or a list of them',
});
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const webUrl = z.string().regex(/^https:\/\/[a-z0-9.-]+\/\S*$/, 'an https address');
const pattern = z.string().transform((source, context) => {
  try {
    return compilePattern(source);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `a simple pattern (${String(error)})` });
    return z.NEVER;
  }
});

const source = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('listing'),
      url: webUrl,
      /** Address of the second page and later ones, with `{page}` in it. */
      next: webUrl.regex(/\{page\}/, 'an address with {page} in it').optional(),
      pages: z.int().min(1).max(500).default(1),
      /** Where the cards are; without it every link of the page that has the form of an article is taken. */
      item: selector.optional(),
      /** The link inside a card; without it the card itself is the link, or its first link. */
      link: selector.optional(),
      /** Where the card shows its time. */
      time: selector.optional(),
    }),
    z.strictObject({
      /** Lists of single days, asked for only when older articles are wanted. */
      kind: z.literal('archive'),
      /** Address of the list of one day, with `{yyyy}`, `{mm}` and `{dd}` in it. */
      url: webUrl.regex(
        /\{yyyy\}.*\{mm\}.*\{dd\}|\{dd\}.*\{mm\}.*\{yyyy\}/,
        'an address with {yyyy}, {mm}, {dd} in it',
      ),
      /** Its second page and later ones, with `{page}` in it, too. */
      next: webUrl.regex(/\{page\}/, 'an address with {page} in it').optional(),
      pages: z.int().min(1).max(500).default(1),
      item: selector.optional(),
      link: selector.optional(),
      time: selector.optional(),
    }),
    z.strictObject({ kind: z.enum(['sitemap', 'news-sitemap', 'rss']), url: webUrl }),
  ],
  { error: 'a source of kind listing, archive, sitemap, news-sitemap or rss' },
);

const layout = z.strictObject({
  /** The last day on which pages had this layout; the newest layout has none. */
  until: day.optional(),
  title: selectors,
  /** The block that holds the story. */
  body: selectors,
  /** The first element that no longer belongs to the story. */
  stop: selector.optional(),
  date: selectors,
  modified: selectors.optional(),
  author: selectors.optional(),
  /** A lead printed outside the body block; it becomes the first paragraph. */
  lead: selector.optional(),
});

const phrases = z.array(z.string().min(2)).default([]);

const publisherSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of small Latin letters, digits and hyphens'),
  name: z.strictObject({ kk: z.string().min(1), ru: z.string().min(1) }),
  /** The outlet behind it: editions of one outlet are not independent witnesses. */
  outlet: z.string().regex(/^[a-z0-9-]+$/),
  /** Host names, the canonical one first. */
  hosts: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name in small letters')).min(1),
  languages: z.array(z.enum(['kk', 'ru'])).min(1),
  /** Keys of the other language editions of the same outlet. */
  editions: z.array(z.string()).default([]),
  /** The part of the host that this edition fills, where two editions share a host. */
  path: z.string().startsWith('/').endsWith('/').default('/'),
  article: z.strictObject({
    /** Forms of an article's path, all generations of them. */
    paths: z.array(pattern).min(1),
    /** Does the canonical address end in a slash? */
    slash: z.enum(['always', 'never']),
    /** The path carries the time of creation: ten digits of Unix seconds. A last resort for the date. */
    unixSeconds: z.boolean().default(false),
  }),
  sources: z.array(source).min(1),
  /** Oldest first. Empty while nobody has seen an article page: then JSON-LD and the generic reader serve. */
  layouts: z.array(layout).default([]),
  /** What stands inside the story block and is no part of the story. */
  drop: z.array(selector).default([]),
  /** Lines that begin with these words are no part of the story. */
  boilerplate: z
    .strictObject({ caption: phrases, credit: phrases, promo: phrases, teaser: phrases, dateline: phrases })
    .prefault({}),
  /** The newest month (or year) in which somebody is known to have read pages by these selectors. */
  verified: z.union([z.literal('never'), z.string().regex(/^\d{4}(-\d{2})?$/)], {
    error: 'never, YYYY or YYYY-MM',
  }),
  /** Fields of this file that rest on inference, with the reason: path of keys -> why. */
  guesses: z.record(z.string(), z.string()).default({}),
  timeZone: z.literal('Asia/Almaty').default('Asia/Almaty'),
  /** What a healthy edition yields. */
  expect: z.strictObject({
    articlesPerWeekday: z.tuple([z.int().min(0), z.int().min(1)]),
    shareKazakh: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
    fields: z
      .array(z.enum(['title', 'body', 'published', 'authors']))
      .default(['title', 'body', 'published']),
  }),
});

/** One language edition of an outlet, from `data/publishers/<key>.yaml`. */
export type Publisher = z.infer<typeof publisherSchema>;
/** The same as it is written in the file. */
export type PublisherFile = z.input<typeof publisherSchema>;
/** Checks what would stand in a publisher's file. Throws when it cannot. */
export const parsePublisher = (file: PublisherFile): Publisher => publisherSchema.parse(file);
export type Source = Publisher['sources'][number];
export type Layout = Publisher['layouts'][number];

/**
 * All publishers, sorted by key. `dir` is the data folder (with its closing slash).
 * Throws `BadData` with file and line for an unknown key, a bad pattern or selector, and for two publishers claiming one place.
 */
export function loadPublishers(dir = DATA_DIR): readonly Publisher[] {
  const files = readYamlFolder('publishers', publisherSchema, dir);
  const keys = new Set(files.map(({ value }) => value.key));
  const claims = new Map<string, string>();
  for (const { file, value: publisher } of files) {
    const refuse = (key: string, expected: string, got: unknown): never => {
      throw new BadData(
        file,
        `line ${lineOf(dir + file.slice('data/'.length), key)} (${key})`,
        expected,
        got,
      );
    };
    if (file !== `data/publishers/${publisher.key}.yaml`)
      refuse('key', 'the name of the file as its key', publisher.key);
    for (const host of publisher.hosts)
      for (const claim of [...publisher.languages, publisher.path].map((what) => `${host} ${what}`)) {
        const other = claims.get(claim);
        if (other) refuse('hosts', `a host and language that ${other} does not claim`, claim);
        claims.set(claim, publisher.key);
      }
    for (const edition of publisher.editions)
      if (!keys.has(edition) || edition === publisher.key)
        refuse('editions', 'keys of other publishers', edition);
    const undated = publisher.layouts.findIndex((l) => l.until === undefined);
    if (undated >= 0 && undated < publisher.layouts.length - 1)
      refuse('layouts', 'until in every layout but the last', publisher.layouts[undated]);
    if (publisher.verified === 'never' && publisher.layouts.length > 0)
      refuse('verified', 'a month, since layouts are given (never: a layout nobody has seen)', 'never');
    for (const path of Object.keys(publisher.guesses))
      if (at(publisher, path) === undefined) refuse('guesses', 'paths of keys that this file has', path);
  }
  return files.map(({ value }) => value);
}

/** The publisher an address belongs to: by article form first, then by the longest path; undefined when nobody's. */
export function publisherOf(url: string, publishers: readonly Publisher[]): Publisher | undefined {
  const parsed = parseUrl(url);
  if (!parsed) return undefined;
  const here = publishers.filter((p) => p.hosts.includes(parsed.hostname) && within(p, parsed.pathname));
  const longest = (a: Publisher, b: Publisher): number => b.path.length - a.path.length;
  return here.filter((p) => isArticle(p, parsed.pathname)).sort(longest)[0] ?? here.sort(longest)[0];
}

/** Is this the address of an article of the publisher (and not of a list, a tag, a file)? */
export function isArticleUrl(url: string, publisher: Publisher): boolean {
  const parsed = parseUrl(url);
  return (
    parsed !== undefined && publisher.hosts.includes(parsed.hostname) && isArticle(publisher, parsed.pathname)
  );
}

/**
 * The one address under which an article is kept: https, first host, no query or fragment, slash as the publisher writes it,
 * AMP copies led back to the page itself. Other pages keep their query without the marks of campaigns. Not an address:
 * as given.
 */
export function canonicalUrl(url: string, publisher: Publisher): string {
  const parsed = parseUrl(url);
  const host = publisher.hosts[0];
  if (!parsed || !host || !publisher.hosts.includes(parsed.hostname)) return url;
  const path = parsed.pathname.replace(/^\/amp(?=\/)|\/amp\/?$/, '') || '/';
  if (isArticle(publisher, path)) {
    const bare = path.replace(/\/$/, '');
    return `https://${host}${bare}${publisher.article.slash === 'always' ? '/' : ''}`;
  }
  for (const key of [...parsed.searchParams.keys()])
    if (/^(utm_|fbclid|gclid|yclid|_ga|from$|ref$)/.test(key)) parsed.searchParams.delete(key);
  return `https://${host}${parsed.pathname}${parsed.search}`;
}

const within = (publisher: Publisher, path: string): boolean =>
  path.startsWith(publisher.path) || `${path}/` === publisher.path;

const isArticle = (publisher: Publisher, path: string): boolean =>
  within(publisher, path) && publisher.article.paths.some((p) => p.test(path));

function parseUrl(url: string): URL | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:' ? parsed : undefined;
}

/** The line of a top-level key, for an error that only shows when all files are known. */
const lineOf = (file: string, key: string): number =>
  readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(`${key}:`)) + 1;

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined | null)?.[key], value);

const EMPTY = cheerio.load('');
function isSelector(text: string): boolean {
  try {
    EMPTY(text);
    return text.trim() !== '' && !text.trim().startsWith('<');
  } catch {
    return false;
  }
}
