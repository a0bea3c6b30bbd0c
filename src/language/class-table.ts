import type { WordType } from './words.ts';

/** One object for all the words that nothing is known of: most of a text, and the cache of the machine is small. */
export const NO_CLASSES: ReadonlySet<string> = new Set();

const NONE: readonly string[] = [];

/** Letters that beginnings of words are looked up by; none is shorter. */
const HEAD = 2;

/** Closed classes by word and by beginning of a word. */
export class ClassTable {
  #exact = new Map<string, string[]>();
  #prefix = new Map<string, string[]>();
  /** The beginnings by their first letters, the longest first. */
  #heads = new Map<string, string[]>();
  /** One set for all words of the same classes. */
  #sets = new Map<string, ReadonlySet<string>>();

  add(cls: string, word: string): void {
    const isPrefix = word.endsWith('-');
    const key = isPrefix ? word.slice(0, -1) : word;
    const map = isPrefix ? this.#prefix : this.#exact;
    map.set(key, [...(map.get(key) ?? []), cls]);
    if (!isPrefix) return;
    const head = key.slice(0, HEAD);
    const list = this.#heads.get(head) ?? [];
    if (!list.includes(key)) list.push(key);
    this.#heads.set(
      head,
      list.sort((a, b) => b.length - a.length),
    );
  }

  /** The words that stand in a class as they are. */
  words(): IterableIterator<string> {
    return this.#exact.keys();
  }

  beginnings(): IterableIterator<string> {
    return this.#prefix.keys();
  }

  of({ norm, plain }: WordType): ReadonlySet<string> {
    const exact = this.#exact.get(norm);
    const alike = plain === norm ? undefined : this.#exact.get(plain);
    const heads = this.#heads.get(plain.slice(0, HEAD));
    if (!exact && !alike && !heads) return NO_CLASSES;
    const found = [...(exact ?? NONE), ...(alike ?? NONE)];
    for (const b of heads ?? NONE) if (plain.startsWith(b)) found.push(...(this.#prefix.get(b) ?? NONE));
    if (found.length === 0) return NO_CLASSES;
    const key = found.join(' ');
    const known = this.#sets.get(key) ?? new Set(found);
    this.#sets.set(key, known);
    return known;
  }
}
