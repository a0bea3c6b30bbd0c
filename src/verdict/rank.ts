import type { Amount } from './amount.ts';
import { compare, stated } from './compare.ts';
import type { Label, Role } from './decide.ts';
import { daysOf } from './period.ts';
import type { Statement } from './scope.ts';

/** A number that a claim puts above or below others, with these, all of one article. */
export interface List {
  readonly own: Statement;
  readonly rivals: readonly Statement[];
  /** Is it sure that the article speaks of what the claim does? */
  readonly sure: boolean;
}

export interface RankDecision {
  readonly verdict: Label;
  readonly reason: 'LEADS' | 'OTHER_LEADS' | 'COMPARED' | 'SCOPE_UNSURE' | 'NONE_FOUND' | 'ORIGINS_DIFFER';
  readonly cited: readonly { readonly role: Role; readonly statement: Statement }[];
}

type Relation = 'supports' | 'refutes' | 'open';

/** A list of two is a comparison: first of many is who stands before two others. */
const LISTED = 2;

/** Is the number the greatest (`high`) or the least of those that one article lists? */
export function decideMost(way: 'high' | 'low', lists: readonly List[], asOf: string): RankDecision {
  return combine(lists, asOf, 'LEADS', ({ own, rivals }) => {
    if (rivals.some((rival) => order(own, rival) === (way === 'high' ? 'less' : 'more'))) return 'refutes';
    return rivals.length >= LISTED && rivals.every((rival) => order(own, rival) !== 'open')
      ? 'supports'
      : 'open';
  });
}

/**
 * Is the one number more (`high`) or less than the other; and, where the claim says so, so many times?
 * @param times null for «more» alone
 */
export function decideMore(
  way: 'high' | 'low',
  times: Amount | null,
  lists: readonly List[],
  asOf: string,
): RankDecision {
  return combine(lists, asOf, 'COMPARED', ({ own, rivals: [rival] }) => {
    if (rival === undefined) return 'open';
    const told = order(own, rival);
    if (told === 'open') return 'open';
    if (told !== (way === 'high' ? 'more' : 'less')) return 'refutes';
    if (times === null) return 'supports';
    const { relation } = compare(times, quotient(own, rival, way)) ?? { relation: 'open' };
    return relation === 'partly' ? 'open' : relation;
  });
}

/** Only what is surely of the same thing goes against a claim; the latest word on it counts. */
function combine(
  lists: readonly List[],
  asOf: string,
  why: 'LEADS' | 'COMPARED',
  relationOf: (list: List) => Relation,
): RankDecision {
  const known = lists.filter(({ own }) => own.known <= asOf);
  const bearing = known.map((list) => ({ list, relation: relationOf(list) }));
  const decisive = bearing.filter(({ list, relation }) => relation !== 'open' && list.sure);
  const day = decisive
    .map(({ list }) => dayOf(list.own))
    .sort()
    .at(-1);
  const latest = decisive.filter(({ list }) => dayOf(list.own) === day);
  const cite = (role: Role, from: typeof bearing): RankDecision['cited'] =>
    [...new Set(from.flatMap(({ list }) => [list.own, ...list.rivals]))].map((statement) => ({
      role,
      statement,
    }));
  if (latest.length === 0) {
    const reason = bearing.length > 0 ? 'SCOPE_UNSURE' : 'NONE_FOUND';
    return {
      verdict: bearing.length > 0 ? 'INCONCLUSIVE' : 'NO_EVIDENCE',
      reason,
      cited: cite('other_scope', bearing),
    };
  }
  const [pro, contra] = (['supports', 'refutes'] as const).map((r) => latest.filter((b) => b.relation === r));
  if (contra === undefined || contra.length === 0)
    return { verdict: 'SUPPORTED', reason: why, cited: cite('supports', latest) };
  if (pro === undefined || pro.length === 0)
    return {
      verdict: 'REFUTED',
      reason: why === 'LEADS' ? 'OTHER_LEADS' : why,
      cited: cite('refutes', latest),
    };
  return { verdict: 'INCONCLUSIVE', reason: 'SCOPE_UNSURE', cited: cite('other_scope', latest) };
}

/** How a number stands to another; `open` where their roundings overlap. */
function order(a: Statement, b: Statement): 'more' | 'less' | 'open' {
  const [x, y] = [stated(a.amount), stated(b.amount)];
  if (x === null || y === null) return 'open';
  return x.lo > y.hi ? 'more' : x.hi < y.lo ? 'less' : 'open';
}

/** So many times is the greater one of two plain numbers the other. */
function quotient(a: Statement, b: Statement, way: 'high' | 'low'): Amount {
  const [x, y] = way === 'high' ? [a, b] : [b, a];
  const [top, bottom] = [stated(x.amount), stated(y.amount)];
  const [value, under] = [x.amount.value ?? 0, y.amount.value ?? 0];
  const [lo, hi] = [(top?.lo ?? 0) / (bottom?.hi ?? 1), (top?.hi ?? 0) / (bottom?.lo ?? 1)];
  const off = Number.isFinite(hi) ? (hi - lo) / 2 : value / under;
  return {
    value: value / under,
    high: null,
    order: null,
    comparator: '=',
    nearness: null,
    ulp: 2 * off,
    off,
  };
}

const dayOf = ({ period, periodInferred, known }: Statement): string => {
  if (period === null || periodInferred) return known;
  const [, to] = daysOf(period);
  return to < known ? to : known;
};
