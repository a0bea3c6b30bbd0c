import { expect, test } from 'vitest';
import { tokenize } from '../language/tokens.ts';
import { Words } from '../language/words.ts';
import { Sign, signsOf } from './signs.ts';

/** The first token of a text, and the names of all its signs. */
const CASES: readonly (readonly [text: string, signs: readonly (keyof typeof Sign)[]])[] = [
  ['мектеп', ['word']],
  ['Қазақстан-2050 бағдарламасы', ['word']],
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
  ['«', ['quote', 'opening', 'mark']],
  ['“', ['quote', 'opening', 'mark']],
  ['»', ['quote', 'mark']],
  ['"', ['quote', 'mark']],
  ['„', ['mark']],
  ['•', ['bullet', 'mark']],
  ['№', ['mark']],
  ['%', ['mark']],
  ['😀', ['mark']],
];

test.each(CASES)('%j', (text, signs) => {
  const [first] = tokenize(text, new Words());
  const found = first ? signsOf(first) : 0;
  expect(Object.keys(Sign).filter((name) => found & Sign[name as keyof typeof Sign])).toEqual(signs);
});
