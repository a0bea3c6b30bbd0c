import type { Document } from '../document.ts';
import type { Annotations } from '../pattern/match.ts';
import type { RuleSet } from '../rules.ts';
import { addAliases } from './aliases.ts';
import { findOfficials, type Official } from './officials.ts';
import { findMononyms, findPersons, type Person } from './persons.ts';
import { findPosts, type PostMention } from './post-mentions.ts';
import type { Nearby } from './posts.ts';

export type { Official } from './officials.ts';
export type { Person } from './persons.ts';

/** Everybody named in an article: who holds a public post, and all others. */
export interface People {
  readonly officials: readonly Official[];
  readonly others: readonly Person[];
  /** Every post that the text speaks of. */
  readonly posts: readonly PostMention[];
}

/** Finds people by their names and posts, with every later place that names them by less. `taken` tells the tokens of
 * places and quoted names. */
export function findPeople(
  doc: Document,
  annotations: Annotations,
  rules: RuleSet,
  found: Nearby,
  taken: (token: number) => boolean,
): People {
  const named = new Uint8Array(doc.tokens.length);
  const officials = findOfficials(doc, annotations, rules, found, named);
  const full = findPersons(doc, annotations, officials, taken, named);
  addAliases(doc, [...officials, ...full], named);
  const others = full.concat(findMononyms(doc, taken, named));
  return { officials, others, posts: findPosts(doc, officials, found) };
}
