import { expect, test } from 'vitest';
import { loadPlaces } from '../../catalog/places.ts';
import type { ReadLang } from '../../core/article.ts';
import { loadExtractor } from '../../extract/index.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { generateClaims } from './generate.ts';
import type { Change, MadeClaim } from './made.ts';
import { randomly, sample, shuffled } from './random.ts';
import { recordOf } from './record.ts';
import { digits, inWords, type Line, loadClaimWords } from './wording.ts';

const words = loadClaimWords();
const LINE: Line = {
  place: null,
  year: null,
  program: null,
  subject: 'школы',
  comparator: '=',
  value: 5,
  unit: 'school',
};

test.each<[line: Partial<Line>, lang: ReadLang, text: string | undefined]>([
  [{}, 'ru', 'Школы – 5 школ.'],
  [{ value: 1 }, 'ru', 'Школы – 1 школа.'],
  [{ value: 112 }, 'ru', 'Школы – 112 школ.'],
  [{ value: 124 }, 'ru', 'Школы – 124 школы.'],
  [{ value: 2_500_000, unit: 'KZT', subject: 'средства' }, 'ru', 'Средства – 2,5 млн тенге.'],
  [{ value: 64.3, unit: 'percent', subject: 'доля' }, 'ru', 'Доля – 64,3 процента.'],
  [
    { value: 12_345, unit: 'person', comparator: '>', subject: 'жители' },
    'ru',
    'Жители – более 12\u00a0345 человек.',
  ],
  [
    { place: 'область Абай', year: 2025, program: 'Сад' },
    'ru',
    'Область Абай, 2025 год, в рамках «Сад»: школы – 5 школ.',
  ],
  [{ subject: 'семьи, которые ждут' }, 'ru', 'Семьи, которые ждут, – 5 школ.'],
  [
    { place: 'Абай облысы', year: 2025, subject: 'мектептер' },
    'kk',
    'Абай облысы, 2025 жыл: мектептер – 5 мектеп.',
  ],
  [{ comparator: '~', subject: 'мектептер' }, 'kk', 'Мектептер – шамамен 5 мектеп.'],
  // In Kazakh this hedge stands behind the number and bends it.
  [{ comparator: '>', subject: 'мектептер' }, 'kk', undefined],
  [{ unit: 'thing without a name' }, 'ru', undefined],
])('%o in %s: %s', (line, lang, text) => {
  expect(inWords({ ...LINE, ...line }, lang, words)).toBe(text);
});

test.each([
  [0.5, '0,5'],
  [1000, '1\u00a0000'],
  [1_234_567.25, '1\u00a0234\u00a0567,25'],
])('%d is written %s', (value, text) => {
  expect(digits(value)).toBe(text);
});

const at = temporaryFolder();
const SENTENCE = 'В 2024 году по проекту «Ауыл аманаты» в Жамбылской области выдали 460 кредитов.';
const OTHER = '2025 жылы Қостанай облысында «Дипломмен ауылға» бағдарламасы бойынша 81 маман пәтер алды.';

/** Claims that are made from two articles, by what was changed. */
function made(): (change: Change, lang?: ReadLang) => MadeClaim[] {
  const articles = [
    { id: 'a', text: SENTENCE, published: '2025-01-20' },
    { id: 'b', text: OTHER, published: '2026-01-20' },
  ];
  const store = recordOf(articles, loadExtractor(), at('two.db'), () => new Date('2026-03-10T00:00:00Z'));
  try {
    const claims = generateClaims(store, { places: loadPlaces(), seed: 1, most: 500 });
    return (change, lang = 'ru') => claims.filter((c) => c.change === change && c.lang === lang);
  } finally {
    store.close();
  }
}

test('a claim is the sentence of a fact with one thing changed, and nothing that the record holds', () => {
  const of = made();
  const texts = (change: Change, lang?: ReadLang): string[] =>
    of(change, lang)
      .map(({ text }) => text)
      .filter((text) => /^В \d|^\d{4} жылы/.test(text));
  expect(texts('nothing')).toEqual([SENTENCE]);
  expect(of('nothing').every(({ asOf }) => asOf === '2025-01-20')).toBe(true);
  expect(of('number').every(({ asOf }) => asOf === '2026-01-20')).toBe(true);
  const [region = ''] = texts('region');
  expect(region).toMatch(/в (?!Жамбыл)\p{L}+(?:-\p{L}+)?ской области выдали 460 кредитов/u);
  const [year = ''] = texts('year');
  expect(year.replace(/\d{4}/, '2024')).toBe(SENTENCE);
  expect(year).not.toBe(SENTENCE);
  expect(texts('program')).toEqual([SENTENCE.replace('Ауыл аманаты', 'С дипломом в село')]);
  const [number] = of('number').filter(({ text }) => text.startsWith('В 2024'));
  expect(number?.text).toBe(SENTENCE.replace('460', digits(number?.value ?? 0)));
  expect(Math.abs((number?.value ?? 460) - 460)).toBeGreaterThan(0.15 * 460);
  expect(texts('region', 'kk')[0]).toMatch(/^2025 жылы (?!Қостанай)\p{L}+(?: \p{L}+)? облысында/u);
});

test('chance from a seed: the same numbers each time, all between 0 and 1, and an even sample', () => {
  const draw = (seed: number): number[] => Array.from({ length: 1_000 }, randomly(seed));
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5).every((x) => x >= 0 && x < 1)).toBe(true);
  const mean = draw(5).reduce((sum, x) => sum + x, 0) / 1_000;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  const hundred = Array.from({ length: 100 }, (_, k) => k);
  const ten = sample(hundred, 10, randomly(2));
  expect([...new Set(ten)].sort((a, b) => a - b)).toEqual(ten);
  expect(sample(hundred, 200, randomly(2))).toEqual(hundred);
  expect(shuffled(hundred, randomly(2)).sort((a, b) => a - b)).toEqual(hundred);
});
