import { type IRequestManager, Request } from '@crawlee/cheerio';

/** Something to fetch; its host decides whose turn it is. Jobs are handed out once. */
export interface Job {
  readonly url: string;
  /** Does it lead to further jobs? Such ones alternate with the others of their host, so that neither waits for all of them. */
  readonly leads: boolean;
}

/** What waits of one host, each kind in the order it was added. */
class Line<J extends Job> {
  readonly #leading: J[] = [];
  readonly #plain: J[] = [];
  #leadsNext = false;

  add(job: J): void {
    (job.leads ? this.#leading : this.#plain).push(job);
  }

  next(): J | undefined {
    const [first, second] = this.#leadsNext ? [this.#leading, this.#plain] : [this.#plain, this.#leading];
    const job = first.shift() ?? second.shift();
    if (job !== undefined) this.#leadsNext = !job.leads;
    return job;
  }

  get isEmpty(): boolean {
    return this.#leading.length === 0 && this.#plain.length === 0;
  }
}

/**
 * The engine's view of what is left to do: requests by host, handed out in turns, so that a slow host never makes
 * the others wait, and never more of one host at a time than its queue would let through.
 * It lives in memory for one run; what must outlive the run is in the frontier of the store.
 */
export class HostTurns<J extends Job> implements IRequestManager {
  readonly #perHost: number;
  readonly #waiting = new Map<string, Line<J>>();
  readonly #running = new Map<string, number>();
  readonly #jobs = new Map<string, { readonly job: J; readonly host: string }>();
  #added = 0;
  #handled = 0;

  constructor(perHost: number) {
    this.#perHost = perHost;
  }

  add(job: J): void {
    const { host } = new URL(job.url);
    const line = this.#waiting.get(host) ?? new Line<J>();
    line.add(job);
    this.#waiting.set(host, line);
    this.#added++;
  }

  /** The job that a request of the engine stands for. */
  jobOf(request: Request): J {
    const known = this.#jobs.get(request.uniqueKey);
    if (!known) throw new Error(`the engine asks about a request that was never handed out: ${request.url}`);
    return known.job;
  }

  async fetchNextRequest<T extends Record<string, unknown>>(): Promise<Request<T> | null> {
    const host = this.#next();
    const line = host === undefined ? undefined : this.#waiting.get(host);
    const job = line?.next();
    if (host === undefined || line === undefined || job === undefined) return null;
    // To the end of the row: a Map keeps its keys in the order they were set.
    this.#waiting.delete(host);
    if (!line.isEmpty) this.#waiting.set(host, line);
    this.#running.set(host, (this.#running.get(host) ?? 0) + 1);
    const uniqueKey = `${this.#jobs.size}`;
    this.#jobs.set(uniqueKey, { job, host });
    return new Request<T>({ url: job.url, uniqueKey });
  }

  async markRequestHandled(request: Request): Promise<void> {
    const known = this.#jobs.get(request.uniqueKey);
    if (!known) return;
    this.#running.set(known.host, (this.#running.get(known.host) ?? 1) - 1);
    this.#handled++;
  }

  async isEmpty(): Promise<boolean> {
    return this.#next() === undefined;
  }

  async isFinished(): Promise<boolean> {
    return this.#handled === this.#added;
  }

  async handledCount(): Promise<number> {
    return this.#handled;
  }

  getTotalCount(): number {
    return this.#added;
  }

  getPendingCount(): number {
    return this.#added - this.#handled;
  }

  /** The first host in the row that may have one more request under way. */
  #next(): string | undefined {
    for (const host of this.#waiting.keys()) if ((this.#running.get(host) ?? 0) < this.#perHost) return host;
    return undefined;
  }

  // The engine offers these for crawls that keep their frontier in it; ours does not.
  // biome-ignore lint/correctness/useYield: it must be a generator, and must not be used
  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    throw notOurs();
  }
  async reclaimRequest(): Promise<never> {
    throw notOurs();
  }
  async addRequest(): Promise<never> {
    throw notOurs();
  }
  async addRequestsBatched(): Promise<never> {
    throw notOurs();
  }
}

const notOurs = (): Error => new Error('jobs are added with add(); retries are made by the fetcher');
