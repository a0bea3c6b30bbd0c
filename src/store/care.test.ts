import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type FactsSketch, sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore, releaseFile, type Store } from './index.ts';

const at = temporaryFolder();
let number = 0;
const clock = () => new Date('2026-08-18T10:00:00Z');
const fresh = (): Store => openStore(at(`care-${number++}.db`), { clock });

const URL1 = 'https://liter.kz/wells';
const WELLS: FactsSketch & { id: string } = {
  id: 'wells',
  url: URL1,
  lang: 'ru',
  title: 'Колодцы Созака',
  text: 'В Созаке пробурили 1274 колодца за 318,5 млн тенге, сообщил аким Нурлан Ускенбай.',
  officials: [{ quote: 'Нурлан Ускенбай' }],
  regions: [{ quote: 'Созаке' }],
  indicators: [
    { quote: '1274 колодца', value: 1274, unit: 'well' },
    { quote: '318,5 млн тенге', value: 318_500_000, unit: 'KZT', unitClass: 'money' },
  ],
};
/** Takes an article out, as the command does. */
function redact(store: Store, asked: string): void {
  const article = store.redactions.find(asked);
  if (article === undefined) throw new Error(`no ${asked}`);
  store.redactions.redact(article, 'сот шешімі', clock());
}
const TWIN = sketch({ ...WELLS, id: 'wells-again', url: 'https://baq.kz/wells' });

test('an article that was taken out leaves nothing but its tombstone', () => {
  const store = fresh();
  store.saveArticle({}, sketch(WELLS), 'rules@1');
  store.saveArticle({}, TWIN, 'rules@1');
  store.link();
  expect(store.story('wells-again')?.articles).toHaveLength(2);
  redact(store, URL1);
  store.link();
  expect(store.article('wells')).toBeUndefined();
  expect(store.story('wells-again')).toBeUndefined();
  expect(
    [...store.all.observations()].map(({ articleId, point }) => [articleId, point.split('#')[0]]),
  ).toEqual([
    ['wells-again', 'wells-again'],
    ['wells-again', 'wells-again'],
  ]);
  expect(store.search('колодцы')).toMatchObject({ totalArticles: 1, totalFacts: 2 });
  expect(store.officials()).toMatchObject([{ articles: 1 }]);
  for (const asked of ['wells', URL1, 'https://liter.kz/wells/?utm_source=x'])
    expect(store.redactions.of(asked)).toEqual({
      articleId: 'wells',
      reason: 'сот шешімі',
      at: '2026-08-18T10:00:00.000Z',
    });
  expect(store.care.examine()).toEqual([]);
  store.close();
});

test('its text stands nowhere in the file any more', () => {
  const store = fresh();
  store.saveArticle(
    {},
    sketch({ ...WELLS, text: WELLS.text.replace('Созаке', 'Шұбарқұдықта'), regions: [] }),
    'rules@1',
  );
  store.link();
  redact(store, 'wells');
  const folder = dirname(store.file);
  const name = store.file.slice(folder.length + 1);
  const files = readdirSync(folder).filter((file) => file.startsWith(name));
  for (const file of files) expect(readFileSync(`${folder}/${file}`).includes('Шұбарқұдықта')).toBe(false);
  store.close();
});

test('it does not come back, and to take it out again is no error', () => {
  const store = fresh();
  store.saveArticle({}, sketch(WELLS), 'rules@1');
  redact(store, 'wells');
  expect(() => store.saveArticle({}, sketch({ ...WELLS, id: 'other' }), 'rules@1')).toThrow(
    /was taken out on 2026-08-18/,
  );
  redact(store, 'wells');
  expect(store.redactions.find('nothing')).toBeUndefined();
  store.close();
});

test('an edit tells the numbers that it changed', () => {
  const store = fresh();
  const first = { ...WELLS, indicators: WELLS.indicators?.slice(0, 1) ?? [] };
  const edited = {
    ...first,
    title: 'Колодцы в Созаке',
    text: first.text.replace('1274', '1247'),
    indicators: [{ quote: '1247 колодца', value: 1247, unit: 'well' }],
  };
  store.saveArticle({ fetchedAt: new Date('2026-02-04T05:00:00Z') }, sketch(first), 'rules@1');
  expect(store.changes()).toEqual([]);
  store.saveArticle({ fetchedAt: new Date('2026-02-06T05:00:00Z') }, sketch(edited), 'rules@1');
  const [change, ...others] = store.changes('2026-02-05');
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    articleId: 'wells',
    editedAt: '2026-02-06T05:00:00.000Z',
    oldTitle: 'Колодцы Созака',
    values: [{ old: { value: 1274 }, new: { value: 1247, quote: '1247 колодца' } }],
  });
  expect(store.changes('2026-02-07')).toEqual([]);
  store.close();
});

test('other rules read the text that is stored, and the page is not news', () => {
  const store = fresh();
  store.saveArticle({ fetchedAt: new Date('2026-02-04T05:00:00Z') }, sketch(WELLS), 'rules@1');
  const before = store.article('wells');
  expect(store.readByOthers('rules@2')).toEqual(['wells']);
  expect(store.readByOthers('rules@2', '2026-03-01')).toEqual([]);
  store.reread(sketch({ ...WELLS, indicators: WELLS.indicators?.slice(1) ?? [] }), 'rules@2');
  expect(store.readByOthers('rules@2')).toEqual([]);
  const after = store.article('wells');
  expect(after).toMatchObject({
    ruleset: 'rules@2',
    history: before?.history,
    confirmedAt: before?.confirmedAt,
  });
  expect(after?.indicators.map(({ unit }) => unit)).toEqual(['KZT']);
  expect(store.search('колодца').totalFacts).toBe(1);
  expect(store.changes()).toEqual([]);
  expect(() =>
    store.reread(
      sketch({ ...WELLS, text: 'Басқа мәтін.', officials: [], regions: [], indicators: [] }),
      'rules@3',
    ),
  ).toThrow(/not of the text/);
  store.close();
});

test('identifiers and people without a post are not kept', () => {
  const store = fresh();
  const facts = sketch({
    ...WELLS,
    text: 'Аким Нурлан Ускенбай принял Ивана Петрова, ИИН 900101300123.',
    indicators: [],
    regions: [],
  });
  const mention = (text: string, more: object) => {
    const start = facts.article.text.indexOf(text);
    return { start, end: start + text.length, text, rule: 'test', ...more };
  };
  store.saveArticle(
    {},
    {
      ...facts,
      mentions: [
        ...facts.mentions,
        { ...mention('Ивана Петрова', {}), type: 'person' },
        { ...mention('900101300123', {}), type: 'number', kind: 'identifier', value: null },
      ],
    },
    'rules@1',
  );
  expect(store.article('wells')?.mentions.map(({ text }) => text)).toEqual(['Нурлан Ускенбай']);
  store.close();
});

test('a release answers the same whatever comes later, and its hash is that of its file', async () => {
  const store = fresh();
  store.saveArticle({}, sketch(WELLS), 'rules@1');
  store.link();
  const release = await store.care.release('2026-03', clock());
  expect(release).toMatchObject({ name: '2026-03', articles: 1, observations: 2 });
  store.saveArticle({}, TWIN, 'rules@1');
  redact(store, 'wells');
  const file = releaseFile(store.file, '2026-03');
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(release.sha256);
  const frozen = openStore(file, { clock, readonly: true });
  expect([...frozen.all.articles()].map(({ articleId }) => articleId)).toEqual(['wells']);
  frozen.close();
  expect(store.care.releases()).toEqual([release]);
  store.close();
});

test.each(['', '../up', 'a b', 'x'.repeat(65), '.hidden'])('%j is no name for a release', async (name) => {
  const store = fresh();
  await expect(store.care.release(name, clock())).rejects.toThrow(/is no name for a release/);
  store.close();
});

test('a release never changes', async () => {
  const store = fresh();
  await store.care.release('a', clock());
  await expect(store.care.release('a', clock())).rejects.toThrow(/there is a release a already/);
  store.close();
});

test('the doctor tells a release that was touched, and sums that are not the sums', async () => {
  const store = fresh();
  store.saveArticle({}, sketch(WELLS), 'rules@1');
  store.link();
  await store.care.release('first', clock());
  expect([store.care.examine(), await store.care.examineReleases(), store.care.decisions()]).toEqual([
    [],
    [],
    0,
  ]);
  appendFileSync(releaseFile(store.file, 'first'), 'x');
  expect(await store.care.examineReleases()).toMatchObject([{ what: 'releases' }]);
  rmSync(releaseFile(store.file, 'first'));
  expect(await store.care.examineReleases()).toMatchObject([{ what: 'releases' }]);
  store.close();
  const file = new Database(store.file);
  file.exec("UPDATE tallies SET articles = 7 WHERE kind = 'outlet'");
  file.close();
  const again = openStore(store.file, { clock, readonly: true });
  expect(again.care.examine()).toEqual([
    { what: 'sums', detail: '7 articles are summed up, and there are 1' },
  ]);
  again.close();
});
