import { CASES, Tag } from '../../tags.ts';
import { analyse } from './analyse.ts';

/**
 * How names end in the nominative: surnames, and names that were a past tense (`Құдайберді`, `Сатыбалды`), whose last
 * letters are no accusative. `-болды` is left out: it may be that of `Ербол`.
 */
const NOMINATIVE = /(?:ов|ев|ёв|ин|ын|ова|ева|ина|ына|ский|ская|ұлы|қызы|улы|кызы|балды|берді|келді|гелді)$/u;

/** `Жұмаділұлына` → `Жұмаділұлы`: the possession stays, the case after it goes. */
const PATRONYMIC_CASE = /(?<=ұлы|қызы|улы|кызы)(?:ның|нің|нда|нде|нан|нен|мен|на|не|н)$/u;

/**
 * How many letters the nominative has of a word in small letters, the last of a Kazakh name in any case: that word alone
 * bears the ending (LANGUAGE §3.3), possession never. `known` tells whether a word is a given name in the nominative, so that
 * `нұрлан` loses nothing.
 */
export function nominativeLength(word: string, known: (word: string) => boolean): number {
  const patronymic = word.search(PATRONYMIC_CASE);
  if (patronymic >= 0) return patronymic;
  let best = word.length;
  if (NOMINATIVE.test(word) || known(word)) return best;
  let bestScore = 0;
  for (const { lemma, tags } of analyse(word)) {
    if (!(tags & (CASES & ~Tag.nom)) || tags & (Tag.p3 | Tag.p12 | Tag.tail | Tag.attr | Tag.pl)) continue;
    if (lemma.length < 3 || !word.startsWith(lemma)) continue;
    const ending = word.length - lemma.length;
    const score =
      (NOMINATIVE.test(lemma) ? 5 : 0) + (known(lemma) ? 5 : 0) + ending * 0.6 - (ending < 2 ? 3 : 0) + 0.5;
    if (score > bestScore) {
      best = lemma.length;
      bestScore = score;
    }
  }
  return best;
}
