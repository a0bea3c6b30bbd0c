import type { ReadLang } from '../core/article.ts';
import { ClassTable } from './class-table.ts';
import type { Analysis } from './packs/kk/analyse.ts';
import { CLAUSE_WORDS as KAZAKH } from './packs/kk/clause-words.ts';
import { reading } from './packs/kk/lemma.ts';
import { type WordClass, wordClass } from './packs/ru/clause.ts';
import { CLAUSE_WORDS as RUSSIAN } from './packs/ru/clause-words.ts';
import type { WordType } from './words.ts';

/** Closed classes of words that tell what a clause says of its figure, as bits. They are no business of those who look for figures. */
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
} as const;
/** The words of each class that a language has, apart by spaces; a final hyphen stands for all words that begin so. */
export type ClauseWords = Partial<Record<keyof typeof ClauseWord, string>>;

const SLOTS: Record<ReadLang, number> = { kk: 9, ru: 10 };

function tableOf(words: ClauseWords): ClassTable {
  const table = new ClassTable();
  for (const [cls, list] of Object.entries(words)) for (const w of list.split(' ')) table.add(cls, w);
  return table;
}
const TABLES: Record<ReadLang, ClassTable> = { kk: tableOf(KAZAKH), ru: tableOf(RUSSIAN) };
const BITS: Readonly<Record<string, number>> = ClauseWord;

/** Bits of the classes of `ClauseWord` that a word of a language is in. Worked out once per word. */
export function clauseBits(type: WordType, lang: ReadLang): number {
  const slot = SLOTS[lang];
  const known = type.memo[slot] as number | undefined;
  if (known !== undefined) return known;
  let found = 0;
  for (const cls of TABLES[lang].of(type)) found |= BITS[cls] ?? 0;
  type.memo[slot] = found;
  return found;
}

const RUSSIAN_CLASS = 11;
/** What a Russian word is in a clause as far as its shape tells. Worked out once per word. */
export const russianClass = (type: WordType): WordClass => {
  type.memo[RUSSIAN_CLASS] ??= wordClass(type.norm);
  return type.memo[RUSSIAN_CLASS] as WordClass;
};

const KAZAKH_READING = 12;
/** The likeliest reading of a Kazakh noun. Worked out once per word. */
export const kazakhReading = (type: WordType): Analysis => {
  type.memo[KAZAKH_READING] ??= reading(type.norm);
  return type.memo[KAZAKH_READING] as Analysis;
};
