import type { IndicatorFact, Slot, UnitClass } from '../../core/facts.ts';
import type { PeriodMention } from '../dates.ts';
import { type Document, tokenAt } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { Program } from '../programs.ts';
import { Sequence } from '../sequence.ts';
import { changeOf } from './change.ts';
import { around, clauseOf } from './clause.ts';
import { conceptOf } from './concept.ts';
import { type Filled, filled, isInferred, type Origin } from './origin.ts';
import { blocksOf } from './outline.ts';
import { perOf } from './per.ts';
import { periodOf, timesOf } from './period.ts';
import { programOf, programSequence } from './program.ts';
import { isBaseFirst, isRateBase } from './rate.ts';
import { regionOf } from './region.ts';
import { type Places, setScenes } from './scene.ts';
import { sourcesOf, type Voices } from './source/index.ts';
import { statusOf } from './status.ts';
import { subjectOf } from './subject/index.ts';
import { toldOf } from './subject/told.ts';
import { Said, unitOf } from './unit.ts';

/** What the layers below found, for attribution. */
export interface Findings extends Places, Voices {
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
  /** Named in the title, which is no part of the text. */
  readonly titleTimes: readonly PeriodMention[];
  readonly programs: readonly Program[];
}

/** A fact with the figure it was made of and where each of its slots comes from; `explain.ts` tells them to people. */
export interface Figure {
  readonly fact: IndicatorFact;
  readonly quantity: Quantity;
  readonly origins: Readonly<Record<TracedSlot, Origin>>;
}

/** Slots that are filled from around the figure; the others are the figure itself. */
export type TracedSlot =
  | 'unit'
  | 'subject'
  | 'concept'
  | 'direction'
  | 'status'
  | 'per'
  | 'period'
  | 'region'
  | 'program'
  | 'source';

/** Makes facts of quantities: what each measures, when, where, for which program, and what the text left unsaid. */
export function makeIndicators(doc: Document, f: Findings): Figure[] {
  const out: Figure[] = [];
  const said = new Said();
  let per: Filled<string | null> = NO_BASE;
  const blocks = blocksOf(doc);
  const calendar = timesOf(doc, f.periods, f.titleTimes, blocks);
  const regions = new Sequence(f.regions);
  const scenes = setScenes(doc, f);
  const programs = programSequence(doc, f.programs, blocks);
  const sources = sourcesOf(doc, f, regions);
  const told = toldOf(doc, f.quantities, f.periods, f.regions, f.programs, f.speakers);
  for (const [at, q] of f.quantities.entries()) {
    const sentence = doc.sentenceOf[q.group.from] ?? 0;
    const whole = doc.sentences[sentence];
    if (!whole?.lang || whole.section !== 'body') continue;
    const s = around(whole, q);
    const last = out.at(-1);
    if (isRateBase(doc, q, s, last?.fact)) {
      const text = `${q.value} ${q.unit === 'person' ? 'people' : (q.unit ?? 'item')}`;
      const base = filled(text, 'base', q.from, q.to);
      // «18,9 случая на 100 тысяч»: the base follows its figure; in Kazakh it comes first.
      if (whole.lang === 'ru' && last && !isBaseFirst(doc, q)) out[out.length - 1] = withBase(last, base);
      else per = base;
      continue;
    }
    const clause = clauseOf(doc, q, s);
    const unit = unitOf(doc, f.quantities, at, s, said);
    const subject = subjectOf(doc, q, s, told, said);
    const change = changeOf(doc, q, s, whole.lang, last);
    const period = periodOf(doc, q, s, clause, calendar);
    const { unitClass, times = 1 } = unit.value;
    const measure = unitClass === 'times' ? 'ratio' : change.by ? 'change' : 'level';
    const bare = unit.value.unit === 'item' && q.noun[0] === q.noun[1];
    const measured = {
      unit: unit.value.unit,
      unitClass,
      value: q.value,
      measure,
      bare,
      way: unit.way,
    } as const;
    const origins = {
      unit,
      subject,
      concept: conceptOf(doc, f.quantities, at, s, clause, unit, measured, last?.fact),
      direction: change.direction,
      status: statusOf(doc, q, s, clause, period),
      per: per.value === null ? perOf(doc, q, s) : per,
      period,
      region: regionOf(doc, f.quantities, at, s, clause, scenes),
      program: programOf(doc, q, s, programs, regions),
      source: sources(sentence),
    };
    const inferred = INFERABLE.filter((slot) => isInferred(origins[slot]));
    const start = doc.tokens[q.from]?.start ?? 0;
    const end = tokenAt(doc, q.to - 1)?.end ?? start;
    const fact: IndicatorFact = {
      id: `${doc.article.id}#${start}-${end}`,
      quote: doc.text.slice(start, end),
      start,
      end,
      measure,
      value: q.value === null ? null : q.value * times,
      high: q.high,
      previous: q.previous,
      order: q.order,
      comparator: q.comparator === '=' && q.until && !change.reached ? '<=' : q.comparator,
      hedge: q.hedge,
      per: origins.per.value,
      unit: unit.value.unit,
      unitClass,
      subject: subject.value,
      concept: origins.concept.value,
      direction: change.direction.value,
      status: origins.status.value,
      period: origins.period.value,
      region: origins.region.value,
      program: origins.program.value,
      source: origins.source.value,
      inferred,
      rule: `${s.lang}/indicator/${shapeOf(q, unitClass)}`,
      confidence: confidenceOf(inferred, unit.value.unit),
    };
    out.push({ fact, quantity: q, origins });
    per = NO_BASE;
    said.push({
      unit: unit.value.unit,
      unitClass,
      subject: subject.value,
      name: subject.name,
      whole: subject.whole,
      value: q.value,
      sentence,
      from: q.from,
      to: q.to,
    });
  }
  return out;
}

const NO_BASE: Filled<null> = filled(null, 'none');

const withBase = ({ fact, quantity, origins }: Figure, per: Filled<string>): Figure => ({
  fact: { ...fact, per: per.value },
  quantity,
  origins: { ...origins, per },
});

/** In the order in which a fact tells what it infers. */
const INFERABLE = [
  'unit',
  'subject',
  'period',
  'region',
  'program',
  'source',
] as const satisfies readonly Slot[];

/** What a fact is worth: less for every slot that its sentence leaves unsaid but who says it, less for a figure of nobody knows what. */
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
