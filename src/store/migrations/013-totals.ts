/** What the whole record holds, kept up like the tallies: the end of every run tells it. */

const KINDS = [
  ['programs', 'article_programs'],
  ['regions', 'article_regions'],
  ['officials', 'article_officials'],
  ['observations', 'observations'],
  ['events', 'events'],
] as const;
const columns = KINDS.map(([column]) => column).join(', ');

/** One reading as a row of `totals`. */
const counted = (reading: string, publisher: string): string => `
  SELECT coalesce(${publisher}, '') AS publisher, v.lang, 1 AS articles,
    ${KINDS.map(([column, table]) => `(SELECT count(*) FROM ${table} WHERE extraction = x.id) AS ${column}`).join(', ')}
  FROM extractions x JOIN article_versions v ON v.id = x.version WHERE x.id = ${reading}`;

const counting = (article: 'OLD' | 'NEW', sign: '+' | '-'): string => `
  INSERT INTO totals(publisher, lang, articles, ${columns})
    SELECT publisher, lang, ${sign}articles, ${KINDS.map(([column]) => `${sign}${column}`).join(', ')}
    FROM (${counted(`${article}.current`, `${article}.publisher`)}) WHERE true
    ON CONFLICT DO UPDATE SET articles = articles + excluded.articles,
      ${KINDS.map(([column]) => `${column} = ${column} + excluded.${column}`).join(', ')};`;

export const totals = `
-- Articles and the facts in them by outlet and language; '' is an article without a publisher.
CREATE TABLE totals(
  publisher TEXT NOT NULL,
  lang TEXT NOT NULL,
  articles INTEGER NOT NULL,
  ${KINDS.map(([column]) => `${column} INTEGER NOT NULL`).join(',\n  ')},
  PRIMARY KEY(publisher, lang)
) STRICT, WITHOUT ROWID;
INSERT INTO totals
  SELECT c.publisher, c.lang, count(*), ${KINDS.map(([column]) => `sum(c.${column})`).join(', ')}
  FROM (${counted('a.current', 'a.publisher').replace('FROM extractions x', 'FROM articles a JOIN extractions x')}) c
  GROUP BY 1, 2;

CREATE TRIGGER articles_totalled_out AFTER UPDATE OF current, publisher ON articles
WHEN OLD.current IS NOT NULL AND (OLD.current IS NOT NEW.current OR OLD.publisher IS NOT NEW.publisher)
BEGIN
  ${counting('OLD', '-')}
  DELETE FROM totals WHERE articles = 0;
END;
CREATE TRIGGER articles_totalled_in AFTER UPDATE OF current, publisher ON articles
WHEN NEW.current IS NOT NULL AND (OLD.current IS NOT NEW.current OR OLD.publisher IS NOT NEW.publisher)
BEGIN
  ${counting('NEW', '+')}
END;
`;
