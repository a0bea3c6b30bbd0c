import { expect, test } from 'vitest';
import { LetterTrie } from './letter-trie.ts';

/** How many letters of a word lead on from the root. */
function depth(trie: LetterTrie, word: string): number {
  let node = 0;
  for (let i = 0; i < word.length; i++) {
    node = trie.step(node, word.charCodeAt(i));
    if (node === 0) return i;
  }
  return word.length;
}

test.each<[words: string[], word: string, depth: number]>([
  [['ал', 'алма'], 'алмалы', 4],
  [['ал', 'алма'], 'алтын', 2],
  [['ал', 'алма'], 'бал', 0],
  [[], 'ал', 0],
  [['km-i'], 'km-ің', 3],
  // a letter that no word has, and one of another script
  [['ал'], 'аъ', 1],
  [['ал'], 'ａл', 0],
  [['ал'], 'а😀', 1],
])('a trie of %j is left by %s after %d letters', (words, word, expected) => {
  const trie = new LetterTrie();
  for (const w of words) trie.add(w);
  expect(depth(trie, word)).toBe(expected);
});

test('a word has one node, and different words have different ones', () => {
  const trie = new LetterTrie();
  const words = Array.from({ length: 5_000 }, (_, i) => (i * 7_919).toString(20));
  const nodes = words.map((w) => trie.add(w));
  expect(new Set(nodes).size).toBe(words.length);
  expect(words.map((w) => trie.add(w))).toEqual(nodes);
  expect(words.map((w) => depth(trie, w))).toEqual(words.map((w) => w.length));
});

test.each([
  ['another script', 'ａ'],
  [
    'more letters than it can tell apart',
    Array.from({ length: 70 }, (_, i) => String.fromCharCode(0x400 + i)).join(''),
  ],
])('a trie takes no word with %s', (_, word) => {
  expect(() => new LetterTrie().add(word)).toThrow(RangeError);
});
