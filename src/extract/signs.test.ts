import { expect, test } from 'vitest';
import { tokenize } from '../language/tokens.ts';
import { Words } from '../language/words.ts';
import { Sign, signsOf, wordSigns } from './signs.ts';
import { lookOf } from './word-records.ts';

/** The first token of a text, and the names of all its signs. */
const CASES: readonly (readonly [text: string, signs: readonly (keyof typeof Sign)[]])[] = [
  ['мектеп', ['word']],
  ['Мектеп', ['word', 'capital']],
  ['БҚО', ['word', 'caps']],
  ['АҚШтың', ['word', 'mixed']],
  ['online', ['word', 'latin']],
  ['в', ['word', 'letter']],
  ['Ә. Бек', ['word', 'capital', 'letter']],
  ['Қазақстан-2050 бағдарламасы', ['word', 'capital', 'hyphened']],
  ['12', ['number']],
  ['33-тен', ['number']],
  // Neither a word nor a number, and no mark.
  ['07.02.2019', []],
  ['12:50', []],
  ['\n', ['newline', 'mark']],
  [',', ['comma', 'mark']],
  [';', ['semicolon', 'mark']],
  [':', ['colon', 'mark']],
  ['.', ['stop', 'mark']],
  ['!', ['call', 'mark']],
  ['?', ['call', 'mark']],
  ['(', ['open', 'mark']],
  [')', ['close', 'mark']],
  ['[', ['mark']],
  ['—', ['dash', 'mark']],
  // A hyphen that stands by itself is a dash, one that touches a word is not.
  ['- бес', ['dash', 'mark']],
  ['-бес', ['hyphen', 'mark']],
  ['«', ['quote', 'opening', 'mark', 'paired']],
  ['“', ['quote', 'opening', 'mark', 'paired']],
  ['»', ['quote', 'mark', 'paired']],
  ['"', ['quote', 'mark', 'paired']],
  ['„', ['mark', 'paired']],
  ['›', ['mark', 'paired']],
  ['#', ['mark', 'hash']],
  ['•', ['bullet', 'mark']],
  ['№', ['mark']],
  ['%', ['mark']],
  ['😀', ['mark']],
];

test.each(CASES)('%j', (text, signs) => {
  const words = new Words();
  const numbers = new Int32Array(text.length);
  const [first] = tokenize(text, words, numbers);
  const number = numbers[0] ?? 0;
  const found = number > 0 ? wordSigns(lookOf(words, number)) : first ? signsOf(first) : 0;
  expect(Object.keys(Sign).filter((name) => found & Sign[name as keyof typeof Sign])).toEqual(signs);
});
