import type { Database } from 'better-sqlite3';
import type { UnitClass } from '../../core/facts.ts';
import type { ObservationRow } from '../views.ts';
import { column, observationOf, type Raw } from './rows.ts';

/** What a claim looks for among the observations. */
export interface EvidenceQuery {
  /**
   * Words, each with the keys any of which stands for it; an observation needs one word at least. A key that ends in `*`
   * stands for all that begin so.
   */
  readonly words: readonly (readonly string[])[];
  /** Classes of units, as percents bear on no amounts of money. */
  readonly unitClasses: readonly UnitClass[];
  /** Only articles known on this day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly limit: number;
}

/** A word that stands in more observations than this tells nothing, and is counted no further. */
const COMMON = 3_000;
/** Observations that a search ranks at most: rare words alone may reach it. */
const RANKED = 10_000;
/** Of the ranked so many are looked at for their unit and their day. */
const LOOKED_AT = 1_500;

/** How many observations match, up to {@link COMMON}; answers are remembered. */
function frequencies(db: Database): (match: string) => number {
  const count = db
    .prepare<[string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM observation_words WHERE words MATCH ? LIMIT ${COMMON})`,
    )
    .pluck();
  const known = new Map<string, number>();
  return (match) => {
    let times = known.get(match);
    if (times === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      times = count.get(match) ?? 0;
      known.set(match, times);
    }
    return times;
  };
}
const REMEMBERED = 50_000;

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
  /**
   * How much a word tells of what a number is about, 0..1: a word of every observation tells nothing, one of a single
   * observation, or of none, almost all. Any of the keys may stand for the word.
   */
  rarity(keys: readonly string[]): number;
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
  const frequency = frequencies(db);
  const tables = past ? ['observation_words', 'past_observation_words'] : ['observation_words'];
  const matching = tables.map(
    (table) => `SELECT * FROM (SELECT rowid AS hit, bm25(${table}) AS rank FROM ${table}
      WHERE words MATCH ? ORDER BY rank LIMIT ${LOOKED_AT})`,
  );
  const find = db.prepare<(string | number)[], Raw>(
    `WITH hits AS MATERIALIZED (${matching.join(' UNION ALL ')}),
     fitting AS MATERIALIZED (
       SELECT h.hit, h.rank, i.id AS article, q.start FROM hits h
       JOIN observations o ON o.id = h.hit JOIN current_readings b ON b.extraction = o.extraction
       JOIN articles i ON i.key = b.article JOIN spans q ON q.id = o.span
       WHERE o.unit_class IN (SELECT value FROM json_each(?)) AND b.known <= ?
       ORDER BY h.rank, i.id, q.start LIMIT ?)
     SELECT ${COLUMNS} FROM fitting f JOIN current_observations a ON a.observation = f.hit ${VERSION}
     ORDER BY f.rank, f.article, f.start`,
  );
  const ofArticle = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM current_observations a ${VERSION}
     WHERE a.article_id = ? ORDER BY a.start LIMIT ${OF_ARTICLE}`,
  );
  const all = db.prepare<[], number>('SELECT count(*) FROM observation_words_docsize').pluck();
  let total = 0;
  return {
    evidence({ words, unitClasses, asOf, limit }) {
      const asked = matchOf(words, frequency);
      if (asked === '') return [];
      return find.all(...tables.map(() => asked), JSON.stringify(unitClasses), asOf, limit).map(evidenceOf);
    },
    rarity(keys) {
      total ||= all.get() ?? 0;
      const times = Math.max(0, ...keys.map((key) => frequency(phrase(key))));
      return Math.log((total + 2) / (times + 1)) / Math.log(total + 2);
    },
    evidenceOf: (articleId) => ofArticle.all(articleId).map(evidenceOf),
  };
}

/**
 * A full-text query that ranks no more than {@link RANKED} observations: those with any of the rare words, and those
 * with two of the commoner ones together.
 */
function matchOf(words: readonly (readonly string[])[], frequency: (key: string) => number): string {
  const counted = words
    .map((keys) => {
      const times = keys.map((key) => frequency(phrase(key)));
      return { keys: keys.filter((_, i) => times[i] !== 0), times: Math.max(0, ...times) };
    })
    .filter(({ keys }) => keys.length > 0)
    .sort((a, b) => a.times - b.times);
  let matched = 0;
  const common = counted.findIndex(({ times }) => {
    matched += times;
    return times >= COMMON || matched > RANKED;
  });
  const split = common < 0 ? counted.length : common;
  const any = ({ keys }: { readonly keys: readonly string[] }): string =>
    `(${keys.map(phrase).join(' OR ')})`;
  const alone = counted.slice(0, split).map(any);
  const [first, ...others] = counted.slice(split).map(any);
  if (first === undefined) return alone.join(' OR ');
  // One common word more at a time, until together they are rare enough.
  let together = first;
  for (const [i, next] of others.entries()) {
    if (i > 0 && frequency(together) < COMMON) break;
    together = `${together} AND ${next}`;
  }
  return [...alone, `(${together})`].join(' OR ');
}

const evidenceOf = (row: Raw): EvidenceObservation => ({
  ...observationOf(row),
  before: column.text(row, 'before'),
  origin: column.text(row, 'origin'),
});
