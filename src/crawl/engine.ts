import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import {
  type BaseHttpClient,
  BasicCrawler,
  type BasicCrawlingContext,
  Configuration,
  LocalEventManager,
  Log,
  LogLevel,
} from '@crawlee/cheerio';
import { MemoryStorage } from '@crawlee/memory-storage';
import type { Fetched, Fetcher, FetchOptions } from './fetcher.ts';
import { HostTurns, type Job } from './turns.ts';

export type { Job } from './turns.ts';

/** One job and what is to be done with its outcome. */
export interface Crawl<J extends Job> {
  /** Limits and validators for the request of a job. */
  readonly request: (job: J) => FetchOptions;
  /**
   * Takes what was fetched; called once for every job, never twice at one moment for the same job.
   * It may add further jobs to the run. What it throws ends the run: it is a fault of ours, not of a page.
   */
  readonly handle: (job: J, fetched: Fetched, add: (more: J) => void) => Promise<void> | void;
  /** Once aborted, no further job is begun; the ones in hand are finished or cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** Requests under way at one time: to one host, and altogether. */
  readonly perHost: number;
  readonly altogether: number;
}

/**
 * Crawls jobs with Crawlee as the pool of workers: it runs as many at once as memory and event loop
 * bear, and hands each to its handler. Everything that meets the network is our `Fetcher`, and everything that must last is the
 * caller's. Resolves when all jobs, added ones included, are done or the signal was aborted.
 */
export async function crawl<J extends Job>(
  jobs: Iterable<J>,
  fetcher: Fetcher,
  task: Crawl<J>,
): Promise<void> {
  const turns = new HostTurns<J>(task.perHost);
  for (const job of jobs) turns.add(job);
  if (turns.getTotalCount() === 0 || task.signal?.aborted === true) return;
  const directory = mkdtempSync(join(tmpdir(), 'derek-crawl-'));
  const stopping = new AbortController();
  // One listener for each request that waits or is under way.
  setMaxListeners(0, stopping.signal);
  const pool = new Pool(turns, directory, task.altogether, async ({ request }) => {
    const job = turns.jobOf(request);
    const fetched = await fetcher.get(job.url, { ...task.request(job), signal: stopping.signal });
    await task.handle(job, fetched, (more) => turns.add(more));
  });
  const stop = (): void => {
    stopping.abort();
    pool.stop();
  };
  task.signal?.addEventListener('abort', stop);
  try {
    await pool.run();
    if (pool.fault !== undefined) throw pool.fault;
  } finally {
    task.signal?.removeEventListener('abort', stop);
    rmSync(directory, { recursive: true, force: true });
  }
}

const SILENT = new Log({ level: LogLevel.OFF });
/** Longer than any queue of a polite crawl: time limits of requests are the client's. */
const A_WEEK_S = 7 * 24 * 3600;

/** Crawlee's BasicCrawler with everything switched off that our own parts do, or that reaches out of the run. */
class Pool extends BasicCrawler {
  /** The first thing that a handler threw. */
  fault: unknown;

  constructor(
    turns: HostTurns<Job>,
    directory: string,
    altogether: number,
    handler: (context: BasicCrawlingContext) => Promise<void>,
  ) {
    // Crawlee takes `persistStorage: false` as a wish and still purges ./storage of whoever works in this folder:
    // a storage of our own in a directory of our own leaves nothing of others to touch.
    const storageClient = new MemoryStorage({
      localDataDirectory: directory,
      persistStorage: false,
      writeMetadata: false,
    });
    const config = new Configuration({
      persistStorage: false,
      purgeOnStart: false,
      storageClient,
      memoryMbytes: MEMORY_MB,
    });
    config.useEventManager(new QuietEvents(config));
    super(
      {
        requestHandler: async (context) => {
          try {
            await handler(context);
          } catch (error) {
            this.fault ??= error;
            this.stop();
          }
        },
        // Faults of pages are answers of the fetcher, which retries them with delays; Crawlee would do so at once.
        maxRequestRetries: 0,
        requestHandlerTimeoutSecs: A_WEEK_S,
        useSessionPool: false,
        minConcurrency: Math.min(altogether, 4),
        maxConcurrency: altogether,
        httpClient: nobody,
        log: SILENT,
        statisticsOptions: { persistenceOptions: { enable: false } },
        autoscaledPoolOptions: { desiredConcurrency: altogether, maybeRunIntervalSecs: 0.05 },
      },
      config,
    );
    this.requestManager = turns;
  }

  /** robots.txt is judged for every hop by the fetcher; Crawlee's own reading fails open on 5xx and ignores Crawl-delay. */
  protected override async getRobotsTxtFileForUrl(): Promise<undefined> {
    return undefined;
  }
}

/** Crawlee's own client impersonates browsers; with this in its place no request can leave by the engine's door. */
const nobody: BaseHttpClient = {
  sendRequest: () => Promise.reject(new Error('requests are made by the fetcher')),
  stream: () => Promise.reject(new Error('requests are made by the fetcher')),
};

const MEMORY_MB = Math.max(256, Math.floor(totalmem() / 2 ** 20 / 4));

/** Memory as the process itself knows it: Crawlee's way runs `ps` every second, and bare images have none. */
class QuietEvents extends LocalEventManager {
  override async emitSystemInfoEvent(done: () => unknown): Promise<void> {
    this.emit('systemInfo', {
      createdAt: new Date(),
      memCurrentBytes: process.memoryUsage().rss,
      memTotalBytes: totalmem(),
      // Parsing keeps a core busy by its nature; fewer requests under way would not change that.
      isCpuOverloaded: false,
    });
    done();
  }
}
