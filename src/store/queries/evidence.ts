import type { Database } from 'better-sqlite3';
import type { UnitClass } from '../../core/facts.ts';
import type { ObservationRow } from '../views.ts';
import { column, observationOf, type Raw } from './rows.ts';

/** What a claim looks for among the observations. */
export interface EvidenceQuery {
  /** Keys of words; an observation needs one at least. One that ends in `*` stands for all that begin so. */
  readonly keys: readonly string[];
  /** Classes of units, as percents bear on no amounts of money. */
  readonly unitClasses: readonly UnitClass[];
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

/** An observation as evidence: with what its article says before it, and with the story that its article tells. */
export interface EvidenceObservation extends ObservationRow {
  /** What stands in the article before its sentence, at most 400 characters. */
  readonly before: string;
  /** Id of the article that told the story first: reprints and translations of one text share it. */
  readonly origin: string;
}

export interface EvidenceQueries {
  /** Observations that share words with a claim, the most likely first. */
  evidence(query: EvidenceQuery): EvidenceObservation[];
  /** What an article states, in the order of its text: at most {@link OF_ARTICLE} observations. */
  evidenceOf(articleId: string): EvidenceObservation[];
}

/** An article states a few dozen numbers; a table of a whole budget is cut here. */
const OF_ARTICLE = 200;

const COLUMNS = `a.*,
  coalesce(utf16_slice(v.text, max(0, a.sentence_start - 400), a.sentence_start), '') AS before,
  coalesce((SELECT s.id FROM story_members m JOIN articles s ON s.key = m.story WHERE m.article = v.article), a.article_id)
    AS origin`;
const VERSION = 'JOIN extractions x ON x.id = a.extraction JOIN article_versions v ON v.id = x.version';

export function evidenceQueries(db: Database, past: boolean): EvidenceQueries {
  const words = past ? ['observation_words', 'past_observation_words'] : ['observation_words'];
  const matching = words.map(
    (table) => `SELECT rowid AS row, bm25(${table}) AS score FROM ${table} WHERE ${table} MATCH ?`,
  );
  const find = db.prepare<(string | number)[], Raw>(
    `SELECT ${COLUMNS}
     FROM (${matching.join(' UNION ALL ')}) w JOIN current_observations a ON a.observation = w.row ${VERSION}
     WHERE a.unit_class IN (SELECT value FROM json_each(?)) AND a.known <= ?
     ORDER BY w.score, a.article_id, a.start LIMIT ?`,
  );
  const ofArticle = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM current_observations a ${VERSION}
     WHERE a.article_id = ? ORDER BY a.start LIMIT ${OF_ARTICLE}`,
  );
  return {
    evidence({ keys, unitClasses, asOf, limit }) {
      if (keys.length === 0) return [];
      const asked = words.map(() => keys.map(phrase).join(' OR '));
      return find.all(...asked, JSON.stringify(unitClasses), asOf, limit).map(evidenceOf);
    },
    evidenceOf: (articleId) => ofArticle.all(articleId).map(evidenceOf),
  };
}

const evidenceOf = (row: Raw): EvidenceObservation => ({
  ...observationOf(row),
  before: column.text(row, 'before'),
  origin: column.text(row, 'origin'),
});
