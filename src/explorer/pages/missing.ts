import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { Missing } from '../page.ts';
import { nameIn } from '../parts/source.ts';

/** Entries of a list that are looked through, the most reported first. */
export const MOST_NEAR = 500;

/** Nothing is filed under `key`; of the entries of its list those of a like name are offered. */
export function missingAmong(
  key: string,
  folder: 'programs' | 'regions' | 'officials',
  entries: readonly {
    readonly key: string;
    readonly name: { readonly kk: string | null; readonly ru: string | null };
  }[],
  ctx: Context,
): Missing {
  const named = entries.map((entry) => ({
    key: entry.key,
    path: pathOf(folder, entry.key),
    name: nameIn(entry.name, ctx)[1],
  }));
  return { missing: key, list: `/${folder}`, near: nearTo(key, named) };
}

/** Entries whose key or name shares a word with the key that was asked for, at most five. */
function nearTo(
  key: string,
  entries: readonly { readonly path: string; readonly key: string; readonly name: string }[],
): Missing['near'] {
  const words = wordsOf(key);
  return entries
    .map(({ path, key: own, name }) => {
      const there = wordsOf(`${own} ${name}`);
      return { path, name, shared: words.filter((word) => there.some((w) => alike(w, word))).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 5)
    .map(({ path, name }) => ({ path, name }));
}

const wordsOf = (text: string): string[] =>
  text
    .slice(0, 200)
    .toLowerCase()
    .match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** The same word, or the same beginning of four letters: endings differ by case. */
const alike = (a: string, b: string): boolean => a === b || (a.length > 4 && a.slice(0, 4) === b.slice(0, 4));
