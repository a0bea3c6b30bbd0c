import type { ArticleInput } from '../core/article.ts';
import type { Facts } from '../core/facts.ts';
import { type Extractor, isFull } from '../extract/index.ts';
import { batches } from './batches.ts';
import type { Input } from './inputs.ts';
import type { Desk, Opened, Refused } from './reading.ts';

/** An input that was read to its end: its facts, or why there are none. */
export type Outcome = { readonly where: string } & (
  | { readonly opened: Opened; readonly facts: Facts }
  | Refused
);

/** Facts of all inputs, in their order. Those that are there at once are read side by side. */
export async function* factsOf(
  inputs: AsyncIterable<Input>,
  desk: Desk,
  extractor: Extractor,
): AsyncGenerator<Outcome> {
  for await (const batch of batches(inputs, isWorthwhile)) {
    const opened = batch.map((input) => desk.open(input));
    const facts = extractAll(
      extractor,
      opened.flatMap((one) => ('refused' in one ? [] : [one.article])),
    );
    let at = 0;
    for (const [k, { where }] of batch.entries()) {
      const one = opened[k] as Opened | Refused;
      const found = 'refused' in one ? one : (facts[at++] as Facts | Refused);
      if ('refused' in one || 'refused' in found) yield { where, ...(found as Refused) };
      else yield { where, opened: one, facts: { ...found, issues: [...one.issues, ...found.issues] } };
    }
  }
}

const isWorthwhile = (inputs: readonly Input[]): boolean =>
  isFull(
    inputs.length,
    inputs.reduce((size, input) => size + sizeOf(input), 0),
  );

function sizeOf(input: Input): number {
  if (input.kind === 'bad') return 0;
  return input.kind === 'page' ? input.bytes.length : input.article.text.length;
}

/** A fault of ours in one article must not cost the others: it is told like a bad input. */
function extractAll(extractor: Extractor, articles: readonly ArticleInput[]): readonly (Facts | Refused)[] {
  try {
    return extractor.extractAll(articles);
  } catch (error) {
    // Which one it was is found out by reading each for itself.
    const [first, ...more] = articles;
    if (first !== undefined && more.length > 0)
      return articles.flatMap((article) => extractAll(extractor, [article]));
    return [
      { refused: `internal error, please report it: ${error instanceof Error ? error.message : error}` },
    ];
  }
}
