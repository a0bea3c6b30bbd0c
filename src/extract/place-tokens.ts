import type { Sense } from '../language/lexicon.ts';
import { Kind } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { type Document, has, mark, Starts, sensesAt, startsAt, word } from './document.ts';
import type { HeadWord, PlaceWord } from './place-words.ts';

/*
 * What the rules of places ask of a token.
 */

/** Does a word begin with a capital, or have one inside? */
export const capital = (doc: Document, i: number): boolean => {
  const shape = doc.tokens[i]?.form?.shape;
  return shape === Shape.capital || shape === Shape.caps || shape === Shape.mixed;
};
/** Is the word at a token of a closed class? */
export const isAnd = (doc: Document, i: number): boolean => has(doc, i, 'and');
export const isNow = (doc: Document, i: number): boolean => has(doc, i, 'now');

/** The head noun (`облыс`, «село», «г.») that begins at a token, with the tags of all its readings and its end. */
export function headAt(doc: Document, i: number): { head: HeadWord; tags: number; to: number } | undefined {
  if (!startsAt(doc, i, Starts.placehead)) return undefined;
  const senses = sensesAt(doc, i, Starts.placehead);
  const s = senses.find(isHead);
  if (!s) return undefined;
  const head = s.entry.data as HeadWord;
  // «области» is one or many: all readings count.
  let tags = 0;
  for (const x of senses) if (isHead(x) && x.to === s.to) tags |= x.tags;
  // «С. Аширметов» is an initial, «с. Жалаңаш» a village.
  if (head.form === 'short' && doc.tokens[i]?.form?.shape !== Shape.lower) return undefined;
  if (head.form === 'short')
    return mark(doc, s.to) === '.' || word(doc, i).includes('-')
      ? { head, tags, to: mark(doc, s.to) === '.' ? s.to + 1 : s.to }
      : undefined;
  return { head, tags, to: s.to };
}

const isHead = ({ entry }: Sense): boolean => entry.cls === 'placehead';

/** Names of places that begin at a token, the longest first. */
export function placeSenses(doc: Document, i: number): readonly Sense[] {
  const all = sensesAt(doc, i, Starts.place);
  return all.every(isPlace) ? all : all.filter(isPlace);
}
const isPlace = ({ entry }: Sense): boolean => entry.cls === 'place';
/** What the lexicon holds of such a name. */
export const wordOf = (s: Sense): PlaceWord => s.entry.data as PlaceWord;

/** Is it the first word or number of its sentence? */
export const opensSentence = (doc: Document, i: number): boolean => {
  const s = doc.sentences[doc.sentenceOf[i] ?? 0];
  for (let k = i - 1; k >= (s?.from ?? 0); k--)
    if (doc.tokens[k]?.kind === Kind.word || doc.tokens[k]?.kind === Kind.number) return false;
  return true;
};
