import PQueue from 'p-queue';

/** How one host may be asked. */
export interface Pace {
  /** Requests under way at one time. */
  readonly concurrency: number;
  /** Least time from the start of one request to the start of the next, in ms. */
  readonly interval: number;
}

/** One request a second, one at a time: what a polite guest does where the host says nothing else. */
export const POLITE: Pace = { concurrency: 1, interval: 1_000 };

/** The queue of one host: keeps its pace, and keeps away altogether while the host asked us to. */
export class Lane {
  readonly #queue: PQueue;
  #closedUntil = 0;
  #reopen: NodeJS.Timeout | undefined;

  constructor(pace: Pace) {
    this.#queue = new PQueue({
      concurrency: pace.concurrency,
      // A sliding window: p-queue's fixed one lets two requests touch at its border.
      ...(pace.interval > 0 ? { interval: pace.interval, intervalCap: 1, strict: true } : {}),
    });
  }

  /** Runs `task` when it is its turn; undefined when `signal` was aborted before that. `task` must not throw. */
  async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
    const stopped = (): boolean => signal?.aborted === true;
    if (stopped()) return undefined;
    try {
      return await this.#queue.add(task, signal ? { signal } : {});
    } catch (error) {
      if (stopped()) return undefined;
      throw error;
    }
  }

  /** No request of this host starts within the next `ms`, those that already wait included. */
  closeFor(ms: number): void {
    const until = performance.now() + ms;
    if (until <= this.#closedUntil) return;
    this.#closedUntil = until;
    this.#queue.pause();
    clearTimeout(this.#reopen);
    this.#reopen = setTimeout(() => this.#queue.start(), ms);
  }

  /** Nothing more will be asked. */
  end(): void {
    clearTimeout(this.#reopen);
  }
}
