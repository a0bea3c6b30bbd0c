/** Why a request did not give a page. The class alone decides whether and when we ask again. */
export type FailureClass =
  /** 429: we ask too often. */
  | 'rate'
  /** 5xx: the outlet is in trouble. */
  | 'server'
  /** 401, 403, 451: the outlet does not want us here. */
  | 'blocked'
  /** Any other 4xx. */
  | 'client'
  | 'timeout'
  | 'connection'
  | 'dns'
  | 'tls'
  /** A body over our limits, on the wire or decompressed. */
  | 'too-large'
  /** A body that is not what its encoding says, or a malformed response. */
  | 'broken';

/** Faults that pass by themselves within a run. All others would be answered the same way a second later. */
const PASSING: ReadonlySet<FailureClass> = new Set([
  'rate',
  'server',
  'timeout',
  'connection',
  'dns',
  'broken',
]);

export interface Backoff {
  /** Attempts per request in one run, the first one included. */
  readonly attempts: number;
  /** Delay before the second attempt, in ms; it doubles from there. */
  readonly base: number;
  /** The longest wait inside a run, in ms. An outlet that asks for more is left alone until the next run. */
  readonly patience: number;
  /** 0 ≤ random() < 1, for the jitter. */
  readonly random: () => number;
}

export const BACKOFF: Backoff = { attempts: 3, base: 2_000, patience: 120_000, random: Math.random };

/**
 * How long to wait, in ms, before attempt number `next` (2, 3, …) after a failure; undefined when there shall be no
 * further attempt in this run. The jitter spreads retries over [½, 1½) of the delay; `Retry-After` is never undercut.
 */
export function retryDelay(
  failure: FailureClass,
  next: number,
  retryAfter: number | undefined,
  backoff: Backoff,
): number | undefined {
  if (!PASSING.has(failure) || next > backoff.attempts) return undefined;
  const own = backoff.base * 2 ** (next - 2) * (0.5 + backoff.random());
  const delay = Math.max(own, retryAfter ?? 0);
  return delay <= backoff.patience ? delay : undefined;
}

const LONGEST_RETRY_AFTER = 7 * 24 * 3600_000;

/**
 * `Retry-After` (RFC 9110 §10.2.3) as ms from now: delta seconds or an HTTP date; undefined when absent or
 * unreadable, never negative, at most a week.
 */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/u.test(text)) return Math.min(Number(text) * 1000, LONGEST_RETRY_AFTER);
  if (!/^[A-Z][a-z]{2}/u.test(text)) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(at - now.getTime(), 0), LONGEST_RETRY_AFTER);
}

/** The class of an HTTP status outside 2xx and 3xx, other than 404 and 410. */
export function classOfStatus(status: number): FailureClass {
  if (status === 429) return 'rate';
  if (status === 408) return 'timeout';
  if (status >= 500) return 'server';
  if (status === 401 || status === 403 || status === 451) return 'blocked';
  return 'client';
}
