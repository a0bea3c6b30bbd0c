import { type Document, has, isSign } from '../document.ts';
import type { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import { hasFigure, wordsOf } from './cohesion.ts';
import { isCircumstance, type Mention } from './program-thread.ts';

/*
 * Programs that a story comes to on its way: which of its later paragraphs go on about them.
 */

/**
 * The program that each sentence goes on about, by paragraphs. A program is presented by a sentence that has no figure:
 * as what that is about, or at the end of its paragraph, which leads on to the next. A paragraph with figures that
 * names none goes on about it as long as it takes up a word that came into the story with it, and not with its name
 * alone; the paragraph that was led to does without. `blocks` counts the blocks of sentences, `figured` are the
 * sentences with figures. Linear in the length of the text.
 */
export function strandsOf(
  doc: Document,
  mentions: Sequence<Mention>,
  blocks: readonly number[],
  figured: ReadonlySet<number>,
): readonly (Mention | undefined)[] {
  const out = new Array<Mention | undefined>(doc.sentences.length).fill(undefined);
  const heard = new Set<string>();
  let told = new Set<string>();
  let program: Mention | undefined;
  let led = false;
  for (let k = 0, end = k; k < out.length; k = end) {
    while (end < out.length && blocks[end] === blocks[k]) end++;
    const [from, to] = [doc.sentences[k]?.from ?? 0, doc.sentences[end - 1]?.to ?? 0];
    const words = wordsOf(doc, from, to);
    const named = mentions.within(from, to);
    const [first] = named;
    if (first) {
      const one = named.every((m) => m.p === first.p);
      led = one && leadsOn(doc, first, k, end, figured);
      const presented = led || (!figured.has(doc.sentenceOf[first.from] ?? 0) && !isCircumstance(doc, first));
      if (program?.p !== first.p || !one) {
        program = one && presented ? first : undefined;
        told = new Set();
        for (const m of named) for (const w of wordsOf(doc, m.from, m.to)) heard.add(w);
      }
    } else if (program && hasFigure(k, end, figured)) {
      if (has(doc, from, 'turn') || !(led || words.some((w) => told.has(w)))) program = undefined;
      else out.fill(program, k, end);
      led = false;
    }
    for (const w of words) {
      if (program && !heard.has(w) && (first || out[k])) told.add(w);
      heard.add(w);
    }
  }
  return out;
}

/**
 * «… Поездки организованы в рамках проекта «…», который …»: the last of several sentences of a paragraph, without a
 * figure, tells more of it.
 */
function leadsOn(doc: Document, m: Mention, k: number, end: number, figured: ReadonlySet<number>): boolean {
  const own = doc.sentenceOf[m.from] ?? 0;
  let last = end - 1;
  while (last > own && isSign(doc, doc.sentences[last]?.from ?? -1, Sign.newline)) last--;
  const more = (doc.sentences[own]?.to ?? m.to) - m.to > MORE;
  return own > k && own === last && more && !figured.has(own);
}
/** Tokens of a clause, its marks among them. */
const MORE = 4;
