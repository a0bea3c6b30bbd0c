import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { WrongUsage } from '../core/errors.ts';
import { storeError } from './errors.ts';
import { examined } from './examine.ts';
import { rulingsOf } from './link/decisions.ts';
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
  /** Releases whose file is gone or has changed. Reads all of them. */
  examineReleases(): Promise<Problem[]>;
  /** How many decisions lie beside the store; throws `BadData` for one that names what the store does not have. */
  decisions(): number;
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
      return examined(db, file);
    },
    decisions() {
      const { people, stories } = rulingsOf(db, file).read();
      return people.length + stories.length;
    },
    async examineReleases() {
      const found: Problem[] = [];
      // A release knows of itself and of those before it, but they lie beside the store it was taken of.
      if (releases.all().some(({ name }) => file.endsWith(releaseFile('', name)))) return found;
      for (const { name, sha256: hash } of releases.all()) {
        const path = releaseFile(file, name);
        const amiss = !existsSync(path)
          ? 'is gone'
          : hash !== null && (await hashOf(path)) !== hash
            ? 'is not what was released'
            : undefined;
        if (amiss !== undefined)
          found.push({ what: 'releases', detail: `${path}, the release ${name}, ${amiss}` });
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
