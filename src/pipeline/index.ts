/** The whole way from a publisher to the record. */
export type { Chain } from './chain.ts';
export { type Evaluation, evaluate, type Figure, KINDS, placeNames } from './evaluate.ts';
export { type Comparison, compare, faultLine, loadFloors, raised, saveFloors } from './floors.ts';
export { type Gold, type GoldSet, loadGold } from './gold.ts';
export { loadChain } from './load-chain.ts';
export type { Report } from './report.ts';
export { run } from './run.ts';
