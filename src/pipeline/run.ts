import type { Publisher } from '../catalog/publishers.ts';
import type { Clock } from '../core/clock.ts';
import { crawl, type Fetched, type Fetcher, limitsOf, type SourceJob, type Window } from '../crawl/index.ts';
import { Archive, archiveFolder, type Retention } from '../evidence/index.ts';
import type { FrontierEntry, Store } from '../store/index.ts';
import { Discovery } from './discovery.ts';
import { GroupCommit } from './group-commit.ts';
import { keepHeapSmall } from './heap.ts';
import { addFacts, NO_FACTS, type Report, Tally, totals } from './report.ts';
import { Stop } from './stop.ts';
import type { StoryReader } from './story.ts';
import { type Desk, finishVisit } from './visit.ts';
import { watch } from './watch.ts';

export interface RunOptions {
  /** `crawl`, `demo`: runs of one kind are compared with each other. */
  readonly kind: string;
  readonly publishers: readonly Publisher[];
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly reader: StoryReader;
  readonly clock: Clock;
  readonly window?: Window;
  /** Articles fetched of one publisher. */
  readonly articles?: number | undefined;
  /** Requests under way to one host. */
  readonly together?: number;
  /** Only look what would be fetched; neither article pages nor the store are touched. */
  readonly dryRun?: boolean;
  /** Everything new is asked for, so that how much there is can be compared with other days. */
  readonly whole?: boolean;
  /** How many pages are kept; all, when not given. */
  readonly keep?: Retention | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long it may crawl, in ms. */
  readonly limitMs?: number | undefined;
  /** Called after each article with how many are done and how many are known to be wanted by now. */
  readonly onProgress?: (done: number, known: number, what: string) => void;
}

/** Requests under way at one time in all: memory for that many pages is always there. */
const ALTOGETHER = 24;

interface SourceStep extends SourceJob {
  readonly leads: true;
  readonly desk: PublisherDesk;
}
interface ArticleStep {
  readonly leads: false;
  readonly url: string;
  readonly entry: FrontierEntry;
  readonly desk: PublisherDesk;
}
type Step = SourceStep | ArticleStep;

/** What one run holds of one publisher while it lasts. */
interface PublisherDesk {
  readonly publisher: Publisher;
  readonly tally: Tally;
  readonly discovery: Discovery;
  /** Addresses of articles handed out in this run. */
  readonly asked: Set<string>;
  /** Those among them that were not asked for yet. */
  waiting: number;
}

/**
 * One run: discovers what the publishers' sources name, fetches what is due, reads, extracts and stores it, article by
 * article. What a page or an outlet does wrong is in the report; only faults of ours, of the rules and of the store are
 * thrown, and even then every article stored so far stays. An aborted `signal`, or the end of its time, ends the run after the
 * articles in hand.
 */
export async function run(options: RunOptions): Promise<Report> {
  const { store, fetcher, clock, reader, dryRun = false, window = {} } = options;
  const stop = new Stop(options.signal, options.limitMs);
  // Without rules nothing can be read: what is under way is left, and their error is thrown below.
  reader.ruleset.catch(() => stop.now('interrupted'));
  const startedAt = clock();
  keepHeapSmall();
  let facts = NO_FACTS;
  let done = 0;
  let known = 0;
  const archive = new Archive(archiveFolder(store.file), store.captures);
  const commit = new GroupCommit(store);
  const desk: Desk = {
    store,
    reader,
    clock,
    archive,
    commit,
    onFacts: (more) => {
      facts = addFacts(facts, more);
    },
  };
  const desks = options.publishers.map((publisher): PublisherDesk => {
    const tally = new Tally(publisher.key);
    return {
      publisher,
      tally,
      discovery: new Discovery(publisher, window, store, tally, startedAt),
      asked: new Set(),
      waiting: 0,
    };
  });

  /** What is due of a publisher, within the limit of articles, and was not handed out before. A dry run only counts it. */
  const handOut = (at: PublisherDesk, wanted = (_: FrontierEntry): boolean => true): ArticleStep[] => {
    const left = options.articles === undefined ? undefined : options.articles - at.asked.size;
    const due = store.frontier
      .due(at.publisher.key, clock(), options.articles)
      .filter((entry) => !at.asked.has(entry.url) && wanted(entry))
      .slice(0, left);
    for (const { url } of due) at.asked.add(url);
    at.waiting += due.length;
    if (dryRun) return [];
    known += due.length;
    return due.map((entry): ArticleStep => ({ leads: false, url: entry.url, entry, desk: at }));
  };

  const discover = (step: SourceStep, fetched: Fetched, add: (more: Step) => void): void => {
    const { desk: at } = step;
    for (const job of at.discovery.read(step, fetched)) add({ ...job, leads: true, desk: at });
    if (!at.discovery.isOver || stop.reason !== null) return;
    at.discovery.enter(clock(), dryRun);
    for (const article of handOut(at)) add(article);
    options.onProgress?.(done, known, at.publisher.key);
  };

  const visit = async ({ entry, desk: at }: ArticleStep, fetched: Fetched): Promise<void> => {
    const { publisher, tally } = at;
    if (fetched.kind !== 'cancelled') at.waiting--;
    await finishVisit({ entry, publisher, tally }, fetched, desk);
    options.onProgress?.(++done, known, entry.url);
  };

  // What an earlier run found and could not ask for need not wait for the lists; the others are due until they are read.
  const first = desks.flatMap((d): Step[] => [
    ...d.discovery.jobs.map((job): SourceStep => ({ ...job, leads: true, desk: d })),
    ...handOut(d, ({ state }) => state === 'new'),
  ]);
  const crawling = crawl(first, fetcher, {
    request: (step) =>
      !step.leads
        ? { etag: step.entry.etag, lastModified: step.entry.lastModified }
        : { limits: limitsOf(step.source) },
    handle: (step, fetched, add) => (step.leads ? discover(step, fetched, add) : visit(step, fetched)),
    signal: stop.signal,
    perHost: options.together ?? 1,
    altogether: ALTOGETHER,
  });
  await crawling.finally(() => {
    archive.close();
    stop.release();
  });

  const ruleset = await reader.ruleset;
  const begun = performance.now();
  if (!dryRun) store.link();
  const link = performance.now() - begun;
  const stopped = stop.reason;
  for (const { tally, waiting } of desks) tally.postpone(waiting);
  const publishers = desks.map(({ tally }) => tally.report(stopped !== null));
  const finishedAt = clock();
  const night = { store, whole: options.whole ?? false, outOfTime: stopped === 'time', at: finishedAt };
  const alarms =
    dryRun || stopped === 'interrupted'
      ? []
      : desks.flatMap(({ publisher }, at) => {
          const report = publishers[at];
          return report === undefined ? [] : watch(publisher, report, night);
        });
  const dropped = dryRun || options.keep === undefined ? 0 : archive.keepWithin(options.keep, finishedAt);
  const report: Report = {
    kind: options.kind,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    ruleset,
    stopped,
    publishers,
    counts: totals(publishers),
    facts,
    traffic: { ...fetcher.traffic },
    spent: { ...reader.spent, store: commit.spent, link },
    archive: { pages: archive.pages, dropped },
    alarms,
  };
  if (!dryRun)
    store.recordRun({
      kind: report.kind,
      startedAt,
      finishedAt,
      ruleset: report.ruleset,
      publishers: publishers.map((p) => p.publisher),
      counts: report.counts,
      problems: publishers.flatMap(problemsOf),
      stopped,
    });
  return report;
}

const problemsOf = (p: Report['publishers'][number]): { input: string; detail: string }[] => [
  ...p.sources.map(({ url, problem }) => ({ input: url, detail: problem })),
  ...p.failures.map(({ url, reason }) => ({ input: url, detail: reason })),
];
