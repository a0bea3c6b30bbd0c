import { expect, test } from 'vitest';
import type { Facts } from '../core/facts.ts';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { articleIdOf, openStore, type Store, type StoredArticle } from './index.ts';

const at = temporaryFolder();
let number = 0;
const clock = () => new Date('2026-08-18T10:00:00Z');
const fresh = (): Store => openStore(at(`save-${number++}.db`), { clock });

const URL1 = 'https://baq.kz/news/otbasy-1';
const KK = sketch({
  id: articleIdOf(URL1),
  url: URL1,
  lang: 'kk',
  publisher: 'baq',
  title: 'Отбасын қолдау',
  text: 'Елімізде 131 отбасын қолдау орталығы жұмыс істейді. «Бақытты отбасы» бағдарламасымен 2 400 отбасы пәтер алды.',
  programs: [{ quote: 'Бақытты отбасы', id: 'happy-family' }],
  indicators: [
    {
      quote: '131',
      unit: 'centre',
      subject: 'отбасын қолдау орталығы',
      period: { from: '2026', to: '2026', text: 'биыл' },
    },
    {
      quote: '2 400 отбасы',
      value: 2400,
      unit: 'family',
      program: { id: 'happy-family', name: { kk: 'Бақытты отбасы', ru: 'Бақытты отбасы' } },
    },
  ],
});

const rowsOf = (store: Store): unknown => {
  const view = store.article(KK.article.id);
  return { overview: store.overview(), versions: view?.history.length, id: view?.articleId };
};

test('the same text again adds nothing', () => {
  const store = fresh();
  expect(store.saveArticle({}, KK, 'rules@1')).toEqual({ articleId: KK.article.id, outcome: 'new' });
  const before = rowsOf(store);
  expect(store.saveArticle({}, KK, 'rules@1')).toEqual({ articleId: KK.article.id, outcome: 'unchanged' });
  expect(rowsOf(store)).toEqual(before);
  store.close();
});

test('another text at the same address is a new version, and its facts are those that count', () => {
  const store = fresh();
  const later = {
    ...sketch({
      id: KK.article.id,
      url: URL1,
      lang: 'kk',
      text: 'Елімізде 140 отбасын қолдау орталығы жұмыс істейді.',
      indicators: [{ quote: '140', unit: 'centre' }],
    }),
  };
  store.saveArticle({ fetchedAt: new Date('2026-08-01T00:00:00Z') }, KK, 'rules@1');
  expect(store.saveArticle({ fetchedAt: new Date('2026-08-02T00:00:00Z') }, later, 'rules@1').outcome).toBe(
    'changed',
  );
  const view = store.article(KK.article.id);
  expect(view?.indicators.map((i) => i.value)).toEqual([140]);
  expect(view?.history.map((v) => v.current)).toEqual([true, false]);
  expect(store.search('пәтер').totalArticles).toBe(0);
  expect(store.search('отбасын қолдау').totalFacts).toBe(1);

  // The outlet takes its edit back: the first text counts again, and no third version appears.
  expect(store.saveArticle({ fetchedAt: new Date('2026-08-03T00:00:00Z') }, KK, 'rules@1').outcome).toBe(
    'changed',
  );
  expect(store.article(KK.article.id)?.history).toHaveLength(2);
  expect(store.search('пәтер').totalArticles).toBe(1);
  expect(store.care.examine()).toEqual([]);
  store.close();
});

test('of a transaction that failed nothing stays, neither in the tables nor in the words that are searched', () => {
  const store = fresh();
  const broken = () => {
    store.saveArticle({}, KK, 'rules@1');
    throw new Error('the disk is gone');
  };
  expect(() => store.atomically(broken)).toThrow('the disk is gone');
  const other = sketch({ id: 'B', lang: 'kk', text: 'Ауылда жаңа көпір салынды.' });
  store.saveArticle({}, other, 'rules@1');
  expect([...store.all.articles()].map(({ articleId }) => articleId)).toEqual(['B']);
  expect(['пәтер', 'көпір'].map((word) => store.search(word).totalArticles)).toEqual([0, 1]);
  expect(store.care.examine()).toEqual([]);
  store.close();
});

test('a page from an archive does not push aside what the outlet shows today', () => {
  const store = fresh();
  store.saveArticle({ fetchedAt: new Date('2026-08-02T00:00:00Z') }, KK, 'rules@1');
  const older = sketch({ id: KK.article.id, url: URL1, lang: 'kk', text: 'Ескі мәтін: 33 орталық.' });
  store.saveArticle({ fetchedAt: new Date('2019-01-02T00:00:00Z') }, older, 'rules@1');
  const view = store.article(KK.article.id);
  expect(view?.text).toBe(KK.article.text);
  expect(view?.seen).toBe('2019-01-02T00:00:00.000Z');
  expect(view?.history.map((v) => v.firstSeen)).toEqual([
    '2026-08-02T00:00:00.000Z',
    '2019-01-02T00:00:00.000Z',
  ]);
  store.close();
});

test('new rules read the same text again, and the facts of the old ones stop counting', () => {
  const store = fresh();
  store.saveArticle({}, KK, 'rules@1');
  const fewer: Facts = { ...KK, indicators: KK.indicators.slice(0, 1) };
  // The page was fetched long ago; what is new are the rules.
  const fetchedAt = new Date('2026-01-01T00:00:00Z');
  expect(store.saveArticle({ fetchedAt }, fewer, 'rules@2').outcome).toBe('unchanged');
  expect(store.article(KK.article.id)).toMatchObject({ ruleset: 'rules@2', versions: 1, observations: 1 });
  expect(store.overview().facts.indicators).toBe(1);
  expect(store.care.examine()).toEqual([]);
  store.close();
});

test('a given id wins over a derived one in either order, and old links keep leading there', () => {
  const given: Facts = { ...KK, article: { ...KK.article, id: 'given-7' } };
  for (const order of [
    [KK, given],
    [given, KK],
  ]) {
    const store = fresh();
    for (const facts of order) store.saveArticle({}, facts, 'rules@1');
    expect([...store.all.articles()].map((a) => a.articleId)).toEqual(['given-7']);
    expect(store.article(KK.article.id)?.articleId).toBe('given-7');
    expect(store.observation(`${KK.article.id}#9-12`)?.id).toBe('given-7#9-12');
    store.close();
  }
});

test('one id for two addresses is refused, with both named', () => {
  const store = fresh();
  store.saveArticle({}, sketch({ id: 'x', url: 'https://baq.kz/1', text: 'Бір.' }), 'rules@1');
  expect(() =>
    store.saveArticle({}, sketch({ id: 'x', url: 'https://baq.kz/2', text: 'Екі.' }), 'rules@1'),
  ).toThrow(/the id x of https:\/\/baq.kz\/2 already belongs to another article \(baq.kz\/1\)/);
  expect([...store.all.articles()]).toHaveLength(1);
  store.close();
});

test('an article without an address is known by its id', () => {
  const store = fresh();
  const facts = sketch({
    id: 'note',
    text: 'Открыли 5 школ.',
    published: null,
    indicators: [{ quote: '5 школ' }],
  });
  expect(store.saveArticle({}, facts, 'rules@1').outcome).toBe('new');
  expect(store.saveArticle({}, facts, 'rules@1').outcome).toBe('unchanged');
  expect(store.article('note')).toMatchObject({ url: null, published: null, publisher: null });
  store.close();
});

const hostile: [string, FactsSketch['text']][] = [
  ['a NUL', 'до\0 5 школ'],
  ['lone surrogates', '\udc00\ud83d до 5 школ \ud83d'],
  ['emoji', '👨‍👩‍👧‍👦 до 5 школ 🏠'],
];
for (const [name, text] of hostile)
  test(`a text with ${name} keeps its offsets`, () => {
    const store = fresh();
    const facts = sketch({ id: 'h', text, indicators: [{ quote: '5 школ' }], title: text });
    expect(store.saveArticle({}, facts, 'rules@1').outcome).toBe('new');
    const view = store.article('h');
    const [fact] = view?.indicators ?? [];
    expect(fact).toMatchObject({ quote: '5 школ', start: text.indexOf('5'), end: text.indexOf('5') + 6 });
    expect(view?.text.slice(fact?.start, fact?.end)).toBe('5 школ');
    expect(view?.text).toHaveLength(text.length);
    expect(store.saveArticle({}, facts, 'rules@1').outcome).toBe('unchanged');
    store.close();
  });

const broken: [string, Partial<Facts['indicators'][number]>, RegExp][] = [
  ['with a wrong quote', { quote: '6 школ' }, /its quote is not what stands/],
  ['beyond the text', { start: 900, end: 905 }, /its quote is not what stands/],
  ['with a backward range', { value: 9, high: 3 }, /runs backwards/],
  ['with an endless number', { value: Number.POSITIVE_INFINITY }, /not finite/],
  ['without any value', { value: null }, /no value/],
];
for (const [name, change, detail] of broken)
  test(`a fact ${name} is left out with an issue, and the rest of the article is kept`, () => {
    const store = fresh();
    const facts = sketch({
      id: 'b',
      text: 'Открыли 5 школ и 2 сада.',
      indicators: [{ quote: '5 школ' }, { quote: '2 сада' }],
    });
    const [first, second] = facts.indicators;
    if (first === undefined || second === undefined) throw new Error('two facts expected');
    store.saveArticle(
      {},
      { ...facts, indicators: [{ ...first, ...change } as typeof first, second] },
      'rules@1',
    );
    const view = store.article('b');
    expect(view?.indicators.map((i) => i.quote)).toEqual(['2 сада']);
    expect(view?.issues).toHaveLength(1);
    expect(view?.issues[0]).toMatchObject({ code: 'store/indicator', detail: expect.stringMatching(detail) });
    store.close();
  });

test('two facts on the same words get ids of their own', () => {
  const store = fresh();
  const facts = sketch({
    id: 't',
    text: 'По 5 школ',
    indicators: [{ quote: '5 школ' }, { quote: '5 школ', measure: 'change' }],
  });
  store.saveArticle({}, facts, 'rules@1');
  const ids = store.article('t')?.indicators.map((i) => i.id);
  expect(ids).toEqual(['t#3-9', 't#3-9.2']);
  expect(ids?.map((id) => store.observation(id)?.measure)).toEqual(['level', 'change']);
  store.close();
});

test('the order of arrival changes nothing that can be seen', () => {
  const RU = sketch({
    id: articleIdOf('https://rus.baq.kz/1'),
    url: 'https://rus.baq.kz/1',
    publisher: 'baq',
    text: 'По программе «Бақытты отбасы» жильё получили 2 300 семей, открыт 131 центр.',
    programs: [{ quote: 'Бақытты отбасы', id: 'happy-family' }],
    indicators: [
      {
        quote: '2 300 семей',
        value: 2300,
        unit: 'family',
        program: { id: 'happy-family', name: { kk: 'Бақытты отбасы', ru: 'Бақытты отбасы' } },
      },
    ],
  });
  const given: Facts = { ...RU, article: { ...RU.article, id: 'A-1' } };
  const other: Facts = {
    ...RU,
    article: { ...RU.article, id: 'A-0', published: '2026-02-04T10:00:00+05:00' },
  };
  const pages: [StoredArticle, Facts][] = [KK, RU, given, other].map((facts, n) => [
    { fetchedAt: new Date(Date.UTC(2026, 7, n + 1)) },
    facts,
  ]);
  const seen = new Set<string>();
  for (const [n, order] of permutations(pages).entries()) {
    const store = fresh();
    const save = () => order.forEach(([page, facts]) => void store.saveArticle(page, facts, 'rules@1'));
    // Whether each in a transaction of its own or all in one decides nothing either.
    if (n % 2 === 0) save();
    else store.atomically(save);
    expect(store.care.examine()).toEqual([]);
    const articles = [...store.all.articles()].map(({ articleId }) => store.article(articleId));
    seen.add(
      JSON.stringify([
        store.overview(),
        store.programs(),
        store.timeline({ programs: ['happy-family'] }),
        articles,
      ]),
    );
    store.close();
  }
  expect(seen.size).toBe(1);
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, n) => permutations(list.filter((_, m) => m !== n)).map((rest) => [one, ...rest]));
}
