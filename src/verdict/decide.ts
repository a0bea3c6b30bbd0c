import type { Period } from '../core/facts.ts';
import { type Comparison, compare } from './compare.ts';
import { daysOf } from './period.ts';
import {
  type ClaimPart,
  type Facet,
  type ScopeFit,
  type Statement,
  scopeFit,
  type Trend,
  topicFit,
} from './scope.ts';

export type Label =
  | 'SUPPORTED'
  | 'REFUTED'
  | 'PARTLY'
  | 'OUTDATED'
  | 'CONFLICTING'
  | 'INCONCLUSIVE'
  | 'NO_EVIDENCE';

export type Role = 'supports' | 'refutes' | 'superseded' | 'supersedes' | 'other_scope';

/** A statement, and how it bears on a number of a claim. */
interface Weighed {
  readonly statement: Statement;
  readonly fit: ScopeFit;
  readonly comparison: Comparison;
}

/** A statement in the part that it plays for the verdict. */
export interface Cited extends Weighed {
  readonly role: Role;
}

export interface Decision {
  readonly verdict: Label;
  /** Why, in a word that a page can translate: `SAME_VALUE`, `PROGRESS`, `NONE_FOUND`… */
  readonly reason: string;
  /** What decides first, the strongest first; then what is near in `other_scope`. */
  readonly cited: readonly Cited[];
}

/** How a number bears on a claimed one: one that fell does not support one that grew, whatever their sizes. */
function bearing(part: ClaimPart | Trend, statement: Statement): Comparison | null {
  if (part.amount === null) {
    if (statement.direction === null) return null;
    return statement.direction === part.direction
      ? { relation: 'supports', reason: 'SAME_DIRECTION' }
      : { relation: 'refutes', reason: 'OTHER_DIRECTION' };
  }
  const comparison = compare(part.amount, statement.amount);
  const [asked, given] = [part.direction, statement.direction];
  if (comparison === null || asked === null || given === null || asked === given) return comparison;
  if (part.measure !== 'level' && statement.measure !== 'level')
    return { relation: 'refutes', reason: 'OTHER_DIRECTION' };
  return comparison.relation === 'supports' ? { relation: 'partly', reason: 'OTHER_DIRECTION' } : comparison;
}

const byTime = (a: Weighed, b: Weighed): number => {
  const [x, y] = [timeOf(a.statement), timeOf(b.statement)];
  return x < y ? -1 : x > y ? 1 : a.statement.id < b.statement.id ? -1 : 1;
};

/** The day a statement speaks of: the end of its period, else the day from which it is known. */
function timeOf({ period, periodInferred, known }: Statement): string {
  if (period === null || periodInferred) return known;
  const [, to] = daysOf(period);
  return to < known ? to : known;
}

/**
 * Decides one number of a claim by what the record knew on a day. Only statements of the same scope decide; when it is
 * not sure that the scope is the same, a statement can agree with a claim but never go against it.
 * @param statements in any order; the answer does not depend on it
 * @param asOf `YYYY-MM-DD`; later statements are not looked at
 */
export function decide(part: ClaimPart | Trend, statements: readonly Statement[], asOf: string): Decision {
  const weighed: Weighed[] = [];
  for (const statement of statements) {
    if (statement.known > asOf) continue;
    const comparison = bearing(part, statement);
    if (comparison === null) continue;
    const fit = part.amount === null ? topicFit(part, statement) : scopeFit(part, statement);
    if (fit.differs.length <= 1) weighed.push({ statement, fit, comparison });
  }
  weighed.sort(byTime);
  const direct = weighed.filter(({ fit }) => fit.differs.length === 0);
  const near = weighed.filter(({ fit }) => fit.differs.length === 1);
  if (direct.length === 0) return withoutDirect(near);
  const { period } = part;
  const inTime = (list: readonly Weighed[], rest: readonly Weighed[]): Decision =>
    period === null ? now(list, rest) : inPeriod(list, rest, period);
  // What surely speaks of the same thing decides; of the rest counts what agrees, and what may have overtaken it.
  const sure = direct.filter(({ fit }) => !fit.doubts.includes('subject'));
  const usable = direct.filter((w) => sure.includes(w) || isSupport(w) || isOvertaking(w));
  const others = [...direct.filter((w) => !usable.includes(w)), ...near];
  if (usable.length === 0) return inTime(direct, near);
  const decided = inTime(usable, others);
  if (decided.verdict !== 'INCONCLUSIVE') return decided;
  const agreeing = usable.filter((w) => isSupport(w) && !sure.includes(w));
  return agreeing.length > 0
    ? weigh(agreeing, [], [...usable.filter((w) => !agreeing.includes(w)), ...others], 'PROGRESS')
    : decided;
}

/** «Now»: the latest statement in force decides, older ones only tell that the claim was right once. */
function now(direct: readonly Weighed[], near: readonly Weighed[]): Decision {
  const last = direct.at(-1);
  if (last === undefined) return withoutDirect(near);
  const day = timeOf(last.statement);
  const current = direct.filter((w) => timeOf(w.statement) === day);
  const older = direct.filter((w) => timeOf(w.statement) < day);
  return weigh(current, older, near, 'PROGRESS');
}

/**
 * In a period: the statement that reaches furthest into it decides. A revision is a later word on the whole of it;
 * progress is a running total that went on. What is told of a longer time is no later word.
 */
function inPeriod(direct: readonly Weighed[], near: readonly Weighed[], period: Period): Decision {
  const inside = direct.filter(({ statement }) => !isWider(statement, period));
  const whole = inside.filter(({ fit }) => !fit.doubts.includes('period'));
  const last = inside.at(-1);
  if (last === undefined || whole.length === 0 || !whole.includes(last)) return now(direct, near);
  const day = timeOf(last.statement);
  const onDay = whole.filter((w) => timeOf(w.statement) === day);
  // A corrected number takes the place of those that were told before it.
  const correction = onDay
    .filter(({ statement }) => statement.revises)
    .map(({ statement }) => statement.known)
    .sort()
    .at(-1);
  const current = onDay.filter(({ statement }) => correction === undefined || statement.known >= correction);
  const older = direct.filter((w) => !current.includes(w));
  const revised = older.some((w) => whole.includes(w) && isSupport(w) && timeOf(w.statement) === day);
  return weigh(current, older, near, revised ? 'REVISION' : 'PROGRESS');
}

/** Does a statement tell of a longer time than this? A guess at its period says nothing. */
function isWider({ period: given, periodInferred }: Statement, period: Period): boolean {
  if (given === null || periodInferred) return false;
  const [[from, to], [first, last]] = [daysOf(period), daysOf(given)];
  return (first < from && last >= to) || (first <= from && last > to);
}

const isSupport = (w: Weighed): boolean => w.comparison.relation === 'supports' && isTrusted(w);
/** Against a claim counts only what is sure to speak of the same. */
const isRefusal = (w: Weighed): boolean => w.comparison.relation === 'refutes' && w.fit.doubts.length === 0;
/**
 * A later word goes against what was right before it, though not against a claim by itself: on a part of the period,
 * or on what is told in much the same words.
 */
const isOvertaking = ({ comparison, fit }: Weighed): boolean =>
  comparison.relation === 'refutes' &&
  fit.doubts.every(
    (facet) => facet === 'period' || (facet === 'subject' && fit.likeness.every((x) => x >= ALIKE)),
  );
/** So much of the words of each has to be in the other. */
const ALIKE = 0.5;
const OWN_WORDS = 0.75;
const isInOwnWords = ({ fit }: Weighed): boolean => fit.likeness.every((x) => x >= OWN_WORDS);

/** How many words the likest of them shares with the claim, of its own and of the claim's: 0..2. */
const closest = (list: readonly Weighed[]): number =>
  Math.max(...list.map(({ fit }) => fit.likeness[0] + fit.likeness[1]));

const originsOf = (list: readonly Weighed[]): number => new Set(list.map((w) => w.statement.origin)).size;
const isDoubtful = (w: Weighed): boolean =>
  w.comparison.relation === 'refutes' ? !isRefusal(w) : w.comparison.relation === 'supports' && !isSupport(w);

/**
 * In so many ways may the scope be unsure, for a number that agrees: agreement itself tells that they speak of one
 * thing, and the more so the less it can be chance.
 */
const DOUBTS = { any: 2, telling: 3 };
const isTrusted = ({ fit: { doubts }, comparison, statement }: Weighed): boolean =>
  TELLING.has(comparison.reason) && isRare(statement)
    ? doubts.length <= DOUBTS.telling
    : doubts.length <= DOUBTS.any && !doubts.includes('subject');
/** Half, five, seven: a small number of one digit is met everywhere, and by chance. */
const isRare = ({ amount: { value, high } }: Statement): boolean =>
  high !== null || (value ?? 0) >= SMALL || digitsOf(value ?? 0) > 1;
const SMALL = 100;
const digitsOf = (value: number): number =>
  value
    .toPrecision(12)
    .replace(/\D/gu, '')
    .replace(/^0+|0+$/gu, '').length;

/** Agreements of two numbers, not of a number and a wide bound. */
const TELLING: ReadonlySet<string> = new Set(['SAME_VALUE', 'SAME_WORDING', 'ROUNDED', 'CLOSE']);

function weigh(
  current: readonly Weighed[],
  older: readonly Weighed[],
  near: readonly Weighed[],
  overtaken: 'PROGRESS' | 'REVISION',
): Decision {
  const supports = current.filter(isSupport);
  const refutes = current.filter(isRefusal);
  const once = older.filter(isSupport);
  const overtakes = current.filter(isOvertaking);
  /** What plays a part comes first, the rest is told as near. */
  const answer = (
    verdict: Label,
    reason: string,
    ...parts: (readonly [role: Role, list: readonly Weighed[]])[]
  ): Decision => {
    const used = new Set(parts.flatMap(([, list]) => list));
    const rest = [...current, ...older, ...near].filter((w) => !used.has(w));
    const cited = [...parts, ['other_scope', rest] as const].flatMap(([role, list]) =>
      list.map((w) => ({ role, ...w })),
    );
    return { verdict, reason, cited };
  };
  const sure = supports.filter((w) => !w.fit.doubts.includes('subject'));
  if (supports.length > 0 && refutes.length > 0) {
    // Who says another number in the claim's own words, and this one of something else, says that it is not so.
    if (sure.length === 0 && refutes.some(isInOwnWords) && originsOf([...supports, ...refutes]) === 1)
      return answer('REFUTED', 'OTHER_VALUE', ['refutes', refutes]);
    if (sure.length === 0) return answer('INCONCLUSIVE', 'SCOPE_UNSURE');
    // Of two numbers of one article the claim means the one that is told in its words.
    if (originsOf([...supports, ...refutes]) === 1 && closest(supports) > closest(refutes))
      return answer('SUPPORTED', reasonOf(supports), ['supports', supports]);
    const reason =
      originsOf([...supports, ...refutes]) === 1 ? 'ORIGIN_CONTRADICTS_ITSELF' : 'ORIGINS_DIFFER';
    return answer('CONFLICTING', reason, ['supports', supports], ['refutes', refutes]);
  }
  // Who said it before agrees as well: the newest first.
  if (supports.length > 0)
    return answer('SUPPORTED', reasonOf(supports), ['supports', [...supports, ...[...once].reverse()]]);
  if (overtakes.length > 0 && once.length > 0)
    return answer('OUTDATED', overtaken, ['supersedes', overtakes], ['superseded', once]);
  const partly = current.filter((w) => w.comparison.relation === 'partly' && isTrusted(w));
  if (partly.length > 0) return answer('PARTLY', reasonOf(partly), ['supports', partly]);
  if (refutes.length > 0) return answer('REFUTED', reasonOf(refutes), ['refutes', refutes]);
  const unsure = current.some(isDoubtful);
  // Nothing of the latest decides: what was said before still stands, if only it agrees.
  if (once.length > 0 && !unsure) return answer('SUPPORTED', reasonOf(once), ['supports', once]);
  return answer('INCONCLUSIVE', unsure ? 'SCOPE_UNSURE' : 'LESS_PRECISE');
}

/** Why the one of the fewest doubts bears on the claim, the latest of several. */
const reasonOf = (list: readonly Weighed[]): string =>
  list.reduce((best, w) => (w.fit.doubts.length <= best.fit.doubts.length ? w : best)).comparison.reason;

/** Facets that a reader is told about when the number itself is in the record, the most telling first. */
const ELSEWHERE: readonly (readonly [Facet, string])[] = [
  ['period', 'SAME_NUMBER_OTHER_PERIOD'],
  ['region', 'SAME_NUMBER_OTHER_REGION'],
  ['unit', 'SAME_NUMBER_OTHER_UNIT'],
  ['program', 'SAME_NUMBER_OTHER_PROGRAM'],
];

function withoutDirect(near: readonly Weighed[]): Decision {
  const cited: Cited[] = near.map((w) => ({ role: 'other_scope', ...w }));
  const agreeing = near.filter((w) => w.comparison.relation === 'supports' && w.fit.doubts.length <= 1);
  const plan = agreeing.find((w) => w.fit.differs[0] === 'status' && w.statement.status === 'planned');
  if (plan !== undefined)
    return {
      verdict: 'PARTLY',
      reason: 'PLAN_NOT_ACTUAL',
      cited: [
        { role: 'supports', ...plan },
        ...cited.filter(({ statement }) => statement !== plan.statement),
      ],
    };
  for (const [facet, reason] of ELSEWHERE)
    if (agreeing.some((w) => w.fit.differs[0] === facet)) return { verdict: 'NO_EVIDENCE', reason, cited };
  return { verdict: 'NO_EVIDENCE', reason: 'NONE_FOUND', cited };
}

/** Of several verdicts, one for the whole claim. */
export function together(verdicts: readonly Label[]): Label {
  const has = (label: Label): boolean => verdicts.includes(label);
  if (verdicts.length === 0) return 'NO_EVIDENCE';
  if (verdicts.every((v) => v === 'SUPPORTED')) return 'SUPPORTED';
  if (has('CONFLICTING')) return 'CONFLICTING';
  if (has('REFUTED')) return has('SUPPORTED') ? 'PARTLY' : 'REFUTED';
  for (const label of ['OUTDATED', 'PARTLY', 'INCONCLUSIVE'] as const) if (has(label)) return label;
  return has('SUPPORTED') ? 'INCONCLUSIVE' : 'NO_EVIDENCE';
}
