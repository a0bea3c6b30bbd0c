import type { IndicatorFact, Slot, UnitClass } from '../../core/facts.ts';
import type { PeriodMention } from '../dates.ts';
import type { Document } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { Program } from '../programs.ts';
import type { RegionMention } from '../regions.ts';
import { Sequence } from '../sequence.ts';
import { changeOf } from './change.ts';
import { around } from './clause.ts';
import { periodOf } from './period.ts';
import { programOf, programSequence } from './program.ts';
import { isRateBase } from './rate.ts';
import { regionOf } from './region.ts';
import { statusOf } from './status.ts';
import { subjectOf } from './subject.ts';
import { countedThing, Said, unitToTheRight } from './unit.ts';

/** What the layers below found, for attribution. */
export interface Findings {
  readonly quantities: readonly Quantity[];
  readonly periods: readonly PeriodMention[];
  readonly regions: readonly RegionMention[];
  readonly programs: readonly Program[];
}

/** Makes facts of quantities: what each measures, when, where, for which program, and what the text left unsaid. */
export function makeIndicators(doc: Document, f: Findings): IndicatorFact[] {
  const out: IndicatorFact[] = [];
  const said = new Said();
  let base: string | null = null;
  const periods = new Sequence(f.periods);
  const regions = new Sequence(f.regions);
  const programs = programSequence(f.programs);
  for (const [at, q] of f.quantities.entries()) {
    const sentence = doc.sentenceOf[q.group.from] ?? 0;
    const whole = doc.sentences[sentence];
    if (!whole?.lang || whole.section !== 'body') continue;
    const s = around(whole, q);
    if (isRateBase(doc, q, s, out.at(-1))) {
      const text = `${q.value} ${q.unit === 'person' ? 'people' : (q.unit ?? 'item')}`;
      // «18,9 случая на 100 тысяч»: the base follows its figure; in Kazakh it comes first.
      const last = out.at(-1);
      if (whole.lang === 'ru' && last) out[out.length - 1] = { ...last, per: text };
      else base = text;
      continue;
    }
    const inferred: Slot[] = [];
    let { unit, unitClass } = q;
    if (unit === undefined) {
      inferred.push('unit');
      const lent =
        unitToTheRight(doc, f.quantities, at) ??
        countedThing(doc, q, s, whole.lang) ??
        said.unitFor(doc, q, sentence);
      unit = lent?.unit ?? 'item';
      unitClass = lent?.unitClass ?? 'count';
    }
    const own = subjectOf(doc, q, s);
    if (own === '') inferred.push('subject');
    const subject = own || said.subjectNear(sentence);
    const change = changeOf(doc, q, s, whole.lang);
    const period = periodOf(doc, q, s, periods, inferred);
    const region = regionOf(doc, f.quantities, at, s, regions, inferred);
    const program = programOf(doc, q, s, programs, inferred);
    const start = doc.tokens[q.from]?.start ?? 0;
    const end = doc.tokens[q.to - 1]?.end ?? start;
    out.push({
      id: `${doc.article.id}#${start}-${end}`,
      quote: quoteOf(doc, q),
      start,
      end,
      measure: unitClass === 'times' ? 'ratio' : change.by ? 'change' : 'level',
      value: q.value,
      high: q.high,
      previous: q.previous,
      order: q.order,
      comparator: q.comparator === '=' && q.until && !change.reached ? '<=' : q.comparator,
      hedge: q.hedge,
      per: base,
      unit,
      unitClass,
      subject,
      concept: null,
      direction: change.direction,
      status: statusOf(doc, q, s),
      period,
      region,
      program,
      source: null,
      inferred,
      rule: `${s.lang}/indicator/${shapeOf(q, unitClass)}`,
      confidence: Math.max(
        0.3,
        Math.round((0.95 - 0.1 * inferred.length - (unit === 'item' ? 0.1 : 0)) * 100) / 100,
      ),
    });
    base = null;
    said.push({ unit, unitClass, subject, sentence });
  }
  return out;
}

const quoteOf = (doc: Document, q: Quantity): string =>
  doc.text.slice(doc.tokens[q.from]?.start ?? 0, doc.tokens[q.to - 1]?.end ?? 0);

function shapeOf(q: Quantity, cls: UnitClass): string {
  if (q.previous !== null) return 'from-to';
  if (q.high !== null) return 'range';
  if (q.order !== null) return 'order';
  return cls === 'percentage_point' ? 'points' : cls;
}
