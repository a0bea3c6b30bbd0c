import type { Program as CatalogueProgram } from '../catalog/programs.ts';
import { loadRuleNotes, loadRules } from '../catalog/rules.ts';
import type { ArticleInput } from '../core/article.ts';
import type { Facts, Period } from '../core/facts.ts';
import { type Explanation, explainFigures } from './explain.ts';
import { factsOf } from './facts.ts';
import { type Read, readArticle, type Stage } from './read-article.ts';
import { checkRules } from './rule-lint.ts';
import { compileRules } from './rules.ts';
import { batchesOf, sideBySide } from './side-by-side.ts';
import { loadVocabulary } from './vocabulary.ts';

/** Version of rules and data: recorded with every extraction run; raise it when the same article would give other facts. */
export const RULESET = '2026-11-24.1';

export interface Extractor {
  /** Facts of one article. Never throws: what went wrong is in `issues`. */
  extract(article: ArticleInput): Facts;
  /** The same of many, in their order and a third faster: articles are led through each stage side by side. */
  extractAll(articles: readonly ArticleInput[]): Facts[];
  /** Every figure of one article, in the order of `indicators`, with the steps by which it came to be. */
  explain(article: ArticleInput): Explanation[];
  /** Every time that an article names, in the order of the text; what it is counted from is its day of publication. */
  periods(article: ArticleInput): Period[];
}

/** What an extractor may be loaded with; `data/` and all it holds when nothing is said. */
export interface ExtractorOptions {
  /** Another folder of data, with a slash at its end. */
  readonly dir?: string;
  /** Other programs than those of the catalogue; none shows what the rules alone find. */
  readonly programs?: readonly CatalogueProgram[];
  /** The bits of the classes of words by which whole sentences are passed over; those of `Starts` when nothing is said. */
  readonly bits?: (cls: string) => number;
  /** Called as each stage of an extraction ends, for all articles that are read side by side: a benchmark's watch. */
  readonly onStage?: (stage: Stage) => void;
}

/** Reads the data once and returns the extractor. Throws `BadData` with file and line. */
export function loadExtractor({ dir, programs, bits, onStage }: ExtractorOptions = {}): Extractor {
  const vocabulary = loadVocabulary(dir, programs, bits);
  const sources = checkRules(loadRules(dir), vocabulary.lexicon);
  const rules = compileRules(sources);
  const watch = onStage ?? (() => undefined);
  const read = (articles: readonly ArticleInput[]): Read[] =>
    sideBySide(
      articles.map((article) => readArticle(article, vocabulary, rules)),
      watch,
    );
  const readOne = (article: ArticleInput): Read => theOnly(read([article]));
  const extract = (articles: readonly ArticleInput[]): Facts[] => {
    const facts = read(articles).map(factsOf);
    watch('mentions and events');
    return facts;
  };
  return {
    extract: (article) => theOnly(extract([article])),
    extractAll: (articles) => batchesOf(articles).flatMap(extract),
    explain(article) {
      const found = readOne(article);
      return explainFigures(found, factsOf(found).indicators, loadRuleNotes(sources, dir));
    },
    periods: (article) => readOne(article).periods.map(({ period }) => period),
  };
}

/** What a list of one was made into. */
function theOnly<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('nothing was made of an article');
  return first;
}
