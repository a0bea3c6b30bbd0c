import type { Wordings } from '../catalog/wording.ts';
import type { ProgramKind } from '../core/facts.ts';
import { repairedLetters } from '../language/chars.ts';
import { withoutCase } from '../language/packs/kk/shape.ts';
import { nominativeOf } from '../language/packs/ru/inflect.ts';
import { Kind } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { type Document, langAt, Starts, sensesAt, startsAt, tokenAt } from './document.ts';
import type { RuleMatch } from './rules.ts';
import type { Sequence } from './sequence.ts';

/** Tokens `from` up to `to`. */
export type Extent = readonly [from: number, to: number];

const KINDS: ReadonlySet<string> = new Set<ProgramKind>([
  'program',
  'project',
  'campaign',
  'contest',
  'benefit',
  'plan',
  'event',
]);

/** A kind of program, or `other` for what is none. */
const kindNamed = (id: string): ProgramKind | 'other' => (KINDS.has(id) ? (id as ProgramKind) : 'other');

/** What the noun at some tokens says a name beside it is; null where no noun ends there. */
export function kindAt(doc: Document, [from, to]: Extent): ProgramKind | 'other' | null {
  let kind: ProgramKind | 'other' | null = null;
  for (let i = from; i < to && (kind === null || kind === 'other'); i++)
    for (const s of sensesAt(doc, i, Starts.trigger))
      if (s.entry.cls === 'trigger' && s.to === to && (kind === null || kind === 'other'))
        kind = kindNamed(s.entry.id);
  return kind;
}

/** The kind that a match gives its names: that of its noun, a program where it has none. */
export function kindOf(doc: Document, m: RuleMatch): ProgramKind | 'other' {
  const trig = m.captures.get('trig');
  return trig ? (kindAt(doc, trig) ?? 'other') : 'program';
}

/** The names a match captures: each quotation in its name captures, or the words themselves, a hashtag without its mark. */
export function namesOf(
  doc: Document,
  m: RuleMatch,
  quotes: Sequence<{ readonly from: number; readonly to: number }>,
): Extent[] {
  const out: Extent[] = [];
  for (const key of ['name', 'name2', 'name3']) {
    const span = m.captures.get(key);
    if (!span) continue;
    const inside = quotes.within(span[0], span[1]);
    if (inside.length > 0) out.push(...inside.map((q): Extent => [q.from, q.to]));
    else if (doc.tokens[span[0]]?.mark === '#') out.push([span[0] + 1, span[1]]);
    else if (doc.tokens[span[0]]?.kind === Kind.word) out.push(span);
  }
  return out;
}

/** The name without its quotation marks, spaces folded, look-alike letters of another alphabet repaired. */
export function inner(doc: Document, [from, to]: Extent): string {
  const first = doc.tokens[from];
  const last = tokenAt(doc, to - 1);
  if (!first || !last) return '';
  const quoted = first.kind === Kind.punct;
  const text = quoted ? doc.text.slice(first.end, last.start) : doc.text.slice(first.start, last.end);
  return repairedLetters(UNEVEN.test(text) ? text.replace(/\s+/gu, ' ').trim() : text);
}
/** Spaces that are not single ones between words. */
const UNEVEN = /^\s|\s\s|[^\S ]|\s$/u;

/**
 * The dictionary form of an unquoted name that holds its own noun: in Russian the noun comes first and is put into the
 * nominative («пилотного проекта по …»), in Kazakh it comes last and drops its case («… кешенді жоспарын»).
 */
export function formalName(doc: Document, name: Extent, trig: Extent): string {
  if (langAt(doc, name[0]) === 'kk') return withoutCase(inner(doc, name));
  const sense = sensesAt(doc, trig[0], Starts['tw.formal'] | Starts.trigger).find(
    (s) => (s.entry.cls === 'tw.formal' || s.entry.cls === 'trigger') && s.to === trig[1],
  );
  const noun = sense ? dictionaryForm(sense.entry.data as Wordings, sense.entry.written) : undefined;
  return `${noun ?? inner(doc, trig)} ${inner(doc, [trig[1], name[1]])}`;
}

/** The nominative of the Russian wording that was met, by how it is written in data; undefined if it is none of them. */
export function dictionaryForm(of: Wordings, written: string | undefined): string | undefined {
  const wording = of.ru.find((w) => w.written === written);
  return wording && nominativeOf(wording);
}

/** «Алматы – Тараз»: two places and a dash are a way from one to the other. */
export function isRoute(doc: Document, [from, to]: Extent): boolean {
  let dashes = 0;
  for (let i = from + 1; i < to - 1; i++) {
    const t = doc.tokens[i];
    if (t?.kind === Kind.punct && '–—-'.includes(t.mark)) dashes++;
    else if (t?.form?.shape !== Shape.capital) return false;
  }
  return dashes > 0 && isPlace(doc, from + 1) && [1, 2].some((n) => isPlace(doc, to - 1 - n, to - 1));
}

const isPlace = (doc: Document, i: number, to?: number): boolean =>
  startsAt(doc, i, Starts.place) &&
  sensesAt(doc, i, Starts.place).some((s) => s.entry.cls === 'place' && (to === undefined || s.to === to));
