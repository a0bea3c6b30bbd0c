import type { Database } from 'better-sqlite3';
import type { ProgramKind, RegionLevel } from '../../core/facts.ts';
import type { Names } from '../views.ts';
import { column, type Raw } from './rows.ts';

const { text, maybe, number } = column;

/** How often something is reported, and the days of the first and the last article that names it. */
export interface Tally {
  readonly key: string;
  readonly articles: number;
  readonly observations: number;
  readonly first: string | null;
  readonly last: string | null;
}
export interface ProgramTally extends Tally {
  readonly name: Names;
  readonly kind: ProgramKind;
}
export interface RegionTally extends Tally {
  readonly name: Names;
  readonly level: RegionLevel;
}
/** Values of a program in a stretch of days and in the one before it. */
export interface ProgramMovement extends ProgramTally {
  readonly recent: number;
  readonly before: number;
}
export interface DayTally {
  readonly day: string;
  readonly articles: number;
  readonly observations: number;
}

/** One page of a list. */
export interface ListPage {
  readonly limit: number;
  readonly offset?: number;
}

/** Counts that the store keeps up while it is written, so that asking for them takes no time however much there is. */
export interface TallyQueries {
  /** How many different programs, regions or outlets current articles name. */
  count(kind: 'outlet' | 'program' | 'region'): number;
  /** Articles and values in all. */
  whole(): { readonly articles: number; readonly observations: number };
  /** The most observed first. */
  programs(page: ListPage): ProgramTally[];
  regions(page: ListPage): RegionTally[];
  outlets(): Tally[];
  program(key: string): ProgramTally | undefined;
  region(id: string): RegionTally | undefined;
  /** Programs by how many values articles of these days (both included) gave, the most moving first. */
  movement(from: string, to: string, page: ListPage): ProgramMovement[];
  /** Every day from `from` on that has an article, in order. */
  days(from: string): DayTally[];
}

export function tallyQueries(db: Database): TallyQueries {
  const list = db.prepare<[string, number, number], Raw>(
    'SELECT * FROM tally_sums WHERE kind = ? ORDER BY observations DESC, articles DESC, key LIMIT ? OFFSET ?',
  );
  const one = db.prepare<[string, string], Raw>('SELECT * FROM tally_sums WHERE kind = ? AND key = ?');
  const count = db.prepare<[string], number>('SELECT count(*) FROM tally_sums WHERE kind = ?').pluck();
  const whole = db.prepare<[], Raw>(
    `SELECT coalesce(sum(articles), 0) AS articles, coalesce(sum(observations), 0) AS observations
     FROM tally_sums WHERE kind = 'outlet'`,
  );
  const days = db.prepare<[string], Raw>(
    `SELECT day, sum(articles) AS articles, sum(observations) AS observations
     FROM tallies WHERE kind = 'outlet' AND day >= ? AND day > '' GROUP BY day ORDER BY day`,
  );
  const moved = db.prepare<{ from: string; to: string; limit: number; offset: number }, Raw>(
    `SELECT t.*, m.recent,
       (SELECT coalesce(sum(observations), 0) FROM tallies d WHERE d.kind = 'program' AND d.key = t.key
          AND d.day < :from AND d.day >= date(:from, (julianday(:from) - julianday(:to) - 1) || ' days')) AS before
     FROM (SELECT key, sum(observations) AS recent FROM tallies
           WHERE kind = 'program' AND day BETWEEN :from AND :to GROUP BY key
           HAVING recent > 0 ORDER BY recent DESC, key LIMIT :limit OFFSET :offset) m
     JOIN tally_sums t ON t.kind = 'program' AND t.key = m.key
     ORDER BY m.recent DESC, t.key`,
  );
  const programOf = programNames(db);
  const regionOf = regionNames(db);

  return {
    count: (kind) => count.get(kind) ?? 0,
    whole() {
      const row = whole.get() ?? {};
      return { articles: number(row, 'articles'), observations: number(row, 'observations') };
    },
    programs: ({ limit, offset = 0 }) =>
      list.all('program', limit, offset).map((row) => ({ ...tallyOf(row), ...programOf(text(row, 'key')) })),
    regions: ({ limit, offset = 0 }) =>
      list.all('region', limit, offset).map((row) => ({ ...tallyOf(row), ...regionOf(text(row, 'key')) })),
    outlets: () => list.all('outlet', -1, 0).map(tallyOf),
    program(key) {
      const row = one.get('program', key);
      return row === undefined ? undefined : { ...tallyOf(row), ...programOf(key) };
    },
    region(id) {
      const row = one.get('region', id);
      return row === undefined ? undefined : { ...tallyOf(row), ...regionOf(id) };
    },
    movement: (from, to, { limit, offset = 0 }) =>
      moved.all({ from, to, limit, offset }).map((row) => ({
        ...tallyOf(row),
        ...programOf(text(row, 'key')),
        recent: number(row, 'recent'),
        before: number(row, 'before'),
      })),
    days: (from) =>
      days.all(from).map((row) => ({
        day: text(row, 'day'),
        articles: number(row, 'articles'),
        observations: number(row, 'observations'),
      })),
  };
}

const tallyOf = (row: Raw): Tally => ({
  key: text(row, 'key'),
  articles: number(row, 'articles'),
  observations: number(row, 'observations'),
  first: maybe(row, 'first') || null,
  last: maybe(row, 'last') || null,
});

/** Mentions looked at for the usual spelling of a name; a thousand more would not change it. */
const SPELLINGS = 50;

/** Values looked at for the usual name of a listed program: those of some ten articles, as one may write «АӘК» throughout. */
const NAMED = 100;

/**
 * The name of a program: of a listed one the pair that values read lately bear most often, else the usual spelling in
 * each language.
 */
function programNames(db: Database): (key: string) => { name: Names; kind: ProgramKind } {
  // A value bears the catalogue's name in one language, and in that of its article what the article calls it: «АСП».
  const listed = db.prepare<[string], Raw>(
    `SELECT kk, ru, count(*) AS n FROM (SELECT program_kk AS kk, program_ru AS ru FROM observations
       WHERE program_key = ? AND program_id IS NOT NULL ORDER BY id DESC LIMIT ${NAMED})
     GROUP BY 1, 2 ORDER BY n DESC, kk, ru LIMIT 1`,
  );
  const spelt = db.prepare<[string], Raw>(
    `SELECT name, CASE v.lang WHEN 'kk' THEN 'kk' ELSE 'ru' END AS lang, count(*) AS n
     FROM (SELECT extraction, name FROM article_programs WHERE key = ? ORDER BY id DESC LIMIT ${SPELLINGS}) p
     JOIN extractions x ON x.id = p.extraction JOIN article_versions v ON v.id = x.version
     GROUP BY 1, 2 ORDER BY n DESC, name`,
  );
  const observed = db.prepare<[string], Raw>(
    'SELECT program_kk AS kk, program_ru AS ru FROM observations WHERE program_key = ? ORDER BY id DESC LIMIT 1',
  );
  const kindOf = db
    .prepare<[string], ProgramKind>(
      'SELECT kind FROM article_programs WHERE key = ? ORDER BY id DESC LIMIT 1',
    )
    .pluck();
  return (key) => {
    const catalogued = listed.get(key);
    const rows = catalogued === undefined ? spelt.all(key) : [];
    const kind = kindOf.get(key) ?? 'program';
    const usual = (lang: string): string | null =>
      maybe(rows.find((row) => text(row, 'lang') === lang) ?? {}, 'name');
    const given = catalogued ?? (rows.length === 0 ? observed.get(key) : undefined);
    return {
      kind,
      name: given === undefined ? { kk: usual('kk'), ru: usual('ru') } : namesOf(given),
    };
  };
}

/** The name of a region in the latest article that gives it. */
function regionNames(db: Database): (id: string) => { name: Names; level: RegionLevel } {
  const named = db.prepare<[string], Raw>(
    'SELECT name_kk AS kk, name_ru AS ru, level FROM article_regions WHERE region_id = ? ORDER BY id DESC LIMIT 1',
  );
  const observed = db.prepare<[string], Raw>(
    'SELECT region_kk AS kk, region_ru AS ru, NULL AS level FROM observations WHERE region_id = ? ORDER BY id DESC LIMIT 1',
  );
  return (id) => {
    const row = named.get(id) ?? observed.get(id) ?? {};
    return { name: namesOf(row), level: (maybe(row, 'level') ?? 'oblast') as RegionLevel };
  };
}

const namesOf = (row: Raw): Names => ({ kk: maybe(row, 'kk'), ru: maybe(row, 'ru') });
