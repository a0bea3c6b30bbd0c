import type { IndicatorFact, Mention, NumberKind } from '../core/facts.ts';
import { spanOf } from '../core/span.ts';
import type { PeriodMention } from './dates.ts';
import { type Document, Starts, startsAt } from './document.ts';
import type { Numbers, Quantity } from './numbers/index.ts';
import type { Official } from './officials.ts';
import type { OtherName, Program } from './programs.ts';
import type { RegionMention } from './regions.ts';

interface Found {
  readonly numbers: Numbers;
  readonly regions: readonly RegionMention[];
  readonly programs: readonly Program[];
  readonly others: readonly OtherName[];
  readonly officials: readonly Official[];
  readonly periods: readonly PeriodMention[];
  readonly indicators: readonly IndicatorFact[];
}

/** Everything that was recognised, in text order, including every number that measures nothing (CONTRACT §4). */
export function collectMentions(doc: Document, f: Found): Mention[] {
  const span = (from: number, to: number): { start: number; end: number; text: string } =>
    spanOf(doc.text, doc.tokens[from]?.start ?? 0, doc.tokens[to - 1]?.end ?? 0);
  const out: Mention[] = [];
  for (const r of f.regions) out.push({ ...span(r.from, r.to), type: 'region', ref: r.id, rule: r.rule });
  for (const p of f.programs)
    for (const m of p.mentions)
      out.push({
        start: m.start,
        end: m.end,
        text: m.text,
        type: p.kind === 'event' ? 'event' : 'program',
        ...(p.listed ? { ref: p.listed.id } : {}),
        rule: p.rule,
      });
  for (const o of f.others) out.push({ ...span(o.from, o.to), type: o.type, rule: o.rule });
  for (const o of f.officials) for (const m of o.mentions) out.push({ ...m, type: 'person', rule: o.rule });
  for (const p of f.periods) out.push({ ...span(p.from, p.to), type: 'date', rule: 'any/date' });
  for (const q of f.numbers.parts) {
    const kind = kindOf(q);
    const whole = span(q.group.from, q.group.to);
    const hyphen = q.group.high === undefined ? -1 : whole.text.indexOf('-');
    // «екі-үш»: two numbers in one word.
    if (hyphen > 0) {
      const cut = whole.start + hyphen;
      out.push({
        ...spanOf(doc.text, whole.start, cut),
        type: 'number',
        value: q.value,
        kind,
        rule: 'any/number',
      });
      out.push({
        ...spanOf(doc.text, cut + 1, whole.end),
        type: 'number',
        value: q.group.high ?? null,
        kind,
        rule: 'any/number',
      });
    } else out.push({ ...whole, type: 'number', value: q.value, kind, rule: 'any/number' });
  }
  for (const r of f.numbers.rejects)
    out.push({
      ...span(r.group.from, r.group.to),
      type: 'number',
      value: r.group.value,
      kind: r.kind,
      rule: `any/number/${r.kind}`,
    });
  out.push(...postMentions(doc));
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Every public post the text names, held by somebody or not: the longest wording at each place. */
function postMentions(doc: Document): Mention[] {
  const out: Mention[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    if (!startsAt(doc, i, Starts.post)) continue;
    const sense = (doc.senses[i] ?? []).find((s) => s.entry.cls === 'post');
    if (!sense) continue;
    const span = spanOf(doc.text, doc.tokens[i]?.start ?? 0, doc.tokens[sense.to - 1]?.end ?? 0);
    out.push({ ...span, type: 'post', ref: sense.entry.id, rule: 'any/post/listed' });
    i = sense.to - 1;
  }
  return out;
}

const kindOf = (q: Quantity): NumberKind =>
  q.group.role !== 'cardinal'
    ? 'cardinal'
    : q.unitClass === 'percent' || q.unitClass === 'percentage_point'
      ? 'percent'
      : q.unitClass === 'money' && q.unit !== 'MCI'
        ? 'money'
        : q.unitClass === 'measure'
          ? 'measure'
          : 'cardinal';
