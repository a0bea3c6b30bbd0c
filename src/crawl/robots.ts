import { setTimeout as pause } from 'node:timers/promises';
import robotsModule from 'robots-parser';
import type { Clock } from '../core/clock.ts';
import { BACKOFF, type Backoff, retryDelay } from './backoff.ts';
import { ROBOTS_LIMITS } from './body.ts';
import type { Answer, Client, Refused } from './client.ts';
import { ROBOTS_TOKEN } from './identity.ts';

/** What an origin's robots.txt lets us do. */
export interface Rules {
  /** Why this address may not be fetched; undefined when it may. */
  forbids(url: string): Refused | undefined;
  /** Crawl-delay in ms; undefined when none is given. */
  readonly crawlDelay: number | undefined;
}

// Its typings promise a default export inside the CommonJS module; what there is, is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** RFC 9309 §2.4: a cached copy is used for a day at most. */
const KEEP_MS = 24 * 3600_000;
/** §2.3.1.2 */
const MAX_REDIRECTS = 5;
/** §2.5 asks for at least this much. */
const MAX_BYTES = 500 * 1024;
/** Google's parser reads no more of a line either; it bounds the work of matching a hostile pattern. */
const MAX_LINE = 2_083;
/** A longer Crawl-delay is a mistake or a joke; an hour between requests says "stay away" as well. */
const MAX_DELAY_S = 3_600;

const allowAll: Rules = { forbids: () => undefined, crawlDelay: undefined };
const forbidAll = (refused: Refused): Rules => ({ forbids: () => refused, crawlDelay: undefined });

/** Keeps the rules of every origin asked so far; each robots.txt is fetched once, however many ask at one time. */
export class RobotsBook {
  readonly #client: Client;
  readonly #clock: Clock;
  readonly #backoff: Backoff;
  readonly #known = new Map<string, { readonly askedAt: number; readonly rules: Promise<Rules> }>();

  constructor(client: Client, clock: Clock, backoff: Backoff = BACKOFF) {
    this.#client = client;
    this.#clock = clock;
    this.#backoff = backoff;
  }

  /** The rules for the origin of an address. An abort of the run leaves nothing behind that a later call would find. */
  rulesFor(url: string, signal?: AbortSignal): Promise<Rules> {
    const { origin } = new URL(url);
    const now = this.#clock().getTime();
    const known = this.#known.get(origin);
    if (known && now - known.askedAt < KEEP_MS) return known.rules;
    const rules = this.#ask(origin, signal);
    this.#known.set(origin, { askedAt: now, rules });
    return rules;
  }

  async #ask(origin: string, signal?: AbortSignal): Promise<Rules> {
    let url = `${origin}/robots.txt`;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await this.#patiently(url, signal);
      if (answer.kind === 'cancelled') this.#known.delete(origin);
      if (answer.kind !== 'redirect') return rulesFrom(answer, origin);
      const target = answer.location !== undefined && URL.canParse(answer.location, url);
      if (!target) break;
      url = new URL(answer.location ?? '', url).href;
      if (!/^https?:/u.test(url)) break;
    }
    // Redirects that lead nowhere count as "unavailable", as a 404 does.
    return allowAll;
  }

  /** Rules that cannot be read forbid everything: a fault that passes in seconds must not cost the outlet its night. */
  async #patiently(url: string, signal?: AbortSignal): Promise<Answer> {
    for (let next = 2; ; next++) {
      const answer = await this.#client.get(url, { limits: ROBOTS_LIMITS, signal });
      if (answer.kind !== 'failed') return answer;
      const delay = retryDelay(answer.failure, next, answer.retryAfter, this.#backoff);
      if (delay === undefined) return answer;
      await pause(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}

function rulesFrom(answer: Exclude<Answer, { kind: 'redirect' }>, origin: string): Rules {
  switch (answer.kind) {
    case 'page':
      return parseRules(answer.body.subarray(0, MAX_BYTES).toString('utf8'), origin);
    case 'gone':
      return allowAll;
    case 'refused':
      return forbidAll(answer);
    case 'failed':
      // A 4xx means that there is no robots.txt; a 429 only says "not now", so it counts as the server's fault.
      if (answer.failure === 'client' || answer.failure === 'blocked') return allowAll;
      return forbidAll(unreachable(`${origin}/robots.txt: ${answer.detail}`));
    default:
      return forbidAll(unreachable(`${origin}/robots.txt was not read`));
  }
}

const unreachable = (detail: string): Refused => ({ kind: 'refused', reason: 'robots-unreachable', detail });

/** The rules that a robots.txt lays down; `origin` is where it was asked for. */
export function parseRules(text: string, origin: string): Rules {
  const robots = robotsParser(`${origin}/robots.txt`, tidy(text));
  const delay = robots.getCrawlDelay(ROBOTS_TOKEN);
  return {
    forbids: (url) =>
      new URL(url).pathname === '/robots.txt' || robots.isAllowed(url, ROBOTS_TOKEN) !== false
        ? undefined
        : { kind: 'refused', reason: 'robots', detail: `robots.txt of ${origin} disallows ${url}` },
    crawlDelay: delay === undefined || !(delay > 0) ? undefined : Math.min(delay, MAX_DELAY_S) * 1000,
  };
}

/**
 * Leaves the lines that rules are made of: a byte-order mark, unknown or overlong lines must not hide the group they
 * stand in (RFC 9309 §2.2.4), and robots-parser takes any such line for the end of a list of user agents.
 */
const tidy = (text: string): string =>
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .filter(
      (line) => line.length <= MAX_LINE && /^\s*(?:user-agent|allow|disallow|crawl-delay)\s*:/iu.test(line),
    )
    .join('\n');
