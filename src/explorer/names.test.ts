import { expect, test } from 'vitest';
import type { UiLang } from './i18n/lang.ts';
import { loadNames } from './names.ts';

const names = loadNames();

const INDICATORS: readonly (readonly [id: string, lang: UiLang, expected: string])[] = [
  ['average-wage', 'ru', 'средняя зарплата'],
  ['base-pension-size', 'ru', 'базовая пенсия'],
  ['jobs-created', 'ru', 'созданные рабочие места'],
  ['schools-built', 'ru', 'построенные школы'],
  ['funds-allocated', 'ru', 'выделенные средства'],
  ['roads-built', 'ru', 'построенная дорога'],
  ['pensioners', 'ru', 'число пенсионеров'],
  ['gdp', 'ru', 'объём ВВП'],
  ['national-fund-transfer', 'ru', 'трансферт из Национального фонда'],
  ['average-wage', 'kk', 'орташа жалақы'],
  ['jobs-created', 'en', 'jobs created'],
];
test.each(INDICATORS)('the indicator %s is called in %s: %s', (id, lang, expected) => {
  const concept = names.concept(id);
  expect(concept && names.indicator(concept, lang)).toBe(expected);
});

test('each wording of an indicator is told as people write it', () => {
  const concept = names.concept('funds-allocated');
  expect(concept && names.wordings(concept, 'ru').slice(0, 2)).toEqual([
    'выделенные средства',
    'предусмотренные средства',
  ]);
});

const UNITS: readonly (readonly [unit: string, lang: UiLang, expected: string])[] = [
  ['hectare', 'kk', 'га'],
  ['hectare', 'ru', 'га'],
  ['hectare', 'en', 'hectare'],
  ['no-such-unit', 'ru', 'no-such-unit'],
];
test.each(UNITS)('the unit %s is written in %s: %s', (unit, lang, expected) => {
  expect(names.unit(unit, lang)).toBe(expected);
});

test('an outlet is called as its readers call it, an unknown one by its key', () => {
  expect(names.outlet('kazinform-ru', 'ru')).toBe('Казинформ');
  expect(names.outlet('kazinform-ru', 'en')).toBe('Kazinform');
  expect(names.outlet('nobody', 'kk')).toBe('nobody');
});
