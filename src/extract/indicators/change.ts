import type { ReadLang } from '../../core/article.ts';
import { ClauseWord } from '../../language/clause.ts';
import { isOnAverage, isThanOthers } from '../../language/packs/kk/clause.ts';
import { isParticiple } from '../../language/packs/kk/shape.ts';
import { isVerbal } from '../../language/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import {
  anyStarts,
  type Document,
  has,
  hasWithin,
  isSign,
  mark,
  type Sentence,
  Starts,
  startsAt,
  word,
} from '../document.ts';
import { isAblative } from '../kazakh-case.ts';
import type { Quantity } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import { after, before, isClauseEdge } from './clause.ts';
import type { Draft } from './draft.ts';
import { type Filled, filled } from './origin.ts';
import { openingOfList, says } from './subject/told.ts';

type Direction = 'up' | 'down';

interface Change {
  readonly direction: Filled<Direction | null>;
  /** By how much it changed, not what it is now. */
  readonly by: boolean;
  /** A verb of change or level governs a bound: «вырос до 541 млрд», «10 мыңға дейін азайды». */
  readonly reached: boolean;
}

/**
 * Direction and kind of change from the verb of the clause (LANGUAGE §5.5); of a figure that says the one before again,
 * its own.
 */
export function changeOf(doc: Document, draft: Draft): Change {
  const { q, s, last } = draft;
  const lang = s.lang ?? 'ru';
  const own = ownChange(doc, q, s, lang);
  if (own.direction.value !== null) return own;
  const listed = lang === 'ru' && isBy(doc, q) ? announced(doc, s) : null;
  if (listed) return { direction: listed, by: true, reached: false };
  if (!last || last.q.from < s.from) return own;
  const brought = broughtTo(doc, draft, last);
  if (brought) return { direction: brought, by: false, reached: true };
  const again = isRestated(doc, last.q.to, q.group.from);
  const parallel = isParallel(doc, q, last, lang);
  // «краж стало на 211 меньше, угонов – на 18»
  const less = last.slots.direction.way === 'comparative' && isElliptic(doc, q) && last.measure === 'change';
  if (!again && !less && !(q.unitClass === 'times' && isElliptic(doc, q)) && !parallel) return own;
  // `100 АЕК немесе 360 мың теңгеге тең`: the dative of a level told again is that of its verb.
  const dative = last.measure !== 'level' && (q.tags & Tag.dat) !== 0;
  const by = own.by || parallel || (lang === 'ru' ? has(doc, q.group.from - 1, 'prep.by') : dative);
  return { direction: last.slots.direction, by, reached: false };
}

/** «— говядина – на 25,4 %;»: by how much, the verb left out. */
const isBy = (doc: Document, q: Quantity): boolean =>
  has(doc, q.group.from - 1, 'prep.by') && isElliptic(doc, q);

/** «Больше всего подорожали:» over the lines of a list: the way that all of them go. */
function announced(doc: Document, s: Sentence): Filled<Direction> | null {
  const from = openingOfList(doc, s);
  if (from >= s.from) return null;
  let colon = from;
  while (colon < s.from && !isSign(doc, colon, Sign.colon)) colon++;
  return colon < s.from ? scan(doc, colon - 1, from, -1, HEADING) : null;
}
/** Words of the line that announces a list. */
const HEADING = 10;

/** «Износ – 60 %, к 2029 году показатель доведут до 45»: what was told before is brought higher or lower. */
function broughtTo(
  doc: Document,
  { q, s, clause: [from], slots }: Draft,
  last: Draft,
): Filled<Direction> | null {
  if (
    s.lang !== 'ru' ||
    slots.unit.value.unit !== last.slots.unit.value.unit ||
    !before(doc, q, s, 'brings', 3)
  )
    return null;
  const [was, is] = [last.q.value, q.value];
  if (!q.until || was === null || is === null || was === is) return null;
  for (let i = from; i < q.from; i++)
    if (says(doc, i, ClauseWord.pronoun) || (says(doc, i, ClauseWord.vague) && isAlone(doc, i)))
      return filled(is > was ? 'up' : 'down', 'figure', last.q.from, last.q.to);
  return null;
}

/** «показатель доведут», «доведут показатель до»; but «число педагогов доведут» is of something else. */
const isAlone = (doc: Document, i: number): boolean =>
  has(doc, i + 1, 'brings') || has(doc, i + 1, 'prep.to');

/**
 * «ВВП прибавил 6,5 %, строительство – 18,4 %», `ет 13,5 пайызға қымбаттады, сүт – 11,1`: an amount of change set out in the
 * words of the one before, the verb left out.
 */
function isParallel(doc: Document, q: Quantity, { q: told, measure, slots }: Draft, lang: ReadLang): boolean {
  const amount = q.unitClass === 'percent' || (q.unit === undefined && q.group.multiplier === 1);
  if (
    !amount ||
    measure !== 'change' ||
    slots.unit.value.unitClass !== 'percent' ||
    !isDash(doc, q.group.from - 1)
  )
    return false;
  // «выросли на 5 %, доля – 30 %»: with «на» there it takes «на» here.
  if (lang === 'ru' && has(doc, told.group.from - 1, 'prep.by')) return false;
  for (let i = told.to; i < q.group.from; i++) {
    const t = doc.tokens[i];
    if (isSign(doc, i, Sign.number) || has(doc, i, 'level') || has(doc, i, 'standing')) return false;
    // Kazakh goes on behind the verb of the first, and its participles are attributes.
    const goesOn = lang === 'kk' && (isClauseEdge(doc, i + 1) || isParticiple(word(doc, i)));
    if (t?.form && isVerbal(t.form, lang) && !goesOn) return false;
  }
  return true;
}

const isDash = (doc: Document, i: number): boolean => isSign(doc, i, Sign.dash);

/** «с 63,8 до 66,1 %, то есть на 2,3 пункта», «до 1625 МРП, или 7 млн тенге»: the same again in another unit. */
function isRestated(doc: Document, from: number, to: number): boolean {
  let said = false;
  for (let i = from; i < to; i++) {
    if (has(doc, i, 'restated')) said = true;
    else if (!isSign(doc, i, Sign.comma) && !has(doc, i, 'prep.by')) return false;
  }
  return said;
}

function ownChange(doc: Document, q: Quantity, s: Sentence, lang: ReadLang): Change {
  const [first, last] = [Math.min(s.from, q.group.from - 2), Math.max(s.to, q.to + 1)];
  if (!anyStarts(doc, first, last, Starts.course)) return wordlessChange(q);
  const noun = nounOf(doc, q, s);
  if (noun) return { direction: noun, by: true, reached: false };
  const verb = nearestVerb(doc, q, s, lang);
  const byVerb = verb ?? filled(null, 'none');
  const level = lang === 'ru' ? before(doc, q, s, 'level', 6) : isLevelNext(doc, q, s);
  // «снизится до 9,5–11 %»
  const until = q.until || (lang === 'ru' && q.high !== null && has(doc, q.group.from - 1, 'prep.to'));
  const reached = until && (verb !== null || level);
  if (q.sign) return { direction: filled(q.sign, 'figure', q.from, q.from + 1), by: true, reached: false };
  const compared = comparison(doc, q, lang);
  if (compared) return { direction: compared, by: true, reached: false };
  const byAmount = lang === 'ru' ? before(doc, q, s, 'prep.by', 2) : isByDative(doc, q);
  if (q.previous !== null)
    return { direction: verb ?? lessOrMore(doc, q, s) ?? ofPair(q), by: false, reached };
  // «в 1,6 раза больше», «удвоилось»; «обратились 111 тысяч раз» goes no way.
  if (q.unitClass === 'times')
    return {
      direction: isOfOther(doc, q, lang)
        ? filled(null, 'none')
        : (moreOrLess(doc, q.to) ??
          (has(doc, q.group.from - 1, 'prep.in') ? moreOrLess(doc, q.group.from - 2) : null) ??
          scan(doc, q.from, q.to - 1, 1, q.to) ??
          byVerb),
      by: true,
      reached: false,
    };
  // `Оқушылар саны 11 мыңға көбейді`: of counts only a bare number beside its verb is an amount of change.
  const counted = q.unitClass === 'count' && lang === 'kk';
  const bare = q.noun[0] === q.noun[1] && scan(doc, q.to, q.to, 1, 0) !== null;
  if (verb && byAmount && (!counted || bare) && !level) return { direction: verb, by: true, reached };
  const beside = q.unitClass === 'percent' ? besideVerb(doc, q, lang) : null;
  if (beside) return { direction: beside, by: true, reached: false };
  if (q.unitClass === 'percentage_point') return { direction: byVerb, by: true, reached };
  // «увеличился на 9 % и дошёл до 65 млрд»: the verb beside it only tells the level.
  const told = lang === 'ru' && verb !== null && hasWithin(doc, verb.to, q.from, 'level');
  if (verb && reached && !told) return { direction: verb, by: false, reached };
  return { direction: filled(null, 'none'), by: false, reached };
}

/**
 * `430 мыңға жетті`: a verb of level behind the figure, unless a verb of change stands before that: `9 пайызға өсіп,
 * 430 мыңға жетті`.
 */
function isLevelNext(doc: Document, q: Quantity, s: Sentence): boolean {
  for (let i = q.to; i < Math.min(s.to, q.to + 5); i++) {
    if (has(doc, i, 'level')) return true;
    if (has(doc, i, 'up') || has(doc, i, 'down')) return false;
  }
  return false;
}

/** «прибавили 9,9 %», «прибавила в цене 23 %», «рост 5 %», `8,9 пайыз өсті`: an amount that no preposition or case tells. */
function besideVerb(doc: Document, q: Quantity, lang: ReadLang): Filled<Direction> | null {
  if (lang === 'kk')
    return (q.tags & ((CASES & ~Tag.nom) | Tag.p3)) === 0 && !q.until
      ? (scan(doc, q.to, q.to, 1, 0) ?? verbOfList(doc, q))
      : null;
  const last = has(doc, q.from - 1, 'only') ? q.from - 2 : q.from - 1;
  const at = has(doc, last, 'changed.in') && has(doc, last - 1, 'prep.in') ? last - 2 : last;
  const beside = scan(doc, at, at, -1, 0);
  if (beside || q.comparator === '=') return beside;
  // «рост экономики не ниже 5 %»
  return has(doc, at - 1, 'growth') || has(doc, at - 1, 'decline') ? scan(doc, at - 1, at - 1, -1, 0) : null;
}

/**
 * `Өнеркәсіп 7,1 %, құрылыс 11,4 % өсім көрсетті`: the word of change beside the last of two holds for both; a level
 * has none.
 */
function verbOfList(doc: Document, q: Quantity): Filled<Direction> | null {
  if (!isSign(doc, q.to, Sign.comma)) return null;
  for (let i = q.from - 1; i >= 0 && !isClauseEdge(doc, i); i--) if (has(doc, i, 'standing')) return null;
  for (let i = q.to + 1; i <= q.to + MEMBER; i++) {
    if (isSign(doc, i, Sign.number))
      return has(doc, i + 1, 'percent') || mark(doc, i + 1) === '%' ? scan(doc, i + 2, i + 2, 1, 0) : null;
    if (!doc.tokens[i]?.form) return null;
  }
  return null;
}
/** Words that name the next member of a list, and the number. */
const MEMBER = 4;

/** `9 пайызға`, `9 пайыздан астамға`: the dative tells by how much, `дейін` behind it how far. */
const isByDative = (doc: Document, q: Quantity): boolean =>
  ((q.tags & Tag.dat) !== 0 || has(doc, q.to - 1, 'over.by')) && !q.until;

/** What a figure tells by itself where no word of its sentence speaks of change. */
function wordlessChange(q: Quantity): Change {
  if (q.sign) return { direction: filled(q.sign, 'figure', q.from, q.from + 1), by: true, reached: false };
  if (q.previous !== null) return { direction: ofPair(q), by: false, reached: false };
  const by = q.unitClass === 'times' || q.unitClass === 'percentage_point';
  return { direction: filled(null, 'none'), by, reached: false };
}

/** «на 6,5 % меньше», «ниже на 15 процентов», «12 пайызға көп»: a comparative instead of a verb. */
function comparison(doc: Document, q: Quantity, lang: ReadLang): Filled<Direction | null> | null {
  // `былтырғыдан 9 % артық`, `былтырғыға қарағанда 9 % артық`; but `17 %-ы жоғары білімді` is a part of all.
  const bare =
    lang === 'kk' &&
    q.unitClass === 'percent' &&
    (q.tags & ((CASES & ~Tag.nom) | Tag.p3)) === 0 &&
    (isAblative(doc, q.from - 1) || has(doc, q.from - 1, 'compared.after'));
  const by = lang === 'ru' ? has(doc, q.group.from - 1, 'prep.by') : (q.tags & Tag.dat) !== 0;
  if (!(by || bare) || q.until) return null;
  const found = moreOrLess(doc, q.to) ?? (lang === 'ru' ? moreOrLess(doc, q.group.from - 2) : null);
  return found && isOfOther(doc, q, lang) ? filled(null, 'none') : found;
}

/**
 * `Ерлердің айлығы әйелдердікінен (орта есеппен) 1,3 есе жоғары`: two that are set beside each other, and nothing that
 * changed.
 */
function isOfOther(doc: Document, q: Quantity, lang: ReadLang): boolean {
  if (lang !== 'kk') return false;
  const last = isOnAverage(word(doc, q.from - 2), word(doc, q.from - 1)) ? q.from - 3 : q.from - 1;
  return isThanOthers(word(doc, last)) || (startsAt(doc, last, Starts.place) && isAblative(doc, last));
}

/** The comparative at a token. */
function moreOrLess(doc: Document, i: number): Filled<Direction> | null {
  if (has(doc, i, 'most')) return filled('up', 'comparative', i, i + 1);
  return has(doc, i, 'least') ? filled('down', 'comparative', i, i + 1) : null;
}

/** «Прибавка составила 31,9 млрд тенге», «рост по сравнению с 2024 годом – 6 %», `өсім – 9%`: a noun of change and a link. */
function nounOf(doc: Document, q: Quantity, s: Sentence): Filled<Direction> | null {
  let linked = s.lang === 'kk' && after(doc, q, s, 'level', 3);
  for (let i = q.group.from - 1; i >= Math.max(s.from, q.group.from - LINK) && !isClauseEdge(doc, i); i--) {
    linked ||= isSign(doc, i, Sign.dash) || has(doc, i, 'level');
    if (!linked) continue;
    if (has(doc, i, 'growth')) return filled('up', 'verb', i, i + 1);
    if (has(doc, i, 'decline')) return filled('down', 'verb', i, i + 1);
  }
  return null;
}
const LINK = 14;

/** Without a word of change its two ends tell which way a pair goes. */
const ofPair = (q: Quantity): Filled<Direction | null> =>
  q.value === null || q.previous === null || q.value === q.previous
    ? filled(null, 'none')
    : filled(q.value > q.previous ? 'up' : 'down', 'figure', q.from, q.to);

/** «Жалоб стало меньше: 612 вместо 918» */
function lessOrMore(doc: Document, q: Quantity, s: Sentence): Filled<Direction> | null {
  for (let i = q.from - 1, n = 0; i >= s.from && n < 8; i--, n++) {
    const compared = moreOrLess(doc, i);
    if (compared) return compared;
  }
  return null;
}

/** Russian verbs stand before their figure, Kazakh ones behind it; the other side is looked at next. */
function nearestVerb(doc: Document, q: Quantity, s: Sentence, lang: ReadLang): Filled<Direction> | null {
  const left = scan(doc, q.from - 1, s.from, -1, lang === 'ru' && isElliptic(doc, q) ? ELLIPSIS : 8);
  // `Сүт 3 пайызға, ет 7 пайызға артты`: the verb of the last holds for all.
  const listed = (q.tags & Tag.dat) !== 0 && isSign(doc, q.to, Sign.comma);
  if (lang === 'kk' && isCost(doc, q)) return null;
  if (lang === 'kk') return scan(doc, q.to, s.to - 1, 1, listed ? ELLIPSIS : 6);
  // A verb behind the comma is that of another figure: «списки на 600 человек, добавились ещё 300».
  let end = q.to;
  while (end < s.to - 1 && !isClauseEdge(doc, end)) end++;
  return left ?? scan(doc, q.to, end, 1, 4);
}

/** `Киім 95 мың теңгеге түседі`: what it comes to, and no fall. */
const isCost = (doc: Document, q: Quantity): boolean =>
  q.unitClass === 'money' && (q.tags & Tag.dat) !== 0 && !q.until && has(doc, q.to, 'comes.to');

/** «выросли на 8 %, масла – на 6, сахар – до 5»: the verb is that of the first clause. */
const isElliptic = (doc: Document, q: Quantity): boolean =>
  ['prep.by', 'prep.in', 'prep.to'].some((c) => has(doc, q.group.from - 1, c)) &&
  isDash(doc, has(doc, q.group.from - 2, 'adverb') ? q.group.from - 3 : q.group.from - 2);
const ELLIPSIS = 40;

/** The first verb of change from a token on, at most `max` tokens away and not past a semicolon. */
export function scan(
  doc: Document,
  from: number,
  end: number,
  step: 1 | -1,
  max: number,
): Filled<Direction> | null {
  for (let i = from, n = 0; step > 0 ? i <= end : i >= end; i += step, n++) {
    if (n > max || isSign(doc, i, Sign.semicolon)) return null;
    if (has(doc, i, 'up')) return filled('up', 'verb', i, i + 1);
    // `көрсеткіштен 14 пайызға асып түсті`: the auxiliary of what is over.
    if (has(doc, i, 'down')) return filled(has(doc, i - 1, 'over.converb') ? 'up' : 'down', 'verb', i, i + 1);
  }
  return null;
}
