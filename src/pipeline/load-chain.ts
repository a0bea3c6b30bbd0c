import type { Publisher } from '../catalog/publishers.ts';
import { loadExtractor, RULESET } from '../extract/index.ts';
import { type Chain, chainOf } from './chain.ts';

/** The chain as it is: our reader and our rules. Throws `BadData` when a file under `data/` cannot be used. */
export const loadChain = (publishers: readonly Publisher[]): Chain =>
  chainOf(publishers, loadExtractor(), RULESET);
