/** Letters that one trie can tell apart; a power of two. */
const LETTERS = 64;
/** The code units that words are made of: Latin and Cyrillic. */
const CODES = 0x530;
const FIRST_NODES = 64;
/** Beyond it a node has no number of two bytes. */
const MOST_NODES = 0xffff;

/**
 * A tree of letters in one array, to be walked a letter at a time from either end of a word: one look for each letter, and
 * most words leave it after two or three. Nodes are numbers, the root is 0; what a node means is kept by its owner.
 */
export class LetterTrie {
  #next = new Uint16Array(FIRST_NODES * LETTERS);
  /** A small number for each code unit that was added, 0 for any other. */
  readonly #letters = new Uint8Array(CODES);
  #known = 0;
  #size = 1;

  /** The node that a letter leads to from another, 0 where it leads nowhere. */
  step(node: number, code: number): number {
    const letter = code < CODES ? (this.#letters[code] ?? 0) : 0;
    return letter === 0 ? 0 : (this.#next[node * LETTERS + letter] ?? 0);
  }

  /**
   * The node of a word, made where it was none. Throws where its letters are of another script, and where letters or
   * nodes are too many.
   */
  add(word: string): number {
    let node = 0;
    for (let i = 0; i < word.length; i++) node = this.#grown(node, this.#letter(word.charCodeAt(i)));
    return node;
  }

  #letter(code: number): number {
    if (code >= CODES) throw new RangeError(`U+${code.toString(16)} is no letter of words`);
    const known = this.#letters[code] ?? 0;
    if (known !== 0) return known;
    if (this.#known + 1 >= LETTERS) throw new RangeError(`more than ${LETTERS - 1} letters`);
    this.#letters[code] = ++this.#known;
    return this.#known;
  }

  #grown(node: number, letter: number): number {
    const at = node * LETTERS + letter;
    const next = this.#next[at] ?? 0;
    if (next !== 0) return next;
    if (this.#size > MOST_NODES) throw new RangeError(`more than ${MOST_NODES} nodes`);
    if (this.#size * LETTERS >= this.#next.length) {
      const wider = new Uint16Array(this.#next.length * 2);
      wider.set(this.#next);
      this.#next = wider;
    }
    this.#next[at] = this.#size;
    return this.#size++;
  }
}
