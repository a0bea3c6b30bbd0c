import type { Status } from '../../core/facts.ts';
import type { Document } from '../document.ts';
import { has } from './clause.ts';
import { type Filled, filled } from './origin.ts';

/** Whether a clause, tokens `from` up to `to`, tells what is, what is planned or what is expected. */
export function statusOf(doc: Document, [from, to]: readonly [number, number]): Filled<Status> {
  for (const status of ['forecast', 'planned'] as const)
    for (let i = from; i < to; i++) if (has(doc, i, status)) return filled(status, 'clause', i, i + 1);
  return filled('actual', 'default');
}
