/**
 * What joins articles and names: stories, people, and the values that two articles of one story both state.
 * All of it is worked out again from the facts whenever these change (`store.link`), and each row says why it is there.
 */
export const links = `
-- Articles whose links are still to be worked out; a run that was killed leaves them for the next.
CREATE TABLE unlinked(article INTEGER PRIMARY KEY REFERENCES articles(key)) STRICT;
INSERT INTO unlinked SELECT key FROM articles WHERE current IS NOT NULL;
-- Surnames whose bearers are still to be told apart.
CREATE TABLE unresolved(surname TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What an article tells, as marks that another telling of the same event would have too; day 0 is an unknown one.
CREATE TABLE story_marks(
  mark TEXT NOT NULL,
  day INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles(key),
  PRIMARY KEY(mark, day, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_marks_article ON story_marks(article);

-- Two articles that tell one story, and the marks that both have.
CREATE TABLE story_ties(
  a INTEGER NOT NULL REFERENCES articles(key),
  b INTEGER NOT NULL REFERENCES articles(key),
  score REAL NOT NULL CHECK(score BETWEEN 0 AND 1),
  reprint INTEGER NOT NULL CHECK(reprint IN (0, 1)),
  shared TEXT NOT NULL CHECK(json_valid(shared)),
  PRIMARY KEY(a, b),
  CHECK(a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_ties_b ON story_ties(b);

-- A story is named by its origin, the article that told it first. An article that nobody else tells is in none.
CREATE TABLE story_members(
  article INTEGER PRIMARY KEY REFERENCES articles(key),
  story INTEGER NOT NULL REFERENCES articles(key),
  role TEXT NOT NULL CHECK(role IN ('origin', 'reprint', 'translation', 'rewrite')),
  CHECK((role = 'origin') = (article = story))
) STRICT;
CREATE INDEX story_members_story ON story_members(story);

-- Values that articles of one story share: one point, named by the observation of the article that said it first.
CREATE TABLE points(
  observation INTEGER PRIMARY KEY REFERENCES observations(id),
  point TEXT NOT NULL
) STRICT;

-- Every mention of an official and the person it is taken for: how the names compare, and what else agrees.
CREATE TABLE person_links(
  official INTEGER PRIMARY KEY REFERENCES article_officials(id),
  person TEXT NOT NULL,
  level TEXT NOT NULL CHECK(level IN ('same', 'similar', 'initials')),
  shared TEXT NOT NULL CHECK(json_valid(shared))
) STRICT;
CREATE INDEX person_links_person ON person_links(person);
-- Persons who may be one: the names agree, and nothing else does.
CREATE TABLE person_doubts(
  person TEXT NOT NULL,
  other TEXT NOT NULL,
  surname TEXT NOT NULL,
  PRIMARY KEY(person, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_doubts_surname ON person_doubts(surname);

ALTER TABLE article_officials ADD COLUMN surname TEXT NOT NULL DEFAULT '';
UPDATE article_officials SET surname = surname_block(name);
CREATE INDEX article_officials_surname ON article_officials(surname);
INSERT INTO unresolved SELECT DISTINCT surname FROM article_officials WHERE surname <> '';

CREATE VIEW current_officials AS
SELECT coalesce(l.person, o.key) AS person, o.id AS official, o.key, o.catalogue_id, o.name, o.post, o.post_id,
  o.jurisdiction_id, o.jurisdiction, o.roles, o.rule, o.surname, a.article, a.extraction, a.article_id, a.publisher,
  a.lang, a.published, a.known
FROM article_officials o
JOIN current_articles a ON a.extraction = o.extraction
LEFT JOIN person_links l ON l.official = o.id;

DROP VIEW current_events;
CREATE VIEW current_events AS
SELECT a.article_id || '#' || e.tag AS id, a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen,
  a.known, e.kind, e.date_from, e.date_to, e.date_text, e.program, e.program_key, e.official,
  coalesce((SELECT l.person FROM article_officials o JOIN person_links l ON l.official = o.id
            WHERE o.extraction = e.extraction AND o.key = e.official_key LIMIT 1), e.official_key) AS official_key,
  e.organisation, e.region, e.region_id, q.quote, q.start, q."end", s.quote AS sentence,
  s.start AS sentence_start, e.extraction, e.rule
FROM events e
JOIN current_articles a ON a.extraction = e.extraction
JOIN spans q ON q.id = e.span
JOIN spans s ON s.id = e.sentence;

DROP VIEW current_observations;
CREATE VIEW current_observations AS
SELECT a.article_id || '#' || o.tag AS id, coalesce(p.point, a.article_id || '#' || o.tag) AS point,
  a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen,
  a.known, q.quote, q.start, q."end", s.quote AS sentence, s.start AS sentence_start,
  o.id AS observation, o.extraction, o.measure, o.value, o.high, o.previous, o."order", o.comparator, o.hedge, o.per,
  o.unit, o.unit_class, o.subject, o.concept, o.indicator, o.direction, o.status,
  o.period_from, o.period_to, o.period_text, o.region_id, o.region_kk, o.region_ru,
  o.program_key, o.program_id, o.program_kk, o.program_ru, o.source, o.inferred, o.rule, o.confidence,
  r.version AS ruleset
FROM observations o
JOIN current_articles a ON a.extraction = o.extraction
JOIN extractions x ON x.id = o.extraction
JOIN rulesets r ON r.id = x.ruleset
JOIN spans q ON q.id = o.span
JOIN spans s ON s.id = o.sentence
LEFT JOIN points p ON p.observation = o.id;
`;
