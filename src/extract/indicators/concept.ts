import type { Concept } from '../../catalog/indicators.ts';
import { NO_CLASSES } from '../../language/class-table.ts';
import { isConverb } from '../../language/packs/kk/clause.ts';
import { endsAsAdverbial } from '../../language/packs/kk/shape.ts';
import { looksAdjectival, looksParticipial } from '../../language/packs/ru/shape.ts';
import { isVerbal, looksVerbal } from '../../language/shape.ts';
import type { Measured } from '../concept-book.ts';
import {
  type Document,
  has,
  hasWithin,
  isSign,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  word,
} from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import type { Draft } from './draft.ts';
import { type Filled, filled, type Origin } from './origin.ts';

/** Tokens of a noun. */
interface Noun {
  readonly from: number;
  readonly to: number;
}

interface Named extends Noun {
  readonly concept: Concept;
}

/**
 * The concept a figure measures: the one its clause names between the figures beside it, else what is done with the thing
 * it counts («построено 48 школ»), else that of the growth told before it («выросла на 12 % и достигла 431 тысячи»).
 * None where two would fit, or where a word narrows the concept to something else.
 */
export function conceptOf(
  doc: Document,
  quantities: readonly Quantity[],
  { q, last, at, s, clause: [from, to], slots: { unit }, measure }: Draft,
): Filled<string | null> {
  const measured = {
    unit: unit.value.unit,
    unitClass: unit.value.unitClass,
    value: q.value,
    measure,
    bare: unit.value.unit === 'item' && q.noun[0] === q.noun[1],
    way: unit.way,
  } as const;
  const before = quantities[at - 1];
  const begin = Math.max(from, before?.to ?? from);
  const end = Math.min(to, quantities[at + 1]?.from ?? to);
  const ahead = namedIn(doc, begin, q.from, s, measured);
  const named = ahead.length > 0 ? ahead : namedIn(doc, q.group.to, end, s, measured);
  const [first] = named;
  if (first) {
    const sure = named.every((n) => n.concept === first.concept && !isNarrowed(doc, n, s));
    return sure ? filled(first.concept.id, 'clause', first.from, first.to) : NO_CONCEPT;
  }
  const done = isOther(doc, unit, s) ? NO_CONCEPT : doneOf(doc, q, s, from, to, measured);
  if (done.value !== null) return done;
  const reached =
    before !== undefined &&
    before.from >= s.from &&
    last?.measure === 'change' &&
    measured.measure === 'level';
  const known = reached ? last.slots.concept.value : null;
  if (known === null || before === undefined || !hasWithin(doc, from, to, 'level')) return NO_CONCEPT;
  const grown = doc.reading.concepts.byId(known);
  return grown && doc.reading.concepts.fits(grown, measured)
    ? filled(grown.id, 'list', before.from, before.to)
    : NO_CONCEPT;
}

const NO_CONCEPT: Filled<null> = filled(null, 'none');

const NO_NAMES: readonly Named[] = [];

/** Concepts named among some tokens, of every place the longest wording, as far as the unit fits. */
function namedIn(doc: Document, from: number, to: number, s: Sentence, measured: Measured): readonly Named[] {
  if (!(s.starts & Starts.concept)) return NO_NAMES;
  const out: Named[] = [];
  for (let i = Math.max(from, s.from); i < to; i++) {
    if (!startsAt(doc, i, Starts.concept)) continue;
    const sense = sensesAt(doc, i, Starts.concept).find((x) => x.entry.cls === 'concept' && x.to <= to);
    if (!sense) continue;
    const concept = sense.entry.data as Concept;
    if (doc.reading.concepts.fits(concept, measured)) out.push({ concept, from: i, to: sense.to });
    i = sense.to - 1;
  }
  return out;
}

/** Classes and wordings that do not narrow the noun they stand beside: times, places, comparators, posts. */
const HARMLESS =
  Starts.closed | Starts.place | Starts.placehead | Starts.month | Starts.numeral | Starts.program;

/**
 * «Экспорт зерна», «сельская безработица», «астық экспорты»: is the concept of the wording not the whole of it? In Russian
 * an adjective before it and a word behind it narrow it, in Kazakh a word before it, unless it is a verb, an adverb, a
 * time or a place; «среди», «арасындағы», «ең төменгі» always do.
 */
function isNarrowed(doc: Document, { from, to }: Noun, s: Sentence): boolean {
  if (has(doc, to, 'among') || has(doc, from - 1, 'among') || has(doc, to, 'utmost')) return true;
  if (s.lang === 'kk') return isPlain(doc, from - 1, s, isConverb) && !endsAsAdverbial(word(doc, from - 1));
  const adjective = isPlain(doc, from - 1, s) && looksAdjectival(word(doc, from - 1));
  // «школ, работающих в три смены»
  if (isSign(doc, to, Sign.comma) && looksParticipial(word(doc, to + 1))) return true;
  return adjective || (isPlain(doc, to, s) && !word(doc, to).endsWith('о'));
}

/** «жекеменшік мектеп саны … 9-ға дейін»: is the counted thing that stands before its figure narrowed to another? */
const isOther = (doc: Document, unit: Origin, s: Sentence): boolean =>
  unit.way === 'counted' && isNarrowed(doc, unit, s);

/**
 * A word of the sentence that is neither a verb nor known to leave what it stands beside what it is. Before a Kazakh noun no
 * verb stands but a converb: what looks like one is an attribute («ауысымды мектеп», «жабылған мектеп»).
 */
function isPlain(
  doc: Document,
  i: number,
  s: Sentence,
  isVerb: (norm: string) => boolean = (norm) => s.lang !== null && looksVerbal(norm, s.lang),
): boolean {
  const form = i >= s.from && i < s.to ? doc.tokens[i]?.form : null;
  return !!form && !!s.lang && !startsAt(doc, i, HARMLESS) && !isVerb(form.type.norm);
}

/**
 * What was done with a counted thing, by the verbs of its clause, and of its sentence where the clause has none («14 школ,
 * 5 больниц отремонтировано»): one concept alone.
 */
function doneOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  from: number,
  to: number,
  measured: Measured,
): Filled<string | null> {
  const lent = measured.way !== 'figure' && measured.way !== 'counted';
  if (lent || measured.measure === 'ratio') return NO_CONCEPT;
  const rows = doc.reading.concepts.counted(measured);
  if (rows.length === 0 || isQualified(doc, q)) return NO_CONCEPT;
  const done = doneIn(doc, rows, s, from, to);
  if (done) return done;
  const listed = q.noun[0] < q.noun[1] && !hasVerb(doc, from, to, s);
  return (listed ? doneIn(doc, rows, s, s.from, s.to) : null) ?? NO_CONCEPT;
}

/** The one concept whose act stands among some tokens; null where none does. Of a stock only where nothing is done. */
function doneIn(
  doc: Document,
  rows: readonly Concept[],
  s: Sentence,
  from: number,
  to: number,
): Filled<string | null> | null {
  let done: Concept | undefined;
  let stock: Concept | undefined;
  let verb = from;
  for (let i = from; i < to; i++) {
    const acts = actsAt(doc, i, s);
    if (acts === NO_CLASSES) continue;
    for (const cls of acts) {
      // «240 орны бар мектеп»: in Kazakh the verb that says how many there are closes its clause.
      if (
        !cls.startsWith('act.') ||
        (cls === 'act.exist' && s.lang === 'kk' && i + 1 < to && !isSign(doc, i + 1, Sign.mark))
      )
        continue;
      for (const c of rows) {
        if (!c.acts.some((a) => a.act === cls && (a.of === null || isOf(doc, from, to, s, a.of)))) continue;
        const known = STOCK.has(cls) ? stock : done;
        if (known && known !== c) return NO_CONCEPT;
        if (STOCK.has(cls)) stock = c;
        else done = c;
        verb = i;
      }
    }
  }
  const found = done ?? stock;
  return found ? filled(found.id, 'clause', verb, verb + 1) : null;
}

/** Is it said among some tokens what a measure is of? */
function isOf(doc: Document, from: number, to: number, s: Sentence, cls: string): boolean {
  for (let i = from; i < to; i++) if (actsAt(doc, i, s).has(cls)) return true;
  return false;
}

const actsAt = (doc: Document, i: number, { lang }: Sentence): ReadonlySet<string> => {
  const form = doc.tokens[i]?.form;
  return form && lang ? doc.reading.concepts.actsOf(form.type, lang) : NO_CLASSES;
};

function hasVerb(doc: Document, from: number, to: number, s: Sentence): boolean {
  for (let i = from; i < to; i++) {
    const form = doc.tokens[i]?.form;
    if (form && s.lang && isVerbal(form, s.lang)) return true;
  }
  return false;
}

/** Acts that say how many there are, where nothing else is done. */
const STOCK: ReadonlySet<string> = new Set(['act.exist', 'act.count']);

/** «48 сельских школ»: an attribute stands between the number and the thing it counts. */
function isQualified(doc: Document, q: Quantity): boolean {
  const [from, to] = q.noun;
  if (from === to) return false;
  return !sensesAt(doc, from, Starts.thing).some((x) => x.entry.cls === 'thing' && x.to === to);
}
