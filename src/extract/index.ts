/** Extraction: articles in, facts out. `loadExtractor` reads `data/`; `extract` is pure, cannot fail and needs no clock. */
export type { Explanation, SlotNote } from './explain.ts';
export { type Extractor, loadExtractor, RULESET } from './extractor.ts';
export { isFull } from './side-by-side.ts';
