import type { Period } from '../../core/facts.ts';
import { ClauseWord } from '../../language/clause.ts';
import { isPromise } from '../../language/packs/kk/clause.ts';
import { isParticiple, isPassiveConverb, isPresent } from '../../language/packs/kk/shape.ts';
import { looksParticipial } from '../../language/packs/ru/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import type { Token } from '../../language/tokens.ts';
import type { PeriodMention } from '../dates.ts';
import {
  anySign,
  type Document,
  has,
  hasWithin,
  isSign,
  langAt,
  mark,
  type Sentence,
  Starts,
  startsAt,
  tokenAt,
  word,
} from '../document.ts';
import { isYearEarlier, type Quantity } from '../numbers/index.ts';
import { opensSentence } from '../place-tokens.ts';
import { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';
import { CLAUSE_ENDS, isClauseEdge, nearest, OPENING } from './clause.ts';
import { type Filled, filled } from './origin.ts';
import { isBullet } from './outline.ts';
import { isDatelineAt } from './place-role.ts';
import { isAhead } from './status.ts';
import { says } from './subject/told.ts';

/**
 * The times of an article, in text order, the one that it opens with, the year of its title, and the block that each
 * sentence is in.
 */
export interface Times {
  readonly periods: Sequence<PeriodMention>;
  /** Of these, those that may set the time of what follows. */
  readonly carrying: Sequence<PeriodMention>;
  /** Of all, those that a bracket keeps for a figure of its own, each with the tokens of its bracket. */
  readonly brackets: Brackets;
  readonly opening: PeriodMention | undefined;
  readonly title: PeriodMention | undefined;
  readonly blocks: readonly number[];
}

type Brackets = ReadonlyMap<PeriodMention, readonly [open: number, close: number]>;

export function timesOf(
  doc: Document,
  mentions: readonly PeriodMention[],
  titleTimes: readonly PeriodMention[],
  blocks: readonly number[],
): Times {
  const periods = new Sequence(mentions);
  const setters = mentions.filter((p) => mayCarry(doc, p));
  const carrying = new Sequence(setters);
  const opening = setters.length > 0 ? openingOf(doc, mentions, carrying) : undefined;
  const [title, ...others] = titleTimes.filter((p) => !p.relative && !p.loose);
  const brackets = bracketsOf(doc, mentions);
  return { periods, carrying, brackets, opening, title: others.length > 0 ? undefined : title, blocks };
}

/** The time that an article opens with, or the year gone that it reports on. */
function openingOf(
  doc: Document,
  mentions: readonly PeriodMention[],
  carrying: Sequence<PeriodMention>,
): PeriodMention | undefined {
  const end = doc.sentences[Math.min(OPENING, doc.sentences.length) - 1]?.to ?? 0;
  // «Сады посещают 91 % детей. В 2021 году посещали 78 %»: what comes behind another figure sets the time of its own.
  const told = doc.sentences[doc.sentenceOf[firstFigure(doc, mentions)] ?? doc.sentences.length]?.to ?? end;
  return (
    carrying
      .within(0, Math.min(end, told))
      .find((p) => !has(doc, has(doc, p.from - 1, 'prep') ? p.from - 2 : p.from - 1, 'but')) ??
    carrying
      .within(0, doc.sentences[REPORT]?.from ?? doc.tokens.length)
      .find((p) => isOfResults(doc, p) && isOfYearGone(doc, p))
  );
}

/**
 * «по итогам 2025 года», `2025 жылдың қорытындысы бойынша`: the year that an article reports on, whatever it counted
 * before.
 */
const isOfResults = (doc: Document, p: PeriodMention): boolean =>
  has(doc, p.from - 1, 'results') || has(doc, p.to, 'results');

const isOfYearGone = ({ article: { published } }: Document, { period }: PeriodMention): boolean =>
  period.to === String(Number(published?.slice(0, 4)) - 1);

/** Sentences and breaks of paragraphs within which an article says which year it reports on. */
const REPORT = 8;

/** The first number in digits that is no part of a time. */
function firstFigure(doc: Document, times: readonly PeriodMention[]): number {
  let next = 0;
  for (const i of doc.figures) {
    while (next < times.length && (times[next]?.to ?? 0) <= i) next++;
    const inTime = (times[next]?.from ?? i + 1) <= i;
    const inStory = doc.sentences[doc.sentenceOf[i] ?? 0]?.section === 'body' && !isDatelineAt(doc, i);
    if (!inTime && inStory && isSign(doc, i, Sign.number)) return i;
  }
  return doc.tokens.length;
}

/**
 * The period tied to the number, then the one said nearest before it in its sentence, then after it, then the one that
 * earlier sentences set; else the year of publication, marked inferred.
 */
export function periodOf(
  doc: Document,
  q: Quantity,
  s: Sentence,
  clause: readonly [number, number],
  times: Times,
): Filled<Period | null> {
  const said = saidPeriod(doc, q, s, clause, times);
  if (s.lang === 'kk' && said.value)
    return filled(beforeThat(doc, s, said, times) ?? said.value, said.way, said.from, said.to);
  const at = said.value === null || s.lang !== 'ru' ? -1 : yearEarlierAt(doc, q, s, clause, said);
  return at < 0 || said.value === null ? said : filled(yearBefore(said.value), 'clause', at, at + 2);
}

/**
 * «против 7,3 годом ранее», «годом ранее – 7,3», «Годом раньше, когда …, открыли 105 школ»: the token of the year that
 * tells the time of a figure; -1 without one.
 */
function yearEarlierAt(
  doc: Document,
  q: Quantity,
  s: Sentence,
  [from, to]: readonly [number, number],
  said: Filled<Period | null>,
): number {
  // «6,7 против 7,3 годом ранее»: the earlier one of a pair.
  if (q.previous !== null) return -1;
  // «по сравнению с прошлым годом», «в сравнении с 2015 годом»: no «годом раньше».
  const isEarlier = (i: number): boolean =>
    isYearEarlier(doc, i) && !has(doc, i - 1, 'rel.last') && !isSign(doc, i - 1, Sign.number);
  for (let i = q.to; i < to && !isSign(doc, i, Sign.number); i++)
    if (isEarlier(i)) return has(doc, i - 1, 'than') ? -1 : i;
  for (let i = q.from - 1; i >= from && !isSign(doc, i, Sign.number); i--)
    if (isEarlier(i)) return has(doc, i - 1, 'than') ? -1 : i;
  return said.to <= s.from && isYearEarlier(doc, s.from) && !hasWithin(doc, s.from, q.from, 'but')
    ? s.from
    : -1;
}

/**
 * `2025 жылға 120 доллар есептелді. Бір жыл бұрынғы сома 132 доллар болатын.`: years before the year that the paragraph
 * speaks of, and not before the day of the story; null where the story names none.
 */
function beforeThat(
  doc: Document,
  s: Sentence,
  { value, to }: Filled<Period | null>,
  { periods }: Times,
): Period | null {
  if (!has(doc, to - 1, 'rel.ago') || value?.from?.length !== 4) return null;
  // `бұрынғы` tells of a thing; `бұрын` may tell when something was done, but for `… 450 теңге еді`.
  if (!has(doc, to - 1, 'ago.of') && !has(doc, lastWord(doc, s), 'copula')) return null;
  const named = periods.within(paragraphStart(doc, s), s.from).findLast((p) => !p.relative && !p.loose);
  const year = named?.period.to?.slice(0, 4);
  const published = doc.article.published?.slice(0, 4);
  if (!year || !published || year >= published) return null;
  const then = String(Number(year) - (Number(published) - Number(value.from)));
  return { from: then, to: then, text: value.text };
}

/** The first token of the paragraph of a sentence, or of the part of it that is near. */
function paragraphStart(doc: Document, s: Sentence): number {
  const own = doc.sentenceOf[s.from] ?? 0;
  let k = own;
  while (k > own - NEAR && doc.sentences[k - 1]?.paragraph === s.paragraph) k--;
  return doc.sentences[k]?.from ?? s.from;
}
/** Sentences within which a paragraph still speaks of the year that it named. */
const NEAR = 5;

/** The same stretch of the year before. */
function yearBefore({ from, to, text }: Period): Period {
  const shift = (day: string | null): string | null =>
    day === null ? null : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { from: shift(from), to: shift(to), text };
}

function saidPeriod(
  doc: Document,
  q: Quantity,
  s: Sentence,
  [clauseFrom, clauseTo]: readonly [number, number],
  { periods, carrying, brackets, opening, title, blocks }: Times,
): Filled<Period | null> {
  const hinted = (s.starts & Starts.stance) !== 0;
  const today = hinted ? nowIn(doc, clauseFrom, clauseTo) : null;
  if (today) return today;
  // «больше, чем год назад (129 тысяч)», «за девять месяцев (14 млн)»: a bracket tells the figure of the time before it.
  const opens = isSign(doc, q.from - 1, Sign.open)
    ? periods.within(s.from, s.to).find((p) => p.to === q.from - 1)
    : undefined;
  if (opens) return filled(opens.period, 'beside', opens.from, opens.to);
  const near = periods.within(s.from, s.to);
  if (near.length > 0) {
    const inside = near.filter(
      (p) =>
        !(p.from >= q.from && p.to <= q.to) &&
        !isBracketed(brackets, p, q) &&
        frames(doc, p, q, s, clauseFrom, clauseTo),
    );
    const said = inside.length > 0 ? saidOf(doc, inside, q, clauseFrom, clauseTo) : undefined;
    if (said) return said;
  }
  const still = hinted ? nowIn(doc, s.from, clauseFrom) : null;
  if (still && periods.within(still.to, clauseTo).length === 0) return still;
  const before = carrying.before(q.from);
  const earlier = brackets.size === 0 ? before : before.filter((p) => !isBracketed(brackets, p, q));
  const underWay = isUnderWay(doc, q, s, [clauseFrom, clauseTo]);
  let past = false;
  const since =
    s.lang === 'kk'
      ? (sinceThen(doc, s, periods, blocks) ?? (underWay ? undefined : sinceBefore(doc, s, periods, blocks)))
      : undefined;
  if (since) return since;
  if (earlier.length > 0) {
    const back = hinted ? pointedBack(doc, s, earlier) : undefined;
    if (back) return filled(back.period, 'back', back.from, back.to);
    const block = (i: number): number => blocks[doc.sentenceOf[i] ?? 0] ?? 0;
    const here = block(s.from);
    const leans = looksBack(doc, s);
    const carried = earlier.findLast(
      (p) => block(p.from) === here && carries(doc, p, s) && (leans || !isBackdrop(doc, p, s)),
    );
    past = underWay && carried !== undefined && isOver(doc, carried);
    if (carried && !past && !isOneOfTwo(doc, carried, periods))
      return filled(widened(carried.period), 'paragraph', carried.from, carried.to);
  }
  if (
    opening &&
    !past &&
    opening.to <= q.from &&
    !isBracketed(brackets, opening, q) &&
    (lasts(doc, opening, s) || isOfRelease(doc, opening, q)) &&
    !(underWay && isOver(doc, opening)) &&
    !isOneOfTwo(doc, opening, periods) &&
    !isLeft(doc, opening, s, earlier)
  )
    return filled(opening.period, 'frame', opening.from, opening.to);
  if (title && isPast(doc, title, s)) return filled(title.period, 'title');
  const year = doc.article.published?.slice(0, 4);
  if (!year) return filled(null, 'none');
  return filled({ from: year, to: year, text: '' }, 'published');
}

/**
 * `2024 жылдан бері 312 өтінім мақұлданды. Қаражаттың 86 пайызы баспанаға жұмсалған.`: what its paragraph, and the list that it
 * leads to, goes on to tell of what is over.
 */
function sinceBefore(
  doc: Document,
  s: Sentence,
  periods: Sequence<PeriodMention>,
  blocks: readonly number[],
): Filled<Period> | undefined {
  const last = periods.last(s.from);
  if (!last || last.loose || last.period.from?.length !== 4 || last.period.to !== null) return undefined;
  if (!has(doc, last.to - 1, 'since.after') || isPresent(word(doc, lastWord(doc, s)))) return undefined;
  if (hasWithin(doc, s.from, s.to, 'now.of')) return undefined;
  const [from, to] = [doc.sentenceOf[last.from] ?? 0, doc.sentenceOf[s.from] ?? 0];
  const [then, now] = [blocks[from] ?? 0, blocks[to] ?? 0];
  // Its last sentence may stand right before the heading of a list.
  const led = then + 1 === now && blocks[to - 1] === now && isBullet(doc, s);
  return then === now || led ? filled(last.period, 'paragraph', last.from, last.to) : undefined;
}

/** `Содан бері 900 адам оралды`, `сол уақыттан бері …`: from the time that its block named last, with no end. */
function sinceThen(
  doc: Document,
  s: Sentence,
  periods: Sequence<PeriodMention>,
  blocks: readonly number[],
): Filled<Period> | undefined {
  const then = has(doc, s.from, 'that') && has(doc, s.from + 1, 'anaphor.since') ? s.from + 1 : s.from;
  if (!has(doc, then + 1, 'since.after') || (then === s.from && !has(doc, then, 'from.then')))
    return undefined;
  const last = periods.last(s.from);
  if (!last?.period.from || last.loose === 'base') return undefined;
  if (blocks[doc.sentenceOf[last.from] ?? 0] !== blocks[doc.sentenceOf[s.from] ?? 0]) return undefined;
  const { from, text } = last.period;
  return filled({ from, to: null, text }, 'back', last.from, last.to);
}

/**
 * Does a sentence go on about the one before: does it open with a word for it, or hold one behind a sentence that opened so?
 * `Былтыр да су ерте келген еді. Онда 40 үй құлады. Мемлекет оларға көмек берді.`
 */
function looksBack(doc: Document, s: Sentence): boolean {
  if (opensBack(doc, s)) return true;
  const before = s.lang === 'kk' ? doc.sentences[(doc.sentenceOf[s.from] ?? 0) - 1] : undefined;
  if (before?.paragraph !== s.paragraph || !opensBack(doc, before)) return false;
  for (let i = s.from; i < s.to; i++) if (says(doc, i, ClauseWord.pronoun)) return true;
  return false;
}

const opensBack = (doc: Document, s: Sentence): boolean =>
  says(doc, s.from, ClauseWord.pronoun) ||
  has(doc, s.from, 'from.then') ||
  (has(doc, s.from, 'then') && !isPresent(word(doc, lastWord(doc, s))));

/** The last word of a sentence, before its marks and line breaks. */
function lastWord(doc: Document, s: Sentence): number {
  let last = s.to - 1;
  while (last > s.from && !doc.tokens[last]?.form) last--;
  return last;
}

/**
 * «В 2024 году отремонтировали 29, а в 2026-м обновят 45»: behind a sentence that went on to another year, the first
 * frames nothing; nor does the second where it is the earlier one, «в этом году дадут 6 млрд, в 2025-м было 5».
 */
function isOneOfTwo(doc: Document, p: PeriodMention, periods: Sequence<PeriodMention>): boolean {
  const s = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (!s) return false;
  const year = (x: PeriodMention): string => x.period.to?.slice(0, 4) ?? '';
  const others = (from: number, to: number): PeriodMention[] =>
    periods.within(from, to).filter((x) => !x.relative && !isAside(doc, x));
  return (
    hasWithin(doc, p.to, s.to, 'now') ||
    others(p.to, s.to).some((x) => year(x) !== year(p)) ||
    others(s.from, p.from).some((x) => year(x) > year(p))
  );
}

/**
 * «В прошлом году …» at the head, «В этом году …» in the paragraphs between: the story has gone on from the year it
 * opened with.
 */
function isLeft(
  doc: Document,
  opening: PeriodMention,
  s: Sentence,
  earlier: readonly PeriodMention[],
): boolean {
  const year = (x: PeriodMention): string | undefined => x.period.to?.slice(0, 4);
  if (!isOver(doc, opening)) return false;
  return earlier.some(
    (x) =>
      x.from > opening.from && x.to <= s.from && (year(x) ?? '') > (year(opening) ?? '') && !isOfPlan(doc, x),
  );
}

/** The period of its sentence that a figure is tied to, or that stands nearest. */
function saidOf(
  doc: Document,
  inside: readonly PeriodMention[],
  q: Quantity,
  clauseFrom: number,
  clauseTo: number,
): Filled<Period> | undefined {
  const tied = inside.find((p) => isTied(doc, p, q));
  if (tied) return filled(tied.period, 'beside', tied.from, tied.to);
  const named = inside.filter((p) => !p.relative);
  const near = nearest(
    named.filter((p) => p.from >= clauseFrom && p.to <= clauseTo),
    q,
  );
  if (near) return filled(near.period, 'clause', near.from, near.to);
  const best =
    named.findLast((p) => p.to <= q.from) ??
    named.find((p) => mayLendBack(doc, p, clauseTo)) ??
    inside.find((p) => mayLendBack(doc, p, clauseTo));
  return best && filled(best.period, 'sentence', best.from, best.to);
}

/** No aside, and not until when another thing lasts: «Заявок накопилось 140, и очередь расписана до 2028 года». */
const mayLendBack = (doc: Document, p: PeriodMention, clauseTo: number): boolean =>
  !isAside(doc, p) && !(p.period.from === null && p.from > clauseTo && has(doc, clauseTo + 1, 'and'));

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
  return p.from - prep === q.to + 1 && isSign(doc, q.to, Sign.dash | Sign.open);
}

/** «…, из них 90 млрд – в текущем году»: a dash or bracket ties a time to the figure before it. */
function isTiedToFigure(doc: Document, p: PeriodMention): boolean {
  const prep = has(doc, p.from - 1, 'prep.in') || has(doc, p.from - 1, 'prep.over') ? 1 : 0;
  const tie = p.from - prep - 1;
  if (!isSign(doc, tie, Sign.dash | Sign.open)) return false;
  for (let i = tie - 1; i > tie - 4; i--) if (isSign(doc, i, Sign.number)) return true;
  return false;
}

/** «Вчера министр сообщил, что …»: the day is that of the report; «год назад выявили 568» frames what follows in its clause. */
function frames(
  doc: Document,
  p: PeriodMention,
  q: Quantity,
  s: Sentence,
  clauseFrom: number,
  clauseTo: number,
): boolean {
  if (p.loose === 'base') return isOfThen(doc, p, q);
  if (isOfAnother(doc, p, q) || isOfNext(doc, p, q, s)) return false;
  if (isOfReplaced(doc, p)) return false;
  if (isOfThing(doc, p) || isOfDocument(doc, p)) return false;
  if (p.from > q.to && isTiedToFigure(doc, p) && !isTied(doc, p, q)) return false;
  // «655 построят до 2029 года, из них 460 уже введены»: what has been done is not of a time to come.
  if (p.to <= clauseFrom && hasWithin(doc, clauseFrom, clauseTo, 'already') && isAhead(doc, p.period))
    return false;
  // «былтырғы 1 200-ден 430-ға»: an attribute of the first figure tells the time of that one alone.
  if (p.to === q.from && q.previous !== null && isAttribute(doc, p)) return false;
  if (p.loose === 'day') return !hasWithin(doc, s.from, s.to, 'say');
  return p.loose !== 'contrast' || (p.to <= q.from && clauseFrom <= p.from);
}

/** «…, чем в 2022 году, когда построили 280»: the clause behind the time that figures are held against tells of it. */
const isOfThen = (doc: Document, p: PeriodMention, q: Quantity): boolean =>
  p.to < q.from &&
  isSign(doc, p.to, Sign.comma) &&
  has(doc, p.to + 1, 'when') &&
  !anySign(doc, p.to + 2, q.from, CLAUSE_ENDS);

/**
 * «27 центров открыто, к 2027 году их станет 40», «1 876 домов уже с газом, ещё 640 подключат до конца года»: the time behind a
 * figure that opens the clause of the next, or stands in it behind a verb.
 */
function isOfNext(doc: Document, p: PeriodMention, q: Quantity, s: Sentence): boolean {
  if (p.from < q.to) return false;
  // «47 % против 39 % в 2024-м»: of the figure that it is held against.
  if (s.lang === 'ru') for (let i = q.to; i < p.from; i++) if (has(doc, i, 'versus')) return true;
  let from = p.from;
  let said = false;
  while (from > q.to && !isClauseEdge(doc, from - 1)) {
    from--;
    const form = doc.tokens[from]?.form;
    said ||= s.lang === 'ru' && form != null && isVerbal(form, s.lang);
  }
  if (from <= q.to || isSign(doc, from - 1, Sign.open)) return false;
  // `22 ауылға тартылды, тағы 11-і келесі жылға жоспарланған`
  if (s.lang === 'kk' && endsClause(doc, from - 1))
    for (let i = from; i < p.from; i++) if (isSign(doc, i, Sign.number)) return true;
  if (!said && from <= p.from - LEAD) return false;
  // «…, об этом сообщили в 2025 году»: the time of the telling.
  for (let i = from; said && i < p.from; i++)
    if (isSign(doc, i, Sign.number) || has(doc, i, 'say')) return true;
  for (let i = p.to; i < s.to && !isClauseEdge(doc, i); i++) {
    const t = doc.tokens[i];
    if (isSign(doc, i, Sign.number) || startsAt(doc, i, Starts.numeral)) return true;
    if (s.lang && t?.form && isVerbal(t.form, s.lang)) return true;
  }
  return false;
}
/** Does a Kazakh clause end at a mark: with a verb before it? */
const endsClause = (doc: Document, edge: number): boolean => {
  const form = tokenAt(doc, edge - 1)?.form;
  return form != null && isVerbal(form, 'kk');
};
/** Words that may lead in a time: «а уже к концу 2027 года». */
const LEAD = 4;

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

/** «41 случай вместо 63 в 2024 году»: the time right behind what was before is of that alone. */
function isOfReplaced(doc: Document, p: PeriodMention): boolean {
  let i = has(doc, p.from - 1, 'prep') ? p.from - 2 : p.from - 1;
  for (let n = 0; n < BEFORE && isSign(doc, i, Sign.word); n++) i--;
  return isSign(doc, i, Sign.number) && isHeld(doc, i - 1);
}
/** Words between the earlier figure and its time: «вместо 63 пожаров в 2024 году». */
const BEFORE = 3;

const isHeld = (doc: Document, i: number): boolean => has(doc, i, 'instead.before') || has(doc, i, 'versus');

/** «2023 жылғы 14 510 адамнан 45 пайызға көп»: the time of the figure that it is an attribute of. */
const isOfAnother = (doc: Document, p: PeriodMention, q: Quantity): boolean =>
  p.to < q.from && isAttribute(doc, p) && isSign(doc, p.to, Sign.number);

/** Named as plainly as a year, in the story, and for more than its own clause. */
const mayCarry = (doc: Document, p: PeriodMention): boolean =>
  !p.relative &&
  !isAside(doc, p) &&
  !isOfThing(doc, p) &&
  !isOfAge(doc, p) &&
  !isOfDocument(doc, p) &&
  !isHeldAgainst(doc, p) &&
  !isOfReplaced(doc, p) &&
  !isForComparison(doc, p) &&
  !isBeginning(doc, p) &&
  doc.sentences[doc.sentenceOf[p.from] ?? 0]?.section === 'body';

/** «Для сравнения: за весь 2019 год – 640 тысяч», «Напомним, в 2019 году – 640»: a time of its own sentence. */
const isForComparison = (doc: Document, p: PeriodMention): boolean => {
  const s = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (s === undefined) return false;
  const reminds = has(doc, s.from, 'remind') && isOver(doc, p);
  return reminds || (has(doc, s.from, 'prep') && has(doc, s.from + 1, 'comparison.lead'));
};

/** «С прошлого года здесь работает проект …»: when it began, and not when the rest was. */
const isBeginning = (doc: Document, p: PeriodMention): boolean =>
  langAt(doc, p.from) === 'ru' &&
  isOver(doc, p) &&
  has(doc, p.from - 1, 'prep.from') &&
  !has(doc, p.from - 1, 'prep.atleast') &&
  opensSentence(doc, p.from - 1);

/**
 * «Сайгаков стало 3,9 млн, в 2024-м учёт показал 2,8 млн»: a year gone by with a figure of its own, in a clause behind that of
 * another figure, which is of no named year itself.
 */
function isHeldAgainst(doc: Document, p: PeriodMention): boolean {
  const s = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (s?.lang !== 'ru' || !isOver(doc, p)) return false;
  const [first, last] = [Math.max(s.from, p.from - SIGHT), Math.min(s.to, p.to + SIGHT)];
  let [from, to] = [p.from, p.to];
  while (from > first && !isClauseEdge(doc, from - 1)) from--;
  while (to < last && !isClauseEdge(doc, to)) to++;
  return (
    anySign(doc, p.to, to, Sign.number) &&
    anySign(doc, first, from, Sign.number) &&
    !anyYear(doc, first, from)
  );
}

/** Tokens to either side of a time that tell whether it is held against another. */
const SIGHT = 40;

/** Does what may be a year stand among tokens? */
function anyYear(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const year = isSign(doc, i, Sign.number) ? (doc.tokens[i] as Token).digits.num : 0;
    if (year >= 1900 && year <= 2099) return true;
  }
  return false;
}

/**
 * «здание, построенное в 1978 году», «мост 1978 года постройки», `1978 жылы салынған мектеп`: the time of a thing and
 * not of what is told.
 */
function isOfThing(doc: Document, p: PeriodMention): boolean {
  if (!isLongAgo(doc, p)) return false;
  if (langAt(doc, p.from) === 'kk')
    return (
      isParticiple(word(doc, p.to)) && doc.tokens[p.to + 1]?.form != null && !has(doc, p.to + 1, 'copula')
    );
  return (
    has(doc, p.to, 'time.made') ||
    looksParticipial(word(doc, has(doc, p.from - 1, 'prep') ? p.from - 2 : p.from - 1))
  );
}

/** `Ғимарат 1978 жылы салынған.`: of a sentence without a figure near it, it is how old a thing is. */
function isOfAge(doc: Document, p: PeriodMention): boolean {
  const s = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (!s || !isLongAgo(doc, p)) return false;
  for (let i = Math.max(s.from, p.from - SIGHT); i < Math.min(s.to, p.to + SIGHT); i++)
    if ((i < p.from || i >= p.to) && (isSign(doc, i, Sign.number) || startsAt(doc, i, Starts.numeral)))
      return false;
  return true;
}

function isLongAgo({ article: { published } }: Document, { period }: PeriodMention): boolean {
  const year = Number(published?.slice(0, 4) ?? 0);
  return Number(period.to?.slice(0, 4) ?? year) <= year - LONG_AGO;
}

/** `2023 жылғы 20 сәуірдегі № 224`, «закон от 20 апреля 2023 года»: the day of a document. */
const isOfDocument = (doc: Document, p: PeriodMention): boolean =>
  mark(doc, p.to) === '№' || (has(doc, p.from - 1, 'prep.from') && has(doc, p.from - 2, 'act'));

/** «211 тысяч тонн (в 2025-м – 163 тысячи)»: a bracket keeps its time for its own figure. */
function isBracketed(brackets: Brackets, p: PeriodMention, q: Quantity): boolean {
  const around = brackets.get(p);
  return around !== undefined && !(around[0] < q.from && q.from < around[1]);
}

/** The times in brackets that hold a number too. */
function bracketsOf(doc: Document, times: readonly PeriodMention[]): Brackets {
  const out = new Map<PeriodMention, readonly [open: number, close: number]>();
  for (const p of times) {
    const open = bracket(doc, p.from - 1, -1);
    const close = isSign(doc, open, Sign.open) ? bracket(doc, p.to, 1) : -1;
    if (!isSign(doc, close, Sign.close)) continue;
    for (let i = open; i < close && !out.has(p); i++)
      if (isSign(doc, i, Sign.number) && (i < p.from || i >= p.to)) out.set(p, [open, close]);
  }
  return out;
}

/** The first bracket from a token on; -1 without one in reach. */
function bracket(doc: Document, from: number, step: 1 | -1): number {
  for (let i = from, n = 0; n < WITHIN_BRACKET; i += step, n++)
    if (isSign(doc, i, Sign.open | Sign.close)) return i;
  return -1;
}
const WITHIN_BRACKET = 16;

/**
 * `Өңірде 19 қонақүй салынып жатыр`, `20 автобус сатып алынады`, `Ауданда 47 бос орын бар`, `әр отбасыға 70 АЕК төленеді`:
 * what is, is under way or will be is of today or of a time to come; but `Олардың 40-ы үй алады` is of those counted then.
 */
function isUnderWay(
  doc: Document,
  q: Quantity,
  s: Sentence,
  [clauseFrom, clauseTo]: readonly [number, number],
): boolean {
  if (s.lang !== 'kk') return false;
  const last = clauseTo - 1;
  if (has(doc, last, 'progress')) return isPassiveConverb(word(doc, last - 1));
  const isRate = q.unit === 'MCI' && !has(doc, last, 'up') && !has(doc, last, 'down');
  if (isRate && isPresent(word(doc, last))) return true;
  if (says(doc, s.from, ClauseWord.pronoun)) return false;
  const exists = has(doc, last, 'exists') && clauseFrom === s.from;
  return exists || isPromise(word(doc, last)) || (isPresent(word(doc, last)) && has(doc, last, 'planned'));
}

/** The rates of a month are told in the weeks after it: «в декабре инфляция составила 12 %», in an article of January. */
function isOfRelease(
  { article: { published } }: Document,
  { period: { from, to } }: PeriodMention,
  q: Quantity,
): boolean {
  if (q.unitClass !== 'percent' || !published || from?.length !== 7 || from !== to) return false;
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const since = months(published) - months(from);
  return since > 0 && since <= 2;
}

/** `Былтыр бұл көрсеткіш 400-ден асқан болатын.`: what was before the story is told in its own sentence. */
function isBackdrop(doc: Document, p: PeriodMention, of: Sentence): boolean {
  const s = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (!s || s === of || s.lang !== 'kk' || !isOver(doc, p)) return false;
  let last = p.to;
  while (last < s.to && !isClauseEdge(doc, last)) last++;
  return has(doc, last - 1, 'copula');
}

/** Years after which a thing is told by when it was made. */
const LONG_AGO = 5;

/** A time frames the sentences after it in its block; a year to come none that speaks of what is. */
function carries(doc: Document, p: PeriodMention, s: Sentence): boolean {
  const { from, to } = p.period;
  if (from === null || to === null) return false;
  if (isAttribute(doc, p) && isSign(doc, p.to, Sign.number)) return false;
  if (hasWithin(doc, s.from, s.to, 'planned') || tellsOfPlan(doc, p, s)) return true;
  if (isAhead(doc, p.period)) return false;
  const published = doc.article.published?.slice(0, 4);
  if (!published || from.slice(0, 4) < published) return true;
  return from.slice(0, 4) === published && !isOfPlan(doc, p);
}

/**
 * `Құрылыс келесі жылы басталады. Оған 3 млрд теңге қажет.`, `… Құны – 2 млрд теңге.`: the sentence behind a plan tells what it
 * takes, and of nothing that was done.
 */
function tellsOfPlan(doc: Document, p: PeriodMention, s: Sentence): boolean {
  const own = doc.sentenceOf[s.from] ?? 0;
  if (s.lang !== 'kk' || doc.sentenceOf[p.from] !== own - 1) return false;
  const last = lastWord(doc, s);
  if (says(doc, s.from, ClauseWord.pronoun))
    return (
      isPresent(word(doc, said(doc, s, last))) ||
      has(doc, last, 'needed') ||
      hasWithin(doc, s.from, s.from + COST, 'cost')
    );
  return hasWithin(doc, s.from, s.from + COST, 'cost');
}
/** The last word of what is said: `«… мүмкіндік береді», – деді ол`. */
function said(doc: Document, s: Sentence, last: number): number {
  for (let i = last; i > s.from; i--) if (isSign(doc, i, Sign.quote) && doc.tokens[i - 1]?.form) return i - 1;
  return last;
}
/** Words within which a sentence says that it is of a cost. */
const COST = 3;

/** «а в 2026-м планируется обновить 45»: the time of a plan. */
function isOfPlan(doc: Document, p: PeriodMention): boolean {
  const s = doc.sentences[doc.sentenceOf[p.from] ?? 0];
  if (!s) return false;
  let [from, to] = [p.from, p.to];
  while (from > s.from && !isClauseEdge(doc, from - 1)) from--;
  while (to < s.to && !isClauseEdge(doc, to)) to++;
  return hasWithin(doc, from, to, 'planned');
}

/**
 * A year with which an article opens frames all of it, but for what is planned when the year is over; a stretch that runs
 * on beyond the year of publication, «в нынешнем учебном году», only what is told with it.
 */
const lasts = (doc: Document, p: PeriodMention, s: Sentence): boolean =>
  p.period.from?.length === 4 &&
  !(p.period.from !== p.period.to && (p.period.to ?? '') > (doc.article.published?.slice(0, 4) ?? '9')) &&
  carries(doc, p, s) &&
  !(isOver(doc, p) && hasWithin(doc, s.from, s.to, 'planned'));

/** A year that its title names frames what an article tells of it once it is over. */
const isPast = (doc: Document, p: PeriodMention, s: Sentence): boolean =>
  p.period.from?.length === 4 && isOver(doc, p) && !hasWithin(doc, s.from, s.to, 'planned');

/** Was a time over when the article came out? */
function isOver({ article: { published } }: Document, { period }: PeriodMention): boolean {
  return Boolean(published) && (period.to ?? '9') < (published ?? '').slice(0, 4);
}
