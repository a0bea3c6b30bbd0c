import type { Database } from 'better-sqlite3';
import { urlKey } from './text.ts';

/** Where one page lies: a file of the archive beside the store, and the bytes of its record in it. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly length: number;
}

/** A page as it was fetched and is kept. */
export interface Capture extends Place {
  /** The address under which the article is kept. */
  readonly url: string;
  /** ISO in UTC. */
  readonly fetchedAt: string;
  /** SHA-256 of the page in hex, as in the version of the article that was read from it. */
  readonly pageSha256: string;
}

/** The index of the pages that are kept. */
export interface Captures {
  add(capture: Capture): void;
  /** All pages of an address, the newest first. */
  of(url: string): Capture[];
  /** Every page that is kept and was fetched at `since` or later, in the order they were fetched. */
  since(since: Date): IterableIterator<Capture>;
  /** How many bytes of a file the index knows. */
  end(file: string): number;
  /** The files it names, the one with the oldest pages first. */
  files(): { readonly file: string; readonly newest: string }[];
  /** Forgets a file that is no more. */
  drop(file: string): void;
}

const COLUMNS = 'url, fetched_at AS fetchedAt, page_sha256 AS pageSha256, file, start, length';

export function captures(db: Database): Captures {
  const insert = db.prepare(
    `INSERT INTO captures(url, url_key, fetched_at, page_sha256, file, start, length)
     VALUES (:url, :key, :fetchedAt, :pageSha256, :file, :start, :length)`,
  );
  const of = db.prepare<[string], Capture>(
    `SELECT ${COLUMNS} FROM captures WHERE url_key = ? ORDER BY fetched_at DESC, id DESC`,
  );
  const since = db.prepare<[string], Capture>(
    `SELECT ${COLUMNS} FROM captures WHERE fetched_at >= ? ORDER BY fetched_at, id`,
  );
  const end = db
    .prepare<[string], number>('SELECT coalesce(max(start + length), 0) FROM captures WHERE file = ?')
    .pluck();
  const files = db.prepare<[], { file: string; newest: string }>(
    'SELECT file, max(fetched_at) AS newest FROM captures GROUP BY file ORDER BY file',
  );
  const drop = db.prepare('DELETE FROM captures WHERE file = ?');
  return {
    add: (capture) => void insert.run({ ...capture, key: urlKey(capture.url) }),
    of: (url) => of.all(urlKey(url)),
    since: (day) => since.iterate(day.toISOString()),
    end: (file) => end.get(file) ?? 0,
    files: () => files.all(),
    drop: (file) => void drop.run(file),
  };
}
