import { queryKeys, searchKeys } from '../../language/index.ts';
import { folded } from '../text.ts';

/** Something with a key and names that a person may ask for. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
}

/**
 * The things a person can mean: by key, else by a name as written (case, ё and punctuation aside), else those whose
 * name has every word of the question in any case form, the closest in length first.
 */
export function meant<T>(asked: string, things: readonly T[], named: (thing: T) => Named): T[] {
  const list = things.map((thing) => ({ thing, ...named(thing) }));
  const byKey = list.filter(({ key }) => key === asked);
  if (byKey.length > 0) return byKey.map(({ thing }) => thing);
  const name = folded(asked);
  const exact = list.filter(({ names }) => names.some((n) => folded(n) === name));
  if (exact.length > 0) return exact.map(({ thing }) => thing);
  const keys = queryKeys(asked);
  if (keys.length === 0) return [];
  return list
    .map(({ thing, names }) => ({
      thing,
      distance: Math.min(...names.map((n) => distance(keys, searchKeys(n)))),
    }))
    .filter((found) => Number.isFinite(found.distance))
    .sort((a, b) => a.distance - b.distance)
    .map(({ thing }) => thing);
}

/** Words of the name beyond those asked for; infinite when one that was asked for is missing. */
const distance = (asked: readonly (readonly string[])[], name: readonly string[]): number =>
  asked.every((forms) => forms.some((key) => name.includes(key)))
    ? name.length - asked.length
    : Number.POSITIVE_INFINITY;
