import { Tag } from '../../language/tags.ts';
import { type Document, has, type Sentence, tokenAt } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { scan } from './change.ts';
import { isClauseEdge } from './clause.ts';

const ROUND_BASES: ReadonlySet<number> = new Set([100, 1000, 10_000, 100_000, 1_000_000]);

/**
 * «на 100 тысяч жителей», «1000 адамға шаққанда», «әр 10 мың тұрғынға», `1 кг үшін`: what a rate is counted on,
 * no figure of its own.
 */
export function isRateBase(
  doc: Document,
  q: Quantity,
  s: Sentence,
  last: Quantity | undefined,
  next: Quantity | undefined,
): boolean {
  if (s.lang === 'kk' && next && isOnePriced(doc, q, next)) return true;
  if (q.value === null || !ROUND_BASES.has(q.value) || q.unitClass !== 'count') return false;
  // «1000 тірі туғанға шаққанда»: the noun may be one that nobody listed.
  for (let i = q.to; i < q.to + 3; i++) if (has(doc, i, 'per.after')) return true;
  if (has(doc, q.from - 1, 'each')) return s.lang === 'kk';
  // «1000 адамға 4,5 дәрігерден келеді»
  if (s.lang === 'kk' && q.tags & Tag.dat)
    for (let i = q.to; i < Math.min(s.to, q.to + 5); i++) if (has(doc, i, 'falls')) return true;
  if (s.lang === 'kk' && next && isBeside(doc, q, next)) return true;
  if (isBaseFirst(doc, q)) return true;
  if (!has(doc, q.from - 1, 'prep.by') || scan(doc, q.from - 1, s.from, -1, 3) !== null || !last)
    return false;
  const gap =
    q.from > 0 ? (tokenAt(doc, q.from - 1)?.start ?? 0) - (tokenAt(doc, last.to - 1)?.end ?? 0) : 99;
  return gap >= 0 && gap <= BASE_GAP && last.value !== null;
}

/**
 * `мың туылғанға 7,2 жағдай`: with nothing between them, the dative is what a rate is counted on; `мың адамға 2,5 млн
 * теңге` is none.
 */
const isBeside = (doc: Document, q: Quantity, next: Quantity): boolean =>
  (q.tags & Tag.dat) !== 0 &&
  next.group.from === q.to &&
  next.unitClass === 'count' &&
  (next.unit === 'case' || isDecimal(doc, next));

/**
 * `1 текше метріне 118 теңге`, `1 гектардан 24 центнер`, `1 оқушыға 25 мың теңге`: one of a measure
 * or of those who get it, before a figure of its clause.
 */
function isOnePriced(doc: Document, q: Quantity, next: Quantity): boolean {
  const one = q.value === 1 && q.group.digits && q.comparator === '=' && q.previous === null;
  const money = next.unitClass === 'money';
  const shared = q.unitClass === 'count' && money && (q.tags & Tag.dat) !== 0;
  const yields = next.unitClass === 'measure' && (q.tags & (Tag.dat | Tag.abl)) !== 0;
  if (!one || !(shared || (q.unitClass === 'measure' && (money || yields)))) return false;
  if (next.from - q.to > PRICE_SIGHT || doc.sentenceOf[q.from] !== doc.sentenceOf[next.from]) return false;
  for (let i = q.to; i < next.from; i++) if (isClauseEdge(doc, i) || has(doc, i, 'and')) return false;
  return true;
}
/** Words between one of a measure and its price. */
const PRICE_SIGHT = 6;

/** A number that tells tenths of one: nobody counts by them. */
export const isDecimal = (doc: Document, { group }: Quantity): boolean =>
  group.multiplier === 1 && (doc.tokens[group.from]?.digits.decimals ?? 0) > 0;

/** «на 100 тысяч жителей приходится 41 врач»: the base comes before its figure. */
export const isBaseFirst = (doc: Document, q: Quantity): boolean =>
  has(doc, q.from - 1, 'prep.by') && [q.to, q.to + 1, q.to + 2].some((i) => has(doc, i, 'falls'));

/** Characters between a figure and the base it is counted on: «18,9 случая на …». */
const BASE_GAP = 40;
