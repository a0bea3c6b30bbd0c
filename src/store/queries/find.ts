import type { Database } from 'better-sqlite3';
import { queryKeys, searchKeys } from '../../language/index.ts';
import { folded } from '../text.ts';
import { column, type Raw } from './rows.ts';

const { text, maybe } = column;

/** Something of the record that a person may mean: its key, and the names it is known by there. */
export interface Meant {
  readonly key: string;
  readonly names: readonly string[];
}

export interface FindQueries {
  /**
   * Programs that a person can mean with some words: by key, else by a name as written (case, ё and punctuation aside),
   * else those whose name has every word of the question in any case form, the closest in length first.
   */
  findPrograms(asked: string): Meant[];
  findRegions(asked: string): Meant[];
  /** By the key of a concept, else by what is measured. */
  findIndicators(asked: string): Meant[];
}

/** Looks for keys in the sums that the store keeps, and for each in one or two articles that name it. */
export function findQueries(db: Database): FindQueries {
  const tallied = (kind: string, list: string, listed: string, observed: string, kk: string, ru: string) =>
    db.prepare<[], Raw>(
      `SELECT t.key, ${kk} AS kk, ${ru} AS ru
       FROM tally_sums t
         LEFT JOIN ${list} l ON l.id = (SELECT max(id) FROM ${list} WHERE ${listed} = t.key)
         LEFT JOIN observations o ON o.id = (SELECT max(id) FROM observations WHERE ${observed} = t.key)
       WHERE t.kind = '${kind}' ORDER BY t.observations DESC, t.articles DESC, t.key`,
    );
  // The names of the catalogue stand beside values; a program that nobody has listed has one name, give or take case.
  const programs = tallied(
    'program',
    'article_programs',
    'key',
    'program_key',
    'coalesce(o.program_kk, l.name)',
    'coalesce(o.program_ru, l.name)',
  );
  const regions = tallied(
    'region',
    'article_regions',
    'region_id',
    'region_id',
    'coalesce(l.name_kk, o.region_kk)',
    'coalesce(l.name_ru, o.region_ru)',
  );
  const indicators = db.prepare<[], Raw>(
    `SELECT s.key, o.concept, o.subject
     FROM (SELECT indicator AS key, sum(observations) AS n FROM series GROUP BY indicator) s
       JOIN observations o ON o.id = (SELECT id FROM observations WHERE indicator = s.key LIMIT 1)
     ORDER BY s.n DESC, s.key`,
  );
  const finder =
    (query: typeof programs, named: readonly string[]) =>
    (asked: string): Meant[] =>
      meant(
        asked,
        query.all().map((row) => ({
          key: text(row, 'key'),
          names: [...new Set(named.map((name) => maybe(row, name)).filter((name) => name !== null))],
        })),
      );
  return {
    findPrograms: finder(programs, ['kk', 'ru']),
    findRegions: finder(regions, ['kk', 'ru']),
    findIndicators: finder(indicators, ['subject', 'concept']),
  };
}

function meant(asked: string, list: readonly Meant[]): Meant[] {
  const byKey = list.filter(({ key }) => key === asked);
  if (byKey.length > 0) return byKey;
  const name = folded(asked);
  const exact = list.filter(({ names }) => names.some((n) => folded(n) === name));
  if (exact.length > 0) return exact;
  const keys = queryKeys(asked);
  if (keys.length === 0) return [];
  return list
    .map((found) => ({ found, distance: Math.min(...found.names.map((n) => distance(keys, searchKeys(n)))) }))
    .filter(({ distance: far }) => Number.isFinite(far))
    .sort((a, b) => a.distance - b.distance)
    .map(({ found }) => found);
}

/** Words of the name beyond those asked for; infinite when one that was asked for is missing. */
const distance = (asked: readonly (readonly string[])[], name: readonly string[]): number =>
  asked.every((forms) => forms.some((key) => name.includes(key)))
    ? name.length - asked.length
    : Number.POSITIVE_INFINITY;
