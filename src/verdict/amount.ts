import type { Comparator } from '../core/facts.ts';

/** How a hedge bends a number beyond its comparator: «почти 100» stays below 100, «сәл астам» little above. */
export type Nearness = 'nearly' | 'slightly';

/** A number as words state it, in a claim or in an article. */
export interface Amount {
  /** Lower end of a range; null when only an order is named («сотни»). */
  readonly value: number | null;
  /** Upper end of a range. */
  readonly high: number | null;
  /** «ондаған» is 10, «сотни» is 100. */
  readonly order: number | null;
  readonly comparator: Comparator;
  readonly nearness: Nearness | null;
  /** One unit of the last place that is written and significant: 10^8 for «1,5 млрд», 100 for «42 500». */
  readonly ulp: number;
  /** A number worked out from others may be off by this much, as they are rounded themselves. */
  readonly off?: number | undefined;
}

/**
 * The unit of the last significant place of a number as written. Zeros at the end of a whole number are taken for
 * rounding («42 500» is told to the hundred), zeros behind the decimal sign are not («1,50»): so newspapers write.
 * A number in words, or made of several parts («3 млрд 136 млн»), is told to its last place that is not zero.
 * @param quote the words that hold the number
 * @param value what they come to
 */
export function ulpOf(quote: string, value: number): number {
  const written = WRITTEN.exec(quote)?.[0];
  if (written !== undefined) {
    const digits = written.replace(/[^\d.,]/g, '').replace(',', '.');
    const mantissa = Number(digits);
    const scale = value / mantissa;
    if (Number.isFinite(scale) && isPowerOfTen(scale)) {
      const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
      return decimals > 0 ? scale * 10 ** -decimals : scale * lastPlace(mantissa);
    }
  }
  // «Треть», `екі жарым`: a fraction told in words is told to its first place.
  return Number.isInteger(value) ? lastPlace(value) : 10 ** Math.floor(Math.log10(Math.abs(value)));
}

/** Digits with blanks between groups of three, and at most one decimal sign with digits behind it. */
const WRITTEN = /\d+(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))*(?:[.,]\d+)?/u;

const isPowerOfTen = (x: number): boolean => {
  const exponent = Math.log10(x);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9;
};

/** 100 for 42 500, 1 for 42 317, 0.1 for 4.2; 1 for zero. At most fifteen places are looked at: a double has no more. */
function lastPlace(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(size)) return 1;
  if (Number.isInteger(size)) {
    let place = 1;
    while (place < 1e15 && size % (place * 10) === 0) place *= 10;
    return place;
  }
  for (let decimals = 1; decimals <= 12; decimals++) {
    const scaled = size * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return 10 ** -decimals;
  }
  return 10 ** -12;
}
