import { LetterTrie } from './letter-trie.ts';

/** Stands for the beginning of a word in a pattern of endings. */
const START = '^';

/**
 * Which of several kinds of endings a word has, told by one walk from its last letter. Each kind has a bit and a pattern in
 * the notation of regular expressions, as far as that stands for a number of strings (see `spelledOut`); `^` before letters
 * makes them a whole word.
 */
export class EndingTable {
  readonly #trie = new LetterTrie();
  /** By node, the bits of the kinds that end there. */
  readonly #bits: number[] = [];

  constructor(kinds: Readonly<Record<number, string>>) {
    for (const [bit, pattern] of Object.entries(kinds))
      for (const ending of spelledOut(pattern)) {
        const node = this.#trie.add([...ending].reverse().join(''));
        while (this.#bits.length <= node) this.#bits.push(0);
        this.#bits[node] = (this.#bits[node] ?? 0) | Number(bit);
      }
  }

  /** The bits of all kinds of endings that a word in small letters has, of those of no more than `most` letters. */
  bitsOf(word: string, most = word.length): number {
    let found = 0;
    let node = 0;
    for (let n = 1; n <= most; n++) {
      node = this.#trie.step(node, word.charCodeAt(word.length - n));
      if (node === 0) return found;
      found |= this.#bits[node] ?? 0;
    }
    if (most < word.length) return found;
    node = this.#trie.step(node, START.charCodeAt(0));
    return node === 0 ? found : found | (this.#bits[node] ?? 0);
  }

  /** How many letters the longest ending of a word has, of any kind and of no more than `most` letters; 0 where it has none. */
  longest(word: string, most: number): number {
    let found = 0;
    let node = 0;
    for (let n = 1; n <= most && n <= word.length; n++) {
      node = this.#trie.step(node, word.charCodeAt(word.length - n));
      if (node === 0) break;
      if (this.#bits[node]) found = n;
    }
    return found;
  }
}

/**
 * Every string that a pattern stands for: letters, `[абв]` and `[а-в]`, `(x|y)`, and `?` behind any of them. Throws where
 * brackets are left open.
 */
export function spelledOut(pattern: string): string[] {
  let at = 0;
  const alternatives = (): string[] => {
    const all = sequence();
    while (pattern[at] === '|') {
      at++;
      all.push(...sequence());
    }
    return all;
  };
  const sequence = (): string[] => {
    let all = [''];
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const next = piece();
      all = all.flatMap((a) => next.map((b) => a + b));
    }
    return all;
  };
  const piece = (): string[] => {
    const sign = pattern[at++];
    const found = sign === '(' ? alternatives() : sign === '[' ? letters() : [sign ?? ''];
    if (sign === '(' && pattern[at++] !== ')') throw new SyntaxError(`${pattern}: a bracket is left open`);
    if (pattern[at] !== '?') return found;
    at++;
    return ['', ...found];
  };
  const letters = (): string[] => {
    const to = pattern.indexOf(']', at);
    if (to < 0) throw new SyntaxError(`${pattern}: a bracket is left open`);
    const written = pattern.slice(at, to);
    at = to + 1;
    return [...written.replace(/(.)-(.)/gu, (_, a: string, b: string) => range(a, b))];
  };
  const all = alternatives();
  if (at < pattern.length) throw new SyntaxError(`${pattern}: a bracket is closed and none is open`);
  return [...new Set(all)];
}

const range = (from: string, to: string): string => {
  const first = from.charCodeAt(0);
  return String.fromCharCode(...Array.from({ length: to.charCodeAt(0) - first + 1 }, (_, k) => first + k));
};
