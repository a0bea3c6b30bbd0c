import { type Document, hasWithin, Starts } from '../document.ts';
import type { Sequence } from '../sequence.ts';
import type { Mention } from './program-thread.ts';

/*
 * Where an article says a program's name or points back to it: what it tells between two such places is of the program too.
 */

/** The blocks that name the program of `theme` or point back to it, 1 for each; `blocks` counts the blocks of sentences. */
export function saidIn(
  doc: Document,
  blocks: readonly number[],
  theme: Mention,
  mentions: Sequence<Mention>,
): Uint8Array {
  const out = new Uint8Array((blocks.at(-1) ?? 0) + 1);
  for (const { from } of theme.p.mentions) out[blocks[doc.sentenceOf[from] ?? 0] ?? 0] = 1;
  for (const [k, { from, to, starts, section }] of doc.sentences.entries()) {
    if (section !== 'body' || (starts & Starts.back) === 0 || !hasWithin(doc, from, to, 'anaphor.program'))
      continue;
    if (mentions.before(to, 1)[0]?.p === theme.p) out[blocks[k] ?? 0] = 1;
  }
  return out;
}

/** Does one of the next few blocks behind a block speak of the program? */
export const isSaidAhead = (said: Uint8Array, block: number): boolean =>
  said.subarray(block + 1, block + 1 + NEAR).includes(1);

/** Blocks. */
const NEAR = 3;
