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

/**
 * Tells whether one of a few wordings may stand in a text, without cutting or lowering it: each wording has a bit, and each
 * letter the bits of the wordings that have it in first, second or third place.
 */
export class Inside {
  readonly #first = new Uint32Array(small.length);
  readonly #second = new Uint32Array(small.length);
  readonly #third = new Uint32Array(small.length);

  /** Wordings are given in small letters. */
  constructor(wordings: readonly string[]) {
    for (const [k, wording] of wordings.entries())
      for (const [place, bits] of [this.#first, this.#second, this.#third].entries()) {
        const code = smallAt(wording, place);
        bits[code] = (bits[code] ?? 0) | (1 << (k & 31));
      }
  }

  /** May one stand between two offsets? */
  mayHold(text: string, from: number, to: number): boolean {
    for (let i = from; i + LETTERS <= to; i++) {
      const first = this.#first[smallAt(text, i)] ?? 0;
      if (first === 0) continue;
      const second = this.#second[smallAt(text, i + 1)] ?? 0;
      if ((first & second & (this.#third[smallAt(text, i + 2)] ?? 0)) !== 0) return true;
    }
    return false;
  }
}
