import { consonants, nameKey } from './transliterate.ts';

/** What an article tells, as far as another article about the same event would tell it too. */
export interface Telling {
  readonly text: string;
  /** Values as said, with the ends of ranges and of from–to changes. */
  readonly values: readonly { readonly value: number; readonly unitClass: string }[];
  /** Names of people in the nominative. */
  readonly people: readonly string[];
  /** Keys of programs. */
  readonly programs: readonly string[];
  /** Ids of regions; the country says nothing about an article. */
  readonly regions: readonly string[];
  /** Calendar days that the article speaks of, `YYYY-MM-DD`. */
  readonly days: readonly string[];
}

/** Why two articles are taken for one story. */
export interface Tie {
  /** Share of the poorer article's marks that the other has too, by weight: 0..1. */
  readonly score: number;
  /** Are the words themselves the same? */
  readonly reprint: boolean;
  /** The marks that both have, the heaviest first. */
  readonly shared: readonly string[];
}

/**
 * Marks of an article, each a short text that the same fact gives in either language: `n:8051` (a number), `p:…` (the
 * consonants of a surname), `g:…` (a program), `r:…` (a place), `d:…` (a day), `s:…` (a run of words, of which the
 * {@link SHINGLES} smallest hashes stand for all). Sorted, each once.
 */
export function marksOf(telling: Telling): readonly string[] {
  const marks = new Set<string>();
  for (const { value, unitClass } of telling.values) if (value !== 0) marks.add(numberMark(value, unitClass));
  for (const name of telling.people)
    marks.add(`p:${consonants(nameKey(name.slice(name.lastIndexOf(' ') + 1)))}`);
  for (const program of telling.programs) marks.add(`g:${program}`);
  for (const region of telling.regions) if (region.includes('-')) marks.add(`r:${region}`);
  for (const day of telling.days) marks.add(`d:${day}`);
  for (const shingle of shingles(telling.text)) marks.add(`s:${shingle}`);
  return [...marks].sort();
}

const numberMark = (value: number, unitClass: string): string =>
  `${unitClass === 'percent' || unitClass === 'money' ? unitClass : 'n'}:${value}`;

/** A run of this many words is seldom written twice by chance. */
const RUN = 5;
const SHINGLES = 12;

/** The smallest hashes of all runs of words: two texts share as many of them as they share runs (Broder's MinHash). */
function shingles(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const hashes = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at++) hashes.add(hash(words, at));
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, SHINGLES)
    .map((found) => found.toString(36));
}

/** FNV-1a over the words of one run, 32 bits. */
function hash(words: readonly string[], at: number): number {
  let h = 0x811c9dc5;
  for (let i = at; i < at + RUN; i++) {
    const word = words[i] ?? '';
    for (let j = 0; j < word.length; j++) h = Math.imul(h ^ word.charCodeAt(j), 0x01000193);
    h = Math.imul(h ^ 0x20, 0x01000193);
  }
  return h >>> 0;
}

/**
 * How much it says that two articles both have a mark, about two for a number of three digits or a person; nothing for
 * shingles, which are counted by themselves.
 */
function weight(mark: string): number {
  const kind = mark.slice(0, mark.indexOf(':'));
  const said = mark.slice(kind.length + 1);
  if (kind === 's') return 0;
  if (kind === 'p') return 1.5;
  if (kind === 'g' || kind === 'd') return 1;
  if (kind === 'r') return said.includes('/') ? 1.2 : 0.5;
  return numberWeight(said);
}

/** A number says the more, the more digits of it are not zeros: 8051 more than 20 000, and that more than 5. */
function numberWeight(said: string): number {
  const known = weights.get(said);
  if (known !== undefined) return known;
  const digits = said.replace(/\D/gu, '').replace(/^0+|0+$/gu, '').length;
  const found = 0.7 * digits + 0.1 * Math.max(0, Math.floor(Math.log10(Math.abs(Number(said)))));
  if (weights.size >= REMEMBERED) weights.clear();
  weights.set(said, found);
  return found;
}
/** The same few thousand numbers are weighed again for every article that is near. */
const weights = new Map<string, number>();
const REMEMBERED = 20_000;

const isNumber = (mark: string): boolean => /^(?:n|percent|money):/u.test(mark);

/** A number of fewer digits stands in too many articles to look for others by it. */
const RARE = 1.3;

/** Marks by which articles of one story find each other; two articles that share none are never one story. */
export const isRare = (mark: string): boolean =>
  mark.startsWith('s:') || (isNumber(mark) && weight(mark) >= RARE);

/** Two versions of one event may be this far apart. */
export const WINDOW_DAYS = 21;

/*
 * What two articles must share, by weight, and as a share of the poorer one's marks. Set on the pairs of the samples:
 * articles of one story share from 0.56 on, others within the window up to 0.32. Where a date is missing, more.
 */
const ENOUGH = { dated: { weight: 4, score: 0.43 }, undated: { weight: 6, score: 0.6 } } as const;
/** At least so much of it in numbers: the same people and places are in the news every day. */
const NUMBERS = 2;
/** Half of the shingles: the words themselves are the same. */
const REPRINT = SHINGLES / 2;

/**
 * Do two articles tell one story? `days` is how far apart they were published, null when that is not known.
 * A function of the two alone, so that the order of arrival decides nothing.
 */
export function tie(a: ReadonlySet<string>, b: ReadonlySet<string>, days: number | null): Tie | undefined {
  if (days !== null && days > WINDOW_DAYS) return undefined;
  const shared = [...a].filter((mark) => b.has(mark));
  if (!shared.some(isRare)) return undefined;
  const reprint = shared.filter((mark) => mark.startsWith('s:')).length >= REPRINT;
  const both = weigh(shared);
  const poorer = Math.min(weigh(a), weigh(b));
  const score = poorer === 0 ? 0 : both / poorer;
  const enough = days === null ? ENOUGH.undated : ENOUGH.dated;
  const told = both >= enough.weight && score >= enough.score && weigh(shared.filter(isNumber)) >= NUMBERS;
  if (!reprint && !told) return undefined;
  const facts = shared.filter((mark) => !mark.startsWith('s:'));
  return {
    score: Number(Math.max(score, reprint ? REPRINT / SHINGLES : 0).toFixed(3)),
    reprint,
    shared: facts.sort((x, y) => weight(y) - weight(x) || (x < y ? -1 : 1)),
  };
}

function weigh(marks: Iterable<string>): number {
  let sum = 0;
  for (const mark of marks) sum += weight(mark);
  return sum;
}
