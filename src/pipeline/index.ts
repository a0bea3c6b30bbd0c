/** The whole way from a publisher to the record. */
export { type Chain, chainOf, type FetchedBytes } from './chain.ts';
export { loadChain } from './load-chain.ts';
export type { LanguageCounts, PublisherReport, Report } from './report.ts';
export { type RunOptions, run } from './run.ts';
