import type { ProgramKind } from '../core/facts.ts';
import { Char, charClass, initialOf } from '../language/chars.ts';
import { withoutCase } from '../language/packs/kk/shape.ts';
import { Tag } from '../language/tags.ts';
import { Kind } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { cover } from './cover.ts';
import { type Document, isSign, langAt, mark, Starts, sensesAt, startsAt } from './document.ts';
import { type Extent, inner, kindAt } from './program-names.ts';
import { Sign } from './signs.ts';

/** An abbreviation that brackets introduce: «единая адресная субсидия (ЕАС)». */
export interface Acronym {
  /** The words it stands for. */
  readonly phrase: Extent;
  readonly kind: ProgramKind;
  /** The words in the nominative, or the abbreviation where they stand in another case. */
  readonly name: string;
  /** In small letters. */
  readonly norm: string;
}

const LONGEST = 8;

/**
 * Abbreviations of programs in the order of the text: the initials of the words before the brackets spell the letters in
 * them, and the noun at the head of those words, the first in Russian and the last in Kazakh, names a kind of program.
 */
export function findAcronyms(doc: Document): Acronym[] {
  const out: Acronym[] = [];
  for (const at of doc.capitals) {
    const form = doc.tokens[at]?.form;
    if (form?.shape !== Shape.caps || mark(doc, at - 1) !== '(' || mark(doc, at + 1) !== ')') continue;
    const { norm } = form.type;
    const from = spelled(doc, at - 2, norm);
    if (from < 0) continue;
    const phrase: Extent = [from, at - 1];
    const head = headOf(doc, phrase);
    const kind = head && kindAt(doc, head);
    if (!head || !kind || kind === 'other' || kind === 'event') continue;
    out.push({ phrase, kind, name: nameOf(doc, phrase, head) ?? form.raw, norm });
  }
  return out;
}

/** Where the words begin whose initials spell an abbreviation, the last of them at a token; -1 when none do. */
function spelled(doc: Document, last: number, norm: string): number {
  if (norm.length < 2 || norm.length > LONGEST) return -1;
  let left = norm.length;
  for (let i = last; i >= 0 && left > 0; i--) {
    const word = doc.tokens[i]?.form?.type.norm;
    if (word === undefined) return -1;
    const hyphen = word.indexOf('-');
    const both = hyphen > 0 && left > 1 && word[hyphen + 1] === norm[left - 1] && word[0] === norm[left - 2];
    if (both) left -= 2;
    else if (word[0] === norm[left - 1]) left--;
    else if (word.length > SMALL) return -1;
    if (left === 0) return i;
  }
  return -1;
}
/** Prepositions and conjunctions are left out of an abbreviation. */
const SMALL = 3;

/** The noun that says what the words are; null where none of the lexicon does. */
function headOf(doc: Document, [from, to]: Extent): Extent | null {
  const last = langAt(doc, from) === 'kk';
  for (let i = from; i < to; i++) {
    if (!startsAt(doc, i, Starts.trigger | Starts.orghead | Starts.body)) continue;
    for (let end = to; end > (last ? to - 1 : i); end--) if (kindAt(doc, [i, end])) return [i, end];
    if (!last) return null;
  }
  return null;
}

function nameOf(doc: Document, phrase: Extent, [from, to]: Extent): string | null {
  if (langAt(doc, from) === 'kk') return withoutCase(inner(doc, phrase));
  let nominative = false;
  for (let i = from; i < to; i++)
    nominative ||= sensesAt(doc, i, Starts.trigger).some((s) => s.to === to && (s.tags & Tag.nom) !== 0);
  return nominative ? inner(doc, phrase) : null;
}

/** The words of a name, as they are looked up, and whose it is. */
export interface Title<T> {
  readonly words: readonly string[];
  readonly of: T;
}

/** The words and numbers inside an extent. */
export function wordsIn(doc: Document, [from, to]: Extent): string[] {
  const out: string[] = [];
  for (let i = from; i < to; i++) {
    const norm = wordOrNumber(doc, i);
    if (norm !== '') out.push(norm);
  }
  return out;
}

const wordOrNumber = (doc: Document, i: number): string => {
  const t = doc.tokens[i];
  return t?.kind === Kind.number ? doc.text.slice(t.start, t.end) : (t?.form?.type.norm ?? '');
};

/**
 * Where names stand again on tokens that are not taken: whole quotations, in any case, and names of two words or more
 * without quotation marks.
 */
export function findAgain<T>(
  doc: Document,
  titles: readonly Title<T>[],
  quotes: readonly { readonly from: number; readonly to: number }[],
  taken: Uint8Array,
): { readonly from: number; readonly to: number; readonly of: T }[] {
  const out: { from: number; to: number; of: T }[] = [];
  for (const { from, to } of quotes) {
    if (taken[from]) continue;
    const words = wordsIn(doc, [from, to]);
    const title = titles.find((t) => isAgain(words, t.words));
    if (title) out.push({ from, to, of: title.of });
    // What a quotation says as a whole is its own affair.
    cover(taken, from, to);
  }
  const long = titles.filter(({ words }) => words.length > 1);
  const initials = long.reduce((bits, { words }) => bits | initialOf(words[0] ?? ''), 0);
  let next = 0;
  for (const i of doc.capitals) {
    if (i < next || taken[i] || ((doc.tokens[i]?.form?.initial ?? 0) & initials) === 0) continue;
    for (const { words, of } of long) {
      const to = againAt(doc, i, words);
      if (to < 0) continue;
      out.push({ from: i, to, of });
      next = to;
      break;
    }
  }
  return out;
}

/** Is it the same name in another case: as many words, each but for its ending? */
export const isAgain = (words: readonly string[], name: readonly string[]): boolean =>
  words.length > 0 && words.length === name.length && words.every((w, k) => sameStem(w, name[k] ?? ''));

/** Where a name that begins at a token ends; -1 when another word comes. */
function againAt(doc: Document, from: number, name: readonly string[]): number {
  let i = from;
  for (let k = 0; k < name.length; i++) {
    const norm = wordOrNumber(doc, i);
    if (norm === '' && k > 0 && isSign(doc, i, Sign.dash | Sign.hyphen | Sign.comma)) continue;
    if (norm === '' || !sameStem(norm, name[k] ?? '')) return -1;
    k++;
  }
  return i;
}

/** The same word but for its ending, in either language: three letters alike at least, two and four further ones at most. */
function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  // «2020» and «2025» are two programs.
  const first = a.charCodeAt(0);
  if (first !== b.charCodeAt(0) || charClass(first) === Char.digit) return false;
  let n = 1;
  while (n < a.length && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n >= 3 && n >= Math.min(a.length, b.length) - 2 && n >= Math.max(a.length, b.length) - 4;
}
