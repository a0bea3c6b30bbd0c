/** Numbers in [0, 1) that look like chance and are the same in every run: mulberry32 (T. Ettinger, public domain). */
export function randomly(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many items of a stream, each as likely as any other, in the order of the stream (algorithm R, Vitter 1985). */
export function sample<T>(items: Iterable<T>, most: number, random: () => number): T[] {
  const kept: { readonly at: number; readonly item: T }[] = [];
  let at = 0;
  for (const item of items) {
    if (kept.length < most) kept.push({ at, item });
    else {
      const place = Math.floor(random() * (at + 1));
      if (place < most) kept[place] = { at, item };
    }
    at++;
  }
  return kept.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
