import { randomInt } from 'node:crypto';

/** Odd multipliers of the two hashes, drawn anew for each process: nobody can write words that collide. */
const [FIRST, SECOND] = [randomInt(2 ** 30) * 2 + 1, randomInt(2 ** 30) * 2 + 1];
/** Odd multipliers of the places. */
const [PLACE, OTHER_PLACE] = [0x9e3779b1, 0x85ebca6b];

/** Slots of a new table; a power of two, doubled whenever two thirds are full. */
const FIRST_SLOTS = 2 ** 6;
/** Numbers of letters that have a bit. */
const BITS = 32;

/**
 * What belongs to a word at a place. A place is a small number: the node of a tree that the word leads on from, or 0 where
 * there is one place only. The words themselves are not kept: 63 bits of hash stand for each, so that a word which is in no
 * list, as most are, costs one look at memory. The hashes are running ones: those of its beginnings are had on the way.
 */
export class WordTable<T> {
  /** Two for each slot, the second never 0 in a full one. */
  #hashes = new Int32Array(FIRST_SLOTS * 2);
  #values: (T | undefined)[] = new Array(FIRST_SLOTS);
  #size = 0;

  get(word: string, place = 0): T | undefined {
    let [one, two] = [0, 0];
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      one = Math.imul(one ^ code, FIRST);
      two = Math.imul(two + code, SECOND);
    }
    const slot = slotFor(this.#hashes, placed(one, place), marked(two, place));
    // Most words are in no table: what would be their value is not looked at.
    return this.#hashes[slot * 2 + 1] === 0 ? undefined : this.#values[slot];
  }

  set(word: string, place: number, value: T): void {
    if (this.#size * 3 >= this.#values.length * 2) this.#grow();
    let [one, two] = [0, 0];
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      one = Math.imul(one ^ code, FIRST);
      two = Math.imul(two + code, SECOND);
    }
    this.#put(placed(one, place), marked(two, place), value);
  }

  /**
   * Which beginnings of a word are in the table, of those asked for. A beginning is told by the number of letters behind it,
   * fewer than 32, and each number has a bit, in `rests` and in the answer.
   */
  beginnings(word: string, place: number, rests: number): number {
    let found = 0;
    let [one, two] = [0, 0];
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      one = Math.imul(one ^ code, FIRST);
      two = Math.imul(two + code, SECOND);
      const rest = word.length - i - 1;
      if (rest >= BITS || (rests & (1 << rest)) === 0) continue;
      const slot = slotFor(this.#hashes, placed(one, place), marked(two, place));
      if (this.#hashes[slot * 2 + 1] !== 0) found |= 1 << rest;
    }
    return found;
  }

  #put(one: number, two: number, value: T): void {
    const slot = slotFor(this.#hashes, one, two);
    if (this.#hashes[slot * 2 + 1] === 0) this.#size++;
    this.#hashes[slot * 2] = one;
    this.#hashes[slot * 2 + 1] = two;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [hashes, values] = [this.#hashes, this.#values];
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#values = new Array(values.length * 2);
    this.#size = 0;
    for (const [slot, value] of values.entries())
      if (value !== undefined) this.#put(hashes[slot * 2] ?? 0, hashes[slot * 2 + 1] ?? 0, value);
  }
}

/** The slot of two hashes, or the empty one where they would go. */
function slotFor(hashes: Int32Array, one: number, two: number): number {
  const mask = (hashes.length >> 1) - 1;
  let slot = one & mask;
  for (;;) {
    const there = hashes[slot * 2 + 1];
    if (there === 0 || (there === two && hashes[slot * 2] === one)) return slot;
    slot = (slot + 1) & mask;
  }
}

/** The first hash at a place; its high bits take part in the choice of a slot. */
function placed(one: number, place: number): number {
  const both = one ^ Math.imul(place, PLACE);
  return both ^ (both >>> 15);
}

/** The second hash at a place, odd. */
const marked = (two: number, place: number): number => (two + Math.imul(place, OTHER_PLACE)) | 1;
