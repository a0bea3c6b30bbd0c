import { type Document, has, isSign, mark, type Sentence, Starts, sensesAt, startsAt } from '../document.ts';
import { Sign } from '../signs.ts';
import type { DeedWord } from '../vocabulary.ts';

/** A wording of an event in a sentence: tokens `from` up to `to`. */
export interface DeedMention {
  readonly from: number;
  readonly to: number;
  readonly word: DeedWord;
  readonly clause: Clause;
  /** Whether it has happened or is to come. */
  readonly status: 'actual' | 'planned';
}

/** Tokens `from` up to `to` between marks that end a clause. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Events that a sentence tells of as done or to come; what it denies, asks or supposes is none. In text order. */
export function deedsOf(doc: Document, s: Sentence): DeedMention[] {
  const out: DeedMention[] = [];
  for (let i = s.from; i < s.to; i++) {
    if (!startsAt(doc, i, Starts.deed)) continue;
    const sense = sensesAt(doc, i, Starts.deed).find((x) => x.entry.cls === 'deed');
    if (!sense) continue;
    const word = sense.entry.data as DeedWord;
    const clause = clauseAt(doc, s, i, sense.to);
    const status = statusOf(doc, s, clause, word, i, sense.to);
    if (status) out.push({ from: i, to: sense.to, word, clause, status });
    i = sense.to - 1;
  }
  return out;
}

/** A clause of more tokens to either side is a list: what stands farther off says nothing of an event. */
export const SIGHT = 60;

/** The clause around tokens `from` up to `to`: as far as commas, brackets and the like, within sight. */
export function clauseAt(doc: Document, s: Sentence, from: number, to: number): Clause {
  let a = from;
  while (a > Math.max(s.from, from - SIGHT) && !isEdge(doc, a - 1)) a--;
  let b = to;
  while (b < Math.min(s.to, to + SIGHT) && !isEdge(doc, b)) b++;
  return { from: a, to: b };
}

/** The part of a sentence that may say something of a deed: tokens from, up to but not including. */
export const inSight = (s: Sentence, { from, to }: DeedMention): [from: number, to: number] => [
  Math.max(s.from, from - SIGHT),
  Math.min(s.to, to + SIGHT),
];

/** Does a mark stand at a token that ends a clause? */
export const isEdge = (doc: Document, i: number): boolean => isSign(doc, i, EDGES);
const EDGES =
  Sign.newline | Sign.comma | Sign.semicolon | Sign.colon | Sign.open | Sign.close | Sign.stop | Sign.call;

/** A verb is planned by a word this many tokens away. */
const REACH = 8;

function statusOf(
  doc: Document,
  s: Sentence,
  clause: Clause,
  word: DeedWord,
  from: number,
  to: number,
): DeedMention['status'] | null {
  if (mark(doc, s.to - 1) === '?' || isDenied(doc, s, clause, from, to)) return null;
  for (let i = clause.from; i < clause.to; i++) if (has(doc, i, 'condition')) return null;
  if (word.theme === 'of') return heldStatus(doc, clause, from, to);
  if (word.tense === 'since') return 'actual';
  // «ашылып жатыр»: it goes on.
  if (s.lang === 'kk' && has(doc, to, 'progress')) return null;
  if (isPlanned(doc, clause, from, to)) return 'planned';
  return word.tense === 'past' ? 'actual' : word.tense === 'future' ? 'planned' : null;
}

/** «не был открыт», «так и не стартовал»; `ашылған жоқ`, `ашылған емес`. */
function isDenied(doc: Document, s: Sentence, clause: Clause, from: number, to: number): boolean {
  if (s.lang === 'kk') return has(doc, to, 'not') || has(doc, to, 'absent');
  for (let i = Math.max(clause.from, from - 2); i < from; i++) if (has(doc, i, 'not')) return true;
  return false;
}

/** «планируется открыть», «будет запущен», `ашу жоспарланып отыр`, `ашылуы тиіс`; a plan on paper is none. */
function isPlanned(doc: Document, clause: Clause, from: number, to: number): boolean {
  for (let i = Math.max(clause.from, from - REACH); i < Math.min(clause.to, to + REACH); i++)
    if ((i < from || i >= to) && (has(doc, i, 'obliged') || (has(doc, i, 'planned') && isVerbLike(doc, i))))
      return true;
  return false;
}

/** «Комплексный план» is a paper, «протокол о намерениях» another; «в планах» is what is meant. */
const isVerbLike = (doc: Document, i: number): boolean =>
  !sensesAt(doc, i, Starts.trigger).some((x) => x.entry.cls === 'trigger' && x.to === i + 1) &&
  (!has(doc, i - 1, 'prep') || has(doc, i - 1, 'prep.in'));

/**
 * A noun is an event where it was held («состоялось открытие»), is planned, or a time is counted from it («со дня
 * открытия»).
 */
function heldStatus(doc: Document, clause: Clause, from: number, to: number): DeedMention['status'] | null {
  if (has(doc, from - 1, 'deed.since')) return 'actual';
  if (isPlanned(doc, clause, from, to)) return 'planned';
  for (let i = Math.max(clause.from, from - REACH); i < Math.min(clause.to, to + REACH); i++) {
    if (has(doc, i, 'deed.coming')) return 'planned';
    if (has(doc, i, 'deed.held')) return 'actual';
  }
  return null;
}
