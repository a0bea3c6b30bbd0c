import type { Thing } from '../../catalog/things.ts';
import { CASES, Tag } from '../../language/tags.ts';
import { type Document, hasWithin, isSign, type Sentence, Starts, sensesAt, startsAt } from '../document.ts';
import { Sign } from '../signs.ts';
import type { Mention } from './program-thread.ts';

/*
 * Kazakh tells a part, or what belongs to a thing, by the genitive of the noun that was counted: `131 нысан жөнделді.
 * Нысандардың 78-і – жол`. What was counted for a program keeps its parts there.
 */

/**
 * `Жоба бойынша екі саябақ ашылады. Алатаудағы саябақтың аумағы – 14 гектар`: of what the sentence before counted for a
 * program.
 */
export function takesUpCounted(doc: Document, s: Sentence, last: Mention): boolean {
  const before = doc.sentences[(doc.sentenceOf[s.from] ?? 0) - 1];
  if (s.lang !== 'kk' || before?.paragraph !== s.paragraph || last.from >= s.from) return false;
  if (last.from < before.from && !hasWithin(doc, before.from, before.to, 'anaphor.program')) return false;
  const counted = countedIn(doc, before, Math.max(before.from, last.from));
  return ownerIn(doc, s, s.from + REACH, counted, Tag.gen | Tag.dat | Tag.loc) >= 0;
}

/**
 * Is a sentence of a paragraph that opens with some of what the paragraph before counted for its program: `«…»
 * жобасымен 131 нысан жөнделді.`, and then `Нысандардың 78-і – жол. Жұмыстың 55 пайызы аяқталды`?
 */
export function isOfPartsBehind(doc: Document, s: Sentence, last: Mention, openings: Int32Array): boolean {
  const said = doc.sentences[doc.sentenceOf[last.from] ?? 0];
  if (s.lang !== 'kk' || !said) return false;
  const first = openings[doc.sentenceOf[s.from] ?? 0] ?? 0;
  const opening = doc.sentences[first];
  let above = first - 1;
  while (isSign(doc, doc.sentences[above]?.from ?? -1, Sign.newline)) above--;
  if (!opening || doc.sentences[above]?.paragraph !== said.paragraph) return false;
  const owner = ownerIn(doc, opening, opening.from + LEAD, countedIn(doc, said, last.from), Tag.gen);
  // A bare number with an ending is of some of them, `пайызы` a share of all there are.
  return owner >= 0 && (doc.tokens[owner + 1]?.digits.suffix ?? '') !== '';
}
/** Tokens within which a paragraph says of what it tells. */
const LEAD = 2;

/** Tokens of a sentence that are looked at: more than sentences have, since each of its figures asks. */
const REACH = 60;

/** The units of what a sentence counts around one of its tokens. */
function countedIn(doc: Document, s: Sentence, at: number): ReadonlySet<string> {
  const out = new Set<string>();
  for (let i = Math.max(s.from + 1, at - REACH); i < Math.min(s.to, at + REACH); i++)
    for (const unit of unitsAt(doc, i)) if (isCounted(doc, i, s)) out.add(unit);
  return out;
}

/** Does a number stand before a noun, with at most two attributes between? */
function isCounted(doc: Document, noun: number, s: Sentence): boolean {
  for (let i = noun - 1; i >= Math.max(s.from, noun - ATTRIBUTES); i--) {
    if (isSign(doc, i, Sign.number) || startsAt(doc, i, Starts.numeral)) return true;
    if (!doc.tokens[i]?.form) return false;
  }
  return false;
}
const ATTRIBUTES = 3;

/** The first noun in one of some cases, before token `to`, that is one of some units and not counted anew; -1 without one. */
function ownerIn(doc: Document, s: Sentence, to: number, units: ReadonlySet<string>, cases: number): number {
  for (let i = s.from; units.size > 0 && i < Math.min(to, s.to); i++)
    if (unitsAt(doc, i, cases).some((unit) => units.has(unit)) && !isCounted(doc, i, s)) return i;
  return -1;
}

const unitsAt = (doc: Document, i: number, cases = CASES): readonly string[] =>
  sensesAt(doc, i, Starts.thing)
    .filter(
      ({ entry, tags }) => entry.cls === 'thing' && isOfCount(entry.data as Thing) && (tags & cases) !== 0,
    )
    .map(({ entry }) => (entry.data as Thing).unit);

const isOfCount = (thing: Thing): boolean => thing.class === 'count';
