import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadExtractor } from './index.ts';

/*
 * Numbers spelled out by a small writer of our own, in both languages: whatever is written must be read as the same value.
 */
interface Words {
  readonly ones: readonly string[];
  readonly tens: readonly string[];
  readonly hundreds: readonly string[];
  /** The thousand and the million with 1, with 2 to 4, and with more. */
  readonly thousand: readonly [string, string, string];
  readonly million: readonly [string, string, string];
  /** One and two before a thousand (feminine in Russian). */
  readonly beforeThousand: readonly [string, string];
}

const same = (word: string): readonly [string, string, string] => [word, word, word];

const KK_ONES = ' бір екі үш төрт бес алты жеті сегіз тоғыз'.split(' ');
const KK_TENS = ' он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан'.split(' ');
const KK: Words = {
  ones: [...KK_ONES, 'он', ...KK_ONES.slice(1).map((w) => `он ${w}`)],
  tens: KK_TENS,
  hundreds: ['', 'жүз', ...KK_ONES.slice(2).map((w) => `${w} жүз`)],
  thousand: same('мың'),
  million: same('миллион'),
  beforeThousand: ['бір', 'екі'],
};

const RU: Words = {
  ones: (
    ' один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать ' +
    'пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'
  ).split(' '),
  tens: ' десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' '),
  hundreds: ' сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'.split(' '),
  thousand: ['тысяча', 'тысячи', 'тысяч'],
  million: ['миллион', 'миллиона', 'миллионов'],
  beforeThousand: ['одна', 'две'],
};

/** 1..999 in words. */
function small(n: number, w: Words): string {
  const rest = n % 100;
  const parts = [w.hundreds[Math.floor(n / 100)]];
  if (rest < 20) parts.push(w.ones[rest]);
  else parts.push(w.tens[Math.floor(rest / 10)], w.ones[rest % 10]);
  return parts.filter(Boolean).join(' ');
}

const form = (n: number, [one, few, many]: readonly [string, string, string]): string => {
  const tens = n % 100;
  if (n % 10 === 1 && tens !== 11) return one;
  return n % 10 >= 2 && n % 10 <= 4 && (tens < 12 || tens > 14) ? few : many;
};

/** 1..999,999,999 in words. */
function spelled(n: number, w: Words): string {
  const millions = Math.floor(n / 1e6);
  const thousands = Math.floor(n / 1000) % 1000;
  const parts: string[] = [];
  if (millions > 0) parts.push(small(millions, w), form(millions, w.million));
  if (thousands > 0)
    parts.push(
      small(thousands, { ...w, ones: w.ones.with(1, w.beforeThousand[0]).with(2, w.beforeThousand[1]) }),
      form(thousands, w.thousand),
    );
  if (n % 1000 > 0) parts.push(small(n % 1000, w));
  return parts.join(' ');
}

const extractor = loadExtractor();
function check(text: string, value: number): void {
  const facts = extractor.extract({ id: 'x', text, published: '2026-03-10' });
  expect(
    facts.indicators.map((i) => i.value),
    text,
  ).toEqual([value]);
}

const amounts = fc.oneof(
  fc.integer({ min: 2, max: 99 }),
  fc.integer({ min: 100, max: 999_999 }),
  fc.integer({ min: 1_000_000, max: 999_999_999 }),
);

test('the writer writes as people do', () => {
  expect(spelled(21_412, RU)).toBe('двадцать одна тысяча четыреста двенадцать');
  expect(spelled(2_002_000, RU)).toBe('два миллиона две тысячи');
  expect(spelled(143_019, KK)).toBe('жүз қырық үш мың он тоғыз');
});

test('Kazakh numbers in words keep their value', () => {
  fc.assert(
    fc.property(
      amounts,
      (n) => void check(`Былтыр жергілікті бюджеттен осы мақсатқа ${spelled(n, KK)} теңге бөлінді.`, n),
    ),
    { numRuns: 400 },
  );
});

test('Russian numbers in words keep their value', () => {
  fc.assert(
    fc.property(amounts, (n) => void check(`В прошлом году на это потратили ${spelled(n, RU)} тенге.`, n)),
    { numRuns: 400 },
  );
});

const grouped = (n: number, space: string): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, space);

test('numbers in digits keep their value, whatever space parts their groups', () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f'), (n, space) => {
      check(`На это ушло ${grouped(n, space)} тенге.`, n);
      check(`Бұған жергілікті бюджеттен ${grouped(n, space)} теңге жұмсалды.`, n);
    }),
    { numRuns: 300 },
  );
});

test('decimals and magnitudes are multiplied out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(
        ...([
          ['тыс.', 'мың', 1e3],
          ['млн', 'млн', 1e6],
          ['млрд', 'млрд', 1e9],
        ] as const),
      ),
      (whole, tenth, [ru, kk, times]) => {
        const value = Number(`${whole}.${tenth}`) * times;
        check(`На ремонт ушло ${whole},${tenth} ${ru} тенге.`, Math.round(value));
        check(`Жөндеуге бюджеттен ${whole},${tenth} ${kk} теңге жұмсалды.`, Math.round(value));
      },
    ),
  );
});
