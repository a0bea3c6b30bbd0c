import { knownOf } from './007-tallies.ts';

/** What a day of the past is read from: it must not go through everything that came in before it or since. */
export const byDay = `
-- The sums of all days, with the days of the first and the last article.
CREATE VIEW tally_sums AS
SELECT kind, key, articles, observations,
  (SELECT min(day) FROM tallies d WHERE d.kind = t.kind AND d.key = t.key AND d.day > '') AS first,
  (SELECT max(day) FROM tallies d WHERE d.kind = t.kind AND d.key = t.key) AS last
FROM tallies t WHERE day = '';

-- The reading that counts of every article, with the id that people and links use.
DROP VIEW current_readings;
CREATE VIEW current_readings AS
SELECT current AS extraction, key AS article, id AS article_id, publisher, published, ${knownOf('articles')} AS known
FROM articles WHERE current IS NOT NULL;

-- Articles that have had more than one text: of all others the same counts today as on any day since they are known.
CREATE TABLE edited(article INTEGER PRIMARY KEY REFERENCES articles(key)) STRICT;
INSERT INTO edited SELECT article FROM article_versions GROUP BY article HAVING count(*) > 1;
CREATE TRIGGER article_versions_edited AFTER INSERT ON article_versions
WHEN EXISTS (SELECT 1 FROM article_versions WHERE article = NEW.article AND id <> NEW.id)
BEGIN
  INSERT OR IGNORE INTO edited VALUES (NEW.article);
END;

-- The day from which the article of a mention is known: persons are counted as of a day from one index.
ALTER TABLE person_links ADD COLUMN known TEXT NOT NULL DEFAULT '';
UPDATE person_links SET known = (
  SELECT ${knownOf('a')} FROM article_officials o JOIN extractions x ON x.id = o.extraction
    JOIN article_versions v ON v.id = x.version JOIN articles a ON a.key = v.article
  WHERE o.id = person_links.official);
DROP INDEX person_links_person;
CREATE INDEX person_links_person ON person_links(person, known);
CREATE VIEW current_links AS SELECT official, person, known FROM person_links;
CREATE TRIGGER articles_persons_known AFTER UPDATE OF published, first_seen ON articles
WHEN ${knownOf('OLD')} IS NOT ${knownOf('NEW')}
BEGIN
  UPDATE person_links SET known = ${knownOf('NEW')} WHERE official IN (
    SELECT o.id FROM article_officials o JOIN extractions x ON x.id = o.extraction
      JOIN article_versions v ON v.id = x.version
    WHERE v.article = NEW.key);
END;
`;
