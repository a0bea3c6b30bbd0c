import type { ReadLang } from '../core/article.ts';
import { ClassTable } from './class-table.ts';
import type { Analysis } from './packs/kk/analyse.ts';
import { CLAUSE_WORDS as KAZAKH } from './packs/kk/clause-words.ts';
import { reading } from './packs/kk/lemma.ts';
import { type WordClass, wordClass } from './packs/ru/clause.ts';
import { CLAUSE_WORDS as RUSSIAN } from './packs/ru/clause-words.ts';
import type { WordType } from './words.ts';

/** Closed classes of words that tell what a clause says of its figure. They are no business of those who look for figures. */
export type ClauseClass =
  | 'aside'
  | 'frameBefore'
  | 'frameAfter'
  | 'byWay'
  | 'pronoun'
  | 'partOf'
  | 'vague'
  | 'ofSubject'
  | 'impersonal'
  | 'prepRelative'
  | 'prepMore'
  | 'relative'
  | 'exist'
  | 'lack'
  | 'actsOn'
  | 'auxiliary'
  | 'classifier'
  | 'schoolYear'
  | 'sayThat'
  | 'must'
  | 'auxiliaryGoing'
  | 'extent'
  | 'quarter';
/** The words of each class that a language has, apart by spaces; a final hyphen stands for all words that begin so. */
export type ClauseWords = Partial<Record<ClauseClass, string>>;

const SLOTS: Record<ReadLang, number> = { kk: 9, ru: 10 };

function tableOf(words: ClauseWords): ClassTable {
  const table = new ClassTable();
  for (const [cls, list] of Object.entries(words)) for (const w of list.split(' ')) table.add(cls, w);
  return table;
}
const TABLES: Record<ReadLang, ClassTable> = { kk: tableOf(KAZAKH), ru: tableOf(RUSSIAN) };

/** Is a word in a class of its language? Worked out once per word. */
export function isClauseWord(type: WordType, lang: ReadLang, cls: ClauseClass): boolean {
  const slot = SLOTS[lang];
  const known = type.memo[slot] as ReadonlySet<string> | undefined;
  if (known) return known.has(cls);
  const found = TABLES[lang].of(type);
  type.memo[slot] = found;
  return found.has(cls);
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
