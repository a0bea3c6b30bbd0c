import type { Period } from '../core/facts.ts';

/** `maybe`: the two overlap, and one of them is wider than the other. */
export type Fit = 'yes' | 'maybe' | 'no';

/** First and last day of a period, `YYYY-MM-DD`; open ends reach as far as text can. */
export function daysOf(period: Pick<Period, 'from' | 'to'>): readonly [from: string, to: string] {
  return [firstDay(period.from), lastDay(period.to)];
}

/** First and last year of a period, `YYYY`; open ends reach as far as text can. */
export function yearsOf(period: Pick<Period, 'from' | 'to'>): readonly [from: string, to: string] {
  const [from, to] = daysOf(period);
  return [from.slice(0, 4), to.slice(0, 4)];
}

const firstDay = (at: string | null): string => (at === null ? '0000' : `${at}-01-01`.slice(0, 10));
/** A month ends on its 31st here: days are compared as text, and no day of a month comes after it. */
const lastDay = (at: string | null): string => {
  if (at === null) return '9999';
  if (at.length === 4) return `${at}-12-31`;
  return at.length === 7 ? `${at}-31` : at.slice(0, 10);
};

/**
 * Do two periods speak of the same time? `yes` when they are equal, or when the second is a day or month at which the
 * first, an open one («since 2024»), holds; `maybe` when one is a part of the other; `no` otherwise.
 */
export function overlapOf(asked: Pick<Period, 'from' | 'to'>, given: Pick<Period, 'from' | 'to'>): Fit {
  const [af, at] = daysOf(asked);
  const [gf, gt] = daysOf(given);
  if (af === gf && at === gt) return 'yes';
  if (gt < af || gf > at) return 'no';
  // «By December» and «for the year»: what ends at the same time is the same for a stock and for a running total.
  if (at === gt || (gf >= af && gt <= at) || (af >= gf && at <= gt)) return 'maybe';
  return 'no';
}
