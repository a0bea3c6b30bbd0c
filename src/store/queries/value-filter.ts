import type { Status } from '../../core/facts.ts';
import type { ObservationRow } from '../views.ts';

/** Which values; every slot that is given has to agree. */
export interface ValueFilter {
  /** Null: values of no program. */
  readonly program?: string | null;
  readonly region?: string;
  readonly indicator?: string;
  /** A unit, or `count` for all counted things. */
  readonly unit?: string;
  readonly measure?: ObservationRow['measure'];
  readonly per?: string;
  readonly publisher?: string;
  readonly lang?: ObservationRow['lang'];
  readonly status?: Status;
  /** `YYYY-MM-DD`: the period has to overlap; values without a period are judged by the day of the article. */
  readonly from?: string;
  readonly to?: string;
  /** The very end of the period as the text gives it, `2025`, `2025-06` or a day; the day of the article without one. */
  readonly ends?: string;
}

/** The end of a period as a day that is never too early: `2024` is `2024-99-99`. */
const LATE_END = "substr(o.period_to || '-99-99', 1, 10)";
const DATED = '(o.period_from IS NOT NULL OR o.period_to IS NOT NULL)';

/** Slots that make values comparable, which the table `series` numbers. */
const OF_SERIES = ['indicator', 'unit', 'measure', 'per', 'program', 'region'] as const;
type SeriesSlot = (typeof OF_SERIES)[number];
const isOfSeries = (slot: string): slot is SeriesSlot => OF_SERIES.some((one) => one === slot);

/** Conditions on standing values `s`, which are observations `o` of the readings `a` that count. */
const CONDITIONS: Readonly<Record<Exclude<keyof ValueFilter, SeriesSlot>, string>> = {
  publisher: 'a.publisher = ?',
  lang: '(SELECT v.lang FROM extractions x JOIN article_versions v ON v.id = x.version WHERE x.id = o.extraction) = ?',
  status: 'o.status = ?',
  from: `CASE WHEN ${DATED} THEN coalesce(${LATE_END}, '9999') ELSE s.known END >= ?`,
  to: `CASE WHEN ${DATED} THEN coalesce(o.period_from, '') ELSE s.known END <= ?`,
  ends: 's.day = ?',
};

/** The parts of a statement that finds the row numbers of values, `s.observation`. */
export interface ValueQuery {
  readonly from: string;
  readonly where: string;
  readonly values: readonly string[];
}

/** Joins only what the filter asks about: the order of time, the series and what one page is about are in indexes. */
export function queryOf(filter: ValueFilter): ValueQuery {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const series = given.filter(([slot]) => isOfSeries(slot));
  const others = given.filter(([slot]) => !isOfSeries(slot));
  const parts = [...inSeries(series), ...others.map(([slot]) => CONDITIONS[slot as keyof typeof CONDITIONS])];
  const where = parts.length === 0 ? 'true' : parts.join(' AND ');
  const observations = /\b[oa]\./.test(where) ? ' JOIN observations o ON o.id = s.observation' : '';
  const articles = /\ba\./.test(where) ? ' JOIN current_readings a ON a.extraction = o.extraction' : '';
  const values = [...series, ...others].map(([, value]) => String(value ?? ''));
  return { from: `standing s${observations}${articles}`, where, values };
}

/** What one page is about has an index in the order of time; whatever else makes a series is asked of the few series. */
function inSeries(given: readonly (readonly [slot: string, value: unknown])[]): readonly string[] {
  const [only, ...more] = given;
  if (only === undefined) return [];
  const [slot, value] = only;
  if (more.length === 0 && value !== null && ['program', 'region', 'indicator'].includes(slot))
    return [`s.${slot} = ?`];
  return [`s.series IN (SELECT id FROM series WHERE ${given.map(([one]) => `${one} = ?`).join(' AND ')})`];
}
