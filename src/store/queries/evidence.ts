import type { Database } from 'better-sqlite3';
import type { ObservationRow } from '../views.ts';
import { column, observationOf, type Raw } from './rows.ts';

/** What a claim looks for among the observations. */
export interface EvidenceQuery {
  /** Keys of words; an observation needs one at least. One that ends in `*` stands for all that begin so. */
  readonly keys: readonly string[];
  /** Class of the unit, as percents bear on no amounts of money. */
  readonly unitClass: string;
  /** Only articles known on this day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly limit: number;
}

/**
 * How much a word tells of what a number is about, 0..1: a word of every observation tells nothing, one of a single
 * observation, or of none, almost all. Any of the keys may stand for the word.
 */
export function rarityQuery(db: Database): (keys: readonly string[]) => number {
  db.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.observation_vocabulary USING fts5vocab(main, observation_words, row)',
  );
  const found = db
    .prepare<[string], number>('SELECT doc FROM temp.observation_vocabulary WHERE term = ?')
    .pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM current_observations').pluck();
  const known = new Map<string, number>();
  let all = 0;
  const frequency = (key: string): number => {
    let times = known.get(key);
    if (times === undefined) {
      times = found.get(key) ?? 0;
      known.set(key, times);
    }
    return times;
  };
  return (keys) => {
    all ||= count.get() ?? 0;
    const times = Math.max(0, ...keys.map(frequency));
    return Math.log((all + 2) / (times + 1)) / Math.log(all + 2);
  };
}

/** Each key is a phrase of its own, whatever is in it; `*` at its end asks for all that begin so. */
const phrase = (key: string): string => {
  const [word, more] = key.endsWith('*') ? [key.slice(0, -1), ' *'] : [key, ''];
  return `"${word.replaceAll('"', '""')}"${more}`;
};

/** An observation with what stands in the article before its sentence, at most 400 characters. */
export interface EvidenceObservation extends ObservationRow {
  readonly before: string;
}

/** Observations that share words with a claim, the most likely first. */
export function evidenceQuery(db: Database): (query: EvidenceQuery) => EvidenceObservation[] {
  const find = db.prepare<[string, string, string, number], Raw>(
    `SELECT a.*, coalesce(utf16_slice(v.text, max(0, a.sentence_start - 400), a.sentence_start), '') AS before
     FROM observation_words w JOIN current_observations a ON a.observation = w.rowid
     JOIN extractions x ON x.id = a.extraction JOIN article_versions v ON v.id = x.version
     WHERE w.words MATCH ? AND a.unit_class = ? AND a.known <= ?
     ORDER BY bm25(observation_words), a.article_id, a.start LIMIT ?`,
  );
  return ({ keys, unitClass, asOf, limit }) => {
    if (keys.length === 0) return [];
    return find
      .all(keys.map(phrase).join(' OR '), unitClass, asOf, limit)
      .map((row) => ({ ...observationOf(row), before: column.text(row, 'before') }));
  };
}
