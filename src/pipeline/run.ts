import type { Publisher } from '../catalog/publishers.ts';
import { almatyDay, type Clock } from '../core/clock.ts';
import {
  crawl,
  type Fetched,
  type Fetcher,
  type Found,
  firstJobs,
  limitsOf,
  readSource,
  type SourceJob,
  type Window,
} from '../crawl/index.ts';
import { Archive, archiveFolder, type Retention } from '../evidence/index.ts';
import type { Alarm, FrontierEntry, Store } from '../store/index.ts';
import type { Chain } from './chain.ts';
import { addCounts, alarmsOf, NO_COUNTS } from './health.ts';
import { addFacts, NO_FACTS, type PublisherReport, type Report, Tally, totals } from './report.ts';
import { type Desk, finishVisit } from './visit.ts';

export interface RunOptions {
  /** `crawl`, `demo`: runs of one kind are compared with each other. */
  readonly kind: string;
  readonly publishers: readonly Publisher[];
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly chain: Chain;
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
  /** Called after each article with how many are done and how many are known to be wanted by now. */
  readonly onProgress?: (done: number, known: number, what: string) => void;
}

/** Requests under way at one time in all: memory for that many pages is always there. */
const ALTOGETHER = 24;

interface SourceStep extends SourceJob {
  readonly desk: PublisherDesk;
}
interface ArticleStep {
  readonly url: string;
  readonly entry: FrontierEntry;
  readonly desk: PublisherDesk;
}
type Step = SourceStep | ArticleStep;

/** What one run holds of one publisher while it lasts. */
interface PublisherDesk {
  readonly publisher: Publisher;
  readonly tally: Tally;
  readonly found: Map<string, Found>;
  readonly jobs: readonly SourceJob[];
  /** Documents of its sources that are still to be read. */
  open: number;
}

/**
 * One run: discovers what the publishers' sources name, fetches what is due, reads, extracts and stores it, article by
 * article. What a page or an outlet does wrong is in the report; only faults of ours and of the store are thrown, and
 * even then every article stored so far stays. An aborted `signal` ends the run after the articles in hand.
 */
export async function run(options: RunOptions): Promise<Report> {
  const { store, fetcher, clock, chain, signal, dryRun = false, window = {} } = options;
  const startedAt = clock();
  let facts = NO_FACTS;
  let done = 0;
  let known = 0;
  const archive = new Archive(archiveFolder(store.file), store.captures);
  const desk: Desk = {
    store,
    chain,
    clock,
    archive,
    onFacts: (more) => {
      facts = addFacts(facts, more);
    },
  };
  const desks = options.publishers.map((publisher): PublisherDesk => {
    const jobs = firstJobs(publisher, window, startedAt);
    return { publisher, tally: new Tally(publisher.key), found: new Map(), jobs, open: jobs.length };
  });

  /** When the last source of a publisher is read: what was found goes into the frontier, what is due comes out. */
  const enter = ({ publisher, tally, found }: PublisherDesk): FrontierEntry[] => {
    const unknown = [...found.keys()].filter((url) => store.frontier.entry(url) === undefined);
    tally.discovered = unknown.length;
    if (dryRun) return [];
    const now = clock();
    // All pages of all sources at once: a run killed half-way through a listing must find its pages still unknown.
    store.frontier.discover(publisher.key, found.values(), now);
    return store.frontier.due(publisher.key, now, options.articles);
  };

  const discover = (step: SourceStep, fetched: Fetched, add: (more: Step) => void): void => {
    const { publisher, tally, found } = step.desk;
    step.desk.open--;
    if (fetched.kind === 'page') {
      try {
        const { articles, next, problem } = readSource(step, fetched, window);
        tally.sourceRead();
        if (problem !== undefined) tally.sourceProblem(step.url, problem);
        const before = found.size;
        const unknown = articles.filter(
          ({ url }) => !found.has(url) && store.frontier.entry(url) === undefined,
        );
        for (const article of articles) found.set(article.url, later(found.get(article.url), article));
        const isList = step.source.kind === 'listing' || step.source.kind === 'archive';
        const goOn = !isList || (unknown.length > 0 && found.size > before);
        for (const job of goOn ? next : []) {
          step.desk.open++;
          add({ ...job, desk: step.desk });
        }
      } catch (error) {
        tally.sourceProblem(step.url, (error as Error).message);
      }
    } else if (fetched.kind !== 'cancelled') tally.sourceProblem(step.url, problemOf(fetched));
    if (step.desk.open > 0 || signal?.aborted === true) return;
    for (const entry of enter(step.desk)) {
      known++;
      add({ url: entry.url, entry, desk: step.desk });
    }
    options.onProgress?.(done, known, publisher.key);
  };

  const visit = ({ entry, desk: { publisher, tally } }: ArticleStep, fetched: Fetched): void => {
    finishVisit({ entry, publisher, tally }, fetched, desk);
    options.onProgress?.(++done, known, entry.url);
  };

  const first = desks.flatMap((d) => d.jobs.map((job): Step => ({ ...job, desk: d })));
  const crawling = crawl(first, fetcher, {
    request: (step) =>
      'entry' in step
        ? { etag: step.entry.etag, lastModified: step.entry.lastModified }
        : { limits: limitsOf(step.source) },
    handle: (step, fetched, add) => ('entry' in step ? visit(step, fetched) : discover(step, fetched, add)),
    signal,
    perHost: options.together ?? 1,
    altogether: ALTOGETHER,
  });
  await crawling.finally(() => archive.close());

  if (!dryRun) store.link();
  const stopped = signal?.aborted === true;
  const publishers = desks.map(({ tally }) => tally.report(stopped));
  const finishedAt = clock();
  const alarms =
    dryRun || stopped ? [] : publishers.flatMap((p, at) => watch(p, desks[at], options, finishedAt));
  const dropped = dryRun || options.keep === undefined ? 0 : archive.keepWithin(options.keep, finishedAt);
  const report: Report = {
    kind: options.kind,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    ruleset: chain.ruleset,
    stopped,
    publishers,
    counts: totals(publishers),
    facts,
    traffic: { ...fetcher.traffic },
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
    });
  return report;
}

/** How many days back a publisher is compared with itself: five of each weekday. */
const MEMORY = 35;

/** Adds a run to the history of a publisher, and answers what is wrong with it. */
function watch(
  report: PublisherReport,
  desk: PublisherDesk | undefined,
  { store, whole = false }: RunOptions,
  at: Date,
): Alarm[] {
  if (desk === undefined) return [];
  const { publisher } = desk;
  const day = almatyDay(at);
  const earlier = store.days.on(publisher.key, day);
  const today = addCounts(earlier?.counts ?? NO_COUNTS, report.health);
  const alarms = alarmsOf({
    publisher,
    day,
    unreachable: report.state === 'failed' ? report.sources[0]?.problem : undefined,
    postponed: report.postponed,
    run: report.health,
    today,
    before: store.days.before(publisher.key, day, MEMORY),
    whole,
  });
  store.days.put({ publisher: publisher.key, day, counts: today, alarms });
  return alarms;
}

/** Of two mentions of one article the one that says more, the later time first. */
const later = (a: Found | undefined, b: Found): Found => {
  if (a?.lastmod === undefined) return b;
  if (b.lastmod === undefined) return a;
  return Date.parse(a.lastmod) >= Date.parse(b.lastmod) ? a : b;
};

const problemOf = (fetched: Exclude<Fetched, { kind: 'page' | 'cancelled' }>): string => {
  switch (fetched.kind) {
    case 'gone':
      return `HTTP ${fetched.status}`;
    case 'unchanged':
      return 'unchanged, though we asked without a condition';
    case 'refused':
    case 'failed':
      return fetched.detail;
  }
};

const problemsOf = (p: Report['publishers'][number]): { input: string; detail: string }[] => [
  ...p.sources.map(({ url, problem }) => ({ input: url, detail: problem })),
  ...p.failures.map(({ url, reason }) => ({ input: url, detail: reason })),
];
