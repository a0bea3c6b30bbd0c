import type { Database } from 'better-sqlite3';
import { sentenceAround } from '../text.ts';
import type { SourceRow } from '../views.ts';
import { column, type Raw, sourceOf } from './rows.ts';

/** A place where one article names a program and a region close to each other. */
export interface ReachRow extends SourceRow {
  /** From the one name to the other, exactly as written, and the sentence that it begins in. */
  readonly quote: string;
  readonly sentence: string;
}

/** So many characters at most lie between the two names, and so many articles are looked at. */
const NEAR = 250;
const LIMIT = 20;

/** Articles known on a day that name a program beside a region or a place in it, the latest first. */
export function reachQuery(db: Database): (program: string, region: string, asOf: string) => ReachRow[] {
  const find = db.prepare<[string, string, string, string], Raw>(
    `SELECT a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen, v.text,
       min(s.start, t.start) AS start, max(s."end", t."end") AS "end", min(abs(s.start - t.start)) AS gap
     FROM article_programs p
     JOIN current_articles a ON a.extraction = p.extraction
     JOIN article_versions v ON v.id = a.version
     JOIN article_regions r ON r.extraction = p.extraction AND (r.region_id = ? OR r.region_id LIKE ? || '/%')
     JOIN program_spans ps ON ps.program = p.id JOIN spans s ON s.id = ps.span
     JOIN region_spans rs ON rs.region = r.id JOIN spans t ON t.id = rs.span
     WHERE p.key = ? AND a.known <= ? AND abs(s.start - t.start) <= ${NEAR}
     GROUP BY a.article ORDER BY a.known DESC, a.article_id LIMIT ${LIMIT}`,
  );
  return (program, region, asOf) =>
    find.all(region, region, program, asOf).map((row) => {
      const text = column.text(row, 'text');
      const [start, end] = [column.number(row, 'start'), column.number(row, 'end')];
      return {
        ...sourceOf(row),
        quote: text.slice(start, end),
        sentence: text.slice(...sentenceAround(text, start, end)),
      };
    });
}
