import { createHash } from 'node:crypto';
import { canonicalUrl, isArticleUrl, type Publisher } from '../catalog/publishers.ts';
import type { Refusal } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import type { Facts } from '../core/facts.ts';
import { type Fetched, nextAsk, nextLook, nextTry } from '../crawl/index.ts';
import { type Archive, responseRecord } from '../evidence/index.ts';
import { articleIdOf, type FrontierEntry, type Store } from '../store/index.ts';
import type { GroupCommit } from './group-commit.ts';
import { countsOf } from './health.ts';
import type { Tally } from './report.ts';
import type { Story, StoryReader } from './story.ts';

type FetchedPage = Extract<Fetched, { readonly kind: 'page' }>;

/** One visit to the address of an article, as the frontier had it when the visit began. */
export interface Visit {
  readonly entry: FrontierEntry;
  readonly publisher: Publisher;
  readonly tally: Tally;
}

export interface Desk {
  readonly store: Store;
  readonly reader: StoryReader;
  readonly clock: Clock;
  /** Where pages are kept as they were fetched. */
  readonly archive: Archive;
  readonly commit: GroupCommit;
  /** Told of every article that is new or has changed. */
  readonly onFacts: (facts: Facts) => void;
}

/** Reasons of the reader that pass by themselves: a challenge or an empty shell today may be an article tomorrow. */
const PASSING_REFUSALS: ReadonlySet<Refusal> = new Set(['challenge', 'shell', 'empty']);

/**
 * Takes what was fetched from an article's address to where it belongs, as one piece: the article and its facts into
 * the record, where its page lies into the index, what happened and when to come back into the frontier.
 */
export async function finishVisit(visit: Visit, fetched: Fetched, desk: Desk): Promise<void> {
  const arrival = fetched.kind === 'page' ? await arrivalOf(visit, fetched, desk) : undefined;
  await desk.commit.keep(() => finish(visit, fetched, arrival, desk));
}

function finish(visit: Visit, fetched: Fetched, arrival: Arrival | undefined, desk: Desk): void {
  const { entry, tally } = visit;
  const { frontier } = desk.store;
  const now = desk.clock();
  switch (fetched.kind) {
    case 'cancelled':
      return;
    case 'page':
      if (arrival !== undefined) finishPage(visit, fetched, arrival, desk);
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

/** What a page turned out to be, before anything of it is kept. */
interface Arrival {
  /** The address under which its article is kept. */
  readonly address: string;
  /** SHA-256 of its bytes. */
  readonly contentHash: string;
  /**
   * Undefined where there is nothing to read: the way leads to no article, or to one taken out, or it is the page of
   * the last time.
   */
  readonly story: Story | undefined;
  /** The page as a record of the archive, should it be kept, and the time that stands in it; made where there is a story. */
  readonly record: { readonly bytes: Buffer; readonly at: Date } | undefined;
}

async function arrivalOf({ entry, publisher }: Visit, page: FetchedPage, desk: Desk): Promise<Arrival> {
  const { store, reader, clock } = desk;
  const { status, headers, body, contentType } = page;
  const address = canonicalUrl(page.url, publisher);
  const contentHash = createHash('sha256').update(body).digest('hex');
  const settled =
    address === entry.url
      ? contentHash === entry.contentHash && store.article(articleIdOf(address)) !== undefined
      : !isArticleUrl(address, publisher) || store.redactions.of(address) !== undefined;
  if (settled) return { address, contentHash, story: undefined, record: undefined };
  const at = clock();
  const [story, bytes] = await Promise.all([
    reader.read({ url: address, body, contentType, now: at, publisher: publisher.key }),
    responseRecord({ url: address, at, status, headers, body, sha256: contentHash }),
  ]);
  return { address, contentHash, story, record: { bytes, at } };
}

function finishPage(visit: Visit, page: FetchedPage, arrival: Arrival, desk: Desk): void {
  const { entry, publisher, tally } = visit;
  const { address, contentHash, story } = arrival;
  const { frontier } = desk.store;
  const now = desk.clock();
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
  const validators = { etag: page.etag ?? null, lastModified: page.lastModified ?? null, contentHash };
  if (story === undefined) {
    const known = desk.store.article(articleIdOf(address));
    const published = new Date(known?.published ?? known?.seen ?? now);
    frontier.record(address, { state: 'unchanged', nextAt: nextLook(published, now), ...validators }, now);
    tally.count('unchanged', known?.lang);
    return;
  }
  if ('fault' in story || 'refused' in story) {
    const reason = 'fault' in story ? `internal error: ${story.fault}` : `no article: ${story.refused}`;
    const passing = 'fault' in story || PASSING_REFUSALS.has(story.refused);
    // Without the validators of a page that gave nothing: the next answer must not be "unchanged".
    if (passing)
      frontier.record(address, { state: 'failed', reason, nextAt: inDays(entry.tries + 1, now) }, now);
    else {
      keepPage(arrival, desk);
      frontier.record(address, { state: 'refused', reason, ...validators }, now);
    }
    if ('fault' in story) tally.fail(address, reason);
    else tally.skip(story.refused);
    return;
  }
  const { read, facts, ruleset } = story;
  const { modified, authors, reader, issues } = read;
  const saved = desk.store.saveArticle(
    { fetchedAt: now, modified, authors, reader, pageSha256: contentHash, issues },
    facts,
    ruleset,
  );
  // Unchanged texts come with other adverts every time: their first page is proof enough.
  if (saved.outcome !== 'unchanged' || desk.store.captures.of(address).length === 0) keepPage(arrival, desk);
  tally.page(countsOf(read, publisher));
  const published = new Date(read.published ?? now);
  const state = saved.outcome === 'unchanged' ? 'unchanged' : 'fetched';
  frontier.record(address, { state, nextAt: nextLook(published, now), ...validators }, now);
  tally.count(saved.outcome, facts.article.lang);
  if (saved.outcome !== 'unchanged') desk.onFacts(facts);
}

/** Puts a page into the archive, and where it lies there into the store. */
function keepPage({ address, contentHash, record }: Arrival, { store, archive }: Desk): void {
  if (record === undefined) return;
  const { bytes, at } = record;
  const place = archive.append(bytes, at);
  store.captures.add({ url: address, fetchedAt: at.toISOString(), pageSha256: contentHash, ...place });
}

/** As for what only a person could mend: after a day, then after twice as long each time. */
const inDays = (tries: number, now: Date): Date | null =>
  nextTry({ kind: 'failed', failure: 'blocked', detail: '' }, tries, now);
