import type { TermPair } from '../catalog/terms.ts';
import { queryKeys, wordKeys } from '../language/index.ts';
import { kkToRu, placeKey } from './transliterate.ts';

/** Keys of one word of a text, any of which stands for it: those it is searched by, and its meaning in both languages. */
export type Term = readonly string[];

export interface Meanings {
  /** The words of a text, function words left out; the same word is the same object, as long as it is remembered. */
  terms(text: string): Term[];
  /** Is its counterpart in the other language known? */
  isPaired(term: Term): boolean;
  /** Search keys that ask for the same in the other language too; one that ends in `*` is the beginning of a key. */
  alternatives(term: Term): readonly string[];
}

/** Begin the key of a meaning and that of a sound; no search key does. */
const MEANING = '=';
const SOUND = '~';

/** How a Kazakh word sounds in Russian letters: names and loans are the same in both languages but for their letters. */
const sound = (key: string): string[] => {
  const word = key.startsWith('қ') ? key.slice(1) : key;
  return word.length < 4 ? [] : [`${SOUND}${placeKey(kkToRu(word))}`];
};

/** @param pairs words of both languages that say the same; a word of several meanings gets all of them */
export function meanings(pairs: readonly TermPair[]): Meanings {
  const meaningOf = new Map<string, string[]>();
  const wordsOf = new Map<string, Set<string>>();
  const verbs = new Map<string, string>();
  for (const [i, { kk, ru }] of pairs.entries()) {
    const id = `${MEANING}${i}`;
    const keys = new Set([...kk.map((w) => wordKeys(w, 'kk')), ...ru.map((w) => wordKeys(w, 'ru'))].flat());
    const stems = kk.filter(isVerb).map((word) => `қ${word.slice(0, -1)}*`);
    wordsOf.set(id, new Set([...keys, ...stems]));
    for (const key of keys) meaningOf.set(key, [...(meaningOf.get(key) ?? []), id]);
    for (const word of kk.filter(isVerb)) verbs.set(word.slice(0, -1), id);
  }
  const meaningsOf = (key: string): readonly string[] => {
    const known = meaningOf.get(key);
    if (known !== undefined) return known;
    const verb = verbOf(key, verbs);
    return verb === undefined ? [] : [verb];
  };
  const known = new Map<string, Term>();
  const termOf = (keys: readonly string[]): Term => {
    const name = keys.join(' ');
    let term = known.get(name);
    if (term === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      term = [...new Set([...keys.flatMap(meaningsOf), ...keys, ...keys.flatMap(sound)])];
      known.set(name, term);
    }
    return term;
  };
  return {
    terms: (text) => queryKeys(text).map(termOf),
    isPaired: (term) => term.some((key) => key.startsWith(MEANING)),
    alternatives: (term) => [
      ...new Set(
        term.flatMap((key) => {
          if (key.startsWith(MEANING)) return [...(wordsOf.get(key) ?? [])];
          return key.startsWith(SOUND) ? [] : [key];
        }),
      ),
    ],
  };
}

/** So many words are remembered: a text repeats its own, and all texts some thousands. */
const REMEMBERED = 20_000;

/** A stem of a verb shorter than this begins too many other words. */
const SHORTEST = 4;

const isVerb = (word: string): boolean => word.endsWith('у') && word.length > SHORTEST;

/** The meaning of a Kazakh verb, in whatever form: dictionaries name the noun in `-у`, forms begin with the rest of it. */
function verbOf(key: string, verbs: ReadonlyMap<string, string>): string | undefined {
  if (!key.startsWith('қ')) return undefined;
  for (let end = key.length; end > SHORTEST; end--) {
    const verb = verbs.get(key.slice(1, end));
    if (verb !== undefined) return verb;
  }
  return undefined;
}
