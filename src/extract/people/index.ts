import type { Document } from '../document.ts';
import type { Annotations } from '../pattern/match.ts';
import type { RuleSet } from '../rules.ts';
import { addAliases } from './aliases.ts';
import { findOfficials, type Official } from './officials.ts';
import { findPersons, type Person } from './persons.ts';
import type { Nearby } from './posts.ts';

export type { Official } from './officials.ts';
export type { Person } from './persons.ts';

/** Everybody named in an article: who holds a public post, and all others. */
export interface People {
  readonly officials: readonly Official[];
  readonly others: readonly Person[];
}

/** Finds people by their names and posts, with every later place that names them by less. */
export function findPeople(
  doc: Document,
  annotations: Annotations,
  rules: RuleSet,
  found: Nearby,
  inQuote: (token: number) => boolean,
): People {
  const officials = findOfficials(doc, annotations, rules, found);
  const claimed = officials.flatMap((o) => o.mentions);
  const others = findPersons(doc, annotations, claimed, inQuote);
  addAliases(doc, [...officials, ...others]);
  return { officials, others };
}
