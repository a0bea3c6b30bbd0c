import type { Database } from 'better-sqlite3';
import { knownOf, named } from './migrations/007-tallies.ts';

/** An article of which another reading counted then than counts now; null: none. */
interface Differing {
  readonly now: number | null;
  readonly before: number | null;
  readonly publisher: string | null;
  readonly known: string;
}

/**
 * Gives a connection whose view is narrowed a table `tallies` of its own: the counts of today up to the day, but for the
 * few articles that were edited or are hidden, which are counted out with the reading of today and in with that of then.
 */
export function recount(db: Database, day = '9999'): void {
  db.exec(`CREATE TEMP TABLE tallies(kind TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, articles INTEGER NOT NULL,
    observations INTEGER NOT NULL, PRIMARY KEY(kind, key, day)) WITHOUT ROWID`);
  db.prepare("INSERT INTO temp.tallies SELECT * FROM main.tallies WHERE day > '' AND day <= ?").run(day);
  const differing = db
    .prepare<{ day: string }, Differing>(
      `SELECT a.current AS now, c.extraction AS before, a.publisher, ${knownOf('a')} AS known
       FROM (SELECT article AS key FROM main.article_versions GROUP BY article HAVING count(*) > 1
             UNION SELECT key FROM main.articles WHERE id IN (SELECT id FROM unseen)) d
       CROSS JOIN main.articles a ON a.key = d.key LEFT JOIN current_articles c ON c.article = a.key
       WHERE a.current IS NOT c.extraction AND ${knownOf('a')} <= :day`,
    )
    .all({ day });
  const count = db.prepare(
    `INSERT INTO temp.tallies SELECT kind, key, :known, :sign, :sign * observations
     FROM (${named(':reading', ':publisher')}) WHERE true
     ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, observations = observations + excluded.observations`,
  );
  for (const { now, before, publisher, known } of differing) {
    if (now !== null) count.run({ reading: now, publisher, known, sign: -1 });
    if (before !== null) count.run({ reading: before, publisher, known, sign: 1 });
  }
  db.exec(`DELETE FROM temp.tallies WHERE articles = 0;
    INSERT INTO temp.tallies SELECT kind, key, '', sum(articles), sum(observations) FROM temp.tallies GROUP BY kind, key;
    CREATE INDEX temp.tallies_then ON tallies(kind, day)`);
}
