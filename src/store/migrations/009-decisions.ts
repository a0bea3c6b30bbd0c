/** What a person has decided about who is who and which articles tell one story, and the verdicts that were kept. */
export const decisions = `
-- The decisions that the links of this file were made with; one that comes or goes has its links made anew.
CREATE TABLE decisions(entry TEXT PRIMARY KEY CHECK(json_valid(entry))) STRICT, WITHOUT ROWID;

-- A link may now have been decided by hand.
CREATE TABLE person_links_before AS SELECT * FROM person_links;
DROP TABLE person_links;
CREATE TABLE person_links(
  official INTEGER PRIMARY KEY REFERENCES article_officials(id),
  person TEXT NOT NULL,
  level TEXT NOT NULL CHECK(level IN ('same', 'similar', 'initials', 'decided')),
  shared TEXT NOT NULL CHECK(json_valid(shared))
) STRICT;
INSERT INTO person_links SELECT * FROM person_links_before;
DROP TABLE person_links_before;
CREATE INDEX person_links_person ON person_links(person);

-- What 'derek check --keep' answered: the whole answer, and the articles that it cites.
CREATE TABLE verdicts(
  id INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  lang TEXT NOT NULL CHECK(lang IN ('kk', 'ru', 'mixed', 'other', 'und')),
  as_of TEXT NOT NULL,
  claimed_at TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK(verdict IN
    ('SUPPORTED', 'REFUTED', 'PARTLY', 'OUTDATED', 'CONFLICTING', 'INCONCLUSIVE', 'NO_EVIDENCE')),
  verdict_then TEXT NOT NULL CHECK(verdict_then IN
    ('SUPPORTED', 'REFUTED', 'PARTLY', 'OUTDATED', 'CONFLICTING', 'INCONCLUSIVE', 'NO_EVIDENCE')),
  reason TEXT NOT NULL,
  ruleset TEXT NOT NULL,
  -- First answered so, and last.
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  -- CONTRACT section 5. The same answer to the same question is one row; another answer is another row.
  answer TEXT NOT NULL CHECK(json_valid(answer) AND json_extract(answer, '$.coverage.articles') IS NOT NULL),
  answer_sha256 TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE verdict_articles(
  verdict INTEGER NOT NULL REFERENCES verdicts(id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles(key),
  PRIMARY KEY(verdict, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_articles_article ON verdict_articles(article);
`;
