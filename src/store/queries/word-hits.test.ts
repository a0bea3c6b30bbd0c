import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { wordHits } from './word-hits.ts';

/** Texts of observations by their ids, some of them of the past. */
function indexed(texts: readonly string[], past: readonly string[] = []) {
  const db = new Database(':memory:');
  for (const table of ['words_now', 'words_past'])
    db.exec(`CREATE VIRTUAL TABLE ${table} USING fts5(words, content = '', contentless_delete = 1)`);
  const add = (table: string, words: string, id: number) =>
    db.prepare(`INSERT INTO ${table}(rowid, words) VALUES (?, ?)`).run(id, words);
  db.transaction(() => {
    for (const [at, words] of texts.entries()) add('words_now', words, at + 1);
    for (const [at, words] of past.entries()) add('words_past', words, texts.length + at + 1);
  })();
  return { db, add };
}

const TEXTS = ['school astana', 'school almaty built', 'road almaty', 'school almaty'];

test.each<[what: string, asked: readonly string[], found: readonly number[]]>([
  ['the most words first, and of like ones the latest', ['school', 'almaty'], [4, 2, 3, 1]],
  ['a rare word before a common one', ['school', 'road'], [3, 4, 2, 1]],
  ['any key of a word', ['mektep|school', 'astana'], [1, 4, 2]],
  ['the beginning of a word', ['bui*'], [2]],
  ['a key with a quote in it', ['school"', 'road'], [3, 4, 2, 1]],
  ['a word of no text', ['hospital'], []],
  ['no word', [], []],
])('%s', (_, asked, found) => {
  const hits = wordHits(indexed(TEXTS).db, ['words_now']);
  expect(hits.of(asked.map((word) => word.split('|'))).map(({ observation }) => observation)).toEqual(found);
});

test('of words that are everywhere those count that stand together, behind a rare one', () => {
  const many = (words: string): string[] => Array.from({ length: 3_200 }, () => words);
  const { db } = indexed(['opened', ...many('school'), ...many('built'), 'school built']);
  const hits = wordHits(db, ['words_now']);
  const found = hits.of([['school'], ['built'], ['opened']]).map(({ observation }) => observation);
  expect(found).toEqual([1, 6_402]);
  expect(hits.of([['school']])).toHaveLength(3_000);
  expect(hits.rarity(['school'])).toBeLessThan(hits.rarity(['opened']));
});

test('texts of the past are found beside those of today, and what was added since is not missed', () => {
  const { db, add } = indexed(TEXTS, ['bridge']);
  const hits = wordHits(db, ['words_now', 'words_past']);
  const found = () => hits.of([['bridge']]).map(({ observation }) => observation);
  expect(found()).toEqual([5]);
  add('words_now', 'bridge', 6);
  expect(found()).toEqual([6, 5]);
});
