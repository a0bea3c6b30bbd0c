import { basename } from 'node:path';
import { readPage } from '../article/index.ts';
import { loadPublishers, type Publisher, publisherOf } from '../catalog/publishers.ts';
import type { ArticleInput, ReadLang, ReadPage, Refusal } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import type { Issue } from '../core/issue.ts';
// Not by its front door, behind which the crawl stands: reading a file must not wait for it to load.
import { articleOf } from '../pipeline/article-of.ts';
import { articleIdOf } from '../store/index.ts';
import type { Input } from './inputs.ts';

/** What the command line says of articles that do not say it themselves. */
export interface Hints {
  readonly lang?: ReadLang;
  readonly published?: string;
  readonly url?: string;
}

/** An input that can be extracted from, with what its reader has to say about it. */
export interface Opened {
  readonly article: ArticleInput;
  readonly page: ReadPage | undefined;
  readonly issues: readonly Issue[];
  /** When the page looked so, where an archive tells. */
  readonly fetchedAt: Date | undefined;
}

/** An input that nothing can be extracted from, and why. */
export interface Refused {
  readonly refused: string;
}

type PageFile = Extract<Input, { kind: 'page' }>;

/** Reads pages and looks up publishers; made once a run. */
export interface Desk {
  readPage(input: PageFile): ReadPage;
  /** The article of an input, or why there is none. */
  open(input: Input): Opened | Refused;
}

export function openDesk(clock: Clock, hints: Hints = {}): Desk {
  const publishers = loadPublishers();
  const read = ({ path, bytes, fetched }: PageFile): ReadPage => {
    const url = hints.url ?? fetched?.url;
    return readPage({
      path,
      bytes,
      publishers,
      // «Today» on an archived page is the day it was fetched.
      now: fetched?.at ?? clock(),
      ...(url !== undefined && { url }),
      ...(fetched?.contentType !== undefined && { contentType: fetched.contentType }),
    });
  };
  const opened = (given: ArticleInput, page?: ReadPage, fetchedAt?: Date): Opened => {
    const article = completed(given, hints, publishers);
    // A missing date is said by the extraction, for articles of every kind.
    const said = (page?.issues ?? []).filter((issue) => issue.code !== 'page/no-date');
    return { article, page, fetchedAt, issues: [...said, ...strange(article, publishers)] };
  };
  return {
    readPage: read,
    open(input) {
      if (input.kind === 'bad') return { refused: input.reason };
      if (input.kind === 'article') return opened(input.article);
      const page = read(input);
      if (page.refused !== undefined) return { refused: refusal(page) };
      const id = page.url === null ? basename(page.path) : articleIdOf(page.url);
      return opened(articleOf(page, id), page, input.fetched?.at);
    },
  };
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  empty: 'an empty page',
  binary: 'no text in it: binary data',
  'too-large': 'too large for a page',
  'no-article': 'no article on the page',
  listing: 'a list of articles, not one of them',
  gallery: 'a gallery of pictures',
  live: 'a live broadcast, still being written',
  paywall: 'the story is behind a paywall',
  challenge: 'a check against robots stands in place of the page',
  shell: 'nothing on the page before its scripts run',
};

/** Why a page is not an article, in plain words. */
export function refusal({ refused, issues }: ReadPage): string {
  if (refused === undefined) return '';
  const why = issues.find((issue) => issue.code === `page/${refused}`)?.detail;
  return REFUSALS[refused] + (why === undefined ? '' : ` (${why})`);
}

/** An article that says where it stood is known by the publisher of that address. */
function completed(given: ArticleInput, hints: Hints, publishers: readonly Publisher[]): ArticleInput {
  const url = given.url ?? hints.url;
  const owner = url === undefined ? undefined : publisherOf(url, publishers);
  return {
    ...given,
    url,
    lang: given.lang ?? hints.lang,
    published: given.published ?? hints.published,
    publisher: given.publisher ?? owner?.key,
  };
}

function strange({ publisher, url }: ArticleInput, publishers: readonly Publisher[]): Issue[] {
  const code = 'article/unknown-publisher';
  if (publisher === undefined)
    return url === undefined
      ? []
      : [{ code, detail: `unknown publisher: no file in data/publishers has the host of ${url}` }];
  if (publishers.some((known) => known.key === publisher)) return [];
  return [{ code, detail: `unknown publisher "${publisher}": no file in data/publishers` }];
}
