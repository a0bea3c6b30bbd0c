import type { OrganisationHead } from '../../catalog/organisations.ts';
import type { Trigger } from '../../catalog/triggers.ts';
import { kazakhReadings, type Sense } from '../../language/lexicon.ts';
import { withoutCase } from '../../language/packs/kk/shape.ts';
import { looksAdjectival, looksPluralVerb } from '../../language/packs/ru/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import {
  type Document,
  has,
  mark,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word as wordAt,
} from '../document.ts';
import type { Program } from '../programs.ts';
import { Sequence } from '../sequence.ts';
import { type DeedMention, isEdge, SIGHT } from './deeds.ts';

/** Something that events can happen to: tokens `from` up to `to` are its whole phrase, «новый проект «Сад»». */
export interface Theme {
  readonly from: number;
  readonly to: number;
  /** Null where it is a body or a building. */
  readonly program: Program | null;
  /** The name of a body; null of a program, and of a building that is only called what it is. */
  readonly organisation: string | null;
  /** Cases that its head may be in; 0 where nothing tells. */
  readonly cases: number;
  /** Something before or behind governs it: «в рамках проекта», `жобасы аясында`, «участники проекта». */
  readonly governed: boolean;
  /** Of these, a frame of what happens: «в рамках проекта», `жобасы аясында`. */
  readonly frame: boolean;
}

/** What a sentence names by name. */
export interface Named {
  readonly programs: Sequence<{ readonly from: number; readonly to: number; readonly p: Program }>;
  readonly quotes: Sequence<{ readonly from: number; readonly to: number }>;
}

/** Everything in a sentence that an event can happen to, in text order. */
export function themesOf(doc: Document, s: Sentence, named: Named): Sequence<Theme> {
  const out: Theme[] = [];
  const taken = new Set<number>();
  const add = (at: Placed, head: Head | null, program: Program | null): void => {
    const from = s.lang === 'ru' ? phraseStart(doc, s, Math.min(at.from, head?.from ?? at.from)) : at.from;
    const to = Math.max(at.to, head?.to ?? at.to);
    for (let i = from; i < to; i++) taken.add(i);
    const cases = head?.cases ?? 0;
    const frame =
      s.lang === 'ru' ? endsFrame(doc, s, from) || has(doc, from - 1, 'prep.each') : isFrame(doc, to);
    const governed =
      frame || (s.lang === 'ru' ? isGovernedRu(doc, s, from, cases) : isGovernedKk(doc, s, to));
    const organisation = program === null ? bodyName(doc, at, head) : null;
    out.push({ from, to, program, organisation, cases, governed, frame });
  };
  for (const { from, to, p } of named.programs.within(s.from, s.to))
    add({ from, to }, headOf(doc, s, from, to) ?? ownHead(doc, from, to), p);
  for (const q of named.quotes.within(s.from, s.to)) {
    const head = taken.has(q.from) ? null : headOf(doc, s, q.from, q.to);
    if (head && isBody(head)) add(q, head, null);
  }
  for (let i = s.from; i < s.to; i++) {
    if (taken.has(i) || !startsAt(doc, i, HEADS | Starts.body)) continue;
    const sense = sensesAt(doc, i, HEADS | Starts.body).find(isBodySense);
    if (sense && isOne(doc, sense)) add({ from: i, to: i }, headFrom(sense), null);
  }
  return new Sequence(out);
}

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** The noun that says what a name is, with its cases. */
interface Head extends Placed {
  readonly cases: number;
  readonly sense: Sense;
}

const headFrom = (sense: Sense): Head => ({
  from: sense.from,
  to: sense.to,
  cases: sense.tags & CASES,
  sense,
});

const HEADS = Starts.trigger | Starts.orghead;
const isHead = (sense: Sense): boolean => sense.entry.cls === 'trigger' || sense.entry.cls === 'orghead';

/** The longest noun phrase between a name and its head. */
const NEAR = 4;

/** The noun beside a quoted name: right before it in Russian, behind it in Kazakh, there with attributes between. */
function headOf(doc: Document, s: Sentence, from: number, to: number): Head | null {
  if (s.lang === 'ru') {
    for (let k = Math.max(s.from, from - NEAR); k < from; k++) {
      const sense = sensesAt(doc, k, HEADS).find((x) => isHead(x) && x.to === from);
      if (sense) return headFrom(sense);
    }
    return null;
  }
  for (let k = to; k < Math.min(s.to, to + NEAR); ) {
    const sense = sensesAt(doc, k, HEADS).find(isHead);
    if (sense) return headFrom(sense);
    const modifier = sensesAt(doc, k, Starts['tw.modifier']).find((x) => x.entry.cls === 'tw.modifier');
    if (!modifier) return null;
    k = modifier.to;
  }
  return null;
}

/** A listed program that stands without quotation marks is its own head. */
function ownHead(doc: Document, from: number, to: number): Head | null {
  const sense = sensesAt(doc, from, Starts.program).find((x) => x.entry.cls === 'program' && x.to === to);
  return sense ? headFrom(sense) : null;
}

/** Kinds of names that are bodies or buildings. */
const BODIES: ReadonlySet<Trigger['kind']> = new Set(['organisation', 'place']);
/** Nouns that head names of bodies, but are no body that is opened or founded. */
const NO_BODIES: ReadonlySet<string> = new Set([
  'legal-form',
  'team',
  'editorial',
  'company',
  'group',
  'studio',
]);

const isBody = ({ sense }: Head): boolean =>
  sense.entry.cls === 'orghead' || BODIES.has((sense.entry.data as Trigger).kind);

const isBodySense = (sense: Sense): boolean =>
  sense.entry.cls === 'body' ||
  (sense.entry.cls === 'trigger' && (sense.entry.data as Trigger).kind === 'place') ||
  (sense.entry.cls === 'orghead' && !NO_BODIES.has((sense.entry.data as OrganisationHead).kind));

/** One of its kind, not counted: «12 школ» are a figure. */
const isOne = (doc: Document, { from, tags }: Sense): boolean =>
  (tags & Tag.sg) !== 0 &&
  tokenAt(doc, from - 1)?.kind !== Kind.number &&
  !startsAt(doc, from - 1, Starts.numeral);

/** «центр «Сад»» and `«Бақ» орталығы` with the head in the nominative; the name of a state body. */
function bodyName(doc: Document, { from, to }: Placed, head: Head | null): string | null {
  if (!head) return null;
  const { cls, written } = head.sense.entry;
  if (from === to) return cls === 'body' ? (written ?? null) : null;
  const name = doc.text.slice(doc.tokens[from]?.start ?? 0, tokenAt(doc, to - 1)?.end ?? 0);
  if (head.from < from) return `${written} ${name}`;
  const raw = doc.text.slice(doc.tokens[head.from]?.start ?? 0, tokenAt(doc, head.to - 1)?.end ?? 0);
  return `${name} ${withoutCase(raw)}`;
}

/** Adjectives before the head belong to its phrase. */
function phraseStart(doc: Document, s: Sentence, from: number): number {
  let start = from;
  while (start > s.from && looksAdjectival(wordAt(doc, start - 1)) && !startsAt(doc, start - 1, Starts.deed))
    start--;
  return start;
}

function isGovernedRu(doc: Document, s: Sentence, from: number, cases: number): boolean {
  if (from <= s.from) return false;
  const form = tokenAt(doc, from - 1)?.form;
  if (!form) return false;
  if (has(doc, from - 1, 'prep')) return true;
  if (cases !== 0 && !(cases & Tag.gen)) return false;
  if (has(doc, from - 1, 'running')) return has(doc, from - 2, 'prep');
  return !(
    isVerbal(form, 'ru') ||
    has(doc, from - 1, 'and') ||
    has(doc, from - 1, 'unit.year') ||
    has(doc, from - 1, 'adverb') ||
    isMonth(doc, from - 1)
  );
}

const isMonth = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.month).some((x) => x.entry.cls === 'month');

/** «в рамках …», «по линии …» right before a phrase. */
function endsFrame(doc: Document, s: Sentence, from: number): boolean {
  for (let k = Math.max(s.from, from - 3); k < from; k++)
    if (sensesAt(doc, k, Starts['tw.frame']).some((x) => x.entry.cls === 'tw.frame' && x.to === from))
      return true;
  return false;
}

const isFrame = (doc: Document, to: number): boolean =>
  sensesAt(doc, to, Starts['tw.frame']).some((x) => x.entry.cls === 'tw.frame');

/** `жобасының кезеңі`, `«Бақ» балалар орталығы`: a noun with possession behind it, or behind the next word, is the head. */
function isGovernedKk(doc: Document, s: Sentence, to: number): boolean {
  for (let i = to; i < Math.min(s.to, to + 2); i++) {
    const form = doc.tokens[i]?.form;
    if (!form || isEdge(doc, i) || has(doc, i, 'running') || has(doc, i, 'unit.year')) return false;
    if (startsAt(doc, i, Starts.deed) || isVerbal(form, 'kk')) return false;
    if (kazakhReadings(form.type).some((r) => (r.tags & Tag.p3) !== 0)) return true;
  }
  return false;
}

/** What an event happened to, and the frame it belongs to («в рамках проекта «Сад» открыт центр»). */
export interface Chosen {
  readonly theme: Theme | undefined;
  readonly frame: Theme | undefined;
}

/** The theme of a deed by the grammar of its wording. */
export function themeOf(doc: Document, s: Sentence, deed: DeedMention, themes: Sequence<Theme>): Chosen {
  const own = themes.within(deed.clause.from, deed.clause.to);
  const find = s.lang === 'ru' ? russianTheme : kazakhTheme;
  const theme = find(doc, s, deed, own, themes);
  const frame = own.find((t) => t !== theme && t.frame && t.program);
  return { theme, frame };
}

function russianTheme(
  doc: Document,
  s: Sentence,
  { from, to, word, clause }: DeedMention,
  own: readonly Theme[],
  all: Sequence<Theme>,
): Theme | undefined {
  const behind = own.filter((t) => t.from >= to);
  const verb = wordAt(doc, from);
  if (word.theme === 'of')
    return behind.find((t) => isIn(t, Tag.gen) && t.from - to <= NEAR && !has(doc, t.from - 1, 'prep'));
  if (word.attribute && word.theme === 'happens') {
    // «проект «Сад», стартовавший в 2013 году» or «открытый в 2019 году центр «Бақыт»».
    const named = endingAt(doc, all, clause.from - 1);
    return named ?? behind.find((t) => t.from - to <= 2 * NEAR && !has(doc, t.from - 1, 'prep'));
  }
  const free = own.filter((t) => !t.governed);
  if (word.theme === 'to')
    return nearest(
      free.filter((t) => isIn(t, Tag.dat)),
      from,
      to,
    );
  if (word.theme === 'does')
    return (
      behind.find((t) => !t.governed && isIn(t, Tag.acc)) ??
      // «Программу открыли», «Проект завершат»: somebody does it.
      free.findLast(
        (t) => t.to <= from && (t.cases === Tag.acc || (isIn(t, Tag.acc) && looksPluralVerb(verb))),
      )
    );
  const subject = nearest(
    free.filter((t) => isIn(t, Tag.nom) || has(doc, t.from - 1, 'running')),
    from,
    to,
  );
  if (subject) return subject;
  // «программа «Сад», которая стартовала в 2020 году»
  if (has(doc, clause.from, 'relative')) return endingAt(doc, all, clause.from - 1);
  // «Проект «Сад», рассчитанный на пять лет, стартовал в мае»
  return opening(doc, s, all);
}

function kazakhTheme(
  doc: Document,
  s: Sentence,
  { from, to, word, clause }: DeedMention,
  own: readonly Theme[],
  all: Sequence<Theme>,
): Theme | undefined {
  const before = own.filter((t) => t.to <= from && !t.governed);
  if (word.theme === 'of') return before.findLast((t) => from - t.to <= NEAR && isIn(t, Tag.gen | Tag.nom));
  // `2019 жылы ашылған «Бақыт» орталығы`; at the end of its clause it is the predicate.
  if (word.attribute && to < clause.to && !has(doc, to, 'copula'))
    return own.find((t) => t.from >= to && t.from - to <= NEAR && word.theme === 'happens');
  if (word.theme === 'to') return before.findLast((t) => isIn(t, Tag.dat));
  if (word.theme === 'does')
    return before.findLast(
      (t) => t.cases & Tag.acc || (t.to === from && isIn(t, Tag.nom)) || isRunning(doc, t),
    );
  const subject = before.findLast((t) => isIn(t, Tag.nom) || isRunning(doc, t));
  return subject ?? opening(doc, s, all);
}

/** The theme that ends right before a comma at a token. */
function endingAt(doc: Document, themes: Sequence<Theme>, comma: number): Theme | undefined {
  const last = mark(doc, comma) === ',' ? themes.last(comma) : undefined;
  return last?.to === comma ? last : undefined;
}

/** «Проект «Сад», …»: the subject with which a sentence opens, set apart from its verb. */
const opening = (doc: Document, s: Sentence, themes: Sequence<Theme>): Theme | undefined =>
  themes
    .within(s.from, Math.min(s.to, s.from + SIGHT))
    .find((t) => t.from - s.from <= NEAR && !t.governed && isIn(t, Tag.nom) && mark(doc, t.to) === ',');

/** `жобасын жүзеге асыру басталды`: what is set going is the program. */
const isRunning = (doc: Document, t: Theme): boolean =>
  has(doc, t.to, 'running') || has(doc, t.to + 1, 'running');

const isIn = (t: Theme, kase: number): boolean => t.cases === 0 || (t.cases & kase) !== 0;

function nearest(list: readonly Theme[], from: number, to: number): Theme | undefined {
  const distance = (t: Theme): number => (t.to <= from ? from - t.to : t.from - to);
  let best: Theme | undefined;
  for (const t of list) if (!best || distance(t) < distance(best)) best = t;
  return best;
}
