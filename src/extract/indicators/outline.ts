import { type Document, isSign, mark, type Sentence } from '../document.ts';
import { Sign } from '../signs.ts';

/*
 * How paragraphs hang together: what a line announces holds for the lines under it.
 */

const BULLETS: ReadonlySet<string> = new Set('-–—•·*▪');

/** A line of a list: it goes on with what the line before its list says. */
export const isBullet = (doc: Document, s: Sentence): boolean =>
  isSign(doc, s.from, Sign.mark) && BULLETS.has(mark(doc, s.from));

/** The last token of a sentence that is no line break. */
function lastOf(doc: Document, s: Sentence): number {
  let last = s.to - 1;
  while (last > s.from && isSign(doc, last, Sign.newline)) last--;
  return last;
}

/** «Что предусмотрено:», `Оның ішінде:`. */
export const leadsList = (doc: Document, s: Sentence): boolean => isSign(doc, lastOf(doc, s), Sign.colon);

/**
 * The block of each sentence, counted from 0: a paragraph, and with it the list that it leads in. What a paragraph says
 * of time holds for its list.
 */
export function blocksOf(doc: Document): readonly number[] {
  const out: number[] = [];
  let block = 0;
  let listed = false;
  let previous = doc.sentences[0];
  for (const s of doc.sentences) {
    if (previous && previous.paragraph !== s.paragraph) {
      listed = isBullet(doc, s) && (listed || leadsList(doc, previous));
      if (!listed) block++;
    }
    previous = s;
    out.push(block);
  }
  return out;
}

/** A line of its own of a few words without a stop: it tells what the paragraphs under it are about. */
export function isHeading(doc: Document, s: Sentence, at: number): boolean {
  const last = lastOf(doc, s);
  const alone =
    doc.sentences[at - 1]?.paragraph !== s.paragraph && doc.sentences[at + 1]?.paragraph !== s.paragraph;
  const open = isSign(doc, last, Sign.word) || leadsList(doc, s);
  return alone && at > 0 && open && !isBullet(doc, s) && last - s.from < HEADING;
}
const HEADING = 10;

/** The first sentence of the paragraph of each sentence. */
export function openingsOf(doc: Document): Int32Array {
  const out = new Int32Array(doc.sentences.length);
  for (let k = 1; k < out.length; k++)
    out[k] = doc.sentences[k]?.paragraph === doc.sentences[k - 1]?.paragraph ? (out[k - 1] ?? 0) : k;
  return out;
}

/** Sentences `from` up to and including `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The sentences of the paragraph that a sentence is of. Linear in their number. */
export function paragraphOf(doc: Document, sentence: number): Run {
  const { sentences } = doc;
  const paragraph = sentences[sentence]?.paragraph ?? -1;
  let [from, to] = [sentence, sentence];
  while (sentences[from - 1]?.paragraph === paragraph) from--;
  while (sentences[to + 1]?.paragraph === paragraph) to++;
  return { from, to };
}
