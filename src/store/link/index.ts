import type { Database } from 'better-sqlite3';
import { type Rulings, rulingsOf } from './decisions.ts';
import { personLinks } from './people.ts';
import { pointLinks } from './points.ts';
import { storyLinks } from './stories.ts';

/** Articles worked off in one transaction. */
const BATCH = 200;

export interface Linker {
  /**
   * Works out stories, shared values and people for every article that has changed since the last time. What it finds
   * depends on the articles and on what was decided by hand, not on their order; a run that is killed goes on where it
   * was. Throws `BadData` for a decision that names something unknown, before anything is linked.
   */
  link(): void;
}

export function linker(db: Database, file: string): Linker {
  const handMade = rulingsOf(db, file);
  const waiting = db
    .prepare<[number], number>('SELECT article FROM unlinked ORDER BY article LIMIT ?')
    .pluck();
  const done = db.prepare('DELETE FROM unlinked WHERE article = ?');
  // Also of readings that count no more: their people may have to be parted again.
  const surnames = db.prepare(
    `INSERT OR IGNORE INTO unresolved SELECT DISTINCT o.surname FROM article_officials o
     JOIN extractions x ON x.id = o.extraction JOIN article_versions v ON v.id = x.version
     WHERE v.article = ? AND o.surname <> ''`,
  );
  const unresolved = db.prepare<[], string>('SELECT surname FROM unresolved ORDER BY surname').pluck();
  const resolved = db.prepare('DELETE FROM unresolved WHERE surname = ?');
  const stories = storyLinks(db);
  const points = pointLinks(db);
  const people = personLinks(db);

  const linkBatch = db.transaction((articles: readonly number[], { stories: rulings }: Rulings) => {
    const affected = new Set(articles);
    for (const article of articles) {
      for (const other of stories.link(article, rulings)) affected.add(other);
      done.run(article);
    }
    points([...affected]);
    for (const article of affected) surnames.run(article);
  });
  const resolve = db.transaction((surname: string, rulings: Rulings) => {
    for (const done of people(surname, rulings.people)) resolved.run(done);
  });

  return {
    link() {
      const rulings = handMade.read();
      handMade.noteChanges();
      for (let batch = waiting.all(BATCH); batch.length > 0; batch = waiting.all(BATCH))
        linkBatch.immediate(batch, rulings);
      for (const surname of unresolved.all()) resolve.immediate(surname, rulings);
    },
  };
}
