import { afterAll, beforeAll, expect, test } from 'vitest';
import { sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { fillRecord, idOf } from '../testing/record.ts';
import {
  type ObservationRow,
  openStore,
  type RunReport,
  type SearchFilter,
  type Store,
  type TimelineFilter,
} from './index.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T10:00:00Z');
let store: Store;
beforeAll(() => {
  store = openStore(at('record.db'), { clock });
  fillRecord(store);
});
afterAll(() => store.close());

const values = (rows: readonly ObservationRow[]): (number | null)[] => rows.map(({ value }) => value);

test('an event keeps its status, and the post that somebody got', () => {
  const store = openStore(at('posts.db'), { clock });
  const facts = sketch({
    id: 'akim',
    lang: 'ru',
    text: 'Ерлан Абаев назначен акимом Семея. Центр откроют в 2027 году.',
    events: [
      {
        quote: 'Ерлан Абаев назначен акимом Семея',
        kind: 'appointment',
        official: 'Ерлан Абаев',
        post: 'аким Семея',
      },
      {
        quote: 'Центр откроют в 2027 году',
        status: 'planned',
        date: { from: '2027', to: '2027', text: '2027 году' },
      },
    ],
  });
  store.saveArticle({}, facts, 'rules@1');
  expect(store.events({}).map((e) => [e.kind, e.status, e.post])).toEqual([
    ['appointment', 'actual', 'аким Семея'],
    ['opening', 'planned', null],
  ]);
  store.close();
});

test('the overview counts articles, facts and programs', () => {
  const overview = store.overview();
  expect(overview.articles).toEqual([
    { publisher: 'baq', lang: 'kk', articles: 1 },
    { publisher: 'baq', lang: 'ru', articles: 1 },
    { publisher: 'liter', lang: 'ru', articles: 1 },
  ]);
  expect(overview.facts).toEqual({ programs: 3, regions: 2, officials: 1, indicators: 6, events: 1 });
  expect(overview.topPrograms.map(({ key, observations }) => [key, observations])).toEqual([
    ['happy-family', 3],
    ['~мой-двор', 1],
  ]);
  expect(store.coverage()).toMatchObject({ articles: 3, from: '2025-11-20', to: '2026-02-05' });
});

test('a program of the catalogue joins both languages on one timeline', () => {
  const program = store.programs().find(({ key }) => key === 'happy-family');
  const timeline = store.timeline({ programs: ['happy-family'] });
  expect(program).toMatchObject({
    id: 'happy-family',
    name: { kk: 'Бақытты отбасы', ru: 'Бақытты отбасы' },
    articles: 2,
    observations: 3,
    events: 1,
    langs: ['kk', 'ru'],
    publishers: ['baq'],
  });
  expect(values(timeline.dated)).toEqual([2400, 2650]);
  expect(values(timeline.undated)).toEqual([300]);
  expect(timeline.events.map(({ kind, date }) => [kind, date.from])).toEqual([['start', '2019']]);
  expect(store.naming('program', 'happy-family').map(({ url }) => url)).toEqual([
    'https://rus.baq.kz/news/semi',
    'https://baq.kz/news/otbasy-ortalyqtary',
  ]);
});

test('a value comes with everything that proves it', () => {
  const [value] = store.timeline({ programs: ['happy-family'] }).dated;
  expect(value).toEqual({
    id: `${idOf('https://baq.kz/news/otbasy-ortalyqtary')}#129-141`,
    point: `${idOf('https://baq.kz/news/otbasy-ortalyqtary')}#129-141`,
    superseded: null,
    articleId: idOf('https://baq.kz/news/otbasy-ortalyqtary'),
    url: 'https://baq.kz/news/otbasy-ortalyqtary',
    publisher: 'baq',
    lang: 'kk',
    title: 'Отбасын қолдау орталықтары көбейді',
    published: '2026-02-04T10:00:00+05:00',
    seen: '2026-08-18T10:00:00.000Z',
    quote: '2 400 отбасы',
    start: 129,
    end: 141,
    sentence:
      'Министр Дана Серікова «Бақытты отбасы» бағдарламасымен 2024 жылы 2 400 отбасы пәтер алғанын айтты.',
    sentenceStart: 64,
    measure: 'level',
    value: 2400,
    high: null,
    previous: null,
    order: null,
    comparator: '=',
    hedge: null,
    per: null,
    unit: 'family',
    unitClass: 'count',
    subject: 'пәтер алған отбасылар',
    concept: null,
    indicator: '~пәтер-алған-отбасылар',
    direction: null,
    status: 'actual',
    period: { from: '2024', to: '2024', text: '2024 жылы' },
    region: null,
    program: {
      key: 'happy-family',
      id: 'happy-family',
      name: { kk: 'Бақытты отбасы', ru: 'Бақытты отбасы' },
    },
    source: null,
    inferred: [],
    rule: 'test/indicator',
    confidence: 0.9,
    ruleset: 'rules@1',
  });
  expect({ ...store.observation(value?.id ?? ''), superseded: null }).toEqual(value);
});

const timelines: [string, TimelineFilter, (number | null)[], (number | null)[]][] = [
  ['everything', {}, [2400, 2650], [12, 45_000, 131, 300]],
  ['a region', { regions: ['KZ-10'] }, [2650], [131]],
  ['a concept', { indicators: ['family-support-centres'] }, [], [131]],
  ['a subject', { indicators: ['~дворы'] }, [], [12]],
  ['a program from 2025 on', { programs: ['happy-family'], from: '2025-01-01' }, [2650], [300]],
  ['a program up to the middle of 2024', { programs: ['happy-family'], to: '2024-06-30' }, [2400], []],
  ['an unknown program', { programs: ['no-such'] }, [], []],
  ['no program at all', { programs: [] }, [], []],
];
for (const [name, filter, dated, undated] of timelines)
  test(`the timeline of ${name}`, () => {
    const timeline = store.timeline(filter);
    expect(values(timeline.dated)).toEqual(dated);
    expect(values(timeline.undated).sort()).toEqual([...undated].sort());
  });

const asked: [string, string[]][] = [
  ['happy-family', ['happy-family']],
  ['«БАҚЫТТЫ ОТБАСЫ»', ['happy-family']],
  ['бақытты отбасының', ['happy-family']],
  ['мой двор', ['~мой-двор']],
  ['двора', ['~мой-двор']],
  ['самолёт', []],
  ['', []],
];
for (const [words, keys] of asked)
  test(`a person who asks for the program «${words}» means ${keys.join(', ') || 'none'}`, () =>
    expect(store.findPrograms(words).map(({ key }) => key)).toEqual(keys));

test('regions, officials and indicators are found too', () => {
  expect(store.findRegions('область Абай').map(({ key }) => key)).toEqual(['KZ-10']);
  expect(store.findRegions('Абай облысының').map(({ key }) => key)).toEqual(['KZ-10']);
  expect(store.regions().find(({ id }) => id === 'KZ-10')).toMatchObject({
    articles: 2,
    observations: 2,
    level: 'oblast',
  });
  const [official] = store.officials();
  expect(official).toMatchObject({
    key: '~дана-серикова',
    name: { kk: 'Дана Серікова', ru: null },
    articles: 1,
  });
  expect(official?.posts).toMatchObject([{ post: 'министр', postId: 'minister', lang: 'kk', role: [] }]);
  expect(store.naming('official', '~дана-серикова')).toHaveLength(1);
  expect(store.findIndicators('family-support-centres')).toMatchObject([{ key: 'family-support-centres' }]);
  expect(store.timeline({ indicators: ['~дворы'] }).undated).toHaveLength(1);
});

test('what is not there is undefined', () => {
  expect([
    store.tallies.program('x'),
    store.tallies.region('x'),
    store.holders.person('x'),
    store.story('x'),
    store.article('x'),
    store.observation('x'),
    store.observation('x#1-2'),
    store.observation(`${idOf('https://liter.kz/dvor')}#0-1`),
  ]).toEqual(Array.from({ length: 8 }, () => undefined));
});

/** Words that have to find the articles with these publishers and languages. */
const searches: [string, string[]][] = [
  ['жәрдемақы', ['baq kk']],
  ['жәрдемақының', ['baq kk']],
  ['ЖӘРДЕМАҚЫНЫ', ['baq kk']],
  ['жәрдемақылармен', ['baq kk']],
  // The city of Семей and the genitive of семья are spelled alike: whoever asks for that form finds both.
  ['семей', ['baq ru', 'liter ru']],
  ['семья', ['baq ru']],
  ['семьями', ['baq ru']],
  ['многодетная семья', ['baq ru']],
  ['жилье', ['baq ru']],
  ['жильё', ['baq ru']],
  ['жилью многодетным', ['baq ru']],
  ['орталық', ['baq kk']],
  ['орталықтарға', ['baq kk']],
  ['пособия', ['liter ru']],
  ['2650', ['baq ru']],
  ['самолёт', []],
  ['жильё самолёт', []],
  ['"семья" OR (дворы', []],
  ['*', []],
  ['и', []],
];
for (const [query, found] of searches)
  test(`the words «${query}» find ${found.join(' and ') || 'nothing'}`, () => {
    const { articles, totalArticles } = store.search(query);
    expect(articles.map(({ publisher, lang }) => `${publisher} ${lang}`).sort()).toEqual(found);
    expect(totalArticles).toBe(found.length);
  });

test('what is found is shown with its words marked', () => {
  const { articles, facts } = store.search('многодетная семья');
  const [article] = articles;
  const marked = article?.snippet.marks.map(([from, to]) => article.snippet.text.slice(from, to));
  expect(article?.snippet.text).toBe('Ещё 300 многодетных семей ждут своей очереди.');
  expect(marked).toEqual(['многодетных', 'семей']);
  expect(values(facts)).toEqual([300]);
});

test('a fact is found by the names that its sentence leaves unsaid', () => {
  expect(values(store.search('бақытты отбасы многодетные').facts)).toEqual([300]);
});

const filters: [string, SearchFilter, number, number][] = [
  ['an outlet', { publisher: 'liter' }, 1, 1],
  ['a language', { lang: 'kk' }, 1, 3],
  ['days', { from: '2026-02-01', to: '2026-02-04' }, 1, 3],
  ['a program', { program: 'happy-family' }, 2, 3],
  ['a region', { region: 'KZ-10' }, 2, 2],
  ['a unit', { unit: 'family' }, 2, 3],
  ['several at once', { unit: 'family', lang: 'kk', program: 'happy-family', region: 'KZ-10' }, 1, 0],
  ['nothing', { publisher: 'nobody' }, 0, 0],
];
for (const [name, filter, articles, facts] of filters)
  test(`without words, a search lists what passes the filter of ${name}`, () =>
    expect(store.search('', filter)).toMatchObject({ totalArticles: articles, totalFacts: facts }));

test('pages of a search add up to the whole', () => {
  const pages = [0, 1, 2, 3].map((offset) => store.search('', { limit: 1, offset }).articles);
  expect(pages.map((page) => page.length)).toEqual([1, 1, 1, 0]);
  expect(new Set(pages.flat().map(({ articleId }) => articleId)).size).toBe(3);
});

test('a run that found nothing new moves the confirmation of the last and adds no row', () => {
  const runs = openStore(at('runs.db'), { clock });
  const report = (day: number, over: Partial<RunReport>): RunReport => ({
    kind: 'crawl',
    startedAt: new Date(Date.UTC(2026, 7, day, 1)),
    finishedAt: new Date(Date.UTC(2026, 7, day, 2)),
    ruleset: 'rules@1',
    publishers: ['liter', 'baq'],
    counts: { fetched: 3, new: 3, changed: 0, unchanged: 0, refused: 0, failed: 0 },
    problems: [],
    stopped: null,
    ...over,
  });
  const nothing = { fetched: 0, new: 0, changed: 0, unchanged: 3, refused: 0, failed: 0 };
  runs.recordRun(report(1, {}));
  runs.recordRun(report(2, { counts: nothing }));
  expect(runs.runs()).toMatchObject([
    {
      finishedAt: '2026-08-01T02:00:00.000Z',
      confirmedAt: '2026-08-02T02:00:00.000Z',
      publishers: ['baq', 'liter'],
    },
  ]);
  runs.recordRun(report(3, { counts: nothing, problems: [{ input: 'liter', detail: 'does not answer' }] }));
  runs.recordRun(report(4, { counts: nothing, problems: [{ input: 'liter', detail: 'does not answer' }] }));
  expect(runs.runs().map(({ confirmedAt }) => confirmedAt.slice(0, 10))).toEqual([
    '2026-08-04',
    '2026-08-02',
  ]);
  // One that was stopped has confirmed nothing, and is not what a later one confirms.
  runs.recordRun(report(5, { counts: nothing, stopped: 'interrupted' }));
  runs.recordRun(report(6, { counts: nothing }));
  expect(runs.runs().map(({ confirmedAt, stopped }) => [confirmedAt.slice(8, 10), stopped])).toEqual([
    ['06', null],
    ['05', 'interrupted'],
    ['04', null],
    ['02', null],
  ]);
  runs.close();
});

test('a long text without sentences is searched and shown in bounded time', () => {
  const big = openStore(at('big.db'), { clock });
  const text = 'жәрдемақы '.repeat(50_000);
  big.saveArticle(
    {},
    sketch({ id: 'big', text, lang: 'kk', indicators: [{ quote: 'жәрдемақы', value: 1 }] }),
    'rules@1',
  );
  const begun = performance.now();
  const { articles } = big.search('жәрдемақылар');
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(articles[0]?.snippet.text.length).toBeLessThan(300);
  big.close();
});
