import type { ArticleInput, ReadLang } from '../../core/article.ts';
import type { Facts } from '../../core/facts.ts';
import { type Fault, type Figure, judged } from '../figures.ts';
import { sameNumber } from '../likeness.ts';
import type { PairRow } from './load.ts';

/** Labels of KazNERD under which a number is a number; dates and times are read otherwise. */
const NUMBERS = new Set(['CARDINAL', 'PERCENTAGE', 'MONEY', 'QUANTITY', 'ORDINAL']);

/** Does a number in words get the value of the same number in digits? All values of both, in order. */
export function evaluatePairs(
  rows: readonly PairRow[],
  lang: ReadLang,
  extractor: { extract(article: ArticleInput): Facts },
): { figures: Figure[]; faults: Fault[] } {
  const values = (text: string): (number | null)[] =>
    extractor
      .extract({ id: '', text, lang })
      .mentions.flatMap((m) => (m.type === 'number' ? [m.value ?? null] : []));
  const faults: Fault[] = [];
  let same = 0;
  let read = 0;
  let pairs = 0;
  for (const [at, row] of rows.entries()) {
    if (!NUMBERS.has(row.label)) continue;
    pairs++;
    const words = values(row.words);
    const digits = values(row.digits_detok);
    if (words.length > 0 && digits.length > 0) read++;
    if (
      words.length > 0 &&
      words.length === digits.length &&
      words.every((v, k) => equal(v, digits[k] ?? null))
    )
      same++;
    else
      faults.push({
        id: `line ${at + 1}`,
        kind: 'number words',
        what: 'wrong',
        detail: `${row.words} = ${JSON.stringify(words)}, ${row.digits_detok} = ${JSON.stringify(digits)}`,
      });
  }
  return {
    figures: [judged(lang, 'number words', same, pairs), judged(lang, 'numbers read', read, pairs)],
    faults,
  };
}

const equal = (a: number | null, b: number | null): boolean => a === b || sameNumber(a, b);
