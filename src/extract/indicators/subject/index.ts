import { repairedLetters } from '../../../language/chars.ts';
import type { Document, Sentence } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { clauseOf } from '../clause.ts';
import type { Filled } from '../origin.ts';
import type { Said } from '../unit.ts';
import { kazakhSubject } from './kazakh.ts';
import { russianSubject } from './russian.ts';

/** The subject of a figure, what it counts, and what a part of it is a part of. */
export interface Subject extends Filled<string> {
  readonly name: string;
  readonly whole: string;
}

/**
 * What a number measures, as a phrase that can be read alone: the counted noun or the subject of the clause with what its
 * verb says of it, without figures, times, places and programs, which have slots of their own.
 * Where the clause leaves that open, the figure before it lends its subject.
 */
export function subjectOf(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, said: Said): Subject {
  const sentence = doc.sentenceOf[q.group.from] ?? 0;
  const lent = said.subjectNear(sentence);
  const own = (s.lang === 'ru' ? russianSubject : kazakhSubject)(doc, q, s, told, lent.name);
  const text = shortened(withoutOpenQuotes(repairedLetters(own.text)));
  if (text === '') return lent;
  const name = own.name === '' ? lent.name : repairedLetters(own.name);
  if (!own.leans || lent.whole === '' || lent.whole === text) {
    const [from, to] = clauseOf(doc, q, s);
    return { value: text, name, whole: text, way: 'clause', from, to };
  }
  return {
    value: `${lent.whole}: ${text}`,
    name,
    whole: lent.whole,
    way: 'lent',
    from: lent.from,
    to: lent.to,
  };
}

/** Without marks that belong to speech around the clause: one that opens and never closes, one that closes and never opened. */
const withoutOpenQuotes = (text: string): string =>
  text.includes('«') || text.includes('»')
    ? text
        .replace(/«(?![^«]*»)/gu, '')
        .replace(/(?<!«[^»]*)»/gu, '')
        .replace(/ {2,}/gu, ' ')
        .trim()
    : text;

const MAX_WORDS = 16;
/** Long clauses are cut behind so many words. */
function shortened(text: string): string {
  if (text.length < MAX_WORDS * 3) return text;
  const words = text.split(' ');
  return words.length <= MAX_WORDS ? text : words.slice(0, MAX_WORDS).join(' ');
}
