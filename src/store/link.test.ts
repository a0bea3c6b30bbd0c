import { expect, test } from 'vitest';
import type { Facts } from '../core/facts.ts';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore, type Store } from './index.ts';

const at = temporaryFolder();
let number = 0;
const clock = () => new Date('2026-08-18T10:00:00Z');
const fresh = (): Store => openStore(at(`link-${number++}.db`), { clock });
const save = (store: Store, facts: Facts): void => void store.saveArticle({}, facts, 'rules@1');

const AKIM = { postId: 'akim', jurisdiction: { id: 'KZ-61/sozak', name: 'Созақ' } };
const KK: FactsSketch & { id: string } = {
  id: 'wells-kk',
  lang: 'kk',
  publisher: 'baq',
  text: 'Созақта 1 274 құдық қазылып, оған 318,5 млн теңге жұмсалды, деді аудан әкімі Нұрлан Өскенбай. 5 ауыл су алды.',
  officials: [{ quote: 'Нұрлан Өскенбай', ...AKIM }],
  indicators: [
    { quote: '1 274 құдық', value: 1274, unit: 'well' },
    { quote: '318,5 млн теңге', value: 318_500_000, unit: 'KZT', unitClass: 'money' },
    { quote: '5 ауыл', value: 5, unit: 'village' },
  ],
};
const RU: FactsSketch & { id: string } = {
  id: 'wells-ru',
  lang: 'ru',
  publisher: 'liter',
  published: '2026-02-06',
  text: 'В Созаке пробурили 1274 колодца за 318,5 млн тенге, сообщил аким Нурлан Ускенбай. Воду дали 6 сёлам.',
  officials: [{ quote: 'Нурлан Ускенбай', ...AKIM }],
  indicators: [
    { quote: '1274 колодца', value: 1274, unit: 'well' },
    { quote: '318,5 млн тенге', value: 318_500_000, unit: 'KZT', unitClass: 'money' },
    { quote: '6 сёлам', value: 6, unit: 'village' },
  ],
};
const OTHER = sketch({
  id: 'roads-ru',
  text: 'В Созаке отремонтировали 74 км дорог, сообщил аким Нурлан Ускенбай.',
  officials: [{ quote: 'Нурлан Ускенбай', ...AKIM }],
  indicators: [{ quote: '74 км', value: 74, unit: 'km', unitClass: 'measure' }],
});

const points = (store: Store): string[][] =>
  [...store.all.observations()].map(({ id, point }) => [id.replace(/#.*/u, ''), point.replace(/#.*/u, '')]);

test('two versions of one event are one story, and their values one point each', () => {
  const store = fresh();
  for (const facts of [sketch(KK), sketch(RU), OTHER]) save(store, facts);
  store.link();
  expect(points(store)).toEqual([
    ['roads-ru', 'roads-ru'],
    ['wells-kk', 'wells-kk'],
    ['wells-kk', 'wells-kk'],
    ['wells-kk', 'wells-kk'],
    ['wells-ru', 'wells-kk'],
    ['wells-ru', 'wells-kk'],
    ['wells-ru', 'wells-ru'],
  ]);
  store.close();
});

test('a story tells what its two languages do not say alike', () => {
  const store = fresh();
  for (const facts of [sketch(RU), sketch(KK), OTHER]) save(store, facts);
  store.link();
  const story = store.story('wells-ru');
  expect(story).toMatchObject({
    id: 'wells-kk',
    langs: ['kk', 'ru'],
    publishers: ['baq', 'liter'],
  });
  expect(story?.values.map(({ said }) => said.map(({ articleId, value }) => [articleId, value]))).toEqual([
    [
      ['wells-kk', 1274],
      ['wells-ru', 1274],
    ],
    [
      ['wells-kk', 318_500_000],
      ['wells-ru', 318_500_000],
    ],
    [['wells-kk', 5]],
    [['wells-ru', 6]],
  ]);
  expect(story?.articles.map(({ articleId, role, shared }) => [articleId, role, shared[0]])).toEqual([
    ['wells-kk', 'origin', 'money:318500000'],
    ['wells-ru', 'translation', 'money:318500000'],
  ]);
  expect(story?.differences.map(({ kk, ru }) => [kk?.quote, ru?.quote])).toEqual([
    ['5 ауыл', undefined],
    [undefined, '6 сёлам'],
  ]);
  expect(store.story('roads-ru')).toBeUndefined();
  expect([...store.stories()]).toEqual([story]);
  store.close();
});

test('values near each other are one difference, not two', () => {
  const store = fresh();
  const rounded = { quote: '1274 колодца', value: 1280, unit: 'well' };
  const money = RU.indicators?.slice(1, 2) ?? [];
  save(store, sketch(KK));
  save(store, sketch({ ...RU, indicators: [rounded, ...money] }));
  store.link();
  expect(store.story('wells-kk')?.differences.map(({ kk, ru }) => [kk?.value, ru?.value])).toEqual([
    [1274, 1280],
    [5, undefined],
  ]);
  store.close();
});

const SEMEY = { id: 'KZ-10/semey', name: { kk: 'Семей', ru: 'Семей' } };
type Indicators = NonNullable<FactsSketch['indicators']>;
const village = (quote: string, value: number, more: object = {}): Indicators[number] => ({
  quote,
  value,
  unit: 'village',
  concept: 'villages-with-water',
  ...more,
});
const ANSWERS: [what: string, kk: Indicators, ru: Indicators, expected: (number | undefined)[][]][] = [
  ['answer one question differently', [village('5 ауыл', 5)], [village('6 сёлам', 6)], [[5, 6]]],
  [
    'speak of two places',
    [village('5 ауыл', 5)],
    [village('6 сёлам', 6, { region: SEMEY })],
    [
      [5, undefined],
      [undefined, 6],
    ],
  ],
  [
    'are a plan and what was done',
    [village('5 ауыл', 5, { status: 'planned' })],
    [village('6 сёлам', 6)],
    [
      [5, undefined],
      [undefined, 6],
    ],
  ],
  [
    'could be either of two',
    [village('5 ауыл', 5), village('1 274', 8)],
    [village('6 сёлам', 6)],
    [
      [8, undefined],
      [5, undefined],
      [undefined, 6],
    ],
  ],
];
test.each(ANSWERS)('numbers of two versions that %s', (_what, kk, ru, expected) => {
  const store = fresh();
  // What both say makes them one story.
  const money = (of: FactsSketch): Indicators => of.indicators?.slice(1, 2) ?? [];
  save(
    store,
    sketch({
      ...KK,
      text: `${KK.text} 31.`,
      indicators: [...money(KK), ...kk, { quote: '31', value: 31313 }],
    }),
  );
  save(
    store,
    sketch({
      ...RU,
      text: `${RU.text} 31.`,
      indicators: [...money(RU), ...ru, { quote: '31', value: 31313 }],
    }),
  );
  store.link();
  expect(store.story('wells-kk')?.differences.map((pair) => [pair.kk?.value, pair.ru?.value])).toEqual(
    expected,
  );
  store.close();
});

test('an official is one person in both languages, by either spelling of the name', () => {
  const store = fresh();
  for (const facts of [sketch(KK), sketch(RU), OTHER]) save(store, facts);
  expect(store.officials().map(({ key }) => key)).toEqual(['~нурлан-ускенбай', '~нұрлан-өскенбай']);
  store.link();
  const [person, ...others] = store.officials();
  expect(others).toEqual([]);
  expect(person).toMatchObject({
    key: '~нурлан-оскенбай',
    name: { kk: 'Нұрлан Өскенбай', ru: 'Нурлан Ускенбай' },
    articles: 3,
    mayBe: [],
  });
  for (const spelling of ['~нурлан-ускенбай', '~нұрлан-өскенбай'])
    expect(store.holders.person(spelling)?.key).toBe(person?.key);
  store.close();
});

test('an article that is edited leaves the story it no longer tells', () => {
  const store = fresh();
  for (const facts of [sketch(KK), sketch(RU)]) save(store, facts);
  store.link();
  save(store, {
    ...sketch({ id: 'wells-ru', published: '2026-02-06', text: 'Мақала алынды. Статья снята.' }),
  });
  store.link();
  expect(points(store).every(([id, point]) => id === point)).toBe(true);
  expect(store.officials().map(({ key }) => key)).toEqual(['~нурлан-оскенбай']);
  store.close();
});

test('any order of articles, linked at once or one by one, gives the same links', () => {
  const all = [sketch(KK), sketch(RU), OTHER];
  const answers = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ].flatMap((order) =>
    [true, false].map((stepwise) => {
      const store = fresh();
      for (const n of order) {
        save(store, all[n] ?? OTHER);
        if (stepwise) store.link();
      }
      store.link();
      const answer = { points: points(store), officials: store.officials() };
      store.close();
      return answer;
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});
