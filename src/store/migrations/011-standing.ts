/** Values of a program, a region or an indicator in the order of time: a page shows fifteen of them, not a sort of all. */
export const standing = `
-- Values that stand, by what they are about and by the day their time ends on; '' when nothing dates them.
CREATE TABLE standing(
  observation INTEGER PRIMARY KEY REFERENCES observations(id),
  program TEXT,
  region TEXT,
  indicator TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;
INSERT INTO standing(observation, program, region, indicator, day)
  SELECT o.id, o.program_key, o.region_id, o.indicator,
    coalesce(o.period_to, o.period_from, substr(a.published, 1, 10), '')
  FROM observations o JOIN articles a ON a.current = o.extraction;
CREATE INDEX standing_program ON standing(program, day) WHERE program IS NOT NULL;
CREATE INDEX standing_region ON standing(region, day) WHERE region IS NOT NULL;
CREATE INDEX standing_indicator ON standing(indicator, day);
-- Who states a value, for what rests on the word of one person.
CREATE INDEX observations_source ON observations(source) WHERE source IS NOT NULL;

CREATE TRIGGER articles_standing AFTER UPDATE OF current, published ON articles
WHEN OLD.current IS NOT NEW.current OR OLD.published IS NOT NEW.published
BEGIN
  DELETE FROM standing WHERE observation IN (SELECT id FROM observations WHERE extraction = OLD.current);
  INSERT INTO standing(observation, program, region, indicator, day)
    SELECT id, program_key, region_id, indicator, coalesce(period_to, period_from, substr(NEW.published, 1, 10), '')
    FROM observations WHERE extraction = NEW.current;
END;
`;
