import type { Database } from 'better-sqlite3';
import { decided } from '../../resolve/decide.ts';
import { type Holder, resolvePeople } from '../../resolve/people.ts';
import type { PersonRuling } from './decisions.ts';

interface Row extends Holder {
  readonly official: number;
  /** The day from which its article is known. */
  readonly known: string;
}

/** A mention as the tables have it. */
interface Mention {
  readonly official: number;
  readonly name: string;
  readonly lang: string;
  readonly post_id: string | null;
  readonly jurisdiction_id: string | null;
  readonly jurisdiction: string | null;
  readonly known: string;
  readonly story: string;
}

/**
 * Tells who is who among the bearers of a surname, and of those that decisions join with it, and writes it down with
 * the reasons. Returns the surnames that are done.
 */
export function personLinks(
  db: Database,
): (surname: string, rulings: readonly PersonRuling[]) => readonly string[] {
  const holders = db.prepare<[string], Mention>(
    `SELECT o.official, o.name, o.lang, o.post_id, o.jurisdiction_id, o.jurisdiction, o.known, a.id AS story
     FROM current_officials o LEFT JOIN story_members s ON s.article = o.article
       JOIN articles a ON a.key = coalesce(s.story, o.article)
     WHERE o.surname = ?`,
  );
  const clear = db.prepare(
    'DELETE FROM person_links WHERE official IN (SELECT id FROM article_officials WHERE surname = ?)',
  );
  const clearDoubts = db.prepare('DELETE FROM person_doubts WHERE surname = ?');
  const add = db.prepare('INSERT INTO person_links VALUES (?, ?, ?, ?, ?)');
  const doubt = db.prepare('INSERT OR IGNORE INTO person_doubts VALUES (?, ?, ?)');

  return (surname, rulings) => {
    const surnames = joinedWith(surname, rulings);
    const rows = surnames.map((one) => holders.all(one).map(rowOf));
    const people = decided(
      rows.flatMap((of) => resolvePeople(of)),
      rulings
        .filter((ruling) => ruling.surnames.some((one) => surnames.includes(one)))
        .map(({ officials, ...ruling }) => ({
          ...ruling,
          holders: rows.flat().filter(({ official }) => officials.has(official)),
        })),
    );
    for (const one of surnames) {
      clear.run(one);
      clearDoubts.run(one);
    }
    for (const { key, holders: of, doubts } of people) {
      for (const { holder, reason } of of)
        add.run(holder.official, key, reason.level, JSON.stringify(reason.shared), holder.known);
      for (const other of doubts) doubt.run(key, other, surname);
    }
    return surnames;
  };
}

/** Surnames that decisions join with one, it first: a person who married has two. */
function joinedWith(surname: string, rulings: readonly PersonRuling[]): string[] {
  const found = new Set([surname]);
  for (const one of found)
    for (const { surnames } of rulings)
      if (surnames.includes(one)) for (const next of surnames) found.add(next);
  return [...found];
}

const rowOf = (row: Mention): Row => ({
  official: row.official,
  known: row.known,
  name: row.name,
  lang: row.lang === 'kk' ? 'kk' : 'ru',
  postId: row.post_id,
  seat: row.jurisdiction === null ? null : { id: row.jurisdiction_id, name: row.jurisdiction },
  story: row.story,
});
