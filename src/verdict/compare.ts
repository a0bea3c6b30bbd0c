import type { Amount } from './amount.ts';
import { above, apart, below, closed, type Interval, same, within } from './interval.ts';

/**
 * How a stated number bears on a claimed one, and why.
 * `partly`: the claim says a little more than the record does. `open`: the record is less precise than the claim.
 */
export interface Comparison {
  readonly relation: 'supports' | 'refutes' | 'partly' | 'open';
  readonly reason: CompareReason;
}
export type CompareReason =
  | 'SAME_VALUE'
  | 'SAME_WORDING'
  | 'ROUNDED'
  | 'WITHIN'
  | 'CLOSE'
  | 'UNDERSTATES'
  | 'EQUALS_BOUND'
  | 'EXCEEDED'
  | 'LESS_PRECISE'
  | 'OTHER_VALUE'
  | 'SAME_DIRECTION'
  | 'OTHER_DIRECTION';

/** A bare claim may be off by this share of itself, whatever its zeros promise: «2 млн» is no word for 1,87 млн. */
const BARE = 0.05;
/** «Около», «шамамен»: at least 5 %, at most 10 %. */
const ABOUT = { least: 0.05, most: 0.1 };
/** «Почти», «жуық», «сәл астам»: within a tenth of the number, on one side of it. */
const NEARLY = 0.1;
/** Zeros of an article's number are its own rounding, but «100 школ» is no word for 120. */
const STATED = 0.1;
/** «Более 950 тыс.» and 953 617: the bound was drawn for this very number. */
const CLOSE = 0.1;
/** From twice the bound on, «более 10 тыс.» is true and still misleads. */
const UNDERSTATED = 2;

/** The numbers that a claim allows. Ends of ranges and bounds are taken as written. */
export function claimed(amount: Amount): Interval | null {
  const { value, high, order, comparator, nearness, ulp } = amount;
  if (value === null)
    return order === null ? null : { lo: 2 * order, hi: 10 * order, loOpen: false, hiOpen: true };
  if (high !== null) return closed(Math.min(value, high), Math.max(value, high));
  const size = Math.abs(value);
  if (nearness === 'nearly') return { lo: value - NEARLY * size, hi: value, loOpen: false, hiOpen: true };
  if (nearness === 'slightly') return { lo: value, hi: value + NEARLY * size, loOpen: true, hiOpen: false };
  switch (comparator) {
    case '=':
      // What is half a unit away may round to the next number, and 94 leaves no room for who claims 95.
      return { ...around(value, Math.min(ulp / 2, BARE * size)), loOpen: true, hiOpen: true };
    case '~':
      return around(value, Math.min(Math.max(ulp / 2, ABOUT.least * size), ABOUT.most * size));
    default:
      return bounded(amount.comparator, value);
  }
}

/** The numbers that a statement leaves possible: its own rounding, and nothing for its hedges. */
export function stated(amount: Amount): Interval | null {
  const { value, high, order, comparator, ulp, off } = amount;
  if (value === null || high !== null || amount.nearness !== null || order !== null) return claimed(amount);
  if (off !== undefined) return around(value, off);
  if (comparator === '=' || comparator === '~')
    return around(value, Math.min(ulp / 2, STATED * Math.abs(value)));
  return bounded(comparator, value);
}

const around = (value: number, half: number): Interval => closed(value - half, value + half);

function bounded(comparator: Amount['comparator'], value: number): Interval {
  if (comparator === '>') return above(value, true);
  if (comparator === '>=') return above(value, false);
  return below(value, comparator === '<');
}

/** Holds a claimed number against a stated one of the same scope. Null when one of them names no number at all. */
export function compare(claim: Amount, evidence: Amount): Comparison | null {
  const asked = claimed(claim);
  const given = stated(evidence);
  if (asked === null || given === null) return null;
  const exact = isExact(evidence);
  const value = evidence.value ?? Number.NaN;
  if (sameWords(claim, evidence))
    return { relation: 'supports', reason: isExact(claim) && exact ? 'SAME_VALUE' : 'SAME_WORDING' };
  if (isLimit(claim) && exact && same(value, claim.value ?? Number.NaN)) {
    const included = claim.comparator === '>=' || claim.comparator === '<=';
    return included
      ? { relation: 'supports', reason: 'WITHIN' }
      : { relation: 'partly', reason: 'EQUALS_BOUND' };
  }
  if (claim.nearness === 'nearly' && exact && reaches(value, claim.value ?? Number.NaN))
    return { relation: 'partly', reason: 'EXCEEDED' };
  // A bound or a range asks for no precision: the number as stated is enough. So is one that was worked out.
  if ((!isExact(claim) || evidence.off !== undefined) && exact && within(closed(value, value), asked))
    return { relation: 'supports', reason: whyWithin(claim, evidence) };
  if (within(given, asked)) return { relation: 'supports', reason: whyWithin(claim, evidence) };
  if (isExact(claim) && exact && sameRounded(claim, evidence))
    return { relation: 'supports', reason: 'ROUNDED' };
  if (apart(given, asked)) return { relation: 'refutes', reason: 'OTHER_VALUE' };
  return { relation: 'open', reason: 'LESS_PRECISE' };
}

/** A plain number: no range, no bound, no order. */
export const isExact = (a: Amount): boolean =>
  a.value !== null &&
  a.high === null &&
  a.nearness === null &&
  (a.comparator === '=' || a.comparator === '~');
const isLimit = (a: Amount): boolean =>
  a.value !== null && a.high === null && a.nearness === null && a.comparator !== '=' && a.comparator !== '~';

const sameWords = (a: Amount, b: Amount): boolean =>
  a.comparator === b.comparator &&
  a.nearness === b.nearness &&
  equal(a.value, b.value) &&
  equal(a.high, b.high) &&
  a.order === b.order;
const equal = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : same(a, b);

/** «Почти 100» and the record says 104: reached, and passed by no more than a tenth. */
const reaches = (value: number, bound: number): boolean =>
  value >= bound && value <= bound + NEARLY * Math.abs(bound);

function whyWithin(claim: Amount, evidence: Amount): CompareReason {
  const [bound, value] = [claim.value ?? 0, evidence.value ?? 0];
  if (isLimit(claim) && claim.comparator.startsWith('>') && bound > 0 && value >= UNDERSTATED * bound)
    return 'UNDERSTATES';
  if (!isExact(claim)) return Math.abs(value - bound) <= CLOSE * Math.abs(bound) ? 'CLOSE' : 'WITHIN';
  return same(bound, value) ? 'SAME_VALUE' : 'ROUNDED';
}

/** Do the two agree at the coarser of their roundings, and within what a bare number may be off? */
function sameRounded(claim: Amount, evidence: Amount): boolean {
  const [c, e] = [claim.value ?? Number.NaN, evidence.value ?? Number.NaN];
  const step = Math.max(claim.ulp, evidence.ulp);
  return (
    Math.abs(c - e) <= BARE * Math.max(Math.abs(c), Math.abs(e)) &&
    same(Math.round(c / step), Math.round(e / step))
  );
}
