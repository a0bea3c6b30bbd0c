import type { OfficialRole, Period } from '../core/facts.ts';
import type { Label, Role } from './decide.ts';
import { daysOf } from './period.ts';

/** Who holds which post, by a claim or by an article. */
export interface Tenure {
  readonly postId: string | null;
  /** What the post is over: the id of a place, else words for a body; none when nobody says. */
  readonly seat: readonly string[];
  readonly roles: readonly OfficialRole[];
}

export interface ClaimedTenure extends Tenure {
  /** When; null for «now». */
  readonly period: Period | null;
}

/** A person named with a post in an article. */
export interface KnownTenure extends Tenure {
  readonly id: string;
  /** Day from which the article is known, `YYYY-MM-DD`. */
  readonly known: string;
  /** Is this the person of the claim? `maybe` where the names only could be the same. */
  readonly samePerson: 'yes' | 'maybe' | 'no';
}

export interface HolderDecision {
  readonly verdict: Label;
  readonly reason: string;
  readonly cited: readonly { readonly role: Role; readonly tenure: KnownTenure }[];
}

/** A post changes hands: what an article says of its holder is taken to hold this many days around it. */
const NEAR_DAYS = 200;
const DAY_MS = 86_400_000;

/**
 * Decides who held a post: supported when an article names the person in it at the time, refuted when articles of the
 * time name somebody else there and none ever named this person.
 */
export function decideHolder(
  claim: ClaimedTenure,
  tenures: readonly KnownTenure[],
  asOf: string,
): HolderDecision {
  const sorted = tenures
    .filter(({ known }) => known <= asOf)
    .sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1));
  const inPost = sorted.filter((tenure) => samePost(claim, tenure));
  const elsewhere = sorted.filter((t) => t.samePerson === 'yes' && !inPost.includes(t));
  const mine = inPost.filter(({ samePerson }) => samePerson === 'yes');
  const others = inPost.filter(({ samePerson }) => samePerson === 'no');
  const now = others.at(-1);
  const last = mine.at(-1);
  if (last !== undefined) {
    if (claim.period === null && now !== undefined && now.known > last.known)
      return answer('OUTDATED', 'OTHER_HOLDER', [now], 'supersedes', [last], 'superseded');
    return answer('SUPPORTED', 'SAME_HOLDER', [...mine].reverse(), 'supports');
  }
  const unsure = inPost.some(({ samePerson }) => samePerson === 'maybe');
  // In such a post, though the article does not say over what.
  const perhaps = elsewhere.filter((t) => t.postId === claim.postId && t.seat.length === 0);
  if (perhaps.length > 0)
    return answer('INCONCLUSIVE', 'SCOPE_UNSURE', [...perhaps, ...inPost], 'other_scope');
  const then = others.filter((tenure) => isNear(tenure.known, claim.period, asOf));
  if (then.length > 0 && !unsure)
    return answer('REFUTED', 'OTHER_HOLDER', [...then].reverse(), 'refutes', elsewhere, 'other_scope');
  if (inPost.length > 0) return answer('INCONCLUSIVE', 'SCOPE_UNSURE', inPost, 'other_scope');
  return answer('NO_EVIDENCE', 'NONE_FOUND', elsewhere, 'other_scope');
}

function answer(
  verdict: Label,
  reason: string,
  list: readonly KnownTenure[],
  role: Role,
  more: readonly KnownTenure[] = [],
  other: Role = 'other_scope',
): HolderDecision {
  const cite = (tenures: readonly KnownTenure[], as: Role) => tenures.map((tenure) => ({ role: as, tenure }));
  return { verdict, reason, cited: [...cite(list, role), ...cite(more, other)] };
}

/** A deputy is no head, and «former» says that the time is over. */
function samePost(a: Tenure, b: Tenure): boolean {
  if (a.postId === null || a.postId !== b.postId || !sameSeat(a.seat, b.seat)) return false;
  return [...a.roles].sort().join() === [...b.roles].sort().join();
}

/** One may name a body by fewer words: «министр сельского хозяйства» of the one, «… и продовольствия» of the other. */
function sameSeat(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((word) => many.includes(word));
}

function isNear(known: string, period: Period | null, asOf: string): boolean {
  const [from, to] = period === null ? [asOf, asOf] : daysOf(period);
  return known >= shifted(from, -NEAR_DAYS) && known <= shifted(to, NEAR_DAYS);
}

function shifted(day: string, days: number): string {
  const at = Date.parse(`${day.length === 10 ? day : '2000-01-01'}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + days * DAY_MS).toISOString().slice(0, 10);
}
