import { repairedLetters } from '../../language/chars.ts';
import { solveKazakhName } from '../../language/packs/kk/names.ts';
import { type GivenNames, solveName } from '../../language/packs/ru/names.ts';
import type { NameCandidate } from './names.ts';

/** A name in the nominative. `cases` are those that the post beside it allows, as bits of `Tag`; 0 when none is known. */
export function nominativeOf(n: NameCandidate, ru: boolean, cases: number, given: GivenNames): string {
  const parts = n.parts.map(repairedLetters);
  return ru ? solveName(parts, cases, given).nominative : solveKazakhName(parts, (w) => given.has(w));
}
