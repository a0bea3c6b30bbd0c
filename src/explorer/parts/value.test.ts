import { expect, test } from 'vitest';
import type { Context } from '../context.ts';
import { formatOf } from '../i18n/format.ts';
import type { UiLang } from '../i18n/lang.ts';
import { wordsOf } from '../i18n/messages.ts';
import { type Valued, valueText } from './value.ts';

const context = (lang: UiLang): Context => ({
  lang,
  words: wordsOf(lang),
  format: formatOf(lang),
  origin: 'http://localhost',
  today: '2026-02-06',
  path: '/',
  query: {},
  asOf: '',
  sample: false,
  wholeArticles: true,
  outlines: undefined,
  href: (path) => path,
  outlet: (key) => key ?? '',
  place: () => undefined,
  program: () => undefined,
  concept: () => undefined,
  indicator: ({ id }) => id,
  wordings: () => [],
  borderDays: () => [],
  unit: (unit) => (unit === 'hectare' && lang !== 'en' ? 'га' : unit),
});

const BARE: Valued = {
  value: 1,
  high: null,
  previous: null,
  order: null,
  comparator: '=',
  per: null,
  unit: 'item',
  unitClass: 'count',
  measure: 'level',
  direction: null,
};

const TENGE = { unit: 'KZT', unitClass: 'money' } as const;
const PERCENT = { unit: 'percent', unitClass: 'percent' } as const;

/** Blanks inside numbers are written as `_`: they must not break. */
const CASES: readonly [of: string, lang: UiLang, value: Partial<Valued>, expected: string][] = [
  ['«45 мыңнан астам»', 'kk', { value: 45_000, comparator: '>' }, '> 45_000'],
  ['«кемінде 131»', 'kk', { value: 131, comparator: '>=' }, '≥ 131'],
  ['«около 2,5 млн»', 'ru', { value: 2_500_000, comparator: '~' }, '≈ 2,5_млн'],
  ['«с 509 до 541 млрд тенге»', 'ru', { value: 541e9, previous: 509e9, ...TENGE }, '509_млрд → 541_млрд_₸'],
  ['every digit is kept', 'ru', { value: 1_234_567_891, ...TENGE }, '1_234_567_891_₸'],
  ['«5–7 мың»', 'kk', { value: 5_000, high: 7_000 }, '5_000–7_000'],
  ['«сотни»', 'ru', { value: null, order: 100 }, 'сотни'],
  ['«жүздеген»', 'kk', { value: null, order: 100 }, 'жүздеген'],
  ['no number at all', 'en', { value: null, order: null }, '?'],
  ['«на 4 %»', 'ru', { value: 4, ...PERCENT, measure: 'change', direction: 'up' }, '+4_%'],
  ['«4 пайызға төмендеді»', 'kk', { value: 4, ...PERCENT, measure: 'change', direction: 'down' }, '−4%'],
  ['«в 5 раз»', 'ru', { value: 5, unit: 'times', unitClass: 'times', measure: 'ratio' }, '×5'],
  ['«5 еседен астам»', 'kk', { value: 5, comparator: '>', unit: 'times', unitClass: 'times' }, '> ×5'],
  ['«1,2 п. п.»', 'ru', { value: 1.2, unit: 'percentage_point', unitClass: 'percentage_point' }, '1,2_п. п.'],
  ['«300 гектар»', 'kk', { value: 300, unit: 'hectare', unitClass: 'measure' }, '300_га'],
  ['«45 мың теңге айына»', 'kk', { value: 45_000, ...TENGE, per: 'month' }, '45_000_₸ айына'],
  ['a rate nobody named', 'ru', { value: 12, per: '1000 people' }, '12 / 1000 people'],
  ['zero', 'en', { value: 0 }, '0'],
];

test.each(CASES)('%s in %s', (_of, lang, value, expected) => {
  const text = valueText({ ...BARE, ...value }, context(lang));
  expect(text.replace(/[\u00a0\u202f]/g, '_')).toBe(expected);
});
