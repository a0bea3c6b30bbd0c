import { almatyOffset, fromAlmaty } from '../core/clock.ts';

/** A timetable as cron writes it, on the clock of Almaty: which minutes, hours, days, months and days of the week. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** With both days and days of the week given, either is enough, as in every cron since Vixie's. */
  readonly either: boolean;
}

const FIELDS = [
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['days', 1, 31],
  ['months', 1, 12],
  ['weekdays', 0, 7],
] as const;

/**
 * Reads `minute hour day month weekday`, with lists, ranges and steps; undefined when it is no such time, or one that
 * never comes.
 */
export function parseCron(text: string): Cron | undefined {
  const parts = text.trim().split(/ +/);
  if (parts.length !== FIELDS.length) return undefined;
  const [minutes, hours, days, months, weekdays] = FIELDS.map(([, low, high], at) =>
    valuesOf(parts[at] ?? '', low, high),
  );
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.delete(7)) weekdays.add(0);
  const either = !parts[2]?.startsWith('*') && !parts[4]?.startsWith('*');
  const cron = { minutes, hours, days, months, weekdays, either };
  return nextTime(cron, new Date(0)) === undefined ? undefined : cron;
}

function valuesOf(field: string, low: number, high: number): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const found = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (!found) return undefined;
    const step = Number(found[3] ?? 1);
    const from = Number(found[1] ?? low);
    const to =
      found[1] === undefined || (found[3] !== undefined && found[2] === undefined)
        ? high
        : Number(found[2] ?? from);
    if (step === 0 || from < low || to > high || from > to) return undefined;
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return values;
}

/** Leap days come within eight years. */
const HORIZON_DAYS = 8 * 366 + 1;
const DAY = 24 * 3600_000;

/** The first time of a timetable that is later than `after`; undefined when none comes. */
export function nextTime(cron: Cron, after: Date): Date | undefined {
  const wall = new Date(after.getTime() + almatyOffset(after) * 60_000);
  const midnight = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  for (let n = 0; n < HORIZON_DAYS; n++) {
    const day = new Date(midnight + n * DAY);
    if (!isDay(cron, day)) continue;
    const date = day.toISOString().slice(0, 10);
    for (const hour of [...cron.hours].sort((a, b) => a - b))
      for (const minute of [...cron.minutes].sort((a, b) => a - b)) {
        const at = fromAlmaty(`${date}T${two(hour)}:${two(minute)}:00`);
        if (at !== undefined && at > after) return at;
      }
  }
  return undefined;
}

function isDay({ days, months, weekdays, either }: Cron, day: Date): boolean {
  if (!months.has(day.getUTCMonth() + 1)) return false;
  const date = days.has(day.getUTCDate());
  const weekday = weekdays.has(day.getUTCDay());
  return either ? date || weekday : date && weekday;
}

const two = (n: number): string => String(n).padStart(2, '0');
