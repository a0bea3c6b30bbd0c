import { repairedLetters } from '../../language/chars.ts';
import { solveKazakhName } from '../../language/packs/kk/names.ts';
import { solveName } from '../../language/packs/ru/names.ts';
import type { NameCandidate } from './names.ts';

export type GivenNames = ReadonlyMap<string, 'm' | 'f' | 'both'>;

/** A name in the nominative. `cases` are those that the post beside it allows, as bits of `Tag`; 0 when none is known. */
export function nominativeOf(n: NameCandidate, ru: boolean, cases: number, given: GivenNames): string {
  const parts = n.parts.map(repairedLetters);
  return ru
    ? solveName(parts, cases, (w) => given.get(w)).nominative
    : solveKazakhName(parts, (w) => given.has(w));
}
