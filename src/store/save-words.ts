import type { Database } from 'better-sqlite3';
import { remembered } from '../core/memo.ts';
import { searchKeys } from '../language/index.ts';
import type { Transactions } from './transaction.ts';

/** The full-text tables: search keys of what counts now, and apart from them of the texts that articles had before. */
export interface WordIndex {
  /** Puts a reading in the place of another (or of none). */
  now(article: number, previous: number | null, reading: number): void;
  /** Files a text that counts no more, or never did, by its latest reading. */
  past(version: number): void;
  /** A text of the past counts again. */
  noLongerPast(version: number): void;
}

/** What is searched for of a value: its sentence, and the slots that the sentence may leave unsaid. */
const WORDS = ['quote', 'subject', 'program_kk', 'program_ru', 'region_kk', 'region_ru'] as const;
type FactWords = { readonly id: number } & Readonly<Record<(typeof WORDS)[number], string | null>>;
const FACTS = `SELECT o.id, ${WORDS.join(', ')}
  FROM observations o JOIN spans s ON s.id = o.sentence WHERE o.extraction = ?`;

/** `last` files it when all else of the transaction is written: see {@link Transactions.last}. */
export function wordIndex(db: Database, last: Transactions['last']): WordIndex {
  const text = db.prepare<[number], { title: string; text: string }>(
    'SELECT v.title, v.text FROM extractions x JOIN article_versions v ON v.id = x.version WHERE x.id = ?',
  );
  const facts = db.prepare<[number], FactWords>(FACTS);
  const latest = db.prepare<[number], number>('SELECT max(id) FROM extractions WHERE version = ?').pluck();
  const table = (texts: string, values: string, readings: string) => {
    const dropText = db.prepare(`DELETE FROM ${texts} WHERE rowid = ?`);
    const dropFacts = db.prepare(
      `DELETE FROM ${values} WHERE rowid IN (SELECT id FROM observations WHERE extraction IN (${readings}))`,
    );
    const addText = db.prepare(`INSERT INTO ${texts}(rowid, title, text) VALUES (?, ?, ?)`);
    const addFact = db.prepare(`INSERT INTO ${values}(rowid, words) VALUES (?, ?)`);
    return {
      drop(row: number, reading: number): void {
        dropFacts.run(reading);
        dropText.run(row);
      },
      add(row: number, reading: number): void {
        const story = text.get(reading);
        if (story !== undefined) addText.run(row, keys(story.title), keys(story.text));
        // Values of one article have their sentences, places and programs in common.
        const keysOf = remembered(REMEMBERED, keys);
        for (const { id, ...words } of facts.all(reading))
          addFact.run(id, WORDS.map((of) => keysOf(words[of] ?? '')).join(' '));
      },
    };
  };
  const current = table('article_words', 'observation_words', '?');
  const before = table(
    'past_article_words',
    'past_observation_words',
    'SELECT id FROM extractions WHERE version = ?',
  );

  return {
    now: (article, previous, reading) =>
      last(() => {
        if (previous !== null) current.drop(article, previous);
        current.add(article, reading);
      }),
    past: (version) =>
      last(() => {
        before.drop(version, version);
        const reading = latest.get(version);
        if (reading !== undefined) before.add(version, reading);
      }),
    noLongerPast: (version) => last(() => before.drop(version, version)),
  };
}

/** Wordings of one article whose keys are remembered. */
const REMEMBERED = 1_000;

const keys = (words: string): string => searchKeys(words).join(' ');
