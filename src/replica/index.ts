/** The outlets' sites rebuilt on loopback from `samples/`: something real to crawl without the network. */

export { storyLines } from './parts.ts';
export {
  type Block,
  loadSamples,
  type Outlet,
  type SampleArticle,
  type Samples,
  stories,
} from './samples.ts';
export { buildSites, type Hit, type ReplicaOptions, type Replicas, startReplicas } from './server.ts';
export { type Answer, answer, type Site, urlOf } from './site.ts';
