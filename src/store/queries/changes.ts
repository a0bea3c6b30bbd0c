import type { Database } from 'better-sqlite3';
import { editsBetween } from '../../resolve/edits.ts';
import type { ChangedArticle, ChangedValue } from '../views.ts';
import { column, type Raw, sourceOf } from './rows.ts';

const { text, maybe, maybeNumber, number } = column;

export interface ChangeQueries {
  /** Articles whose text was edited on this day (`YYYY-MM-DD`) or later, the latest edit first; all without a day. */
  changes(since?: string): ChangedArticle[];
  /** The edits of one article, the latest first. */
  editsOf(articleId: string): ChangedArticle[];
}

export function changeQueries(db: Database): ChangeQueries {
  // The reading of an older text is the latest that was made of it: today's rules are run over today's texts only.
  const edited = (which: string) => `WITH texts AS (
       SELECT v.article, v.title AS headline, s.first_at AS at,
         (SELECT max(x.id) FROM extractions x WHERE x.version = v.id) AS reading,
         lag(v.title) OVER w AS before_headline,
         lag((SELECT max(x.id) FROM extractions x WHERE x.version = v.id)) OVER w AS before
       FROM article_versions v JOIN sightings s ON s.version = v.id ${which}
       WINDOW w AS (PARTITION BY v.article ORDER BY s.first_at, v.id))
     SELECT a.*, t.at, t.reading, t.before, t.headline, t.before_headline
     FROM texts t JOIN current_articles a ON a.article = t.article
     WHERE t.before IS NOT NULL AND t.at >= ? ORDER BY t.at DESC, a.article_id`;
  const all = db.prepare<[string], Raw>(edited(''));
  const ofOne = db.prepare<[string, string], Raw>(
    edited('WHERE v.article = (SELECT article FROM article_ids WHERE id = ?)'),
  );
  const values = db.prepare<[number], Raw>(
    `SELECT o.tag, q.quote, s.quote AS sentence, o.value, o.high, o.previous, o.unit, o.unit_class, o.subject
     FROM observations o JOIN spans q ON q.id = o.span JOIN spans s ON s.id = o.sentence
     WHERE o.extraction = ? ORDER BY q.start, q."end", o.tag`,
  );
  const stated = (reading: number): ChangedValue[] => values.all(reading).map(statedOf);

  const changeOf = (row: Raw): ChangedArticle => ({
    ...sourceOf(row),
    editedAt: text(row, 'at'),
    oldTitle: text(row, 'headline') === text(row, 'before_headline') ? null : maybe(row, 'before_headline'),
    values: editsBetween(stated(number(row, 'before')), stated(number(row, 'reading'))),
  });

  return {
    changes: (since = '') => all.all(since).map(changeOf),
    editsOf: (articleId) => ofOne.all(articleId, '').map(changeOf),
  };
}

const statedOf = (row: Raw): ChangedValue => ({
  quote: text(row, 'quote'),
  sentence: text(row, 'sentence'),
  value: maybeNumber(row, 'value'),
  high: maybeNumber(row, 'high'),
  previous: maybeNumber(row, 'previous'),
  unit: text(row, 'unit'),
  unitClass: text(row, 'unit_class'),
  subject: text(row, 'subject'),
});
