import type { Database } from 'better-sqlite3';
import { supersessions } from '../../resolve/supersede.ts';
import type { Names, ObservationRow, TimelineRow } from '../views.ts';
import { column, observationOf, type Raw } from './rows.ts';
import type { ListPage } from './tallies.ts';
import { queryOf, type ValueFilter } from './value-filter.ts';

const { text, number } = column;

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
  /**
   * Row numbers of a page of values, the newest first: by the end of the period, else by the day of publication; those
   * without either come last.
   */
  ids(filter: ValueFilter, page: ListPage): number[];
  count(filter: ValueFilter): number;
  /** Values that rest on the word of a person, who is spelt in these ways; the newest of each spelling first. */
  saidBy(person: string, names: readonly string[]): number[];
  /** The value that an article gives last; undefined when it gives none. */
  lastOf(articleId: string): ObservationRow | undefined;
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
  /** Places that the values about something speak of, the most observed first. */
  places(scope: ValueScope): SlotTally[];
  /** Programs that they speak of. */
  programs(scope: ValueScope): SlotTally[];
}

/** A program or a region, and how many values speak of it. */
export interface SlotTally {
  readonly key: string;
  readonly name: Names;
  readonly observations: number;
}

export function valueQueries(db: Database): ValueQueries {
  const row = db.prepare<[number], Raw>('SELECT * FROM current_observations WHERE observation = ?');
  const rows = (ids: readonly number[]): ObservationRow[] =>
    ids.flatMap((id) => {
      const found = row.get(id);
      return found === undefined ? [] : [observationOf(found)];
    });
  const page = (
    filter: ValueFilter,
    { limit, offset = 0 }: ListPage,
    order = 's.day DESC, s.observation DESC',
  ) => {
    const { from, where, values } = queryOf(filter);
    return db
      .prepare<(string | number)[], number>(
        `SELECT s.observation FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
      )
      .pluck()
      .all(...values, limit, offset);
  };
  const counted = (filter: ValueFilter): number => {
    const { from, where, values } = queryOf(filter);
    return (
      db
        .prepare<string[], number>(`SELECT count(*) FROM ${from} WHERE ${where}`)
        .pluck()
        .get(...values) ?? 0
    );
  };
  const saidBy = saidByQuery(db);
  const lastOf = db
    .prepare<[string], number | null>(
      `SELECT max(o.id) FROM articles a JOIN current_readings r ON r.article = a.key
         JOIN observations o ON o.extraction = r.extraction WHERE a.id = ?`,
    )
    .pluck();

  return {
    ids: page,
    count: counted,
    newest: (filter, limit) => page(filter, { limit }, 's.observation DESC'),
    lastOf: (articleId) => rows([lastOf.get(articleId) ?? 0])[0],
    saidBy,
    rows,
    series(scope) {
      const slots = Object.entries(scope).filter(([, key]) => key !== undefined);
      if (slots.length === 0) return [];
      return db
        .prepare<string[], Raw>(
          `SELECT indicator, unit, measure, per, program, sum(observations) AS observations,
             sum(region <> '') AS regions FROM series
           WHERE ${slots.map(([slot]) => `${slot} = ?`).join(' AND ')} AND observations > 0
           GROUP BY indicator, unit, measure, per, program HAVING sum(observations) > 1
           ORDER BY 6 DESC, indicator, unit, measure, per, program`,
        )
        .all(...slots.map(([, key]) => String(key)))
        .map(seriesOf);
    },
    points(series, filter, most) {
      const { indicator, unit, measure, per, program } = series;
      const own = { indicator, unit, measure, per: per ?? '', program };
      const found = rows(page({ ...filter, ...own }, { limit: most }));
      const overtaken = supersessions(
        found.map((value) => ({ ...value, known: (value.published ?? value.seen).slice(0, 10) })),
      );
      return found.map((value) => ({ ...value, superseded: overtaken.get(value.id) ?? null })).reverse();
    },
    places: (scope) => spokenOf(db, 'region', scope),
    programs: (scope) => spokenOf(db, 'program', scope),
  };
}

/** What the values about something speak of besides, by the counts of their series. */
function spokenOf(db: Database, slot: 'program' | 'region', scope: ValueScope): SlotTally[] {
  const slots = Object.entries(scope).filter(([, key]) => key !== undefined);
  const [column, kk, ru] =
    slot === 'region' ? ['region_id', 'region_kk', 'region_ru'] : ['program_key', 'program_kk', 'program_ru'];
  const name = (of: string): string => `(SELECT ${of} FROM observations o WHERE o.${column} = s.key LIMIT 1)`;
  return db
    .prepare<string[], Raw>(
      `SELECT s.key, s.observations, ${name(kk)} AS kk, ${name(ru)} AS ru
       FROM (SELECT ${slot} AS key, sum(observations) AS observations FROM series
             WHERE ${slot} <> '' AND ${slots.map(([of]) => `${of} = ?`).join(' AND ')} AND observations > 0 GROUP BY ${slot}
             ORDER BY 2 DESC, 1 LIMIT ${MOST_SPOKEN_OF}) s`,
    )
    .all(...slots.map(([, key]) => String(key)))
    .map((found) => ({
      key: text(found, 'key'),
      name: { kk: text(found, 'kk'), ru: text(found, 'ru') },
      observations: number(found, 'observations'),
    }));
}
const MOST_SPOKEN_OF = 300;

/** Values that their articles say a person states: the text says by name first, then by post («Берик Уали, аким области»). */
function saidByQuery(db: Database): (person: string, names: readonly string[]) => number[] {
  const find = db
    .prepare<{ name: string; person: string }, number>(
      `SELECT s.observation FROM observations o JOIN standing s ON s.observation = o.id
       WHERE o.source >= :name AND o.source < :name || char(1114111) AND EXISTS (
         SELECT 1 FROM article_officials f LEFT JOIN person_links l ON l.official = f.id
         WHERE f.extraction = o.extraction AND f.name = :name AND coalesce(l.person, f.key) = :person)
       ORDER BY s.day DESC, s.observation DESC`,
    )
    .pluck();
  return (person, names) => [...new Set(names.flatMap((name) => find.all({ name, person })))];
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
