import type { ReadLang } from '../core/article.ts';
import { ClassTable } from './class-table.ts';
import type { Analysis } from './packs/kk/analyse.ts';
import { participle } from './packs/kk/clause.ts';
import { CLAUSE_WORDS as KAZAKH } from './packs/kk/clause-words.ts';
import { lemma, reading } from './packs/kk/lemma.ts';
import { type WordClass, wordClass } from './packs/ru/clause.ts';
import { CLAUSE_WORDS as RUSSIAN } from './packs/ru/clause-words.ts';
import { oncePerWord, type WordType } from './words.ts';

/**
 * Closed classes of words that tell what a clause says of its figure, as bits. They are no business of those who look
 * for figures.
 */
export const ClauseWord = {
  aside: 1,
  frameBefore: 2,
  frameAfter: 4,
  byWay: 8,
  pronoun: 16,
  partOf: 32,
  vague: 64,
  ofSubject: 128,
  impersonal: 256,
  prepRelative: 512,
  prepMore: 1024,
  relative: 2048,
  exist: 4096,
  lack: 8192,
  actsOn: 16_384,
  auxiliary: 32_768,
  classifier: 65_536,
  schoolYear: 131_072,
  sayThat: 262_144,
  must: 524_288,
  auxiliaryGoing: 1_048_576,
  extent: 2_097_152,
  quarter: 4_194_304,
  rest: 8_388_608,
  announcing: 16_777_216,
  ranked: 33_554_432,
} as const;

/** What a Russian word is in a clause as far as its shape tells, as bits: one of each word. */
export const WordShape = {
  noun: 1,
  adjective: 2,
  finite: 4,
  short: 8,
  infinitive: 16,
  adverb: 32,
} as const satisfies Record<WordClass, number>;
/** They stand above the classes of `ClauseWord`. */
const SHAPES_FROM = 26;

/** The bit of `WordShape` among the bits of a word; 0 where it is not Russian. */
export const shapeIn = (bits: number): number => bits >>> SHAPES_FROM;

/** The words of each class that a language has, apart by spaces; a final hyphen stands for all words that begin so. */
export type ClauseWords = Partial<Record<keyof typeof ClauseWord, string>>;

function tableOf(words: ClauseWords): ClassTable {
  const table = new ClassTable((cls) => BITS[cls] ?? 0);
  for (const [cls, list] of Object.entries(words)) for (const w of list.split(' ')) table.add(cls, w);
  return table;
}
const BITS: Readonly<Record<string, number>> = ClauseWord;

const TABLES: Readonly<Record<ReadLang, ClassTable>> = { kk: tableOf(KAZAKH), ru: tableOf(RUSSIAN) };

/** The shape of a word as a Russian one, one of `WordShape`. */
export const russianShape = ({ norm }: WordType): number => WordShape[wordClass(norm)];

/** Bits of the classes of `ClauseWord` that a word of a language is in, with the shape of a Russian one. */
export const clauseBits = (type: WordType, lang: ReadLang): number =>
  TABLES[lang].of(type).bits | (lang === 'ru' ? russianShape(type) << SHAPES_FROM : 0);

/** The likeliest reading of a Kazakh noun. */
export const kazakhReading = oncePerWord((type): Analysis => reading(type.norm));

/** The dictionary form of a Kazakh noun or name. */
export const kazakhLemma = oncePerWord((type): string => lemma(type.norm));

/** The participle of a Kazakh verb, `қосылды` → `қосылған`; null for what is none. */
export const kazakhParticiple = oncePerWord((type): string | null => participle(type.norm));
