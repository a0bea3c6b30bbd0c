import type { NumberKind } from '../../core/facts.ts';
import { endingTags } from '../../language/packs/kk/shape.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { type Document, has, isSign, langAt, mark, Starts, sensesAt, word } from '../document.ts';
import { isAblative } from '../kazakh-case.ts';
import { Sign } from '../signs.ts';
import { changed, findGroups, type NumberGroup } from './groups.ts';
import { type Rejection, rejectionOf } from './kinds.ts';
import { isRangeDash, type Quantity, quantityOf, withParts } from './quantities.ts';
import { relate } from './relations.ts';

export type { NumberGroup } from './groups.ts';
export { type Quantity, unitName, withParts } from './quantities.ts';
export { isYearEarlier } from './terms.ts';

/** A number that measures nothing, and what it is. */
export interface Reject {
  readonly group: NumberGroup;
  readonly kind: NumberKind;
}

/** All numbers of a document: those that measure something, and the rest with the reason. */
export interface Numbers {
  readonly quantities: readonly Quantity[];
  /** One for every number of the text: the ends of a range apart, in the unit of the pair. */
  readonly parts: readonly Quantity[];
  readonly rejects: readonly Reject[];
}

const KIND_OF: Record<Rejection, NumberKind> = {
  date: 'date',
  time: 'time',
  age: 'age',
  identifier: 'identifier',
  ordinal: 'ordinal',
  manner: 'cardinal',
};

/** Reads all numbers of a document. `insideName` tells whether a token lies in a quoted name. */
export function readNumbers(doc: Document, insideName: (token: number) => boolean): Numbers {
  const groups = findGroups(doc);
  const quantities: Quantity[] = [];
  const rejects: Reject[] = [];
  // The end of an age or date range decides for its beginning, so later numbers are known by then.
  for (const [at, group] of groups.entries()) {
    const rejection = rejectionOf(doc, group, groups, at, insideName);
    if (rejection) rejects.push({ group, kind: KIND_OF[rejection] });
    else if (
      isLooseOne(doc, group) &&
      !isOfChange(doc, groups, at) &&
      !isCounted(doc, group, quantities.at(-1))
    ) {
      const measure = quantityOf(doc, group).unitClass === 'measure';
      if (measure || standsForOne(doc, group))
        rejects.push({ group, kind: measure ? 'measure' : 'cardinal' });
    } else quantities.push(quantityOf(doc, group));
  }
  const parts: Quantity[] = [];
  return { quantities: relate(doc, joinRanges(doc, quantities, parts)), parts, rejects };
}

/** «один из», «бір жағынан»: one alone is an article as a rule; with a unit of money, share or measure it counts. */
function isLooseOne(doc: Document, g: NumberGroup): boolean {
  if (g.digits || g.value !== 1 || g.to - g.from !== 1 || g.high !== undefined) return false;
  // «по одной школе»; but «по одному из дел»
  if (has(doc, g.from - 1, 'prep.each')) return has(doc, g.to, 'prep.outof');
  const q = quantityOf(doc, g);
  if (q.thing?.kind === 'person' && hasVictims(doc, g, q)) return false;
  // «бір текше метрге»: one of a measure is what a price or norm is counted on.
  return q.unitClass === 'count' || q.unitClass === 'measure' || q.unit === undefined;
}

/** `үш сағаттан бір сағатқа дейін қысқарды`: an end of a change is a figure, even one. */
const isOfChange = (doc: Document, groups: readonly NumberGroup[], at: number): boolean =>
  isChange(doc, groups[at - 1], groups[at]) || isChange(doc, groups[at], groups[at + 1]);

function isChange(doc: Document, a: NumberGroup | undefined, b: NumberGroup | undefined): boolean {
  if (!a || b?.from !== a.to + 1 || langAt(doc, a.from) !== 'kk') return false;
  if (!isAblative(doc, a.to) || !(endingTags(word(doc, b.to)) & Tag.dat)) return false;
  const verb = has(doc, b.to + 1, 'cmp.until.dat') ? b.to + 2 : b.to + 1;
  return has(doc, verb, 'up') || has(doc, verb, 'down');
}

/** «два детсада и одну школу», `үш мектеп пен бір балабақша`: in a list of counted things one is counted too. */
function isCounted(doc: Document, g: NumberGroup, last: Quantity | undefined): boolean {
  if (last?.thing?.class !== 'count' || last.to !== g.from - 1) return false;
  if (mark(doc, last.to) !== ',' && !has(doc, last.to, 'and')) return false;
  return quantityOf(doc, g).thing?.class === 'count';
}

/** «погиб один человек», «бір адам қаза тапты»: victims are counted from one on. */
function hasVictims(doc: Document, g: NumberGroup, q: Quantity): boolean {
  const s = doc.sentences[doc.sentenceOf[g.from] ?? 0];
  for (let i = Math.max(s?.from ?? 0, g.from - 2); i < Math.min(s?.to ?? 0, q.to + 2); i++)
    if (has(doc, i, 'victim')) return true;
  return false;
}

/** «соның бірі»: with possession, or with nothing around it, one is a number all the same, though it counts nothing. */
const standsForOne = (doc: Document, g: NumberGroup): boolean => {
  const s = doc.sentences[doc.sentenceOf[g.from] ?? 0];
  return (g.tags & Tag.p3) !== 0 || (s !== undefined && s.to - s.from === 1);
};

/** Joins «25–30 %», «от 5 до 10», «33-тен 131-ге дейін», «с 41 до 71 процента» into one quantity each. */
function joinRanges(doc: Document, list: readonly Quantity[], parts: Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (let i = 0; i < list.length; i++) {
    const a = list[i];
    const b = list[i + 1];
    if (!a) continue;
    // «с 15 минут до 8–9»: the end of the pair is a range.
    const c = list[i + 2];
    const range = b && c && isRangeDash(doc, b.group.to) ? joined(doc, b, c) : undefined;
    const wide = range?.high != null && b?.unit === undefined ? joined(doc, a, range) : undefined;
    if (wide && b && c) {
      out.push(wide);
      parts.push(withParts(a, { unit: wide.unit, unitClass: wide.unitClass, thing: wide.thing }), b, c);
      i += 2;
      continue;
    }
    const pair = b ? joined(doc, a, b) : undefined;
    if (pair) {
      out.push(pair);
      // Both ends count what the pair counts, in its magnitude: «36–38 градус», «2–3 млн».
      parts.push(
        withParts(a, {
          value: b ? lentTo(a, b) : a.value,
          unit: pair.unit,
          unitClass: pair.unitClass,
          thing: pair.thing,
        }),
      );
      if (b) parts.push(b);
      i++;
    } else {
      out.push(a);
      parts.push(a);
    }
  }
  return out;
}

function joined(doc: Document, a: Quantity, b: Quantity): Quantity | undefined {
  if (a.value === null || b.value === null || doc.sentenceOf[a.group.from] !== doc.sentenceOf[b.group.from])
    return undefined;
  if (
    a.unit !== undefined &&
    a.unit !== 'item' &&
    b.unit !== undefined &&
    (a.unitClass !== b.unitClass || (a.unitClass === 'money' && a.unit !== b.unit))
  )
    return undefined;
  const first = lentTo(a, b);
  // 25–30 %
  if (
    isRangeDash(doc, a.group.to) &&
    b.group.from === a.group.to + 1 &&
    first < b.value &&
    !doc.tokens[a.group.to]?.spaced === !doc.tokens[b.group.from]?.spaced
  )
    return withParts(merged(a, b), { value: first, high: b.value });
  const fromTo =
    has(doc, a.group.from - 1, 'prep.from') &&
    has(doc, b.group.from - 1, 'prep.to') &&
    (b.group.from - 1 - a.to <= 1 || isWhen(doc, a.to, b.group.from - 1));
  if (fromTo) {
    const range = withParts(merged(a, b), { from: a.group.from - 1, comparator: '=' as const, until: false });
    // «составляет от 2 до 6 лет» is a range: with «от» only a verb of change beside it makes a change.
    const open = has(doc, a.group.from - 1, 'prep.atleast');
    return (open ? changesInClause(doc, a, b) : changes(doc, a, b))
      ? withParts(range, { value: b.value, previous: first })
      : withParts(range, { value: Math.min(first, b.value), high: Math.max(first, b.value) });
  }
  // «до 15 с 12»: the same told from its end.
  if (
    has(doc, a.group.from - 1, 'prep.to') &&
    has(doc, b.group.from - 1, 'prep.from') &&
    b.group.from - 1 === a.to &&
    changes(doc, a, b)
  )
    return withParts(merged(b, a), {
      from: a.from,
      to: b.to,
      until: false,
      comparator: '=',
      value: a.value,
      previous: lentTo(b, a),
    });
  // 33-тен 131-ге дейін: the first bears the ablative, the second the dative and «дейін».
  const bare = (q: Quantity): boolean => (q.tags & Tag.abl) !== 0 || (q.group.tags & Tag.abl) !== 0;
  const reaches = b.until || (bareDative(b) && changes(doc, a, b));
  // «5 теңгеден бастап 100 теңгеге дейін»
  const opens = a.comparator === '=' || has(doc, a.to - 1, 'cmp.from.abl');
  if (bare(a) && opens && reaches && b.from - a.to <= 1) {
    const range = withParts(merged(a, b), { comparator: '=' as const, until: false });
    return changes(doc, a, b)
      ? withParts(range, { value: b.value, previous: first })
      : withParts(range, { value: Math.min(first, b.value), high: Math.max(first, b.value) });
  }
  return undefined;
}

/** «с 12,6 % в октябре до 12,4 % в ноябре»: nothing but a time stands between the ends. */
function isWhen(doc: Document, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) {
    const t = doc.tokens[i];
    const year = t?.kind === Kind.number && t.digits.num >= 1900 && t.digits.num <= 2099;
    const month = sensesAt(doc, i, Starts.month).some((s) => s.entry.cls === 'month');
    if (!year && !month && !TIME_WORDS.some((c) => has(doc, i, c))) return false;
  }
  return true;
}
const TIME_WORDS = ['prep', 'unit.year', 'unit.month', 'rel.last', 'rel.this'];

/** «39,2 пайыздан 42,6 пайызға өсті»: the dative alone, when a verb of change follows. */
const bareDative = (q: Quantity): boolean =>
  ((q.tags | q.group.tags) & Tag.dat) !== 0 && q.comparator === '=';

/** «2–3 млн», «с 41 до 71 тысячи»: the multiplier of the second holds for both. */
function lentTo(a: Quantity, b: Quantity): number {
  const value = a.value ?? 0;
  return a.group.multiplier === 1 && b.group.multiplier > 1 && a.unit === undefined
    ? value * b.group.multiplier
    : value;
}

const merged = (a: Quantity, b: Quantity): Quantity =>
  withParts(b, {
    from: a.from,
    group: changed(b.group, { from: a.group.from }),
    unit: b.unit ?? a.unit,
    unitClass: b.unit ? b.unitClass : a.unitClass,
    thing: b.thing ?? a.thing,
    noun: b.unit ? b.noun : a.noun,
    comparator: a.comparator !== '=' ? a.comparator : b.comparator,
    hedge: a.hedge ?? b.hedge,
    sign: a.sign ?? b.sign,
  });

const SHIFTS = ['up', 'down', 'shift'];
const CHANGES = [...SHIFTS, 'level'];

/** Is there a verb or noun of change in the sentence of a from–to pair? Without one it is a range. */
function changes(doc: Document, a: Quantity, b: Quantity): boolean {
  // `18 мыңы жұмысқа шыққан, айлығы – 85-тен 110 мың теңгеге дейін`: behind its dash a Kazakh clause needs no verb.
  if (langAt(doc, a.from) === 'kk' && isSign(doc, a.from - 1, Sign.dash) && isSign(doc, b.to, CLAUSE_MARKS))
    return changesInClause(doc, a, b);
  const s = doc.sentences[doc.sentenceOf[a.group.from] ?? 0];
  return s !== undefined && isAmong(doc, CHANGES, Math.max(s.from, a.from - 15), Math.min(s.to, b.to + 8));
}

/** «Мест стало больше, просят от 18 до 95 тысяч»: a verb of another clause changes nothing here. */
function changesInClause(doc: Document, a: Quantity, b: Quantity): boolean {
  let [from, to] = [a.group.from, b.to];
  while (from > a.from - 15 && !isSign(doc, from - 1, CLAUSE_MARKS)) from--;
  while (to < b.to + 8 && !isSign(doc, to, CLAUSE_MARKS)) to++;
  return isAmong(doc, SHIFTS, from, to);
}
const CLAUSE_MARKS = Sign.comma | Sign.semicolon | Sign.stop | Sign.newline;

function isAmong(doc: Document, classes: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) for (const c of classes) if (has(doc, i, c)) return true;
  return false;
}
