import type { ObservationRow } from '../../../store/index.ts';
import { dayOf } from '../../i18n/format.ts';

/** A stretch of time in ms since 1970, UTC; the end is the first moment after it. */
export type Extent = readonly [start: number, end: number];

const DAY = 86_400_000;
const NO_PERIOD = { from: null, to: null };

/** The time a value covers: its period to the end of its last day, else the day of publication; undefined without either. */
export function extentOf(o: Pick<ObservationRow, 'period' | 'published'>): Extent | undefined {
  const { from, to } = o.period ?? NO_PERIOD;
  const known = from !== null || to !== null ? [from ?? to, to ?? from] : [o.published, o.published];
  const [start, end] = [startOf(known[0] ?? null), endOf(known[1] ?? null)];
  return start === undefined || end === undefined || end < start ? undefined : [start, end];
}

/** The first moment of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or of the day of an ISO time; undefined when it is none. */
export function startOf(value: string | null): number | undefined {
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(dayOf(value ?? '')) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

function endOf(value: string | null): number | undefined {
  const day = dayOf(value ?? '');
  const start = startOf(day);
  if (start === undefined) return undefined;
  const at = new Date(start);
  if (day.length === 4) return Date.UTC(at.getUTCFullYear() + 1, 0, 1);
  if (day.length === 7) return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  return start + DAY;
}
