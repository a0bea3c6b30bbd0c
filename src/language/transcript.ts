import type { Script } from '../core/article.ts';
import { Char, charClass, isRoman } from './chars.ts';
import { ARABIC_SIGNS, type LatinAlphabet } from './packs/kk/alphabets.ts';
import { ARABIC_FOLD, type Fold, LATIN_FOLD, PLAIN_FOLD } from './packs/kk/respell.ts';
import { fromArabic, fromLatin, type LatinReading } from './packs/kk/transcribe.ts';
import { blocks } from './route.ts';
import { ABBREVIATIONS } from './shape.ts';

/** What a transcript asks of the words that its reader knows; words are Cyrillic, in small letters. */
export interface KnownWords {
  /** Is it a word of the reader's in its dictionary form? */
  lists(word: string): boolean;
  /** Is it one in any form? */
  knows(word: string): boolean;
  /** Does it stand as it is, in Latin letters, in the reader's lists: `km`, `USD`? */
  keeps(latin: string): boolean;
  /** The known word that differs only by letters that the script does not tell apart. */
  respell(word: string, by: Fold): string | null;
  /** The ending that letters joined to a figure stand for; null when they are none. */
  ending(letters: string, by: Fold): string | null;
  /** Is it the name of a program as it stands: «Saulyq Life»? */
  keepsName(latin: string): boolean;
  /** The text with the capitals of names that are told without them, as long as before: Arabic script has none. */
  withCapitals(text: string): string;
}

/** A text of Kazakh in Latin or Arabic letters as it would stand in Cyrillic. */
export interface Transcript {
  readonly text: string;
  /** The range of the original text that a range of this one stands for; words are never cut. */
  original(start: number, end: number): readonly [number, number];
}

/** A word of the original and what it became. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Puts a Kazakh text in Latin or Arabic letters into Cyrillic, word by word, each distinct word worked out once.
 * Left as they stand: blocks in another language, words with letters that the alphabet lacks, brands, units, addresses.
 * Linear in the length of the text; never throws.
 */
export function transcribe(text: string, script: Script, known: KnownWords): Transcript {
  const runs = script === 'arabic' ? arabicRuns(text, known) : latinRuns(text, known);
  let out = '';
  let at = 0;
  const starts = new Float64Array(runs.length);
  for (const [k, run] of runs.entries()) {
    out += text.slice(at, run.from);
    starts[k] = out.length;
    out += run.text;
    at = run.to;
  }
  out += text.slice(at);
  const place = (offset: number, isEnd: boolean): number => {
    const k = lastUpTo(starts, offset);
    const run = runs[k];
    if (!run) return offset;
    const into = offset - (starts[k] ?? 0);
    if (into >= run.text.length) return run.to + into - run.text.length;
    return into > 0 && isEnd ? run.to : run.from;
  };
  const read = script === 'arabic' ? known.withCapitals(out) : out;
  return { text: read, original: (start, end) => [place(start, false), place(end, true)] };
}

/** Index of the last of ascending numbers that is not greater, or -1. */
function lastUpTo(list: Float64Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function latinRuns(text: string, known: KnownWords): Run[] {
  const reading = readingOf(text);
  const by = reading.marked ? LATIN_FOLD : PLAIN_FOLD;
  const cyrillic = memo((word) => {
    if (known.keeps(word.toLowerCase())) return null;
    const read = fromLatin(word, reading);
    return read === null ? null : settled(read, by, known);
  });
  const suffix = memo((word) => {
    const read = fromLatin(word, reading);
    return read === null ? null : (known.ending(read, by) ?? settled(read, by, known));
  });
  const apostrophes = reading.alphabet === '2017';
  const inName = insideNames(text, known);
  const out: Run[] = [];
  let done = 0;
  for (const [from, to] of blocks(text)) {
    const runs: Run[] = [];
    let [words, strange] = [0, 0];
    for (const [start, end] of latinWords(text, Math.max(from, done), to, apostrophes)) {
      done = end;
      const word = text.slice(start, end);
      words++;
      if (ENGLISH.has(word.toLowerCase())) strange++;
      // `III` stays, but `V.` is an initial.
      if (isRoman(word) && (word.length > 1 || text[end] !== '.')) continue;
      const read = (afterDigit(text, start) ? suffix : cyrillic)(word);
      if (read === null) strange++;
      else if (!isAddress(text, start, end) && !inName(start))
        runs.push({ from: start, to: end, text: read });
    }
    if (strange * FOREIGN_SHARE < words || words < FEW) for (const run of runs) out.push(run);
  }
  return out;
}

/** Tells whether an offset lies in a name between quotation marks that is known as it stands; asked in ascending order. */
function insideNames(text: string, known: KnownWords): (at: number) => boolean {
  const names = [...text.matchAll(QUOTED)].filter((m) => known.keepsName(m[1] ?? ''));
  let k = 0;
  return (at) => {
    for (let m = names[k]; m && m.index + m[0].length <= at; m = names[++k]);
    const m = names[k];
    return m !== undefined && m.index <= at;
  };
}
const QUOTED = /[«“"„]([^«»“”"„\n]{2,80})[»”"“]/gu;

/** A block of more than three words of which a third are foreign is not Kazakh. */
const FOREIGN_SHARE = 3;
const FEW = 4;
const ENGLISH: ReadonlySet<string> = new Set(
  'the of and for with from was were are has have that this'.split(' '),
);

/** The spelling of the lexicon when it holds the word, else the word as read. */
function settled(read: string, by: Fold, known: KnownWords): string {
  const word = read.toLowerCase();
  if (known.lists(word) || (by !== PLAIN_FOLD && known.knows(word))) return read;
  const found = known.respell(word, by);
  // Without marks `onyn` is оның before it is a form of он.
  if (found === null || (known.knows(word) && !known.lists(found))) return read;
  if (read === word) return found;
  return read === read.toUpperCase() && read.length > 1 ? found.toUpperCase() : capitalised(found);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Works each word out once. */
function memo(work: (word: string) => string | null): (word: string) => string | null {
  const done = new Map<string, string | null>();
  return (word) => {
    let answer = done.get(word);
    if (answer === undefined) {
      answer = work(word);
      done.set(word, answer);
    }
    return answer;
  };
}

/** `ten` of `33-ten`, `y` of `%-y`: an ending, to be read by itself. */
const afterDigit = (text: string, at: number): boolean =>
  charClass(text.charCodeAt(at - 1)) === Char.hyphen &&
  (charClass(text.charCodeAt(at - 2)) === Char.digit ||
    text[at - 2] === '%' ||
    ARABIC_SIGNS.has(text[at - 2] ?? ''));

/** `inform.kz`, `info@aul.kz`, `#bolashaq_2030`: no words; but `t.b.` and `B.Baıbek` are. */
function isAddress(text: string, start: number, end: number): boolean {
  if (ADDRESS.includes(text[start - 1] ?? ' ') || ADDRESS.includes(text[end] ?? ' ')) return true;
  const dotted =
    (text[end] === '.' && isSmall(text[end + 1])) || (text[start - 1] === '.' && isSmall(text[start - 2]));
  return dotted && end - start > 1 && isSmall(text[start]);
}
const ADDRESS = '@_#/';
const isSmall = (c = ' '): boolean => c !== c.toUpperCase();

const isLatin = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x1e00 && code <= 0x1eff) ||
  code === 0x259;

/** Apostrophes of 2017 follow these letters. */
const MARKED = 'aignoscuyAIGNOSCUY';
const isApostrophe = (code: number): boolean =>
  code === 39 || code === 0x2019 || code === 0x2bc || code === 0xb4 || code === 0x2018;

/** Words of Latin letters alone that begin from `from` up to `to`: with a digit or a Cyrillic letter in it, it is none. */
function* latinWords(
  text: string,
  from: number,
  to: number,
  apostrophes: boolean,
): Generator<[number, number]> {
  for (let i = from; i < to; ) {
    const cls = charClass(text.charCodeAt(i));
    if (cls !== Char.letter && cls !== Char.digit) {
      i++;
      continue;
    }
    const start = i;
    let pure = true;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const c = charClass(code);
      if (c === Char.letter || c === Char.digit) pure &&= isLatin(code);
      else if (c === Char.ignorable) continue;
      else if (!(apostrophes && isApostrophe(code) && MARKED.includes(text[i - 1] ?? ' '))) break;
    }
    // «'bes'»: the quotation mark that closes what one opened.
    const quoted = isApostrophe(text.charCodeAt(start - 1)) && isApostrophe(text.charCodeAt(i - 1));
    if (pure) yield [start, quoted ? i - 1 : i];
  }
}

/** Which alphabet a text is in, by the letters that only one of them has; without any, that of 2018. */
function readingOf(text: string): LatinReading & { readonly marked: boolean } {
  let [acute, umlaut, tail, apostrophe, i, dotless] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < text.length; k++) {
    const c = text[k] ?? '';
    if (ACUTE.includes(c)) acute++;
    else if (UMLAUT.includes(c)) umlaut++;
    else if (OF_2019.includes(c)) tail++;
    else if (c === 'i') i++;
    else if (c === 'ı') dotless++;
    else if (isApostrophe(c.charCodeAt(0)) && MARKED.includes(text[k - 1] ?? ' ')) apostrophe++;
  }
  const most = Math.max(acute, umlaut + tail, apostrophe);
  const alphabet: LatinAlphabet =
    most === 0 || most === acute
      ? '2018'
      : most === apostrophe
        ? '2017'
        : tail > 0 && !OF_2021.some((c) => text.includes(c))
          ? '2019'
          : '2021';
  return {
    alphabet,
    oneI: alphabet !== '2017' && Math.min(i, dotless) * RARE < i + dotless,
    marked: most > 0,
  };
}
const ACUTE = 'áǵńóúýÁǴŃÓÚÝ';
const UMLAUT = 'äöüğşñūÄÖÜĞŞÑŪ';
const OF_2019 = 'ŋwŊW';
const OF_2021 = ['ñ', 'ū'];
/** One of i and ı is as rare as this where people type the other for both. */
const RARE = 30;

function arabicRuns(text: string, known: KnownWords): Run[] {
  const cyrillic = memo((word) => {
    const read = fromArabic(word);
    return read === null ? null : settled(read, ARABIC_FOLD, known);
  });
  const suffix = memo((word) => {
    const read = fromArabic(word);
    return read === null ? null : (known.ending(read, ARABIC_FOLD) ?? settled(read, ARABIC_FOLD, known));
  });
  const out: Run[] = [];
  let opens = true;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    const sign = ARABIC_SIGNS.get(text[i] ?? '');
    PERCENT_BEFORE.lastIndex = i;
    const percent = (sign ?? text[i]) === '%' ? PERCENT_BEFORE.exec(text) : null;
    if (percent) {
      const figure = [...(percent[1] ?? '')].map((c) => ARABIC_SIGNS.get(c) ?? c).join('');
      i += percent[0].length;
      out.push({ from: i - percent[0].length, to: i, text: `${figure}%` });
    } else if (sign !== undefined) {
      // Signs keep their length, but the tokenizer must see those it knows.
      out.push({ from: i, to: i + 1, text: sign });
      opens = sign === '.' || sign === '?' || (opens && charClass(sign.charCodeAt(0)) !== Char.digit);
      i++;
    } else if (isArabic(code)) {
      const start = i;
      while (
        i < text.length &&
        (isArabic(text.charCodeAt(i)) || charClass(text.charCodeAt(i)) === Char.ignorable)
      )
        i++;
      const read = (afterDigit(text, start) ? suffix : cyrillic)(text.slice(start, i));
      if (read === null) continue;
      out.push({ from: start, to: i, text: opens ? capitalised(read) : read });
      opens = false;
      if (text[i] === '.' && (ABBREVIATIONS.has(read) || read.length === 1)) i++;
    } else {
      if (code === 10 || '.!?'.includes(text[i] ?? ' ')) opens = true;
      else if (charClass(code) === Char.digit) opens = false;
      i++;
    }
  }
  return out;
}

/** `٪12`: the press of China puts the sign first. */
const PERCENT_BEFORE = /[%٪]([\d٠-٩۰-۹]+(?:[٫.,][\d٠-٩۰-۹]+)?)/y;

const isArabic = (code: number): boolean =>
  (code >= 0x620 && code <= 0x65f) || (code >= 0x66e && code <= 0x6d3) || code === 0x6d5;
