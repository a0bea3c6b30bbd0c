import { clearing, counting, knownOf } from './007-tallies.ts';

/** Does a value `o` belong to a series `s`? By the slots that the sums of 007 go by. */
const OF_SERIES = `s.indicator = o.indicator AND s.unit = CASE o.unit_class WHEN 'count' THEN 'count' ELSE o.unit END
  AND s.measure = o.measure AND s.per = coalesce(o.per, '') AND s.program = coalesce(o.program_key, '')
  AND s.region = coalesce(o.region_id, '')`;

/** A value `o` of an article as a row of `standing`. */
const stands = (article: string): string => `
  INSERT INTO standing(observation, series, program, region, indicator, day, known)
    SELECT o.id, s.id, o.program_key, o.region_id, o.indicator,
      coalesce(o.period_to, o.period_from, substr(${article}.published, 1, 10), ''), ${knownOf(article)}`;

const CHANGED = `(OLD.current IS NOT NEW.current OR OLD.publisher IS NOT NEW.publisher
  OR OLD.published IS NOT NEW.published OR ${knownOf('OLD')} IS NOT ${knownOf('NEW')})`;

/**
 * Series have numbers, and values that stand say which series they belong to and since when they are known: a chart, and
 * any count as of a past day, comes from one index. Persons are counted like programs and regions.
 */
export const numberedSeries = `
DROP TRIGGER articles_standing;
DROP TRIGGER articles_counted_out;
DROP TRIGGER articles_counted_in;

-- Values by what makes them comparable. Counted things have the unit 'count'; '' is no program, no region, no "per".
ALTER TABLE series RENAME TO series_before;
CREATE TABLE series(
  id INTEGER PRIMARY KEY,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  measure TEXT NOT NULL,
  per TEXT NOT NULL,
  program TEXT NOT NULL,
  region TEXT NOT NULL,
  observations INTEGER NOT NULL,
  UNIQUE(indicator, unit, measure, per, program, region)
) STRICT;
INSERT INTO series(indicator, unit, measure, per, program, region, observations)
  SELECT indicator, unit, measure, per, program, region, observations FROM series_before;
DROP TABLE series_before;
CREATE INDEX series_program ON series(program);
CREATE INDEX series_region ON series(region);

-- Values that stand, by what they are about, by the day their time ends on ('' when nothing dates them), and by the day
-- from which their article is known.
DROP TABLE standing;
CREATE TABLE standing(
  observation INTEGER PRIMARY KEY REFERENCES observations(id),
  series INTEGER NOT NULL,
  program TEXT,
  region TEXT,
  indicator TEXT NOT NULL,
  day TEXT NOT NULL,
  known TEXT NOT NULL
) STRICT;
${stands('a')}
    FROM articles a JOIN observations o ON o.extraction = a.current JOIN series s ON ${OF_SERIES};
CREATE INDEX standing_series ON standing(series, day, known);
CREATE INDEX standing_program ON standing(program, day, known) WHERE program IS NOT NULL;
CREATE INDEX standing_region ON standing(region, day, known) WHERE region IS NOT NULL;
CREATE INDEX standing_indicator ON standing(indicator, day, known);

-- Out before, in after: of two triggers on one event nothing says which is first.
CREATE TRIGGER articles_counted_out BEFORE UPDATE OF current, published, publisher, first_seen ON articles
WHEN OLD.current IS NOT NULL AND ${CHANGED}
BEGIN
  ${counting('OLD', -1)}
  ${clearing}
  DELETE FROM standing WHERE observation IN (SELECT id FROM observations WHERE extraction = OLD.current);
END;
CREATE TRIGGER articles_counted_in AFTER UPDATE OF current, published, publisher, first_seen ON articles
WHEN NEW.current IS NOT NULL AND ${CHANGED}
BEGIN
  ${counting('NEW', 1)}
  ${stands('NEW')}
    FROM observations o JOIN series s ON ${OF_SERIES} WHERE o.extraction = NEW.current;
END;

-- Who looks at a reading has its links by its officials.
DROP VIEW current_links;
-- How often each person is named with a post.
CREATE TABLE persons(person TEXT PRIMARY KEY, mentions INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO persons SELECT person, count(*) FROM person_links GROUP BY person;
CREATE TRIGGER person_links_counted_in AFTER INSERT ON person_links
BEGIN
  INSERT INTO persons VALUES (NEW.person, 1) ON CONFLICT DO UPDATE SET mentions = mentions + 1;
END;
CREATE TRIGGER person_links_counted_out AFTER DELETE ON person_links
BEGIN
  UPDATE persons SET mentions = mentions - 1 WHERE person = OLD.person;
  DELETE FROM persons WHERE person = OLD.person AND mentions = 0;
END;
`;
