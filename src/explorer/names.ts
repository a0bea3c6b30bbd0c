import type { Place } from '../catalog/places.ts';
import { loadPlaces } from '../catalog/places.ts';
import { loadPublishers } from '../catalog/publishers.ts';
import { loadThings } from '../catalog/things.ts';
import type { UiLang } from './i18n/lang.ts';

/** Names that the catalogue gives to what the record holds only as keys. */
export interface Names {
  /** The name of an outlet; its key when the catalogue has none. */
  outlet(key: string, lang: UiLang): string;
  /** A unit as it is written after a number: `га`, `тонна`; the English key when there is no other word. */
  unit(unit: string, lang: UiLang): string;
  place(id: string): Place | undefined;
}

/** Reads the names once at start-up. Throws `BadData` when a data file is broken. */
export function loadNames(): Names {
  const outlets = new Map(loadPublishers().map((publisher) => [publisher.key, publisher.name]));
  // The first wording of a thing is its usual name.
  const units = new Map(loadThings().map((thing) => [thing.unit, thing]));
  const places = new Map(loadPlaces().map((place) => [place.id, place]));
  return {
    outlet: (key, lang) => {
      const name = outlets.get(key);
      if (name === undefined) return key;
      if (lang !== 'en') return name[lang];
      return [name.kk, name.ru].find((spelling) => /^[\x20-\x7e]+$/.test(spelling)) ?? name.ru;
    },
    unit: (unit, lang) => {
      const thing = units.get(unit);
      if (lang === 'en' || thing === undefined) return unit;
      return thing.symbols[0] ?? thing[lang][0]?.written ?? unit;
    },
    place: (id) => places.get(id),
  };
}
