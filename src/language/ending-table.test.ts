import { expect, test } from 'vitest';
import { EndingTable, spelledOut } from './ending-table.ts';

test.each<[pattern: string, strings: string]>([
  ['ов', 'ов'],
  ['ов|ев', 'ов ев'],
  ['[оеё]в', 'ов ев ёв'],
  ['[а-в]л', 'ал бл вл'],
  ['л[аи]?', 'л ла ли'],
  ['ет(ся)?', 'ет ется'],
  ['(вы|под)рос|с?мог', 'вырос подрос мог смог'],
  ['(а|о(й|ю))х', 'ах ойх оюх'],
  ['^(пере)?даст', '^даст ^передаст'],
  // one string told twice is one
  ['а|[аб]', 'а б'],
])('%s stands for %s', (pattern, strings) => {
  expect(spelledOut(pattern).join(' ')).toBe(strings);
});

test.each(['(ов', '[ов', 'ов)', '(а|(б)'])('%s is no pattern', (pattern) => {
  expect(() => spelledOut(pattern)).toThrow(SyntaxError);
});

const table = new EndingTable({ 1: 'ла?|ал', 2: 'а|мола', 4: '^даст|^', 8: '^ла' });

test.each<[word: string, bits: number]>([
  ['стол', 1],
  ['пал', 1],
  ['пила', 1 | 2],
  ['смола', 1 | 2],
  ['даст', 4],
  ['передаст', 0],
  ['ла', 1 | 2 | 8],
  ['', 4],
  ['дом', 0],
  // neither capitals nor other letters
  ['ЛА', 0],
  ['пиLа', 2],
])('%s ends in kinds %i', (word, bits) => {
  expect(table.bitsOf(word)).toBe(bits);
});

test.each<[word: string, most: number, length: number]>([
  ['смола', 9, 4],
  ['смола', 3, 2],
  ['смола', 1, 1],
  ['смола', 0, 0],
  ['ола', 9, 2],
  ['дом', 9, 0],
])('of %s the longest ending within %i letters has %i', (word, most, length) => {
  expect(table.longest(word, most)).toBe(length);
});
