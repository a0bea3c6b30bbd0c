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

const UNIT = "CASE o.unit_class WHEN 'count' THEN 'count' ELSE o.unit END";
const KNOWN = 'a.known';
/** The end of a period as a day that is never too early: `2024` is `2024-99-99`. */
const LATE_END = "substr(o.period_to || '-99-99', 1, 10)";
const DATED = '(o.period_from IS NOT NULL OR o.period_to IS NOT NULL)';

/** Conditions on standing values `s`, which are observations `o` of the readings `a` that count. */
const CONDITIONS: Readonly<Record<keyof ValueFilter, string>> = {
  program: 's.program = ?',
  region: 's.region = ?',
  indicator: 's.indicator = ?',
  unit: `${UNIT} = ?`,
  measure: 'o.measure = ?',
  per: "coalesce(o.per, '') = ?",
  publisher: 'a.publisher = ?',
  lang: '(SELECT v.lang FROM extractions x JOIN article_versions v ON v.id = x.version WHERE x.id = o.extraction) = ?',
  status: 'o.status = ?',
  from: `CASE WHEN ${DATED} THEN coalesce(${LATE_END}, '9999') ELSE ${KNOWN} END >= ?`,
  to: `CASE WHEN ${DATED} THEN coalesce(o.period_from, '') ELSE ${KNOWN} END <= ?`,
  ends: 's.day = ?',
};

/** The parts of a statement that finds the row numbers of values, `s.observation`. */
export interface ValueQuery {
  readonly from: string;
  readonly where: string;
  readonly values: readonly string[];
}

/** Joins only what the filter asks about: the order of time and the usual filters are in one index. */
export function queryOf(filter: ValueFilter): ValueQuery {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const parts = given.map(([slot, value]) =>
    value === null ? 's.program IS NULL' : CONDITIONS[slot as keyof ValueFilter],
  );
  const where = parts.length === 0 ? 'true' : parts.join(' AND ');
  const values = given.flatMap(([, value]) => (value === null ? [] : [String(value)]));
  const articles = /\ba\./.test(where) ? ' JOIN current_readings a ON a.extraction = o.extraction' : '';
  if (isOneSeries(filter)) {
    // Few values are one series; their own index finds them faster than time does.
    const narrow = where
      .replace('s.indicator', 'o.indicator')
      .replace('s.program', 'o.program_key')
      .replace('s.region', 'o.region_id');
    return {
      from: `observations o CROSS JOIN standing s ON s.observation = o.id${articles}`,
      where: narrow,
      values,
    };
  }
  const observations = /\b[oa]\./.test(where)
    ? ` JOIN observations o ON o.id = s.observation${articles}`
    : '';
  return { from: `standing s${observations}`, where, values };
}

const isOneSeries = ({ indicator, program, region }: ValueFilter): boolean =>
  indicator !== undefined && program !== undefined && (program !== null || region !== undefined);
