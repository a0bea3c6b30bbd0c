import type { PlaceHead } from '../../catalog/place-heads.ts';
import type { Place } from '../../catalog/places.ts';
import type { ReadLang } from '../../core/article.ts';
import { lemmasOf } from '../../language/index.ts';

const COUNTRY = 'KZ';

/**
 * Tells whether a name begins with that of the country, an oblast or a city of its own right, today's or a former one,
 * in any case: `Астанада`, `Акмолинской области`. A name that is a person's too (`Абай`) needs its head noun.
 */
export function homeNames(
  places: readonly Place[],
  heads: readonly PlaceHead[],
  lang: ReadLang,
): (name: string) => boolean {
  const lemmas = (name: string): string[] => name.split(/\s+/u).map((w) => lemmasOf(w, lang)[0] ?? w);
  const nouns = new Set(heads.flatMap((h) => h[lang].map((w) => lemmas(w.written).join(' '))));
  const bare = (words: string[]): string[] => words.filter((w) => !nouns.has(w));
  const byFirst = new Map<string, string[][]>();
  for (const place of places.filter(isOfTheCountry(places)))
    for (const name of [place[lang], ...place.was.map((w) => w[lang]), ...(lang === 'ru' ? place.adj : [])]) {
      const words = place.homonym === 'head' ? lemmas(name) : bare(lemmas(name));
      const [first = ''] = words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
    }
  return (name) => {
    const words = lemmas(name);
    return (byFirst.get(words[0] ?? '') ?? []).some((home) => home.every((w, i) => w === words[i]));
  };
}

/** The country itself, its oblasts and the cities that belong to no district. */
function isOfTheCountry(places: readonly Place[]): (place: Place) => boolean {
  const levels = new Map(places.map((p) => [p.id, p.level]));
  return ({ id, level, parent }) =>
    id.startsWith(COUNTRY) &&
    (level === 'country' ||
      level === 'oblast' ||
      (level === 'city' && levels.get(parent ?? '') !== 'district'));
}
