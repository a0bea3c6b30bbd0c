/**
 * How often things are reported, kept up by the database itself whenever another reading of an article starts to count:
 * a page of a program must not read a million values to say how many there are.
 */

/** The day from which an article is known. */
export const knownOf = (article: string): string =>
  `substr(coalesce(${article}.published, ${article}.first_seen), 1, 10)`;

/** What one reading names, as `(kind, key, observations)`; `''` is an article without a publisher. */
export const named = (reading: string, publisher: string): string => `
  SELECT 'outlet' AS kind, coalesce(${publisher}, '') AS key,
    (SELECT count(*) FROM observations WHERE extraction = ${reading}) AS observations
  UNION ALL
  SELECT 'program', key, sum(observed) FROM (
    SELECT key, 0 AS observed FROM article_programs WHERE extraction = ${reading}
    UNION ALL SELECT program_key, 1 FROM observations WHERE extraction = ${reading} AND program_key IS NOT NULL)
  GROUP BY key
  UNION ALL
  SELECT 'region', key, sum(observed) FROM (
    SELECT region_id AS key, 0 AS observed FROM article_regions WHERE extraction = ${reading}
    UNION ALL SELECT region_id, 1 FROM observations WHERE extraction = ${reading} AND region_id IS NOT NULL)
  GROUP BY key`;

/** The series that the values of one reading belong to. */
const measured = (reading: string): string => `
  SELECT indicator, CASE unit_class WHEN 'count' THEN 'count' ELSE unit END AS unit, measure, coalesce(per, '') AS per,
    coalesce(program_key, '') AS program, coalesce(region_id, '') AS region, count(*) AS observations
  FROM observations WHERE extraction = ${reading} GROUP BY 1, 2, 3, 4, 5, 6`;

/** Statements that count a row of `articles` in, or out again. */
export const counting = (article: 'OLD' | 'NEW', sign: 1 | -1): string => `
  INSERT INTO tallies(kind, key, day, articles, observations)
    SELECT n.kind, n.key, d.day, ${sign}, ${sign} * n.observations
    FROM (${named(`${article}.current`, `${article}.publisher`)}) n,
      (SELECT '' AS day UNION ALL SELECT ${knownOf(article)}) d
    WHERE ${article}.current IS NOT NULL
    ON CONFLICT DO UPDATE SET articles = articles + excluded.articles,
      observations = observations + excluded.observations;
  INSERT INTO series(indicator, unit, measure, per, program, region, observations)
    SELECT indicator, unit, measure, per, program, region, ${sign} * observations FROM (${measured(`${article}.current`)})
    WHERE ${article}.current IS NOT NULL
    ON CONFLICT DO UPDATE SET observations = observations + excluded.observations;`;

/** What nothing is left of goes, so that a redacted name stays nowhere. */
export const clearing = `
  DELETE FROM tallies WHERE articles = 0 AND (kind, key, day) IN (
    SELECT n.kind, n.key, d.day FROM (${named('OLD.current', 'OLD.publisher')}) n,
      (SELECT '' AS day UNION ALL SELECT ${knownOf('OLD')}) d
    WHERE OLD.current IS NOT NULL);
  DELETE FROM series WHERE observations = 0 AND (indicator, unit, measure, per, program, region) IN (
    SELECT indicator, unit, measure, per, program, region FROM (${measured('OLD.current')}));`;

export const tallies = `
-- Articles and values by what they name and by the day the article is known from; day '' is the sum of all days.
CREATE TABLE tallies(
  kind TEXT NOT NULL CHECK(kind IN ('outlet', 'program', 'region')),
  key TEXT NOT NULL,
  day TEXT NOT NULL,
  articles INTEGER NOT NULL,
  observations INTEGER NOT NULL,
  PRIMARY KEY(kind, key, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX tallies_day ON tallies(kind, day, key, articles, observations);

-- Values by what makes them comparable. Counted things have the unit 'count'; '' is no program, no region, no "per".
CREATE TABLE series(
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  measure TEXT NOT NULL,
  per TEXT NOT NULL,
  program TEXT NOT NULL,
  region TEXT NOT NULL,
  observations INTEGER NOT NULL,
  PRIMARY KEY(indicator, unit, measure, per, program, region)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_program ON series(program, indicator, unit, measure, per, region, observations);
CREATE INDEX series_region ON series(region, indicator, unit, measure, per, program, observations);

-- What is there already is counted by the trigger itself: each article stops to count, and counts again.
CREATE TEMP TABLE counted(key INTEGER PRIMARY KEY, current INTEGER NOT NULL);
INSERT INTO counted SELECT key, current FROM articles WHERE current IS NOT NULL;
UPDATE articles SET current = NULL WHERE current IS NOT NULL;

CREATE TRIGGER articles_tallied AFTER UPDATE OF current, published, publisher, first_seen ON articles
WHEN OLD.current IS NOT NEW.current OR OLD.publisher IS NOT NEW.publisher
  OR ${knownOf('OLD')} IS NOT ${knownOf('NEW')}
BEGIN
  ${counting('OLD', -1)}
  ${counting('NEW', 1)}
  ${clearing}
END;

UPDATE articles SET current = (SELECT c.current FROM counted c WHERE c.key = articles.key)
WHERE key IN (SELECT key FROM counted);
DROP TABLE counted;
`;
