/** Letters that wordings are looked up by; none is shorter. */
const LETTERS = 3;

/** Small letters by UTF-16 code unit, for the alphabets of our wordings: Latin, Cyrillic. */
const small = Uint16Array.from({ length: 0x530 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
});
const smallAt = (text: string, i: number): number => small[text.charCodeAt(i)] ?? 0;

/** A number for the three letters at an offset, the same for capitals; others may share it. */
export const openingKey = (text: string, i: number): number =>
  (smallAt(text, i) << 20) ^ (smallAt(text, i + 1) << 10) ^ smallAt(text, i + 2);

/** A place for a key in a small table; keys may share one. */
const placeOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 20) & (PLACES - 1);
const PLACES = 2 ** 12;

/** Where three letters stand in a wording. */
interface Gram {
  readonly wording: string;
  readonly at: number;
}

/**
 * Tells whether one of a few wordings stands in a text, without cutting or lowering it. Whatever is as long as the shortest of
 * them holds three letters of theirs at every so many characters: only there it looks.
 */
export class Inside {
  readonly #grams = new Map<number, Gram[]>();
  /** Where a key of three letters has its place, as long as any has. */
  readonly #places = new Uint8Array(PLACES);
  readonly #step: number;

  /** Wordings are given in small letters. */
  constructor(wordings: readonly string[]) {
    this.#step = Math.min(...wordings.map((w) => w.length - LETTERS + 1));
    for (const wording of wordings)
      for (let at = 0; at + LETTERS <= wording.length; at++) {
        const key = openingKey(wording, at);
        this.#grams.set(key, [...(this.#grams.get(key) ?? []), { wording, at }]);
        this.#places[placeOf(key)] = 1;
      }
  }

  /** Does one stand between two offsets? */
  holds(text: string, from: number, to: number): boolean {
    for (let i = from; i + LETTERS <= to; i += this.#step) {
      const key = openingKey(text, i);
      if (this.#places[placeOf(key)] !== 1) continue;
      for (const { wording, at } of this.#grams.get(key) ?? NONE)
        if (i - at >= from && i - at + wording.length <= to && standsAt(text, i - at, wording)) return true;
    }
    return false;
  }
}
const NONE: readonly Gram[] = [];

/** Does a wording in small letters stand at an offset, in letters of any size? */
export function standsAt(text: string, from: number, wording: string): boolean {
  for (let i = 0; i < wording.length; i++)
    if (smallAt(text, from + i) !== wording.charCodeAt(i)) return false;
  return true;
}
