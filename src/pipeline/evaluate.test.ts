import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPlaceHeads } from '../catalog/place-heads.ts';
import { loadPlaces } from '../catalog/places.ts';
import type { Facts } from '../core/facts.ts';
import { loadExtractor } from '../extract/index.ts';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { evaluate, placeNames } from './evaluate.ts';
import type { Evaluation } from './figures.ts';
import { compare, type Floors, loadFloors, raised } from './floors.ts';
import { type Gold, loadGold } from './gold.ts';
import { likeness, samePerson, sameUnit } from './likeness.ts';

const places = placeNames(loadPlaces(), loadPlaceHeads());

test('our own passages: no figure is below its floor', () => {
  const evaluation = evaluate(loadGold(), loadExtractor(), places);
  const comparison = compare(evaluation, loadFloors());
  expect(comparison?.below).toEqual([]);
});

test('an article has the same facts alone and among others', () => {
  const extractor = loadExtractor();
  const articles = ['gold', 'plain', 'news']
    .flatMap((name) => loadGold(name).passages)
    .map(({ id, text, published }) => ({ id, text, published: published ?? undefined }))
    // Languages side by side, and the last batch incomplete.
    .sort((a, b) => a.text.length - b.text.length)
    .slice(0, 150);
  const together = extractor.extractAll(articles);
  expect(together).toHaveLength(articles.length);
  for (const [k, article] of articles.entries()) expect(together[k]).toEqual(extractor.extract(article));
});

const TEXT =
  'Аким Тараза Ерлан Оспанов сказал, что по проекту «Сад» выдано 30 грантов, на 12% больше, в 2024 году.';

const gold: Gold = {
  id: 'x',
  lang: 'ru',
  published: '2025-01-01',
  text: TEXT,
  programs: [{ name: 'Сад', known_as: [] }],
  regions: [{ name_ru: 'Тараз', level: 'city', foreign: false }],
  officials: [{ name: 'Ерлан Оспанов', post: 'аким Тараза', foreign: false }],
  indicators: [
    {
      quote: '30 грантов',
      start: TEXT.indexOf('30'),
      value: 30,
      previous: null,
      high: null,
      comparator: '=',
      unit: 'grant',
      subject: 'гранты',
      direction: null,
      period: { from: '2024', to: '2024' },
      region: 'город Тараз',
      program: 'Сад',
    },
    {
      quote: '12%',
      start: TEXT.indexOf('12'),
      value: 12,
      previous: null,
      high: null,
      comparator: '=',
      unit: 'percent',
      subject: 'гранты',
      direction: 'up',
      period: null,
      region: null,
      program: 'Сад',
    },
  ],
  not_indicators: [{ quote: 'в 2024 году', start: undefined }],
};

const taraz = { id: 'KZ-31/taraz', name: { kk: 'Тараз', ru: 'Тараз' } };
const sad = { id: null, name: { kk: 'Сад', ru: 'Сад' } };
const whole: Omit<FactsSketch, 'text'> = {
  programs: [{ quote: '«Сад»', name: 'Сад' }],
  regions: [{ quote: 'Тараза', id: 'KZ-31/taraz', name: taraz.name, level: 'city' }],
  officials: [{ quote: 'Ерлан Оспанов', name: 'Ерлан Оспанов', post: 'аким' }],
  indicators: [
    {
      quote: '30 грантов',
      value: 30,
      unit: 'grant',
      unitClass: 'count',
      region: taraz,
      program: sad,
      period: { from: '2024', to: '2024', text: '' },
    },
    { quote: '12%', value: 12, unit: 'percent', unitClass: 'percent', direction: 'up', program: sad },
  ],
};

/** Figures by kind, of facts that differ from the right ones in `facts`. */
function score(facts: Omit<FactsSketch, 'text'>): Evaluation & { by: Record<string, number> } {
  const answer: Facts = sketch({ id: 'x', text: TEXT, ...whole, ...facts });
  const evaluation = evaluate({ name: 'samples/t', passages: [gold] }, { extract: () => answer }, places);
  return { ...evaluation, by: Object.fromEntries(evaluation.figures.map((f) => [f.kind, f.figure])) };
}

test('the right facts score in full, in every kind', () => {
  const { figures, faults } = score({});
  expect(faults).toEqual([]);
  expect(figures.map((f) => f.figure)).toEqual(figures.map(() => 100));
  expect(figures).toHaveLength(12);
});

const [grants, share] = whole.indicators ?? [];
test.each<[string, Omit<FactsSketch, 'text'>, Record<string, number>]>([
  ['nothing found', { indicators: [], programs: [] }, { programs: 0, 'numbers found': 0, regions: 100 }],
  ['half found', { indicators: grants ? [grants] : [] }, { 'numbers found': 66.7, 'numbers, all': 66.7 }],
  [
    'wrong value',
    { indicators: grants && share ? [{ ...grants, value: 300 }, share] : [] },
    { 'numbers found': 100, 'numbers, value': 50, 'numbers, all': 50 },
  ],
  [
    'wrong comparator',
    { indicators: grants && share ? [{ ...grants, comparator: '>' }, share] : [] },
    { 'numbers, value': 100, 'numbers, all': 50 },
  ],
  [
    'wrong unit',
    { indicators: grants && share ? [{ ...grants, unit: 'KZT', unitClass: 'money' }, share] : [] },
    { 'numbers, value': 100, 'numbers, all': 50 },
  ],
  [
    'a year as a figure',
    {
      indicators: [
        ...(whole.indicators ?? []),
        { quote: '2024', value: 2024, unit: 'item', unitClass: 'count' },
      ],
    },
    { 'kept out': 0, 'numbers found': 80 },
  ],
  [
    'wrong slots',
    {
      indicators:
        grants && share
          ? [
              { ...grants, region: null, program: null, period: null },
              { ...share, direction: 'down' },
            ]
          : [],
    },
    { 'of region': 0, 'of program': 50, 'of year': 0, 'of direction': 0, 'numbers, all': 100 },
  ],
  ['another post', { officials: [{ quote: 'Ерлан Оспанов', post: 'врач' }] }, { officials: 100, posts: 0 }],
])('%s', (_, facts, want) => {
  expect(score(facts).by).toMatchObject(want);
});

test.each([
  ['Комфортная школа', 'Комфортной школы', 1],
  ['«Сад»', 'сад', 1],
  ['Жасыл ел', 'Жасыл елге', 0.5],
  ['Сад', 'Огород', 0],
  ['', 'Сад', 0],
])('%s is like %s by %s', (a, b, want) => {
  expect(likeness(a, b)).toBe(want);
});

test.each([
  ['Ерлан Оспанов', 'Ерлан Оспанов', true],
  ['Оспанов', 'Ерлан Оспанов', true],
  ['Ерлан Оспанов', 'Ерлан', false],
  ['Ерлан Оспанов', 'Ерлан Оспанұлы', false],
])('%s and %s', (a, b, want) => {
  expect(samePerson(a, b)).toBe(want);
});

test.each([
  ['people', 'person', 'count', true],
  ['hectare', 'hectare', 'measure', true],
  ['KZT', 'KZT', 'money', true],
  ['MCI', 'MCI', 'money', true],
  ['MCI', 'item', 'count', true],
  ['KZT', 'person', 'count', false],
  ['percent', 'percentage_point', 'percentage_point', false],
])('%s may be %s, %s: %s', (want, unit, cls, same) => {
  expect(sameUnit(want, unit, cls)).toBe(same);
});

const LANG = 'ru';

test('floors follow the figures upwards and never sink; a fall is named with what broke', () => {
  const good = score({});
  const half = score({ indicators: grants ? [grants] : [] });
  const floors: Floors = raised(half, {});
  expect(floors['samples/t']?.floors[LANG]?.['numbers found']).toBe(66.5);
  const higher = raised(good, floors);
  expect(higher['samples/t']?.floors[LANG]?.['numbers found']).toBe(100);
  expect(raised(half, higher)['samples/t']?.floors).toEqual(higher['samples/t']?.floors);
  expect(compare(half, higher)?.below).toContain('ru numbers found: 66.7 is below its floor of 100');
  expect(compare(half, higher)?.broken).toContain('x numbers found: missed 12%');
  expect(compare(good, floors)?.mended).toContain('x numbers found: missed 12%');
  expect(compare(good, {})).toBeNull();
});

test('a set that cannot be used says why', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gold-'));
  try {
    expect(() => loadGold(join(folder, 'none'))).toThrow(/no such file or folder/);
    expect(() => loadGold(folder)).toThrow(/no passage/);
    const file = join(folder, 'x.json');
    const write = (value: unknown): void => writeFileSync(file, JSON.stringify(value));
    write({ ...gold, not_indicators: [], indicators: [{ ...gold.indicators[0], quote: '31 грант' }] });
    expect(() => loadGold(file)).toThrow(/x\.json, indicators\.0: expected a quote that stands in the text/);
    write({ ...gold, lang: 'en' });
    expect(() => loadGold(file)).toThrow(/x\.json, lang/);
    writeFileSync(file, '{');
    expect(() => loadGold(file)).toThrow(/x\.json, file: expected valid JSON/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
