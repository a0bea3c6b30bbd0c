import { Tag } from '../../language/tags.ts';
import { type Document, has, langAt, Starts, sectionAt, sensesAt, startsAt } from '../document.ts';
import { regionOfId } from '../place-choice.ts';
import { opensSentence } from '../place-tokens.ts';
import type { RegionMention } from '../regions.ts';

/*
 * What a place does in its sentence.
 */

/** A place as attribution speaks of it; `level` country is a country as a whole. */
export type Spot = Pick<RegionMention, 'id' | 'level' | 'name' | 'place'>;

export const isHome = (r: Spot): boolean => r.id.startsWith('KZ');

/** Places abroad count only as the scene («в Армении – 14 %»), never as an origin («из Китая», «Қытайдан»). */
export const isLocative = (doc: Document, r: RegionMention): boolean =>
  has(doc, r.from - 1, 'prep.in') ||
  sensesAt(doc, r.from, Starts.place).some(
    (x) =>
      x.entry.cls === 'place' && x.to === r.to && (x.tags & Tag.loc) !== 0 && langAt(doc, r.from) === 'kk',
  );

/** Classes of words for the place that an article speaks of: `облыста`, «в городе», `республика бойынша`. */
export const PLACE_WORDS = [
  'anaphor.oblast',
  'anaphor.city',
  'anaphor.district',
  'anaphor.region',
  'country',
];

/** One of `PLACE_WORDS`, by itself or in «в Туркестанской области»; but not «лидирует Туркестанская область». */
export const isPlaceWord = (doc: Document, i: number): boolean =>
  startsAt(doc, i, Starts.where) && PLACE_WORDS.some((cls) => has(doc, i, cls)) && !endsName(doc, i);

/** Does a token end the name of a place that is not where something is? */
const endsName = (doc: Document, i: number): boolean =>
  !has(doc, i - 2, 'prep.in') &&
  sensesAt(doc, i - 1, Starts.place).some(
    (x) =>
      x.entry.cls === 'place' && x.to === i + 1 && !(langAt(doc, i) === 'kk' && (x.tags & Tag.loc) !== 0),
  );

/** `Ақмола облысындағы жұмыссыздық`: where something is that a sentence speaks of. */
export const isAttributive = (doc: Document, r: RegionMention): boolean =>
  sensesAt(doc, r.from, Starts.place).some((x) => x.to === r.to && (x.tags & Tag.attr) !== 0);

/** «под Астаной», `Алматы маңында`, `Талдықорғанға дейін`: a landmark, not where something is. */
export const isLandmark = (doc: Document, r: RegionMention): boolean =>
  has(doc, r.from - 1, 'near.before') || has(doc, r.to, 'near.after') || has(doc, r.to, 'cmp.until.dat');

/**
 * «Больных возят за 90 километров в Караганду»: where somebody goes, not where something is. Only names in -а tell the two
 * apart; one that opens its sentence is its scene all the same: «В Астану привезли 40 автобусов».
 */
export const isDestination = (doc: Document, r: RegionMention): boolean => {
  if (!has(doc, r.from - 1, 'prep.in') || opensSentence(doc, r.from - 1)) return false;
  const senses = sensesAt(doc, r.from, Starts.place).filter((x) => x.entry.cls === 'place' && x.to === r.to);
  return senses.length > 0 && senses.every((x) => (x.tags & Tag.acc) !== 0 && (x.tags & Tag.loc) === 0);
};

/** «Отправили партию в Узбекистан»: where something goes; «в Узбекистане» bears the case of where it is. */
export const isBound = (doc: Document, r: RegionMention): boolean => {
  if (langAt(doc, r.from) !== 'ru') return false;
  const senses = sensesAt(doc, r.from, Starts.place).filter((x) => x.entry.cls === 'place' && x.to === r.to);
  return senses.length > 0 && senses.every((x) => (x.tags & Tag.loc) === 0);
};

/** Does a token stand in the dateline? */
export const isDatelineAt = (doc: Document, i: number): boolean =>
  sectionAt(doc.sections, doc.tokens[i]?.start ?? 0)?.kind === 'dateline';
export const isDateline = (doc: Document, r: RegionMention): boolean => isDatelineAt(doc, r.from);

/** Does a place lie in another? */
export const contains = (outer: Spot, inner: Spot): boolean =>
  outer.id !== inner.id &&
  isHome(inner) &&
  (outer.id === 'KZ' || inner.id.startsWith(`${outer.id}/`) || inner.place?.parent === outer.id);

/** A village named with a district of its oblast lies there, unless the gazetteer ties it to another. */
export const liesIn = (inner: Spot, outer: Spot): boolean =>
  contains(outer, inner) ||
  (outer.level === 'district' &&
    inner.level === 'village' &&
    regionOfId(outer.id) === regionOfId(inner.id) &&
    !inner.place?.parent?.includes('/'));
