import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';
import { StoreLocked } from '../core/errors.ts';

/** Who writes to the store. */
interface Holder {
  readonly what: string;
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

export interface Lock {
  release(): void;
}

const NAP_MS = 50;

/**
 * Makes the caller the only writer of a store, or throws `StoreLocked` with the name of the one who is, after `waitMs`.
 * The lock is an open transaction on a small SQLite file beside the store: the system lets go of it when the process
 * ends, however it ends, so that no stale lock ever has to be removed by hand.
 */
export function lock(file: string, what: string, clock: Clock, waitMs: number): Lock {
  const db = new Database(`${file}-lock`, { timeout: 0 });
  try {
    const until = performance.now() + waitMs;
    const mine: Holder = { what, pid: process.pid, host: hostname(), since: clock().toISOString() };
    while (!take(db, mine)) {
      if (performance.now() >= until) throw new StoreLocked(busy(file, holderOf(db)));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
    }
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    release() {
      db.close();
    },
  };
}

/** Writes down who we are, for others to read, then keeps the write lock. Somebody may step in between: then we lost. */
function take(db: Database.Database, mine: Holder): boolean {
  const text = JSON.stringify(mine);
  try {
    db.exec('BEGIN IMMEDIATE');
    db.exec(
      'CREATE TABLE IF NOT EXISTS holder(one INTEGER PRIMARY KEY CHECK(one = 1), who TEXT NOT NULL) STRICT',
    );
    db.prepare('INSERT OR REPLACE INTO holder VALUES (1, ?)').run(text);
    db.exec('COMMIT');
    db.exec('BEGIN IMMEDIATE');
    if (db.prepare('SELECT who FROM holder').pluck().get() === text) return true;
    db.exec('ROLLBACK');
    return false;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}

function holderOf(db: Database.Database): Holder | undefined {
  try {
    const text = db.prepare('SELECT who FROM holder').pluck().get();
    return typeof text === 'string' ? (JSON.parse(text) as Holder) : undefined;
  } catch {
    return undefined;
  }
}

const busy = (file: string, holder: Holder | undefined): string =>
  holder === undefined
    ? `${file} is being written by another run; try again when it has finished`
    : `${file} is being written by '${holder.what}' (process ${holder.pid} on ${holder.host}, since ${holder.since}); ` +
      'try again when it has finished';
