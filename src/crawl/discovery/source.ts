import { decodePage } from '../../article/charset.ts';
import { canonicalUrl, isArticleUrl, type Publisher, type Source } from '../../catalog/publishers.ts';
import { type BodyLimits, gunzipIfNeeded, PAGE_LIMITS, XML_LIMITS } from '../body.ts';
import type { Page } from '../client.ts';
import { readFeed } from './feed.ts';
import { entry, type Found, type SourceDocument } from './found.ts';
import { readListing } from './listing.ts';
import { readSitemap } from './sitemap.ts';

/** One document of a source: a page of a listing, a feed, a sitemap or one that an index names. */
export interface SourceJob {
  readonly url: string;
  readonly publisher: Publisher;
  readonly source: Source;
  /** Pages of a listing count from 1. */
  readonly page: number;
  /** 0 is the source itself, 1 a sitemap that an index names. */
  readonly depth: number;
}

/** Which articles are wanted, as far as a source tells their time: ISO days or instants, `until` included. */
export interface Window {
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** What one document led to. */
export interface Discovered {
  /** Articles of the publisher, by the one address under which they are kept. */
  readonly articles: readonly Found[];
  /** More of the same source, to be fetched if this document showed anything unknown (a listing), or anyway (an index). */
  readonly next: readonly SourceJob[];
  readonly problem?: string;
}

/** Sitemaps read of one index; an archive of twenty years by month would still fit. */
const MAX_CHILDREN = 300;

/** Where the discovery of a publisher begins. */
export const firstJobs = (publisher: Publisher): SourceJob[] =>
  publisher.sources.map((source) => ({ url: source.url, publisher, source, page: 1, depth: 0 }));

/** How long a document of this kind may be. */
export const limitsOf = (source: Source): BodyLimits =>
  source.kind === 'listing' ? PAGE_LIMITS : XML_LIMITS;

/** Reads one fetched document of a source. Throws `BodyTooLarge` or `BodyBroken` for a packed sitemap that is a bomb or torn. */
export function readSource(job: SourceJob, page: Page, window: Window): Discovered {
  const document = documentOf(job, page);
  const { publisher } = job;
  const articles = new Map<string, Found>();
  for (const { url, lastmod } of document.found) {
    if (!isArticleUrl(url, publisher) || !inWindow(lastmod, window)) continue;
    const address = canonicalUrl(url, publisher);
    if (!articles.has(address)) articles.set(address, entry(address, lastmod));
  }
  return {
    articles: [...articles.values()],
    next: [...nextPage(job), ...childrenOf(job, document, window)],
    ...(document.problem === undefined ? {} : { problem: document.problem }),
  };
}

function documentOf({ source }: SourceJob, page: Page): SourceDocument {
  const bytes = source.kind === 'listing' ? page.body : gunzipIfNeeded(page.body, XML_LIMITS);
  const { text } = decodePage(bytes, page.contentType);
  switch (source.kind) {
    case 'listing':
      return readListing(text, page.url, source);
    case 'rss':
      return readFeed(text, page.url);
    case 'sitemap':
    case 'news-sitemap':
      return readSitemap(text, page.url);
  }
}

function nextPage(job: SourceJob): SourceJob[] {
  const { source, page } = job;
  if (source.kind !== 'listing' || source.next === undefined || page >= source.pages) return [];
  return [{ ...job, url: source.next.replace('{page}', String(page + 1)), page: page + 1 }];
}

function childrenOf(job: SourceJob, { children }: SourceDocument, window: Window): SourceJob[] {
  if (job.depth > 0) return [];
  // A file that did not change since cannot name anything that did; its last change says nothing about `until`.
  return children
    .filter(({ lastmod }) => inWindow(lastmod, { since: window.since }))
    .slice(0, MAX_CHILDREN)
    .map(({ url }) => ({ ...job, url, depth: job.depth + 1 }));
}

/** What bears no time may be wanted; a bare day counts as its last moment against `since`, its first against `until`. */
function inWindow(lastmod: string | undefined, { since, until }: Window): boolean {
  if (lastmod === undefined) return true;
  const at = Date.parse(lastmod);
  const day = lastmod.length === 10 ? 24 * 3600_000 : 0;
  return (
    (since === undefined || at + day >= since.getTime()) && (until === undefined || at < until.getTime())
  );
}
