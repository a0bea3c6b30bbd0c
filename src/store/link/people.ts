import type { Database } from 'better-sqlite3';
import { type Holder, resolvePeople } from '../../resolve/people.ts';

interface Row extends Holder {
  readonly official: number;
}

/** A mention as the tables have it. */
interface Mention {
  readonly official: number;
  readonly name: string;
  readonly lang: string;
  readonly post_id: string | null;
  readonly jurisdiction_id: string | null;
  readonly jurisdiction: string | null;
  readonly story: string;
}

/** Tells who is who among the bearers of one surname, and writes it down with the reasons. */
export function personLinks(db: Database): (surname: string) => void {
  const holders = db.prepare<[string], Mention>(
    `SELECT o.official, o.name, o.lang, o.post_id, o.jurisdiction_id, o.jurisdiction, a.id AS story
     FROM current_officials o LEFT JOIN story_members s ON s.article = o.article
       JOIN articles a ON a.key = coalesce(s.story, o.article)
     WHERE o.surname = ?`,
  );
  const clear = db.prepare(
    'DELETE FROM person_links WHERE official IN (SELECT id FROM article_officials WHERE surname = ?)',
  );
  const clearDoubts = db.prepare('DELETE FROM person_doubts WHERE surname = ?');
  const add = db.prepare('INSERT INTO person_links VALUES (?, ?, ?, ?)');
  const doubt = db.prepare('INSERT INTO person_doubts VALUES (?, ?, ?)');

  return (surname) => {
    clear.run(surname);
    clearDoubts.run(surname);
    for (const { key, holders: of, doubts } of resolvePeople(holders.all(surname).map(rowOf))) {
      for (const { holder, reason } of of)
        add.run(holder.official, key, reason.level, JSON.stringify(reason.shared));
      for (const other of doubts) doubt.run(key, other, surname);
    }
  };
}

const rowOf = (row: Mention): Row => ({
  official: row.official,
  name: row.name,
  lang: row.lang === 'kk' ? 'kk' : 'ru',
  postId: row.post_id,
  seat: row.jurisdiction === null ? null : { id: row.jurisdiction_id, name: row.jurisdiction },
  story: row.story,
});
