import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pageOf } from './read.ts';
import { infoRecord, tombstone } from './record.ts';

/** Where one record lies. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly length: number;
}

/** What the index of the records, which is in the store, tells the archive. */
export interface Index {
  /** How many bytes of a file it knows. */
  end(file: string): number;
  /** The files it names, the one with the oldest pages first. */
  files(): readonly { readonly file: string; readonly newest: string }[];
  drop(file: string): void;
}

/** How much of the archive is kept; the file in which is being written always is. */
export interface Retention {
  readonly megabytes?: number | undefined;
  /** A file goes when its newest page is older. */
  readonly days?: number | undefined;
}

const MB = 1_000_000;
/** A file is closed once it is longer: easy to copy, and little is lost when one is dropped. */
const FILE_BYTES = 256 * MB;
const NAME = /^derek-(\d{6})\.warc\.gz$/u;
const SOFTWARE = 'Derek/0.1';

/** The folder of a store's pages: `news.db` has `news.warc`. */
export const archiveFolder = (db: string): string => `${db.replace(/\.db$/u, '')}.warc`;

/**
 * The pages beside a store, as WARC files of bounded size to which records are only ever added. The folder appears with
 * the first page. Methods throw what the file system throws.
 */
export class Archive {
  readonly #folder: string;
  readonly #index: Index;
  readonly #fileBytes: number;
  /** Pages added since it was opened. */
  pages = 0;
  #open: { file: string; fd: number; size: number } | undefined;

  constructor(folder: string, index: Index, fileBytes = FILE_BYTES) {
    this.#folder = folder;
    this.#index = index;
    this.#fileBytes = fileBytes;
  }

  /** Adds the record of a page; the caller puts its place into the index at once. */
  append(record: Buffer, at: Date): Place {
    const open = this.#writable(at);
    const start = open.size;
    write(open.fd, record, start);
    open.size += record.length;
    this.pages++;
    return { file: open.file, start, length: record.length };
  }

  /** A page as it was; undefined when its file is gone or the record is no page any more. */
  page(place: Place): { readonly contentType: string | undefined; readonly body: Uint8Array } | undefined {
    const path = join(this.#folder, place.file);
    if (!existsSync(path)) return undefined;
    const record = gunzipSync(read(path, place.start, place.length));
    const found = pageOf(record.subarray(record.indexOf('\r\n\r\n') + 4, -4));
    if (found === undefined || 'fault' in found) return undefined;
    return found;
  }

  /** Overwrites a record with one that only says why. */
  blank(place: Place, reason: string, at: Date): void {
    const path = join(this.#folder, place.file);
    if (!existsSync(path)) return;
    const fd = openSync(path, 'r+');
    try {
      write(fd, tombstone(place.length, reason, at), place.start);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  }

  /** Drops the oldest files until the rest is within the bounds; answers how many. */
  keepWithin({ megabytes, days }: Retention, now: Date): number {
    const kept = this.#index.files().map((f) => ({ ...f, bytes: this.#sizeOf(f.file) }));
    const last = this.#files().at(-1);
    const oldest = days === undefined ? '' : new Date(now.getTime() - days * 24 * 3600_000).toISOString();
    let bytes = kept.reduce((sum, f) => sum + f.bytes, 0);
    let dropped = 0;
    for (const { file, newest, bytes: size } of kept) {
      const tooMuch = megabytes !== undefined && bytes > megabytes * MB;
      if (file === last || !(tooMuch || newest < oldest)) continue;
      // The index first: a file that it does not name is harmless, a page that is not there is not.
      this.#index.drop(file);
      rmSync(join(this.#folder, file), { force: true });
      bytes -= size;
      dropped++;
    }
    return dropped;
  }

  close(): void {
    if (this.#open === undefined) return;
    fsyncSync(this.#open.fd);
    closeSync(this.#open.fd);
    this.#open = undefined;
  }

  /** The file to which records are added now. */
  #writable(at: Date): { file: string; fd: number; size: number } {
    if (this.#open !== undefined && this.#open.size < this.#fileBytes) return this.#open;
    const before = this.#open?.file ?? this.#files().at(-1);
    this.close();
    mkdirSync(this.#folder, { recursive: true });
    if (before !== undefined && this.#sizeOf(before) < this.#fileBytes) {
      const fd = openSync(join(this.#folder, before), 'r+');
      this.#open = { file: before, fd, size: this.#mended(before, fd) };
      return this.#open;
    }
    const number = Number(NAME.exec(before ?? '')?.[1] ?? 0) + 1;
    const file = `derek-${String(number).padStart(6, '0')}.warc.gz`;
    const fd = openSync(join(this.#folder, file), 'wx');
    const info = infoRecord(file, SOFTWARE, at);
    write(fd, info, 0);
    this.#open = { file, fd, size: info.length };
    return this.#open;
  }

  /**
   * The length of a file without a record that was torn by a kill: records that the index does not know are kept when they
   * are whole, since the store may be an older copy, and cut off when they are not.
   */
  #mended(file: string, fd: number): number {
    const { size } = statSync(join(this.#folder, file));
    const known = this.#index.end(file);
    if (known >= size) return size;
    try {
      gunzipSync(read(join(this.#folder, file), known, size - known));
      return size;
    } catch {
      ftruncateSync(fd, known);
      if (known > 0) return known;
      // Torn in its very first record: begin the file again.
      const info = infoRecord(file, SOFTWARE, new Date(0));
      write(fd, info, 0);
      return info.length;
    }
  }

  #files(): string[] {
    return existsSync(this.#folder)
      ? readdirSync(this.#folder)
          .filter((name) => NAME.test(name))
          .sort()
      : [];
  }

  #sizeOf(file: string): number {
    const path = join(this.#folder, file);
    return existsSync(path) ? statSync(path).size : 0;
  }
}

/** Writes all of it: a disk that is nearly full takes a part and says nothing until it is asked to take the rest. */
function write(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(fd, bytes, done, bytes.length - done, at + done);
}

function read(path: string, start: number, length: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(fd, bytes, 0, length, start));
  } finally {
    closeSync(fd);
  }
}
