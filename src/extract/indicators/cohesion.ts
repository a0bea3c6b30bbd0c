import type { Thing } from '../../catalog/things.ts';
import { ClauseWord, shapeIn, WordShape } from '../../language/clause.ts';
import { FUNCTION_WORDS as KK_WORDS } from '../../language/packs/kk/words.ts';
import { FUNCTION_WORDS as RU_WORDS } from '../../language/packs/ru/words.ts';
import { type Document, has, Starts, sensesAt, startsAt } from '../document.ts';

/*
 * How long an article stays with what it opened with: as long as each paragraph takes up a word of those before it
 * (lexical cohesion: Halliday and Hasan, Cohesion in English, 1976; Hearst, TextTiling, 1997).
 */

/** Words are compared by their first letters, which outlast the endings of both languages. */
const STEM = 5;
const SHORTEST = 4;

/** Words that say how much, when, where or who told it, and not what an article is about. */
const ASIDE = Starts.numeral | Starts.month | Starts.place | Starts.placehead | Starts.post | Starts.postmod;

/**
 * The sentences of the thread that begins with sentence `first`, 1 for each of them. A block with figures is of it when it is
 * the first behind one that names it, shares a word with the thread so far, goes on with the words of somebody quoted
 * before, or is a list; it is not when it opens with a word that turns to something else. Once left, the thread is
 * taken up where one of the tokens `names` stands, which are in text order. `blocks` counts the blocks of sentences,
 * `figured` are the sentences with figures. Linear in the length of the text.
 */
export function threadOf(
  doc: Document,
  blocks: readonly number[],
  first: number,
  names: readonly number[],
  figured: ReadonlySet<number>,
): Uint8Array {
  const out = new Uint8Array(doc.sentences.length);
  const told = new Set<string>();
  let [on, next, fresh, silent] = [true, 0, true, false];
  for (let k = first, end = k; k < out.length; k = end) {
    while (end < out.length && blocks[end] === blocks[k]) end++;
    const [from, to] = [doc.sentences[k]?.from ?? 0, doc.sentences[end - 1]?.to ?? 0];
    const words = wordsOf(doc, from, to);
    while ((names[next] ?? to) < from) next++;
    if ((names[next] ?? to) < to) [on, fresh] = [true, true];
    else if (
      hasFigure(k, end, figured) &&
      doc.sentences[k]?.paragraph === doc.sentences[end - 1]?.paragraph
    ) {
      on &&=
        !has(doc, from, 'turn') &&
        (fresh || (silent && goesOnSpeaking(doc, from)) || words.some((w) => told.has(w)));
      fresh = false;
    }
    silent = !hasFigure(k, end, figured);
    if (!on) continue;
    out.fill(1, k, end);
    for (const w of words) told.add(w);
  }
  return out;
}

const isFunctionWord = (norm: string): boolean => RU_WORDS.has(norm) || KK_WORDS.has(norm);

/** `пайыз`, «тенге», «километров»: every figure may be told in them. */
const isUnit = (doc: Document, i: number): boolean =>
  has(doc, i, 'percent') ||
  sensesAt(doc, i, Starts.thing).some(
    ({ entry }) => entry.cls === 'thing' && (entry.data as Thing).class !== 'count',
  );

/** In Russian a noun or an adjective that is not said of all things, as «говорит», «ежегодно» and «областной» are. */
const namesThing = (doc: Document, i: number): boolean => {
  const bits = doc.grammar[i] ?? 0;
  const shape = shapeIn(bits);
  return (
    (shape === 0 || (shape & (WordShape.noun | WordShape.adjective)) !== 0) &&
    (bits & SAYS_LITTLE) === 0 &&
    !has(doc, i, 'wide')
  );
};
const SAYS_LITTLE =
  ClauseWord.aside | ClauseWord.vague | ClauseWord.relative | ClauseWord.pronoun | ClauseWord.frameBefore;

/** «По её данным, …», `Оның айтуынша …`: the one whose words the paragraph before told goes on. */
const goesOnSpeaking = (doc: Document, i: number): boolean =>
  (has(doc, i, 'vouches.prep') && has(doc, i + 1, 'speaker.his') && has(doc, i + 2, 'vouches.before')) ||
  (has(doc, i, 'speaker.his') && has(doc, i + 1, 'vouches.after'));

export const hasFigure = (from: number, to: number, figured: ReadonlySet<number>): boolean => {
  for (let k = from; k < to; k++) if (figured.has(k)) return true;
  return false;
};

/** The words among tokens `from` up to `to` that tell what a text is about, by their beginnings. */
export function wordsOf(doc: Document, from: number, to: number): string[] {
  const out: string[] = [];
  for (let i = from; i < to; i++) {
    const word = wordAt(doc, i);
    if (word !== '') out.push(word);
  }
  return out;
}

/** The beginning of a word that tells what a text is about; empty for any other token. */
export function wordAt(doc: Document, i: number): string {
  const norm = doc.tokens[i]?.form?.type.norm;
  return norm &&
    norm.length >= SHORTEST &&
    !startsAt(doc, i, ASIDE) &&
    namesThing(doc, i) &&
    !isFunctionWord(norm) &&
    !isUnit(doc, i)
    ? norm.slice(0, STEM)
    : '';
}
