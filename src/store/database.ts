import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { TermPair } from '../catalog/terms.ts';
import type { Clock } from '../core/clock.ts';
import { StoreDamaged, WrongUsage } from '../core/errors.ts';
import { searchKeys } from '../language/index.ts';
import { surnameBlock } from '../resolve/people.ts';
import { storeError } from './errors.ts';
import { type Lock, lock } from './lock.ts';
import { APPLICATION_ID, MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { narrow, type Seen } from './past.ts';
import { utf16Slice } from './text.ts';

/**
 * Pages of the file kept in memory, in KiB. What readers ask for again and again in a store of a gigabyte fits; a writer
 * comes back to few of them, and shares its memory with the crawl.
 */
const READER_CACHE = 65_536;
const WRITER_CACHE = 16_384;

export interface OpenOptions {
  readonly clock: Clock;
  /** Readers take no lock, change nothing and need a store that exists. */
  readonly readonly?: boolean;
  /** What a word of one language is in the other, for searches; without it words are only found as they are. */
  readonly terms?: readonly TermPair[];
  /** How long a writer waits for another to finish, in milliseconds; 2 seconds by default. */
  readonly waitMs?: number;
  /** What the lock says about us to others, `derek crawl`. */
  readonly holder?: string;
  /** The size the file may have at most, in pages of 4 KiB; without it the disk decides. */
  readonly mostPages?: number;
  /** What a reader is to see of the store; all of it as it stands now, when not given. */
  readonly seen?: Seen;
  /** Tests only bring other migrations. */
  readonly migrations?: readonly Migration[];
}

/** An open file: the connection, and the lock of a writer. */
export interface OpenFile {
  readonly db: Database.Database;
  close(): void;
}

/** The SQLite inside, `3.53.2`. */
export function sqliteVersion(): string {
  const db = new Database(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}

/** Opens, checks and, for a writer, locks and migrates a store. Throws errors of `core/errors.ts`. */
export function openFile(file: string, options: OpenOptions): OpenFile {
  const { clock, readonly = false, waitMs = 2_000, holder = 'derek', migrations = MIGRATIONS } = options;
  let held: Lock | undefined;
  let db: Database.Database | undefined;
  try {
    if (readonly) demandFile(file);
    else {
      demandWritable(file);
      held = lock(existsSync(file) ? realpathSync(file) : file, holder, clock, waitMs);
    }
    db = new Database(file, { readonly, timeout: waitMs });
    check(db, file, migrations.length, readonly);
    addFunctions(db);
    db.pragma('foreign_keys = ON');
    db.pragma(`cache_size = -${readonly ? READER_CACHE : WRITER_CACHE}`);
    db.pragma('recursive_triggers = ON');
    if (!readonly) {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = NORMAL');
      // A night writes the same pages again and again: they go to the file once for every 32 MB of changes.
      db.pragma('wal_autocheckpoint = 8000');
      keepCopy(db, file, migrations.length);
      migrate(db, migrations, clock());
      // What a statement could have to take back is noted aside, a few pages each time: not in a file.
      db.pragma('temp_store = MEMORY');
      if (options.mostPages !== undefined) db.pragma(`max_page_count = ${options.mostPages}`);
    } else if (options.seen !== undefined) narrow(db, options.seen);
  } catch (error) {
    db?.close();
    held?.release();
    throw storeError(error, file, readonly);
  }
  const open = db;
  return {
    db: open,
    close() {
      open.close();
      held?.release();
    },
  };
}

/** What tables and migrations ask of us. */
function addFunctions(db: Database.Database): void {
  db.function('utf16_slice', { deterministic: true }, (text: unknown, start: unknown, end: unknown) =>
    typeof text === 'string' ? utf16Slice(text, Number(start), Number(end)) : null,
  );
  db.function('utf16_length', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? text.length : null,
  );
  db.function('surname_block', { deterministic: true }, (name: unknown) => surnameBlock(String(name)));
  db.function('search_keys', { deterministic: true }, (text: unknown) =>
    searchKeys(String(text ?? '')).join(' '),
  );
}

/**
 * The file in which a store that must not change can be read: itself, or a copy beside it with the tables of today,
 * made when it is not there.
 */
export function readable(file: string, { clock, migrations = MIGRATIONS }: OpenOptions): string {
  const original = new Database(file, { readonly: true });
  const copy = `${file}.as-version-${migrations.length}`;
  try {
    if (Number(original.pragma('user_version', { simple: true })) >= migrations.length) return file;
    if (existsSync(copy)) return copy;
    rmSync(`${copy}.part`, { force: true });
    original.prepare('VACUUM INTO ?').run(`${copy}.part`);
  } catch (error) {
    throw storeError(error, file);
  } finally {
    original.close();
  }
  const db = new Database(`${copy}.part`);
  try {
    addFunctions(db);
    migrate(db, migrations, clock());
  } finally {
    db.close();
  }
  renameSync(`${copy}.part`, copy);
  return copy;
}

/** A store of an older version is copied before its tables are changed: `news.db.version-1`. */
function keepCopy(db: Database.Database, file: string, known: number): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const copy = `${file}.version-${version}`;
  if (version === 0 || version >= known || existsSync(copy)) return;
  rmSync(`${copy}.part`, { force: true });
  db.prepare('VACUUM INTO ?').run(`${copy}.part`);
  renameSync(`${copy}.part`, copy);
}

function demandFile(file: string): void {
  if (!existsSync(file))
    throw new WrongUsage(
      `there is no store at ${file}. Fill one with 'derek crawl' or 'derek ingest', or name another with --db`,
    );
  if (statSync(file).isDirectory())
    throw new WrongUsage(`${file} is a folder; --db expects the file of a store`);
}

/** SQLite would only say "unable to open database file". */
function demandWritable(file: string): void {
  if (existsSync(file)) {
    demandFile(file);
    closeSync(openSync(file, 'r+'));
  } else if (!existsSync(dirname(file)))
    throw new WrongUsage(`cannot make a store at ${file}: the folder ${dirname(file)} does not exist`);
}

/** Is it a store, of ours, of a version we know? */
function check(db: Database.Database, file: string, known: number, readonly: boolean): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = Number(db.pragma('application_id', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (tables === 0 && version === 0 && !readonly) return;
  if (application !== APPLICATION_ID)
    throw new StoreDamaged(
      `${file} is not a store of Derek, but the database of another program. Choose another with --db`,
    );
  if (version > known)
    throw new WrongUsage(
      `${file} was written by a newer Derek (store version ${version}, this one knows up to ${known}). Update Derek, or choose another store with --db`,
    );
  if (version < known && readonly)
    throw new WrongUsage(
      `${file} was written by an older Derek (store version ${version}, this one needs ${known}). Any command that writes, such as 'derek ingest', brings it up to date`,
    );
}
