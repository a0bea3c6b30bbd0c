/**
 * Texts that count no more stay searchable, for whoever asks what was known on a day; and views that say which readings
 * count now, for lists and for people with an SQLite browser.
 */
export const past = `
-- Search keys of the texts that an article had before, by version; and of the values in them.
CREATE VIRTUAL TABLE past_article_words USING fts5(
  title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE past_observation_words USING fts5(
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO past_article_words(past_article_words, rank) VALUES ('secure-delete', 1);
INSERT INTO past_observation_words(past_observation_words, rank) VALUES ('secure-delete', 1);

-- The reading that counts of every article: what lists and sums go through, as it asks no other table.
CREATE VIEW current_readings AS
SELECT current AS extraction, key AS article, publisher, published, substr(coalesce(published, first_seen), 1, 10) AS known
FROM articles WHERE current IS NOT NULL;
-- The persons that officials of these readings are taken for.
CREATE VIEW current_links AS SELECT official, person FROM person_links;
-- The latest reading of every text that counts no more.
CREATE VIEW past_readings AS
SELECT v.id AS version, max(x.id) AS extraction
FROM article_versions v JOIN extractions x ON x.version = v.id JOIN articles a ON a.key = v.article
GROUP BY v.id HAVING max(x.id = a.current) IS NOT 1;

INSERT INTO past_article_words(rowid, title, text)
SELECT p.version, search_keys(v.title), search_keys(v.text)
FROM past_readings p JOIN article_versions v ON v.id = p.version;
INSERT INTO past_observation_words(rowid, words)
SELECT o.id, search_keys(concat_ws(' | ', s.quote, o.subject, o.program_kk, o.program_ru, o.region_kk, o.region_ru))
FROM past_readings p JOIN observations o ON o.extraction = p.extraction JOIN spans s ON s.id = o.sentence;
`;
