import { afterAll, beforeAll, expect, test } from 'vitest';
import { sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore, type Store } from './index.ts';

const at = temporaryFolder();
let store: Store;

/** When each article was published and first seen; one without a date is known from its first sight. */
const ARTICLES: readonly (readonly [id: string, published: string | null, seen: string])[] = [
  ['oldest', '2024-02-01', '2026-02-01'],
  ['morning', '2026-01-10T08:00:00+05:00', '2026-02-01'],
  ['evening', '2026-01-10T19:30:00+05:00', '2026-02-01'],
  ['dateless', null, '2026-01-20'],
  ['newest', '2026-01-25', '2026-02-01'],
];
/** Newest first. */
const ORDER = ['newest', 'dateless', 'evening', 'morning', 'oldest'];
const REGION = { id: 'KZ-10', name: { kk: 'Абай облысы', ru: 'область Абай' } };

beforeAll(() => {
  store = openStore(at('naming.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  for (const [id, published, seen] of ARTICLES) {
    const facts = sketch({
      id,
      lang: 'kk',
      published,
      text: `Абай облысында «Жаңа көпір» жобасымен 7 көпір салынды. ${id}`,
      regions: [{ quote: 'Абай облысында', ...REGION, level: 'oblast' }],
      programs: [{ quote: 'Жаңа көпір', kind: 'project' }],
    });
    store.saveArticle({ fetchedAt: new Date(`${seen}T06:00:00Z`) }, facts, 'test@1');
  }
  // Only a value speaks of the region; the list of the article does not name it.
  const spoken = sketch({
    id: 'spoken-of',
    lang: 'ru',
    published: '2025-05-05',
    text: 'В регионе построили 3 моста.',
    indicators: [{ quote: '3 моста', value: 3, unit: 'bridge', subject: 'мостов', region: REGION }],
  });
  store.saveArticle({ fetchedAt: new Date('2026-02-01T06:00:00Z') }, spoken, 'test@1');
});
afterAll(() => store.close());

const idsOf = (on: Store, ...asked: Parameters<Store['naming']>): string[] =>
  on.naming(...asked).map(({ articleId }) => articleId);

const WITH_SPOKEN = [...ORDER.slice(0, 4), 'spoken-of', 'oldest'];

test.each([1, 2, 3, 4, 5, 6, 100])('the newest %i that name a region or a program', (limit) => {
  expect(idsOf(store, 'region', 'KZ-10', limit)).toEqual(WITH_SPOKEN.slice(0, limit));
  expect(idsOf(store, 'program', '~жаңа-көпір', limit)).toEqual(ORDER.slice(0, limit));
});

test('all of them, as many as are counted', () => {
  expect(idsOf(store, 'region', 'KZ-10')).toEqual(WITH_SPOKEN);
  expect(store.tallies.region('KZ-10')?.articles).toBe(WITH_SPOKEN.length);
  expect(idsOf(store, 'region', 'KZ-11')).toEqual([]);
});

test('as it was known on a day', () => {
  expect(idsOf(store.at('2026-01-15'), 'region', 'KZ-10', 2)).toEqual(['evening', 'morning']);
});
