import { Kind, type Token } from '../language/tokens.ts';
import { Look } from '../language/words.ts';

/**
 * What a token is besides a word of the lexicon, as bits: its kind, and which mark. Who looks for the ends of a clause or for
 * a number reads these, all of an article in a few lines of the machine's cache, and leaves the tokens alone.
 */
export const Sign = {
  word: 1,
  number: 2,
  newline: 4,
  comma: 8,
  semicolon: 16,
  colon: 32,
  stop: 64,
  /** An exclamation or question mark. */
  call: 128,
  /** Round brackets. */
  open: 256,
  close: 512,
  /** A dash, not the hyphen. */
  dash: 1024,
  hyphen: 2048,
  /** A quotation mark of any kind, and what only opens a quotation: « and “. */
  quote: 4096,
  opening: 8192,
  bullet: 16_384,
  /** Any mark, and a line break. */
  mark: 32_768,
  /** The shape of a word that is not in small letters, one of three. */
  capital: 65_536,
  caps: 131_072,
  mixed: 262_144,
  /** A word with a hyphen inside, and one in Latin letters. */
  hyphened: 524_288,
  latin: 1_048_576,
  /** A word of one letter. */
  letter: 2_097_152,
  hash: 4_194_304,
  /** A quotation mark that comes in pairs: «„‹ and the like. */
  paired: 8_388_608,
} as const;
/** From `capital` to `letter` they are bits of `Look`, so far up. */
const LOOKS_FROM = 16;

const MARKS: readonly (readonly [marks: string, signs: number])[] = [
  [',', Sign.comma],
  [';', Sign.semicolon],
  [':', Sign.colon],
  ['.', Sign.stop],
  ['!?', Sign.call],
  ['(', Sign.open],
  [')', Sign.close],
  ['–—', Sign.dash],
  ['-', Sign.hyphen],
  ['«“', Sign.quote | Sign.opening | Sign.paired],
  ['»"”', Sign.quote | Sign.paired],
  ['„‹›', Sign.paired],
  ['#', Sign.hash],
  ['•', Sign.bullet],
];

/** Signs by code unit, as far as any mark of those reaches. */
const BY_CODE = new Int32Array(0x2040).fill(Sign.mark);
for (const [marks, signs] of MARKS) for (const mark of marks) BY_CODE[mark.charCodeAt(0)] = Sign.mark | signs;

/** The signs of a token that is no word; 0 for days and hours in digits, which are neither words nor numbers. */
export function signsOf({ kind, mark }: Token): number {
  if (kind === Kind.punct) return BY_CODE[mark.charCodeAt(0)] ?? Sign.mark;
  if (kind === Kind.newline) return Sign.mark | Sign.newline;
  return kind === Kind.number ? Sign.number : 0;
}

/** The signs of a word of some look. */
export const wordSigns = (look: number): number => Sign.word | ((look & EVERY_LOOK) << LOOKS_FROM);
const EVERY_LOOK = Look.letter * 2 - 1;
