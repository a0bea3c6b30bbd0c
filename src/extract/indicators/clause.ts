import { type Document, has, isSign, type Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { Sign } from '../signs.ts';

/** A sentence of more tokens than this to either side is a list: what stands farther off says nothing of this figure. */
const SIGHT = 150;

/** The sentence as far as it can say anything of a figure. */
export const around = (s: Sentence, q: Quantity): Sentence =>
  q.from - SIGHT <= s.from && s.to <= q.to + SIGHT
    ? s
    : { ...s, from: Math.max(s.from, q.from - SIGHT), to: Math.min(s.to, q.to + SIGHT) };

/** The clause of a quantity: between commas that are followed by more than a word, semicolons and brackets. */
export function clauseOf(doc: Document, q: Quantity, s: Sentence): [number, number] {
  let from = q.from;
  while (from > s.from && !isClauseEdge(doc, from - 1)) from--;
  let to = q.to;
  while (to < s.to && !isClauseEdge(doc, to)) to++;
  return [from, to];
}

/** A line break or a mark that ends a clause. */
export const isClauseEdge = (doc: Document, i: number): boolean => isSign(doc, i, CLAUSE_ENDS);
/** The signs that end a clause. */
export const CLAUSE_ENDS =
  Sign.newline | Sign.comma | Sign.semicolon | Sign.colon | Sign.stop | Sign.call | Sign.open | Sign.close;

/** Does a word of a class stand among the last `max` tokens before the figure? */
export const before = (doc: Document, q: Quantity, s: Sentence, cls: string, max: number): boolean => {
  for (let i = q.group.from - 1, n = 0; i >= s.from && n < max; i--, n++) if (has(doc, i, cls)) return true;
  return false;
};

/** Does a word of a class stand among the `max` tokens behind the figure? */
export const after = (doc: Document, q: Quantity, s: Sentence, cls: string, max: number): boolean => {
  for (let i = q.to, n = 0; i < s.to && n < max; i++, n++) if (has(doc, i, cls)) return true;
  return false;
};

/** Of several, the one fewest tokens away; what stands behind the figure counts as half as far again. */
export function nearest<T extends { from: number; to: number }>(
  list: readonly T[],
  q: Quantity,
): T | undefined {
  let best: T | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const x of list) {
    const d = x.to <= q.from ? q.from - x.to : (x.from - q.to) * 1.5;
    if (d < bestDistance) {
      best = x;
      bestDistance = d;
    }
  }
  return best;
}

/** Nothing between two members of a list but a comma or «и», and a word of a class that each may bear: «в Аксу и в Ертисе». */
export const isListed = (doc: Document, from: number, to: number, each = ''): boolean => {
  for (let i = from; i < to; i++)
    if (!isSign(doc, i, Sign.comma) && !has(doc, i, 'and') && !(each !== '' && i > from && has(doc, i, each)))
      return false;
  return to > from;
};

/** A list of figures or places is followed this many members on. */
export const LIST_LENGTH = 12;

/** What is named later than this sentence is no frame for the whole article. */
export const OPENING = 3;
