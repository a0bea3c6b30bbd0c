/** Does a piece of work when its result is first asked for, and no second time. */
export function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/**
 * Does a piece of work once for each argument, and begins anew when so many are remembered; what it gives must not be
 * changed.
 */
export function remembered<K, V extends {}>(most: number, work: (argument: K) => V): (argument: K) => V {
  const known = new Map<K, V>();
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) return before;
    const value = work(argument);
    if (known.size >= most) known.clear();
    known.set(argument, value);
    return value;
  };
}
