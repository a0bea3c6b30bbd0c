import type { TermPair } from '../../catalog/terms.ts';
import { wordKeys } from '../../language/index.ts';

/** Search keys of a word → those of the words that say it in the other language. */
export type Terms = ReadonlyMap<string, readonly string[]>;

export function termsOf(pairs: readonly TermPair[]): Terms {
  const terms = new Map<string, string[]>();
  const lead = (from: readonly string[], to: readonly string[]): void => {
    for (const key of from) terms.set(key, [...(terms.get(key) ?? []), ...to]);
  };
  for (const pair of pairs) {
    const kk = pair.kk.flatMap((word) => wordKeys(word, 'kk'));
    const ru = pair.ru.flatMap((word) => wordKeys(word, 'ru'));
    lead(kk, ru);
    lead(ru, kk);
  }
  return terms;
}
