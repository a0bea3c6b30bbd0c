import type { Concept } from '../catalog/indicators.ts';
import { loadConcepts } from '../catalog/indicators.ts';
import type { Place } from '../catalog/places.ts';
import { loadPlaces } from '../catalog/places.ts';
import type { Program } from '../catalog/programs.ts';
import { loadPrograms } from '../catalog/programs.ts';
import { loadPublishers } from '../catalog/publishers.ts';
import { loadThings } from '../catalog/things.ts';
import type { RuWording } from '../catalog/wording.ts';
import { phrase } from '../language/packs/ru/inflect.ts';
import { Tag } from '../language/tags.ts';
import type { UiLang } from './i18n/lang.ts';

/** Names that the catalogue gives to what the record holds only as keys. */
export interface Names {
  /** The name of an outlet; its key when the catalogue has none. */
  outlet(key: string, lang: UiLang): string;
  /** A unit as it is written after a number: `га`, `тонна`; the English key when there is no other word. */
  unit(unit: string, lang: UiLang): string;
  place(id: string): Place | undefined;
  program(id: string): Program | undefined;
  /** What an indicator is, for those that the catalogue defines. */
  concept(id: string): Concept | undefined;
  /** The name of such an indicator; its id in words for English readers. */
  indicator(concept: Concept, lang: UiLang): string;
  /** Every wording that means it, as people write it; the usual one first. */
  wordings(concept: Concept, lang: 'kk' | 'ru'): readonly string[];
  /** Days on which the borders of a region moved: its own first day, and those of regions split from it. */
  borderDays(region: string): readonly string[];
}

/** Reads the names once at start-up. Throws `BadData` when a data file is broken. */
export function loadNames(): Names {
  const outlets = new Map(loadPublishers().map((publisher) => [publisher.key, publisher.name]));
  // The first wording of a thing is its usual name.
  const units = new Map(loadThings().map((thing) => [thing.unit, thing]));
  const places = new Map(loadPlaces().map((place) => [place.id, place]));
  const borders = borderDays([...places.values()]);
  const programs = new Map(loadPrograms().map((program) => [program.id, program]));
  const concepts = new Map(loadConcepts().map((concept) => [concept.id, concept]));
  const russian = new Map(
    [...concepts.values()].map(({ id, units: of, ru }) => {
      const isCounted = (wording: RuWording): boolean =>
        of.some((unit) => units.get(unit)?.ru.some((thing) => headOf(thing) === headOf(wording)));
      return [id, ru.map((wording) => agreed(wording, isCounted(wording)))] as const;
    }),
  );
  const wordings: Names['wordings'] = ({ id, kk }, lang) =>
    lang === 'kk' ? kk.map(({ written }) => written) : (russian.get(id) ?? []);
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
    program: (id) => programs.get(id),
    concept: (id) => concepts.get(id),
    indicator: (concept, lang) => {
      const words = concept.id.replaceAll('-', ' ');
      if (lang === 'en') return words;
      return wordings(concept, lang)[0] ?? words;
    },
    wordings,
    borderDays: (region) => borders.get(region) ?? [],
  };
}

const headOf = ({ words, head }: RuWording): string | undefined => words[head]?.lemma;

/**
 * A Russian wording as people write it: what stands before the head agrees with it («средняя зарплата»), and things
 * that are counted stand in the plural («построенные школы»).
 */
function agreed(wording: RuWording, counted: boolean): string {
  const head = wording.words[wording.head];
  const number = counted || head?.nomPl === head?.lemma ? Tag.pl : Tag.sg;
  const form = phrase(wording).find(({ tags }) => (tags & Tag.nom) !== 0 && (tags & number) !== 0);
  if (form === undefined) return wording.written;
  // Forms are in small letters; a word that is as the catalogue has it keeps its capitals.
  return wording.words
    .map(({ lemma }, at) => (form.words[at] === lemma.toLowerCase() ? lemma : (form.words[at] ?? lemma)))
    .join(' ')
    .replaceAll(' ,', ',');
}

/** Days of splits, by each region that took part in one. */
function borderDays(places: readonly Place[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const { id, from, before, level } of places) {
    if (from === null || level !== 'oblast') continue;
    for (const region of [id, ...before]) days.set(region, [...new Set([...(days.get(region) ?? []), from])]);
  }
  return days;
}
