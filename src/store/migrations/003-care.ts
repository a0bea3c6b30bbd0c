/** States of the record that were frozen under a name, and what no record should keep. */
export const care = `
CREATE TABLE releases(
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  articles INTEGER NOT NULL,
  observations INTEGER NOT NULL,
  -- Of the file that holds the frozen state; that file itself cannot know it.
  sha256 TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO article_words(article_words, rank) VALUES ('secure-delete', 1);
INSERT INTO observation_words(observation_words, rank) VALUES ('secure-delete', 1);

-- Identifiers and people without a post are nobody's facts.
DELETE FROM mentions WHERE kind = 'identifier';
DELETE FROM mentions WHERE type = 'person' AND NOT EXISTS (
  SELECT 1 FROM article_officials o JOIN official_spans s ON s.official = o.id
  WHERE o.extraction = mentions.extraction AND s.span = mentions.span);
`;
