import type { Period } from '../../core/facts.ts';
import { Kind } from '../../language/tokens.ts';
import type { PeriodMention } from '../dates.ts';
import { type Document, has, hasWithin, type Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { Sequence } from '../sequence.ts';
import { nearest } from './clause.ts';
import { type Filled, filled } from './origin.ts';

/** The period said nearest before the number in its sentence, then after it; else the year of publication, marked inferred. */
export function periodOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  [clauseFrom, clauseTo]: readonly [number, number],
  periods: Sequence<PeriodMention>,
): Filled<Period | null> {
  const inside = periods
    .within(s.from, s.to)
    .filter((p) => !(p.from >= q.from && p.to <= q.to) && frames(doc, p, q, s, clauseFrom));
  const today = nowIn(doc, clauseFrom, clauseTo);
  if (today) return today;
  const named = inside.filter((p) => !p.relative);
  const clause = named.filter((p) => p.from >= clauseFrom && p.to <= clauseTo);
  const left = named.filter((p) => p.to <= q.from);
  const near = nearest(clause, q);
  if (near) return filled(near.period, 'clause', near.from, near.to);
  const best = left.at(-1) ?? named.find((p) => !isAside(doc, p)) ?? inside.find((p) => !isAside(doc, p));
  if (best) return filled(best.period, 'sentence', best.from, best.to);
  const carried = periods
    .before(q.from)
    .filter((p) => carries(doc, p, s))
    .at(-1);
  if (carried) {
    const way = sameParagraph(doc, carried, s) ? 'paragraph' : 'frame';
    return filled(carried.period, way, carried.from, carried.to);
  }
  const year = doc.article.published?.slice(0, 4);
  if (!year) return filled(null, 'none');
  return filled({ from: year, to: year, text: '' }, 'published');
}

/** «Вчера министр сообщил, что …»: the day is that of the report; «год назад выявили 568» frames what follows in its clause. */
function frames(doc: Document, p: PeriodMention, q: Quantity, s: Sentence, clauseFrom: number): boolean {
  if (p.loose === 'base') return false;
  // «былтырғы 1 200-ден 430-ға»: an attribute of the first figure tells the time of that one alone.
  if (p.to === q.from && q.previous !== null && isAttribute(doc, p)) return false;
  if (p.loose === 'day') return !hasWithin(doc, s.from, s.to, 'say');
  return p.loose !== 'contrast' || (p.to <= q.from && clauseFrom <= p.from);
}

/** «қазір», «сейчас»: the day the article speaks from. */
function nowIn(doc: Document, from: number, to: number): Filled<Period> | null {
  const day = doc.article.published?.slice(0, 10);
  if (!day) return null;
  for (let i = from; i < to; i++)
    if (has(doc, i, 'now'))
      return filled({ from: day, to: day, text: doc.tokens[i]?.form?.raw ?? '' }, 'now', i, i + 1);
  return null;
}

/** «…, ал 2021 жылы 90,8», «ещё в 2021 году»: a time set against the present frames nothing but its own clause. */
const isAside = (doc: Document, p: PeriodMention): boolean => {
  return p.loose === 'contrast' || p.loose === 'base' || hasWithin(doc, p.from - 3, p.from, 'contrast');
};

const isAttribute = (doc: Document, p: PeriodMention): boolean => has(doc, p.to - 1, 'time.attribute');

/** A year or month frames the sentences after it, in its paragraph at any grain, further on as long as nothing narrower is said. */
function carries(doc: Document, p: PeriodMention, s: Sentence): boolean {
  if (p.relative || p.period.from === null || p.period.to === null || isAside(doc, p)) return false;
  if (isAttribute(doc, p) && doc.tokens[p.to]?.kind === Kind.number) return false;
  if (doc.sentences[doc.sentenceOf[p.from] ?? 0]?.section !== 'body') return false;
  // A year to come frames no sentence that speaks of what is.
  const published = doc.article.published?.slice(0, 4);
  if (published && p.period.from.slice(0, 4) > published && !hasWithin(doc, s.from, s.to, 'planned'))
    return false;
  return sameParagraph(doc, p, s) || p.period.from.length === 4;
}

const sameParagraph = (doc: Document, p: PeriodMention, s: Sentence): boolean =>
  doc.sentences[doc.sentenceOf[p.from] ?? 0]?.paragraph === s.paragraph;
