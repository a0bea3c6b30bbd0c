import type { Thing } from '../../catalog/things.ts';
import type { Comparator, UnitClass } from '../../core/facts.ts';
import { ClauseWord } from '../../language/clause.ts';
import type { Sense } from '../../language/lexicon.ts';
import {
  isAttributeOfPresent,
  isWithEnding,
  endingTags as kazakhEnding,
} from '../../language/packs/kk/shape.ts';
import { looksAdjectival, tellsAge } from '../../language/packs/ru/shape.ts';
import { isVerbal, looksVerbal } from '../../language/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { type Document, has, langAt, mark, Starts, sensesAt, word } from '../document.ts';
import { type NumberGroup, numeralIn } from './groups.ts';
import { isYearEarlier } from './terms.ts';

/** A number with its comparator and what it counts. */
export interface Quantity {
  readonly group: NumberGroup;
  /** Tokens of the quote: comparator, number, magnitude, unit or counted noun. */
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  readonly high: number | null;
  readonly previous: number | null;
  readonly order: number | null;
  readonly comparator: Comparator;
  readonly hedge: string | null;
  /** Undefined while the text names no unit: «7 654» in a list. */
  readonly unit: string | undefined;
  readonly unitClass: UnitClass;
  readonly thing: Thing | undefined;
  /** Tokens of the counted noun with its attributes, empty without one. */
  readonly noun: readonly [from: number, to: number];
  /** Case and possession on its last word. */
  readonly tags: number;
  /** `+` or `плюс` up, `минус` down, as a sign before the number. */
  readonly sign: 'up' | 'down' | null;
  /** «4,56 млн теңгеге дейін»: a limit, or with a verb of change the level reached. */
  readonly until: boolean;
}

/** The same quantity but for some of its fields. A spread would give what comes out of each place a shape of its own. */
export const withParts = (q: Quantity, by: Partial<Quantity>): Quantity =>
  Object.assign(
    {
      group: q.group,
      from: q.from,
      to: q.to,
      value: q.value,
      high: q.high,
      previous: q.previous,
      order: q.order,
      comparator: q.comparator,
      hedge: q.hedge,
      unit: q.unit,
      unitClass: q.unitClass,
      thing: q.thing,
      noun: q.noun,
      tags: q.tags,
      sign: q.sign,
      until: q.until,
    },
    by,
  );

const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['₸', 'KZT'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
]);

/** The currency whose sign stands at a token. */
const currencyAt = (doc: Document, i: number): string | undefined => {
  const sign = mark(doc, i);
  return sign === '' ? undefined : CURRENCY_SIGNS.get(sign);
};

/** Reads what stands around a number group. */
export function quantityOf(doc: Document, group: NumberGroup): Quantity {
  const kk = langAt(doc, group.from) === 'kk';
  const end = endOfSentence(doc, group.from);
  let k = group.to;
  // «тыс.», «млн.»: the stop belongs to the abbreviation.
  if (
    mark(doc, k) === '.' &&
    !doc.tokens[k]?.spaced &&
    group.multiplier > 1 &&
    k + 1 < end &&
    word(doc, k - 1).length <= 4
  )
    k++;
  const inner = kk
    ? kazakhComparator(doc, k, group.tags, group.bare || group.to - group.from > 0)
    : (excessInside(doc, group) ?? russianAfter(doc, k));
  if (inner) k = inner.to;
  const ofThose = inner !== undefined && has(doc, inner.to - 1, 'cmp.of.those');
  const unit =
    group.role === 'share'
      ? percentUpTo(0)
      : group.role === 'times'
        ? timesUpTo(0)
        : ofThose
          ? undefined
          : unitAt(doc, group, k, end, kk);
  let to = unit?.to ?? k;
  if (to < k) to = k;
  const tags = group.role === 'share' ? group.tags : (unit?.tags ?? group.tags);
  const outer = kk && !inner ? kazakhComparator(doc, to, unit ? unit.tags : 0, false) : undefined;
  if (outer) to = outer.to;
  const after = outer ?? inner ?? (kk ? undefined : russianAfter(doc, to));
  if (after && after.to > to) to = after.to;
  const before = comparatorBefore(doc, group, kk);
  // «800-дей бала», «он екі мыңдай»: about as many.
  const about = kk && ((group.tags | tags) & Tag.sim) !== 0 ? '~' : '=';
  const least = before?.atLeast && unit?.unitClass === 'money' ? '>=' : undefined;
  const comparator = least ?? before?.comparator ?? after?.comparator ?? about;
  let from = before?.from ?? (group.eachOf ? group.from - 1 : group.from);
  const currency = currencyAt(doc, from - 1);
  if (currency && !doc.tokens[from]?.spaced) from--;
  const sign = signOf(doc, from);
  if (sign) from--;
  // «минус 25 градусов», «-25 градусов» is a level below nought, no change.
  const scale = unit?.thing?.unit === 'degree';
  const below = scale && (sign === 'down' || isMinus(doc, from - 1));
  if (below && !sign) from--;
  const found = currency ? { unit: currency, unitClass: 'money' as const, thing: undefined } : unit;
  return {
    group,
    from,
    to,
    value: below && group.value !== null ? -group.value : group.value,
    high: group.high ?? null,
    previous: null,
    order: group.order,
    comparator,
    hedge: before?.hedge ?? after?.hedge ?? null,
    unit: found?.unit,
    unitClass: found?.unitClass ?? 'count',
    thing: found?.thing,
    noun: unit?.noun ?? [to, to],
    tags,
    sign: scale ? null : sign,
    until: (after?.until ?? false) || (before?.until ?? false),
  };
}

/** Is one of a few marks at a token, also such as have no sign of their own? */
const isMark = (doc: Document, i: number, marks: string): boolean => {
  const m = mark(doc, i);
  return m !== '' && marks.includes(m);
};

/** A hyphen or dash glued to its number and to nothing before it. */
const isMinus = (doc: Document, i: number): boolean =>
  isMark(doc, i, '-–−') && doc.tokens[i]?.spaced === true && doc.tokens[i + 1]?.spaced === false;

function signOf(doc: Document, from: number): 'up' | 'down' | null {
  const m = mark(doc, from - 1);
  if (m === '-' && mark(doc, from - 2) === '(' && mark(doc, from + 1) === '%') return 'down';
  if (m === '+' || has(doc, from - 1, 'plus')) return 'up';
  return m === '−' || has(doc, from - 1, 'minus') ? 'down' : null;
}

function endOfSentence(doc: Document, i: number): number {
  return doc.sentences[doc.sentenceOf[i] ?? 0]?.to ?? doc.tokens.length;
}

interface Bound {
  readonly comparator: Comparator;
  readonly hedge: string | null;
  readonly until?: boolean;
  readonly atLeast?: boolean;
}

/** Russian, and Kazakh words that stand before the number. */
function comparatorBefore(
  doc: Document,
  g: NumberGroup,
  kk: boolean,
): (Bound & { from: number }) | undefined {
  const start = doc.sentences[doc.sentenceOf[g.from] ?? 0]?.from ?? 0;
  let k = g.from - 1;
  if (mark(doc, k) === '~' || mark(doc, k) === '≈') return { comparator: '~', hedge: null, from: k };
  if (mark(doc, k) === '>' || mark(doc, k) === '<')
    return { comparator: mark(doc, k) === '>' ? '>' : '<', hedge: null, from: k };
  for (let steps = 0; k >= start && steps < 4; k--, steps++) {
    const c = doc.classes[k];
    if (!c || c.size === 0) return undefined;
    const negated = has(doc, k - 1, 'not');
    // «ниже на 15 процентов», «меньше в два раза» compare with what was before: a change, not a bound.
    if (
      !negated &&
      k === g.from - 2 &&
      (has(doc, k + 1, 'prep.by') || (has(doc, k + 1, 'prep.in') && has(doc, g.to, 'times'))) &&
      (c.has('cmp.gt.before') || c.has('cmp.lt.before'))
    )
      return undefined;
    const hedge = doc.tokens[k]?.form?.raw ?? null;
    if (isForbidden(doc, k) && (c.has('cmp.gt.before') || c.has('cmp.lt.before')))
      return { comparator: c.has('cmp.gt.before') ? '<=' : '>=', hedge, from: k };
    if (c.has('cmp.gt.before')) {
      // «на 5 тысяч больше» has its comparator behind; here it stands in front. «не более» is a limit.
      return negated ? { comparator: '<=', hedge, from: k - 1 } : { comparator: '>', hedge, from: k };
    }
    if (c.has('cmp.lt.before'))
      return negated ? { comparator: '>=', hedge, from: k - 1 } : { comparator: '<', hedge, from: k };
    // «не дальше пяти километров»
    if (negated && (c.has('cmp.far.before') || c.has('cmp.near.before')))
      return { comparator: c.has('cmp.far.before') ? '<=' : '>=', hedge, from: k - 1 };
    const limit =
      c.has('cmp.said.before') && (has(doc, k - 1, 'least') ? '>=' : has(doc, k - 1, 'most') && '<=');
    if (limit) return { comparator: limit, hedge, from: k - 1 };
    // «ең көбі 20 миллион теңге»
    if (has(doc, k - 1, 'utmost') && (c.has('utmost.most') || c.has('utmost.least')))
      return { comparator: c.has('utmost.most') ? '<=' : '>=', hedge, from: k - 1 };
    if (c.has('cmp.gte.before')) return { comparator: '>=', hedge, from: k };
    if (c.has('cmp.lte.before')) return { comparator: '<=', hedge, from: k };
    if (c.has('cmp.approx.before')) return { comparator: '~', hedge, from: k };
    if (c.has('cmp.nearly.before')) return { comparator: '~', hedge, from: k };
    if (c.has('prep.to') && k === g.from - 1 && !kk)
      return { comparator: '=', hedge: null, from: g.from, until: true };
    // «стоит от 25 тысяч тенге»
    if (c.has('prep.atleast') && k === g.from - 1)
      return { comparator: '=', hedge: null, from: g.from, atLeast: true };
    if (!c.has('prep') && !c.has('than')) return undefined;
  }
  return undefined;
}

/** «не должно быть более 25», «не может превышать 10 %»: what must not be over a number is at most that. */
function isForbidden(doc: Document, k: number): boolean {
  const at = has(doc, k - 1, 'to.be') ? k - 2 : k - 1;
  return (has(doc, at, 'obliged') || has(doc, at, 'able')) && has(doc, at - 1, 'not');
}

/** «с лишним», «и более» behind a Russian number. */
function russianAfter(doc: Document, k: number): (Bound & { to: number }) | undefined {
  if (has(doc, k, 'prep.from') && has(doc, k + 1, 'excess'))
    return { comparator: '>', hedge: word(doc, k + 1), to: k + 2 };
  // «14 домов и более 30 дворов»: the comparator of the next number.
  if (has(doc, k, 'and') && has(doc, k + 1, 'orhigher') && !numberAt(doc, k + 2))
    return { comparator: '>=', hedge: word(doc, k + 1), to: k + 2 };
  return undefined;
}

/** «9 с лишним миллиардов»: between the number and its magnitude. */
function excessInside(doc: Document, g: NumberGroup): (Bound & { to: number }) | undefined {
  for (let k = g.from + 1; k < g.to - 1; k++)
    if (has(doc, k, 'excess')) return { comparator: '>', hedge: word(doc, k), to: g.to };
  return undefined;
}

const numberAt = (doc: Document, k: number): boolean =>
  doc.tokens[k]?.kind === Kind.number ||
  sensesAt(doc, k, Starts.numeral).some((s) => s.entry.cls === 'numeral');

/** Kazakh words behind a number or its unit, which must bear the case they govern (LANGUAGE §5.5). */
function kazakhComparator(
  doc: Document,
  k: number,
  tags: number,
  anyCase: boolean,
): (Bound & { to: number }) | undefined {
  const c = doc.classes[k];
  if (!c || c.size === 0) return undefined;
  // «310 млн теңгеден сәл астам», «сәл ғана асады»
  if (c.has('slightly'))
    return kazakhComparator(doc, k + 1, tags, anyCase) ?? kazakhComparator(doc, k + 2, tags, anyCase);
  const hedge = doc.tokens[k]?.form?.raw ?? null;
  const abl = (tags & Tag.abl) !== 0;
  const dat = (tags & Tag.dat) !== 0;
  if (abl && (c.has('least') || c.has('most')) && has(doc, k + 1, 'not'))
    return { comparator: c.has('least') ? '>=' : '<=', hedge, to: k + 2 };
  // «500 теңгеден жоғары емес», `жоғары көтерілмейді`, `асып кетпеуі керек` are limits, and so is `төмен түспейді`.
  if (abl && c.has('cmp.gt.abl') && (has(doc, k + 1, 'not') || has(doc, k + 1, 'cmp.notover')))
    return { comparator: '<=', hedge, to: k + 2 };
  if (abl && c.has('over.converb') && has(doc, k + 1, 'cmp.notgone'))
    return { comparator: '<=', hedge, to: k + 2 };
  if (abl && c.has('cmp.lt.abl') && has(doc, k + 1, 'cmp.notunder'))
    return { comparator: '>=', hedge, to: k + 2 };
  if (abl && c.has('cmp.gt.abl')) return { comparator: '>', hedge, to: k + 1 };
  if (abl && c.has('cmp.from.abl')) return { comparator: '>=', hedge, to: k + 1 };
  if (abl && c.has('cmp.lt.abl')) return { comparator: '<', hedge, to: k + 1 };
  if ((abl || dat) && c.has('cmp.notover')) return { comparator: '<=', hedge, to: k + 1 };
  if (abl && c.has('cmp.notunder')) return { comparator: '>=', hedge, to: k + 1 };
  // `90 пайыздан төмендеген жоқ`
  if (abl && c.has('down') && has(doc, k + 1, 'cmp.denied')) return { comparator: '>=', hedge, to: k + 2 };
  // «5 мыңға да жетпейді»
  const below = c.has('point.word') ? k + 1 : k;
  if (dat && has(doc, below, 'cmp.below.dat')) return { comparator: '<', hedge, to: below + 1 };
  if (dat && c.has('cmp.nearly.dat')) return { comparator: '~', hedge, to: k + 1 };
  if (dat && c.has('cmp.until.dat')) return { comparator: '=', hedge, to: k + 1, until: true };
  if (c.has('cmp.approx.after') && (anyCase || tags !== 0)) return { comparator: '~', hedge, to: k + 1 };
  return undefined;
}

interface Unit {
  readonly to: number;
  readonly unit: string | undefined;
  readonly unitClass: UnitClass;
  readonly thing: Thing | undefined;
  readonly noun: readonly [number, number];
  readonly tags: number;
}

/** A unit that is no counted noun, up to token `to`. */
const bareUnit = (unit: string, unitClass: UnitClass, to: number, tags = 0): Unit => ({
  to,
  unit,
  unitClass,
  thing: undefined,
  noun: NO_NOUN,
  tags,
});
const NO_NOUN = [0, 0] as const;
const percentUpTo = (to: number, tags = 0): Unit => bareUnit('percent', 'percent', to, tags);
const timesUpTo = (to: number, tags = 0): Unit => bareUnit('times', 'times', to, tags);
const pointsUpTo = (to: number, tags = 0): Unit => bareUnit('percentage_point', 'percentage_point', to, tags);

/** Words that may stand between a number and the noun it counts: «шесть новых», «34 білім беру». */
const MAX_ATTRIBUTES = 4;

function unitAt(doc: Document, g: NumberGroup, from: number, end: number, kk: boolean): Unit | undefined {
  const fixed = fixedUnit(doc, g, from);
  if (fixed) return fixed;
  // «84 станцияның 42-сі Ақтөбе облысына»: a number with possession counts what was named before it.
  if (kk && g.tags & (Tag.p3 | Tag.gen)) return undefined;
  // «30 орнына 45 алаң»: instead of 30, no thirty places.
  if (has(doc, from, 'instead.after') || isYearEarlier(doc, from)) return undefined;
  if (kk && isClassifier(doc, from)) {
    const classified = unitAt(doc, g, from + 1, end, kk);
    if (classified?.thing?.class === 'count') return classified;
  }
  let k = from;
  const opened = isMark(doc, k, '«"“');
  if (opened) k++;
  for (let steps = 0; k < end && steps <= MAX_ATTRIBUTES; k++, steps++) {
    // «210 «умных» светофоров»: an attribute in quotation marks of its own.
    if (opened && !kk && k === from + 2 && isMark(doc, k, '»"”')) continue;
    // «басқа құрылғы»: no head (бас) of anything.
    if (has(doc, k, 'other')) continue;
    const sense = thingSense(doc, k);
    if (sense && !(isRelational(doc, k) && sense.to === k + 1 && k + 1 < end && doc.tokens[k + 1]?.form)) {
      const s = kk ? izafet(doc, sense, end) : sense;
      const thing = s.entry.data as Thing;
      const rate = kk && thing.class === 'measure' ? declinedSymbol(doc, s.to) : undefined;
      const last = rate?.to ?? s.to;
      const to = !rate && opened && isMark(doc, s.to, '»"”') ? s.to + 1 : last;
      const tags = rate?.tags ?? s.tags;
      return { to, unit: unitName(thing), unitClass: thing.class, thing, noun: [from, last], tags };
    }
    if (kk && areYoung(doc, g, k)) return youngUpTo(from, k + 1, endingTags(doc, k));
    if (!kk && areOfAge(doc, k)) return youngUpTo(from, k + 1, 0);
    if (kk && k === from && areLived(doc, k)) return bareUnit('year', 'measure', k + 1, endingTags(doc, k));
    if (!attributive(doc, k, kk)) break;
  }
  return unknownNoun(doc, from, k, end, kk);
}

/**
 * `120 бірлік арнайы техника`, `5 мың дана кітап`: a word that only tells how things are counted; `түп` and `бас` are
 * things themselves.
 */
const isClassifier = (doc: Document, k: number): boolean => {
  if (((doc.grammar[k] ?? 0) & ClauseWord.classifier) === 0) return false;
  const sense = thingSense(doc, k);
  return sense === undefined || (sense.entry.data as Thing).unit === 'item';
};

/** `312 мың жас`: more than anybody's age, before no noun of theirs (`40 жас маман`), they are the young. */
const areYoung = (doc: Document, g: NumberGroup, k: number): boolean =>
  (g.value ?? 0) > OLDEST && has(doc, k, 'unit.age') && thingSense(doc, k + 1) === undefined;
const OLDEST = 130;

/** `өмір сүру ұзақтығы 74,6 жасқа жетті`: the years of an age that is measured; before a noun of theirs they are the young. */
const areLived = (doc: Document, k: number): boolean =>
  has(doc, k, 'unit.age') && thingSense(doc, k + 1) === undefined;

/** «340 восемнадцатилетних»: people by their age, before no noun of theirs («40 десятилетних елей»). */
const areOfAge = (doc: Document, k: number): boolean =>
  tellsAge(word(doc, k)) && (!doc.tokens[k + 1]?.form || (doc.classes[k + 1]?.size ?? 0) > 0);

const youngUpTo = (from: number, to: number, tags: number): Unit => ({
  ...bareUnit('person', 'count', to, tags),
  noun: [from, to],
});

/** «100 Мбит/с-қа»: the ending of a symbol hangs on its last letter, behind a slash. */
function declinedSymbol(doc: Document, k: number): { to: number; tags: number } | undefined {
  const last = doc.tokens[k + 1]?.form;
  if (mark(doc, k) !== '/' || doc.tokens[k]?.spaced || !last?.hyphened) return undefined;
  const [head = '', ending = ''] = last.type.norm.split('-');
  return head.length <= 3 ? { to: k + 2, tags: suffixTags(ending) } : undefined;
}

/** People of any trade are persons, so that counts of them can be compared; the subject keeps the trade. */
export const unitName = (t: Thing): string =>
  t.kind === 'person' ? 'person' : t.kind === 'child' ? 'child' : t.unit;

/** Adjectives joined to digits tell a measure, «68-километровый», but for those of what a building holds. */
const joinedClass = (unit: string): UnitClass =>
  unit === 'place' || unit === 'apartment' ? 'count' : 'measure';

/** Percent, percentage points, times: words with a meaning of their own. */
function fixedUnit(doc: Document, g: NumberGroup, k: number): Unit | undefined {
  if (g.unit) return g.unit === 'percent' ? percentUpTo(k) : bareUnit(g.unit, joinedClass(g.unit), k);
  const t = doc.tokens[k];
  const sign = currencyAt(doc, k);
  if (sign) return bareUnit(sign, 'money', k + 1);
  const percent = t?.mark === '%' || has(doc, k, 'percent');
  if (percent && (!has(doc, k, 'point.adj') || !has(doc, k + 1, 'point'))) {
    const tags = t?.mark === '%' ? suffixTags(t.digits.suffix) : endingTags(doc, k);
    // «%-дық тармақ»
    if (has(doc, k + 1, 'point') && t?.digits.suffix) return pointsUpTo(k + 2, endingTags(doc, k + 1));
    return percentUpTo(k + 1, tags);
  }
  if (has(doc, k, 'point.adj') && has(doc, k + 1, 'point')) return pointsUpTo(k + 2, endingTags(doc, k + 1));
  // «п. п.», «п.п.»
  if (word(doc, k) === word(doc, k + 2) && has(doc, k, 'point') && mark(doc, k + 1) === '.')
    return pointsUpTo(mark(doc, k + 3) === '.' ? k + 4 : k + 3);
  if (!has(doc, k, 'times')) return undefined;
  return langAt(doc, k) === 'kk' || isRatio(doc, g, k)
    ? timesUpTo(k + 1, endingTags(doc, k))
    : bareUnit('occurrence', 'count', k + 1);
}

/** «в 2 раза», «в более чем 3 раза», «в 1,5–2 раза», «до 2,9 раза», «5 раз меньше»; but «вылетали 76 раз» counts how often. */
function isRatio(doc: Document, { from, value }: NumberGroup, noun: number): boolean {
  if (has(doc, noun + 1, 'most') || has(doc, noun + 1, 'least') || !Number.isInteger(value)) return true;
  for (let i = from - 1; i >= from - RATIO_LEAD; i--) {
    if (has(doc, i, 'prep.in')) return true;
    if (!numberAt(doc, i) && !isRangeDash(doc, i) && !LEADS.some((cls) => has(doc, i, cls))) return false;
  }
  return false;
}
/** Tokens between «в» and the last number of a ratio. */
const RATIO_LEAD = 5;
const LEADS = [
  'cmp.gt.before',
  'cmp.lt.before',
  'cmp.gte.before',
  'cmp.approx.before',
  'cmp.nearly.before',
  'than',
];

/** Case of a closed-class Kazakh word (`пайызға`, `есеге`) read from its ending. */
function endingTags(doc: Document, k: number): number {
  if (langAt(doc, k) !== 'kk') return 0;
  return kazakhEnding(word(doc, k));
}

const suffixTags = (suffix: string): number => {
  const tags = suffix === '' ? Tag.nom : kazakhEnding(suffix);
  return tags === Tag.nom ? 0 : tags;
};

/** Symbols of one or two letters are told apart by their case: «В» is volt, «в» a preposition. */
const isSymbol = (s: Sense): boolean => (s.entry.data as Thing).symbols.includes(s.entry.written ?? '');

/** «318 КМ» in a line of capitals; one letter alone could be anything. */
const inCapitals = (symbol: string): string | undefined =>
  symbol.length === 2 && symbol === symbol.toLowerCase() ? symbol.toUpperCase() : undefined;

/** The counted thing or measure that begins at a token; symbols only in their own case. */
export function thingSense(doc: Document, k: number): Sense | undefined {
  for (const s of sensesAt(doc, k, Starts.thing))
    if (s.entry.cls === 'thing' && isInOwnCase(s, doc.tokens[k]?.form?.raw)) return s;
  return undefined;
}

const isInOwnCase = (s: Sense, raw: string | undefined): boolean =>
  s.entry.written === undefined ||
  s.entry.written.length > 2 ||
  !isSymbol(s) ||
  s.entry.written === raw ||
  inCapitals(s.entry.written) === raw;

const isPeople = ({ entry }: Sense): boolean => {
  const { kind, unit } = entry.data as Thing;
  return kind === 'person' || kind === 'child' || unit === 'family';
};

/** Follows Kazakh izafet from a bare noun to its head: «оқушы орны» counts places, «спорт мектебі» schools. */
function izafet(doc: Document, sense: Sense, end: number): Sense {
  // «8 000 тонна ет өнімі»: a measure is the unit, whatever is measured.
  if ((sense.entry.data as Thing).class !== 'count') return sense;
  if (sense.tags & (Tag.p3 | (CASES & ~Tag.nom) | Tag.tail | Tag.attr)) return sense;
  for (let k = sense.to; k < Math.min(end, sense.to + 2); k++) {
    const next = thingSense(doc, k);
    // «38 мың отбасы қоныс тойын тойлады»: across another word, an object of the verb is no head; nor is
    // beside it what people own, «200 адам бизнесін ашты», but for the places made for them.
    const object = next !== undefined && (next.tags & (CASES & ~Tag.nom)) !== 0;
    const owned = isPeople(sense) && (next?.entry.data as Thing | undefined)?.unit !== 'place';
    if (next && next.tags & Tag.p3 && (k === sense.to ? !object || !owned : !object && !isPeople(sense)))
      return next;
    if (doc.classes[k]?.size || !doc.tokens[k]?.form) break;
  }
  return sense;
}

function attributive(doc: Document, k: number, kk: boolean): boolean {
  const t = doc.tokens[k];
  if (!t?.form || t.form.latin) return Boolean(t?.form?.latin && t.form.raw !== t.form.raw.toLowerCase());
  if (isRelational(doc, k)) return true;
  // «19 крупных школ», «40 столичных дворов»: what else a Russian adjective may tell, before a noun it is an attribute.
  if (!kk && looksAdjectival(t.form.type.norm)) return !OF_A_NUMBER.some((cls) => has(doc, k, cls));
  // `340 бірінші курс студенті`
  if (kk && numeralIn(doc, k, 'ordinal') !== undefined) return true;
  // `40 жалға берілетін пәтер`
  if (kk && isAttributeOfPresent(t.form.type.norm) && thingSense(doc, k + 1) !== undefined) return true;
  for (const c of doc.classes[k] ?? []) if (!c.startsWith('unit.') && !SIZES.has(c)) return false;
  for (const { bit } of sensesAt(doc, k, NO_ATTRIBUTES)) if (bit & NO_ATTRIBUTES) return false;
  if (!kk) return false;
  // `32 көпбейінді аурухана`, `140 дарынды бала`: a finite verb stands before no noun of its clause.
  return !isVerbal(t.form, 'kk') || (isWithEnding(t.form.type.norm) && thingSense(doc, k + 1) !== undefined);
}

/**
 * `бес ірі қала`, `шалғай 20 ауыл`, `36 балалы отбасы`: what is said to be large or far, or to have some, is an
 * attribute all the same.
 */
const SIZES: ReadonlySet<string> = new Set(['rank.high', 'rank.low', 'nameless', 'children.with']);

/** «19 процентных пунктов», «12 годовых», «200 первых»: adjectives that belong to a number. */
const OF_A_NUMBER = ['percent', 'point.adj', 'yearly'];

/** What stands between a number and what it counts is none of these. */
const NO_ATTRIBUTES = Starts.numeral | Starts.month | Starts.place;

/**
 * «районных больниц», `мемлекеттік мектеп`: an adjective that tells whose a thing is, though it is made of a thing that
 * can be counted.
 */
const isRelational = (doc: Document, k: number): boolean =>
  has(doc, k, 'office.oblast') ||
  has(doc, k, 'office.city') ||
  has(doc, k, 'office.district') ||
  has(doc, k, 'relational');

/** A noun nobody listed: «спецприёмников», «қабылдау орны». Its unit is `item`, its words go into the subject. */
function unknownNoun(
  doc: Document,
  from: number,
  reached: number,
  end: number,
  kk: boolean,
): Unit | undefined {
  for (let k = from; k < Math.min(end, reached + 1); k++) {
    const t = doc.tokens[k];
    if (!t?.form || (doc.classes[k]?.size ?? 0) > 0) return undefined;
    const norm = t.form.type.norm;
    if (norm.length < 3 || looksVerbal(norm, kk ? 'kk' : 'ru')) return undefined;
    if (!kk && looksAdjectival(norm)) continue;
    return {
      to: k + 1,
      unit: 'item',
      unitClass: 'count',
      thing: undefined,
      noun: [from, k + 1],
      tags: kk ? openTags(norm) : 0,
    };
  }
  return undefined;
}

const openTags = kazakhEnding;

/** Is a token a plain dash between two numbers? */
export const isRangeDash = (doc: Document, i: number): boolean => {
  const t = doc.tokens[i];
  return t?.kind === Kind.punct && '-–—‑'.includes(t.mark);
};
