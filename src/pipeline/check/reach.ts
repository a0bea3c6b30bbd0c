import type { Facts } from '../../core/facts.ts';
import { keyOf, type Store } from '../../store/index.ts';
import { type Checked, NO_NUMBER } from './checked.ts';
import { quotedRow } from './evidence.ts';
import type { Wording } from './wording.ts';

const COUNTRY = 'KZ';
const SHOWN = 5;

/**
 * Is a program at work in a region? Articles that name the two together say so; that none does says nothing, for no
 * article lists where a program is not. Null for a claim that is of something else.
 */
export function reachChecker(store: Store, wording: Wording): (facts: Facts, asOf: string) => Checked | null {
  return (facts, asOf) => {
    const [program, ...programs] = facts.programs;
    const [place, ...places] = facts.regions.filter(({ id }) => id !== COUNTRY);
    if (program === undefined || place === undefined || programs.length + places.length > 0) return null;
    const { text } = facts.article;
    const quote = program.mentions[0]?.text ?? program.name;
    const rows = wording.isNegated(text, quote)
      ? []
      : store.reach(keyOf(program.id, program.name), place.id, asOf);
    const verdict = rows.length > 0 ? 'SUPPORTED' : 'NO_EVIDENCE';
    return {
      part: {
        quote,
        ...NO_NUMBER,
        subject: program.name,
        region: { id: place.id, name: place.name },
        period: null,
        verdict,
        reason: rows.length > 0 ? 'COVERED' : 'NONE_FOUND',
      },
      evidence: rows.slice(0, SHOWN).map((row) => quotedRow('supports', row)),
    };
  };
}
