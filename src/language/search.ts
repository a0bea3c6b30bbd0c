import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import { lemmasOf } from './lemma.ts';
import { FUNCTION_WORDS as KK_WORDS } from './packs/kk/words.ts';
import { looksParticipial, looksVerbal } from './packs/ru/shape.ts';
import { FUNCTION_WORDS as RU_WORDS } from './packs/ru/words.ts';
import { tokenize } from './tokens.ts';
import { oncePerWord, Words, type WordType } from './words.ts';

const words = new Words();
const KAZAKH = 'қ';

/** Is a key that of a Kazakh lemma? Lemmas of one or two letters are not marked. */
const isKazakhKey = (key: string): boolean => key.startsWith(KAZAKH);

/**
 * Keys under which a word can be found, the same for documents and queries: its Kazakh and its Russian lemmas, as nobody
 * says in which language a word was meant. A word with Kazakh letters has no Russian one; the Kazakh ones are marked,
 * so that `балаларға` and `балалар` meet without `семья` meeting a Kazakh word.
 * Of a Russian verb, for which the pack has no lemma, the stem that `natural` cuts is a key as well.
 */
const keysOf = oncePerWord((type: WordType): readonly string[] => {
  const { norm, plain } = type;
  const keys = new Set<string>();
  if (type.latin || norm.length < 3) keys.add(plain);
  else {
    for (const lemma of lemmasOf(norm, 'kk')) keys.add(lemma.length < 3 ? lemma : KAZAKH + lemma);
    if (!type.kazakh) {
      for (const lemma of lemmasOf(plain, 'ru')) keys.add(lemma);
      if (looksVerbal(plain) || looksParticipial(plain)) keys.add(stemmer.stem(plain));
    }
  }
  return [...keys];
});

/** All keys of a text, in order; numbers as written without group spaces. For the index of a document. */
export function searchKeys(text: string): string[] {
  const out: string[] = [];
  eachWord(text, (keys) => out.push(...keys));
  return out;
}

/** Keys word by word: each inner list holds alternatives, any of which may match. For a query. */
export function queryKeys(text: string): string[][] {
  const out: string[][] = [];
  eachWord(text, (keys) => out.push([...keys]));
  return out;
}

/** Calls back with the keys of every word and number of a text, those that only serve the grammar left out. */
function eachWord(text: string, found: (keys: readonly string[]) => void): void {
  for (const t of tokenize(text, words)) {
    if (t.form) {
      const norm = t.form.type.norm;
      if (!KK_WORDS.has(norm) && !RU_WORDS.has(norm)) found(keysOf(t.form.type));
    } else if (!Number.isNaN(t.digits.num)) found([String(t.digits.num)]);
  }
}

/** Keys of a word of one language, given in its dictionary form: one that both languages could have has keys of both. */
export function wordKeys(word: string, lang: 'kk' | 'ru'): readonly string[] {
  const keys = queryKeys(word)[0] ?? [];
  const own = keys.filter((key) => isKazakhKey(key) === (lang === 'kk'));
  return own.length > 0 ? own : keys;
}
