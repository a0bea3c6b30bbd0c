import type { Database } from 'better-sqlite3';
import type { Transactions } from './transaction.ts';

export type FrontierState =
  | 'new'
  | 'fetched'
  | 'unchanged'
  | 'failed'
  /** 404, 410, or sent to a page that is no article. */
  | 'gone'
  /** It leads to another address for good. */
  | 'moved'
  | 'refused'
  /** Taken out on legal demand, never to be asked for again. */
  | 'redacted';

/** An address of a publisher and what happened when it was last asked for. Times are ISO in UTC. */
export interface FrontierEntry {
  readonly url: string;
  readonly publisher: string;
  readonly state: FrontierState;
  /** Failures in a row. */
  readonly tries: number;
  /** When to ask again; null is never, unless discovery brings news of it. */
  readonly nextAt: string | null;
  readonly lastmod: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentHash: string | null;
  /** Why it failed, is gone or was refused, in plain words. */
  readonly reason: string | null;
  readonly visitedAt: string | null;
}

/** What an address answered. Validators that are left out keep their last value; `nextAt` left out is never. */
export interface Outcome {
  readonly state: Exclude<FrontierState, 'new' | 'redacted'>;
  readonly nextAt?: Date | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly contentHash?: string | null;
  readonly reason?: string | null;
}

/** The crawler's memory: which addresses there are and which are due. It survives a kill, like everything in the store. */
export interface Frontier {
  /**
   * Enters addresses that a listing, sitemap or feed names; answers how many became due: the unknown ones, and known
   * ones whose `lastmod` is later than the one we had. All of them or none.
   */
  discover(
    publisher: string,
    urls: Iterable<{ readonly url: string; readonly lastmod?: string | null }>,
    at: Date,
  ): number;
  /** What has to be asked for now, the longest due first. */
  due(publisher: string, now: Date, limit?: number): FrontierEntry[];
  /** Writes down what an address answered. An address never discovered is an error of the caller. */
  record(url: string, outcome: Outcome, at: Date): void;
  entry(url: string): FrontierEntry | undefined;
  /** How many addresses of a publisher are in which state. */
  counts(publisher: string): Readonly<Record<FrontierState, number>>;
}

const COLUMNS = `url, publisher, state, tries, next_at AS nextAt, lastmod, etag, last_modified AS lastModified,
  content_hash AS contentHash, reason, visited_at AS visitedAt`;

/** Nothing is put off for so long: a later time was written by a clock that ran ahead, and counts as due. */
const FURTHEST_MS = 60 * 24 * 3600_000;

export function frontier(db: Database, { whole }: Transactions): Frontier {
  const insert = db.prepare(
    `INSERT INTO frontier(url, publisher, state, next_at, lastmod, discovered_at) VALUES (?, ?, 'new', ?, ?, ?)
     ON CONFLICT(url) DO NOTHING`,
  );
  const refresh = db.prepare(
    `UPDATE frontier SET lastmod = :lastmod, next_at = min(coalesce(next_at, :at), :at)
     WHERE url = :url AND state <> 'redacted' AND (lastmod IS NULL OR lastmod < :lastmod) RETURNING lastmod`,
  );
  const known = db.prepare<[string], string | null>('SELECT lastmod FROM frontier WHERE url = ?').pluck();
  const note = db.prepare('UPDATE frontier SET lastmod = ? WHERE url = ?');
  const due = db.prepare<[string, string, string, number], FrontierEntry>(
    `SELECT ${COLUMNS} FROM frontier WHERE publisher = ? AND (next_at <= ? OR next_at > ?) ORDER BY next_at, url LIMIT ?`,
  );
  const entry = db.prepare<[string], FrontierEntry>(`SELECT ${COLUMNS} FROM frontier WHERE url = ?`);
  const record = db.prepare(
    `UPDATE frontier SET state = :state, next_at = :nextAt, tries = CASE WHEN :state = 'failed' THEN tries + 1 ELSE 0 END,
       etag = coalesce(:etag, etag), last_modified = coalesce(:lastModified, last_modified),
       content_hash = coalesce(:contentHash, content_hash), reason = :reason, visited_at = :at
     WHERE url = :url`,
  );
  const counts = db.prepare<[string], { state: FrontierState; n: number }>(
    'SELECT state, count(*) AS n FROM frontier WHERE publisher = ? GROUP BY state',
  );

  const discover: Frontier['discover'] = (publisher, urls, at) => {
    const now = at.toISOString();
    let found = 0;
    for (const { url, lastmod: given } of urls) {
      const lastmod = instant(given);
      if (insert.run(url, publisher, now, lastmod, now).changes === 1) found++;
      else if (lastmod !== null) {
        // A first lastmod for an address that a listing named without one says nothing about a change.
        if (known.get(url) === null) note.run(lastmod, url);
        else if (refresh.get({ url, lastmod, at: now }) !== undefined) found++;
      }
    }
    return found;
  };
  return {
    discover: whole(discover),
    due(publisher, now, limit = -1) {
      const never = new Date(now.getTime() + FURTHEST_MS);
      return due.all(publisher, now.toISOString(), never.toISOString(), limit);
    },
    record(url, outcome, at) {
      const { changes } = record.run({
        url,
        state: outcome.state,
        nextAt: outcome.nextAt?.toISOString() ?? null,
        etag: outcome.etag ?? null,
        lastModified: outcome.lastModified ?? null,
        contentHash: outcome.contentHash ?? null,
        reason: outcome.reason ?? null,
        at: at.toISOString(),
      });
      if (changes === 0) throw new Error(`the frontier does not know ${url}`);
    },
    entry: (url) => entry.get(url),
    counts(publisher) {
      const all = { new: 0, fetched: 0, unchanged: 0, failed: 0, gone: 0, moved: 0, refused: 0, redacted: 0 };
      for (const { state, n } of counts.all(publisher)) all[state] = n;
      return all;
    },
  };
}

/** Times of sitemaps come with any offset; only instants can be compared. */
function instant(text: string | null | undefined): string | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
