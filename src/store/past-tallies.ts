import type { Database } from 'better-sqlite3';
import { knownOf, named } from './migrations/007-tallies.ts';

/** An article of which another reading counted then than counts now; null: none. */
interface Recalled {
  readonly now: number | null;
  readonly extraction: number | null;
  readonly publisher: string | null;
  readonly known: string;
}

/**
 * Gives a connection whose view is narrowed a table `tallies` of its own: the counts of today up to the day, but for the
 * few articles that were edited or are hidden, which are counted out with the reading of today and in with that of then.
 */
export function recount(db: Database): void {
  db.exec(`CREATE TEMP TABLE tallies(kind TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, articles INTEGER NOT NULL,
    observations INTEGER NOT NULL, PRIMARY KEY(kind, key, day)) WITHOUT ROWID;
    INSERT INTO temp.tallies SELECT * FROM main.tallies
      WHERE day > '' AND day <= (SELECT day FROM seen_on) ORDER BY kind, key, day`);
  const recalled = db
    .prepare<[], Recalled>(
      `SELECT r.now, r.extraction, a.publisher, ${knownOf('a')} AS known
       FROM recalled r JOIN articles a ON a.key = r.article WHERE ${knownOf('a')} <= (SELECT day FROM seen_on)`,
    )
    .all();
  const count = db.prepare(
    `INSERT INTO temp.tallies SELECT kind, key, :known, :sign, :sign * observations
     FROM (${named(':reading', ':publisher')}) WHERE true
     ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, observations = observations + excluded.observations`,
  );
  for (const { now, extraction, publisher, known } of recalled) {
    if (now !== null) count.run({ reading: now, publisher, known, sign: -1 });
    if (extraction !== null) count.run({ reading: extraction, publisher, known, sign: 1 });
  }
  db.exec(`DELETE FROM temp.tallies WHERE articles = 0;
    INSERT INTO temp.tallies SELECT kind, key, '', sum(articles), sum(observations) FROM temp.tallies GROUP BY kind, key;
    CREATE INDEX temp.tallies_then ON tallies(kind, day)`);
}
