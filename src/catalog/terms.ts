import { type Complain, cellList, readTable } from './table.ts';
import { DATA_DIR } from './yaml.ts';

/** Words that say the same in the two languages, in their dictionary form. */
export interface TermPair {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

/** What a search in one language looks for in the other too: `data/lexicon/terms.txt`. Throws `BadData`. */
export const loadTerms = (dir = DATA_DIR): readonly TermPair[] =>
  readTable(`${dir}lexicon/terms.txt`, 'data/lexicon/terms.txt', ['kk', 'ru'], (cells, complain) => ({
    kk: singleWords('kk', cells.kk, complain),
    ru: singleWords('ru', cells.ru, complain),
  }));

function singleWords(column: 'kk' | 'ru', cell: string, complain: Complain): string[] {
  const words = cellList(cell);
  if (words.length === 0) complain(column, 'at least one word', cell);
  for (const word of words) if (/\s/u.test(word)) complain(column, 'single words', word);
  return words;
}
