import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Amount, ulpOf } from './amount.ts';
import { compare } from './compare.ts';

test.each<[quote: string, value: number, ulp: number]>([
  ['1,5 млрд тенге', 1.5e9, 1e8],
  ['1,50 млрд тенге', 1.5e9, 1e7],
  ['42 500 человек', 42_500, 100],
  ['42 317 адам', 42_317, 1],
  ['42,3 тыс.', 42_300, 100],
  ['10 тыс.', 10_000, 10_000],
  ['12 процентов', 12, 1],
  ['12,4%', 12.4, 0.1],
  ['екі жүз елу', 250, 10],
  ['3 млрд 136 млн', 3_136_000_000, 1_000_000],
  ['ни одной школы', 0, 1],
  ['2 млн-нан', 2e6, 1e6],
  ['16\u00a0805 адам', 16_805, 1],
  ['37.5 %', 37.5, 0.1],
])('the last place of «%s» is told', (quote, value, ulp) => {
  expect(ulpOf(quote, value)).toBeCloseTo(ulp, 9);
});

/**
 * A number as a short line: `~100`, `>10000/10000`, `5000..7000`, `100s`; behind `/` its last place, else that of its
 * zeros.
 */
function amount(line: string): Amount {
  const [said = '', ulp] = line.split('/');
  const order = /^(\d+)s$/.exec(said)?.[1];
  const sign = /^(?:nearly |slightly |[<>]=?|~)?/.exec(said)?.[0] ?? '';
  const [low = '', high] = said.slice(sign.length).split('..');
  const value = order === undefined ? Number(low) : null;
  return {
    value,
    high: high === undefined ? null : Number(high),
    order: order === undefined ? null : Number(order),
    comparator:
      sign === 'nearly ' ? '~' : sign === 'slightly ' ? '>' : ((sign || '=') as Amount['comparator']),
    nearness: sign === 'nearly ' ? 'nearly' : sign === 'slightly ' ? 'slightly' : null,
    ulp: ulp === undefined ? ulpOf(low, value ?? 0) : Number(ulp),
  };
}

function check(claim: string, evidence: string, expected: string): void {
  const { relation, reason } = compare(amount(claim), amount(evidence)) ?? {};
  expect(`${relation} ${reason}`).toBe(expected);
}

test.each<[claim: string, evidence: string, expected: string]>([
  ['42317', '42317', 'supports SAME_VALUE'],
  ['42300', '42317', 'supports ROUNDED'],
  ['42000', '42317', 'supports ROUNDED'],
  ['42500', '42300', 'refutes OTHER_VALUE'],
  ['42317', '42300', 'supports ROUNDED'],
  ['2000000', '1870000', 'refutes OTHER_VALUE'],
  ['~2000000', '1870000', 'supports ROUNDED'],
  ['1870000', '2000000', 'open LESS_PRECISE'],
  ['120', '100', 'refutes OTHER_VALUE'],
  ['12', '12.4', 'supports ROUNDED'],
  ['12', '12.9', 'refutes OTHER_VALUE'],
  ['0', '12', 'refutes OTHER_VALUE'],
  ['0', '0', 'supports SAME_VALUE'],
  ['7', '8', 'refutes OTHER_VALUE'],
  ['~7', '8', 'open LESS_PRECISE'],
  ['~7', '9', 'refutes OTHER_VALUE'],
  // More than.
  ['>10000', '10000', 'partly EQUALS_BOUND'],
  ['>10000', '10001', 'supports CLOSE'],
  ['>10000', '31000', 'supports UNDERSTATES'],
  ['>10000', '9800', 'refutes OTHER_VALUE'],
  ['>10000', '>10000', 'supports SAME_WORDING'],
  ['>12000', '>10000', 'open LESS_PRECISE'],
  ['>10000', '>12000', 'supports WITHIN'],
  ['12000', '>10000', 'open LESS_PRECISE'],
  ['9000', '>10000', 'refutes OTHER_VALUE'],
  ['>=10000', '10000', 'supports WITHIN'],
  ['>=10000', '9900', 'refutes OTHER_VALUE'],
  // Less than, up to.
  ['<100', '100', 'partly EQUALS_BOUND'],
  ['<100', '99', 'supports CLOSE'],
  ['<=100', '100', 'supports WITHIN'],
  ['<=100', '101', 'refutes OTHER_VALUE'],
  ['>5', '<=3', 'refutes OTHER_VALUE'],
  // Nearly, slightly more.
  ['nearly 100', '97', 'supports CLOSE'],
  ['nearly 100', '104', 'partly EXCEEDED'],
  ['nearly 100', '100', 'partly EXCEEDED'],
  ['nearly 100', '89', 'refutes OTHER_VALUE'],
  ['nearly 100', '115', 'refutes OTHER_VALUE'],
  ['slightly 8000', '8051', 'supports CLOSE'],
  ['slightly 8000', '14828', 'refutes OTHER_VALUE'],
  // Ranges and orders.
  ['6100', '5000..7000', 'open LESS_PRECISE'],
  ['5000..7000', '6100', 'supports WITHIN'],
  ['5000..7000', '7000', 'supports WITHIN'],
  ['5000..7000', '7100', 'refutes OTHER_VALUE'],
  ['5000..7000', '5000..7000', 'supports SAME_WORDING'],
  ['8000', '5000..7000', 'refutes OTHER_VALUE'],
  ['100s', '450', 'supports WITHIN'],
  ['100s', '120', 'refutes OTHER_VALUE'],
  ['100s', '1000', 'open LESS_PRECISE'],
  ['>9500', '10000', 'supports CLOSE'],
  ['>10500', '10000', 'open LESS_PRECISE'],
  ['450', '100s', 'open LESS_PRECISE'],
  ['100s', '100s', 'supports SAME_WORDING'],
  // A source's hedge is not widened.
  ['~142700', '>157800', 'refutes OTHER_VALUE'],
  ['~142700', '142744', 'supports ROUNDED'],
  ['142744', '~142700', 'supports ROUNDED'],
])('%s against %s: %s', check);

const HEDGES: readonly Amount['comparator'][] = ['=', '~'];
const plain = (value: number, comparator: Amount['comparator']): Amount => ({
  value,
  high: null,
  order: null,
  comparator,
  nearness: null,
  ulp: ulpOf(String(value), value),
});

test('a wider hedge never turns support into refusal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 5_000_000 }), (c, e) => {
      const [bare, about] = HEDGES.map((sign) => compare(plain(c, sign), plain(e, '='))?.relation);
      if (bare === 'supports') expect(about).toBe('supports');
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test('a bound that a number clears is cleared by any greater number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }), (c, e) => {
      if (compare(plain(c, '>'), plain(e, '='))?.relation === 'supports')
        expect(compare(plain(c, '>'), plain(2 * e, '='))?.relation).toBe('supports');
    }),
    { seed: 7, numRuns: 2_000 },
  );
});
