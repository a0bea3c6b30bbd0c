import { clearing, counting, knownOf } from './007-tallies.ts';

/** The same guards and sums for less work: what an article is saved with decides how fast a night is. */
export const lighter = `
-- Quotes are cut by offsets in UTF-16 units, which are characters in all texts but those with emoji and the like:
-- these have fewer characters than units, and a function of ours looks at them.
CREATE TRIGGER article_versions_length AFTER INSERT ON article_versions
WHEN NEW.length IS NOT utf16_length(NEW.text)
BEGIN SELECT RAISE(ABORT, 'the length is not that of the text in UTF-16 units'); END;
DROP TRIGGER spans_quote;
CREATE TRIGGER spans_quote BEFORE INSERT ON spans
WHEN NOT EXISTS (SELECT 1 FROM article_versions WHERE id = NEW.version AND NEW."end" <= length
  AND NEW.quote IS iif(length(text) = length, substr(text, NEW.start + 1, NEW."end" - NEW.start),
    utf16_slice(text, NEW.start, NEW."end")))
BEGIN SELECT RAISE(ABORT, 'the quote is not what stands at these offsets of the text'); END;

-- A new article has no reading that has to be counted out.
DROP TRIGGER articles_tallied;
CREATE TRIGGER articles_counted_out AFTER UPDATE OF current, published, publisher, first_seen ON articles
WHEN OLD.current IS NOT NULL AND (OLD.current IS NOT NEW.current OR OLD.publisher IS NOT NEW.publisher
  OR ${knownOf('OLD')} IS NOT ${knownOf('NEW')})
BEGIN
  ${counting('OLD', -1)}
  ${clearing}
END;
CREATE TRIGGER articles_counted_in AFTER UPDATE OF current, published, publisher, first_seen ON articles
WHEN NEW.current IS NOT NULL AND (OLD.current IS NOT NEW.current OR OLD.publisher IS NOT NEW.publisher
  OR ${knownOf('OLD')} IS NOT ${knownOf('NEW')})
BEGIN
  ${counting('NEW', 1)}
END;
`;
