import { type Cron, nextTime } from '../catalog/cron.ts';
import type { Clock } from '../core/clock.ts';

/** Something that is done at its times. */
export interface Scheduled<T> {
  readonly what: T;
  readonly cron: Cron;
  /** When it was last done, as far as anybody knows. A time that has passed since is made up for at once. */
  readonly last?: Date | undefined;
}

export interface Timetable<T> {
  readonly clock: Clock;
  /** Waits about so many ms, less when the signal is aborted. */
  readonly nap: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /** Does it; the next one waits until it is done. What it throws ends the timetable. */
  readonly run: (what: T) => Promise<void>;
  /** Told whenever there is nothing to do before `at`. */
  readonly onWait?: (what: T, at: Date) => void;
}

/** A machine that slept shall notice within a minute of waking. */
const LONGEST_NAP = 60_000;

/**
 * Keeps a timetable until the signal is aborted: one thing at a time, in the order of their times. What was missed while
 * the machine slept, or another run took its time, is done once and not once for every time.
 */
export async function keepTimetable<T>(
  scheduled: readonly Scheduled<T>[],
  { clock, nap, signal, run, onWait }: Timetable<T>,
): Promise<void> {
  const due = scheduled.flatMap(({ what, cron, last }) => {
    const at = nextTime(cron, last ?? clock());
    return at === undefined ? [] : [{ what, cron, at }];
  });
  while (!signal.aborted) {
    const [next] = due.sort((a, b) => a.at.getTime() - b.at.getTime());
    if (next === undefined) return;
    if (next.at > clock()) onWait?.(next.what, next.at);
    while (!signal.aborted && next.at > clock())
      await nap(Math.min(LONGEST_NAP, next.at.getTime() - clock().getTime()));
    if (signal.aborted) return;
    await run(next.what);
    const again = nextTime(next.cron, clock());
    if (again === undefined) due.shift();
    else next.at = again;
  }
}
