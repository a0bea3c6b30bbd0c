import type { Database } from 'better-sqlite3';
import { type Decision, loadDecisions } from '../../catalog/decisions.ts';
import { surnameBlock } from '../../resolve/people.ts';
import { folded } from '../text.ts';

/** The file of decisions of a store: `news.db` has `news.decisions.yaml` beside it. */
export const decisionsFile = (file: string): string => `${file.replace(/\.db$/u, '')}.decisions.yaml`;

/** A decision about people, with the mentions that it is about. */
export interface PersonRuling {
  readonly says: Decision['says'];
  readonly because: string;
  readonly mark: string;
  /** Row numbers of officials. */
  readonly officials: ReadonlySet<number>;
  readonly surnames: readonly string[];
}
/** A decision about stories, with the articles that it is about. */
export interface StoryRuling {
  readonly says: Decision['says'];
  readonly because: string;
  readonly articles: readonly number[];
}
export interface Rulings {
  readonly people: readonly PersonRuling[];
  readonly stories: readonly StoryRuling[];
}

/** The decisions that lie beside a store. */
export interface HandMade {
  /**
   * What they say of this store. Throws `BadData` with file and line for an article or a name that the store does not
   * have; what was taken out is known, and decides nothing.
   */
  read(): Rulings;
  /** Marks for linking whatever a decision that came or went since the last time concerns. */
  noteChanges(): void;
}

export function rulingsOf(db: Database, file: string): HandMade {
  const articleOf = db.prepare<[string], number>('SELECT article FROM article_ids WHERE id = ?').pluck();
  const isGone = db.prepare<[string], number>('SELECT 1 FROM redactions WHERE article_id = ?').pluck();
  const named = db.prepare<[number], { id: number; name: string }>(
    `SELECT o.id, o.name FROM article_officials o JOIN extractions x ON x.id = o.extraction
     JOIN article_versions v ON v.id = x.version WHERE v.article = ?`,
  );
  const known = db.prepare<[], string>('SELECT entry FROM decisions').pluck();
  const add = db.prepare('INSERT INTO decisions VALUES (?)');
  const drop = db.prepare('DELETE FROM decisions WHERE entry = ?');
  const unlink = db.prepare(
    `INSERT OR IGNORE INTO unlinked SELECT coalesce(m.article, i.article) FROM article_ids i
     LEFT JOIN story_members s ON s.article = i.article LEFT JOIN story_members m ON m.story = s.story WHERE i.id = ?`,
  );
  const unresolve = db.prepare('INSERT OR IGNORE INTO unresolved VALUES (?)');

  const articlesOf = ({ of, unknown }: Decision): number[] =>
    of.flatMap(({ article }, at) => {
      const key = articleOf.get(article);
      if (key === undefined && isGone.get(article) === undefined)
        unknown(at, `the id of an article of ${file}`);
      return key ?? [];
    });
  const officialsOf = (decision: Decision): Set<number> =>
    new Set(
      decision.of.flatMap(({ article, name }, at) => {
        const key = articleOf.get(article);
        const found =
          key === undefined ? [] : named.all(key).filter((row) => folded(row.name) === folded(name ?? ''));
        const gone = isGone.get(article) !== undefined;
        if (found.length === 0 && !gone)
          decision.unknown(at, `an official as an article of ${file} names one, with given name and surname`);
        return found.map(({ id }) => id);
      }),
    );
  const touch = (entry: string): void => {
    const { of } = JSON.parse(entry) as Pick<Decision, 'of'>;
    for (const { article, name } of of)
      if (name === null) unlink.run(article);
      else unresolve.run(surnameBlock(name));
  };
  const note = db.transaction((decisions: readonly Decision[]) => {
    const now = new Set(
      decisions.map(({ about, says, of, because }) => JSON.stringify({ about, says, of, because })),
    );
    const before = new Set(known.all());
    const come = [...now].filter((entry) => !before.has(entry));
    const gone = [...before].filter((entry) => !now.has(entry));
    for (const entry of come) add.run(entry);
    for (const entry of gone) drop.run(entry);
    for (const entry of [...come, ...gone]) touch(entry);
  });

  const here = (): readonly Decision[] => loadDecisions(decisionsFile(file));
  return {
    read() {
      const decisions = here();
      return {
        people: decisions
          .filter(({ about }) => about === 'person')
          .map((decision) => ({
            says: decision.says,
            because: decision.because,
            mark: folded(decision.of[0]?.article ?? ''),
            officials: officialsOf(decision),
            surnames: [...new Set(decision.of.map(({ name }) => surnameBlock(name ?? '')))],
          })),
        stories: decisions
          .filter(({ about }) => about === 'story')
          .map((decision) => ({
            says: decision.says,
            because: decision.because,
            articles: articlesOf(decision),
          })),
      };
    },
    noteChanges: () => note.immediate(here()),
  };
}
