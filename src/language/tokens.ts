import { Char, charClass, Units } from './chars.ts';
import { hash, type WordForm, type Words } from './words.ts';

export const Kind = {
  word: 1,
  number: 2,
  /** `07.02.2019`, `2026-02-04` */
  date: 3,
  /** `12:50` */
  time: 4,
  punct: 5,
  newline: 6,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** What only numbers have, and percent signs with an ending. */
export interface Digits {
  /** The value of the digits; NaN of what is no number. */
  readonly num: number;
  /** Letters joined to digits or to a percent sign by a hyphen: `тен` of `33-тен`, `ы` of `%-ы`; without it ''. */
  readonly suffix: string;
  /** How many digits stand behind the decimal separator. */
  readonly decimals: number;
}

/** One object for all tokens that have no digits. */
const NO_DIGITS: Digits = { num: Number.NaN, suffix: '', decimals: 0 };

/** One token; offsets are UTF-16 code units of the untouched text. */
export interface Token {
  readonly start: number;
  /** Includes a suffix joined by a hyphen: `33-тен` is one token. */
  readonly end: number;
  readonly kind: Kind;
  /** Is there white space (or the start of a line) before it? */
  readonly spaced: boolean;
  /** Punctuation only: its character. */
  readonly mark: string;
  /** Words only. */
  readonly form: WordForm | null;
  readonly digits: Digits;
}

const buffer = new Units(2 ** 16);

const unitAt = (units: Uint16Array, i: number): number => units[i] ?? 0;
const classAt = (units: Uint16Array, i: number): Char => charClass(unitAt(units, i));
const isDigitAt = (units: Uint16Array, i: number): boolean => classAt(units, i) === Char.digit;
const isLetterAt = (units: Uint16Array, i: number): boolean => classAt(units, i) === Char.letter;
const isWordAt = (units: Uint16Array, i: number): boolean => {
  const c = classAt(units, i);
  return c === Char.letter || c === Char.ignorable;
};
const isAsciiLetterAt = (units: Uint16Array, i: number): boolean => {
  const c = unitAt(units, i) | 32;
  return c >= 97 && c <= 122;
};

/** The longest suffix that Kazakh or Russian joins to digits with a hyphen (`-летний`, `-жылдықтың`). */
const MAX_SUFFIX = 14;

/**
 * Splits a text into tokens in one pass; linear in its length, whatever it holds. The number of each token's word among
 * `words`, 0 of what is none, goes to its place in `numbers`, which has room for as many as the text is long.
 */
export function tokenize(text: string, words: Words, numbers = new Int32Array(text.length)): Token[] {
  words.makeRoom();
  const hashes = text.length * 2 <= hashesKept.length ? hashesKept : new Int32Array(text.length * 2);
  const tokens = cut(text, hashes);
  words.number(text, tokens, hashes, numbers);
  for (let k = 0; k < tokens.length; k++) {
    const number = numbers[k] ?? 0;
    if (number > 0) (tokens[k] as Cut).form = words.entry(number);
  }
  return tokens;
}

/** Room for the hashes of one text after another. */
const hashesKept = new Int32Array(2 ** 15);

/** Tokens without their words, and two hashes for each, 0 of what is no word. */
function cut(text: string, hashes: Int32Array): Cut[] {
  const tokens: Cut[] = [];
  const n = text.length;
  const units = buffer.of(text);
  let i = 0;
  let spaced = true;
  while (i < n) {
    const cls = classAt(units, i);
    if (cls === Char.space || cls === Char.ignorable) {
      i++;
      spaced = cls === Char.space || spaced;
      continue;
    }
    const start = i;
    const at = tokens.length * 2;
    hashes[at] = 0;
    hashes[at + 1] = 0;
    if (cls === Char.newline) {
      i++;
      tokens.push(new Cut(start, i, Kind.newline, spaced, '\n'));
      spaced = true;
      continue;
    }
    if (cls === Char.letter) {
      i = wordEnd(units, i, n);
      hash(units, start, i, hashes, at);
      tokens.push(new Cut(start, i, Kind.word, spaced, ''));
    } else if (cls === Char.digit) {
      const t = numberAt(text, units, i, spaced);
      if (t.kind === Kind.word) hash(units, start, t.end, hashes, at);
      tokens.push(t);
      i = t.end;
    } else {
      const code = unitAt(units, i);
      const astral = code >= 0xd800 && code <= 0xdbff && i + 1 < n;
      i += astral ? 2 : 1;
      const mark = astral ? text.slice(start, i) : isDash(units, start, spaced) ? '–' : markOf(code);
      if ((mark === '%' || mark === '№') && classAt(units, i) === Char.hyphen && isLetterAt(units, i + 1)) {
        const end = suffixEnd(units, i + 1, n);
        const suffix = text.slice(i + 1, end).toLowerCase();
        tokens.push(new Cut(start, end, Kind.punct, spaced, mark, { ...NO_DIGITS, suffix }));
        i = end;
      } else tokens.push(new Cut(start, i, Kind.punct, spaced, mark));
    }
    spaced = false;
  }
  return tokens;
}

/** « - », « ― », « − »: a hyphen, bar or minus that stands by itself inside a line is a dash. */
function isDash(units: Uint16Array, i: number, spaced: boolean): boolean {
  if (!spaced || classAt(units, i + 1) !== Char.space) return false;
  const code = unitAt(units, i);
  return charClass(code) === Char.hyphen || code === BAR || code === MINUS;
}
const BAR = 0x2015;
const MINUS = 0x2212;

/**
 * One string for each mark: beyond Latin-1 every cut-out character would be a string of its own. Names of properties are
 * interned, as constants are, and two interned strings are compared without a look at their letters.
 */
const marks = new Map<number, string>();
function markOf(code: number): string {
  let mark = marks.get(code);
  if (mark === undefined) {
    mark = Object.keys({ [String.fromCharCode(code)]: 0 })[0] ?? '';
    marks.set(code, mark);
  }
  return mark;
}

/**
 * A class, since for an object that is written out in braces the machine counts how many live on, and after a busy start
 * puts all later ones among its old objects, from where they are not cleared away before everything is.
 */
class Cut implements Token {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly spaced: boolean;
  readonly mark: string;
  form: WordForm | null = null;
  readonly digits: Digits;

  constructor(start: number, end: number, kind: Kind, spaced: boolean, mark: string, digits = NO_DIGITS) {
    this.start = start;
    this.end = end;
    this.kind = kind;
    this.spaced = spaced;
    this.mark = mark;
    this.digits = digits;
  }
}

const FULL_STOP = 46;
const COMMA = 44;
const COLON = 58;
const ZERO = 48;

/** The end of a word: letters, digits after letters (`COVID`, `м2`), inner hyphens and apostrophes, `msqory.kz`. */
function wordEnd(units: Uint16Array, from: number, n: number): number {
  let i = from;
  while (i < n) {
    const c = classAt(units, i);
    if (c === Char.letter || c === Char.digit || c === Char.ignorable) i++;
    else if (c === Char.hyphen && i + 1 < n && (isLetterAt(units, i + 1) || isDigitAt(units, i + 1))) i++;
    else if (c === Char.apostrophe && i + 1 < n && isLetterAt(units, i + 1)) i++;
    else if (unitAt(units, i) === FULL_STOP && isAsciiLetterAt(units, i - 1) && isAsciiLetterAt(units, i + 1))
      i++;
    else break;
  }
  return i;
}

function suffixEnd(units: Uint16Array, from: number, n: number): number {
  let i = from;
  while (i < n && i - from < MAX_SUFFIX && isWordAt(units, i)) i++;
  return i;
}

const isGroupSpace = (code: number): boolean =>
  code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f;

const threeDigits = (units: Uint16Array, i: number): boolean =>
  isDigitAt(units, i) && isDigitAt(units, i + 1) && isDigitAt(units, i + 2) && !isDigitAt(units, i + 3);

/**
 * A number as news write them: `8 051`, `1 286-сы`, `15,4`, `2.51`, a date `07.02.2019`, a time `12:50`.
 * A first group of four digits is never joined (`в 2024 300 семей`).
 */
function numberAt(text: string, units: Uint16Array, start: number, spaced: boolean): Cut {
  const n = text.length;
  let i = start;
  while (i < n && isDigitAt(units, i)) i++;
  const dateEnd = dateAt(text, units, start, i);
  if (dateEnd > 0) return new Cut(start, dateEnd, Kind.date, spaced, '');
  if (
    unitAt(units, i) === COLON &&
    i - start <= 2 &&
    isDigitAt(units, i + 1) &&
    isDigitAt(units, i + 2) &&
    !isDigitAt(units, i + 3)
  )
    return new Cut(start, i + 3, Kind.time, spaced, '');
  let digits = text.slice(start, i);
  if (i - start <= 3) {
    while (isGroupSpace(unitAt(units, i)) && threeDigits(units, i + 1)) {
      digits += text.slice(i + 1, i + 4);
      i += 4;
    }
  }
  let decimals = 0;
  if ((unitAt(units, i) === COMMA || unitAt(units, i) === FULL_STOP) && isDigitAt(units, i + 1)) {
    const from = i + 1;
    let end = from;
    while (end < n && isDigitAt(units, end)) end++;
    // `1.250.000` and `10,000` are groups: repeated threes, or three noughts behind a short first group.
    const grouped = groupsBySeparator(text, units, start, i);
    if (grouped > 0) {
      digits = text.slice(start, grouped).replace(/[.,]/g, '');
      i = grouped;
    }
    // `16.1.2` is a numbering, `12.05.` may be a day: neither is a decimal.
    else if (
      !((unitAt(units, end) === FULL_STOP || unitAt(units, end) === COMMA) && isDigitAt(units, end + 1))
    ) {
      digits += `.${text.slice(from, end)}`;
      decimals = end - from;
      i = end;
    }
  } else if (
    unitAt(units, i) === FULL_STOP &&
    isAsciiLetterAt(units, i + 1) &&
    isAsciiLetterAt(units, i + 2)
  ) {
    // `200.news` and `24.kz` are names.
    return new Cut(start, wordEnd(units, i + 1, n), Kind.word, spaced, '');
  }
  let suffix = '';
  if (classAt(units, i) === Char.hyphen && isLetterAt(units, i + 1)) {
    const end = suffixEnd(units, i + 1, n);
    suffix = text.slice(i + 1, end).toLowerCase();
    i = end;
  }
  // 300 digits in a row are not a quantity; Number() would answer Infinity.
  const num = digits.length > 24 ? Number.NaN : Number(digits);
  return new Cut(start, i, Kind.number, spaced, '', { num, suffix, decimals });
}

/** The end of digits grouped by the same dot or comma, or 0. */
function groupsBySeparator(text: string, units: Uint16Array, start: number, first: number): number {
  if (first - start > 3 || unitAt(units, start) === ZERO) return 0;
  const separator = unitAt(units, first);
  let end = first;
  let groups = 0;
  while (unitAt(units, end) === separator && threeDigits(units, end + 1)) {
    end += 4;
    groups++;
  }
  return groups > 1 || (groups === 1 && text.slice(first + 1, end) === '000') ? end : 0;
}

const isHyphenAt = (units: Uint16Array, i: number): boolean => classAt(units, i) === Char.hyphen;

const isWithin = (n: number, last: number): boolean => n >= 1 && n <= last;

/** Where at most five digits end that begin at a place. */
function partEnd(units: Uint16Array, from: number): number {
  let i = from;
  while (isDigitAt(units, i) && i - from < 5) i++;
  return i;
}

/** `07.02.2019`, `7.2.19`, `2026-02-04`: the end of the date, or 0. */
function dateAt(text: string, units: Uint16Array, start: number, end: number): number {
  const first = end - start;
  if (unitAt(units, end) === FULL_STOP && first <= 2) {
    const second = partEnd(units, end + 1);
    if (second - end - 1 < 1 || second - end - 1 > 2 || unitAt(units, second) !== FULL_STOP) return 0;
    const third = partEnd(units, second + 1);
    const year = third - second - 1;
    return year === 4 || year === 2 ? third : 0;
  }
  if (isHyphenAt(units, end) && first === 4) {
    const second = partEnd(units, end + 1);
    if (second - end - 1 !== 2 || !isHyphenAt(units, second)) return 0;
    const third = partEnd(units, second + 1);
    // `1899-25-00-2/114` is the number of a file.
    const [month, day] = [Number(text.slice(end + 1, second)), Number(text.slice(second + 1, third))];
    return third - second - 1 === 2 && isWithin(month, 12) && isWithin(day, 31) ? third : 0;
  }
  return 0;
}
