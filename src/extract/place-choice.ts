import type { Place } from '../catalog/places.ts';
import type { RegionLevel } from '../core/facts.ts';
import type { PlaceWord } from './place-words.ts';

/** A place named beyond doubt: tokens `from` up to `to` of a sentence. It tells where others of its article lie. */
export interface Landmark {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly place: Place;
}

/** Where the name stands that asks for its place. */
export type Spot = Omit<Landmark, 'place'>;

/** How many landmarks on either side are asked, so that long lists of places cost no more than short ones. */
const REACH = 20;

/** The region that an id lies in: `KZ-27/oral` → `KZ-27`. */
export const regionOfId = (id: string): string => {
  const slash = id.indexOf('/');
  return slash < 0 ? id : id.slice(0, slash);
};

/** Is a day inside a validity? Without a day only what is still in force counts. */
export const validOn = (
  v: { readonly from: string | null; readonly until: string | null },
  day: string | null,
): boolean =>
  day === null ? v.until === null : (v.from === null || v.from <= day) && (v.until === null || day < v.until);

/** Is it what the place is called on the day? A former name without a date never is. */
const isName = (w: PlaceWord, day: string | null): boolean =>
  w.was ? w.was.until !== null && validOn(w.was, day) : validOn(w.place, day);

/** Those that pass a test, or all when none does. */
const prefer = <T>(all: readonly T[], test: (x: T) => boolean): readonly T[] => {
  const kept = all.filter(test);
  return kept.length > 0 ? kept : all;
};

/** The options of the level told by the head noun that bear the name on the day of publication. */
export function narrow(
  options: readonly PlaceWord[],
  level: RegionLevel | null,
  day: string | null,
): readonly PlaceWord[] {
  if (options.length < 2) return options;
  const exact = level === null ? options : prefer(options, (o) => o.place.level === level);
  const current = prefer(exact, (o) => isName(o, day));
  return prefer(current, (o) => o.was === null);
}

/** All options are one and the same place. */
export const isOne = (options: readonly PlaceWord[]): boolean =>
  options.every((o) => o.place === options[0]?.place);

/**
 * Decides among places of one name by the landmarks around it: those of the sentence, then those before it, then those
 * after it, each time the nearest first. What it gives is several places where they leave it open.
 */
export function choose(
  options: readonly PlaceWord[],
  at: Spot,
  landmarks: readonly Landmark[],
): readonly PlaceWord[] {
  if (isOne(options)) return options;
  let left = options;
  for (const mark of around(at, landmarks)) {
    const ties = left.map((o) => kinship(o.place, mark.place));
    const best = Math.max(...ties);
    if (best > 0) left = left.filter((_, k) => ties[k] === best);
    if (isOne(left)) break;
  }
  return left;
}

/** 2 inside one district, 1 inside one region, else 0. */
function kinship(a: Place, b: Place): number {
  if (regionOfId(a.id) !== regionOfId(b.id)) return 0;
  const shared = b.parent === a.id ? a.id : a.parent === b.id || a.parent === b.parent ? a.parent : null;
  return shared?.includes('/') ? 2 : 1;
}

/** Landmarks in the order in which they speak about a spot. */
function* around(at: Spot, landmarks: readonly Landmark[]): Generator<Landmark> {
  let next = firstFrom(landmarks, at.to);
  let last = next - 1;
  const same = (k: number): Landmark | undefined =>
    landmarks[k]?.sentence === at.sentence ? landmarks[k] : undefined;
  for (let n = 0; n < REACH; n++) {
    const [before, after] = [same(last), same(next)];
    if (!before && !after) break;
    if (before && (!after || at.from - before.to <= after.from - at.to)) {
      yield before;
      last--;
    } else if (after) {
      yield after;
      next++;
    }
  }
  yield* landmarks.slice(Math.max(0, last + 1 - REACH), last + 1).reverse();
  yield* landmarks.slice(next, next + REACH);
}

/** The first landmark at or behind a token. */
function firstFrom(landmarks: readonly Landmark[], token: number): number {
  let low = 0;
  let high = landmarks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((landmarks[middle]?.from ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The oblast in which an unlisted village lies: that of the nearest landmark of its sentence, or the only one that the
 * whole text speaks of (`all`); null otherwise.
 */
export function oblastOf(at: Spot, landmarks: readonly Landmark[], all: ReadonlySet<string>): string | null {
  for (const mark of around(at, landmarks)) {
    if (mark.sentence !== at.sentence) break;
    if (tellsOblast(mark.place)) return regionOfId(mark.place.id);
  }
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : null;
}

/** Countries and the big cities that form regions of their own say nothing about where a village lies. */
export const tellsOblast = (p: Place): boolean =>
  p.id.startsWith('KZ-') && (p.id.includes('/') || p.level === 'oblast');
