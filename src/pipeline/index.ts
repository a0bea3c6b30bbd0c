/** The whole way from a publisher to the record. */
export type { Chain } from './chain.ts';
export { loadChain } from './load-chain.ts';
export type { Report } from './report.ts';
export { run } from './run.ts';
