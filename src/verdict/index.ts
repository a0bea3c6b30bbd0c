export { type Amount, type Nearness, ulpOf } from './amount.ts';
export type { Check, EvidenceRow, Verdict, VerdictPart, When } from './answer.ts';
export { LONGEST_CLAIM } from './answer.ts';
export { type Comparison, compare } from './compare.ts';
export { type Cited, type Decision, decide, type Label, type Role, together } from './decide.ts';
export { derive } from './derive.ts';
export { type ClaimedTenure, decideHolder, type HolderDecision, type KnownTenure } from './holders.ts';
export type { ClaimPart, Scope, Statement, Word } from './scope.ts';
