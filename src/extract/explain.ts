import type { RuleNote } from '../catalog/rules.ts';
import type { IndicatorFact } from '../core/facts.ts';
import { type Span, spanOf } from '../core/span.ts';
import { Tag } from '../language/tags.ts';
import type { Transcript } from '../language/transcript.ts';
import type { Document } from './document.ts';
import { CONFIDENCE, type Figure } from './indicators/index.ts';
import { type Origin, WAYS, type Way } from './indicators/origin.ts';
import type { Quantity } from './numbers/index.ts';
import type { Program } from './programs.ts';
import type { RegionMention } from './regions.ts';

/** The steps by which a figure of a text became a fact. */
export interface Explanation {
  readonly fact: IndicatorFact;
  readonly sentence: Span;
  readonly rule: RuleNote | null;
  /** In the order in which they are filled. */
  readonly slots: readonly SlotNote[];
  readonly confidence: { readonly value: number; readonly why: string };
}

/** What a slot of a fact holds, and why. */
export interface SlotNote {
  readonly slot: ExplainedSlot;
  readonly value: unknown;
  readonly way: Way;
  /** The way in plain words. */
  readonly why: string;
  /** The words it was read from, and the number of their sentence, from 1. */
  readonly words: Span | null;
  readonly sentence: number | null;
  /** Is it unsaid in the sentence of the figure? */
  readonly inferred: boolean;
  /** The rule that found the words, where that is another than the rule of the figure. */
  readonly rule: RuleNote | null;
}

export type ExplainedSlot =
  | 'value'
  | 'high'
  | 'previous'
  | 'order'
  | 'comparator'
  | 'unit'
  | 'per'
  | 'measure'
  | 'direction'
  | 'subject'
  | 'concept'
  | 'region'
  | 'program'
  | 'period'
  | 'status'
  | 'source';

interface Found {
  readonly doc: Document;
  /** The text as given, and what leads back to it where another was read. */
  readonly text: string;
  readonly transcript: Transcript | null;
  readonly figures: readonly Figure[];
  readonly regions: readonly RegionMention[];
  readonly programs: readonly Program[];
}

type Notes = (id: string) => RuleNote | undefined;

/**
 * Explains every figure of an article, in text order; `facts` are the figures as the contract tells them, `notes`
 * tells of a rule by its id.
 */
export const explainFigures = (found: Found, facts: readonly IndicatorFact[], notes: Notes): Explanation[] =>
  found.figures.flatMap((figure, at) => {
    const fact = facts[at];
    return fact ? [explain(found, figure, fact, notes)] : [];
  });

function explain(found: Found, figure: Figure, fact: IndicatorFact, notes: Notes): Explanation {
  const { doc, regions, programs } = found;
  const { quantity, origins } = figure;
  const number: Origin = { way: 'figure', from: quantity.group.from, to: quantity.group.to };
  const whole: Origin = { way: 'figure', from: quantity.from, to: quantity.to };
  const both = fact.previous !== null || fact.high !== null ? whole : number;
  const slots: [ExplainedSlot, unknown, Origin][] = [
    ['value', fact.value, both],
    ...(['high', 'previous', 'order'] as const).flatMap((slot): [ExplainedSlot, unknown, Origin][] =>
      fact[slot] === null ? [] : [[slot, fact[slot], both]],
    ),
    ['comparator', fact.comparator, comparatorOrigin(doc, fact, quantity)],
    ['unit', fact.unit, unitOrigin(doc, figure)],
    ['per', fact.per, origins.per],
    ['measure', fact.measure, measureOrigin(figure, whole)],
    ['direction', fact.direction, origins.direction],
    ['subject', fact.subject, origins.subject],
    ['concept', fact.concept, origins.concept],
    ['region', fact.region, origins.region],
    ['program', fact.program, origins.program],
    ['period', fact.period, origins.period],
    ['status', fact.status, origins.status],
    ['source', fact.source, origins.source],
  ];
  const sentence = doc.sentences[doc.sentenceOf[quantity.group.from] ?? 0];
  const finder = (slot: ExplainedSlot, { from, to }: Origin): RuleNote | undefined => {
    const named = slot === 'region' ? regions : slot === 'program' ? programs.flatMap((p) => p.mentions) : [];
    const mention = named.find((m) => m.from === from && m.to === to);
    return mention && notes(mention.rule);
  };
  return {
    fact,
    sentence: spanOfTokens(found, sentence?.from ?? 0, sentence?.to ?? 0),
    rule: notes(fact.rule) ?? null,
    slots: slots.map(([slot, value, origin]) => ({
      slot,
      value,
      way: origin.way,
      why: WAYS[origin.way].says,
      words: origin.from < origin.to ? spanOfTokens(found, origin.from, origin.to) : null,
      sentence: origin.from < origin.to ? (doc.sentenceOf[origin.from] ?? 0) + 1 : null,
      inferred: WAYS[origin.way].inferred,
      rule: finder(slot, origin) ?? null,
    })),
    confidence: { value: fact.confidence, why: whySure(fact) },
  };
}

function spanOfTokens({ doc, text, transcript }: Found, from: number, to: number): Span {
  let last = to - 1;
  // A sentence carries its line break.
  while (last > from && doc.text.slice(doc.tokens[last]?.start, doc.tokens[last]?.end).trim() === '') last--;
  const [start, end] = [doc.tokens[from]?.start ?? 0, doc.tokens[last]?.end ?? 0];
  return spanOf(text, ...(transcript?.original(start, end) ?? [start, end]));
}

/** The words of the figure behind its number that are no comparator; of the whole figure when unit and number are one word. */
function unitOrigin(doc: Document, { quantity, origins }: Figure): Origin {
  if (origins.unit.way !== 'figure') return origins.unit;
  const [nounFrom, nounTo] = quantity.noun;
  if (nounTo > nounFrom) return { way: 'figure', from: nounFrom, to: nounTo };
  let [from, to] = [quantity.group.to, quantity.to];
  while (from < to && compares(doc, from)) from++;
  while (to > from && compares(doc, to - 1)) to--;
  return from < to ? { way: 'figure', from, to } : { way: 'figure', from: quantity.from, to: quantity.to };
}

const compares = (doc: Document, i: number): boolean =>
  [...(doc.classes[i] ?? [])].some((c) => c.startsWith('cmp.') || c === 'than');

function comparatorOrigin(doc: Document, fact: IndicatorFact, q: Quantity): Origin {
  if (fact.comparator === '=') return { way: 'default', from: 0, to: 0 };
  for (let i = q.from; i < q.to; i++)
    if (compares(doc, i) || '~≈<>'.includes(doc.tokens[i]?.mark || ' '))
      return { way: 'figure', from: i, to: i + 1 };
  const suffix = ((q.group.tags | q.tags) & Tag.sim) !== 0 ? q.group : q;
  return { way: 'figure', from: suffix.from, to: suffix.to };
}

function measureOrigin({ fact, origins }: Figure, whole: Origin): Origin {
  if (fact.measure === 'level') return { way: 'default', from: 0, to: 0 };
  return fact.measure === 'ratio' || origins.direction.way === 'none' ? whole : origins.direction;
}

function whySure({ inferred, unit }: IndicatorFact): string {
  const less = [
    inferred.length > 0
      ? `${CONFIDENCE.inferred} for each slot that the sentence leaves unsaid (${inferred.join(', ')})`
      : '',
    unit === 'item' ? `${CONFIDENCE.item} because nothing says what is counted` : '',
  ].filter(Boolean);
  return less.length === 0
    ? `${CONFIDENCE.full}: the sentence says every slot that is filled`
    : `${CONFIDENCE.full} less ${less.join(', less ')}`;
}
