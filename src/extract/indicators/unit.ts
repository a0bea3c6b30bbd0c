import type { Thing } from '../../catalog/things.ts';
import type { UnitClass } from '../../core/facts.ts';
import { ClauseWord } from '../../language/clause.ts';
import { looksPlural } from '../../language/packs/kk/clause.ts';
import { isDoers, isDoersOf, isParticiple } from '../../language/packs/kk/shape.ts';
import { looksAdjectival } from '../../language/packs/ru/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import {
  type Document,
  has,
  hasWithin,
  isSign,
  langAt,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from '../document.ts';
import { type Quantity, unitName } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge, LIST_LENGTH } from './clause.ts';
import type { Draft } from './draft.ts';
import { type Filled, filled } from './origin.ts';
import { isDecimal } from './rate.ts';
import { isOfTime, says } from './subject/told.ts';
import { kindBehind, scoreOf, thingBefore } from './unit-named.ts';

/** What a figure counts or is measured in. */
export interface Unit {
  readonly unit: string;
  readonly unitClass: UnitClass;
  /** The magnitude that a list lends with its unit: «3 и 5 млрд тенге». */
  readonly times?: number;
}

/** The unit said with the figure, else the one its list or its clause names, else the one an earlier figure lends. */
export function unitOf(
  doc: Document,
  quantities: readonly Quantity[],
  { q, at, sentence, s }: Draft,
  earlier: readonly Draft[],
): Filled<Unit> {
  const people = collective(doc, q, s);
  // «четверо погибли»: a word that nobody lists behind a collective is no noun of ours.
  const unlisted = q.unit === 'item' && people?.value.unit === 'person' && s.lang === 'ru';
  if (q.unit !== undefined && !unlisted)
    return filled({ unit: q.unit, unitClass: q.unitClass }, 'figure', q.group.to, q.to);
  const own =
    people ??
    unitOfShare(doc, q, s, earlier.at(-1), sentence) ??
    unitToTheRight(doc, quantities, at) ??
    unitOfSeries(doc, quantities, at) ??
    restOf(doc, q, sentence, earlier.at(-1)) ??
    priceOf(doc, q, quantities[at - 1]) ??
    countedThing(doc, q, s) ??
    (s.lang === 'ru' ? scoreOf(doc, q, s) : undefined);
  if (own) return own;
  const lent = lentUnit(doc, q, s, sentence, earlier);
  const kind = s.lang === 'ru' ? kindBehind(doc, q, s) : undefined;
  // «117 тысяч – дети»: people are told of whoever was counted.
  if (kind) return lent?.value.unit === 'person' && isPeople(kind.value) ? lent : kind;
  if (lent?.value.unitClass === 'money') return lent;
  const ahead = moneyAhead(doc, quantities, at) ?? sumOf(doc, q, s);
  if (ahead) return ahead;
  if (namesItsOwn(doc, q, s)) return NO_UNIT;
  // «объектов – 36: школы – 12»; but «врачи – 40 %, школы – 12» goes on in shares.
  const named = s.lang === 'ru' && lent?.value.unitClass !== 'percent' ? thingBefore(doc, q, s) : undefined;
  return (named && isPeople(named.value) ? lent : undefined) ?? named ?? lent ?? NO_UNIT;
}
const isPeople = ({ unit }: Unit): boolean => unit === 'person' || unit === 'child';

/**
 * `кемшіліктер саны 12-ден 4-ке азайды`: what it counts is said, though nobody listed it; no earlier figure lends
 * another.
 */
function namesItsOwn(doc: Document, q: Quantity, s: Sentence): boolean {
  if (s.lang !== 'kk' || q.group.tags & Tag.p3) return false;
  const at = isSign(doc, q.from - 1, Sign.dash) ? q.from - 2 : q.from - 1;
  if (!has(doc, at, 'counted'))
    return (
      looksPlural(word(doc, q.from - 1)) &&
      isFew(doc, q) &&
      !startsAt(doc, at, Starts.place | Starts.placehead)
    );
  const named = isSign(doc, at - 1, Sign.word) && !isOfTime(doc, at - 1);
  return named && !says(doc, at - 1, ClauseWord.pronoun | ClauseWord.vague);
}

/** A whole number without a magnitude, which is no sum of money and no share. */
const isFew = (doc: Document, q: Quantity): boolean => q.group.multiplier === 1 && !isDecimal(doc, q);
export const NO_UNIT: Filled<Unit> = filled({ unit: 'item', unitClass: 'count' }, 'unsaid');

/** «Двое пострадали»: a collective without its noun counts people; «науқастардың үшеуі» counts the noun before it. */
function collective(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  const at = q.group.from;
  if (s.lang === 'ru')
    return has(doc, at, 'collective')
      ? filled({ unit: 'person', unitClass: 'count' }, 'counted', at, at + 1)
      : undefined;
  if (!(q.group.tags & Tag.p3)) return undefined;
  const kind = isSign(doc, q.to, Sign.dash) ? kindAt(doc, q.to + 1) : undefined;
  if (kind) return kind;
  return ofWhole(doc, q.from - 1, s);
}

/** `науқастардың үшеуі`, `курсты бітіргендердің 900-і`: what the noun or the participle in the genitive counts. */
function ofWhole(doc: Document, at: number, s: Sentence): Filled<Unit> | undefined {
  const sense = sensesAt(doc, at, Starts.thing).find((x) => x.entry.cls === 'thing' && x.tags & Tag.gen);
  const thing = sense?.entry.data as Thing | undefined;
  if (thing?.class === 'count') return widest(doc, at, at + 1, s) ?? counted(thing, at, at + 1);
  return thing === undefined && isDoersOf(word(doc, at)) ? filled(PERSON, 'counted', at, at + 1) : undefined;
}

/** `Ауырғандардың 83 пайызы екпе алмаған, 412-сі бас тартқан`: so many of those that a share was taken of. */
function unitOfShare(
  doc: Document,
  q: Quantity,
  s: Sentence,
  last: Draft | undefined,
  sentence: number,
): Filled<Unit> | undefined {
  if (s.lang !== 'kk' || !(q.group.tags & Tag.p3) || last?.sentence !== sentence) return undefined;
  return last.q.unitClass === 'percent' && last.q.tags & Tag.p3
    ? ofWhole(doc, last.q.from - 1, s)
    : undefined;
}

/**
 * `оның 4,2 мыңы – комбайн`: of what kind the part is, told by a noun that ends its clause; in `20-сы – университет,
 * 9-ы – колледж студенттеріне арналған` the last part shows that whom they are for is told.
 */
function kindAt(doc: Document, at: number): Filled<Unit> | undefined {
  const sense = sensesAt(doc, at, Starts.thing).find(
    (x) =>
      x.entry.cls === 'thing' &&
      (x.tags & CASES & ~Tag.nom) === 0 &&
      (isClauseEdge(doc, x.to) || x.to >= doc.tokens.length),
  );
  const thing = sense?.entry.data as Thing | undefined;
  if (!sense || thing?.class !== 'count') return undefined;
  if (isSign(doc, sense.to, Sign.comma))
    for (let i = sense.to + 1; i <= sense.to + GAP; i++)
      if (isSign(doc, i, Sign.dash) && kindAt(doc, i + 1) === undefined) return undefined;
  return counted(thing, at, sense.to);
}

/** «40, 50 и 60 процентов», «3 и 5 млрд тенге»: figures of one list share the unit and magnitude behind the last. */
function unitToTheRight(doc: Document, list: readonly Quantity[], at: number): Filled<Unit> | undefined {
  const first = list[at];
  for (let k = at; k < at + LIST_LENGTH; k++) {
    const [a, b] = [list[k], list[k + 1]];
    if (!a || !b || doc.sentenceOf[a.group.from] !== doc.sentenceOf[b.group.from]) return undefined;
    if (isGapped(doc, a, b)) {
      if (b.unit === undefined) continue;
      return filled({ unit: b.unit, unitClass: b.unitClass }, 'list', b.from, b.to);
    }
    for (let i = a.to; i < b.from; i++)
      if (
        !isSign(doc, i, Sign.comma) &&
        !has(doc, i, 'and') &&
        !has(doc, i, 'prep.outof') &&
        !isBySide(doc, a, b)
      )
        return undefined;
    // «Резидентов – 1 870, каждый четвёртый – из-за рубежа»: a share in words is no unit of a list.
    if (b.from === a.to || b.group.role === 'share') return undefined;
    const times = first?.group.multiplier === 1 && (first.value ?? 0) < 1000 ? b.group.multiplier : 1;
    if (b.unit !== undefined && b.unit !== 'item')
      return filled({ unit: b.unit, unitClass: b.unitClass, times }, 'list', b.from, b.to);
  }
  return undefined;
}

/**
 * `Аралдан 71, Қазалыдан 54 кәсіпкер келді`: Kazakh leaves the noun, and the verb, to the last of its members. A figure
 * in another magnitude than the last (`120, … 1,2 мың пәтер`) is left alone.
 */
function isGapped(doc: Document, a: Quantity, b: Quantity): boolean {
  if (langAt(doc, a.from) !== 'kk' || !isSign(doc, a.to, Sign.comma) || b.group.tags & (Tag.p3 | Tag.gen))
    return false;
  if (b.unit === 'item' || RATIOS.has(b.unitClass)) return false;
  if (a.group.multiplier !== b.group.multiplier || b.from - a.to > GAP || b.from <= a.to + 1) return false;
  for (let i = a.to + 1; i < b.from; i++) {
    // `2024 жылы 18`
    if (isSign(doc, i, Sign.number)) continue;
    const form = tokenAt(doc, i)?.form;
    if (!form || isVerbal(form, 'kk') || isParticiple(word(doc, i)) || has(doc, i, 'counted')) return false;
  }
  return true;
}
/** Tokens from a figure to the next of its list: a comma and the name of whose it is. */
const GAP = 5;

/**
 * `Атырау (638,4 мың) мен Маңғыстау (651 мың теңге)`, `• Шымкент – 30,8 мың; • Абай – 24,5 мың өтінім`: figures that
 * stand alike behind names, in one magnitude, are of one unit, and one of them tells it.
 */
function unitOfSeries(doc: Document, list: readonly Quantity[], at: number): Filled<Unit> | undefined {
  const q = list[at];
  if (!q || q.noun[1] > q.noun[0] || q.group.tags & (Tag.p3 | Tag.gen)) return undefined;
  for (const step of [-1, 1])
    for (let k = at + step; k >= 0 && Math.abs(k - at) <= LIST_LENGTH; k += step) {
      const [x, from] = [list[k], list[k - step]];
      if (!x || !from || !isAlike(doc, step > 0 ? from : x, step > 0 ? x : from)) break;
      if (x.unit !== undefined && x.unit !== 'item')
        return filled({ unit: x.unit, unitClass: x.unitClass }, 'list', x.from, x.to);
    }
  return undefined;
}

/** Do two figures stand alike, each alone in a bracket or behind the dash of its line, with only names between them? */
function isAlike(doc: Document, a: Quantity, b: Quantity): boolean {
  if (a.group.multiplier !== b.group.multiplier || b.from - a.to > MEMBERS_APART) return false;
  const bracketed = (q: Quantity): boolean =>
    isSign(doc, q.from - 1, Sign.open) && isSign(doc, q.to, Sign.close);
  const [first, last] = bracketed(a) && bracketed(b) ? [a.to + 1, b.from - 1] : [a.to, b.from];
  const inLines =
    isSign(doc, a.from - 1, Sign.dash) && isSign(doc, b.from - 1, Sign.dash) && hasBreak(doc, a.to, b.from);
  if (first === a.to && !inLines) return false;
  for (let i = first; i < last; i++) if (isSign(doc, i, Sign.word) && !isNameWord(doc, i)) return false;
  return true;
}
/** A name, or a word that goes with the names of places: `облыстары`, `мен`. */
const isNameWord = (doc: Document, i: number): boolean =>
  isSign(doc, i, Sign.capital) || has(doc, i, 'and') || startsAt(doc, i, Starts.place | Starts.placehead);

const hasBreak = (doc: Document, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isSign(doc, i, Sign.newline)) return true;
  return false;
};
/** Tokens between two members: the names of a place or two. */
const MEMBERS_APART = 12;

/** «60 на 30 метров», «60 × 30 м»: two sides of one thing, in one measure. */
const isBySide = (doc: Document, a: Quantity, b: Quantity): boolean =>
  b.from === a.to + 1 &&
  b.unitClass === 'measure' &&
  (has(doc, a.to, 'prep.by') || doc.tokens[a.to]?.mark === '×');

/**
 * «выросли на 14 млрд и составят 612 млрд тенге»: a large figure without its noun is of the money that its sentence
 * names next.
 */
function moneyAhead(doc: Document, list: readonly Quantity[], at: number): Filled<Unit> | undefined {
  const [q, next] = [list[at], list[at + 1]];
  if (!q || !next || next.unitClass !== 'money' || next.unit === undefined) return undefined;
  if (q.group.multiplier < LARGE || doc.sentenceOf[q.from] !== doc.sentenceOf[next.from]) return undefined;
  return filled({ unit: next.unit, unitClass: 'money' }, 'list', next.from, next.to);
}

/** Millions and more are sums of money where their sentence speaks of money. */
const LARGE = 1_000_000;

/**
 * «Выделено 410 миллионов», «потребность – 21 млрд»: a large figure without its noun, in a clause about spending, is in
 * tenge.
 */
function sumOf(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  if (q.group.multiplier < LARGE) return undefined;
  for (let i = q.from - 1; i >= s.from && !isClauseEdge(doc, i); i--)
    if (has(doc, i, 'spending') || (q.group.multiplier >= VAST && has(doc, i, 'giving')))
      return filled(TENGE, 'counted', i, i + 1);
  return undefined;
}
const TENGE: Unit = { unit: 'KZT', unitClass: 'money' };

/** «Субсидий выдано на 2 миллиарда», «3106 заявок на 49 миллиардов»: what was given or counted, for how much. */
function priceOf(doc: Document, q: Quantity, last: Quantity | undefined): Filled<Unit> | undefined {
  const at = q.group.from - 2;
  if (q.group.multiplier < LARGE || !has(doc, at + 1, 'prep.by')) return undefined;
  const counted = last?.to === at + 1 && last.thing?.class === 'count';
  return counted || has(doc, at, 'giving') || has(doc, at, 'spending')
    ? filled(TENGE, 'counted', at, at + 1)
    : undefined;
}

/** «На жильё ушёл 81 %, остальные 19 – на учёбу»: the rest of a hundred. */
function restOf(
  doc: Document,
  q: Quantity,
  sentence: number,
  last: Draft | undefined,
): Filled<Unit> | undefined {
  if (!last || last.sentence !== sentence || last.slots.unit.value.unitClass !== 'percent') return undefined;
  const whole = (last.q.value ?? 0) + (q.value ?? 0);
  return whole === 100 && says(doc, q.from - 1, ClauseWord.pronoun) ? lent(asSaid(last), last) : undefined;
}

/** «сеть центров выросла с 33 до 131», «Пенсионеров – 2,5 млн», «туристер саны»: the counted thing stands before its figure. */
function countedThing(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  const { lang } = s;
  // «краж – на 12»: by how much, not how many.
  if (has(doc, q.group.from - 1, 'prep.by') && isSign(doc, q.group.from - 2, Sign.dash)) return undefined;
  const many = lang === 'kk' ? peopleWho(doc, q, s) : undefined;
  if (many) return many;
  // «вакансий у школ (420)»: a bracket holds the figure of what stands before it.
  const first = isSign(doc, q.from - 1, Sign.open) ? q.from - 2 : q.from - 1;
  for (let i = first, n = 0; i >= s.from && n < 12 && !isClauseEdge(doc, i); i--, n++) {
    const sense = sensesAt(doc, i, Starts.thing).find(
      (x) => x.entry.cls === 'thing' && x.to <= q.from && (lang === 'kk' || (x.tags & Tag.genPl) !== 0),
    );
    if (!sense) continue;
    const thing = sense.entry.data as Thing;
    if (thing.class !== 'count') continue;
    const named =
      lang === 'kk'
        ? has(doc, sense.to, 'counted') ||
          // «Ең көп бос жұмыс орны Қарағандыда (21 мың)»
          has(doc, i - 1, 'most') ||
          has(doc, i - 1, 'least') ||
          // `жасөспірімдер 5 600-ге жетті`
          (isFew(doc, q) &&
            sense.to === q.from &&
            (sense.tags & Tag.pl) !== 0 &&
            (sense.tags & CASES & ~Tag.nom) === 0)
        : has(doc, i - 1, 'counted') ||
          has(doc, i - 2, 'counted') ||
          // «Больше всего получателей – в Туркестанской области: 92 тысячи»
          has(doc, i - 2, 'most') ||
          has(doc, i - 2, 'least') ||
          opensClause(doc, i, s) ||
          // «аварийных школ осталось 41»
          (looksAdjectival(word(doc, i - 1)) && opensClause(doc, i - 1, s));
    if (named) return widest(doc, i, sense.to, s) ?? counted(thing, i, sense.to);
  }
  // «Число школ, работающих в три смены, сократилось с 27 до 4»: the counted noun opens the sentence.
  if (lang === 'ru' && q.previous !== null && has(doc, s.from, 'counted')) {
    const sense = sensesAt(doc, s.from + 1, Starts.thing).find(
      (x) => x.entry.cls === 'thing' && x.tags & Tag.gen,
    );
    if (sense) return counted(sense.entry.data as Thing, s.from + 1, sense.to);
  }
  return undefined;
}

/** Does a clause open at a token, or go on there behind its place or time: «В январе сделок заключено 27 412»? */
const opensClause = (doc: Document, i: number, s: Sentence): boolean =>
  i === s.from ||
  isClauseEdge(doc, i - 1) ||
  startsAt(doc, i - 1, Starts.month | Starts.placehead) ||
  (has(doc, i - 1, 'but') && isClauseEdge(doc, i - 2)) ||
  has(doc, i - 1, 'unit.year');

/** `Қаза тапқандар саны – 9`, `оқитындардың саны 40`: a participle in the plural is people. */
function peopleWho(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  for (let i = q.from - 1; i > s.from && i > q.from - MAX_WORDS - 1 && !isClauseEdge(doc, i); i--)
    if (has(doc, i, 'counted'))
      return isDoers(word(doc, i - 1)) ? filled(PERSON, 'counted', i - 1, i) : undefined;
  return undefined;
}
const PERSON: Unit = { unit: 'person', unitClass: 'count' };

/** «үш ауысымды мектеп саны»: of listed things that end at one token, the one with most words. */
function widest(doc: Document, from: number, to: number, s: Sentence): Filled<Unit> | undefined {
  for (let i = Math.max(s.from, from - MAX_WORDS); i < from; i++) {
    const sense = sensesAt(doc, i, Starts.thing).find((x) => x.entry.cls === 'thing' && x.to === to);
    if (sense) return counted(sense.entry.data as Thing, i, to);
  }
  return undefined;
}
const MAX_WORDS = 3;

const counted = (thing: Thing, from: number, to: number): Filled<Unit> =>
  filled({ unit: unitName(thing), unitClass: 'count' }, 'counted', from, to);

const RATIOS: ReadonlySet<UnitClass> = new Set(['percent', 'percentage_point', 'times']);

/** A figure lends its unit and subject this many sentences on. */
export const REACH = 2;
/** And its unit past so many other figures. */
const FIGURES = 20;

/**
 * «по карте 120 тенге, наличными – 200», «мастеру платят 43 тысячи тенге, ученик получает 30 тысяч», «износ – 71,3 %,
 * потери – до 14»: an elliptic clause goes on in the unit of the one before, with a sum of its size or another share.
 */
function continues(doc: Document, q: Quantity, s: Sentence, last: Draft): boolean {
  const value = q.value ?? 0;
  const { unitClass } = last.slots.unit.value;
  const elliptic = isSign(doc, q.from - 1, Sign.dash);
  if (unitClass === 'money') {
    const ratio = value / (last.q.value || 1);
    const lead = has(doc, q.group.from - 1, 'contrast') ? q.group.from - 2 : q.group.from - 1;
    const bounded = ['prep.to', 'prep.atleast', 'prep.by', 'pays'].some((c) => has(doc, lead, c));
    return (elliptic || bounded) && ratio > 0.1 && ratio < 10;
  }
  const governed = has(doc, q.group.from - 1, 'prep.to') || has(doc, q.group.from - 1, 'prep.by');
  return (
    unitClass === 'percent' &&
    value <= 100 &&
    q.group.multiplier === 1 &&
    (governed || ((elliptic || hasBeen(doc, q.from - 1)) && isElsewhere(doc, q, s)))
  );
}

/** «масло – на 23,7» */
const isBy = (doc: Document, { group: { from } }: Quantity): boolean =>
  has(doc, from - 1, 'prep.by') && isSign(doc, from - 2, Sign.dash);

/** «было 78», «было всего 22» */
const hasBeen = (doc: Document, i: number): boolean => has(doc, has(doc, i, 'only') ? i - 1 : i, 'was');

/**
 * «… 38 % участников, в Алматы – 17», «… на водителей – 12», «… 91 %; три года назад было 78»: a clause that tells no more than
 * another place, part or time.
 */
function isElsewhere(doc: Document, q: Quantity, s: Sentence): boolean {
  let from = q.from;
  let counts = false;
  for (; from > s.from && !isClauseEdge(doc, from - 1); from--) {
    if (q.from - from > ELLIPTIC) return false;
    counts ||= countsAt(doc, from - 1);
  }
  if (from > s.from && has(doc, from, 'prep')) return true;
  return !counts && (has(doc, from, 'prep.in') || hasWithin(doc, from, q.from, 'rel.ago'));
}

const countsAt = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some(
    (x) => x.entry.cls === 'thing' && (x.entry.data as Thing).class === 'count',
  );

/** Words of an elliptic clause before its figure. */
const ELLIPTIC = 5;

const VAST = 1_000_000_000;

/**
 * The unit of the last counted or paid thing nearby; a share is lent only to a decimal that follows a share at once
 * («44,5 % …, 44,1»).
 */
function lentUnit(
  doc: Document,
  q: Quantity,
  s: Sentence,
  sentence: number,
  earlier: readonly Draft[],
): Filled<Unit> | undefined {
  let first = earlier.length;
  while (first > earlier.length - FIGURES && sentence - (earlier[first - 1]?.sentence ?? -REACH - 1) <= REACH)
    first--;
  const nearest = (fits: (m: Draft, unitClass: UnitClass) => boolean): Draft | undefined => {
    for (let k = earlier.length - 1; k >= first; k--) {
      const m = earlier[k] as Draft;
      if (fits(m, m.slots.unit.value.unitClass)) return m;
    }
    return undefined;
  };
  const last = first < earlier.length ? earlier.at(-1) : undefined;
  if (!last) return undefined;
  const here = last.sentence === sentence;
  const lastClass = last.slots.unit.value.unitClass;
  const { multiplier, tags } = q.group;
  const decimal = isDecimal(doc, q);
  if (lastClass === 'percent' && here && decimal) return lent(asSaid(last), last);
  const before = nearest((m) => m.sentence === sentence && continues(doc, q, s, m));
  // «получили 126 МРП все 168, кредит – 91»: a bare dash goes on in what was counted last.
  const counted = last !== before && here && lastClass === 'count' && isSign(doc, q.from - 1, Sign.dash);
  if (before && (before === last || (before.slots.unit.value.unitClass === 'money' && !counted)))
    return lent(asSaid(before), before);
  // «говядина – на 25,4 %; масло – на 23,7»
  const byAlike = isBy(doc, q) && isBy(doc, last.q) && sentence - last.sentence <= 1;
  if (lastClass === 'percent' && byAlike && multiplier === 1) return lent(asSaid(last), last);
  // «… 46,2 % жителей. В Улытауской – 45,8.»
  if (last.sentence === sentence - 1 && isElsewhere(doc, q, s) && continues(doc, q, s, last))
    return lent(asSaid(last), last);
  // «Порция стоит 690 тенге. Год назад она обходилась в 610.»
  if (last.sentence === sentence - 1 && lastClass === 'money' && costs(doc, q, s))
    return lent(asSaid(last), last);
  if (lastClass === 'money' && isRanked(doc, q, s, last)) return lent(asSaid(last), last);
  const paid = nearest((m, unitClass) => m.sentence === sentence && unitClass === 'money' && !isIndex(m));
  if (paid && multiplier >= LARGE) return lent(asSaid(paid), paid);
  // Money stays within its sentence, and with figures of its size: «7,4 млрд тенге, из них 4,2 млрд».
  // «мал басы 12 пайызға өсіп, 430 мыңға жетті»: what grew is not what an earlier sentence counted.
  const within = here && RATIOS.has(lastClass) && !(tags & (Tag.p3 | Tag.gen));
  const large = multiplier >= LARGE || decimal;
  const thing = nearest(
    (m, unitClass) =>
      !RATIOS.has(unitClass) &&
      // «54 объекта, 17 – школы, 9 – в сёлах»: what kind a part is, the next is not.
      m.slots.unit.way !== 'kind' &&
      // Nothing that news count comes in billions or in tenths: «40 семей. Год назад – 15,8 млрд», `9 ауруханада. Өлім
      // 8,1-ге жетті`.
      (unitClass !== 'count' || (multiplier < VAST && (!decimal || isDecimal(doc, m.q)))) &&
      (!within || m.sentence === sentence) &&
      (multiplier < LARGE || !isIndex(m)) &&
      (unitClass !== 'money' || (large && (m.sentence === sentence || multiplier >= LARGE))),
  );
  return thing && lent(inMagnitude(q, thing), thing);
}

/**
 * «Замыкают список Туркестанская (313 тыс.) …»: a sum of the size of the last, in a sentence that only ranks what it
 * was told of.
 */
const isRanked = (doc: Document, q: Quantity, s: Sentence, { q: last }: Draft): boolean =>
  isSign(doc, q.from - 1, Sign.open) &&
  q.group.multiplier > 1 &&
  q.group.multiplier === last.group.multiplier &&
  hasWithin(doc, s.from, q.from, 'ranking');

/** Nobody is paid millions of monthly calculation indices or minimum wages. */
const isIndex = ({ slots }: Draft): boolean => INDICES.has(slots.unit.value.unit);
const INDICES: ReadonlySet<string> = new Set(['MCI', 'minimum wage', 'subsistence minimum', 'salary']);

/** «обходилась бюджету в 610» */
const costs = (doc: Document, q: Quantity, s: Sentence): boolean =>
  has(doc, q.group.from - 1, 'prep.in') &&
  hasWithin(doc, Math.max(s.from, q.group.from - ELLIPTIC), q.group.from, 'costs');

const asSaid = ({ slots: { unit } }: Draft): Unit => ({
  unit: unit.value.unit,
  unitClass: unit.value.unitClass,
});

/** «3,7 млрд тенге, годом ранее – 3,1»: beside millions and more a small sum is told in their magnitude. */
function inMagnitude(q: Quantity, last: Draft): Unit {
  const { unit, unitClass } = last.slots.unit.value;
  if (unitClass !== 'money' || q.group.multiplier > 1 || (q.value ?? 0) >= 1000) return asSaid(last);
  const times = [1e12, 1e9, 1e6].find((m) => (last.q.value ?? 0) >= m) ?? 1;
  return { unit, unitClass, times };
}

const lent = (unit: Unit, { q }: Draft): Filled<Unit> => filled(unit, 'lent', q.from, q.to);
