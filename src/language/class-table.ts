import { LetterTrie } from './letter-trie.ts';
import { WordTable } from './word-table.ts';
import type { WordType } from './words.ts';

/** The closed classes of a word. */
export interface Classes {
  readonly names: ReadonlySet<string>;
  /** The bits of all of them. */
  readonly bits: number;
}

/** One object for all the words that nothing is known of: most of a text, and the cache of the machine is small. */
export const NO_CLASSES: ReadonlySet<string> = new Set();
const IN_NONE: Classes = { names: NO_CLASSES, bits: 0 };

const NONE: readonly string[] = [];

/** Closed classes by word and by beginning of a word. */
export class ClassTable {
  readonly #bitOf: (cls: string) => number;
  readonly #exact = new WordTable<string[]>();
  readonly #words: string[] = [];
  readonly #beginnings: string[] = [];
  readonly #trie = new LetterTrie();
  /** Classes of beginnings, by their nodes of the trie. */
  readonly #prefix: string[][] = [];
  /** One object for all words of the same classes. */
  readonly #sets = new Map<string, Classes>();

  /** `bitOf` gives classes bits. */
  constructor(bitOf: (cls: string) => number = () => 0) {
    this.#bitOf = bitOf;
  }

  /** Puts a word, or with a final hyphen all words that begin so, into a class. */
  add(cls: string, word: string): void {
    if (word.endsWith('-')) {
      const node = this.#trie.add(word.slice(0, -1));
      const known = this.#prefix[node];
      if (!known) this.#beginnings.push(word.slice(0, -1));
      this.#prefix[node] = [...(known ?? NONE), cls];
      return;
    }
    const known = this.#exact.get(word);
    if (!known) this.#words.push(word);
    this.#exact.set(word, 0, [...(known ?? NONE), cls]);
  }

  /** The words that stand in a class as they are. */
  words(): readonly string[] {
    return this.#words;
  }

  beginnings(): readonly string[] {
    return this.#beginnings;
  }

  of({ norm, plain }: WordType): Classes {
    const exact = this.#exact.get(norm);
    const alike = plain === norm ? undefined : this.#exact.get(plain);
    let begun: string[] | undefined;
    let node = 0;
    for (let i = 0; i < plain.length; i++) {
      node = this.#trie.step(node, plain.charCodeAt(i));
      if (node === 0) break;
      const classes = this.#prefix[node];
      if (classes) begun = begun ? [...classes, ...begun] : classes;
    }
    if (!exact && !alike && !begun) return IN_NONE;
    return this.#classes([...(exact ?? NONE), ...(alike ?? NONE), ...(begun ?? NONE)]);
  }

  #classes(found: readonly string[]): Classes {
    const key = found.join(' ');
    let known = this.#sets.get(key);
    if (!known) {
      const names = new Set(found);
      let bits = 0;
      for (const cls of names) bits |= this.#bitOf(cls);
      known = { names, bits };
      this.#sets.set(key, known);
    }
    return known;
  }
}
