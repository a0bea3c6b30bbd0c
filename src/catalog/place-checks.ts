import type { RegionLevel } from '../core/facts.ts';
import { Claims, sameWording } from './claims.ts';
import type { Place } from './places.ts';
import type { Complain } from './table.ts';

/** A place with the way to reject it, which names its file and line. */
export interface Sourced {
  readonly place: Place;
  readonly complain: Complain;
}

/** Levels that may stand directly above a level: towns belong to districts, and big cities have districts. */
const ABOVE: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  country: [],
  oblast: ['country'],
  city: ['country', 'oblast', 'district'],
  district: ['oblast', 'city'],
  village: ['oblast', 'district', 'city'],
};

/** Checks what one entry alone cannot show. Complains at the first mistake. */
export function checkPlaces(all: readonly Sourced[]): void {
  const byId = new Map<string, Place>();
  for (const { place, complain } of all) {
    if (byId.has(place.id)) complain('id', 'an id that no other place has', place.id);
    byId.set(place.id, place);
  }
  const claims = new Claims();
  for (const s of all) {
    checkParents(s, byId);
    checkLinks(s, byId);
    checkDates(s);
    checkNames(s, claims);
  }
}

function checkParents({ place, complain }: Sourced, byId: ReadonlyMap<string, Place>): void {
  const above = ABOVE[place.level];
  const parent = place.parent === null ? undefined : byId.get(place.parent);
  if (above.length === 0 && place.parent !== null)
    complain('parent', `nothing above a ${place.level}`, place.parent);
  if (above.length > 0 && !(parent && above.includes(parent.level)))
    complain('parent', `the id of a place of level ${above.join(' or ')}`, place.parent);
  const region = place.id.split('/')[0];
  if (region === place.id) return;
  let top: Place | undefined = parent;
  // The longest way up is village, district, city, oblast: more steps are a circle.
  for (let step = 0; top && top.id !== region && step < 5; step++)
    top = top.parent === null ? undefined : byId.get(top.parent);
  if (top?.id !== region) complain('parent', `a place in ${region}, as the id says`, place.parent);
}

function checkLinks({ place, complain }: Sourced, byId: ReadonlyMap<string, Place>): void {
  for (const before of place.before) if (!byId.has(before)) complain('before', 'ids of places', before);
  const seat = place.seat === null ? undefined : byId.get(place.seat)?.level;
  if (place.seat !== null && seat !== 'city' && seat !== 'village')
    complain('seat', 'the id of a city or village', place.seat);
}

function checkDates({ place, complain }: Sourced): void {
  for (const { from, until } of [place, ...place.was])
    if (from !== null && until !== null && from >= until)
      complain('until', `a date after ${from}, the beginning`, until);
}

/** Inside one parent and level a name must lead to one place. */
function checkNames({ place, complain }: Sourced, claims: Claims): void {
  for (const lang of ['kk', 'ru'] as const)
    for (const name of [place[lang], ...place.also[lang]]) {
      const other = claims.take(`${place.parent} ${place.level} ${lang}`, sameWording(name), place.id);
      if (other !== undefined) complain(lang, `a name that ${other} has not got already`, name);
    }
}
