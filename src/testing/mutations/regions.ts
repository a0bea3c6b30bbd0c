import { loadPlaces, type Place } from '../../catalog/places.ts';
import type { Facts } from '../../core/facts.ts';
import type { Gold, GoldIndicator } from '../../pipeline/gold.ts';
import { type Edit, edited, type Mutate, oneOf } from './mutation.ts';

const places = loadPlaces();
const byId = new Map(places.map((p) => [p.id, p]));

const HEADS = / (?:облысы|ауданы|область|район)$|^(?:область|район) /u;
const VOWELS_BACK = /[аоұыуяёэ]/u;

/** The part of a name that no case changes, and the class of names that take the same endings behind it. */
export interface Core {
  readonly text: string;
  readonly family: string;
}

/** Kazakh endings follow the last sound and the harmony of the last vowel. */
function kazakh(name: string): Core {
  const text = name.replace(HEADS, '');
  const last = text.at(-1) ?? '';
  const sound = /[аәеоөұүыі]/u.test(last) ? 'v' : /[йуи]/u.test(last) ? 'y' : /[рл]/u.test(last) ? 'l' : last;
  const vowel = [...text.toLowerCase()].findLast((c) => /[аәеоөұүыіиуэяё]/u.test(c)) ?? '';
  return { text, family: `${sound}${/[иу]/u.test(vowel) ? vowel : VOWELS_BACK.test(vowel)}` };
}

/** Russian names decline as adjectives (`Актюбинск|ая область`), as nouns by their last letter, or not at all. */
function russian(name: string): Core {
  const bare = name.replace(HEADS, '');
  const adjective = /^(.*[сц]к)(?:ая|ий)$/u.exec(bare);
  if (adjective && bare !== name) return { text: adjective[1] ?? bare, family: 'adjective' };
  if (/[оеиыуюё]$/u.test(bare)) return { text: bare, family: `fixed${HEADS.test(name)}` };
  if (HEADS.test(name)) return { text: bare, family: 'fixedtrue' };
  if (/[аяйь]$/u.test(bare)) return { text: bare.slice(0, -1), family: bare.slice(-1) };
  return { text: bare, family: 'hard' };
}

const coreOf = (place: Place, lang: Gold['lang']): Core =>
  lang === 'kk' ? kazakh(place.kk) : russian(place.ru);

/** A bare «Ақтөбе» may be the city or the oblast, a bare «Ұлытау» only the oblast. */
const cities = new Set(places.filter((p) => p.level === 'city').flatMap((p) => [`kk ${p.kk}`, `ru ${p.ru}`]));
const isShared = (p: Place, lang: Gold['lang']): boolean => cities.has(`${lang} ${coreOf(p, lang).text}`);

/** The place next above that is an oblast or a city of the republic. */
function oblastOf(place: Place): Place | undefined {
  let at: Place | undefined = place;
  while (at && at.parent !== 'KZ') at = at.parent === null ? undefined : byId.get(at.parent);
  return at;
}

const fits = (old: Place, other: Place, lang: Gold['lang']): boolean =>
  other.id !== old.id &&
  other.level === old.level &&
  other.until === null &&
  other.homonym === old.homonym &&
  isShared(other, lang) === isShared(old, lang) &&
  coreOf(other, lang).family === coreOf(old, lang).family;

/**
 * Every oblast, with all that the passage names in it, becomes another one; a city of the republic becomes another.
 * Left alone are passages that name a place in a way of which the forms are not surely known.
 */
export const otherRegions: Mutate = (gold, facts, random) => {
  const named = facts.regions.filter((r) => r.level !== 'country').flatMap((r) => byId.get(r.id) ?? []);
  const wanted = new Set(gold.regions.map((r) => r.name_ru));
  if (named.length === 0 || named.some((p) => !p.id.startsWith('KZ'))) return null;
  const taken = new Set(named.map((p) => p.id));
  const swap = new Map<Place, Place>();
  for (const oblast of new Set(named.map(oblastOf))) {
    const members = named.filter((p) => oblastOf(p) === oblast);
    const choice = shuffledTargets(oblast, members, taken, gold.lang, random);
    if (choice === null) continue;
    for (const [old, other] of choice) {
      swap.set(old, other);
      taken.add(other.id);
    }
  }
  if (
    swap.size === 0 ||
    [...swap.keys()].some((p) => !wanted.has(p.ru) && !wanted.has(p.ru.replace(/ё/g, 'е')))
  )
    return null;
  // A place that the facts name and the text does not (the district of a town) cannot be told anew.
  const kept = new Set([...swap.keys()].map((p) => oblastOf(p)));
  const untold = (i: GoldIndicator): boolean =>
    i.region !== null && places.some((p) => p.ru === i.region && !swap.has(p) && kept.has(oblastOf(p)));
  if (gold.indicators.some(untold)) return null;
  const edits = editsOf(gold, facts, swap);
  if (edits === null) return null;
  const byName = new Map([...swap].map(([old, other]) => [old.ru, other]));
  const renamed = (name: string | null): string | null => (name && byName.get(name)?.ru) ?? name;
  const inWords = (text: string): string => {
    let out = text;
    for (const [old, other] of swap)
      out = out.replaceAll(coreOf(old, gold.lang).text, `\u0000${coreOf(other, gold.lang).text}`);
    return out.replaceAll('\u0000', '');
  };
  return edited(
    {
      ...gold,
      regions: gold.regions.map((r) => ({ ...r, name_ru: renamed(r.name_ru) ?? r.name_ru })),
      indicators: gold.indicators.map((i) => ({ ...i, region: renamed(i.region) })),
      officials: gold.officials.map((o) => ({
        ...o,
        post: inWords(o.post),
        jurisdiction: o.jurisdiction == null ? o.jurisdiction : inWords(o.jurisdiction),
      })),
    },
    edits,
  );
};

function shuffledTargets(
  oblast: Place | undefined,
  members: readonly Place[],
  taken: ReadonlySet<string>,
  lang: Gold['lang'],
  random: () => number,
): [Place, Place][] | null {
  if (oblast === undefined) return null;
  const tops = places.filter(
    (p) => p.parent === 'KZ' && p.level === oblast.level && p.id !== oblast.id && !taken.has(p.id),
  );
  for (let attempt = 0; attempt < 30; attempt++) {
    const top = oneOf(tops, random);
    if (top === undefined) return null;
    const below = places.filter((p) => !taken.has(p.id) && oblastOf(p) === top);
    const pairs: [Place, Place][] = [];
    for (const old of members) {
      const seat = old.id === oblast.seat ? top.seat : null;
      const free = below.filter((p) => !pairs.some(([, o]) => o.id === p.id));
      const other =
        old === oblast
          ? fits(old, top, lang) && top
          : oneOf(
              free.filter((p) => fits(old, p, lang) && (seat ? p.id === seat : p.id !== top.seat)),
              random,
            );
      if (!other) break;
      pairs.push([old, other]);
    }
    if (pairs.length === members.length) return pairs;
  }
  return null;
}

/** Each mention with its core replaced; null where one begins in another way than with the core or an adjective of it. */
function editsOf(gold: Gold, facts: Facts, swap: ReadonlyMap<Place, Place>): Edit[] | null {
  const edits: Edit[] = [];
  for (const [old, other] of swap) {
    const fact = facts.regions.find((r) => r.id === old.id);
    for (const m of fact?.mentions ?? []) {
      const edit = coreEdit(gold, m.start, m.text, old, other);
      if (edit === null) return null;
      edits.push(edit);
    }
  }
  return edits;
}

function coreEdit(gold: Gold, start: number, text: string, old: Place, other: Place): Edit | null {
  const core = coreOf(old, gold.lang);
  const cores: [core: string, other: string, tail: RegExp][] = [
    [core.text, coreOf(other, gold.lang).text, gold.lang === 'kk' ? /^/u : (TAILS[core.family] ?? /^$/u)],
  ];
  const [adj, adjOther] = [old.adj[0], other.adj[0]];
  if (gold.lang === 'ru' && adj && adjOther) cores.push([adj.slice(0, -2), adjOther.slice(0, -2), ADJECTIVE]);
  for (const [own, core2, tail] of cores) {
    const at = text.toLowerCase().indexOf(own.toLowerCase());
    if (at < 0 || (at > 0 && /\p{L}/u.test(text[at - 1] ?? ''))) continue;
    const [behind = ''] = text.slice(at + own.length).split(' ');
    if (!tail.test(behind.toLowerCase())) continue;
    const upper = text.slice(at, at + own.length);
    const shouted = upper.length > 2 && upper === upper.toUpperCase();
    const cased = /^\p{Ll}/u.test(upper)
      ? core2.toLowerCase()
      : (core2[0] ?? '').toUpperCase() + core2.slice(1);
    return { start: start + at, end: start + at + own.length, text: shouted ? core2.toUpperCase() : cased };
  }
  return null;
}

const ADJECTIVE = /^(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$/u;
/** What may stand behind the core of a Russian name of a family. */
const TAILS: Readonly<Record<string, RegExp>> = {
  adjective: ADJECTIVE,
  hard: /^(?:|а|у|ом|е)$/u,
  а: /^(?:а|ы|и|е|у|ой)$/u,
  й: /^(?:й|я|ю|ем|е)$/u,
  ь: /^(?:ь|я|ю|ем|е|и|ью)$/u,
};
