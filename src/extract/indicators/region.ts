import type { IndicatorFact } from '../../core/facts.ts';
import { ClauseWord } from '../../language/clause.ts';
import { anySign, type Document, has, hasWithin, isSign } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import { isListed, LIST_LENGTH, nearest } from './clause.ts';
import type { Draft } from './draft.ts';
import { type Filled, filled, type Way } from './origin.ts';
import { isHome, liesIn, type Spot } from './place-role.ts';
import type { Cue, Frame, Scenes } from './scene.ts';
import { says } from './subject/told.ts';

type Region = Filled<IndicatorFact['region']>;

/** A place, or null for the country as a whole and for several places that share a figure. */
const asRegion = ({ value, from, to }: Frame, way: Way): Region =>
  filled(value && { id: value.id, name: value.name }, way, from, to);

/**
 * The place said beside the number, then in its clause and sentence, else the one that its sentence is lent.
 * Several places that share one number give the place around them that the sentence names, or none: a sum over a list
 * is no figure of any member.
 */
export function regionOf(
  doc: Document,
  quantities: readonly Quantity[],
  { q, at, sentence, s, clause: [from, to] }: Draft,
  scenes: Scenes,
): Region {
  if (hasWithin(doc, q.group.to, q.to + 1, 'people.country')) return filled(null, 'country', q.from, q.to);
  const frame = scenes.frames[sentence] as Frame;
  const own = scenes.cues.within(s.from, s.to);
  if (own.length === 0) return asRegion(frame, frame.way);
  const paired = pairOf(doc, own, quantities, at);
  if (paired) return asRegion(paired.says, 'paired');
  const beside = own.find((r) => isBeside(doc, r, q));
  const inClause = own.filter((r) => r.from >= from && r.to <= to);
  const near = nearest(inClause, q);
  const best =
    beside ??
    near ??
    own.findLast((r) => r.to <= q.from) ??
    own.find((r) => mayLendBack(doc, q, r, quantities[at + 1]));
  if (!best) return asRegion(frame, frame.way);
  const list = listOf(doc, own, own.indexOf(best));
  if (list.length > 1) {
    const whole = own.find(
      ({ says: { value } }) => value && list.every((x) => x.says.value && isOrHolds(value, x.says.value)),
    );
    return whole ? asRegion(whole.says, 'sentence') : filled(null, 'shared', best.from, best.to);
  }
  if (best.tied) return filled(null, 'shared', best.from, best.to);
  const { way } = best.says;
  return asRegion(best.says, way !== 'sentence' ? way : beside ? 'beside' : near ? 'clause' : way);
}

/**
 * «алты ғимарат: екеуі – Семейде», `5 нысан салынады, оның үшеуі Жаңаөзенде`, «на 6 процентов, в Армении – на 14»: what is
 * set out behind a figure, or tells of some of it, lends it nothing; nor does one with a figure of its own: «38 Мбит/с, в
 * Экибастузе – 52».
 */
function mayLendBack(doc: Document, q: Quantity, r: Cue, next: Quantity | undefined): boolean {
  if (r.says.value && !isHome(r.says.value)) return false;
  if (next && isSign(doc, q.to, Sign.comma) && isSetOut(doc, r, next)) return false;
  for (let i = q.to; i < r.from; i++)
    if (isSign(doc, i, Sign.colon) || (isSign(doc, i, Sign.comma) && opensPart(doc, i + 1))) return false;
  return true;
}

/** `оның үшеуі`, «один из которых», «две из них» */
const opensPart = (doc: Document, i: number): boolean =>
  says(doc, i, ClauseWord.partOf) || (has(doc, i + 1, 'prep.outof') && has(doc, i + 2, 'them'));

/** Does nothing but a dash and a preposition stand between a place and the figure behind it? */
function isSetOut(doc: Document, { to }: Cue, next: Quantity): boolean {
  for (let i = to; i < next.from; i++)
    if (!isSign(doc, i, Sign.dash | Sign.open) && !has(doc, i, 'prep')) return false;
  return to <= next.from;
}

/** «Түркістан (7 478)», «из Алматы – 9 160», «семь – Жылыойский район»: nothing but a bracket or dash between them. */
const isBeside = (doc: Document, { from, to, says: { value } }: Cue, q: Quantity): boolean => {
  if (!value || !isHome(value)) return false;
  if (from < q.from && q.to < to) return true;
  if (to === q.from - 1 && isSign(doc, to, Sign.open | Sign.dash | Sign.hyphen)) return true;
  const prep = has(doc, from - 1, 'prep.in') ? 1 : 0;
  return from - prep === q.to + 1 && isSign(doc, q.to, Sign.dash);
};

/** «В столице, Астане», or the place around those of a list. */
const isOrHolds = (outer: Spot, inner: Spot): boolean => outer.id === inner.id || liesIn(inner, outer);

/** The places tied to one by commas and «и». */
function listOf(doc: Document, places: readonly Cue[], at: number): readonly Cue[] {
  const [first, last] = runAround(
    places,
    at,
    (a, b) => isListed(doc, a.to, b.from, 'prep.in') && !(isToldBefore(doc, a) && isToldBehind(doc, b)),
  );
  return places.slice(first, last + 1);
}

/** «самая высокая – 12,7 ц/га – в Есильском районе, в Аккольском – 12,6»: each place here has its own figure. */
function isToldBefore(doc: Document, { from }: Cue): boolean {
  const tie = from - (has(doc, from - 1, 'prep.in') ? 2 : 1);
  return isSign(doc, tie, Sign.dash) && anySign(doc, tie - UNIT, tie, Sign.number);
}
/** Tokens of a figure with its unit, as far as they are looked through: «12,7 ц/га». */
const UNIT = 5;

const isToldBehind = (doc: Document, { to }: Cue): boolean =>
  isSign(doc, to, Sign.dash) && isSign(doc, to + 1, Sign.number);

/** «Актау и Жанаозену – 6 и 4 автобуса»: as many figures of one thing as places before them, each to its own in order. */
function pairOf(
  doc: Document,
  places: readonly Cue[],
  quantities: readonly Quantity[],
  at: number,
): Cue | undefined {
  const [firstFigure, lastFigure] = runAround(quantities, at, (a, b) => isListed(doc, a.to, b.from));
  const start = quantities[firstFigure];
  if (!start || firstFigure === lastFigure) return undefined;
  const figures = quantities.slice(firstFigure, lastFigure + 1);
  if (figures.some((x) => x.unit !== undefined && x.unit !== figures.at(-1)?.unit)) return undefined;
  const before = places.findLastIndex((r) => r.to <= start.from);
  if (before < 0) return undefined;
  const list = listOf(doc, places, before);
  return list.length === figures.length && list.at(-1) === places[before]
    ? list[at - firstFigure]
    : undefined;
}

/** First and last index of the unbroken list around `at`. */
function runAround<T>(all: readonly T[], at: number, tied: (a: T, b: T) => boolean): [number, number] {
  const joined = (k: number): boolean => {
    const [a, b] = [all[k], all[k + 1]];
    return a !== undefined && b !== undefined && tied(a, b);
  };
  let [first, last] = [at, at];
  while (joined(first - 1) && at - first < LIST_LENGTH) first--;
  while (joined(last) && last - at < LIST_LENGTH) last++;
  return [first, last];
}
