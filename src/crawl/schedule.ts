import type { Failure, Refused } from './client.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An article younger than this is looked at again: outlets correct their texts in the first days. */
const WATCHED = 14 * DAY;
const SOONEST = 6 * HOUR;

/**
 * When to look at an article again: first after six hours, then whenever its age has doubled, never once it is two
 * weeks old. `published` is when it came out, or the first time we saw it where no date is known.
 */
export function nextLook(published: Date, now: Date): Date | null {
  const age = Math.max(0, now.getTime() - published.getTime());
  const delay = Math.max(SOONEST, age);
  return age + delay > WATCHED ? null : new Date(now.getTime() + delay);
}

/** Runs after which an address that keeps failing is given up. */
const GIVE_UP = 6;

/**
 * When to try again what failed, `tries` failures in a row counted with this one; null when it is given up.
 * Faults that pass are tried after 15 minutes, then after four times as long each time; those that only a person could
 * mend (blocked, TLS, size) after a day, then after twice as long each time.
 */
export function nextTry(failure: Failure, tries: number, now: Date): Date | null {
  if (tries >= GIVE_UP) return null;
  const passes = !['blocked', 'client', 'tls', 'too-large'].includes(failure.failure);
  const delay = passes ? 15 * MINUTE * 4 ** (tries - 1) : DAY * 2 ** (tries - 1);
  return new Date(now.getTime() + Math.max(delay, failure.retryAfter ?? 0));
}

/** When to ask again for what was refused: rules of an outlet may change, its robots.txt may come back. */
export function nextAsk(refused: Refused, now: Date): Date | null {
  switch (refused.reason) {
    case 'robots-unreachable':
      return new Date(now.getTime() + HOUR);
    case 'resting':
      return now;
    case 'robots':
      return new Date(now.getTime() + 7 * DAY);
    case 'redirects':
    case 'address':
      return null;
  }
}
