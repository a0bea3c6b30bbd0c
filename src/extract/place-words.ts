import type { PlaceHead } from '../catalog/place-heads.ts';
import type { Place } from '../catalog/places.ts';
import type { KkWording, RuWord, RuWording } from '../catalog/wording.ts';
import { type Entry, entryOf, type Lexicon } from '../language/lexicon.ts';
import { analyse } from '../language/packs/kk/analyse.ts';
import { adjective, isAdjective } from '../language/packs/ru/inflect.ts';
import { masculine, townWords } from '../language/packs/ru/shape.ts';
import { GENDERS, Tag } from '../language/tags.ts';

/** How a wording names a place. */
export type PlaceForm = 'full' | 'bare' | 'adj' | 'abbr';

export interface PlaceWord {
  readonly place: Place;
  readonly form: PlaceForm;
  /** The former name it is, with its validity; null for a name in force. */
  readonly was: { readonly from: string | null; readonly until: string | null } | null;
}

export interface HeadWord {
  readonly level: PlaceHead['level'];
  /** `облыстық`, `обл.`: attributive or abbreviated. */
  readonly form: 'noun' | 'adj' | 'short';
}

/** Puts all names of a place into the lexicon: with head noun, bare, as adjective, abbreviated, former. */
export function addPlace(lexicon: Lexicon, place: Place, heads: HeadNouns): void {
  const names = [
    { kk: place.kk, ru: place.ru, abbr: place.abbr, was: null },
    ...place.was.map((w) => ({ kk: w.kk, ru: w.ru, abbr: w.abbr, was: { from: w.from, until: w.until } })),
  ];
  for (const n of names) {
    addKk(lexicon, place, n.kk, n.was, heads);
    addRu(lexicon, place, n.ru, n.was, heads);
    for (const a of [...n.abbr.kk, ...n.abbr.ru]) {
      const entry = placeEntry(place, 'abbr', n.was);
      lexicon.addKk(entry, { written: a, words: [a], stem: a, p3: false, indeclinable: true });
      lexicon.addForm('ru', entry, [a.toLowerCase()], 0);
    }
  }
  for (const kk of place.also.kk) addKk(lexicon, place, kk, null, heads);
  for (const ru of place.also.ru) addRu(lexicon, place, ru, null, heads);
}

const placeEntry = (place: Place, form: PlaceForm, was: PlaceWord['was']): Entry<PlaceWord> =>
  entryOf('place', place.id, { place, form, was });

/** Head nouns by their dictionary form, to take full names apart. */
export interface HeadNouns {
  readonly kk: ReadonlySet<string>;
  readonly ru: ReadonlyMap<string, RuWord>;
}

/** Full Kazakh names end in a head, with p3 (облысы, ауданы) or after «атындағы» without. */
function addKk(lexicon: Lexicon, place: Place, name: string, was: PlaceWord['was'], heads: HeadNouns): void {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  // `облысы` is `облыс` with possession: taken apart by the ending table, not by its letters.
  const head = heads.kk.has(last)
    ? last
    : analyse(last).find((r) => r.tags & Tag.p3 && heads.kk.has(r.lemma))?.lemma;
  if (words.length > 1 && head) {
    lexicon.addKk(placeEntry(place, 'full', was), {
      written: name,
      words,
      stem: head,
      p3: head !== last,
      indeclinable: false,
    });
    if (head !== last) addBareKk(lexicon, placeEntry(place, 'bare', was), words.slice(0, -1));
  } else addBareKk(lexicon, placeEntry(place, 'bare', was), words);
}

function addBareKk(lexicon: Lexicon, entry: Entry<PlaceWord>, words: readonly string[]): void {
  const wording: KkWording = {
    written: words.join(' '),
    words,
    stem: words.at(-1) ?? '',
    p3: false,
    indeclinable: false,
  };
  lexicon.addKk(entry, wording);
}

function addRu(lexicon: Lexicon, place: Place, name: string, was: PlaceWord['was'], heads: HeadNouns): void {
  const words = name.split(' ');
  const first = heads.ru.get(words[0]?.toLowerCase() ?? '');
  const last = heads.ru.get(words.at(-1)?.toLowerCase() ?? '');
  if (words.length > 1 && last) {
    // «Акмолинская область», «Бухар-Жырауский район»: the adjective agrees with the head.
    const adj = words.slice(0, -1).map((w, k, all) => (k === all.length - 1 ? masculine(w) : w));
    lexicon.addRu(placeEntry(place, 'full', was), headed(adj, last, true));
    addAdjective(lexicon, placeEntry(place, 'adj', was), adj);
  } else if (words.length > 1 && first) {
    lexicon.addRu(placeEntry(place, 'full', was), headed(words.slice(1), first, false));
    lexicon.addForm(
      'ru',
      placeEntry(place, 'bare', was),
      words.slice(1).map((w) => w.toLowerCase()),
      0,
    );
  } else {
    // There is one of each: «Абаев» is a surname, never several towns of Абай, and «Октябрьское» is not Октябрьский.
    const gender = isAdjective(words.at(-1)?.toLowerCase() ?? '') ? Tag.masc : GENDERS;
    const ofTown = (tags: number): boolean =>
      (tags & Tag.pl) === 0 && ((tags & GENDERS) === 0 || (tags & gender) !== 0);
    for (const wording of bareRu(words)) lexicon.addRu(placeEntry(place, 'bare', was), wording, ofTown);
    for (const a of place.adj) addAdjective(lexicon, placeEntry(place, 'adj', was), [a]);
  }
}

/** A head noun with its adjective before it or its frozen name after it. */
function headed(words: readonly string[], noun: RuWord, before: boolean): RuWording {
  const rest = words.map((w) => ({ lemma: w, indeclinable: false }));
  return before
    ? { written: [...words, noun.lemma].join(' '), words: [...rest, noun], head: rest.length }
    : { written: [noun.lemma, ...words].join(' '), words: [noun, ...rest], head: 0 };
}

function addAdjective(lexicon: Lexicon, entry: Entry<PlaceWord>, words: readonly string[]): void {
  const last = words.at(-1) ?? '';
  if (!isAdjective(last.toLowerCase())) return;
  const before = words.slice(0, -1).map((w) => w.toLowerCase());
  for (const f of adjective(last.toLowerCase())) lexicon.addForm('ru', entry, [...before, f.form], f.tags);
}

/** The wordings of a bare name: its last word declines as town names do, adjectives before it agree. */
const bareRu = (words: readonly string[]): RuWording[] =>
  townWords((words.at(-1) ?? '').toLowerCase()).map((last) => ({
    written: words.join(' '),
    words: [...words.slice(0, -1).map((lemma) => ({ lemma, indeclinable: false })), last],
    head: words.length - 1,
  }));

/** Puts the head nouns themselves into the lexicon, so that lists («… облыстары», «в областях …») can be read. */
export function addHeads(lexicon: Lexicon, heads: readonly PlaceHead[]): HeadNouns {
  for (const h of heads) {
    const entry = (form: HeadWord['form']): Entry<HeadWord> =>
      entryOf('placehead', h.level, { level: h.level, form });
    for (const w of h.kk) lexicon.addKk(entry('noun'), w);
    for (const w of h.ru) lexicon.addRu(entry('noun'), w);
    for (const a of h.adj)
      lexicon.addKk(entry('adj'), { written: a, words: [a], stem: a, p3: false, indeclinable: false });
    for (const lang of ['kk', 'ru'] as const)
      for (const s of h.short[lang]) lexicon.addForm(lang, entry('short'), [s], Tag.sg | Tag.pl);
  }
  return {
    kk: new Set(heads.flatMap((h) => h.kk.map((w) => w.stem))),
    ru: new Map(heads.flatMap((h) => h.ru.flatMap((w) => w.words.map((x) => [x.lemma, x] as const)))),
  };
}
