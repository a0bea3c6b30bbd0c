import { routeText } from '../../language/index.ts';
import { type Fault, type Figure, judged } from '../figures.ts';
import type { SentencesOf } from './load.ts';

/** How many sentences of one language are taken for that language. */
export function evaluateSentences(
  lines: readonly string[],
  lang: SentencesOf,
): { figures: Figure[]; faults: Fault[] } {
  const faults = lines.flatMap((line, at): Fault[] => {
    const got = routeText(line).lang;
    const detail = `${line}: ${lang}, got ${got}`;
    return got === lang ? [] : [{ id: `line ${at + 1}`, kind: 'language', what: 'wrong', detail }];
  });
  return { figures: [judged(lang, 'language', lines.length - faults.length, lines.length)], faults };
}
