import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPipeline, type Pipeline } from '../catalog/pipelines.ts';
import { loadPublishers, type Publisher } from '../catalog/publishers.ts';
import { fromAlmaty, systemClock } from '../core/clock.ts';
import { NothingDone, WrongUsage } from '../core/errors.ts';
import {
  createClient,
  Fetcher,
  liveTransport,
  SAMPLE_AGENT,
  sampleTransport,
  userAgent,
  type Window,
} from '../crawl/index.ts';
import { ReadingThread } from '../pipeline/reading-thread.ts';
import type { Report } from '../pipeline/report.ts';
import { run } from '../pipeline/run.ts';
import type { Replicas } from '../replica/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { interruption } from './interrupt.ts';
import { callOut } from './on-alarm.ts';
import type { StoreOptions } from './options.ts';
import { settle } from './outcome.ts';
import { type Output, openOutput } from './output.ts';
import { printReport } from './reporting.ts';

export interface CrawlOptions extends StoreOptions {
  readonly pipeline: string;
  readonly since?: string;
  readonly until?: string;
  readonly max?: number;
  readonly hours?: number;
  readonly dryRun: boolean;
  readonly report?: string;
  readonly contact?: string;
  readonly onAlarm?: string;
}

/** `derek crawl`: one run of a pipeline. */
export async function crawlOutlets(keys: readonly string[], options: CrawlOptions): Promise<void> {
  const publishers = loadPublishers();
  const pipeline = chosen(loadPipeline(options.pipeline, publishers), keys);
  const output = openOutput(options);
  const report = await runPipeline(pipeline, options, output, interruption(output));
  if (options.report !== undefined) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
  if (options.onAlarm !== undefined && report.alarms.length > 0)
    await callOut(options.onAlarm, report.alarms, output);
  settleRun(report);
}

/** Runs a pipeline against a store and says what it did; `options` narrow what the pipeline asks for. */
export async function runPipeline(
  pipeline: Pipeline,
  options: Omit<CrawlOptions, 'pipeline' | 'report' | 'onAlarm'>,
  output: Output,
  signal: AbortSignal,
): Promise<Report> {
  const window = windowOf(pipeline, options);
  const hours = least(pipeline.hours, options.hours);
  // The contact before the store: a live crawl does not begin without somebody to answer for it.
  return withFetcher(pipeline, options.contact, async (fetcher) => {
    const reader = new ReadingThread();
    const crawled = withStoreOf(options, async (store) => {
      refuseMixture(store, pipeline);
      const progress = output.progress('Crawling');
      try {
        const report = await run({
          kind: kindOf(pipeline),
          publishers: pipeline.publishers,
          store,
          fetcher,
          reader,
          clock: systemClock,
          window,
          articles: least(pipeline.articles, options.max),
          limitMs: hours === undefined ? undefined : hours * 3600_000,
          together: pipeline.pace.together,
          dryRun: options.dryRun,
          whole: isWhole(pipeline, options),
          keep: pipeline.keep,
          signal,
          onProgress: (done, known, what) => progress.at(done, known, what),
        });
        progress.end();
        await printReport(report, store, output, options.dryRun);
        return report;
      } finally {
        progress.end();
      }
    });
    return crawled.finally(() => reader.close());
  });
}

/**
 * Lends the polite way to the outlets of a pipeline: the live ones in the name of `contact`, or their replicas on this
 * machine.
 */
export async function withFetcher<T>(
  { outlets, pace }: Pipeline,
  contact: string | undefined,
  work: (fetcher: Fetcher) => Promise<T>,
): Promise<T> {
  const agent = outlets === 'live' ? userAgent(contact) : SAMPLE_AGENT;
  const replicas = outlets === 'sample' ? await startSamples() : undefined;
  const transport = replicas ? sampleTransport(replicas.origins) : liveTransport();
  const client = createClient({ userAgent: agent, transport, clock: systemClock });
  const fetcher = new Fetcher(client, systemClock, {
    pace: { interval: pace.seconds * 1_000, concurrency: pace.together },
  });
  try {
    return await work(fetcher);
  } finally {
    await fetcher.close();
    await replicas?.close();
  }
}

async function startSamples(): Promise<Replicas> {
  const { startReplicas } = await import('../replica/index.ts');
  return startReplicas();
}

/** The publishers none of whose lists could be read. */
const lostOf = ({ publishers }: Report) => publishers.filter((p) => p.state === 'failed');

/** No publisher answered, and no article was read: as when there is no network. */
export const reachedNobody = (report: Report): boolean =>
  report.stopped !== 'interrupted' &&
  lostOf(report).length === report.publishers.length &&
  report.counts.fetched === report.counts.failed;

/** The exit code of a run, and a sentence when nothing could be reached at all. */
export function settleRun(report: Report): void {
  const { counts, stopped, alarms } = report;
  const lost = lostOf(report);
  if (reachedNobody(report)) {
    const first = lost[0]?.sources[0];
    throw new NothingDone(
      `no outlet could be reached; is there a network? ${first === undefined ? '' : `(${first.url}: ${first.problem})`}`,
    );
  }
  const abort = new AbortController();
  if (stopped === 'interrupted') abort.abort();
  settle({ done: 1, failed: lost.length + counts.failed + alarms.length, signal: abort.signal });
}

/** The pipeline for these of its publishers only; all of them when none is named. */
export function chosen(pipeline: Pipeline, keys: readonly string[]): Pipeline {
  const known = new Map(pipeline.publishers.map((p): [string, Publisher] => [p.key, p]));
  const publishers = keys.map((key) => {
    const publisher = known.get(key);
    if (!publisher)
      throw new WrongUsage(
        `${key} is no publisher of this pipeline; there are ${[...known.keys()].join(', ')}`,
      );
    return publisher;
  });
  return publishers.length === 0 ? pipeline : { ...pipeline, publishers: [...new Set(publishers)] };
}

function windowOf(pipeline: Pipeline, { since, until }: Pick<CrawlOptions, 'since' | 'until'>): Window {
  const DAY = 24 * 3600_000;
  if (since !== undefined && until !== undefined && since > until)
    throw new WrongUsage(`--since ${since} is later than --until ${until}`);
  const startOf = (day: string): Date | undefined => fromAlmaty(`${day}T00:00:00`);
  const last = until === undefined ? undefined : startOf(until);
  const days =
    pipeline.days === undefined ? undefined : new Date(systemClock().getTime() - pipeline.days * DAY);
  return {
    backfill: since !== undefined,
    // Asked for days in the past, a pipeline's own limit of age would leave nothing.
    since: since === undefined ? (until === undefined ? days : undefined) : startOf(since),
    until: last === undefined ? undefined : new Date(last.getTime() + DAY),
  };
}

/** A pipeline with a timetable, run as it is, asks for everything new: its yield can be compared from night to night. */
const isWhole = (
  pipeline: Pipeline,
  { since, until, max }: Pick<CrawlOptions, 'since' | 'until' | 'max'>,
): boolean =>
  pipeline.schedule !== undefined && since === undefined && until === undefined && max === undefined;

/** Runs of one kind follow each other: those of live outlets, those of the samples. */
export const kindOf = (pipeline: Pipeline): string => (pipeline.outlets === 'sample' ? 'demo' : 'crawl');

/** The samples are written by us: among what outlets really published they would be false evidence. */
function refuseMixture(store: Store, pipeline: Pipeline): void {
  const kinds = new Set(store.runs(1_000).map(({ kind }) => kind));
  if (pipeline.outlets === 'live' && kinds.has('demo'))
    throw new WrongUsage(
      `${store.file} holds the sample articles; crawl live outlets into another store (--db FILE)`,
    );
  if (pipeline.outlets === 'sample' && kinds.has('crawl'))
    throw new WrongUsage(
      `${store.file} holds articles of live outlets; put the samples into another store (--db FILE)`,
    );
}

/** Opens the store for a run; a dry run reads the one that is there, or looks at an empty one that goes away again. */
async function withStoreOf<T>(
  options: { db: string; dryRun: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const readonly = options.dryRun && existsSync(options.db);
  const scratch = options.dryRun && !readonly ? mkdtempSync(join(tmpdir(), 'derek-dry-')) : undefined;
  const file = scratch === undefined ? options.db : join(scratch, 'dry.db');
  try {
    const store = openStore(file, { clock: systemClock, readonly, holder: 'derek crawl' });
    try {
      return await work(store);
    } finally {
      store.close();
    }
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
