import { createHash } from 'node:crypto';
import { canonicalUrl, isArticleUrl, type Publisher } from '../catalog/publishers.ts';
import type { ReadPage, Refusal } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import type { Facts } from '../core/facts.ts';
import { type Fetched, nextAsk, nextLook, nextTry } from '../crawl/index.ts';
import type { Archive } from '../evidence/index.ts';
import { articleIdOf, type FrontierEntry, type Store } from '../store/index.ts';
import { articleOf } from './article-of.ts';
import type { Chain } from './chain.ts';
import { countsOf } from './health.ts';
import type { Tally } from './report.ts';

type FetchedPage = Extract<Fetched, { readonly kind: 'page' }>;

/** One visit to the address of an article, as the frontier had it when the visit began. */
export interface Visit {
  readonly entry: FrontierEntry;
  readonly publisher: Publisher;
  readonly tally: Tally;
}

export interface Desk {
  readonly store: Store;
  readonly chain: Chain;
  readonly clock: Clock;
  /** Where pages are kept as they were fetched. */
  readonly archive: Archive;
  /** Told of every article that is new or has changed. */
  readonly onFacts: (facts: Facts) => void;
}

/** Reasons of the reader that pass by themselves: a challenge or an empty shell today may be an article tomorrow. */
const PASSING_REFUSALS: ReadonlySet<Refusal> = new Set(['challenge', 'shell', 'empty']);

/**
 * Takes what was fetched from an article's address to where it belongs, as one transaction: the article and its facts into
 * the record, where its page lies into the index, what happened and when to come back into the frontier.
 */
export const finishVisit = (visit: Visit, fetched: Fetched, desk: Desk): void =>
  desk.store.atomically(() => finish(visit, fetched, desk));

function finish(visit: Visit, fetched: Fetched, desk: Desk): void {
  const { entry, tally } = visit;
  const { frontier } = desk.store;
  const now = desk.clock();
  switch (fetched.kind) {
    case 'cancelled':
      return;
    case 'page':
      finishPage(visit, fetched, desk);
      return;
    case 'unchanged': {
      const known = desk.store.article(articleIdOf(entry.url));
      const published = new Date(known?.published ?? known?.seen ?? now);
      frontier.record(entry.url, { state: 'unchanged', nextAt: nextLook(published, now) }, now);
      tally.count('unchanged', known?.lang);
      return;
    }
    case 'gone':
      frontier.record(entry.url, { state: 'gone', reason: `HTTP ${fetched.status}` }, now);
      tally.skip('gone');
      return;
    case 'refused':
      // It was not asked: it stays due as it is.
      if (fetched.reason === 'resting') {
        tally.postpone(1);
        return;
      }
      frontier.record(
        entry.url,
        { state: 'refused', reason: fetched.detail, nextAt: nextAsk(fetched, now) },
        now,
      );
      if (fetched.reason === 'robots-unreachable') tally.fail(entry.url, fetched.detail);
      else tally.skip(fetched.reason);
      return;
    case 'failed':
      frontier.record(
        entry.url,
        { state: 'failed', reason: fetched.detail, nextAt: nextTry(fetched, entry.tries + 1, now) },
        now,
      );
      tally.fail(entry.url, fetched.detail);
      return;
  }
}

function finishPage(visit: Visit, page: FetchedPage, desk: Desk): void {
  const { entry, publisher, tally } = visit;
  const { frontier } = desk.store;
  const now = desk.clock();
  const address = canonicalUrl(page.url, publisher);
  if (address !== entry.url) {
    // Removed articles are often redirected to the home page: that is no article, and no news of this one.
    if (!isArticleUrl(address, publisher)) {
      frontier.record(entry.url, { state: 'gone', reason: `redirects to ${address}` }, now);
      tally.skip('gone');
      return;
    }
    frontier.discover(publisher.key, [{ url: address }], now);
    frontier.record(entry.url, { state: 'moved', reason: `moved to ${address}` }, now);
    if (desk.store.redactions.of(address) !== undefined) {
      tally.skip('redacted');
      return;
    }
  }
  const contentHash = createHash('sha256').update(page.body).digest('hex');
  const validators = { etag: page.etag ?? null, lastModified: page.lastModified ?? null, contentHash };
  if (contentHash === entry.contentHash && address === entry.url) {
    const known = desk.store.article(articleIdOf(entry.url));
    if (known) {
      const published = new Date(known.published ?? known.seen);
      frontier.record(address, { state: 'unchanged', nextAt: nextLook(published, now), ...validators }, now);
      tally.count('unchanged', known.lang);
      return;
    }
  }
  const story = readStory(page, address, publisher, desk);
  if ('fault' in story || 'refused' in story) {
    const reason = 'fault' in story ? `internal error: ${story.fault}` : `no article: ${story.refused}`;
    const passing = 'fault' in story || PASSING_REFUSALS.has(story.refused);
    // Without the validators of a page that gave nothing: the next answer must not be "unchanged".
    if (passing)
      frontier.record(address, { state: 'failed', reason, nextAt: inDays(entry.tries + 1, now) }, now);
    else {
      keepPage(page, address, contentHash, desk);
      frontier.record(address, { state: 'refused', reason, ...validators }, now);
    }
    if ('fault' in story) tally.fail(address, reason);
    else tally.skip(story.refused);
    return;
  }
  const { read, facts } = story;
  const { modified, authors, reader, issues } = read;
  const saved = desk.store.saveArticle(
    { fetchedAt: now, modified, authors, reader, pageSha256: contentHash, issues },
    facts,
    desk.chain.ruleset,
  );
  // Unchanged texts come with other adverts every time: their first page is proof enough.
  if (saved.outcome !== 'unchanged' || desk.store.captures.of(address).length === 0)
    keepPage(page, address, contentHash, desk);
  tally.page(countsOf(read, publisher));
  const published = new Date(read.published ?? now);
  const state = saved.outcome === 'unchanged' ? 'unchanged' : 'fetched';
  frontier.record(address, { state, nextAt: nextLook(published, now), ...validators }, now);
  tally.count(saved.outcome, facts.article.lang);
  if (saved.outcome !== 'unchanged') desk.onFacts(facts);
}

/** Puts a page into the archive, and where it lies there into the store. */
function keepPage(page: FetchedPage, url: string, pageSha256: string, { store, archive, clock }: Desk): void {
  const at = clock();
  const { status, headers, body } = page;
  const place = archive.append({ url, at, status, headers, body, sha256: pageSha256 });
  store.captures.add({ url, fetchedAt: at.toISOString(), pageSha256, ...place });
}

type Story =
  | { readonly read: ReadPage; readonly facts: Facts }
  | { readonly refused: Refusal }
  | { readonly fault: string };

/** What stands on the page. A fault of our own reader or rules costs this page only, and is told as one. */
function readStory(page: FetchedPage, url: string, publisher: Publisher, { chain, clock }: Desk): Story {
  try {
    const read = chain.read({ url, body: page.body, contentType: page.contentType, now: clock() });
    if (read.refused !== undefined) return { refused: read.refused };
    return {
      read,
      facts: chain.extract(articleOf({ ...read, url, publisher: publisher.key }, articleIdOf(url))),
    };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** As for what only a person could mend: after a day, then after twice as long each time. */
const inDays = (tries: number, now: Date): Date | null =>
  nextTry({ kind: 'failed', failure: 'blocked', detail: '' }, tries, now);
