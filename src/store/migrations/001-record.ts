/**
 * The record: articles, their texts, and every fact as a reading of one text by one version of the rules.
 *
 * What the file itself holds, whoever writes to it:
 * - a text never changes and never goes (`article_versions`), so that a quote stays provable;
 * - a span is accepted only with the exact words that stand at its offsets (UTF-16 units, `utf16_slice`);
 * - slots of a value come from the lists of the contract.
 */
export const record = `
CREATE TABLE articles(
  key INTEGER PRIMARY KEY,
  -- The id people and links use. One that came with the article wins over one derived from its address.
  id TEXT NOT NULL UNIQUE,
  id_given INTEGER NOT NULL CHECK(id_given IN (0, 1)),
  url TEXT,
  url_key TEXT UNIQUE,
  publisher TEXT,
  published TEXT,
  modified TEXT,
  authors TEXT NOT NULL CHECK(json_valid(authors)),
  first_seen TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  -- The reading that counts now: the latest text, read by the latest rules.
  current INTEGER REFERENCES extractions(id) DEFERRABLE INITIALLY DEFERRED,
  CHECK((url IS NULL) = (url_key IS NULL))
) STRICT;
CREATE INDEX articles_current ON articles(current);
CREATE INDEX articles_published ON articles(published);

-- Every id an article was ever known by: a link once given out keeps leading there.
CREATE TABLE article_ids(
  id TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(key)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_versions(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(key),
  title TEXT NOT NULL CHECK(instr(title, char(0)) = 0),
  lang TEXT NOT NULL CHECK(lang IN ('kk', 'ru', 'mixed', 'other', 'und')),
  lang_confidence REAL NOT NULL CHECK(lang_confidence BETWEEN 0 AND 1),
  script TEXT NOT NULL CHECK(script IN ('cyrillic', 'latin', 'arabic')),
  reader TEXT CHECK(reader IN ('publisher', 'json-ld', 'generic')),
  page_sha256 TEXT,
  text_sha256 TEXT NOT NULL,
  sections TEXT NOT NULL CHECK(json_valid(sections)),
  length INTEGER NOT NULL,
  text TEXT NOT NULL CHECK(instr(text, char(0)) = 0),
  UNIQUE(article, text_sha256, title)
) STRICT;
CREATE TRIGGER article_versions_no_update BEFORE UPDATE ON article_versions
BEGIN SELECT RAISE(ABORT, 'article_versions are immutable'); END;
CREATE TRIGGER article_versions_no_delete BEFORE DELETE ON article_versions
BEGIN SELECT RAISE(ABORT, 'article_versions are immutable'); END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER article_versions_no_replace BEFORE INSERT ON article_versions
WHEN EXISTS (SELECT 1 FROM article_versions WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM article_versions
             WHERE article = NEW.article AND text_sha256 = NEW.text_sha256 AND title = NEW.title)
BEGIN SELECT RAISE(ABORT, 'article_versions are immutable'); END;

-- When a page looked like this, first and last.
CREATE TABLE sightings(
  version INTEGER PRIMARY KEY REFERENCES article_versions(id),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  CHECK(first_at <= last_at)
) STRICT;

CREATE TABLE rulesets(
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  first_used TEXT NOT NULL
) STRICT;

-- One reading of one text. The day of publication is part of it: "last year" depends on it.
CREATE TABLE extractions(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES article_versions(id),
  ruleset INTEGER NOT NULL REFERENCES rulesets(id),
  published TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE(version, ruleset, published)
) STRICT;

CREATE TABLE spans(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES article_versions(id),
  start INTEGER NOT NULL CHECK(start >= 0),
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  CHECK("end" > start),
  UNIQUE(version, start, "end")
) STRICT;
CREATE TRIGGER spans_quote BEFORE INSERT ON spans
WHEN NEW.quote IS NOT (SELECT utf16_slice(text, NEW.start, NEW."end") FROM article_versions WHERE id = NEW.version)
BEGIN SELECT RAISE(ABORT, 'the quote is not what stands at these offsets of the text'); END;
CREATE TRIGGER spans_no_update BEFORE UPDATE ON spans
BEGIN SELECT RAISE(ABORT, 'spans are immutable'); END;

CREATE TABLE mentions(
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  span INTEGER NOT NULL REFERENCES spans(id),
  type TEXT NOT NULL CHECK(type IN
    ('program', 'event', 'region', 'person', 'post', 'organisation', 'number', 'date', 'law')),
  rule TEXT NOT NULL,
  ref TEXT,
  value REAL,
  kind TEXT CHECK(kind IN
    ('cardinal', 'ordinal', 'percent', 'money', 'measure', 'date', 'time', 'age', 'identifier')),
  PRIMARY KEY(extraction, span, type, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_programs(
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  key TEXT NOT NULL,
  catalogue_id TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('program', 'project', 'campaign', 'contest', 'benefit', 'plan', 'event')),
  rule TEXT NOT NULL,
  UNIQUE(extraction, key)
) STRICT;
CREATE INDEX article_programs_key ON article_programs(key);
CREATE TABLE program_spans(
  program INTEGER NOT NULL REFERENCES article_programs(id),
  span INTEGER NOT NULL REFERENCES spans(id),
  PRIMARY KEY(program, span)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_regions(
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  region_id TEXT NOT NULL,
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  level TEXT NOT NULL CHECK(level IN ('country', 'oblast', 'city', 'district', 'village')),
  rule TEXT NOT NULL,
  UNIQUE(extraction, region_id)
) STRICT;
CREATE INDEX article_regions_id ON article_regions(region_id);
CREATE TABLE region_spans(
  region INTEGER NOT NULL REFERENCES article_regions(id),
  span INTEGER NOT NULL REFERENCES spans(id),
  PRIMARY KEY(region, span)
) STRICT, WITHOUT ROWID;

-- A person with a post; one row for each post that the article gives.
CREATE TABLE article_officials(
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  key TEXT NOT NULL,
  catalogue_id TEXT,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  post_id TEXT,
  jurisdiction_id TEXT,
  jurisdiction TEXT,
  roles TEXT NOT NULL CHECK(json_valid(roles)),
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX article_officials_extraction ON article_officials(extraction);
CREATE INDEX article_officials_key ON article_officials(key);
CREATE INDEX article_officials_jurisdiction ON article_officials(jurisdiction_id);
CREATE TABLE official_spans(
  official INTEGER NOT NULL REFERENCES article_officials(id),
  span INTEGER NOT NULL REFERENCES spans(id),
  PRIMARY KEY(official, span)
) STRICT, WITHOUT ROWID;

CREATE TABLE observations(
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  -- The part of the public id after '#'.
  tag TEXT NOT NULL,
  span INTEGER NOT NULL REFERENCES spans(id),
  sentence INTEGER NOT NULL REFERENCES spans(id),
  measure TEXT NOT NULL CHECK(measure IN ('level', 'change', 'ratio')),
  value REAL,
  high REAL,
  previous REAL,
  "order" REAL,
  comparator TEXT NOT NULL CHECK(comparator IN ('=', '>', '>=', '<', '<=', '~')),
  hedge TEXT,
  per TEXT,
  unit TEXT NOT NULL,
  unit_class TEXT NOT NULL CHECK(unit_class IN
    ('count', 'percent', 'percentage_point', 'times', 'money', 'measure')),
  subject TEXT NOT NULL,
  concept TEXT,
  -- The concept, or the folded subject: what the page of an indicator gathers.
  indicator TEXT NOT NULL,
  direction TEXT CHECK(direction IN ('up', 'down')),
  status TEXT NOT NULL CHECK(status IN ('actual', 'planned', 'forecast', 'denied', 'rule')),
  period_from TEXT,
  period_to TEXT,
  period_text TEXT,
  region_id TEXT,
  region_kk TEXT,
  region_ru TEXT,
  program_key TEXT,
  program_id TEXT,
  program_kk TEXT,
  program_ru TEXT,
  source TEXT,
  inferred TEXT NOT NULL CHECK(json_valid(inferred)),
  rule TEXT NOT NULL,
  confidence REAL NOT NULL CHECK(confidence BETWEEN 0 AND 1),
  UNIQUE(extraction, tag),
  CHECK(value IS NOT NULL OR "order" IS NOT NULL OR high IS NOT NULL OR direction IS NOT NULL),
  CHECK(high IS NULL OR value IS NULL OR value <= high),
  CHECK(period_text IS NOT NULL OR (period_from IS NULL AND period_to IS NULL)),
  CHECK((region_id IS NULL) = (region_kk IS NULL) AND (region_id IS NULL) = (region_ru IS NULL)),
  CHECK((program_key IS NULL) = (program_kk IS NULL) AND (program_key IS NULL) = (program_ru IS NULL))
) STRICT;
CREATE INDEX observations_program ON observations(program_key);
CREATE INDEX observations_region ON observations(region_id);
CREATE INDEX observations_indicator ON observations(indicator);

CREATE TABLE events(
  id INTEGER PRIMARY KEY,
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  tag TEXT NOT NULL,
  span INTEGER NOT NULL REFERENCES spans(id),
  sentence INTEGER NOT NULL REFERENCES spans(id),
  kind TEXT NOT NULL CHECK(kind IN
    ('start', 'end', 'creation', 'signing', 'opening', 'appointment', 'dismissal')),
  date_from TEXT,
  date_to TEXT,
  date_text TEXT NOT NULL,
  program TEXT,
  program_key TEXT,
  official TEXT,
  official_key TEXT,
  organisation TEXT,
  region TEXT,
  region_id TEXT,
  rule TEXT NOT NULL,
  UNIQUE(extraction, tag)
) STRICT;
CREATE INDEX events_program ON events(program_key);
CREATE INDEX events_official ON events(official_key);
CREATE INDEX events_region ON events(region_id);

CREATE TABLE issues(
  extraction INTEGER NOT NULL REFERENCES extractions(id),
  n INTEGER NOT NULL,
  code TEXT NOT NULL,
  at TEXT,
  detail TEXT NOT NULL,
  PRIMARY KEY(extraction, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  -- Moves on when a later run of the same kind found nothing new.
  confirmed_at TEXT NOT NULL,
  ruleset TEXT NOT NULL,
  publishers TEXT NOT NULL CHECK(json_valid(publishers)),
  counts TEXT NOT NULL CHECK(json_valid(counts)),
  problems TEXT NOT NULL CHECK(json_valid(problems))
) STRICT;

-- Addresses we know of, and when to ask for each again.
CREATE TABLE frontier(
  url TEXT PRIMARY KEY,
  publisher TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('new', 'fetched', 'unchanged', 'failed', 'gone', 'refused')),
  tries INTEGER NOT NULL DEFAULT 0,
  next_at TEXT,
  lastmod TEXT,
  etag TEXT,
  last_modified TEXT,
  content_hash TEXT,
  reason TEXT,
  discovered_at TEXT NOT NULL,
  visited_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX frontier_due ON frontier(publisher, next_at) WHERE next_at IS NOT NULL;

-- Search keys (one a word, folded and reduced to what its case forms share), not the words themselves.
CREATE VIRTUAL TABLE article_words USING fts5(
  title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE observation_words USING fts5(
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

-- What stands now, readable in any SQLite browser; our own queries read these views too.
CREATE VIEW current_articles AS
SELECT a.key AS article, a.current AS extraction, v.id AS version, a.id AS article_id, a.url, a.publisher, v.lang,
  nullif(v.title, '') AS title, a.published, a.modified, a.authors, a.first_seen AS seen, a.confirmed_at, v.length,
  -- The day from which the article is known.
  substr(coalesce(a.published, a.first_seen), 1, 10) AS known
FROM articles a JOIN extractions x ON x.id = a.current JOIN article_versions v ON v.id = x.version;

CREATE VIEW current_observations AS
SELECT a.article_id || '#' || o.tag AS id, a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen,
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
JOIN spans s ON s.id = o.sentence;

CREATE VIEW current_events AS
SELECT a.article_id || '#' || e.tag AS id, a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen,
  a.known, e.kind, e.date_from, e.date_to, e.date_text, e.program, e.program_key, e.official, e.official_key,
  e.organisation, e.region, e.region_id, q.quote, q.start, q."end", s.quote AS sentence,
  s.start AS sentence_start, e.extraction, e.rule
FROM events e
JOIN current_articles a ON a.extraction = e.extraction
JOIN spans q ON q.id = e.span
JOIN spans s ON s.id = e.sentence;
`;
