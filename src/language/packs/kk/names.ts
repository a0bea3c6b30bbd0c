import { CASES, Tag } from '../../tags.ts';
import { analyse } from './analyse.ts';

const SURNAME = /(?:ов|ев|ёв|ин|ын|ова|ева|ина|ына|ский|ская|ұлы|қызы|улы|кызы)$/u;

/**
 * A Kazakh name in any case → nominative: only its last part bears the ending (LANGUAGE §3.3), possession never.
 * `known` tells whether a lower-cased word is a given name in the nominative, so that `Нұрлан` loses nothing.
 */
export function solveKazakhName(parts: readonly string[], known: (word: string) => boolean): string {
  const last = parts.at(-1) ?? '';
  return [...parts.slice(0, -1), nominative(last, known)].join(' ');
}

/** `Жұмаділұлына` → `Жұмаділұлы`: the possession stays, the case after it goes. */
const PATRONYMIC_CASE = /(?<=ұлы|қызы|улы|кызы)(?:ның|нің|нда|нде|нан|нен|мен|на|не|н)$/u;

function nominative(word: string, known: (word: string) => boolean): string {
  const lower = word.toLowerCase();
  if (PATRONYMIC_CASE.test(lower)) return word.replace(PATRONYMIC_CASE, '');
  if (SURNAME.test(lower) || known(lower)) return word;
  let best = word;
  let bestScore = 0;
  for (const a of analyse(lower)) {
    if (!(a.tags & (CASES & ~Tag.nom)) || a.tags & (Tag.p3 | Tag.p12 | Tag.tail | Tag.attr | Tag.pl))
      continue;
    if (a.lemma.length < 3 || !lower.startsWith(a.lemma)) continue;
    const score =
      (SURNAME.test(a.lemma) ? 5 : 0) +
      (known(a.lemma) ? 5 : 0) +
      (lower.length - a.lemma.length) * 0.6 -
      (lower.length - a.lemma.length < 2 ? 3 : 0) +
      0.5;
    if (score > bestScore) {
      best = word.slice(0, a.lemma.length);
      bestScore = score;
    }
  }
  return best;
}
