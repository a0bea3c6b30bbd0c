interface Placed {
  readonly from: number;
  readonly to: number;
}

/**
 * Things found in a text, in its order and without overlaps, so that neighbours are found by halving:
 * an article of a million numbers must not read a list of a million places for each.
 */
export class Sequence<T extends Placed> {
  readonly #items: readonly T[];

  constructor(items: readonly T[]) {
    this.#items = [...items].sort((a, b) => a.from - b.from);
  }

  /** Items that lie inside tokens `from` up to `to`. */
  within(from: number, to: number): T[] {
    const out: T[] = [];
    for (let i = this.#firstFrom(from); i < this.#items.length; i++) {
      const item = this.#items[i];
      if (!item || item.from >= to) break;
      if (item.to <= to) out.push(item);
    }
    return out;
  }

  /** The last items that end at or before a token, at most `max`, in text order. */
  before(at: number, max = NEARBY): T[] {
    const out: T[] = [];
    for (let i = this.#firstFrom(at) - 1; i >= 0 && out.length < max; i--) {
      const item = this.#items[i];
      if (item && item.to <= at) out.push(item);
    }
    return out.reverse();
  }

  get first(): T | undefined {
    return this.#items[0];
  }

  /** Index of the first item that begins at or behind a token. */
  #firstFrom(at: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle]?.from ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How far back a text is looked through for what a sentence leaves unsaid. */
const NEARBY = 40;
