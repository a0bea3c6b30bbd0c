import { repairedLetters } from '../../language/chars.ts';
import { solveName } from '../../language/packs/ru/names.ts';
import { type Document, tokenAt } from '../document.ts';
import type { NameCandidate } from './names.ts';

/**
 * The words of a name in the nominative. `cases` are those that the post beside it allows, as bits of `Tag`; 0 when
 * none is known.
 */
export function nominativeOf(doc: Document, n: NameCandidate, ru: boolean, cases: number): string {
  const parts = n.parts.map(repairedLetters);
  if (ru) return solveName(parts, cases, doc.reading.givenNames).nominative;
  // «Тоқаев Қ. К.»: behind initials the surname is the first word as written, else the last.
  const type = (tokenAt(doc, n.to - 1)?.form ?? doc.tokens[n.from]?.form)?.type;
  const last = parts.pop() ?? '';
  parts.push(type ? last.slice(0, doc.reading.names.nominativeLength(type)) : last);
  return parts.join(' ');
}
