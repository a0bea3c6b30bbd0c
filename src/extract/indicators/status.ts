import type { Period, Status } from '../../core/facts.ts';
import { isIntent, isPassiveFuture, isPromise } from '../../language/packs/kk/clause.ts';
import {
  anySign,
  anyStarts,
  type Document,
  has,
  hasWithin,
  isSign,
  type Sentence,
  Starts,
  startsAt,
  word,
} from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge } from './clause.ts';
import { type Filled, filled, isInferred } from './origin.ts';

/**
 * Whether a figure tells what is, what is planned, expected or denied; `from` up to `to` is its clause. A time that its
 * sentence says and that is still to come makes it a plan.
 */
export function statusOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  [from, to]: readonly [number, number],
  period: Filled<Period | null>,
): Filled<Status> {
  const hedged = anyStarts(doc, Math.min(s.from, q.from - 2), Math.max(s.to, q.to) + 1, Starts.stance);
  const said = hedged ? saidOf(doc, q, s, from, to) : undefined;
  if (said) return said;
  if (isAhead(doc, period.value) && !(isInferred(period) && period.value?.from === null))
    return filled('planned', 'ahead', period.from, period.to);
  // `Биыл 40 шақырым жол саламыз`; not what is done every year.
  let last = to - 1;
  while (last >= q.to && isSign(doc, last, Sign.quote) && !isSign(doc, last, Sign.opening)) last--;
  if (s.lang === 'kk' && last >= q.to && isPromise(word(doc, last)) && !hasWithin(doc, from, to, 'each.time'))
    return filled('planned', 'clause', last, last + 1);
  const meant = s.lang === 'kk' ? intentOf(doc, q, s, to) : -1;
  return meant < 0 ? ACTUAL : filled('planned', 'clause', meant, meant + 1);
}
const ACTUAL: Filled<Status> = filled('actual', 'default');

/**
 * The verb that tells what is meant to be done with a figure, at the end of its clause or of a list that it is part of:
 * `10 мектеп, 4 балабақша салынбақ`; -1 without one.
 */
function intentOf(doc: Document, q: Quantity, s: Sentence, to: number): number {
  let [from, end] = [q.to, to];
  for (;;) {
    if (end > from && isIntent(word(doc, end - 1))) return end - 1;
    const listed =
      end === q.to || (startsAt(doc, end - 1, Starts.thing) && anySign(doc, from, end, Sign.number));
    if (!listed || !isSign(doc, end, Sign.comma)) return -1;
    from = ++end;
    while (end < s.to && !isClauseEdge(doc, end)) end++;
  }
}

/** The status that a word of the sentence or clause tells. */
function saidOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  from: number,
  to: number,
): Filled<Status> | undefined {
  const denied = denialOf(doc, q, s);
  if (denied !== undefined) return filled('denied', 'clause', denied, denied + 1);
  // «19 200 мест при плане 18 500»
  if (has(doc, q.from - 1, 'plan.before')) return filled('planned', 'clause', q.from - 1, q.from);
  // «По прогнозу, спрос вырастет на 6 %»: what opens the sentence holds for all of it.
  for (let i = s.from; i < Math.min(s.from + 3, from); i++)
    if (has(doc, i, 'forecast')) return filled('forecast', 'sentence', i, i + 1);
  // «Нацбанк ожидает, что …»: the verb that governs the clause.
  const first = has(doc, from, 'conj.that') ? clauseBefore(doc, from, s.from) : from;
  for (const status of EXPECTED)
    for (let i = first; i < to; i++)
      if (has(doc, i, status) && !(i === q.to && has(doc, i, 'waits')))
        return filled(status, 'clause', i, i + 1);
  if (s.lang === 'kk')
    for (let i = from; i < to; i++)
      if (has(doc, i + 1, 'told') && isPassiveFuture(word(doc, i)))
        return filled('planned', 'clause', i, i + 1);
  return undefined;
}

const EXPECTED = ['forecast', 'planned'] as const;

/** Where the clause before a comma begins. */
function clauseBefore(doc: Document, comma: number, start: number): number {
  let from = comma - 1;
  while (from > start && !isClauseEdge(doc, from - 1)) from--;
  return from;
}

/** Does a time begin after the day of publication, or is it only to end then? */
export function isAhead(doc: Document, period: Period | null): boolean {
  const { published } = doc.article;
  if (!published || !period?.to) return false;
  const { from, to } = period;
  return from === null ? to >= published.slice(0, to.length) : from > published.slice(0, from.length);
}

/** The word that denies a figure: «не 5, как сообщалось», «5 емес», «опроверг закрытие 9 школ», «жоққа шығарды». */
function denialOf(doc: Document, q: Quantity, s: Sentence): number | undefined {
  // Comparators with a «не» of their own («не менее») have taken it already.
  const lead = has(doc, q.from - 1, 'prep') ? q.from - 2 : q.from - 1;
  if (has(doc, lead, 'not')) return lead;
  if (s.lang === 'kk' && has(doc, q.to, 'not')) return q.to;
  const [from, to] =
    s.lang === 'ru' ? [Math.max(s.from, q.from - 8), q.from] : [q.to, Math.min(s.to, q.to + 8)];
  for (let i = from; i < to; i++) if (has(doc, i, 'denied')) return i;
  return undefined;
}
