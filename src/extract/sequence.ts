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
  /** Where each begins and ends, apart from the items: they are of many kinds. */
  readonly #from: readonly number[];
  readonly #to: readonly number[];

  constructor(items: readonly T[]) {
    this.#items = isInOrder(items) ? items : [...items].sort((a, b) => a.from - b.from);
    this.#from = this.#items.map(({ from }) => from);
    this.#to = this.#items.map(({ to }) => to);
  }

  /** Items that lie inside tokens `from` up to `to`. */
  within(from: number, to: number): readonly T[] {
    let out: T[] | undefined;
    for (let i = this.#firstFrom(from); (this.#from[i] ?? to) < to; i++) {
      if ((this.#to[i] ?? 0) > to) continue;
      const item = this.#items[i] as T;
      if (out) out.push(item);
      else out = [item];
    }
    return out ?? NONE;
  }

  /** The last items that end at or before a token, at most `max`, in text order. */
  before(at: number, max = NEARBY): readonly T[] {
    const end = this.#firstFrom(at);
    if (end === 0) return NONE;
    let first = end;
    for (let n = 0; first > 0 && n < max; ) if ((this.#to[--first] ?? 0) <= at) n++;
    const out: T[] = [];
    for (let i = first; i < end; i++) if ((this.#to[i] ?? 0) <= at) out.push(this.#items[i] as T);
    return out;
  }

  /** The last item that ends at or before a token. */
  last(at: number): T | undefined {
    for (let i = this.#firstFrom(at) - 1; i >= 0; i--) if ((this.#to[i] ?? 0) <= at) return this.#items[i];
    return undefined;
  }

  get first(): T | undefined {
    return this.#items[0];
  }

  /** Index of the first item that begins at or behind a token. */
  #firstFrom(at: number): number {
    let low = 0;
    let high = this.#from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#from[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NONE: readonly never[] = [];

function isInOrder(items: readonly Placed[]): boolean {
  for (let i = 1; i < items.length; i++) if ((items[i - 1]?.from ?? 0) > (items[i]?.from ?? 0)) return false;
  return true;
}

/** How far back a text is looked through for what a sentence leaves unsaid. */
const NEARBY = 40;
