import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fetched, Fetcher, FetchOptions } from './fetcher.ts';
import type { Job } from './turns.ts';

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
  const first = [...jobs];
  if (first.length === 0) return;
  // Crawlee takes a third of a second to load: a command that refuses to start does not have to wait for it.
  const { HostTurns, Pool } = await import('./pool.ts');
  if (task.signal?.aborted === true) return;
  const turns = new HostTurns<J>(task.perHost);
  for (const job of first) turns.add(job);
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
