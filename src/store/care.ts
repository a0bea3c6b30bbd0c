import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { WrongUsage } from '../core/errors.ts';
import { storeError } from './errors.ts';
import { sha256 } from './text.ts';
import type { Problem, Release } from './views.ts';

/** The file that holds a release of a store: `news.db` has `news.release-2026-03.db` beside it. */
export const releaseFile = (file: string, name: string): string =>
  `${file.replace(/\.db$/u, '')}.release-${name}.db`;

/** Looking after a store: copies, and an examination. */
export interface Care {
  /** A consistent copy, also while others write. The file must not exist yet; it appears only when it is whole. */
  backup(to: string): Promise<void>;
  /**
   * Freezes the record as it is under a name, as a file of its own beside the store that answers every question the
   * store does. Its hash is what a paper cites. Letters, digits, dots, hyphens and underscores make a name.
   */
  release(name: string, now: Date): Promise<Release>;
  /** The newest first. */
  releases(): Release[];
  /** Everything that is wrong with the file, by what it concerns; empty when it is sound. Reads all of it. */
  examine(): Problem[];
}

export function care(db: Database.Database, file: string): Care {
  const releases = db.prepare<[], Release>('SELECT * FROM releases ORDER BY at DESC, name');
  const announce = db.prepare(
    `INSERT INTO releases SELECT ?, ?, (SELECT count(*) FROM current_articles),
       (SELECT count(*) FROM observations o JOIN current_readings a ON a.extraction = o.extraction), NULL`,
  );
  const withdraw = db.prepare('DELETE FROM releases WHERE name = ? AND sha256 IS NULL');
  const seal = db.prepare<[string, string], Release>(
    'UPDATE releases SET sha256 = ? WHERE name = ? RETURNING *',
  );
  const backup = async (to: string): Promise<void> => {
    if (existsSync(to))
      throw new WrongUsage(`${to} exists already: a backup never overwrites a file. Choose another name`);
    const part = `${to}.part`;
    try {
      await db.backup(part);
      standAlone(part);
      renameSync(part, to);
    } catch (error) {
      rmSync(part, { force: true });
      throw storeError(error, to);
    }
  };
  return {
    backup,
    async release(name, now) {
      if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(name))
        throw new WrongUsage(
          `${JSON.stringify(name)} is no name for a release: letters, digits, dots, hyphens and underscores make one`,
        );
      if (/^\d{4}-\d{2}-\d{2}$/u.test(name))
        throw new WrongUsage(
          `a release is not named like a day: whoever asks for ${name} means the day itself`,
        );
      // What a run that was killed announced and never sealed is no release.
      withdraw.run(name);
      if (releases.all().some((release) => release.name === name))
        throw new WrongUsage(
          `there is a release ${name} already, and a release never changes. Choose another name`,
        );
      announce.run(name, now.toISOString());
      try {
        const to = releaseFile(file, name);
        await backup(to);
        const hash = await hashOf(to);
        const sealed = seal.get(hash, name);
        if (sealed === undefined) throw new Error(`the release ${name} is gone`);
        return sealed;
      } catch (error) {
        withdraw.run(name);
        throw error;
      }
    },
    releases: () => releases.all().filter(({ sha256: hash }) => hash !== null),
    examine() {
      const found: Problem[] = [];
      for (const look of [damage, dangling, quotes, texts, words]) {
        try {
          found.push(...look(db));
        } catch (error) {
          // A damaged page ends one look; the others may still tell how far the damage goes.
          const told = storeError(error, file);
          found.push({ what: 'file', detail: told instanceof Error ? told.message : String(told) });
        }
      }
      return found;
    },
  };
}

/** SHA-256 of a file in hex, as `sha256sum` prints it. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A copy is one file: readable from a medium that nobody can write to, with nothing beside it to forget. */
function standAlone(file: string): void {
  const copy = new Database(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

const MOST_SHOWN = 5;

function damage(db: Database.Database): Problem[] {
  const lines = db.prepare<[], string>(`PRAGMA integrity_check(${MOST_SHOWN})`).pluck().all();
  return lines.filter((line) => line !== 'ok').map((detail) => ({ what: 'file', detail }));
}

function dangling(db: Database.Database): Problem[] {
  const rows = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  return rows
    .slice(0, MOST_SHOWN)
    .map(({ table }) => ({ what: 'links', detail: `a row of ${table} points nowhere` }));
}

function quotes(db: Database.Database): Problem[] {
  const wrong = db
    .prepare<[], number>(
      `SELECT count(*) FROM spans s JOIN article_versions v ON v.id = s.version
       WHERE s.quote IS NOT utf16_slice(v.text, s.start, s."end")`,
    )
    .pluck()
    .get();
  return wrong === 0
    ? []
    : [{ what: 'quotes', detail: `${wrong} quotes are not what stands at their offsets` }];
}

function texts(db: Database.Database): Problem[] {
  const found: Problem[] = [];
  const rows = db.prepare<[], { id: string; text: string; hash: string }>(
    `SELECT a.id, v.text, v.text_sha256 AS hash FROM article_versions v JOIN articles a ON a.key = v.article`,
  );
  for (const { id, text, hash } of rows.iterate())
    if (sha256(text) !== hash)
      found.push({ what: 'texts', detail: `a text of article ${id} is not the one that was stored` });
  return found.slice(0, MOST_SHOWN);
}

function words(db: Database.Database): Problem[] {
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const found: Problem[] = [];
  const halves = count('SELECT count(*) FROM articles WHERE current IS NULL');
  if (halves > 0) found.push({ what: 'articles', detail: `${halves} articles have no reading` });
  const indexed = count('SELECT count(*) FROM article_words');
  const articles = count('SELECT count(*) FROM articles');
  if (indexed !== articles)
    found.push({ what: 'search', detail: `${indexed} of ${articles} articles are indexed` });
  const facts = count('SELECT count(*) FROM observation_words');
  const current = count(
    'SELECT count(*) FROM observations o JOIN current_readings a ON a.extraction = o.extraction',
  );
  if (facts !== current) found.push({ what: 'search', detail: `${facts} of ${current} values are indexed` });
  return found;
}
