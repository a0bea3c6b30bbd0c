import type { ReadLang } from '../core/article.ts';
import { normalForm } from './chars.ts';
import { lemma as kazakhLemma } from './packs/kk/lemma.ts';
import { lemmas as russianLemmas } from './packs/ru/lemma.ts';

/**
 * Dictionary forms that a noun, name or adjective may be a form of, the likeliest first; of a Russian word that no list
 * knows its stem, which all its forms share. Never empty.
 */
export const lemmasOf = (word: string, lang: ReadLang): readonly string[] =>
  lang === 'kk' ? [kazakhLemma(normalForm(word))] : russianLemmas(normalForm(word));
