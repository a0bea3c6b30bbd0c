import { afterAll, expect, test } from 'vitest';
import { loadExtractor } from '../../extract/index.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { recordOf } from '../claims/record.ts';
import { checker } from './checker.ts';

const at = temporaryFolder();
const extractor = loadExtractor();
const text = 'За 2025 год в Павлодарской области построили 14 детских садов.';
const article = { id: 'kindergartens', text, published: '2026-01-20' };
const store = recordOf([article], extractor, at('record.db'), () => new Date('2026-03-01T00:00:00Z'));
afterAll(() => store.close());
const { check } = checker(store, extractor);

/** Claims that nobody can check, or that are told to confuse: each has a plain answer, and none is contradicted. */
test.each<[what: string, claim: string, verdict: string, reason: string]>([
  ['an opinion', 'Правительство работает прекрасно.', 'NO_EVIDENCE', 'NOTHING_TO_CHECK'],
  ['a Kazakh opinion', 'Балабақшалар бұрынғыдан әдемі болды.', 'NO_EVIDENCE', 'NOTHING_TO_CHECK'],
  ['a question', 'Сколько детских садов построили в 2025 году?', 'NO_EVIDENCE', 'QUESTION'],
  ['a Kazakh question', '2025 жылы қанша балабақша салынды?', 'NO_EVIDENCE', 'QUESTION'],
  ['another language', 'Fourteen kindergartens were built there in 2025.', 'NO_EVIDENCE', 'OTHER_LANGUAGE'],
  ['a number alone', '14', 'NO_EVIDENCE', 'NOTHING_TO_CHECK'],
  ['numbers alone', '14 33 131 2025 7', 'NO_EVIDENCE', 'NOTHING_TO_CHECK'],
  ['no letters', '...!!!???', 'NO_EVIDENCE', 'NOTHING_TO_CHECK'],
  ['a date', 'Это было 20 января 2026 года.', 'NO_EVIDENCE', 'NOTHING_TO_CHECK'],
  [
    'two numbers of one thing',
    'В 2025 году в Павлодарской области построили 14 детских садов и 19 детских садов.',
    'PARTLY',
    'PARTS_DIFFER',
  ],
  [
    'a range',
    'В 2025 году в Павлодарской области построили от 10 до 20 детских садов.',
    'SUPPORTED',
    'WITHIN',
  ],
  [
    'Kazakh in Latin script',
    '2025 jyly Pavlodar oblysynda 14 balabaqsha salyndy.',
    'SUPPORTED',
    'SAME_VALUE',
  ],
])('%s', (_, claim, verdict, reason) => {
  expect(check(claim, { asOf: '2026-03-01' })).toMatchObject({ verdict, reason });
});
