import type { Period } from '../../core/facts.ts';
import { Kind } from '../../language/tokens.ts';
import type { PeriodMention } from '../dates.ts';
import { type Document, has, hasWithin, mark, type Sentence } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { Sequence } from '../sequence.ts';
import { nearest, OPENING } from './clause.ts';
import { type Filled, filled } from './origin.ts';

/** The times of an article, in text order, the one that it opens with, and the block that each sentence is in. */
export interface Times {
  readonly periods: Sequence<PeriodMention>;
  readonly opening: PeriodMention | undefined;
  readonly blocks: Int32Array;
}

export function timesOf(doc: Document, mentions: readonly PeriodMention[], blocks: Int32Array): Times {
  const periods = new Sequence(mentions);
  const end = doc.sentences[Math.min(OPENING, doc.sentences.length) - 1]?.to ?? 0;
  const opening = periods.within(0, end).find((p) => mayCarry(doc, p));
  return { periods, opening, blocks };
}

/**
 * The period tied to the number, then the one said nearest before it in its sentence, then after it, then the one that
 * earlier sentences set; else the year of publication, marked inferred.
 */
export function periodOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  [clauseFrom, clauseTo]: readonly [number, number],
  { periods, opening, blocks }: Times,
): Filled<Period | null> {
  const inside = periods
    .within(s.from, s.to)
    .filter((p) => !(p.from >= q.from && p.to <= q.to) && frames(doc, p, q, s, clauseFrom));
  const today = nowIn(doc, clauseFrom, clauseTo);
  if (today) return today;
  const tied = inside.find((p) => isTied(doc, p, q));
  if (tied) return filled(tied.period, 'beside', tied.from, tied.to);
  const named = inside.filter((p) => !p.relative);
  const clause = named.filter((p) => p.from >= clauseFrom && p.to <= clauseTo);
  const left = named.filter((p) => p.to <= q.from);
  const near = nearest(clause, q);
  if (near) return filled(near.period, 'clause', near.from, near.to);
  const best = left.at(-1) ?? named.find((p) => !isAside(doc, p)) ?? inside.find((p) => !isAside(doc, p));
  if (best) return filled(best.period, 'sentence', best.from, best.to);
  const block = (i: number): number => blocks[doc.sentenceOf[i] ?? 0] ?? 0;
  const here = block(s.from);
  const earlier = periods.before(q.from).filter((p) => mayCarry(doc, p));
  const back = pointedBack(doc, s, earlier);
  if (back) return filled(back.period, 'back', back.from, back.to);
  const carried = earlier.findLast((p) => block(p.from) === here && carries(doc, p, s));
  if (carried) return filled(widened(carried.period), 'paragraph', carried.from, carried.to);
  if (opening && opening.to <= q.from && lasts(doc, opening, s))
    return filled(opening.period, 'frame', opening.from, opening.to);
  const year = doc.article.published?.slice(0, 4);
  if (!year) return filled(null, 'none');
  return filled({ from: year, to: year, text: '' }, 'published');
}

/** The day of one thing tells the year of the next. */
function widened(period: Period): Period {
  const { from, to, text } = period;
  return from?.length === 10 && from === to ? { from: from.slice(0, 4), to: from.slice(0, 4), text } : period;
}

/** «за этот период», `сол кезеңде`: the last stretch of time; «в том же году», `сол жылы`: the last time named. */
function pointedBack(
  doc: Document,
  s: Sentence,
  earlier: readonly PeriodMention[],
): PeriodMention | undefined {
  for (let i = s.from; i < s.to - 1; i++) {
    if (!has(doc, i, 'that')) continue;
    const at = has(doc, i + 1, 'same') ? i + 2 : i + 1;
    if (has(doc, at, 'unit.year')) return earlier.at(-1);
    if (has(doc, at, 'anaphor.time'))
      return earlier.findLast(({ period }) => period.from !== period.to) ?? earlier.at(-1);
  }
  return undefined;
}

/** «36 – в 2020-м», «43 (в 2018 году)»: nothing but a dash or bracket stands between. */
function isTied(doc: Document, p: PeriodMention, q: Quantity): boolean {
  const prep = has(doc, p.from - 1, 'prep.in') || has(doc, p.from - 1, 'prep.over') ? 1 : 0;
  return p.from - prep === q.to + 1 && '(–—'.includes(mark(doc, q.to) || ' ');
}

/** «Вчера министр сообщил, что …»: the day is that of the report; «год назад выявили 568» frames what follows in its clause. */
function frames(doc: Document, p: PeriodMention, q: Quantity, s: Sentence, clauseFrom: number): boolean {
  if (p.loose === 'base' || isOfAnother(doc, p, q)) return false;
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

/** «2023 жылғы 14 510 адамнан 45 пайызға көп»: the time of the figure that it is an attribute of. */
const isOfAnother = (doc: Document, p: PeriodMention, q: Quantity): boolean =>
  p.to < q.from && isAttribute(doc, p) && doc.tokens[p.to]?.kind === Kind.number;

/** Named as plainly as a year, in the story, and for more than its own clause. */
const mayCarry = (doc: Document, p: PeriodMention): boolean =>
  !p.relative && !isAside(doc, p) && doc.sentences[doc.sentenceOf[p.from] ?? 0]?.section === 'body';

/** A time frames the sentences after it in its block; a year to come none that speaks of what is. */
function carries(doc: Document, p: PeriodMention, s: Sentence): boolean {
  const { from, to } = p.period;
  if (from === null || to === null) return false;
  if (isAttribute(doc, p) && doc.tokens[p.to]?.kind === Kind.number) return false;
  const published = doc.article.published?.slice(0, 4);
  return !published || from.slice(0, 4) <= published || hasWithin(doc, s.from, s.to, 'planned');
}

/** A year with which an article opens frames all of it, but for what is planned when the year is over. */
function lasts(doc: Document, p: PeriodMention, s: Sentence): boolean {
  const published = doc.article.published?.slice(0, 4);
  const over = published !== undefined && (p.period.to ?? '') < published;
  return (
    p.period.from?.length === 4 && carries(doc, p, s) && !(over && hasWithin(doc, s.from, s.to, 'planned'))
  );
}
