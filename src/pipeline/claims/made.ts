import type { ReadLang } from '../../core/article.ts';
import type { ObservationRow } from '../../store/index.ts';
import type { Scopes } from './scopes.ts';
import type { ClaimWords } from './wording.ts';

/** What was changed in a stored fact to make a claim of it. */
export type Change = 'nothing' | 'region' | 'year' | 'unit' | 'program' | 'number';

/** A claim made from a stored fact. */
export interface MadeClaim {
  readonly text: string;
  readonly lang: ReadLang;
  readonly change: Change;
  /** The number that the claim is about, and what it counts: a sentence of an article may hold others. */
  readonly value: number;
  readonly unit: string;
  /** The day as of which it is to be checked, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Id of the observation it was made from. */
  readonly from: string;
}

/** A name in both languages. */
export interface Named {
  readonly key: string;
  readonly kk: string;
  readonly ru: string;
}

/** What claims are made with. */
export interface Making {
  readonly words: ClaimWords;
  readonly scopes: Scopes;
  /** The regions of the country, oblasts and cities that are none. */
  readonly regions: readonly Named[];
  /** Those that a claim can name in quotes: benefits have names that are none of their own. */
  readonly programs: readonly Named[];
  readonly random: () => number;
  /** The last day of the record, `YYYY-MM-DD`. */
  readonly today: string;
}

/** One number of one article, said as it is. */
export type Fact = ObservationRow & { readonly value: number; readonly lang: ReadLang };

/** Can a claim repeat it? */
export const isPlain = (row: ObservationRow): row is Fact =>
  row.value !== null &&
  row.value > 0 &&
  row.high === null &&
  row.previous === null &&
  row.order === null &&
  (row.lang === 'kk' || row.lang === 'ru');

/** The year that a sentence names for its number; null when it names none, undefined when another span of time. */
export function yearOf({ period, inferred }: Fact): number | null | undefined {
  if (period === null || inferred.includes('period')) return null;
  return period.from === period.to && /^\d{4}$/.test(period.from ?? '') ? Number(period.from) : undefined;
}

/** The first that fits, in an order of chance. */
export function chosen<T>(
  items: readonly T[],
  fits: (item: T) => boolean,
  random: () => number,
): T | undefined {
  const start = Math.floor(random() * items.length);
  return [...items.slice(start), ...items.slice(0, start)].find(fits);
}

/** Years before the given one, of which the record says nothing for this unit and region. */
export function silentYear(
  fact: Fact,
  region: string | null,
  { scopes, random }: Making,
): number | undefined {
  const around = yearOf(fact) ?? Number((fact.published ?? fact.seen).slice(0, 4));
  const years = Array.from({ length: 9 }, (_, k) => around - 1 - k);
  return chosen(years, (year) => !scopes.says({ unit: fact.unit, region, year }), random);
}

/** Factors by which a number is changed; none leaves it within what any wording allows. */
const FACTORS = [0.4, 0.55, 0.7, 1.4, 1.6, 1.9, 2.3, 2.7];
/** So near to a stated number, as a share of itself, a changed one might be taken for it. */
const NEAR = 0.15;

/**
 * Another number with as many digits that count, which nobody states for this unit, region and year, and which nothing
 * stated there makes true.
 */
export function otherNumber(
  fact: Fact,
  region: string | null,
  { scopes, random }: Making,
  step: number,
): number | undefined {
  const year = yearOf(fact) ?? null;
  const stated = [...scopes.values({ unit: fact.unit, region, year }), fact.value];
  const upwards = fact.comparator.startsWith('>');
  const downwards = fact.comparator.startsWith('<');
  const free = (value: number): boolean =>
    value > 0 &&
    (fact.unitClass !== 'percent' || value <= 100) &&
    stated.every((x) => {
      if (upwards) return x < value * (1 - NEAR);
      if (downwards) return x > value * (1 + NEAR);
      return Math.abs(x - value) > NEAR * value;
    });
  const values = FACTORS.map((factor) => Math.round((fact.value * factor) / step) * step);
  return chosen(values, free, random);
}
