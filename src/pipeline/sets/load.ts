import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { ArticleInput } from '../../core/article.ts';
import { BadData } from '../../core/errors.ts';
import { type GoldSet, loadGold } from '../gold.ts';
import { articlesBeside, type ClaimRow, claimFiles, claimRow } from './claim-files.ts';
import type { OccupationRow } from './occupations.ts';
import { isObject, parsed, rows } from './rows.ts';

/** One word of a sentence in CoNLL-U. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
}

const span = z.object({ start: z.int().min(0), end: z.int().min(0), label: z.string() });
const spanRow = z
  .object({ text: z.string(), spans: z.array(span) })
  .refine((row) => row.spans.every((s) => s.start < s.end && s.end <= row.text.length), {
    path: ['spans'],
    message: 'bounds inside the text',
  });
const pairRow = z.object({ label: z.string(), words: z.string(), digits_detok: z.string() });

const named = z.object({
  name: z.string(),
  lang: z.enum(['kk', 'ru']),
  postId: z.string().optional(),
  seat: z.object({ id: z.string().nullable(), name: z.string() }).optional(),
  story: z.string().optional(),
});
const peopleRow = z.object({ kind: z.string(), same: z.boolean(), a: named, b: named });

const place = z.object({ start: z.int().min(0), end: z.int().min(0) });
const mentioned = z.object({ name: z.string(), mentions: z.array(place) });
const pairsRow = z
  .object({ text: z.string(), pairs: z.array(z.object({ person: place, post: place })) })
  .transform(
    ({ text, pairs }): OccupationRow => ({
      text,
      all: false,
      occupations: pairs.map(({ person, post }) => ({ who: [person], post: [post], where: [] })),
    }),
  );
const occupationsRow = z
  .object({
    text: z.string(),
    occupations: z.array(
      z.object({ who: mentioned.nullish(), post: z.array(place).nullish(), where: mentioned.nullish() }),
    ),
  })
  .transform(
    ({ text, occupations }): OccupationRow => ({
      text,
      all: true,
      occupations: occupations.flatMap(({ who, post, where }) =>
        who
          ? [
              {
                who: who.mentions,
                post: post ?? [],
                where: where ? [where.name, ...where.mentions.map((m) => text.slice(m.start, m.end))] : [],
              },
            ]
          : [],
      ),
    }),
  );

/** A text with the spans that were marked in it, [start, end) in UTF-16. */
export type SpanRow = z.infer<typeof spanRow>;
/** One number in words and the same in digits. */
export type PairRow = z.infer<typeof pairRow>;

/** Two people named with their posts, and whether they are one. */
export type PeopleRow = z.infer<typeof peopleRow>;

/** A list of sentences that all are of one language; `other` is any that Derek does not read. */
export type SentencesOf = 'kk' | 'ru' | 'other';

/** What an evaluation can be made on, told apart by what is in the file. */
export type TestSet =
  | (GoldSet & { readonly kind: 'passages' })
  | { readonly kind: 'spans'; readonly name: string; readonly rows: readonly SpanRow[] }
  | { readonly kind: 'pairs'; readonly name: string; readonly rows: readonly PairRow[] }
  /** Claims with the verdict that is right, and the articles that the record holds. */
  | {
      readonly kind: 'claims';
      readonly name: string;
      readonly rows: readonly ClaimRow[];
      readonly articles: readonly ArticleInput[];
    }
  /** A store, from whose facts claims are made. */
  | { readonly kind: 'record'; readonly name: string; readonly file: string }
  | { readonly kind: 'people'; readonly name: string; readonly rows: readonly PeopleRow[] }
  | { readonly kind: 'occupations'; readonly name: string; readonly rows: readonly OccupationRow[] }
  | { readonly kind: 'words'; readonly name: string; readonly sentences: readonly (readonly ConlluWord[])[] }
  | {
      readonly kind: 'sentences';
      readonly name: string;
      readonly lang: SentencesOf;
      readonly lines: readonly string[];
    };

const KNOWN =
  'passages (a folder or a .json file), JSON lines of spans ({text, spans}), JSON lines of numbers ({label, words, digits_detok}), ' +
  'of persons with their posts ({text, pairs}) or of occupations ({text, occupations}), ' +
  'JSON lines of people ({kind, same, a, b}) or of claims ({claim, as_of, expected, evidence}), a store, ' +
  'CoNLL-U, or sentences of one language, a line each, in a file named *.kk.txt, *.ru.txt or *.other.txt';

/**
 * Reads a set: a folder of passages, the name of one under `samples`, or a file in one of the formats above.
 * Throws `WrongUsage` when there is none, `BadData` with the line when it is not what its format says.
 */
export function loadSet(set?: string): TestSet {
  const written = claimFiles(set);
  if (written.length > 0) return claimSet(written);
  const path = set === undefined ? undefined : resolve(set);
  if (path === undefined || !existsSync(path) || statSync(path).isDirectory())
    return { kind: 'passages', ...loadGold(set) };
  const name = path.split(/[\\/]/u).slice(-2).join('/');
  if (isStore(path)) return { kind: 'record', name, file: path };
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  const lines = text.split(/\r?\n/u);
  const file = basename(path);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const object = first.startsWith('[') ? itemsOf(text)[0] : parsed(first);
  if (isObject(object)) {
    if ('claim' in object) return claimSet([path]);
    if ('spans' in object) return { kind: 'spans', name, rows: rows(file, lines, spanRow) };
    if ('same' in object) return { kind: 'people', name, rows: rows(file, lines, peopleRow) };
    if ('pairs' in object) return { kind: 'occupations', name, rows: rows(file, lines, pairsRow) };
    if ('occupations' in object)
      return { kind: 'occupations', name, rows: rows(file, lines, occupationsRow) };
    if ('words' in object) return { kind: 'pairs', name, rows: rows(file, lines, pairRow) };
  }
  if (first.startsWith('{')) return { kind: 'passages', ...loadGold(set) };
  if (lines.some(isConlluWord)) return { kind: 'words', name, sentences: sentences(file, lines) };
  const lang = /\.(kk|ru|other)\.txt$/u.exec(file)?.[1] as SentencesOf | undefined;
  if (lang && first !== '')
    return { kind: 'sentences', name, lang, lines: lines.filter((l) => l.trim() !== '') };
  throw new BadData(file, 'file', KNOWN, first);
}

/** Word lines have ten columns; those of joined words (`3-4`) and empty ones (`5.1`) hold no lemma of their own. */
const isConlluWord = (line: string): boolean => /^\d+\t(?:[^\t]*\t){8}[^\t]*$/u.test(line);

function sentences(file: string, lines: readonly string[]): ConlluWord[][] {
  const out: ConlluWord[][] = [];
  let words: ConlluWord[] = [];
  for (const [i, line] of [...lines, ''].entries()) {
    if (isConlluWord(line)) {
      const [, form = '', lemma = '', upos = ''] = line.split('\t');
      words.push({ form, lemma, upos });
    } else if (line === '') {
      if (words.length > 0) out.push(words);
      words = [];
    } else if (!line.startsWith('#') && !/^\d+[-.]\d+\t/u.test(line))
      throw new BadData(file, `line ${i + 1}`, 'a comment, ten columns between tabs, or nothing', line);
  }
  return out;
}

function claimSet(files: readonly string[]): TestSet {
  const [first = ''] = files;
  return {
    kind: 'claims',
    name: first
      .split(/[\\/]/u)
      .slice(files.length > 1 ? -3 : -2, files.length > 1 ? -1 : undefined)
      .join('/'),
    rows: files.flatMap((file) => rows(basename(file), linesOf(readFileSync(file, 'utf8')), claimRow)),
    articles: articlesBeside(dirname(first)),
  };
}

/** A list of objects counts a line an object. */
const linesOf = (text: string): string[] =>
  text.startsWith('[') ? itemsOf(text).map((item) => JSON.stringify(item)) : text.split('\n');

function itemsOf(text: string): readonly unknown[] {
  const given = parsed(text);
  return Array.isArray(given) ? given : [];
}

/** The first bytes of every file of SQLite. */
function isStore(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(15);
    readSync(file, head);
    return head.toString('latin1') === 'SQLite format 3';
  } finally {
    closeSync(file);
  }
}
