import type { IndicatorFact, Slot, UnitClass } from '../../core/facts.ts';
import type { PeriodMention } from '../dates.ts';
import { type Document, tokenAt } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { Program } from '../programs.ts';
import { Sequence } from '../sequence.ts';
import { changeOf } from './change.ts';
import { conceptOf } from './concept.ts';
import { type Draft, draftsOf, type Slots } from './draft.ts';
import { isInferred } from './origin.ts';
import { blocksOf } from './outline.ts';
import { perOf } from './per.ts';
import { periodOf, timesOf } from './period.ts';
import { programOf } from './program.ts';
import { programSequence } from './program-theme.ts';
import { regionOf } from './region.ts';
import { type Places, setScenes } from './scene.ts';
import { sourcesOf, type Voices } from './source/index.ts';
import { statusOf } from './status.ts';
import { changing, subjectOf } from './subject/index.ts';
import { toldOf } from './subject/told.ts';

/** What the layers below found, for attribution. */
export interface Findings extends Places, Voices {
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
  /** Named in the title, which is no part of the text. */
  readonly titleTimes: readonly PeriodMention[];
  /** The beginnings of the words of the title. */
  readonly titleWords: readonly string[];
  readonly programs: readonly Program[];
}

/** A fact with the figure it was made of and where each of its slots comes from; `explain.ts` tells them to people. */
export interface Figure {
  readonly fact: IndicatorFact;
  readonly quantity: Quantity;
  readonly origins: Readonly<Slots>;
}

/**
 * Makes facts of quantities: what each measures, when, where, for which program, and what the text left unsaid.
 * One slot is filled for all figures before the next, so that what they share is worked out beside it.
 */
export function makeIndicators(doc: Document, f: Findings): Figure[] {
  const drafts = draftsOf(doc, f.quantities);
  if (drafts.length === 0) return [];
  const told = toldOf(doc, f.quantities, f.periods, f.regions, f.programs, f.speakers);
  for (const d of drafts) d.slots.subject = subjectOf(doc, f.quantities, d, told);
  for (const d of drafts) fillChange(doc, d);
  for (const d of drafts) d.slots.concept = conceptOf(doc, f.quantities, d);
  for (const d of drafts) d.slots.subject = changing(d);
  for (const { q, s, slots } of drafts) if (slots.per.value === null) slots.per = perOf(doc, q, s);
  const blocks = blocksOf(doc);
  const times = timesOf(doc, f.periods, f.titleTimes, blocks);
  for (const { q, s, clause, slots } of drafts) slots.period = periodOf(doc, q, s, clause, times);
  for (const { q, s, clause, slots } of drafts) slots.status = statusOf(doc, q, s, clause, slots.period);
  const places = new Sequence(f.regions);
  const scenes = setScenes(doc, f, places, drafts.at(-1)?.sentence ?? -1);
  for (const d of drafts) d.slots.region = regionOf(doc, f.quantities, d, scenes);
  const programs = programSequence(
    doc,
    f.programs,
    blocks,
    new Set(drafts.map((d) => d.sentence)),
    f.titleWords,
    told,
  );
  if (programs) for (const d of drafts) d.slots.program = programOf(doc, d, programs, places);
  const sources = sourcesOf(doc, f, places);
  for (const d of drafts) d.slots.source = sources[d.sentence] ?? d.slots.source;
  return drafts.map((d) => ({ fact: factOf(doc, d), quantity: d.q, origins: d.slots }));
}

/** The change that a figure tells, and with it what kind of a figure it is. */
function fillChange(doc: Document, d: Draft): void {
  const { direction, by, reached } = changeOf(doc, d);
  d.slots.direction = direction;
  d.measure = d.slots.unit.value.unitClass === 'times' ? 'ratio' : by ? 'change' : 'level';
  d.reached = reached;
}

function factOf(doc: Document, { q, s, slots, measure, reached }: Draft): IndicatorFact {
  const { unit, unitClass, times = 1 } = slots.unit.value;
  const inferred = INFERABLE.filter((slot) => isInferred(slots[slot]));
  const start = doc.tokens[q.from]?.start ?? 0;
  const end = tokenAt(doc, q.to - 1)?.end ?? start;
  return {
    id: `${doc.article.id}#${start}-${end}`,
    quote: doc.text.slice(start, end),
    start,
    end,
    measure,
    value: q.value === null ? null : q.value * times,
    high: q.high,
    previous: q.previous,
    order: q.order,
    comparator: q.comparator === '=' && q.until && !reached ? '<=' : q.comparator,
    hedge: q.hedge,
    per: slots.per.value,
    unit,
    unitClass,
    subject: slots.subject.value,
    concept: slots.concept.value,
    direction: slots.direction.value,
    status: slots.status.value,
    period: slots.period.value,
    region: slots.region.value,
    program: slots.program.value,
    source: slots.source.value,
    inferred,
    rule: `${s.lang}/indicator/${shapeOf(q, unitClass)}`,
    confidence: confidenceOf(inferred, unit),
  };
}

/** In the order in which a fact tells what it infers. */
const INFERABLE = [
  'unit',
  'subject',
  'period',
  'region',
  'program',
  'source',
] as const satisfies readonly Slot[];

/**
 * What a fact is worth: less for every slot that its sentence leaves unsaid but who says it, less for a figure of
 * nobody knows what.
 */
export const CONFIDENCE = { full: 0.95, inferred: 0.1, item: 0.1, least: 0.3 } as const;

function confidenceOf(inferred: readonly Slot[], unit: string): number {
  const unsaid = inferred.includes('source') ? inferred.length - 1 : inferred.length;
  const sure = CONFIDENCE.full - CONFIDENCE.inferred * unsaid - (unit === 'item' ? CONFIDENCE.item : 0);
  return Math.max(CONFIDENCE.least, Math.round(sure * 100) / 100);
}

function shapeOf(q: Quantity, cls: UnitClass): string {
  if (q.previous !== null) return 'from-to';
  if (q.high !== null) return 'range';
  if (q.order !== null) return 'order';
  return cls === 'percentage_point' ? 'points' : cls;
}
