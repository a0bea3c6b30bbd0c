import { decodePage } from '../../article/charset.ts';
import { canonicalUrl, isArticleUrl, type Publisher, type Source } from '../../catalog/publishers.ts';
import { almatyDay } from '../../core/clock.ts';
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
  /** The day of an archive's list, `YYYY-MM-DD`. */
  readonly day?: string;
}

/** Which articles are wanted, as far as a source tells their time: ISO days or instants, `until` included. */
export interface Window {
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** Older articles are what is wanted: archives by day are asked, too. */
  readonly backfill?: boolean | undefined;
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

/** Days of an archive asked for in one run. */
const MAX_DAYS = 5 * 366;

/** Where the discovery of a publisher begins: its sources, and of an archive the days of the window, the newest first. */
export const firstJobs = (publisher: Publisher, window: Window = {}, now = new Date(0)): SourceJob[] =>
  publisher.sources.flatMap((source): SourceJob[] => {
    const job = { publisher, source, page: 1, depth: 0 };
    if (source.kind !== 'archive') return [{ ...job, url: source.url }];
    return daysOf(window, now).map((day) => ({ ...job, day, url: dayUrl(source.url, day) }));
  });

function daysOf({ since, until, backfill }: Window, now: Date): string[] {
  if (backfill !== true || since === undefined) return [];
  const days: string[] = [];
  const last = until === undefined || until > now ? now : new Date(until.getTime() - 1);
  for (let at = last; at >= since && days.length < MAX_DAYS; at = new Date(at.getTime() - DAY))
    days.push(almatyDay(at));
  const first = almatyDay(since);
  if (last >= since && days.at(-1) !== first && days.length < MAX_DAYS) days.push(first);
  return days;
}

const DAY = 24 * 3600_000;

function dayUrl(form: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return form.replaceAll('{yyyy}', year).replaceAll('{mm}', month).replaceAll('{dd}', date);
}

/** How long a document of this kind may be. */
export const limitsOf = ({ kind }: Source): BodyLimits =>
  kind === 'sitemap' || kind === 'news-sitemap' ? XML_LIMITS : PAGE_LIMITS;

const isPage = ({ kind }: Source): boolean => kind === 'listing' || kind === 'archive';

/**
 * Reads one fetched document of a source. Throws `BodyTooLarge` or `BodyBroken` for a packed sitemap that is a bomb or
 * torn.
 */
export function readSource(job: SourceJob, page: Page, window: Window): Discovered {
  const document = documentOf(job, page);
  const { publisher } = job;
  const articles = new Map<string, Found>();
  for (const { url, lastmod: told } of document.found) {
    // What stands in the list of a day is of that day.
    const lastmod = told ?? job.day;
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
  const bytes = isPage(source) ? page.body : gunzipIfNeeded(page.body, limitsOf(source));
  const { text } = decodePage(bytes, page.contentType);
  switch (source.kind) {
    case 'listing':
    case 'archive':
      return readListing(text, page.url, source);
    case 'rss':
      return readFeed(text, page.url);
    case 'sitemap':
    case 'news-sitemap':
      return readSitemap(text, page.url);
  }
}

function nextPage(job: SourceJob): SourceJob[] {
  const { source, page, day } = job;
  const isList = source.kind === 'listing' || source.kind === 'archive';
  if (!isList || source.next === undefined || page >= source.pages) return [];
  const url = source.next.replace('{page}', String(page + 1));
  return [{ ...job, url: day === undefined ? url : dayUrl(url, day), page: page + 1 }];
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
