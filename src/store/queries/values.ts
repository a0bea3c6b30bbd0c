import type { Database } from 'better-sqlite3';
import type { Status } from '../../core/facts.ts';
import { supersessions } from '../../resolve/supersede.ts';
import type { Names, ObservationRow, TimelineRow } from '../views.ts';
import { column, observationOf, type Raw } from './rows.ts';

const { text, number } = column;

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
  /** Only values that their article says this person states: the key of an official. */
  readonly saidBy?: string;
}

/** What a page is about. */
export interface ValueScope {
  readonly program?: string;
  readonly region?: string;
  readonly indicator?: string;
}

/** Values that can be compared, as one chart shows them: one indicator of one program in one unit, in any region. */
export interface ValueSeries {
  readonly indicator: string;
  /** The unit, or `count`. */
  readonly unit: string;
  readonly measure: ObservationRow['measure'];
  readonly per: string | null;
  readonly program: string | null;
  readonly observations: number;
  readonly regions: number;
}

export interface ValueQueries {
  /** Row numbers of the values, the newest first: by the end of the period, else by the day of the article. */
  ids(filter: ValueFilter): number[];
  /** Row numbers of the values that came into the record last. */
  newest(filter: ValueFilter, most: number): number[];
  /** Values by row number, in the order given. */
  rows(ids: readonly number[]): ObservationRow[];
  /** Series with more than one value, the most observed first. */
  series(scope: ValueScope): ValueSeries[];
  /** The newest values of a series, the oldest of them first; each tells what it was overtaken by. */
  points(
    series: Omit<ValueSeries, 'observations' | 'regions'>,
    filter: ValueFilter,
    most: number,
  ): TimelineRow[];
  /** Places that the values of a program or an indicator speak of, the most observed first. */
  places(scope: ValueScope): PlaceTally[];
}

export interface PlaceTally {
  readonly id: string;
  readonly name: Names;
  readonly observations: number;
}

const UNIT = "CASE o.unit_class WHEN 'count' THEN 'count' ELSE o.unit END";
const KNOWN = 'a.known';
/** The end of a period as a day that is never too early: `2024` is `2024-99-99`. */
const LATE_END = "substr(o.period_to || '-99-99', 1, 10)";
const DATED = '(o.period_from IS NOT NULL OR o.period_to IS NOT NULL)';
/** When nothing dates a value, not even its page, it comes last. */
const NEWEST = 'coalesce(o.period_to, o.period_from, substr(a.published, 1, 10))';

/** Conditions on observations `o` of the readings `a` that count. */
const CONDITIONS: Readonly<Record<keyof ValueFilter, string>> = {
  program: 'o.program_key = ?',
  region: 'o.region_id = ?',
  indicator: 'o.indicator = ?',
  unit: `${UNIT} = ?`,
  measure: 'o.measure = ?',
  per: "coalesce(o.per, '') = ?",
  publisher: 'a.publisher = ?',
  lang: '(SELECT v.lang FROM extractions x JOIN article_versions v ON v.id = x.version WHERE x.id = o.extraction) = ?',
  status: 'o.status = ?',
  from: `CASE WHEN ${DATED} THEN coalesce(${LATE_END}, '9999') ELSE ${KNOWN} END >= ?`,
  to: `CASE WHEN ${DATED} THEN coalesce(o.period_from, '') ELSE ${KNOWN} END <= ?`,
  // The text says who states it by name first, then by post: «Берик Уали, аким области».
  saidBy: `o.source IS NOT NULL AND EXISTS (SELECT 1 FROM article_officials f LEFT JOIN person_links l ON l.official = f.id
    WHERE f.extraction = o.extraction AND substr(o.source, 1, length(f.name)) = f.name AND coalesce(l.person, f.key) = ?)`,
};

interface Where {
  readonly sql: string;
  readonly values: readonly string[];
}

function where(filter: ValueFilter): Where {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const parts = given.map(([slot, value]) =>
    value === null ? 'o.program_key IS NULL' : CONDITIONS[slot as keyof ValueFilter],
  );
  return {
    sql: parts.length === 0 ? 'true' : parts.join(' AND '),
    values: given.flatMap(([, value]) => (value === null ? [] : [String(value)])),
  };
}

export function valueQueries(db: Database): ValueQueries {
  const row = db.prepare<[number], Raw>('SELECT * FROM current_observations WHERE observation = ?');
  const rows = (ids: readonly number[]): ObservationRow[] =>
    ids.flatMap((id) => {
      const found = row.get(id);
      return found === undefined ? [] : [observationOf(found)];
    });
  const ids = (
    filter: ValueFilter,
    most: number,
    order = `${NEWEST} DESC, ${KNOWN} DESC, o.id DESC`,
  ): number[] => {
    const { sql, values } = where(filter);
    return db
      .prepare<(string | number)[], number>(
        `SELECT o.id FROM observations o JOIN current_readings a ON a.extraction = o.extraction WHERE ${sql}
         ORDER BY ${order} LIMIT ?`,
      )
      .pluck()
      .all(...values, most);
  };

  return {
    ids: (filter) => ids(filter, -1),
    newest: (filter, most) => ids(filter, most, 'o.id DESC'),
    rows,
    series(scope) {
      const slots = Object.entries(scope).filter(([, key]) => key !== undefined);
      if (slots.length === 0) return [];
      return db
        .prepare<string[], Raw>(
          `SELECT indicator, unit, measure, per, program, sum(observations) AS observations,
             sum(region <> '') AS regions FROM series
           WHERE ${slots.map(([slot]) => `${slot} = ?`).join(' AND ')}
           GROUP BY indicator, unit, measure, per, program HAVING sum(observations) > 1
           ORDER BY 6 DESC, indicator, unit, measure, per, program`,
        )
        .all(...slots.map(([, key]) => String(key)))
        .map(seriesOf);
    },
    points(series, filter, most) {
      const { indicator, unit, measure, per, program } = series;
      const own = { indicator, unit, measure, per: per ?? '', program };
      const found = rows(ids({ ...filter, ...own }, most));
      const overtaken = supersessions(
        found.map((value) => ({ ...value, known: (value.published ?? value.seen).slice(0, 10) })),
      );
      return found.map((value) => ({ ...value, superseded: overtaken.get(value.id) ?? null })).reverse();
    },
    places(scope) {
      const slots = Object.entries(scope).filter(([, key]) => key !== undefined);
      return db
        .prepare<string[], Raw>(
          `SELECT s.region AS id, s.observations,
             (SELECT region_kk FROM observations o WHERE o.region_id = s.region LIMIT 1) AS kk,
             (SELECT region_ru FROM observations o WHERE o.region_id = s.region LIMIT 1) AS ru
           FROM (SELECT region, sum(observations) AS observations FROM series
                 WHERE region <> '' AND ${slots.map(([slot]) => `${slot} = ?`).join(' AND ')} GROUP BY region) s
           ORDER BY s.observations DESC, s.region`,
        )
        .all(...slots.map(([, key]) => String(key)))
        .map((found) => ({
          id: text(found, 'id'),
          name: { kk: text(found, 'kk'), ru: text(found, 'ru') },
          observations: number(found, 'observations'),
        }));
    },
  };
}

const seriesOf = (row: Raw): ValueSeries => ({
  indicator: text(row, 'indicator'),
  unit: text(row, 'unit'),
  measure: text(row, 'measure') as ValueSeries['measure'],
  per: text(row, 'per') || null,
  program: text(row, 'program') || null,
  observations: number(row, 'observations'),
  regions: number(row, 'regions'),
});
