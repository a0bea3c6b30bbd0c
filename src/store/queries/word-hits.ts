import type { Database } from 'better-sqlite3';
import { once, remembered } from '../../core/memo.ts';
import { untilWritten } from './state.ts';

/** A word as its keys, any of which stands for it; a key that ends in `*` stands for all that begin so. */
export type AskedWord = readonly string[];

/** An observation that shares words with what is asked for. */
export interface Hit {
  readonly observation: number;
  /** What the shared words tell, by {@link WordHits.rarity}, in all. */
  readonly score: number;
}

export interface WordHits {
  /**
   * The observations that have any of the rare words, or the commoner ones together: those with the most telling words
   * first, and of like ones those stored last.
   */
  of(words: readonly AskedWord[]): Hit[];
  /** How much a word tells, 0..1: one of every observation nothing, one of a single observation, or of none, almost all. */
  rarity(word: AskedWord): number;
}

/** A word that stands in more observations than this tells little, and is counted no further. */
const COMMON = 3_000;
/** Observations that rare words alone may bring. */
const RANKED = 10_000;
/** Lists of observations that are remembered, some for each claim; and words whose number of observations is. */
const REMEMBERED = { lists: 200, words: 50_000 };

/** @param tables full-text tables of search keys by observation, no observation in two of them */
export function wordHits(db: Database, tables: readonly string[]): WordHits {
  const each = (sql: string) =>
    tables.map((table) => db.prepare<(string | number)[], number>(sql.replace('$', table)).pluck());
  const latest = each('SELECT rowid FROM $ WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?');
  const counts = each(`SELECT count(*) FROM (SELECT 1 FROM $ WHERE words MATCH ? LIMIT ${COMMON})`);
  const sizes = each('SELECT count(*) FROM $_docsize');
  const total = once(() => sizes.reduce((sum, size) => sum + (size.get() ?? 0), 0));
  const times = remembered(REMEMBERED.words, (match: string) =>
    Math.max(...counts.map((count) => count.get(match) ?? 0)),
  );
  const lists = (most: number) =>
    remembered(REMEMBERED.lists, (match: string): readonly number[] =>
      latest.flatMap((list) => list.all(match, most)),
    );
  const found = untilWritten(db, () => ({ having: lists(COMMON), joined: lists(RANKED) }));
  const isCommon = (key: string): boolean => times(phrase(key)) >= COMMON;
  const tells = (observations: number): number =>
    Math.log((total() + 2) / (observations + 1)) / Math.log(total() + 2);

  return {
    of(words) {
      const { having, joined } = found();
      const asked = words
        .filter((keys) => keys.length > 0)
        .map((keys) => ({ match: `(${keys.map(phrase).join(' OR ')})`, often: keys.some(isCommon) }));
      // A common word is known by its count alone: to list where it stands costs ten times as much.
      const counted = asked
        .map(({ match, often }) => ({ match, observations: often ? [] : having(match), often }))
        .filter(({ observations, often }) => often || observations.length > 0)
        .map((word) => ({ ...word, count: word.often ? COMMON : word.observations.length }))
        .sort((a, b) => a.count - b.count);
      let ranked = 0;
      const first = counted.findIndex(({ count }) => {
        ranked += count;
        return count >= COMMON || ranked > RANKED;
      });
      const rare = first < 0 ? counted : counted.slice(0, first);
      const common = first < 0 ? [] : counted.slice(first);

      const scores = new Map<number, number>();
      const add = (observations: readonly number[], score: number): void => {
        for (const observation of observations)
          scores.set(observation, (scores.get(observation) ?? 0) + score);
      };
      for (const { observations, count } of rare) add(observations, tells(count));
      const any = rare.map(({ match }) => match).join(' OR ');
      // A word that is asked for twice tells twice as much, and narrows nothing further.
      const joint = new Set<string>();
      let together = '';
      let told = 0;
      for (const { match, count } of common) {
        const score = tells(count);
        if (any !== '') add(joined(`(${any}) AND ${match}`), score);
        // One common word more at a time, until together they are rare enough.
        if (together !== '' && having(together).length < COMMON) continue;
        together = [...joint.add(match)].join(' AND ');
        told += score;
      }
      const more = together === '' ? [] : having(together);
      for (const observation of more) if (!scores.has(observation)) scores.set(observation, told);
      return [...scores]
        .map(([observation, score]) => ({ observation, score }))
        .sort((a, b) => b.score - a.score || b.observation - a.observation);
    },
    rarity: (keys) => tells(Math.max(0, ...keys.map((key) => times(phrase(key))))),
  };
}

/** Each key is a phrase of its own, whatever is in it; `*` at its end asks for all that begin so. */
const phrase = (key: string): string => {
  const [word, more] = key.endsWith('*') ? [key.slice(0, -1), ' *'] : [key, ''];
  return `"${word.replaceAll('"', '""')}"${more}`;
};
