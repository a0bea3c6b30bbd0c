import type { Database } from 'better-sqlite3';
import { supersessions } from '../../resolve/supersede.ts';
import type { EventRow, ObservationRow, Timeline, TimelineFilter, TimelineRow } from '../views.ts';
import { eventOf, observationOf, type Raw } from './rows.ts';

/** The end of a period as a day that is never too early: `2024` is `2024-99-99`. */
const lateEnd = (column: string): string => `substr(${column} || '-99-99', 1, 10)`;

/** Which column of observations and of events a filter looks at. */
const COLUMNS = {
  programs: { observations: 'program_key', events: 'program_key' },
  regions: { observations: 'region_id', events: 'region_id' },
  indicators: { observations: 'indicator', events: null },
} as const;

/** The day from which the article of a value is known. */
const knownOf = ({ published, seen }: ObservationRow): string => (published ?? seen).slice(0, 10);

interface Where {
  readonly sql: string;
  readonly values: readonly string[];
}

function where(filter: TimelineFilter, table: 'observations' | 'events'): Where {
  const parts: string[] = [];
  const values: string[] = [];
  for (const slot of ['programs', 'regions', 'indicators'] as const) {
    const keys = filter[slot];
    const column = COLUMNS[slot][table];
    if (keys === undefined) continue;
    parts.push(column === null ? 'false' : `${column} IN (${keys.map(() => '?').join(', ')})`);
    if (column !== null) values.push(...keys);
  }
  const [from, to] = table === 'observations' ? ['period_from', 'period_to'] : ['date_from', 'date_to'];
  const dated = `(${from} IS NOT NULL OR ${to} IS NOT NULL)`;
  if (filter.from !== undefined) {
    parts.push(`CASE WHEN ${dated} THEN coalesce(${lateEnd(to)}, '9999') >= ? ELSE known >= ? END`);
    values.push(filter.from, filter.from);
  }
  if (filter.to !== undefined) {
    parts.push(`CASE WHEN ${dated} THEN coalesce(${from}, '') <= ? ELSE known <= ? END`);
    values.push(filter.to, filter.to);
  }
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

export interface ObservationQueries {
  /** One fact by its public id; an older id of its article leads there too. */
  observation(id: string): ObservationRow | undefined;
  timeline(filter: TimelineFilter): Timeline;
  ofArticle(articleId: string): ObservationRow[];
  events(filter: TimelineFilter): EventRow[];
  eventsOfArticle(articleId: string): EventRow[];
  eventsOfOfficial(key: string): EventRow[];
}

export function observationQueries(db: Database): ObservationQueries {
  const one = db.prepare<[string, string], Raw>(
    `SELECT * FROM current_observations WHERE article_id =
       (SELECT a.id FROM article_ids i JOIN articles a ON a.key = i.article WHERE i.id = ?)
     AND id = article_id || '#' || ?`,
  );
  const inArticle = db.prepare<[string], Raw>(
    'SELECT * FROM current_observations WHERE article_id = ? ORDER BY start, "end", id',
  );
  const eventsIn = db.prepare<[string], Raw>(
    'SELECT * FROM current_events WHERE article_id = ? ORDER BY start, "end", id',
  );
  const byTime = 'known, article_id, start, id';
  const ofOfficial = db.prepare<{ key: string }, Raw>(
    `SELECT * FROM current_events
     WHERE extraction IN (SELECT o.extraction FROM person_links l JOIN article_officials o ON o.id = l.official WHERE l.person = :key
                          UNION ALL SELECT extraction FROM article_officials WHERE key = :key)
       AND official_key = :key
     ORDER BY coalesce(date_from, date_to), ${byTime}`,
  );
  const events = (filter: TimelineFilter): EventRow[] => {
    const { sql, values } = where(filter, 'events');
    return db
      .prepare<string[], Raw>(
        `SELECT * FROM current_events ${sql} ORDER BY coalesce(date_from, date_to, known), ${byTime}`,
      )
      .all(...values)
      .map(eventOf);
  };

  return {
    observation(id) {
      const at = id.lastIndexOf('#');
      const row = at < 0 ? undefined : one.get(id.slice(0, at), id.slice(at + 1));
      return row === undefined ? undefined : observationOf(row);
    },
    timeline(filter) {
      const { sql, values } = where(filter, 'observations');
      const found = db
        .prepare<string[], Raw>(
          `SELECT * FROM current_observations ${sql}
           ORDER BY coalesce(period_from, period_to), coalesce(period_to, period_from), ${byTime}`,
        )
        .all(...values)
        .map(observationOf);
      const overtaken = supersessions(found.map((row) => ({ ...row, known: knownOf(row) })));
      const rows = found.map((row): TimelineRow => ({ ...row, superseded: overtaken.get(row.id) ?? null }));
      const isDated = ({ period }: ObservationRow): boolean =>
        period !== null && (period.from !== null || period.to !== null);
      return {
        dated: rows.filter(isDated),
        undated: rows.filter((row) => !isDated(row)),
        events: events(filter),
      };
    },
    ofArticle: (articleId) => inArticle.all(articleId).map(observationOf),
    events,
    eventsOfArticle: (articleId) => eventsIn.all(articleId).map(eventOf),
    eventsOfOfficial: (key) => ofOfficial.all({ key }).map(eventOf),
  };
}
