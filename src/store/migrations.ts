import type { Database } from 'better-sqlite3';
import { record } from './migrations/001-record.ts';
import { links } from './migrations/002-links.ts';
import { care } from './migrations/003-care.ts';
import { crawl } from './migrations/004-crawl.ts';
import { eventPosts } from './migrations/005-event-posts.ts';
import { series } from './migrations/006-series.ts';
import { tallies } from './migrations/007-tallies.ts';
import { past } from './migrations/008-past.ts';
import { decisions } from './migrations/009-decisions.ts';
import { seriesOfPlace } from './migrations/010-series-of-place.ts';
import { standing } from './migrations/011-standing.ts';
import { lighter } from './migrations/012-lighter.ts';
import { totals } from './migrations/013-totals.ts';
import { numberedSeries } from './migrations/014-numbered-series.ts';
import { stoppedRuns } from './migrations/015-stopped-runs.ts';
import { byDay } from './migrations/016-by-day.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Every change of the tables, oldest first. One that was released is never edited: write the next. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '001-record', sql: record },
  { name: '002-links', sql: links },
  { name: '003-care', sql: care },
  { name: '004-crawl', sql: crawl },
  { name: '005-event-posts', sql: eventPosts },
  { name: '006-series', sql: series },
  { name: '007-tallies', sql: tallies },
  { name: '008-past', sql: past },
  { name: '009-decisions', sql: decisions },
  { name: '010-series-of-place', sql: seriesOfPlace },
  { name: '011-standing', sql: standing },
  { name: '012-lighter', sql: lighter },
  { name: '013-totals', sql: totals },
  { name: '014-numbered-series', sql: numberedSeries },
  { name: '015-stopped-runs', sql: stoppedRuns },
  { name: '016-by-day', sql: byDay },
];

/** `DERK`: how a file says that it is a store of ours. */
export const APPLICATION_ID = 0x4445524b;

/**
 * Brings a store from `user_version` to the last of `migrations`, all of it or nothing.
 * The names stay in the table `migrations`, with the time each was applied.
 */
export function migrate(db: Database, migrations: readonly Migration[], now: Date): void {
  const done = db.pragma('user_version', { simple: true });
  const pending = migrations.slice(Number(done));
  if (pending.length === 0) return;
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS migrations(name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT');
    const note = db.prepare('INSERT INTO migrations VALUES (?, ?)');
    for (const { name, sql } of pending) {
      db.exec(sql);
      note.run(name, now.toISOString());
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}
