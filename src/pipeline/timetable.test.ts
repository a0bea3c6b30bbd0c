import { expect, test } from 'vitest';
import { parseCron } from '../catalog/cron.ts';
import { almatyIso } from '../core/clock.ts';
import { keepTimetable } from './timetable.ts';

const HOUR = 3600_000;
const START = '2026-11-22T12:00:00+05:00';

interface Plan {
  readonly cron: Readonly<Record<string, string>>;
  readonly last?: Readonly<Record<string, string>>;
  /** What was interrupted the last time. */
  readonly interrupted?: readonly string[];
  /** How long each run takes, in hours. */
  readonly takes?: number;
  /** From this time on the machine sleeps for so many hours. */
  readonly sleep?: readonly [string, number];
  /** At this time the clock, which ran ahead, is set back to the other one. */
  readonly setBack?: readonly [string, string];
  /** How many times in all it cannot be done. */
  readonly fails?: number;
  /** Hours until it is stopped. */
  readonly hours: number;
}

/** When what was begun in a plan, on a clock that only goes on while somebody waits or works. */
async function check(plan: Plan, expected: readonly string[]): Promise<void> {
  let now = new Date(START).getTime();
  let asleep = plan.sleep;
  let setBack = plan.setBack;
  let end = now + plan.hours * HOUR;
  const stop = new AbortController();
  const begun: string[] = [];
  const goOn = (ms: number): void => {
    now += ms;
    if (asleep && now >= Date.parse(asleep[0])) {
      now += asleep[1] * HOUR;
      asleep = undefined;
    }
    if (setBack && now >= Date.parse(setBack[0])) {
      end += Date.parse(setBack[1]) - now;
      now = Date.parse(setBack[1]);
      setBack = undefined;
    }
    if (now >= end) stop.abort();
  };
  const scheduled = Object.entries(plan.cron).map(([what, text]) => {
    const cron = parseCron(text);
    if (cron === undefined) throw new Error(text);
    const last = plan.last?.[what];
    const interrupted = plan.interrupted?.includes(what) ?? false;
    return { what, cron, last: last === undefined ? undefined : new Date(last), interrupted };
  });
  await keepTimetable(scheduled, {
    clock: () => new Date(now),
    nap: async (ms) => goOn(ms),
    signal: stop.signal,
    run: async (what, attempt) => {
      const again = attempt > 1 ? ` attempt ${attempt}` : '';
      begun.push(`${what} ${almatyIso(new Date(now)).slice(5, 16)}${again}`);
      goOn((plan.takes ?? 0) * HOUR);
      return begun.length > (plan.fails ?? 0);
    },
  });
  expect(begun).toEqual(expected);
}

const nightly = { night: '30 2 * * *' };
const plans: readonly (readonly [string, Plan, readonly string[]])[] = [
  ['every night', { cron: nightly, hours: 48 }, ['night 11-23T02:30', 'night 11-24T02:30']],
  [
    'a night that was missed before the start is made up for once',
    { cron: nightly, last: { night: '2026-11-19T03:00:00+05:00' }, hours: 24 },
    ['night 11-22T12:00', 'night 11-23T02:30'],
  ],
  [
    'a night that was done is not done again',
    { cron: nightly, last: { night: '2026-11-22T02:40:00+05:00' }, hours: 24 },
    ['night 11-23T02:30'],
  ],
  [
    'a night that was interrupted goes on at the start, and the others wait for their time',
    {
      cron: { night: '30 2 * * *', week: '0 3 * * 1' },
      last: { night: '2026-11-22T02:40:00+05:00', week: '2026-11-16T03:10:00+05:00' },
      interrupted: ['night'],
      hours: 24,
    },
    ['night 11-22T12:00', 'night 11-23T02:30', 'week 11-23T03:00'],
  ],
  [
    'three nights of sleep are made up for once, on waking',
    { cron: nightly, sleep: ['2026-11-22T20:00:00+05:00', 60], hours: 90 },
    ['night 11-25T08:00', 'night 11-26T02:30'],
  ],
  [
    'a run that takes longer than the time between two is not begun twice',
    { cron: { hourly: '0 * * * *' }, takes: 2.5, hours: 8 },
    ['hourly 11-22T13:00', 'hourly 11-22T16:00', 'hourly 11-22T19:00'],
  ],
  [
    'two at one time follow each other',
    { cron: { a: '0 20 * * *', b: '0 20 * * *' }, takes: 1, hours: 12 },
    ['a 11-22T20:00', 'b 11-22T21:00'],
  ],
  [
    'a run that is dated in the future, by a clock that ran ahead, is no reason to wait for it',
    { cron: nightly, last: { night: '2031-01-01T03:00:00+05:00' }, hours: 24 },
    ['night 11-23T02:30'],
  ],
  [
    'a clock that is set back while it waits',
    { cron: nightly, setBack: ['2026-11-22T18:00:00+05:00', '2026-11-12T18:00:00+05:00'], hours: 40 },
    ['night 11-13T02:30', 'night 11-14T02:30'],
  ],
  [
    'what cannot be done now is tried again, and counts as one night',
    { cron: nightly, fails: 2, hours: 48 },
    ['night 11-23T02:30', 'night 11-23T02:40 attempt 2', 'night 11-23T02:50 attempt 3', 'night 11-24T02:30'],
  ],
  [
    'what cannot be done until its next time comes is then a new one',
    { cron: { often: '0,15 13 * * *' }, fails: 3, hours: 2 },
    ['often 11-22T13:00', 'often 11-22T13:10 attempt 2', 'often 11-22T13:15', 'often 11-22T13:25 attempt 2'],
  ],
  ['stopped before anything was due', { cron: nightly, hours: 3 }, []],
];
for (const [name, plan, expected] of plans) test(`timetable: ${name}`, () => check(plan, expected));
