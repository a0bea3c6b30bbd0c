import type { IndicatorFact, Period, Status } from '../../core/facts.ts';
import type { Document, Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { around, clauseOf } from './clause.ts';
import { type Filled, filled } from './origin.ts';
import { isBaseFirst, isRateBase } from './rate.ts';
import { NO_UNIT, type Unit, unitOf } from './unit.ts';

/** The subject of a figure, what it counts, and what a part of it is a part of. */
export interface Subject extends Filled<string> {
  readonly name: string;
  readonly whole: string;
}

/** Slots that are filled from around the figure; the others are the figure itself. */
export interface Slots {
  unit: Filled<Unit>;
  subject: Subject;
  concept: Filled<string | null>;
  direction: Filled<IndicatorFact['direction']>;
  status: Filled<Status>;
  per: Filled<string | null>;
  period: Filled<Period | null>;
  region: Filled<IndicatorFact['region']>;
  program: Filled<IndicatorFact['program']>;
  source: Filled<string | null>;
}

/** A figure on its way to a fact: the quantity, where it stands, and its slots as far as they are filled. */
export interface Draft {
  readonly q: Quantity;
  /** The figure before it. */
  readonly last: Draft | undefined;
  /** Its place among all quantities. */
  readonly at: number;
  readonly sentence: number;
  /** Its sentence, as far as that can say anything of it. */
  readonly s: Sentence;
  /** Tokens of its clause: from, and up to. */
  readonly clause: readonly [number, number];
  readonly slots: Slots;
  measure: IndicatorFact['measure'];
  /** A verb of change or level governs a bound: «вырос до 541 млрд», «10 мыңға дейін азайды». */
  reached: boolean;
}

const NOTHING: Filled<null> = filled(null, 'none');
const ACTUAL: Filled<Status> = filled('actual', 'default');
export const UNSAID: Subject = { value: '', name: '', whole: '', way: 'unsaid', from: 0, to: 0 };

/**
 * The quantities of the story that are figures of their own, in text order; their unit is filled, and what a rate is
 * counted on.
 */
export function draftsOf(doc: Document, quantities: readonly Quantity[]): Draft[] {
  const out: Draft[] = [];
  let per: Filled<string | null> = NOTHING;
  for (let at = 0; at < quantities.length; at++) {
    const q = quantities[at] as Quantity;
    const sentence = doc.sentenceOf[q.group.from] ?? 0;
    const whole = doc.sentences[sentence];
    if (!whole?.lang || whole.section !== 'body') continue;
    const s = around(whole, q);
    const last = out.at(-1);
    if (isRateBase(doc, q, s, last?.q, quantities[at + 1])) {
      const base = filled(q.value === 1 ? (q.unit ?? 'item') : manyOf(q), 'base', q.from, q.to);
      // «18,9 случая на 100 тысяч»: the base follows its figure; in Kazakh it comes first.
      if (whole.lang === 'ru' && last && !isBaseFirst(doc, q)) last.slots.per = base;
      else per = base;
      continue;
    }
    const draft = draftOf(doc, q, last, at, sentence, s, per);
    draft.slots.unit = unitOf(doc, quantities, draft, out);
    out.push(draft);
    per = NOTHING;
  }
  return out;
}

/** What a rate is counted on, in English: `1000 people`. */
const manyOf = ({ value, unit }: Quantity): string =>
  `${value} ${unit === 'person' ? 'people' : (unit ?? 'item')}`;

const draftOf = (
  doc: Document,
  q: Quantity,
  last: Draft | undefined,
  at: number,
  sentence: number,
  s: Sentence,
  per: Filled<string | null>,
): Draft => ({
  q,
  last,
  at,
  sentence,
  s,
  clause: clauseOf(doc, q, s),
  slots: {
    unit: NO_UNIT,
    subject: UNSAID,
    concept: NOTHING,
    direction: NOTHING,
    status: ACTUAL,
    per,
    period: NOTHING,
    region: NOTHING,
    program: NOTHING,
    source: NOTHING,
  },
  measure: 'level',
  reached: false,
});
