/** What is done with pages and the record beside a run, which is `run.ts`. */
export type { Chain } from './chain.ts';
/** A publisher's file against its outlet, and a first one for an outlet that has none. */
export { type Checkup, checkPublisher } from './check-publisher.ts';
export type { Evaluation, Figure } from './figures.ts';
export { type Comparison, compare, faultLine, loadFloors, raised, saveFloors } from './floors.ts';
export { loadChain } from './load-chain.ts';
export { type Proposal, propose } from './propose.ts';
export { evaluateOn, loadSet, sizeOf, type TestSet } from './sets/index.ts';
