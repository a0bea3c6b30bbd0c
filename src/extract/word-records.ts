import type { ReadLang } from '../core/article.ts';
import { clauseBits } from '../language/clause.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type Tell, tellOf } from '../language/route.ts';
import { Fact, LOOKS, RECORD, type WordForm, type Words } from '../language/words.ts';

/*
 * What reading an article asks of each word, noted in the word's record when the first text asks: of its look also what
 * it tells of its language, and in each language that it was read in, its bits of `Starts` and of `ClauseWord`.
 */

/** Above the bits of `Look`: what the word tells, and whether that and the facts of each language are noted. */
const TELL = 7 << LOOKS;
const TOLD = 8 << LOOKS;
const LEARNT: Readonly<Record<ReadLang, number>> = { kk: 16 << LOOKS, ru: 32 << LOOKS };

/** The look of a word with what it tells, by its number. */
export function lookOf(words: Words, number: number): number {
  const at = number * RECORD + Fact.look;
  const look = words.records[at] ?? 0;
  if (look & TOLD) return look;
  const told = look | TOLD | (tellOf((words.entry(number) as WordForm).type) << LOOKS);
  words.records[at] = told;
  return told;
}

/** What a word tells, of its look. */
export const tellIn = (look: number): Tell => ((look & TELL) >> LOOKS) as Tell;

/** Where the facts of a word in a language lie among the records: its bits of `Starts`, and behind them of `ClauseWord`. */
export function factsAt(words: Words, lexicon: Lexicon, number: number, lang: ReadLang): number {
  const at = number * RECORD;
  if (((words.records[at + Fact.look] ?? 0) & LEARNT[lang]) === 0) learn(words, lexicon, number, lang);
  return at + Fact[lang];
}

function learn(words: Words, lexicon: Lexicon, number: number, lang: ReadLang): void {
  const { type } = words.entry(number) as WordForm;
  const { bits } = lexicon.knownOf(type, lang);
  const clause = clauseBits(type, lang);
  const { records } = words;
  const at = number * RECORD;
  records[at + Fact.look] = (records[at + Fact.look] ?? 0) | LEARNT[lang];
  records[at + Fact[lang]] = bits;
  records[at + Fact[lang] + 1] = clause;
}
