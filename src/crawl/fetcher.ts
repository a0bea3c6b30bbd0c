import type { Clock } from '../core/clock.ts';
import { BACKOFF, type Backoff, type FailureClass, retryDelay } from './backoff.ts';
import { type BodyLimits, PAGE_LIMITS } from './body.ts';
import type { Answer, Client, Failure, Page, Refused, Validators } from './client.ts';
import { Lane, type Pace, POLITE } from './pace.ts';
import { RobotsBook } from './robots.ts';
import { absoluteUrl } from './urls.ts';

/** What became of an address, after redirects, retries and robots.txt. */
export type Fetched =
  | (Page & {
      /** The whole way was permanent (301, 308): the new address is the address from now on. */
      readonly moved: boolean;
    })
  | Exclude<Answer, Page | { readonly kind: 'redirect' }>;

/** What went over the wire, robots.txt left out; bytes as decompressed. */
export interface Traffic {
  requests: number;
  bytes: number;
}

export interface FetchOptions extends Validators {
  readonly limits?: BodyLimits;
  readonly signal?: AbortSignal | undefined;
}

const MAX_REDIRECTS = 5;

/** After so many addresses in a row that failed for reasons of its own, a host is left alone for the rest of the run. */
const IN_A_ROW = 6;
/** Reasons that lie with the host, and not with one of its pages. */
const ITS_OWN: ReadonlySet<FailureClass> = new Set(['rate', 'server', 'timeout', 'connection', 'dns', 'tls']);

/**
 * The polite way to an address, the only one the crawl uses: each hop of a redirect is judged by the robots.txt of its
 * own origin and waits in the queue of its own host; passing faults are tried again with growing delays; an outlet that
 * says `Retry-After` is left alone altogether until then, one that answers slowly gets as long a pause as it took, and one
 * that only fails is asked no more in this run.
 */
export class Fetcher {
  readonly traffic: Traffic = { requests: 0, bytes: 0 };
  readonly #client: Client;
  readonly #robots: RobotsBook;
  readonly #pace: Pace;
  readonly #backoff: Backoff;
  readonly #lanes = new Map<string, Lane>();
  /** Addresses of a host that failed since one was answered. */
  readonly #failing = new Map<string, number>();

  constructor(client: Client, clock: Clock, options: { pace?: Pace; backoff?: Backoff } = {}) {
    this.#client = client;
    this.#pace = options.pace ?? POLITE;
    this.#backoff = options.backoff ?? BACKOFF;
    this.#robots = new RobotsBook(client, clock, this.#backoff);
  }

  /** Gets one address. Never throws; what is wrong with an address or its server is in the answer. */
  async get(address: string, options: FetchOptions = {}): Promise<Fetched> {
    let url = address;
    let moved = true;
    const way = new Set([new URL(address).href]);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      // Validators belong to the address that gave them.
      const answer = await this.#patiently(
        url,
        hop === 0 ? options : { ...options, etag: null, lastModified: null },
      );
      if (answer.kind === 'page') return { ...answer, moved: moved && hop > 0 };
      if (answer.kind !== 'redirect') return answer;
      const target = answer.location === undefined ? undefined : absoluteUrl(answer.location, url);
      if (target === undefined) return refused('redirects', `${url} redirects to no usable address`);
      if (new URL(url).protocol === 'https:' && new URL(target).protocol === 'http:')
        return refused('redirects', `${url} redirects from https to http`);
      if (way.has(target)) return refused('redirects', `${address} redirects in a circle`);
      way.add(target);
      moved &&= answer.status === 301 || answer.status === 308;
      url = target;
    }
    return refused('redirects', `${address} redirects more than ${MAX_REDIRECTS} times`);
  }

  async close(): Promise<void> {
    for (const lane of this.#lanes.values()) lane.end();
    await this.#client.close();
  }

  /** One address, with the retries that its faults deserve. */
  async #patiently(url: string, options: FetchOptions): Promise<Answer> {
    const { signal } = options;
    for (let attempt = 1; ; attempt++) {
      const rules = await this.#robots.rulesFor(url, signal);
      if (signal?.aborted === true) return { kind: 'cancelled' };
      const forbidden = rules.forbids(url);
      if (forbidden) return forbidden;
      const { host } = new URL(url);
      const lane = this.#laneOf(url, rules.crawlDelay);
      const turn = await lane.run(async () => {
        if (this.#isResting(host)) {
          const detail = `${host} is left alone until the next run: ${IN_A_ROW} addresses in a row failed`;
          return { answer: refused('resting', detail), again: false };
        }
        const begun = performance.now();
        const answer = await this.#ask(url, options);
        if (this.#pace.interval > 0) lane.closeFor(performance.now() - begun);
        // Before the next request in the lane gets its turn: an outlet in trouble is spared by all of them.
        return { answer, again: answer.kind === 'failed' && this.#spare(lane, answer, attempt + 1) };
      }, signal);
      if (!turn) return { kind: 'cancelled' };
      if (turn.again) continue;
      this.#learn(host, turn.answer);
      return turn.answer;
    }
  }

  #isResting(host: string): boolean {
    return (this.#failing.get(host) ?? 0) >= IN_A_ROW;
  }

  /** Counts what became of an address, after all its tries. */
  #learn(host: string, answer: Answer): void {
    if (answer.kind === 'refused' || answer.kind === 'cancelled') return;
    const failed = answer.kind === 'failed' && ITS_OWN.has(answer.failure);
    this.#failing.set(host, failed ? (this.#failing.get(host) ?? 0) + 1 : 0);
  }

  async #ask(url: string, options: FetchOptions): Promise<Answer> {
    this.traffic.requests++;
    const answer = await this.#client.get(url, { ...options, limits: options.limits ?? PAGE_LIMITS });
    if (answer.kind === 'page') this.traffic.bytes += answer.body.length;
    return answer;
  }

  /** Closes the lane of a host in trouble for a while; true when attempt number `next` is worth making. */
  #spare(lane: Lane, { failure, retryAfter }: Failure, next: number): boolean {
    const delay = retryDelay(failure, next, retryAfter, this.#backoff);
    lane.closeFor(delay ?? Math.min(retryAfter ?? 0, this.#backoff.patience));
    return delay !== undefined;
  }

  #laneOf(url: string, crawlDelay: number | undefined): Lane {
    const { host } = new URL(url);
    const known = this.#lanes.get(host);
    if (known) return known;
    const interval = Math.max(this.#pace.interval, crawlDelay ?? 0);
    // Whoever asks for a delay between requests wants them one by one.
    const concurrency = interval > 0 ? 1 : this.#pace.concurrency;
    const lane = new Lane({ concurrency, interval });
    // The robots.txt that was just read was a request, too.
    lane.closeFor(interval);
    this.#lanes.set(host, lane);
    return lane;
  }
}

const refused = (reason: Refused['reason'], detail: string): Refused => ({ kind: 'refused', reason, detail });
