import type { ArticleInput, Lang, ReadLang, Script, SectionKind } from '../core/article.ts';
import type { Issue } from '../core/issue.ts';
import { repairedLetters } from '../language/chars.ts';
import type { Lexicon, Sense } from '../language/lexicon.ts';
import type { NameWords } from '../language/name-words.ts';
import type { Token } from '../language/tokens.ts';
import type { Words } from '../language/words.ts';
import type { ConceptBook } from './concept-book.ts';

export interface Section {
  readonly start: number;
  readonly end: number;
  readonly kind: SectionKind;
}

export interface Sentence {
  /** Tokens `from` up to but not including `to`. */
  readonly from: number;
  readonly to: number;
  /** Whose rules read it; null for a language Derek does not read. */
  readonly lang: ReadLang | null;
  /** Counts lines: two sentences of one paragraph share it. */
  readonly paragraph: number;
  /** Furniture around the story: read for mentions, never for facts. */
  readonly section: SectionKind;
  /** Bits of `Starts` of all its tokens: who looks for what none of them begins passes it over. */
  readonly starts: number;
}

/**
 * What may begin at a token, as bits: most words begin nothing that a layer asks for, and a layer that looks at every
 * token looks at these bits first.
 */
export const Starts = {
  numeral: 1,
  month: 2,
  thing: 4,
  place: 8,
  placehead: 16,
  post: 32,
  postmod: 64,
  orghead: 128,
  body: 256,
  program: 512,
  trigger: 1024,
  'tw.modifier': 2048,
  'tw.naming': 4096,
  'tw.frame': 8192,
  'tw.christening': 16_384,
  'tw.about': 32_768,
  'tw.formal': 65_536,
  'tw.term': 131_072,
  'tw.air': 262_144,
  'tw.broadcast': 524_288,
  /** The word belongs to a closed class. */
  closed: 1_048_576,
  /** To one of those by which times are told, from the day of the article or with a number. */
  time: 2_097_152,
  /** Something that is an event, as a verb or a noun. */
  deed: 4_194_304,
  /** The field of a ministry: «еңбек және халықты әлеуметтік қорғау». */
  domain: 8_388_608,
  concept: 16_777_216,
  /** To one of those that point to a place, or speak of the country. */
  where: 33_554_432,
  /** To one of those that tell how a figure changed, or that it is what it is. */
  course: 67_108_864,
  /** To one of those that tell what is only expected, planned, denied, or of what time a sentence speaks. */
  stance: 134_217_728,
  /** To one of those that tell what a figure is counted per: each, by the month. */
  per: 268_435_456,
  /** To one of those that point back: to a program, to what it is for, to a speaker, to what was said. */
  back: 536_870_912,
  /** To one of those that tell who states something. */
  telling: 1_073_741_824,
  /** To the one behind which stands after whom something is named. */
  namesake: -2_147_483_648,
} as const;

/** The bits of the classes of wordings. */
export const STARTS: ReadonlyMap<string, number> = new Map(Object.entries(Starts));

/**
 * Families of closed classes with a bit of their own, by the beginnings of their names; names without a stop are whole.
 * `starts.test.ts` fails when a layer asks for a class where a family without it let it pass.
 */
const FAMILIES: readonly (readonly [bit: number, names: readonly string[]])[] = [
  [Starts.time, ['rel.', 'unit.', 'weekday.', 'season.', 'begin', 'end']],
  [Starts.where, ['country', 'country.', 'capital', 'centre', 'anaphor.', 'office.']],
  [Starts.course, ['up', 'down', 'level', 'growth', 'decline', 'most', 'least']],
  [Starts.per, ['per.', 'each', 'each.']],
  [Starts.telling, ['told', 'told.', 'vouches.', 'cites', 'say']],
  [Starts.namesake, ['named']],
  [Starts.back, ['anaphor.program', 'by.it', 'both', 'purpose', 'speaker.', 'points.']],
  [
    Starts.stance,
    [
      'forecast',
      'planned',
      'plan.',
      'denied',
      'told',
      'told.',
      'vouches.',
      'cites',
      'not',
      'now',
      'that',
      'say',
    ],
  ],
];

/** The bits of all families. */
export const EVERY_FAMILY = FAMILIES.reduce((all, [bit]) => all | bit, 0);

/** The bits of a class, of wordings or closed. */
export function bitOf(cls: string): number {
  const own = STARTS.get(cls);
  if (own !== undefined) return own;
  let bits: number = Starts.closed;
  for (const [bit, names] of FAMILIES)
    if (names.some((name) => (name.endsWith('.') ? cls.startsWith(name) : cls === name))) bits |= bit;
  return bits;
}

/** An article cut into tokens and sentences, with every word of the lexicon found in it. */
export interface Document {
  readonly article: ArticleInput;
  readonly text: string;
  readonly lang: Lang;
  readonly langConfidence: number;
  readonly script: Script;
  readonly tokens: readonly Token[];
  /**
   * Tokens that are marks or line breaks, that are numbers in digits, days and hours among them, words with a capital,
   * and words in Latin letters.
   */
  readonly marks: readonly number[];
  readonly figures: readonly number[];
  readonly capitals: readonly number[];
  readonly latin: readonly number[];
  readonly sentences: readonly Sentence[];
  /** Sentence number by token. */
  readonly sentenceOf: Int32Array;
  /** Wordings of the lexicon that begin at a token, as far as anybody asked; see `sensesAt`. */
  readonly senses: (readonly Sense[] | undefined)[];
  /** Bits of `Starts` by token. */
  readonly starts: Int32Array;
  /** Bits of `Sign` by token. */
  readonly signs: Int32Array;
  /**
   * Bits of `ClauseWord`, with the shape of a Russian word, by token: what its word does in a clause of its sentence's
   * language.
   */
  readonly grammar: Int32Array;
  /** Closed classes of a token's word in the language of its sentence. */
  readonly classes: readonly ReadonlySet<string>[];
  readonly sections: readonly Section[];
  readonly issues: Issue[];
  /** What it was read with, to look up forms that do not stand in the text. */
  readonly reading: Reading;
}

const NO_SENSES: readonly Sense[] = [];

/** Tokens at which something of these kinds begins, in text order; sentences without any are passed over. */
export function opening(doc: Document, kinds: number): number[] {
  const out: number[] = [];
  for (const s of doc.sentences)
    if (s.starts & kinds) for (let i = s.from; i < s.to; i++) if (startsAt(doc, i, kinds)) out.push(i);
  return out;
}

/**
 * Wordings of the lexicon that begin at a token, the longest first; none in a language that is not read. Looked up when
 * first asked for: nobody asks for most of them. Who asks for one class names its bit in `kinds`, and gets an answer
 * without a look where none can be; the answer may hold other classes too.
 */
export function sensesAt(doc: Document, i: number, kinds = -1): readonly Sense[] {
  if (((doc.starts[i] ?? 0) & kinds) === 0) return NO_SENSES;
  const known = doc.senses[i];
  if (known) return known;
  const lang = doc.sentences[doc.sentenceOf[i] ?? 0]?.lang;
  const found = lang ? doc.reading.lexicon.sensesAt(doc.tokens, i, lang) : NO_SENSES;
  doc.senses[i] = found;
  return found;
}

export interface Reading {
  readonly words: Words;
  readonly lexicon: Lexicon;
  /** Gender of a given name by its lower-cased nominative. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f' | 'both'>;
  /** The words that can be parts of persons' names. */
  readonly names: NameWords;
  readonly concepts: ConceptBook;
}

/** The section that holds an offset; sections stand in order and do not overlap. */
export function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = sections[low];
  return found && found.start <= at ? found : undefined;
}

/** The first token that begins at or behind an offset. */
export function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Is the word of a token in a closed class of its sentence's language? */
export const has = (doc: Document, i: number, cls: string): boolean =>
  startsAt(doc, i, Starts.closed) && (doc.classes[i]?.has(cls) ?? false);

/** Does anything of these kinds begin among tokens `from` up to `to`? */
export function anyStarts(doc: Document, from: number, to: number, kinds: number): boolean {
  for (let i = from; i < to; i++) if (startsAt(doc, i, kinds)) return true;
  return false;
}

/** Does any token among `from` up to `to` bear one of some signs? */
export function anySign(doc: Document, from: number, to: number, signs: number): boolean {
  for (let i = from; i < to; i++) if (isSign(doc, i, signs)) return true;
  return false;
}

/** Is a word of a class among tokens `from` up to `to`? */
export function hasWithin(doc: Document, from: number, to: number, cls: string): boolean {
  for (let i = from; i < to; i++) if (has(doc, i, cls)) return true;
  return false;
}

/** A token, or none: also before the first, where an array asked for [-1] makes its whole place in the code slow. */
export const tokenAt = (doc: Document, i: number): Token | undefined => (i < 0 ? undefined : doc.tokens[i]);

/** The text of tokens `from` up to `to`, look-alike letters of another script repaired. */
export const textOf = (doc: Document, from: number, to: number): string =>
  repairedLetters(doc.text.slice(doc.tokens[from]?.start ?? 0, tokenAt(doc, to - 1)?.end ?? 0));

/** The character of a mark; '' for any other token, or none. */
export const mark = (doc: Document, i: number): string => tokenAt(doc, i)?.mark ?? '';

/** Does a token bear one of some signs? */
export const isSign = (doc: Document, i: number, signs: number): boolean =>
  ((doc.signs[i] ?? 0) & signs) !== 0;

/** The spelling under which a word is looked up; '' for any other token, or none. */
export const word = (doc: Document, i: number): string => tokenAt(doc, i)?.form?.type.norm ?? '';

/** The language whose rules read the sentence of a token; null where none does. */
export const langAt = (doc: Document, i: number): ReadLang | null =>
  doc.sentences[doc.sentenceOf[i] ?? 0]?.lang ?? null;

/** Does anything of these kinds begin at a token? */
export const startsAt = (doc: Document, i: number, kinds: number): boolean =>
  ((doc.starts[i] ?? 0) & kinds) !== 0;
