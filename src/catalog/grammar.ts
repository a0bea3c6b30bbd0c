import { z } from 'zod';
import type { ReadLang } from '../core/article.ts';
import { DATA_DIR, readYaml } from './yaml.ts';

/** Words of a list, separated by spaces; `вырос-` stands for all words that begin so. */
const wordList = z
  .string()
  .default('')
  .transform((s) => s.split(/\s+/).filter(Boolean));

const classesFile = z.record(
  z.string().regex(/^[a-z][a-z.]*$/, 'a class name such as cmp.gt.before'),
  z.strictObject({ kk: wordList, ru: wordList }),
);

/** A closed class of words and its members in both languages. */
export interface WordClass {
  readonly cls: string;
  readonly words: Readonly<Record<ReadLang, readonly string[]>>;
}

/** Closed classes of `data/lexicon/grammar.yaml`. Throws `BadData`. */
export function loadWordClasses(dir = DATA_DIR): readonly WordClass[] {
  return readWordClasses(dir, 'lexicon/grammar.yaml');
}

/** Classes of words of a file of the data folder. Throws `BadData`. */
export function readWordClasses(dir: string, name: string): readonly WordClass[] {
  const file = readYaml(`${dir}${name}`, classesFile, `data/${name}`);
  return Object.entries(file).map(([cls, words]) => ({ cls, words }));
}

export const NUMERAL_ROLES = ['cardinal', 'multiplier', 'add', 'share', 'order', 'times', 'ordinal'] as const;
export type NumeralRole = (typeof NUMERAL_ROLES)[number];

export interface Numeral {
  readonly role: NumeralRole;
  readonly value: number;
  readonly kk: readonly string[];
  readonly ru: readonly string[];
}

const numeralRow = z.strictObject({ value: z.number(), kk: wordList, ru: wordList });
const numeralsFile = z.strictObject(
  Object.fromEntries(NUMERAL_ROLES.map((r) => [r, z.array(numeralRow)])) as Record<
    NumeralRole,
    z.ZodArray<typeof numeralRow>
  >,
);

/** Numerals of `data/lexicon/numerals.yaml`. Throws `BadData`. */
export function loadNumerals(dir = DATA_DIR): readonly Numeral[] {
  const file = readYaml(`${dir}lexicon/numerals.yaml`, numeralsFile, 'data/lexicon/numerals.yaml');
  return NUMERAL_ROLES.flatMap((role) => file[role].map((row) => ({ role, ...row })));
}

export interface Month {
  /** 1..12 */
  readonly month: number;
  readonly kk: readonly string[];
  readonly latin: readonly string[];
  readonly ru: readonly string[];
}

const monthsFile = z
  .array(z.strictObject({ month: z.int().min(1).max(12), kk: wordList, latin: wordList, ru: wordList }))
  .length(12, 'the twelve months');

/** Months of `data/lexicon/months.yaml`. Throws `BadData`. */
export function loadMonths(dir = DATA_DIR): readonly Month[] {
  return readYaml(`${dir}lexicon/months.yaml`, monthsFile, 'data/lexicon/months.yaml');
}
