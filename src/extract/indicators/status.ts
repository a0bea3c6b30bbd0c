import type { Status } from '../../core/facts.ts';
import type { Document, Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { clauseOf, has } from './clause.ts';

export function statusOf(doc: Document, q: Quantity, s: Sentence): Status {
  const [from, to] = clauseOf(doc, q, s);
  for (let i = from; i < to; i++) if (has(doc, i, 'forecast')) return 'forecast';
  for (let i = from; i < to; i++) if (has(doc, i, 'planned')) return 'planned';
  return 'actual';
}
