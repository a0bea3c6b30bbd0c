import type { EventFact, EventKind } from '../core/facts.ts';
import { Kind } from '../language/tokens.ts';
import type { PeriodMention } from './dates.ts';
import type { Document, Sentence } from './document.ts';
import type { Official } from './people/index.ts';
import type { Program } from './programs.ts';
import type { RegionMention } from './regions.ts';
import { Sequence } from './sequence.ts';

const KINDS: readonly EventKind[] = [
  'start',
  'end',
  'creation',
  'signing',
  'opening',
  'appointment',
  'dismissal',
];
const CLASSES = KINDS.map((k) => [k, `event.${k}`] as const);
const PEOPLE: ReadonlySet<EventKind> = new Set(['appointment', 'dismissal']);
/** Tokens between a verb and its date. */
const REACH = 12;

interface Found {
  readonly periods: readonly PeriodMention[];
  readonly programs: readonly Program[];
  readonly officials: readonly Official[];
  readonly regions: readonly RegionMention[];
}

/**
 * Dated events of programs and office holders: a verb of beginning, founding, signing, opening … with a date beside it.
 * Without a date, or without a program or person it happened to, there is no event.
 */
export function findEvents(doc: Document, f: Found): EventFact[] {
  const periods = new Sequence(f.periods.filter((p) => !p.relative && p.period.from !== null));
  const programs = new Sequence(
    f.programs
      .filter((p) => p.kind !== 'event')
      .flatMap((p) => p.mentions.map((m) => ({ from: m.from, to: m.to, p }))),
  );
  const regions = new Sequence(f.regions);
  const officials = new Sequence(f.officials.map((o) => ({ from: o.from, to: o.to, o })));
  const out: EventFact[] = [];
  for (const s of doc.sentences) {
    if (!s.lang || s.section !== 'body') continue;
    let done = -1;
    for (let i = s.from; i < s.to; i++) {
      const kind = kindAt(doc, i);
      if (!kind || i < done) continue;
      const near = { from: Math.max(s.from, i - REACH), to: Math.min(s.to, i + REACH + 1) };
      const date = nearest(periods.within(near.from, near.to), i);
      if (!date || (kind === 'ongoing' && date.period.to !== null)) continue;
      const window = { from: Math.max(s.from, i - 2 * REACH), to: Math.min(s.to, i + 2 * REACH) };
      const program = nearest(programs.within(window.from, window.to), i)?.p;
      const official = nearest(officials.within(window.from, window.to), i)?.o;
      const type: EventKind = kind === 'ongoing' ? 'start' : kind;
      if (PEOPLE.has(type) ? !official : !program) continue;
      const [start, end] = clause(doc, s, Math.min(i, date.from), Math.max(i + 1, date.to));
      out.push({
        kind: type,
        // What began goes on: the event itself is its first day, month or year.
        date: { ...date.period, to: date.period.to ?? date.period.from },
        program: program ? (program.listed?.id ?? program.name) : null,
        official: PEOPLE.has(type) && official ? official.name : null,
        organisation: null,
        region: nearest(regions.within(window.from, window.to), i)?.id ?? null,
        quote: doc.text.slice(start, end),
        start,
        end,
        rule: `${s.lang}/event/${kind}`,
      });
      done = i + REACH;
    }
  }
  return out;
}

function kindAt(doc: Document, i: number): EventKind | 'ongoing' | null {
  const classes = doc.classes[i];
  if (!classes || classes.size === 0) return null;
  if (classes.has('ongoing')) return 'ongoing';
  for (const [kind, cls] of CLASSES) if (classes.has(cls)) return kind;
  return null;
}

function nearest<T extends { readonly from: number; readonly to: number }>(
  list: readonly T[],
  at: number,
): T | undefined {
  const distance = (x: T): number => (x.to <= at ? at - x.to : x.from - at);
  return list.reduce<T | undefined>(
    (best, x) => (best && distance(best) <= distance(x) ? best : x),
    undefined,
  );
}

/** The clause around two places of a sentence, from comma to comma, as offsets. */
function clause(doc: Document, s: Sentence, from: number, to: number): [number, number] {
  let a = from;
  while (a > s.from && !isEdge(doc, a - 1)) a--;
  let b = to;
  while (b < s.to && !isEdge(doc, b)) b++;
  return [doc.tokens[a]?.start ?? 0, doc.tokens[b - 1]?.end ?? 0];
}

const isEdge = (doc: Document, i: number): boolean => {
  const t = doc.tokens[i];
  return t?.kind === Kind.newline || (t?.kind === Kind.punct && ',;.!?'.includes(t.mark));
};
