import { expect, test } from 'vitest';
import { searchKeys } from '../language/index.ts';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore, type Store } from './index.ts';
import { MIGRATIONS } from './migrations.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T10:00:00Z');
const HALLS = { unit: 'hall', concept: 'sports-halls' };

/** A page as it was seen on a day: what it said then. */
function see(
  store: Store,
  day: string,
  text: string,
  indicators: FactsSketch['indicators'] & object,
  id = 'halls',
): void {
  const facts = sketch({ id, lang: 'ru', published: '2026-02-04', text, indicators });
  store.saveArticle({ fetchedAt: new Date(`${day}T09:00:00Z`) }, facts, 'rules@1');
}

/** An article that was edited twice, the second time back to what it had said first. */
function edited(file: string): Store {
  const store = openStore(at(file), { clock });
  see(store, '2026-02-10', 'В Кызылорде открыли 12 спортзалов.', [{ quote: '12 спортзалов', ...HALLS }]);
  see(store, '2026-03-01', 'В Кызылорде открыли 14 спортивных залов.', [
    { quote: '14 спортивных залов', value: 14, ...HALLS },
  ]);
  see(store, '2026-05-01', 'В Кызылорде открыли 12 спортзалов.', [{ quote: '12 спортзалов', ...HALLS }]);
  store.link();
  return store;
}

/** Everything that a store answers about the value, by any way one can ask. */
const answers = (store: Store): Record<string, unknown> => ({
  timeline: store.timeline({ indicators: ['sports-halls'] }).undated.map(({ value }) => value),
  exported: [...store.all.observations()].map(({ value }) => value),
  found: store.search('Кызылорда').facts.map(({ value }) => value),
  article: store.article('halls')?.text.match(/\d+/u)?.[0],
  evidence: store
    .evidence({ words: [searchKeys('Кызылорде')], unitClasses: ['count'], asOf: '2030-01-01', limit: 9 })
    .map(({ value }) => value),
  figures: store.overview().facts.indicators,
  coverage: store.coverage().articles,
  tallied: store.tallies.whole(),
});
const all = (value: number): Record<string, unknown> => ({
  timeline: [value],
  exported: [value],
  found: [value],
  article: String(value),
  evidence: [value],
  figures: 1,
  coverage: 1,
  tallied: { articles: 1, observations: 1 },
});
const NOTHING = {
  ...{ timeline: [], exported: [], found: [], evidence: [], figures: 0, coverage: 0 },
  tallied: { articles: 0, observations: 0 },
};

const days: [string, string, Record<string, unknown>][] = [
  ['before it was published', '2026-02-03', NOTHING],
  ['before our first visit, with the text that we saw first', '2026-02-05', all(12)],
  ['on the day of the first visit', '2026-02-10', all(12)],
  ['before the edit', '2026-02-28', all(12)],
  ['on the day of the edit', '2026-03-01', all(14)],
  ['after the edit', '2026-04-30', all(14)],
  ['when the edit was taken back', '2026-05-01', all(12)],
  ['long after', '2030-01-01', all(12)],
];
const store = edited('days.db');
for (const [name, day, expected] of days)
  test(`an edited article is known ${name}`, () =>
    expect(answers(store.at(day))).toEqual({ article: undefined, ...expected }));

test('words of a text that counts no more are found only where it counted', () => {
  const found = (words: string, day: string): number => store.at(day).search(words).totalArticles;
  expect([
    found('спортивных', '2026-03-02'),
    found('спортивных', '2026-02-12'),
    found('спортзалов', '2026-03-02'),
  ]).toEqual([1, 0, 0]);
});

test('an edit that names another region is counted where it counted then', () => {
  const place = (id: string) => ({ id, name: { kk: id, ru: id } });
  const moved = openStore(at('moved.db'), { clock });
  const text = 'В регионе открыли 12 спортзалов.';
  see(moved, '2026-02-10', text, [{ quote: '12 спортзалов', ...HALLS, region: place('KZ-10') }]);
  see(moved, '2026-03-01', `${text} Уточнено.`, [
    { quote: '12 спортзалов', ...HALLS, region: place('KZ-33') },
  ]);
  const counted = (on: Store) => on.tallies.regions({ limit: 9 }).map(({ key, articles }) => [key, articles]);
  expect(counted(moved)).toEqual([['KZ-33', 1]]);
  expect(counted(moved.at('2026-02-15'))).toEqual([['KZ-10', 1]]);
  expect(moved.at('2026-02-15').tallies.days('2026-02-01')).toEqual([
    { day: '2026-02-04', articles: 1, observations: 1 },
  ]);
  // A day that was looked at before counts what came in since.
  see(moved, '2026-05-02', 'В Таразе 3 бассейна.', [{ quote: '3 бассейна', unit: 'pool' }], 'pools');
  expect(moved.at('2026-02-15').tallies.whole()).toEqual({ articles: 2, observations: 2 });
  moved.close();
});

test('who is named with a program on a day does not depend on how much is told of it later', () => {
  const told = openStore(at('told.db'), { clock });
  const say = (id: string, day: string, minister: string): void => {
    told.saveArticle(
      { fetchedAt: new Date(`${day}T09:00:00Z`) },
      sketch({
        id,
        lang: 'ru',
        published: day,
        text: `Министр ${minister} рассказала о программе «Мой двор», статья ${id}.`,
        programs: [{ quote: 'Мой двор' }],
        officials: [{ quote: minister, post: 'министр', postId: 'minister' }],
      }),
      'rules@1',
    );
  };
  say('first', '2026-02-04', 'Дана Серикова');
  say('second', '2026-02-05', 'Дана Серикова');
  told.link();
  told.atomically(() => {
    for (let later = 0; later < 310; later++)
      say(`later-${later}`, '2026-04-01', later < 20 ? 'Дана Серикова' : 'Асель Каримова');
  });
  const named = (on: Store) => ({
    officials: on.holders
      .officials({ limit: 9 })
      .map(({ name, post, mentions, last }) => [name.ru, post.ru, mentions, last]),
    near: on.near.persons('~мой-двор', 9).map(({ name, articles }) => [name.ru, articles]),
  });
  expect(named(told.at('2026-02-04'))).toEqual({
    officials: [['Дана Серикова', 'министр', 1, '2026-02-04']],
    near: [['Дана Серикова', 1]],
  });
  expect(named(told.at('2026-03-01')).officials).toEqual([['Дана Серикова', 'министр', 2, '2026-02-05']]);
  told.close();
});

test('stories of a day are those that two articles told by then', () => {
  const told = openStore(at('stories.db'), { clock });
  const tell = (id: string, day: string, place: string, halls: number, money: string): void => {
    const text = `${place}: открыли ${halls} спортзалов за ${money} млн тенге, сообщил аким. Статья ${id}.`;
    const indicators: FactsSketch['indicators'] = [
      { quote: `${halls} спортзалов`, value: halls, ...HALLS },
      {
        quote: `${money} млн тенге`,
        value: Number.parseFloat(money.replace(',', '.')) * 1e6,
        unit: 'KZT',
        unitClass: 'money',
      },
    ];
    const facts = sketch({ id, lang: 'ru', published: day, text, indicators });
    told.saveArticle({ fetchedAt: new Date(`${day}T09:00:00Z`) }, facts, 'rules@1');
  };
  tell('k-first', '2026-02-04', 'В Кызылорде', 1137, '318,5');
  tell('k-again', '2026-02-04', 'Кызылорда', 1137, '318,5');
  tell('t-first', '2026-02-05', 'В Таразе', 2219, '407,3');
  tell('t-again', '2026-02-06', 'Тараз', 2219, '407,3');
  told.link();
  const list = (on: Store) => {
    const { total, stories } = on.newestStories({ limit: 1, offset: 0 });
    return [total, ...stories.flatMap(({ articles }) => articles.map(({ articleId }) => articleId))];
  };
  expect(list(told)).toEqual([2, 't-first', 't-again']);
  expect(list(told.at('2026-02-05'))).toEqual([1, 'k-again', 'k-first']);
  expect(list(told.at('2026-02-03'))).toEqual([0]);
  told.close();
});

test('a release answers the same for ever, and shows nothing of what was taken out since', async () => {
  const live = edited('released.db');
  see(live, '2026-05-02', 'В Таразе 3 бассейна.', [{ quote: '3 бассейна', unit: 'pool' }], 'pools');
  live.link();
  await live.care.release('2026-05', clock());
  const before = answers(live.at('2026-05'));
  see(live, '2026-06-01', 'В Кызылорде открыли 20 спортзалов.', [{ quote: '20 спортзалов', ...HALLS }]);
  live.link();
  expect(answers(live)).toMatchObject({ timeline: [20], found: [20] });
  expect(answers(live.at('2026-05'))).toEqual(before);

  live.redactions.redact({ articleId: 'pools', url: null }, 'решение суда', clock());
  live.link();
  live.close();
  const again = openStore(at('released.db'), { clock, readonly: true });
  const release = again.at('2026-05');
  expect(release.article('pools')).toBeUndefined();
  expect(release.search('Тараз')).toMatchObject({ totalArticles: 0, totalFacts: 0 });
  expect([...release.all.observations()].map(({ value }) => value)).toEqual([12]);
  expect(release.redactions.of('pools')).toMatchObject({ reason: 'решение суда' });
  expect(release.tallies.whole()).toEqual({ articles: 1, observations: 1 });
  again.close();
});

test('a release of an older version is read through a copy, and stays as it is', async () => {
  const file = at('older.db');
  const first = openStore(file, { clock });
  see(first, '2026-02-10', 'В Кызылорде открыли 12 спортзалов.', [{ quote: '12 спортзалов', ...HALLS }]);
  first.link();
  const { sha256 } = await first.care.release('first', clock());
  first.close();
  const MORE = [...MIGRATIONS, { name: '999-more', sql: 'CREATE TABLE more(x INTEGER) STRICT' }];
  const later = openStore(file, { clock, migrations: MORE });
  expect(answers(later.at('first'))).toEqual(all(12));
  expect(later.care.releases()).toMatchObject([{ name: 'first', sha256 }]);
  later.close();
});

const wrong: [string, RegExp][] = [
  ['yesterday', /neither a day .* nor a release of .*days\.db, which has none/u],
  ['../days', /neither a day/u],
];
for (const [when, expected] of wrong)
  test(`a store cannot be seen at ${when}`, () => expect(() => store.at(when)).toThrow(expected));
