/**
 * One look-up per UTF-16 code unit instead of a regular expression per word: the tokenizer runs over every
 * character of every article, and `\b`, `\w` know only Latin letters anyway.
 */
export const Char = {
  other: 0,
  letter: 1,
  digit: 2,
  space: 3,
  newline: 4,
  hyphen: 5,
  /** Stands inside words of some spellings: `O'zbekstan`, `об’явлений`. */
  apostrophe: 6,
  /** Belongs to the word it stands in but not to its spelling: soft hyphen, zero-width marks, combining accents. */
  ignorable: 7,
} as const;
export type Char = (typeof Char)[keyof typeof Char];

const classes = new Uint8Array(65_536);
const capitals = new Uint8Array(65_536);
const letter = /[\p{L}\p{Nl}²³]/u;
const mark = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u;
for (let c = 0; c < 65_536; c++) {
  if (c >= 0xd800 && c <= 0xdfff) continue;
  const s = String.fromCharCode(c);
  if (/\p{Lu}/u.test(s)) capitals[c] = 1;
  if (c >= 48 && c <= 57) classes[c] = Char.digit;
  else if (mark.test(s)) classes[c] = Char.ignorable;
  else if (letter.test(s)) classes[c] = Char.letter;
  else if (s === '\n' || s === '\r' || s === '\u2028' || s === '\u2029') classes[c] = Char.newline;
  else if (/\s/u.test(s)) classes[c] = Char.space;
  else if (s === '-' || s === '\u2010' || s === '\u2011') classes[c] = Char.hyphen;
  else if (s === "'" || s === '\u2019' || s === '\u02BC') classes[c] = Char.apostrophe;
}
/** Roman numerals written with their own characters (Ⅳ) count as letters; everything astral counts as `other`. */
export const charClass = (code: number): Char => (classes[code] ?? Char.other) as Char;

/** Is a UTF-16 code unit a capital letter of any alphabet? */
export const isCapital = (code: number): boolean => capitals[code] === 1;

/** Units behind the last of a text that a reader may look at: they are 0, which is no letter, digit or space. */
const BEHIND = 4;
/** A shorter text is copied letter by letter in less time than a call of the machine takes. */
const SHORT = 32;

/**
 * A buffer for the UTF-16 code units of one text after another: an array is read in half the time of a string. Each reader
 * has a buffer of its own, and is done with a text before it asks for the next.
 */
export class Units {
  readonly #kept: Uint16Array;
  readonly #bytes: Buffer;

  /** Texts of more units than `kept` get an array of their own. */
  constructor(kept: number) {
    this.#kept = new Uint16Array(kept + BEHIND);
    this.#bytes = Buffer.from(this.#kept.buffer);
  }

  /** The units of a text, with zeros behind them. */
  of(text: string): Uint16Array {
    const { length } = text;
    const fits = length + BEHIND <= this.#kept.length;
    const units = fits ? this.#kept : new Uint16Array(length + BEHIND);
    if (length < SHORT) for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
    else (fits ? this.#bytes : Buffer.from(units.buffer)).write(text, 0, length * 2, 'utf16le');
    units.fill(0, length, length + BEHIND);
    return units;
  }
}

/** Letters of Kazakh that Russian does not have. */
export const KAZAKH_LETTERS: ReadonlySet<string> = new Set('әіңғүұқөһӘІҢҒҮҰҚӨҺ');

/**
 * Look-alikes typed from a Latin or Kyrgyz keyboard into Cyrillic words (LANGUAGE §2.2: 116 of 10,000 tokens in Kazakh
 * news).
 */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'а',
    c: 'с',
    e: 'е',
    h: 'һ',
    i: 'і',
    k: 'к',
    m: 'м',
    o: 'о',
    p: 'р',
    t: 'т',
    x: 'х',
    y: 'у',
    b: 'в',
    ə: 'ә',
    ӊ: 'ң',
    ғ: 'ғ',
    ҥ: 'ң',
    ұ: 'ұ',
    ɵ: 'ө',
    ї: 'і',
    j: 'ј',
  }),
);

const CYRILLIC = /[\u0400-\u052F]/;
const LATIN = /[A-Za-z\u00C0-\u024Fə]/;
/** The hyphen of Unicode, and the one that holds a line together, as word processors write it. */
const HYPHENS = /[\u2010\u2011]/g;
const IGNORABLE = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** What the letters of a spelling are, as bits. */
export const Trait = {
  /** A small letter of Russian or Kazakh. */
  small: 1,
  capital: 2,
  hyphen: 4,
  /** A small letter that Russian lacks. */
  kazakh: 8,
  /** The letter «ё», small. */
  yo: 16,
  /** Anything else. */
  strange: 32,
} as const;

const traits = new Uint8Array(0x530).fill(Trait.strange);
traits['-'.charCodeAt(0)] = Trait.hyphen;
for (const c of 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәіңғүұқөһ') {
  const own = KAZAKH_LETTERS.has(c) ? Trait.kazakh : c === 'ё' ? Trait.yo : 0;
  traits[c.charCodeAt(0)] = Trait.small | own;
  traits[c.toUpperCase().charCodeAt(0)] = Trait.capital;
}

/** The bits of `Trait` of all letters of a spelling from one place to another. */
export function traitsOf(raw: string, from = 0, to = raw.length): number {
  let all = 0;
  for (let i = from; i < to; i++) all |= traits[raw.charCodeAt(i)] ?? Trait.strange;
  return all;
}

/** Are letters of these traits nothing but small ones of the two languages and hyphens, as in most words? */
export const arePlain = (found: number): boolean => (found & (Trait.capital | Trait.strange)) === 0;

/** Is a spelling nothing but such letters? Then it is its own normal form. */
export const isPlain = (raw: string): boolean => arePlain(traitsOf(raw));

/**
 * The spelling under which a word is looked up: lower case, NFC, without soft hyphens and stray accents,
 * Latin look-alikes inside a Cyrillic word repaired. The text itself is never changed.
 */
export function normalForm(raw: string): string {
  if (isPlain(raw)) return raw;
  let form = raw.toLowerCase();
  if (isPlain(form)) return form;
  if (form !== raw || /[^\u0400-\u045F-]/.test(form)) {
    form = form.normalize('NFC');
    if (IGNORABLE.test(form)) form = form.normalize('NFC').replace(IGNORABLE, '');
    if (form.includes('ə') || form.includes('ӊ')) form = form.replaceAll('ə', 'ә').replaceAll('ӊ', 'ң');
    if (CYRILLIC.test(form) && LATIN.test(form))
      form = isRoman(raw) ? form.replaceAll('і', 'i').replaceAll('х', 'x') : repaired(form);
  }
  return form.replace(HYPHENS, '-');
}

const ROMAN = /^(?:[IVXLC]+|[IVXLCІХ]{2,}|І)$/;

/** Is a word as written a Roman numeral, some of its letters typed on the Cyrillic keyboard: `III`, `ІІІ`, `IIІ`, `ХХI`? */
export const isRoman = (raw: string): boolean => ROMAN.test(raw);

/** A name or title with look-alikes, hyphens and stray marks repaired, its capitals kept: `Сəрсенов` → `Сәрсенов`. */
export const repairedLetters = (written: string): string =>
  isUsual(written) || !SUSPECT.test(written)
    ? written
    : written.replace(WORD, repairedWord).replace(HYPHENS, '-');
const SUSPECT = /[A-Za-z\u00C0-\u024FəӊƏӉ\p{M}\u00AD\u200B-\u200D\u2010\u2011\u2060\uFEFF]/u;
/** Code units of which none is suspect; most texts have no others, and a look-up is faster than the expression. */
const usual = Uint8Array.from({ length: 0x530 }, (_, code) =>
  SUSPECT.test(String.fromCharCode(code)) ? 0 : 1,
);
function isUsual(written: string): boolean {
  for (let i = 0; i < written.length; i++) if (!usual[written.charCodeAt(i)]) return false;
  return true;
}
const WORD = /[\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;

function repairedWord(written: string): string {
  const norm = normalForm(written);
  if (norm === written.toLowerCase()) return written;
  let out = '';
  // Marks that were dropped leave the letters behind them without their own capitals.
  for (let i = 0; i < norm.length; i++) {
    const own = norm.length === written.length || i === 0 ? written.charAt(i) : '';
    out += own === own.toLowerCase() ? norm.charAt(i) : norm.charAt(i).toUpperCase();
  }
  return out;
}

/** Maps Latin look-alikes into Cyrillic; a part between hyphens that stays mixed is left as it was written. */
function repaired(form: string): string {
  return form
    .split('-')
    .map((part) => {
      if (!(CYRILLIC.test(part) && LATIN.test(part))) return part;
      const mapped = Array.from(part, (c) => LOOKALIKES.get(c) ?? c).join('');
      return LATIN.test(mapped) ? part : mapped;
    })
    .join('-');
}

/** One bit of 32 for the first letter of a word; neighbours in the alphabet have different ones. */
export const initialOf = (word: string): number => 1 << (word.charCodeAt(0) & 31);
