/** The only network client: who we say we are, and which addresses exist for us. */
export { createClient } from './client.ts';
/** From a publisher's sources to the addresses of its articles. */
export type { Found } from './discovery/found.ts';
export { firstJobs, limitsOf, readSource, type SourceJob, type Window } from './discovery/source.ts';
/** Many addresses at once. */
export { crawl } from './engine.ts';
/** The polite way to an address: robots.txt, pace, redirects, retries. */
export { type Fetched, Fetcher } from './fetcher.ts';
export { SAMPLE_AGENT, userAgent } from './identity.ts';
/** When to come back. */
export { nextAsk, nextLook, nextTry } from './schedule.ts';
export { liveTransport, sampleTransport } from './transport.ts';
