import type { IndicatorFact } from '../../core/facts.ts';
import { Tag } from '../../language/tags.ts';
import { type Document, has, langAt, type Sentence, Starts, sectionAt, sensesAt } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import type { RegionMention } from '../regions.ts';
import type { Sequence } from '../sequence.ts';
import { isListed, LIST_LENGTH, nearest, OPENING } from './clause.ts';
import { type Filled, filled, type Way } from './origin.ts';

type Region = Filled<IndicatorFact['region']>;

const asRegion = (r: RegionMention, way: Way): Region =>
  filled({ id: r.id, name: r.name }, way, r.from, r.to);
/** The figure of several places, one of them `r`, belongs to none. */
const noneOf = (r: RegionMention, way: Way): Region => filled(null, way, r.from, r.to);

/**
 * The place said beside the number, then in its clause and sentence, then the one the sentence points back to
 * («в регионе», «облыста»), then the last of the paragraph, then the one the article opens with.
 * Several places that share one number give none: a sum over a list is no figure of any member.
 */
export function regionOf(
  doc: Document,
  quantities: readonly Quantity[],
  at: number,
  s: Sentence,
  [from, to]: readonly [number, number],
  regions: Sequence<RegionMention>,
): Region {
  const q = quantities[at];
  if (!q) return filled(null, 'none');
  const beside = regions.before(q.from, 1).find((r) => isBeside(doc, r, q));
  if (beside) return asRegion(beside, 'beside');
  const own = regions.within(s.from, s.to).filter((r) => isHome(r) || isLocative(doc, r));
  const inClause = own.filter((r) => r.from >= from && r.to <= to);
  const near = nearest(inClause, q);
  const best = near ?? own.filter((r) => r.to <= q.from).at(-1) ?? own[0];
  if (best && isShared(doc, own, best)) {
    const paired = respective(doc, own, own.indexOf(best), quantities, at);
    return paired ? asRegion(paired, 'paired') : noneOf(best, 'shared');
  }
  if (best) return asRegion(best, near ? 'clause' : 'sentence');
  for (let i = s.from; i < s.to; i++) if (has(doc, i, 'country')) return filled(null, 'country', i, i + 1);
  const earlier = regions.before(s.from).filter((r) => isHome(r) && !isDateline(doc, r));
  const level = anaphorOf(doc, s);
  if (level) {
    const last =
      earlier.filter((r) => level === 'any' || r.level === level).at(-1) ??
      earlier.find((r) => r.level !== 'country');
    if (last) return asRegion(last, 'back');
    const only = level === 'oblast' ? onlyOblast(doc, regions) : undefined;
    if (only) return asRegion(only, 'sole');
    // «АҚТӨБЕ. Қалада …»: the city is that of the dateline.
    const dateline = level === 'city' ? regions.before(s.from).find((r) => isDateline(doc, r)) : undefined;
    if (dateline?.level === 'city') return asRegion(dateline, 'back');
  }
  const paragraph = earlier.filter(
    (r) => doc.sentences[doc.sentenceOf[r.from] ?? 0]?.paragraph === s.paragraph,
  );
  const carried = paragraph.at(-1);
  if (carried)
    return isShared(doc, paragraph, carried)
      ? noneOf(carried, 'manyEarlier')
      : asRegion(carried, 'paragraph');
  const main = mainRegion(doc, regions, s.from);
  return main ? asRegion(main, 'opening') : filled(null, 'unsaid');
}

const isHome = (r: RegionMention): boolean => r.id.startsWith('KZ');

/** Places abroad count only as the scene («в Армении – 14 %»), never as an origin («из Китая», «Қытайдан»). */
export const isLocative = (doc: Document, r: RegionMention): boolean =>
  has(doc, r.from - 1, 'prep.in') ||
  sensesAt(doc, r.from, Starts.place).some(
    (x) =>
      x.entry.cls === 'place' && x.to === r.to && (x.tags & Tag.loc) !== 0 && langAt(doc, r.from) === 'kk',
  );

/** «Түркістан (7 478)», «из Алматы – 9 160»: nothing but a bracket or dash between place and number. */
const isBeside = (doc: Document, r: RegionMention, q: Quantity): boolean => {
  const mark = doc.tokens[r.to]?.mark ?? '';
  return isHome(r) && r.to === q.from - 1 && '(–—-'.includes(mark || ' ');
};

/** Three or more places in one breath, or two tied by «и», share the figure: it belongs to none of them alone. */
const isShared = (doc: Document, all: readonly RegionMention[], r: RegionMention): boolean => {
  const alike = all.filter((x) => x.level === r.level && x.id !== r.id);
  if (alike.some((x) => isListed(doc, x.to, r.from) || isListed(doc, r.to, x.from))) return true;
  return new Set(alike.filter((x) => Math.abs(x.from - r.from) < 40).map((x) => x.id)).size >= 2;
};

/** «Актау и Жанаозену – 6 и 4 автобуса»: as many figures as places before them, each to its own in order. */
function respective(
  doc: Document,
  places: readonly RegionMention[],
  place: number,
  quantities: readonly Quantity[],
  at: number,
): RegionMention | undefined {
  const [firstPlace, lastPlace] = runAround(places, place, (a, b) => isListed(doc, a.to, b.from));
  const [firstFigure, lastFigure] = runAround(quantities, at, (a, b) => isListed(doc, a.to, b.from));
  const figures = quantities[firstFigure];
  const before = places[lastPlace];
  if (lastPlace - firstPlace !== lastFigure - firstFigure) return undefined;
  if (lastPlace === firstPlace || !figures || !before || before.to > figures.from) return undefined;
  return places[firstPlace + at - firstFigure];
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

type Anaphor = 'oblast' | 'city' | 'district' | 'any';

const anaphorOf = (doc: Document, s: Sentence): Anaphor | null => {
  for (let i = s.from; i < s.to; i++) {
    if (has(doc, i, 'anaphor.oblast')) return 'oblast';
    if (has(doc, i, 'anaphor.city')) return 'city';
    if (has(doc, i, 'anaphor.district')) return 'district';
    if (has(doc, i, 'anaphor.region')) return 'any';
  }
  return null;
};

/** «Облыс аумағында …» before the article says which: the one that it names at all. */
function onlyOblast(doc: Document, regions: Sequence<RegionMention>): RegionMention | undefined {
  const named = regions.within(0, doc.tokens.length).filter((r) => isHome(r) && r.level === 'oblast');
  return named.every((r) => r.id === named[0]?.id) ? named[0] : undefined;
}

const isDateline = (doc: Document, r: RegionMention): boolean =>
  sectionAt(doc.sections, doc.tokens[r.from]?.start ?? 0)?.kind === 'dateline';

/** The place an article opens with: the last, and so the narrowest, of its first sentence that names any. */
function mainRegion(doc: Document, regions: Sequence<RegionMention>, before: number): RegionMention | null {
  const end = doc.sentences[Math.min(OPENING, doc.sentences.length - 1)]?.to ?? 0;
  const head = regions.within(0, Math.min(end, before)).filter((r) => isHome(r) && !isDateline(doc, r));
  const first = head[0];
  if (!first) return null;
  const opening = head.filter((r) => doc.sentenceOf[r.from] === doc.sentenceOf[first.from]);
  const last = opening.at(-1);
  if (!last || last.level === 'country' || isShared(doc, opening, last)) return null;
  return last;
}
