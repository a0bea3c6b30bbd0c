import type { Database } from 'better-sqlite3';
import type { ArticleRow } from '../views.ts';
import { ARTICLE_COLUMNS, articleOf } from './articles.ts';
import type { Raw } from './rows.ts';

/** Articles that name a program, region or official; the newest first, all unless told how many. */
export type NamingQuery = (
  what: 'program' | 'region' | 'official',
  key: string,
  limit?: number,
) => ArticleRow[];

interface Asked {
  readonly key: string;
  /** Below zero: all. */
  readonly limit: number;
}

const NEWEST = 'ORDER BY n.known DESC, n.published DESC, n.article';
/** The page is chosen by what is in `articles` alone; only its own articles are read in full. */
const inFull = (chosen: string): string =>
  `SELECT ${ARTICLE_COLUMNS} FROM current_articles a WHERE a.article IN (${chosen} ${NEWEST} LIMIT :limit)
   ORDER BY a.known DESC, a.published DESC, a.article`;

export function namingQuery(db: Database): NamingQuery {
  const find = {
    program: db.prepare<Asked, Raw>(inFull(byDay('program', 'article_programs', 'key', 'program_key'))),
    region: db.prepare<Asked, Raw>(inFull(byDay('region', 'article_regions', 'region_id', 'region_id'))),
    official: db.prepare<Asked, Raw>(inFull(OF_OFFICIAL)),
  };
  return (what, key, limit = -1) => find[what].all({ key, limit }).map(articleOf);
}

/**
 * A region is named by half of all articles: the counts by day tell on which days the newest of them lie, and no other
 * day is looked at. An article names what its list names, and what its values speak of. `+` keeps the planner from
 * asking for everything under the key, where only a few readings are to be looked at.
 */
const byDay = (kind: string, list: string, key: string, observed: string): string =>
  `SELECT n.article FROM (
     WITH days AS MATERIALIZED (
       SELECT day FROM (
         SELECT day, sum(articles) OVER (ORDER BY day DESC) - articles AS newer
         FROM tallies WHERE kind = '${kind}' AND key = :key AND day > '')
       WHERE :limit < 0 OR newer < :limit)
     SELECT r.* FROM days d CROSS JOIN current_readings r WHERE r.published BETWEEN d.day AND d.day || '~'
     UNION ALL
     SELECT r.* FROM current_readings r WHERE r.published IS NULL AND r.known IN (SELECT day FROM days)) n
   WHERE EXISTS (SELECT 1 FROM ${list} l WHERE l.extraction = n.extraction AND +l.${key} = :key
     UNION ALL SELECT 1 FROM observations o WHERE o.extraction = n.extraction AND +o.${observed} = :key)`;

const OF_OFFICIAL = `SELECT n.article FROM current_readings n WHERE n.extraction IN (
  SELECT o.extraction FROM (SELECT official AS id FROM person_links WHERE person = :key
    UNION SELECT id FROM article_officials WHERE key = :key) m
  JOIN article_officials o ON o.id = m.id LEFT JOIN person_links l ON l.official = o.id
  WHERE coalesce(l.person, o.key) = :key)`;
