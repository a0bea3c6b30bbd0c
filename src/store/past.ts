import type { Database } from 'better-sqlite3';
import { recount } from './past-tallies.ts';

/** What of a store is to be seen: what was known at the end of a day, or all but some articles. */
export interface Seen {
  /** `YYYY-MM-DD` */
  readonly day?: string;
  /** Ids of articles that must not be seen. */
  readonly without?: readonly string[];
}

/**
 * The text of an article that was known at the end of a day is the one seen last by then. Of a text that was seen again
 * later only the first sight counts, as nothing tells what lay between. An article that is older than our first visit
 * is known with its first text.
 */
const KNOWN_TEXT = `SELECT t.version FROM article_versions w JOIN sightings t ON t.version = w.id
  WHERE w.article = a.key
  ORDER BY substr(t.first_at, 1, 10) <= d.day DESC, iif(substr(t.first_at, 1, 10) <= d.day, '', t.first_at),
    iif(substr(t.last_at, 1, 10) <= d.day, t.last_at, t.first_at) DESC, t.version DESC
  LIMIT 1`;

const KNOWN_ARTICLES = `
SELECT a.key AS article, x.id AS extraction, v.id AS version, a.id AS article_id, a.url, a.publisher, v.lang,
  nullif(v.title, '') AS title, a.published, a.modified, a.authors, a.first_seen AS seen,
  min(s.last_at, d.day || 'T23:59:59.999Z') AS confirmed_at, v.length,
  substr(coalesce(a.published, a.first_seen), 1, 10) AS known
FROM seen_on d CROSS JOIN articles a JOIN article_versions v ON v.article = a.key
JOIN extractions x ON x.version = v.id JOIN sightings s ON s.version = v.id
WHERE substr(coalesce(a.published, a.first_seen), 1, 10) <= d.day AND v.id = (${KNOWN_TEXT})
  AND x.id = (SELECT r.id FROM extractions r WHERE r.version = v.id ORDER BY r.id = a.current DESC, r.id DESC LIMIT 1)`;

/** What the tables `series`, `standing` and `totals` keep up as the file is written, worked out over what is seen. */
const COUNTS = `
CREATE TEMP VIEW series AS
SELECT indicator, CASE unit_class WHEN 'count' THEN 'count' ELSE unit END AS unit, measure, coalesce(per, '') AS per,
  coalesce(program_key, '') AS program, coalesce(region_id, '') AS region, count(*) AS observations
FROM observations JOIN current_readings USING (extraction) GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TEMP VIEW standing AS
SELECT o.id AS observation, o.program_key AS program, o.region_id AS region, o.indicator,
  coalesce(o.period_to, o.period_from, substr(a.published, 1, 10), '') AS day
FROM observations o JOIN current_readings a ON a.extraction = o.extraction;

CREATE TEMP VIEW totals AS
SELECT coalesce(publisher, '') AS publisher, lang, count(*) AS articles, sum(programs) AS programs, sum(regions) AS regions,
  sum(officials) AS officials, sum(observations) AS observations, sum(events) AS events
FROM (SELECT publisher, lang,
    (SELECT count(*) FROM article_programs f WHERE f.extraction = a.extraction) AS programs,
    (SELECT count(*) FROM article_regions f WHERE f.extraction = a.extraction) AS regions,
    (SELECT count(*) FROM article_officials f WHERE f.extraction = a.extraction) AS officials,
    (SELECT count(*) FROM observations f WHERE f.extraction = a.extraction) AS observations,
    (SELECT count(*) FROM events f WHERE f.extraction = a.extraction) AS events
  FROM current_articles a) GROUP BY 1, 2`;

/** Views of which the connection has its own; the others are the same, over these. */
const NARROWED = ['current_articles', 'current_readings', 'current_links'];

/**
 * Narrows what one connection sees of a store. All queries read the views that say what counts now; here these views
 * get a namesake that belongs to the connection alone and says what counted then.
 */
export function narrow(db: Database, { day, without = [] }: Seen): void {
  const views = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' AND name LIKE 'current_%' ORDER BY rowid",
    )
    .all();
  db.exec('CREATE TEMP TABLE seen_on(day TEXT NOT NULL); CREATE TEMP TABLE unseen(id TEXT PRIMARY KEY)');
  if (day !== undefined) db.prepare('INSERT INTO seen_on VALUES (?)').run(day);
  const hide = db.prepare('INSERT OR IGNORE INTO unseen VALUES (?)');
  for (const id of without) hide.run(id);
  db.exec(`CREATE TEMP VIEW current_articles AS
    SELECT * FROM (${day === undefined ? 'SELECT * FROM main.current_articles' : KNOWN_ARTICLES}) a
    WHERE a.article_id NOT IN (SELECT id FROM unseen);
    CREATE TEMP VIEW current_readings AS SELECT extraction, article, publisher, published, known FROM current_articles;
    CREATE TEMP VIEW current_links AS SELECT l.official, l.person FROM person_links l
      JOIN article_officials o ON o.id = l.official JOIN current_readings r ON r.extraction = o.extraction`);
  for (const { name, sql } of views)
    if (!NARROWED.includes(name)) db.exec(sql.replace(/^CREATE VIEW/u, 'CREATE TEMP VIEW'));
  db.exec(COUNTS);
  recount(db, day);
}
