import type { Database } from 'better-sqlite3';
import { knownOf } from './migrations/007-tallies.ts';
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

const DAY = '(SELECT day FROM seen_on)';

/** Articles of which another reading counted then than counts now, or none; all others count as they do now, once known. */
const TABLES = `
CREATE TEMP TABLE seen_on(day TEXT NOT NULL);
CREATE TEMP TABLE recalled(article INTEGER PRIMARY KEY, now INTEGER, extraction INTEGER)`;
const HIDE = 'INSERT INTO recalled SELECT key, current, NULL FROM articles WHERE id = ?';
const RECALL = `
INSERT OR IGNORE INTO recalled
SELECT key, current, extraction FROM (
  SELECT a.key, a.current, (SELECT r.id FROM extractions r WHERE r.version = (${KNOWN_TEXT})
      ORDER BY r.id = a.current DESC, r.id DESC LIMIT 1) AS extraction
  FROM seen_on d CROSS JOIN edited e JOIN articles a ON a.key = e.article
  WHERE ${knownOf('a')} <= d.day)
WHERE extraction IS NOT current`;

/** Reading `x` of article `a`, if it is the one that counted then: whichever is given, the other has its row number. */
const COUNTED = `v.id = x.version AND v.article = a.key AND ${knownOf('a')} <= ${DAY}
  AND x.id = coalesce((SELECT coalesce(r.extraction, 0) FROM recalled r WHERE r.article = a.key), a.current)`;
const READINGS = `
CREATE TEMP VIEW current_articles AS
SELECT a.key AS article, x.id AS extraction, v.id AS version, a.id AS article_id, a.url, a.publisher, v.lang,
  nullif(v.title, '') AS title, a.published, a.modified, a.authors, a.first_seen AS seen,
  min(s.last_at, ${DAY} || 'T23:59:59.999Z') AS confirmed_at, v.length, ${knownOf('a')} AS known
FROM articles a JOIN extractions x JOIN article_versions v ON ${COUNTED} JOIN sightings s ON s.version = v.id;
CREATE TEMP VIEW current_readings AS
SELECT x.id AS extraction, a.key AS article, a.id AS article_id, a.publisher, a.published, ${knownOf('a')} AS known
FROM articles a JOIN extractions x JOIN article_versions v ON ${COUNTED}`;

/** Values that stand now and did not then, and the reverse; a series that is no more has a number below zero. */
const VALUES = `
CREATE TEMP TABLE fallen(observation INTEGER PRIMARY KEY, series INTEGER NOT NULL);
INSERT INTO fallen SELECT s.observation, s.series FROM recalled r CROSS JOIN observations o ON o.extraction = r.now
  JOIN main.standing s ON s.observation = o.id WHERE s.known <= ${DAY};
CREATE INDEX temp.fallen_series ON fallen(series);

CREATE TEMP VIEW recalled_values AS
SELECT o.id, o.program_key, o.region_id, o.indicator, CASE o.unit_class WHEN 'count' THEN 'count' ELSE o.unit END AS unit,
  o.measure, coalesce(o.per, '') AS per, coalesce(o.program_key, '') AS program, coalesce(o.region_id, '') AS region,
  coalesce(o.period_to, o.period_from, substr(a.published, 1, 10), '') AS day, ${knownOf('a')} AS known
FROM recalled r CROSS JOIN articles a ON a.key = r.article JOIN observations o ON o.extraction = r.extraction;
CREATE TEMP TABLE gone_series AS
SELECT -row_number() OVER () AS id, * FROM (SELECT indicator, unit, measure, per, program, region FROM recalled_values
  EXCEPT SELECT indicator, unit, measure, per, program, region FROM main.series);
CREATE TEMP VIEW all_series AS
SELECT id, indicator, unit, measure, per, program, region FROM main.series UNION ALL SELECT * FROM gone_series;
CREATE TEMP TABLE stood AS
SELECT r.id AS observation, n.id AS series, r.program_key AS program, r.region_id AS region, r.indicator, r.day, r.known
FROM recalled_values r JOIN all_series n USING (indicator, unit, measure, per, program, region);
CREATE INDEX temp.stood_series ON stood(series)`;

/**
 * Where the words of what was known then are looked for, a query each with one `?`: in what counts now and did then,
 * and in what counted then alone. Each gives the `row`, a version or an observation, and its `score`.
 */
export const WORDS_THEN = {
  articles: [
    `SELECT x.version AS row, bm25(article_words, 4.0, 1.0) AS score FROM article_words
     JOIN articles a ON a.key = article_words.rowid JOIN extractions x ON x.id = a.current
     WHERE article_words MATCH ? AND ${knownOf('a')} <= ${DAY} AND a.key NOT IN (SELECT article FROM recalled)`,
    `SELECT x.version, bm25(past_article_words, 4.0, 1.0) FROM past_article_words
     JOIN extractions x ON x.version = past_article_words.rowid JOIN recalled r ON r.extraction = x.id
     WHERE past_article_words MATCH ?`,
  ],
  facts: [
    `SELECT s.observation AS row, bm25(observation_words) AS score FROM observation_words
     JOIN main.standing s ON s.observation = observation_words.rowid
     WHERE observation_words MATCH ? AND s.known <= ${DAY} AND s.observation NOT IN (SELECT observation FROM fallen)`,
    `SELECT s.observation, bm25(past_observation_words) FROM past_observation_words
     JOIN stood s ON s.observation = past_observation_words.rowid WHERE past_observation_words MATCH ?`,
  ],
} as const;

/** What the file keeps up as it is written, as it was then. */
const COUNTS = `
CREATE TEMP VIEW standing AS
SELECT observation, series, program, region, indicator, day, known FROM main.standing
WHERE known <= ${DAY} AND observation NOT IN (SELECT observation FROM fallen)
UNION ALL SELECT observation, series, program, region, indicator, day, known FROM stood;

CREATE TEMP VIEW series AS
SELECT n.*, (SELECT count(*) FROM main.standing s WHERE s.series = n.id AND s.known <= ${DAY})
  - (SELECT count(*) FROM fallen f WHERE f.series = n.id)
  + (SELECT count(*) FROM stood t WHERE t.series = n.id) AS observations
FROM all_series n;

CREATE TEMP VIEW current_links AS SELECT official, person, known FROM person_links WHERE known <= ${DAY};
CREATE TEMP VIEW persons AS SELECT person, sum(mentions) AS mentions FROM (
  SELECT person, count(*) AS mentions FROM current_links GROUP BY person
  UNION ALL SELECT l.person, -1 FROM recalled r CROSS JOIN article_officials o ON o.extraction = r.now
    JOIN current_links l ON l.official = o.id
  UNION ALL SELECT l.person, 1 FROM recalled r CROSS JOIN article_officials o ON o.extraction = r.extraction
    JOIN current_links l ON l.official = o.id)
GROUP BY person HAVING sum(mentions) > 0;

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
/** A day after all others: everything that is not hidden is seen. */
const ALWAYS = '9999';

/**
 * Narrows what one connection sees of a store. All queries read the views that say what counts now; here these views
 * get a namesake that belongs to the connection alone and says what counted then. Little is copied: a day differs from
 * today by what was not yet known, which indexes tell, and by the few articles that were edited since.
 */
export function narrow(db: Database, { day, without = [] }: Seen): void {
  const views = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'view' AND name LIKE 'current_%' ORDER BY rowid",
    )
    .all();
  db.exec(TABLES);
  db.prepare('INSERT INTO seen_on VALUES (?)').run(day ?? ALWAYS);
  const hide = db.prepare(HIDE);
  for (const id of without) hide.run(id);
  if (day !== undefined) db.exec(RECALL);
  db.exec(READINGS);
  for (const { name, sql } of views)
    if (!NARROWED.includes(name)) db.exec(sql.replace(/^CREATE VIEW/u, 'CREATE TEMP VIEW'));
  db.exec(VALUES);
  db.exec(COUNTS);
  recount(db);
}
