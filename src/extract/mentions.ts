import type { Mention, NumberKind } from '../core/facts.ts';
import { Kind } from '../language/tokens.ts';
import type { PeriodMention } from './dates.ts';
import { type Document, tokenAt } from './document.ts';
import type { NumberGroup, Numbers, Quantity } from './numbers/index.ts';
import type { People } from './people/index.ts';
import type { OtherName, Program } from './programs.ts';
import type { RegionMention } from './regions.ts';

interface Found {
  readonly numbers: Numbers;
  readonly regions: readonly RegionMention[];
  readonly programs: readonly Program[];
  readonly others: readonly OtherName[];
  readonly people: People;
  readonly periods: readonly PeriodMention[];
}

/** Everything that was recognised, in text order, including every number that measures nothing (CONTRACT §4). */
export function collectMentions(doc: Document, f: Found): Mention[] {
  const startOf = (token: number): number => doc.tokens[token]?.start ?? 0;
  const endOf = (token: number): number => tokenAt(doc, token - 1)?.end ?? 0;
  // Written out field by field: an article has a hundred mentions, and copying a span with `...` is slow.
  const named = (start: number, end: number, type: Mention['type'], ref: string, rule: string): Mention => ({
    start,
    end,
    text: doc.text.slice(start, end),
    type,
    ref,
    rule,
  });
  const unnamed = (start: number, end: number, type: Mention['type'], rule: string): Mention => ({
    start,
    end,
    text: doc.text.slice(start, end),
    type,
    rule,
  });
  const number = (
    start: number,
    end: number,
    value: number | null,
    kind: NumberKind,
    rule: string,
  ): Mention => ({ start, end, text: doc.text.slice(start, end), type: 'number', value, kind, rule });
  const out: Mention[] = [];
  // One mention a number; two of a pair that a hyphen joins («екі-үш»).
  const pushNumber = (g: NumberGroup, kind: NumberKind, rule: string, value: number | null): void => {
    const [start, end] = [startOf(g.from), endOf(g.to)];
    const hyphen = g.high === undefined ? -1 : doc.text.slice(start, end).indexOf('-');
    if (hyphen <= 0) out.push(number(start, end, value, kind, rule));
    else
      out.push(
        number(start, start + hyphen, value, kind, rule),
        number(start + hyphen + 1, end, g.high ?? null, kind, rule),
      );
  };
  for (const r of f.regions) out.push(named(startOf(r.from), endOf(r.to), 'region', r.id, r.rule));
  for (const p of f.programs)
    for (const m of p.mentions) {
      const type = p.kind === 'event' ? 'event' : 'program';
      out.push(
        p.listed ? named(m.start, m.end, type, p.listed.id, p.rule) : unnamed(m.start, m.end, type, p.rule),
      );
    }
  for (const o of f.others) out.push(unnamed(startOf(o.from), endOf(o.to), o.type, o.rule));
  for (const list of [f.people.officials, f.people.others])
    for (const p of list) for (const m of p.mentions) out.push(unnamed(m.start, m.end, 'person', p.rule));
  for (const p of f.people.posts)
    out.push(named(startOf(p.from), endOf(p.to), 'post', p.post.id, 'any/post/listed'));
  for (const p of f.periods) out.push(unnamed(startOf(p.from), endOf(p.to), 'date', 'any/date'));
  for (const q of f.numbers.parts) pushNumber(q.group, kindOf(q), 'any/number', q.group.eachOf ?? q.value);
  for (const { group, kind } of f.numbers.rejects)
    pushNumber(group, kind, `any/number/${kind}`, group.eachOf ?? group.value);
  for (const i of doc.figures) {
    const clock = clockKind(doc, i);
    if (clock) out.push(number(startOf(i), endOf(i + 1), null, clock, `any/number/${clock}`));
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Days and times in one token («07.02.2019», «12:50») are numbers too, of no single value; «78:65» is a score. */
function clockKind(doc: Document, i: number): NumberKind | undefined {
  const t = doc.tokens[i];
  if (t?.kind === Kind.date) return 'date';
  if (t?.kind !== Kind.time) return undefined;
  return /^(?:[01]?\d|2[0-4]):[0-5]\d$/.test(doc.text.slice(t.start, t.end)) ? 'time' : 'identifier';
}

/** An index of the state (МРП, АЕК) is a measure in which money is told. */
function kindOf(q: Quantity): NumberKind {
  if (q.group.eachOf) return 'ordinal';
  if (q.group.role !== 'cardinal') return 'cardinal';
  if (q.unitClass === 'percent' || q.unitClass === 'percentage_point') return 'percent';
  if (q.unitClass === 'measure' || q.thing?.kind === 'index') return 'measure';
  return q.unitClass === 'money' ? 'money' : 'cardinal';
}
