/**
 * What a crawl leaves behind beside articles: where the pages are kept, what was taken out on legal demand, and how
 * each publisher did day by day.
 */
export const crawl = `
-- Pages as they were fetched, in WARC files beside the store: one row for each record that we wrote.
CREATE TABLE captures(
  id INTEGER PRIMARY KEY,
  -- The address under which the article is kept.
  url TEXT NOT NULL,
  url_key TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  page_sha256 TEXT NOT NULL,
  file TEXT NOT NULL,
  start INTEGER NOT NULL CHECK(start >= 0),
  length INTEGER NOT NULL CHECK(length > 0),
  UNIQUE(file, start)
) STRICT;
CREATE INDEX captures_url ON captures(url_key);

-- What was taken out, so that it never comes back: nothing of its text is here.
CREATE TABLE redactions(
  url_key TEXT PRIMARY KEY,
  article_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A text never goes, unless a tombstone says why.
DROP TRIGGER article_versions_no_delete;
CREATE TRIGGER article_versions_no_delete BEFORE DELETE ON article_versions
WHEN NOT EXISTS (SELECT 1 FROM articles a JOIN redactions r ON r.url_key = coalesce(a.url_key, a.id)
                 WHERE a.key = OLD.article)
BEGIN SELECT RAISE(ABORT, 'article_versions are immutable'); END;

-- What a publisher yielded on a day of Almaty, all runs of the day together: what alarms are judged by.
CREATE TABLE publisher_days(
  publisher TEXT NOT NULL,
  day TEXT NOT NULL,
  counts TEXT NOT NULL CHECK(json_valid(counts)),
  alarms TEXT NOT NULL CHECK(json_valid(alarms)),
  PRIMARY KEY(publisher, day)
) STRICT, WITHOUT ROWID;

-- Two states more: an address that leads to another one for good, and one that was taken out.
ALTER TABLE frontier RENAME TO frontier_before;
DROP INDEX frontier_due;
CREATE TABLE frontier(
  url TEXT PRIMARY KEY,
  publisher TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN
    ('new', 'fetched', 'unchanged', 'failed', 'gone', 'moved', 'refused', 'redacted')),
  tries INTEGER NOT NULL DEFAULT 0,
  next_at TEXT,
  lastmod TEXT,
  etag TEXT,
  last_modified TEXT,
  content_hash TEXT,
  reason TEXT,
  discovered_at TEXT NOT NULL,
  visited_at TEXT,
  CHECK(state <> 'redacted' OR next_at IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO frontier SELECT * FROM frontier_before;
UPDATE frontier SET state = 'moved' WHERE state = 'refused' AND reason LIKE 'moved to %';
DROP TABLE frontier_before;
CREATE INDEX frontier_due ON frontier(publisher, next_at) WHERE next_at IS NOT NULL;
`;
