import { z } from 'zod';

/**
 * One Russian word by its principal parts. A part left out is what the regular paradigm of the lemma gives.
 * Only the head of a wording carries parts other than the lemma.
 */
export interface RuWord {
  readonly lemma: string;
  readonly genSg?: string;
  readonly nomPl?: string;
  readonly genPl?: string;
  /** Written with a trailing `!`: one form for all cases. */
  readonly indeclinable: boolean;
}

/** A Russian wording: the words before the head agree with it, the head is declined, the words after it are frozen. */
export interface RuWording {
  /** The dictionary form as people read it: `рабочее место` is written `рабочий *место` and read from `words`. */
  readonly written: string;
  readonly words: readonly RuWord[];
  /** Index of the head in `words`. */
  readonly head: number;
}

/** A Kazakh wording: the last word is the head and takes all endings. */
export interface KkWording {
  readonly written: string;
  /** The words as used: `оқу`, `орны`. */
  readonly words: readonly string[];
  /** Stem of the head; differs from the last word when that already bears the ending of possession. */
  readonly stem: string;
  /** The head bears p3 (`оқу орны`): its plural is `оқу орындары`, its dative `оқу орнына`. */
  readonly p3: boolean;
  /** Written with a trailing `!`: takes endings only after a hyphen (`АЕК-ке`). */
  readonly indeclinable: boolean;
}

const RU_LETTERS = /^[а-яё0-9«»"().,/*! –—-]+$/iu;
const KK_LETTERS = /^[а-яёәғқңөұүһі0-9«»"().,/~! –—-]+$/iu;
const FLEETING = /(?:[^аеёиоуыэюя]ок|.[чшж]ек|ец)$/u;

/** A comma inside a name is a word of its own, as it is a token of its own in a text. */
const wordsOf = (text: string): string[] => text.replaceAll(',', ' ,').split(' ');
const written = (words: readonly string[]): string => words.join(' ').replaceAll(' ,', ',');

/** Reads a Russian wording in the notation of data/lexicon/README.md; the string returned says what is wrong with it. */
export function parseRuWording(text: string): RuWording | string {
  if (text.trim() !== text || text === '' || text.includes('  ')) return 'words separated by one space';
  if (!RU_LETTERS.test(text)) return 'Russian letters';
  const raw = wordsOf(text);
  const stars = raw.filter((w) => w.startsWith('*')).length;
  if (stars > 1) return 'at most one head marked by *';
  const head = stars === 1 ? raw.findIndex((w) => w.startsWith('*')) : raw.length - 1;
  const words: RuWord[] = [];
  for (const [i, item] of raw.entries()) {
    const word = i === head ? parseHead(item.replace(/^\*/u, '')) : frozenOrAgreeing(item);
    if (typeof word === 'string') return word;
    words.push(word);
  }
  return { written: written(words.map((w) => w.lemma)), words, head };
}

function frozenOrAgreeing(item: string): RuWord | string {
  return /[*!/]/u.test(item)
    ? 'principal parts at the head only (mark it with *)'
    : { lemma: item, indeclinable: false };
}

function parseHead(item: string): RuWord | string {
  const indeclinable = item.endsWith('!');
  const [lemma = '', genSg, nomPl, genPl, ...more] = (indeclinable ? item.slice(0, -1) : item).split('/');
  if (lemma === '' || more.length > 0 || item.endsWith('/') || /[!]./u.test(item))
    return 'lemma[/gen.sg[/nom.pl[/gen.pl]]], with ! for an indeclinable word';
  if (indeclinable && genSg !== undefined) return 'no principal parts beside !';
  if (!indeclinable && !genSg && lemma.endsWith('ь')) return 'the genitive of a noun in -ь';
  if (!indeclinable && !genSg && FLEETING.test(lemma)) return 'the genitive of a noun in -ок, -ек, -ец';
  return {
    lemma,
    indeclinable,
    ...(genSg ? { genSg } : {}),
    ...(nomPl ? { nomPl } : {}),
    ...(genPl ? { genPl } : {}),
  };
}

/** Reads a Kazakh wording in the notation of data/lexicon/README.md; the string returned says what is wrong with it. */
export function parseKkWording(text: string): KkWording | string {
  if (text.trim() !== text || text === '' || text.includes('  ')) return 'words separated by one space';
  if (!KK_LETTERS.test(text)) return 'Kazakh letters';
  const raw = wordsOf(text);
  const before = raw.slice(0, -1);
  const last = raw.at(-1) ?? '';
  if (before.some((w) => /[~/!]/u.test(w))) return 'marks at the last word only';
  if (!last.startsWith('~')) {
    const indeclinable = last.endsWith('!');
    const stem = indeclinable ? last.slice(0, -1) : last;
    if (/[~/!]/u.test(stem)) return 'a stem only beside ~ (~орны/орын)';
    const words = [...before, stem];
    return { written: written(words), words, stem, p3: false, indeclinable };
  }
  const [form = '', stem = '', ...more] = last.slice(1).split('/');
  if (stem === '' || more.length > 0) return 'form and stem of a head with possession (~орны/орын)';
  if (!/[ыі]$/u.test(form) || !form.toLowerCase().startsWith(stem.toLowerCase().slice(0, -2)))
    return 'a form of possession in -ы/-і of the stem beside it';
  const words = [...before, form];
  return { written: written(words), words, stem, p3: true, indeclinable: false };
}

const parsed = <T>(parse: (text: string) => T | string) =>
  z.string().transform((text, ctx): T => {
    const result = parse(text);
    if (typeof result !== 'string') return result;
    ctx.addIssue({ code: 'custom', message: result });
    return z.NEVER;
  });

export const ruWording = parsed(parseRuWording);
export const kkWording = parsed(parseKkWording);

/** Both sides of a lexicon entry; a side may stay empty, not both. */
export interface Wordings {
  readonly kk: readonly KkWording[];
  readonly ru: readonly RuWording[];
}

/** Fields `kk` and `ru` of an entry, to be spread into its object. */
export const wordingFields = {
  kk: z.array(kkWording).default([]),
  ru: z.array(ruWording).default([]),
};
