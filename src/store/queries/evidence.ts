import type { Database } from 'better-sqlite3';
import type { UnitClass } from '../../core/facts.ts';
import type { ObservationRow } from '../views.ts';
import { column, observationOf, type Raw } from './rows.ts';
import { type AskedWord, wordHits } from './word-hits.ts';

/** What makes an observation likely to bear on a claim; null where the claim leaves it open. */
export interface Likely {
  readonly measure: ObservationRow['measure'];
  readonly region: string | null;
  readonly program: string | null;
  /** First and last year, `YYYY`. */
  readonly years: readonly [from: string, to: string] | null;
}

/** What a claim looks for among the observations. */
export interface EvidenceQuery {
  readonly words: readonly AskedWord[];
  /** Classes of units, as percents bear on no amounts of money. */
  readonly unitClasses: readonly UnitClass[];
  /** What else a likely one agrees in: what differs in one of these has to share a word more. */
  readonly like?: Likely;
  /** Only articles known on this day, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly limit: number;
}

/** Of those with the most telling words so many are looked at for what else they say. */
const LOOKED_AT = 1_000;

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

/** What of an observation differs from what is likely: each is 1 or 0. */
const UNLIKE = [
  'coalesce(o.measure <> :measure, 0)',
  "coalesce(coalesce(o.region_id, 'KZ') <> :region, 0)",
  'coalesce(o.program_key <> :program, 0)',
  'coalesce(substr(o.period_to, 1, 4) < :from, 0)',
  'coalesce(substr(o.period_from, 1, 4) > :to, 0)',
];

export function evidenceQueries(db: Database, past: boolean): EvidenceQueries {
  const hits = wordHits(db, past ? ['observation_words', 'past_observation_words'] : ['observation_words']);
  const find = db.prepare<Record<string, string | number | null>, Raw>(
    `WITH fitting AS MATERIALIZED (
       SELECT o.id, (h.value ->> 1) - ${UNLIKE.join(' - ')} AS score, b.article_id AS article
       FROM json_each(:hits) h JOIN observations o ON o.id = h.value ->> 0
       JOIN current_readings b ON b.extraction = o.extraction
       WHERE o.unit_class IN (SELECT value FROM json_each(:unitClasses)) AND b.known <= :asOf
       ORDER BY score DESC, article, o.id LIMIT :limit)
     SELECT ${COLUMNS} FROM fitting f JOIN current_observations a ON a.observation = f.id ${VERSION}
     ORDER BY f.score DESC, f.article, f.id`,
  );
  const ofArticle = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM current_observations a ${VERSION}
     WHERE a.article_id = ? ORDER BY a.start LIMIT ${OF_ARTICLE}`,
  );
  return {
    evidence({ words, unitClasses, like, asOf, limit }) {
      const likely = hits.of(words).slice(0, LOOKED_AT);
      if (likely.length === 0) return [];
      const asked = {
        hits: JSON.stringify(likely.map(({ observation, score }) => [observation, score])),
        unitClasses: JSON.stringify(unitClasses),
        measure: like?.measure ?? null,
        region: like?.region ?? null,
        program: like?.program ?? null,
        from: like?.years?.[0] ?? null,
        to: like?.years?.[1] ?? null,
        asOf,
        limit,
      };
      return find.all(asked).map(evidenceOf);
    },
    rarity: hits.rarity,
    evidenceOf: (articleId) => ofArticle.all(articleId).map(evidenceOf),
  };
}

const evidenceOf = (row: Raw): EvidenceObservation => ({
  ...observationOf(row),
  before: column.text(row, 'before'),
  origin: column.text(row, 'origin'),
});
