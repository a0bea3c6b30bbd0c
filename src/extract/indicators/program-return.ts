import { type Document, has, type Sentence, Starts, startsAt } from '../document.ts';
import { hasFigure, wordAt } from './cohesion.ts';
import { turnsAside } from './program-aside.ts';
import { isRole } from './program-link.ts';
import { isSaidAhead } from './program-said.ts';
import { Told } from './subject/told.ts';

/*
 * A story whose first sentence tells what was done within one program need not be about it: «По программе «…» выдали
 * 2 340 займов» may go on with the loans or with the harvest.
 */

/**
 * The sentences that come back to the program of sentence `first`, 1 for each of them.
 *
 * Of the block of that sentence, those that take up one of its words. Of the blocks behind, those with figures that take
 * up a word of that first block or of the title (`titleWords`), or that are lists, or behind which one of the next few
 * names the program or points back to it; each up to where it turns aside. Two in a row that do not, or one that opens
 * with a turn, and the story has left the program, until one of the tokens `names` stands, which are in text order.
 *
 * `blocks` counts the blocks of sentences, `figured` are the sentences with figures, `told` are the bits of `Told` of the
 * tokens, `said` are the blocks that speak of the program (`saidIn`). Linear in the length of the text.
 */
export function returnsOf(
  doc: Document,
  blocks: readonly number[],
  first: number,
  names: readonly number[],
  figured: ReadonlySet<number>,
  titleWords: readonly string[],
  told: Uint8Array,
  said: Uint8Array,
): Uint8Array {
  const out = new Uint8Array(doc.sentences.length);
  const core = new Set(titleWords);
  let [next, missed] = [0, 0];
  for (let k = first, end = k; k < out.length; k = end) {
    while (end < out.length && blocks[end] === blocks[k]) end++;
    const [from, to] = [doc.sentences[k]?.from ?? 0, doc.sentences[end - 1]?.to ?? 0];
    while ((names[next] ?? to) < from) next++;
    if ((names[next] ?? to) < to) {
      if (k > first) out.fill(1, k, end);
      else openWith(doc, first, end, core, told, out);
      missed = 0;
      continue;
    }
    if (missed >= MISSED || !hasFigure(k, end, figured)) continue;
    const listed = doc.sentences[k]?.paragraph !== doc.sentences[end - 1]?.paragraph;
    if (has(doc, from, 'turn')) missed = MISSED;
    else if (!listed && !isSaidAhead(said, blocks[k] ?? 0) && !takesUp(doc, from, to, core, told)) missed++;
    else {
      for (let own = k; own < end && !turnsAside(doc, doc.sentences[own]); own++) out[own] = 1;
      missed = 0;
    }
  }
  return out;
}
/** Blocks with figures that have nothing of the program's. */
const MISSED = 2;

/**
 * Marks the sentences of the lead, from `first` up to `end`, that take up a word of its first one, and adds the words
 * of all to `core`.
 */
function openWith(
  doc: Document,
  first: number,
  end: number,
  core: Set<string>,
  told: Uint8Array,
  out: Uint8Array,
): void {
  const learn = (k: number): void => {
    const { from, to } = doc.sentences[k] as Sentence;
    for (let i = from; i < to; i++) core.add(topicAt(doc, i, told));
    core.delete('');
  };
  learn(first);
  for (let k = first; k < end; k++) {
    const { from, to } = doc.sentences[k] as Sentence;
    if (takesUp(doc, from, to, core, told)) out[k] = 1;
  }
  for (let k = first + 1; k < end; k++) learn(k);
}

/** Does a word among tokens `from` up to `to` stand in `core`? */
function takesUp(
  doc: Document,
  from: number,
  to: number,
  core: ReadonlySet<string>,
  told: Uint8Array,
): boolean {
  for (let i = from; i < to; i++) if (core.has(topicAt(doc, i, told)) || isRole(doc, i)) return true;
  return false;
}

/** A word that tells what a sentence is about; not who said it, nor what kind of an «экологическая акция» it is. */
const topicAt = (doc: Document, i: number, told: Uint8Array): string =>
  ((told[i] ?? 0) & Told.speaker) !== 0 || startsAt(doc, i + 1, Starts.trigger) ? '' : wordAt(doc, i);
