import type { Place } from '../../catalog/places.ts';
import type { Store } from '../../store/index.ts';
import { edits } from './edits.ts';
import { lines } from './lines.ts';
import { type Fact, isPlain, type MadeClaim, type Making, type Named } from './made.ts';
import { randomly, sample, shuffled } from './random.ts';
import { Scopes } from './scopes.ts';
import { loadClaimWords } from './wording.ts';

/** Oblasts, and the cities that are no part of one. */
const REGION = /^KZ-\d\d$/u;

export interface Generating {
  readonly places: readonly Place[];
  readonly seed: number;
  /** So many claims at most. */
  readonly most: number;
}

/**
 * Makes claims from the facts of a record: each fact as it stands, told for another region, year, unit or program, and with
 * another number; as sentences of the articles with one thing changed, and as lines of our own in both languages. What
 * is changed is chosen so that the record says nothing of the new scope, or nowhere the new number: a claim told for
 * another scope must not be contradicted, one with another number not be supported. The same seed gives the same claims.
 */
export function generateClaims(store: Store, { places, seed, most }: Generating): MadeClaim[] {
  const random = randomly(seed);
  const scopes = new Scopes();
  function* placed(): Generator<Fact> {
    for (const row of store.all.observations()) {
      scopes.add(row);
      if (isPlain(row)) yield row;
    }
  }
  const facts = sample(placed(), most, random);
  const making: Making = {
    words: loadClaimWords(),
    scopes,
    regions: places.filter(({ id }) => REGION.test(id)).map(({ id, kk, ru }) => ({ key: id, kk, ru })),
    programs: store
      .programs()
      .flatMap(({ key, kind, name: { kk, ru } }): Named[] =>
        kk === null || ru === null || kind === 'benefit' ? [] : [{ key, kk, ru }],
      ),
    random,
    today: store.coverage().to ?? '',
  };
  const made = facts.flatMap((fact) => [
    ...edits(fact, making),
    ...lines(fact, 'kk', making),
    ...lines(fact, 'ru', making),
  ]);
  const once = [...new Map(made.map((claim) => [`${claim.change} ${claim.text}`, claim])).values()];
  return shuffled(once, random).slice(0, most);
}
