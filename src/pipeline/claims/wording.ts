import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readYaml } from '../../catalog/yaml.ts';
import type { ReadLang } from '../../core/article.ts';
import type { Comparator } from '../../core/facts.ts';

const FILE = fileURLToPath(new URL('../../../samples/claims/wordings.yaml', import.meta.url));

const text = z.string();
const both = z.strictObject({ kk: text, ru: text });
const forms = z.strictObject({ kk: z.array(text).min(1).max(2), ru: z.array(text).min(3).max(4) });
const schema = z.strictObject({
  line: both,
  bare: both,
  year: both,
  program: both,
  city: both,
  regionEnding: both,
  hedges: z.record(text, z.strictObject({ kk: text.optional(), ru: text })),
  scales: z.array(z.strictObject({ from: z.number().positive(), kk: text, ru: text })),
  units: z.record(text, forms),
  swaps: z.record(text, z.array(text)),
  concepts: z.record(text, both),
});

/** How made claims are worded: `samples/claims/wordings.yaml`. */
export type ClaimWords = z.infer<typeof schema>;

/** Throws `BadData`. */
export const loadClaimWords = (): ClaimWords => readYaml(FILE, schema, 'samples/claims/wordings.yaml');

/** A claim in slots, to be put into words. */
export interface Line {
  readonly place: string | null;
  readonly year: number | null;
  readonly program: string | null;
  readonly subject: string;
  readonly comparator: Comparator;
  readonly value: number;
  readonly unit: string;
}

/** The line in words; undefined where the language has none for its unit or its hedge. */
export function inWords(line: Line, lang: ReadLang, words: ClaimWords): string | undefined {
  const amount = amountOf(line, lang, words);
  if (amount === undefined) return undefined;
  const { place, year, program, subject } = line;
  const head = [
    place,
    year === null ? null : filled(words.year[lang], { year: String(year) }),
    program === null ? null : filled(words.program[lang], { program }),
  ].filter((part) => part !== null);
  // A clause within the subject ends before the dash.
  const said = subject.includes(',') ? `${subject},` : subject;
  const slots = { head: head.join(', '), subject: head.length === 0 ? capital(said) : said, value: amount };
  return capital(filled((head.length === 0 ? words.bare : words.line)[lang], slots));
}

/** «более 2,5 млн тенге» */
function amountOf({ value, comparator, unit }: Line, lang: ReadLang, words: ClaimWords): string | undefined {
  const hedge = words.hedges[comparator]?.[lang];
  const names = words.units[unit]?.[lang];
  if (hedge === undefined || names === undefined) return undefined;
  const scale = words.scales.find(({ from }) => value >= from && isShort(value / from));
  const number = scale === undefined ? digits(value) : `${digits(value / scale.from)} ${scale[lang]}`;
  const name = names[lang === 'kk' ? 0 : formFor(value, scale !== undefined)] ?? '';
  return [hedge, number, name].filter((part) => part !== '').join(' ');
}

/** Which of «школа, школы, школ» stands behind a number: a fraction asks for the second, a word for thousands for the last. */
function formFor(value: number, scaled: boolean): 0 | 1 | 2 {
  if (scaled) return 2;
  if (!Number.isInteger(value)) return 1;
  const [ten, hundred] = [value % 10, value % 100];
  if (hundred >= 11 && hundred <= 14) return 2;
  if (ten === 1) return 0;
  return ten >= 2 && ten <= 4 ? 1 : 2;
}

/** Three decimals at most. */
const isShort = (x: number): boolean => Math.abs(x * 1e3 - Math.round(x * 1e3)) < 1e-6;

/** «12 345,6», as both languages write. */
export function digits(value: number): string {
  const [whole = '', decimals] = String(Number(value.toFixed(6))).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

const filled = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (_, slot: string) => slots[slot] ?? '');

const capital = (line: string): string => line.slice(0, 1).toUpperCase() + line.slice(1);
