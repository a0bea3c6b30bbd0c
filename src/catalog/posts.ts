import { z } from 'zod';
import type { RegionLevel } from '../core/facts.ts';
import { Claims } from './claims.ts';
import { type Complain, cellList, checkRow, readTable } from './table.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR } from './yaml.ts';

/** A public post: what an official holds over a place, a body or the country. */
export interface Post extends Wordings {
  /** Never changed, never reused: facts refer to it. */
  readonly id: string;
  readonly scope: 'place' | 'body' | 'country';
  /** The post whose holder this one stands in for: `deputy-akim` of `akim`. */
  readonly deputyOf: string | null;
  /** The post that this wording means when it was named before: `глава региона` stands for `akim`. */
  readonly standsFor: string | null;
  /** Over what kind of place, where the wording says so: `глава области` is no mayor. */
  readonly level: Exclude<RegionLevel, 'country'> | null;
}

export const MODIFIER_IDS = [
  'first',
  'deputy',
  'acting',
  'former',
  'new',
  'honorary',
  'candidate',
  'senior',
] as const;
export type ModifierId = (typeof MODIFIER_IDS)[number];

/** Words that qualify a post: acting, former, deputy. An indeclinable one may be glued to it: `экс-аким`. */
export interface PostModifier extends Wordings {
  readonly id: ModifierId;
}

export interface Posts {
  readonly posts: readonly Post[];
  readonly modifiers: readonly PostModifier[];
}

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens');
const post = z.strictObject({
  id,
  scope: z.enum(['place', 'body', 'country']),
  ...wordingFields,
  deputyOf: id.nullable(),
  standsFor: id.nullable(),
  level: z.enum(['oblast', 'city', 'district', 'village']).nullable(),
});
const modifier = z.strictObject({ id: z.enum(MODIFIER_IDS), ...wordingFields });
const NOTES = /^(?:deputy of (\S+)|stands for (\S+?)(?: of (oblast|city|district|village))?)?$/u;
const POST_COLUMNS = ['id', 'scope', 'kk', 'ru', 'notes'] as const;
type PostCells = Record<(typeof POST_COLUMNS)[number], string>;

/** Posts of `data/lexicon/posts.txt` and their modifiers of `post_modifiers.txt`. Throws `BadData`. */
export function loadPosts(dir = DATA_DIR): Posts {
  const read = <C extends string, T>(
    name: string,
    columns: readonly C[],
    row: (cells: Record<C, string>, complain: Complain) => T,
  ) => readTable(`${dir}lexicon/${name}`, `data/lexicon/${name}`, columns, row);
  // A post is listed before the posts that refer to it.
  const known = new Set<string>();
  const postClaims = new Claims();
  const modifierClaims = new Claims();
  return {
    posts: read('posts.txt', POST_COLUMNS, (cells, complain) => {
      const entry = readPost(cells, complain, known);
      postClaims.row('id', [entry.id], entry.id, complain);
      postClaims.wordings(entry, entry.id, complain);
      known.add(entry.id);
      return entry;
    }),
    modifiers: read('post_modifiers.txt', ['id', 'kk', 'ru'], (cells, complain) => {
      const entry: PostModifier = checkRow(
        modifier,
        { id: cells.id, kk: cellList(cells.kk), ru: cellList(cells.ru) },
        complain,
      );
      modifierClaims.row('id', [entry.id], entry.id, complain);
      modifierClaims.wordings(entry, entry.id, complain);
      return entry;
    }),
  };
}

function readPost(cells: PostCells, complain: Complain, known: ReadonlySet<string>): Post {
  const { id, scope, kk, ru, notes } = cells;
  const found = NOTES.exec(notes);
  if (!found)
    return complain('notes', '"deputy of POST", "stands for POST" or "stands for POST of LEVEL"', notes);
  const [, deputyOf = null, standsFor = null, level = null] = found;
  for (const other of [deputyOf, standsFor])
    if (other !== null && !known.has(other)) complain('notes', 'the id of a post listed above', other);
  return checkRow(
    post,
    { id, scope, kk: cellList(kk), ru: cellList(ru), deputyOf, standsFor, level },
    complain,
  );
}
