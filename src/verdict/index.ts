export { type Amount, type Nearness, ulpOf } from './amount.ts';
export type { Check, EvidenceRow, Verdict, VerdictPart, When } from './answer.ts';
export { LONGEST_CLAIM } from './answer.ts';
export { type Comparison, claimed, compare, stated } from './compare.ts';
export { type Cited, type Decision, decide, type Label, type Role, together } from './decide.ts';
export { derive, levelBefore } from './derive.ts';
export { type ClaimedTenure, decideHolder, type HolderDecision, type KnownTenure } from './holders.ts';
export { type Bounds, boundsOf } from './interval.ts';
export { yearsOf } from './period.ts';
export { decideMore, decideMost, type List, type RankDecision } from './rank.ts';
export {
  type ClaimPart,
  coverOf,
  type Scope,
  type Statement,
  type Topic,
  type Trend,
  toldBy,
  topicFit,
  type Word,
} from './scope.ts';
