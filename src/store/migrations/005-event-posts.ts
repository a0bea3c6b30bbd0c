/** Events tell whether they have happened or are planned, and which post somebody got or left. */
export const eventPosts = `
ALTER TABLE events ADD COLUMN status TEXT NOT NULL DEFAULT 'actual' CHECK(status IN ('actual', 'planned'));
ALTER TABLE events ADD COLUMN post TEXT;

DROP VIEW current_events;
CREATE VIEW current_events AS
SELECT a.article_id || '#' || e.tag AS id, a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen,
  a.known, e.kind, e.status, e.date_from, e.date_to, e.date_text, e.program, e.program_key, e.official, e.post,
  coalesce((SELECT l.person FROM article_officials o JOIN person_links l ON l.official = o.id
            WHERE o.extraction = e.extraction AND o.key = e.official_key LIMIT 1), e.official_key) AS official_key,
  e.organisation, e.region, e.region_id, q.quote, q.start, q."end", s.quote AS sentence,
  s.start AS sentence_start, e.extraction, e.rule
FROM events e
JOIN current_articles a ON a.extraction = e.extraction
JOIN spans q ON q.id = e.span
JOIN spans s ON s.id = e.sentence;
`;
