import { kazakhReading } from '../../../language/clause.ts';
import { Tag } from '../../../language/tags.ts';
import { type Document, has, hasWithin, isSign, type Sentence, Starts, sensesAt } from '../../document.ts';
import { Sign } from '../../signs.ts';
import type { Voice } from './voices.ts';

/** How surely a sentence is what a voice states: its own words say so, or only its order lets one think so. */
export const Says = { no: 0, perhaps: 1, surely: 2 } as const;
export type Says = (typeof Says)[keyof typeof Says];

/** Words that may stand between a speaker and the verb of saying: «сообщил на брифинге министр». */
const APART = 3;

/** Does a sentence tell what one of those whom it names states? */
export const speaks = (doc: Document, s: Sentence, voice: Voice): Says =>
  s.lang === 'kk' ? speaksKazakh(doc, s, voice) : speaksRussian(doc, s, voice);

/**
 * The verb stands beside the speaker, «по словам» or «со ссылкой на» before: «сообщил министр», «министр отметил»,
 * «сообщили в Минтруда», «по данным Минтруда», «сообщает пресс-служба Минтруда».
 */
function speaksRussian(doc: Document, s: Sentence, { kind, from, to }: Voice): Says {
  const at = has(doc, from - 1, 'prep.in') || has(doc, from - 1, 'prep.by') ? from - 1 : from;
  const press = pressBefore(doc, from);
  const sure =
    isVouchedFor(doc, from) ||
    (has(doc, at - 1, 'cites') && at < from) ||
    (press >= 0 &&
      (within(doc, s, press - 2, press, 'say') ||
        isVouchedFor(doc, press) ||
        (has(doc, press - 1, 'prep.by') && has(doc, press - 2, 'cites')))) ||
    (kind === 'body'
      ? within(doc, s, at - 2, at, 'told.many') || within(doc, s, to, to + 2, 'told.many')
      : within(doc, s, from - APART, from, 'told') || within(doc, s, to, to + 2, 'told'));
  return sure ? Says.surely : Says.no;
}

/** «по словам …», «согласно данным …» right before a token. */
const isVouchedFor = (doc: Document, at: number): boolean =>
  has(doc, at - 1, 'vouches.before') && has(doc, at - 2, 'vouches.prep');

/** Where «пресс-служба» begins that ends right before a token; -1 where none does. */
function pressBefore(doc: Document, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--)
    if (isPress(doc, i) && sensesAt(doc, i, Starts.orghead).some((x) => x.to === at)) return i;
  return -1;
}

const isPress = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.orghead).some((x) => x.entry.cls === 'orghead' && x.entry.id === PRESS);
/** Kind of `data/lexicon/organisations/heads.txt`: it speaks for the body whose name stands beside it. */
const PRESS = 'press-service';

/** Cases of what is spoken to or of, not of who speaks. */
const SPOKEN_OF = Tag.gen | Tag.dat | Tag.acc | Tag.ins;

/**
 * `айтуынша` or `сілтеме` stands behind the speaker, the verb before, or at the end of the sentence or its quote:
 * `деді облыс әкімі`, `министрліктің дерегінше`, `министрлікке сілтеме жасап`, `министрлік … деп мәлімдеді`.
 */
function speaksKazakh(doc: Document, s: Sentence, voice: Voice): Says {
  const { kind, from, to } = voice;
  const press = kind === 'body' && isPress(doc, to);
  const end = press ? (sensesAt(doc, to, Starts.orghead)[0]?.to ?? to) : to;
  if (within(doc, s, end, kind === 'body' ? end + 1 : end + APART, 'vouches.after')) return Says.surely;
  if (has(doc, end, 'cites') && (caseOf(doc, end) & Tag.dat) !== 0) return Says.surely;
  if (press && (has(doc, from - 1, 'say') || has(doc, from - 1, 'told'))) return Says.surely;
  const oblique = press ? 0 : (voice.tags & Tag.nom) !== 0 ? 0 : (voice.tags || caseOf(doc, to)) & SPOKEN_OF;
  if (oblique) return Says.no;
  if (within(doc, s, from - (kind === 'body' ? 1 : APART), from, 'told')) return Says.surely;
  return endsTold(doc, s, to) ? Says.perhaps : Says.no;
}

/** Does a verb of saying end a clause from a token on: `… деп мәлімдеді, деп жазады`, `… деп атап өтті.`? */
export function endsTold(doc: Document, s: Sentence, from: number): boolean {
  for (let i = from; i < s.to; i++)
    if (has(doc, i, 'told') && (i >= s.to - LAST || isSign(doc, i + 1, Sign.mark))) return true;
  return false;
}
/** A verb of saying that ends a sentence is among its last tokens. */
const LAST = 4;

/** The cases of the word before a token. */
function caseOf(doc: Document, to: number): number {
  const form = doc.tokens[to - 1]?.form;
  return form ? kazakhReading(form.type).tags : 0;
}

const within = (doc: Document, s: Sentence, from: number, to: number, cls: string): boolean =>
  hasWithin(doc, Math.max(s.from, from), Math.min(s.to, to), cls);
