import { ulpOf } from './amount.ts';
import { isExact, stated } from './compare.ts';
import { daysOf } from './period.ts';
import { coverOf, type Derivation, type Statement, type Word } from './scope.ts';

/**
 * What follows by arithmetic from the numbers that one article states: growth from two levels, a share from a part and
 * its whole, a level from an earlier one and a change; and the same growth in the other measure. A sum of rounded
 * numbers is as rough as they are ({@link Statement.amount}`.off`).
 * @param statements of one article, in any order
 */
export function derive(statements: readonly Statement[]): Statement[] {
  const sorted = [...statements].sort((a, b) => a.place.at - b.place.at);
  const out: Statement[] = sorted.flatMap((s) => [...restated(s), ...fromPrevious(s)]);
  for (const [i, a] of sorted.entries())
    for (const b of sorted.slice(i + 1)) {
      if (!isNear(a, b, sorted)) continue;
      out.push(...growth(a, b), ...share(a, b), ...share(b, a), ...nextLevel(a, b), ...nextLevel(b, a));
    }
  return out;
}

/** So many sentences with numbers may stand between two numbers that belong together. */
const REACH = 2;

function isNear(a: Statement, b: Statement, all: readonly Statement[]): boolean {
  if (a.place.sentence === b.place.sentence) return true;
  const between = new Set(
    all.filter(({ place }) => place.at >= a.place.at && place.at <= b.place.at).map((s) => s.place.sentence),
  );
  return between.size <= REACH;
}

/** «On 60 %» is «1.6 times», and «halved» is «by 50 %». */
function restated(s: Statement): Statement[] {
  const { value } = s.amount;
  if (value === null || s.direction === null || !isPlain(s)) return [];
  const off = offOf(s);
  if (s.measure === 'change' && s.unitClass === 'percent') {
    const factor = s.direction === 'up' ? 1 + value / 100 : 1 - value / 100;
    if (factor <= 0) return [];
    const ratio = s.direction === 'up' ? factor : 1 / factor;
    return [worked(s, [s], TIMES, ratio, (off / 100) * (s.direction === 'up' ? 1 : ratio * ratio))];
  }
  if (s.measure === 'ratio' && value > 1) {
    const percent = s.direction === 'up' ? (value - 1) * 100 : (1 - 1 / value) * 100;
    return [worked(s, [s], PERCENT, percent, 100 * (s.direction === 'up' ? off : off / (value * value)))];
  }
  return [];
}

/** «From 4.2 to 6.7 thousand»: both ends are told in one. */
function fromPrevious(s: Statement): Statement[] {
  if (s.previous === null || s.measure !== 'level' || !isPlain(s)) return [];
  return changes(s, [s], s.previous, offOf(s));
}

/** «From 33 to 131» tells two levels: the first is of the time before. */
export function levelBefore(s: Statement): Statement[] {
  const { previous, period, known } = s;
  if (previous === null || s.direction === null || s.measure !== 'level' || previous <= 0) return [];
  const begins = period === null || s.periodInferred ? known : daysOf(period)[0];
  const to = dayBefore(begins);
  const before = {
    ...s,
    direction: null,
    period: to === null ? null : { from: null, to, text: '' },
    periodInferred: false,
  };
  const kind: Kind = { sum: 'before', unit: s.unit, unitClass: s.unitClass, measure: 'level' };
  const told = worked(before, [s], kind, previous, 0);
  return [{ ...told, amount: { ...told.amount, ulp: ulpOf('', previous), off: undefined } }];
}

function dayBefore(day: string): string | null {
  const at = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : new Date(at - DAY_MS).toISOString().slice(0, 10);
}
const DAY_MS = 86_400_000;

/** Two levels of the same thing at different times. */
function growth(a: Statement, b: Statement): Statement[] {
  if (!isPlain(a) || !isPlain(b) || a.measure !== 'level' || b.measure !== 'level') return [];
  if (a.previous !== null || b.previous !== null || !sameKind(a, b) || !sameThing(a, b)) return [];
  if (a.period === null || b.period === null) return [];
  const [early, late] = daysOf(a.period)[1] < daysOf(b.period)[0] ? [a, b] : [b, a];
  if (early.period === null || late.period === null) return [];
  if (daysOf(early.period)[1] >= daysOf(late.period)[0]) return [];
  return changes(late, [early, late], early.amount.value ?? 0, offOf(early));
}

/** How a level changed against an earlier one: in percent, in times, and by how much. */
function changes(
  late: Statement,
  from: readonly Statement[],
  before: number,
  offBefore: number,
): Statement[] {
  const now = late.amount.value ?? 0;
  if (before <= 0 || now <= 0 || before === now) return [];
  const direction = now > before ? 'up' : 'down';
  const ratio = now > before ? now / before : before / now;
  const rough = offOf(late) / now + offBefore / before;
  const percent = Math.abs(now / before - 1) * 100;
  const turned = { ...late, direction } as const;
  const unit = late.unitClass === 'percent' ? POINTS : { unit: late.unit, unitClass: late.unitClass };
  return [
    worked(turned, from, TIMES, ratio, ratio * rough),
    ...(late.unitClass === 'percent'
      ? []
      : [worked(turned, from, PERCENT, percent, (now / before) * rough * 100)]),
    worked(turned, from, { ...DIFFERENCE, ...unit }, Math.abs(now - before), offOf(late) + offBefore),
  ];
}

/** A part of a whole: «162 schools… 112 of these». Only where the text goes on from the whole to the part. */
function share(whole: Statement, part: Statement): Statement[] {
  if (!isPlain(whole) || !isPlain(part) || whole.measure !== 'level' || part.measure !== 'level') return [];
  const [all, some] = [whole.amount.value ?? 0, part.amount.value ?? 0];
  if (!sameKind(whole, part) || some <= 0 || some >= all || whole.unitClass === 'percent') return [];
  if (!part.place.continues || part.place.at < whole.place.at) return [];
  const value = (100 * some) / all;
  const told = { ...part, terms: [...part.terms, ...whole.terms], direction: null };
  return [worked(told, [whole, part], SHARE, value, value * (offOf(whole) / all + offOf(part) / some))];
}

/** «62.4 % last year, this year 1.9 points more». */
function nextLevel(level: Statement, change: Statement): Statement[] {
  if (!isPlain(level) || !isPlain(change) || level.measure !== 'level' || change.measure !== 'change')
    return [];
  if (level.region !== change.region || !sameThing(level, change) || change.direction === null) return [];
  const points = level.unitClass === 'percent' && change.unitClass === 'percentage_point';
  if (!points && (level.unit !== change.unit || level.unitClass === 'percent')) return [];
  if (level.period === null || change.period === null) return [];
  // In one and the same period the level is what the change led to.
  if (daysOf(level.period)[1] >= daysOf(change.period)[0]) return [];
  const step = (change.amount.value ?? 0) * (change.direction === 'up' ? 1 : -1);
  const unit = { unit: level.unit, unitClass: level.unitClass };
  const value = (level.amount.value ?? 0) + step;
  return value <= 0
    ? []
    : [worked(change, [level, change], { ...LEVEL, ...unit }, value, offOf(level) + offOf(change))];
}

type Kind = Pick<Statement, 'unit' | 'unitClass' | 'measure'> & Pick<Derivation, 'sum'>;
const TIMES: Kind = { sum: 'times', unit: 'times', unitClass: 'times', measure: 'ratio' };
const PERCENT: Kind = { sum: 'percent', unit: 'percent', unitClass: 'percent', measure: 'change' };
const SHARE: Kind = { sum: 'share', unit: 'percent', unitClass: 'percent', measure: 'level' };
const POINTS = { unit: 'percentage_point', unitClass: 'percentage_point' } as const;
const DIFFERENCE = { sum: 'difference', measure: 'change' } as const;
const LEVEL = { sum: 'level', measure: 'level' } as const;

function worked(s: Statement, from: readonly Statement[], kind: Kind, value: number, off: number): Statement {
  const { sum, ...unit } = kind;
  return {
    ...s,
    ...unit,
    id: `${from.map(({ id }) => id).join('+')}=${sum}`,
    // Concepts are of levels, and of shares by another name.
    concept: sum === 'share' ? null : s.concept,
    terms: [
      ...new Set(from.flatMap(({ terms }) => terms)),
      ...s.terms.filter((t) => !from.some((f) => f.terms.includes(t))),
    ],
    keys: new Set(from.flatMap(({ keys }) => [...keys])),
    previous: null,
    amount: { value, high: null, order: null, comparator: '=', nearness: null, ulp: 2 * off, off },
    derived: { sum, from: from.map(({ id }) => id) },
  };
}

const isPlain = ({ amount, derived }: Statement): boolean =>
  derived === null && isExact(amount) && (amount.value ?? 0) > 0;

/** Half the width of what a plain number leaves possible. */
function offOf({ amount }: Statement): number {
  const given = stated(amount);
  return given === null ? 0 : (given.hi - given.lo) / 2;
}

const sameKind = (a: Statement, b: Statement): boolean =>
  a.unit === b.unit && a.unitClass === b.unitClass && a.per === b.per && a.region === b.region;

/** So much of the words of each have to be those of the other, where the text does not go on from one to the other. */
const ALIKE = 0.6;

const keysOf = (terms: readonly Word[]): ReadonlySet<string> => new Set(terms.flatMap(({ keys }) => keys));

function sameThing(a: Statement, b: Statement): boolean {
  if (a.concept !== null && b.concept !== null) return a.concept === b.concept;
  if (a.place.sentence === b.place.sentence && (a.place.continues || b.place.continues)) return true;
  const [x, y] = [keysOf(a.terms), keysOf(b.terms)];
  return coverOf(a.terms, y, false) >= ALIKE && coverOf(b.terms, x, false) >= ALIKE;
}
