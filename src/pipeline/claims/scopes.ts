import type { IndicatorFact, Period } from '../../core/facts.ts';

/** A number's place in the record: what is counted where, when and for which program. */
export interface ScopeOf {
  readonly unit: string;
  /** Id of a region; null is the country. */
  readonly region: string | null;
  /** A year, or null for any. */
  readonly year: number | null;
}

/** A stated number, as far as its scope goes. */
export type Placed = Pick<IndicatorFact, 'unit' | 'value' | 'high' | 'previous' | 'period' | 'inferred'> & {
  readonly region: { readonly id: string } | null;
  readonly program: { readonly key: string } | null;
  readonly published: string | null;
  readonly seen: string;
};

/** What is said in a scope. */
interface Said {
  readonly values: Set<number>;
  readonly programs: Set<string>;
}

const COUNTRY = 'KZ';
/** Years that a claim may name. */
const YEARS = { first: 1990, last: 2040 };
/** People are counted under many words, so that a number of residents is one of people too. */
const PEOPLE = new Set(['person', 'resident', 'citizen', 'item']);

/**
 * In which scopes a record says anything, kept by unit, region and year. It is generous on purpose: a claim is only
 * made about a scope of which the record surely says nothing, or about a number that surely stands nowhere in it.
 */
export class Scopes {
  readonly #said = new Map<string, Said>();

  /** Takes in one number. */
  add(fact: Placed): void {
    for (const year of yearsOf(fact)) {
      const key = keyOf(fact.unit, fact.region?.id ?? null, year);
      const said = this.#said.get(key) ?? { values: new Set(), programs: new Set() };
      this.#said.set(key, said);
      for (const value of [fact.value, fact.high, fact.previous]) if (value !== null) said.values.add(value);
      if (fact.program !== null) said.programs.add(fact.program.key);
    }
  }

  /** Does the record state any number there? With a program: any that belongs to it. */
  says(scope: ScopeOf, program?: string): boolean {
    return this.#in(scope).some((said) => program === undefined || said.programs.has(program));
  }

  /** All numbers that are stated there. */
  values(scope: ScopeOf): number[] {
    return this.#in(scope).flatMap(({ values }) => [...values]);
  }

  #in({ unit, region, year }: ScopeOf): Said[] {
    const years = year === null ? range(YEARS.first, YEARS.last) : [year];
    return years.flatMap((y) => this.#said.get(keyOf(unit, region, y)) ?? []);
  }
}

const keyOf = (unit: string, region: string | null, year: number): string =>
  `${PEOPLE.has(unit) ? 'person' : unit}|${region ?? COUNTRY}|${year}`;

/** The years of which a number may speak; where its sentence names none, that of publication and the one before. */
function yearsOf({ period, inferred, published, seen }: Placed): number[] {
  const known = Number((published ?? seen).slice(0, 4));
  if (period === null || inferred.includes('period')) return [known - 1, known];
  return range(
    Math.max(YEARS.first, yearOf(period, 'from') ?? YEARS.first),
    Math.min(YEARS.last, yearOf(period, 'to') ?? known),
  );
}

const yearOf = (period: Period, end: 'from' | 'to'): number | null => {
  const at = period[end];
  return at === null ? null : Number(at.slice(0, 4));
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
