import type { ArticleInput } from '../core/article.ts';

/**
 * So many articles are read side by side. The code of all stages together is larger than what a processor keeps near,
 * that of one stage is not: read one by one, an article waits for each stage to be fetched anew. Beyond some sixteen
 * articles nothing more is gained, and what is held of them grows.
 */
const TOGETHER = 16;
/** Characters after which no further article joins. */
const CHARACTERS = 100_000;

/** Is a batch of so many articles, with so many characters in all, complete? */
export const isFull = (articles: number, characters: number): boolean =>
  articles >= TOGETHER || characters >= CHARACTERS;

/** The articles in their order, cut into lists that are worth reading side by side. */
export function batchesOf(articles: readonly ArticleInput[]): ArticleInput[][] {
  const batches: ArticleInput[][] = [];
  let open: ArticleInput[] = [];
  let characters = 0;
  for (const article of articles) {
    open.push(article);
    characters += article.text.length;
    if (!isFull(open.length, characters)) continue;
    batches.push(open);
    open = [];
    characters = 0;
  }
  if (open.length > 0) batches.push(open);
  return batches;
}

/**
 * Leads readings through their stages in step: all through the first, then all through the second. Each has the same
 * stages; what they return comes back in their order, and `ended` hears of each stage once.
 */
export function sideBySide<S, T>(readings: readonly Iterator<S, T>[], ended: (stage: S) => void): T[] {
  const results: T[] = [];
  while (results.length < readings.length) {
    let stage: S | undefined;
    for (const reading of readings) {
      const step = reading.next();
      if (step.done === true) results.push(step.value);
      else stage = step.value;
    }
    if (stage !== undefined) ended(stage);
  }
  return results;
}
