import { shapeIn, WordShape } from '../../language/clause.ts';
import { looksGenitive } from '../../language/packs/ru/shape.ts';
import { type Document, has, isSign, type Sentence, word } from '../document.ts';
import { isYearEarlier } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import type { Draft } from './draft.ts';
import type { ProgramSequence } from './program-theme.ts';
import type { Mention } from './program-thread.ts';

/*
 * What presupposes a program without naming one: who takes part in it and what they ask for, a part of what was counted before,
 * and more of the same.
 */

/**
 * «Заявки подали 300 хозяйств»: a sentence that speaks of those who have a role goes on about the program of the figure
 * before it. So does a paragraph that opens with «Первая из них …», «… ещё 40 таких площадок» or «Ставка …», and what
 * follows either in its paragraph. Where that figure stands in another paragraph and two programs were named by then,
 * nobody knows whose role it is.
 */
export function isLinked(doc: Document, { s, last }: Draft, programs: ProgramSequence): boolean {
  const before = last?.slots.program;
  if (s.lang !== 'ru' || !last || !before?.value) return false;
  if (comparesWith(doc, s, last)) return true;
  const { openings, blocks } = programs;
  const own = doc.sentenceOf[s.from] ?? 0;
  const opening = openings[own] ?? own;
  if (openings[last.sentence] === opening) return before.way === 'lent' || hasRole(doc, s);
  const first = doc.sentences[opening];
  if (!first || (blocks[own] ?? 0) - (blocks[last.sentence] ?? 0) > NEAR) return false;
  return !areMany(programs.mentions.before(first.from)) && (hasRole(doc, s) || opensWithSame(doc, first));
}
/** Paragraphs over which a role is remembered: what a person says may stand between. */
const NEAR = 3;

/** Are several programs named? */
const areMany = ([one, ...more]: readonly Mention[]): boolean => more.some((m) => m.p !== one?.p);

/** «Заявки подали …», «… выбрали 38 % участников»; but not «участники рынка», which are those of something else. */
function hasRole(doc: Document, s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) if (isRole(doc, i)) return true;
  return false;
}

export const isRole = (doc: Document, i: number): boolean =>
  has(doc, i, 'program.role') && !isComplement(doc, i + 1);

/** A genitive that no mark or preposition parts from the noun before it: «участники ярмарки». */
const isComplement = (doc: Document, i: number): boolean =>
  isSign(doc, i, Sign.word) &&
  looksGenitive(word(doc, i)) &&
  (shapeIn(doc.grammar[i] ?? 0) & (WordShape.noun | WordShape.adjective)) !== 0 &&
  !has(doc, i, 'prep') &&
  !has(doc, i, 'anaphor.program');

/**
 * «… начислили 99,77 доллара. Годом ранее – 100,52»: a sentence that opens with the year before holds it against the
 * last figure.
 */
const comparesWith = (doc: Document, s: Sentence, last: Draft): boolean =>
  last.s.paragraph === s.paragraph &&
  last.sentence + 1 === doc.sentenceOf[s.from] &&
  isYearEarlier(doc, s.from);

/** «Первая из них …», «Появится ещё 40 таких площадок», «Ставка для сельчан – …». */
function opensWithSame(doc: Document, s: Sentence): boolean {
  if (has(doc, s.from, 'loan.term')) return true;
  for (let i = s.from; i < Math.min(s.to, s.from + OPENING); i++) {
    if (i <= s.from + LEAD && has(doc, i, 'them') && has(doc, i - 1, 'prep.outof')) return true;
    if (has(doc, i, 'such') && isSign(doc, i + 1, Sign.word)) return true;
  }
  return false;
}
/** Tokens; later in a sentence «из них» is a part of what it counts itself. */
const LEAD = 3;
/** Tokens within which a paragraph tells what it goes on about. */
const OPENING = 40;
