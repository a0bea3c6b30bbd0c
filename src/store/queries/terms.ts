import type { TermPair } from '../../catalog/terms.ts';
import { isKazakhKey, queryKeys } from '../../language/index.ts';

/** Search keys of a word → those of the words that say it in the other language. */
export type Terms = ReadonlyMap<string, readonly string[]>;

export function termsOf(pairs: readonly TermPair[]): Terms {
  const terms = new Map<string, string[]>();
  const lead = (from: readonly string[], to: readonly string[]): void => {
    for (const key of from) terms.set(key, [...(terms.get(key) ?? []), ...to]);
  };
  for (const pair of pairs) {
    const kk = pair.kk.flatMap((word) => keysIn('kk', word));
    const ru = pair.ru.flatMap((word) => keysIn('ru', word));
    lead(kk, ru);
    lead(ru, kk);
  }
  return terms;
}

/** A word that both languages could have has keys of both; only those of its own are meant here. */
function keysIn(lang: 'kk' | 'ru', word: string): readonly string[] {
  const keys = queryKeys(word)[0] ?? [];
  const own = keys.filter((key) => isKazakhKey(key) === (lang === 'kk'));
  return own.length > 0 ? own : keys;
}
