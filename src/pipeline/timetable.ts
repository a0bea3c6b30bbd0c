import { type Cron, nextTime } from '../catalog/cron.ts';
import type { Clock } from '../core/clock.ts';

/** Something that is done at its times. */
export interface Scheduled<T> {
  readonly what: T;
  readonly cron: Cron;
  /** When it was last done, as far as anybody knows. A time that has passed since is made up for at once. */
  readonly last?: Date | undefined;
  /** It was interrupted the last time: the rest is made up for at once, too. */
  readonly interrupted?: boolean;
}

export interface Timetable<T> {
  readonly clock: Clock;
  /** Waits about so many ms, less when the signal is aborted. */
  readonly nap: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /**
   * Does it, for the `attempt`th time since it was due; the next one waits until it is done. False when it could not be
   * done now, and may be in a while. What it throws ends the timetable.
   */
  readonly run: (what: T, attempt: number) => Promise<boolean>;
  /** Told whenever there is nothing to do before `at`. */
  readonly onWait?: (what: T, at: Date) => void;
}

/** A machine that slept shall notice within a minute of waking. */
const LONGEST_NAP = 60_000;
/** What could not be done is tried again after so long: another run holds the store, or the network is not up yet. */
const RETRY = 10 * 60_000;
/** A clock that is set back further than this was wrong before: the times that were reckoned from it are, too. */
const SET_BACK = 3600_000;

/**
 * Keeps a timetable until the signal is aborted: one thing at a time, in the order of their times. What was missed while
 * the machine slept, or another run took its time, is done once and not once for every time. What could not be done is
 * tried again until its next time comes. A clock that ran ahead, and was set right, costs no night.
 */
export async function keepTimetable<T>(
  scheduled: readonly Scheduled<T>[],
  { clock, nap, signal, run, onWait }: Timetable<T>,
): Promise<void> {
  const due = scheduled.flatMap(({ what, cron, last, interrupted = false }) => {
    const now = clock();
    const at = interrupted ? now : nextTime(cron, last !== undefined && last < now ? last : now);
    return at === undefined ? [] : [{ what, cron, at, attempts: 0 }];
  });
  const reckon = (): void => {
    for (const one of due) one.at = nextTime(one.cron, clock()) ?? one.at;
  };
  while (!signal.aborted) {
    const [next] = due.sort((a, b) => a.at.getTime() - b.at.getTime());
    if (next === undefined) return;
    if (next.at > clock()) onWait?.(next.what, next.at);
    let before = clock().getTime();
    while (!signal.aborted && next.at > clock() && clock().getTime() > before - SET_BACK) {
      before = clock().getTime();
      await nap(Math.min(LONGEST_NAP, next.at.getTime() - before));
    }
    if (signal.aborted) return;
    if (next.at > clock()) {
      reckon();
      continue;
    }
    next.attempts++;
    const done = await run(next.what, next.attempts);
    const regular = nextTime(next.cron, clock());
    const retry = new Date(clock().getTime() + RETRY);
    if (!done && (regular === undefined || retry < regular)) next.at = retry;
    else if (regular === undefined) due.shift();
    else {
      next.at = regular;
      next.attempts = 0;
    }
  }
}
