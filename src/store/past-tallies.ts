import type { Database } from 'better-sqlite3';
import { knownOf, named } from './migrations/007-tallies.ts';

/** An article of which another reading counted then than counts now; null: none. */
interface Recalled {
  readonly now: number | null;
  readonly extraction: number | null;
  readonly publisher: string | null;
  readonly known: string;
}

const DAY = '(SELECT day FROM seen_on)';

/** Counts of days on which articles were known that are recalled otherwise, as they were; 0 where nothing was. */
const AMENDED = `
CREATE TEMP TABLE amended(kind TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL, articles INTEGER NOT NULL,
  observations INTEGER NOT NULL, PRIMARY KEY(kind, key, day)) WITHOUT ROWID;
CREATE TEMP VIEW tallies AS
SELECT * FROM main.tallies t WHERE day > '' AND day <= ${DAY}
  AND NOT EXISTS (SELECT 1 FROM amended d WHERE d.kind = t.kind AND d.key = t.key AND d.day = t.day)
UNION ALL SELECT * FROM amended WHERE articles > 0`;

/** The edges of the days of `k`: each is one look into the index. */
const EDGES = `(SELECT min(day) FROM tallies d WHERE d.kind = k.kind AND d.key = k.key AND d.day > '') AS first,
  (SELECT max(day) FROM tallies d WHERE d.kind = k.kind AND d.key = k.key AND d.day <= ${DAY}) AS last`;

/** The sums of today without the days since then, as most ask for a day that is not long ago; what is amended is added up. */
const SUMS = `
CREATE TEMP TABLE tally_sums(kind TEXT NOT NULL, key TEXT NOT NULL, articles INTEGER NOT NULL, observations INTEGER NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY(kind, key)) WITHOUT ROWID;
INSERT INTO temp.tally_sums
SELECT *, ${EDGES.replaceAll('FROM tallies', 'FROM main.tallies')} FROM (
  SELECT t.kind, t.key, t.articles - coalesce(sum(s.articles), 0) AS articles,
    t.observations - coalesce(sum(s.observations), 0) AS observations
  FROM main.tallies t LEFT JOIN main.tallies s ON s.kind = t.kind AND s.key = t.key AND s.day > ${DAY}
  WHERE t.kind IN ('outlet', 'program', 'region') AND t.day = '' GROUP BY t.kind, t.key) k WHERE articles > 0;
DELETE FROM temp.tally_sums WHERE (kind, key) IN (SELECT kind, key FROM amended);
INSERT INTO temp.tally_sums
SELECT *, ${EDGES} FROM (SELECT kind, key, sum(articles), sum(observations) FROM tallies
  WHERE (kind, key) IN (SELECT kind, key FROM amended) GROUP BY kind, key) k`;

/**
 * Gives a connection whose view is narrowed `tallies` and `tally_sums` of its own: the counts of today up to the day, but
 * for the few articles that were edited or are hidden, which are counted out with the reading of today and in with that
 * of then.
 */
export function recount(db: Database): void {
  db.exec(AMENDED);
  const recalled = db
    .prepare<[], Recalled>(
      `SELECT r.now, r.extraction, a.publisher, ${knownOf('a')} AS known
       FROM recalled r CROSS JOIN articles a ON a.key = r.article WHERE ${knownOf('a')} <= ${DAY}`,
    )
    .all();
  const reading = `(${named(':reading', ':publisher')}) n`;
  const begin = db.prepare(
    `INSERT OR IGNORE INTO amended SELECT t.* FROM ${reading} CROSS JOIN main.tallies t
     WHERE t.kind = n.kind AND t.key = n.key AND t.day = :known`,
  );
  const count = db.prepare(
    `INSERT INTO amended SELECT kind, key, :known, :sign, :sign * observations FROM ${reading} WHERE true
     ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, observations = observations + excluded.observations`,
  );
  for (const { now, extraction, publisher, known } of recalled)
    for (const [reading, sign] of [
      [now, -1],
      [extraction, 1],
    ] as const) {
      if (reading === null) continue;
      begin.run({ reading, publisher, known });
      count.run({ reading, publisher, known, sign });
    }
  db.exec(SUMS);
}
