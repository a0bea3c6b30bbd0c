import { ARABIC, FRONT_MARKS, LATIN, type LatinAlphabet } from './alphabets.ts';

/** How a text in Latin letters is read. */
export interface LatinReading {
  readonly alphabet: LatinAlphabet;
  /** i and ı stand for each other: only one of them was on the keyboard. */
  readonly oneI: boolean;
}

/** Longer than this it is no word, and not worth the time. */
const LONGEST = 64;
const APOSTROPHES = /[’ʼ´‘]/gu;
/** After these и is й (`ай`, `сыйлық`); after у both occur, и more often. */
const VOWELS = 'аәеоөұүыіэ';

/**
 * A word in Latin letters in Cyrillic, its capitals kept; null when it has a letter that the alphabet has not, or capitals
 * of a brand (`eGov`, `QazTrade`): then it is no Kazakh word.
 */
export function fromLatin(word: string, { alphabet, oneI }: LatinReading): string | null {
  if (word.length > LONGEST) return null;
  const signs = LATIN[alphabet];
  const source = word.normalize('NFC').replace(APOSTROPHES, "'");
  const letters: string[] = [];
  let [upper, firstUpper] = [0, false];
  for (let i = 0; i < source.length; ) {
    const two = lower(source.slice(i, i + 2));
    const sign = two.length === 2 && signs.has(two) ? two : lower(source.charAt(i));
    const letter = signs.get(sign);
    if (letter === undefined) return null;
    if (source.charAt(i) !== source.charAt(i).toLowerCase()) {
      upper++;
      if (i === 0) firstUpper = true;
    }
    const before = letters.at(-1) ?? '';
    if (source.charAt(i) === 'I') letters.push(i === 0 || VOWELS.includes(before || ' ') ? 'и' : 'і');
    else if (oneI && (sign === 'i' || sign === 'ı')) letters.push(theOneI(before, source.charAt(i + 1)));
    else letters.push(letter);
    i += sign.length;
  }
  const spelled = spell(letters.join(''));
  if (upper === 0) return spelled;
  if (upper === letters.length && upper > 1) return spelled.toUpperCase();
  return firstUpper && upper === 1 ? capitalised(spelled) : null;
}

/** i for й, и and і: й behind a vowel, и before another i, else і, which is by far the most frequent. */
const theOneI = (before: string, next: string): string =>
  (before !== '' && VOWELS.includes(before) && before !== 'і') || next === 'i' || next === 'ı' ? 'и' : 'і';

/** Small letters one for one: JavaScript makes two of İ, and i of I. */
const lower = (s: string): string => s.replaceAll('İ', 'i').toLowerCase();

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The spelling rules of Cyrillic that the other scripts leave out: й behind a vowel, also where y was typed for it;
 * я and ю for both their sounds (`аиа` → `ая`, `ииа` and a final `иа` → `ия`; but `миллиард`); ц at the start of a word
 * and before и (`полиция`; but `айтса`).
 */
function spell(letters: string): string {
  let out = '';
  for (let i = 0; i < letters.length; i++) {
    const next = letters[i + 1];
    const before = out.at(-1) ?? ' ';
    const c = wellPlaced(letters[i] ?? '', before, next ?? ' ');
    const vowelBefore = VOWELS.includes(before);
    if (c === 'и') {
      const soft = vowelBefore || ' ий'.includes(before);
      if (next === 'у') out += 'ю';
      else if (next === 'а' && soft) out += 'я';
      else if (next === 'а' && i + 2 === letters.length) out += 'ия';
      else {
        out += vowelBefore ? 'й' : 'и';
        continue;
      }
      i++;
    } else if (c === 'ы' && vowelBefore && !'ыіэ'.includes(before)) out += 'й';
    else if (c === 'т' && next === 'с' && (before === ' ' || letters[i + 2] === 'и')) {
      out += 'ц';
      i++;
    } else out += c;
  }
  return out;
}

/** No Kazakh word has іа, іы, іу or ұ beside a vowel: the writer took one i or u for the other. */
const wellPlaced = (c: string, before: string, next: string): string =>
  c === 'і' && 'аыуо'.includes(next)
    ? 'и'
    : c === 'ұ' && (VOWELS.includes(before) || VOWELS.includes(next))
      ? 'у'
      : c;

const FRONT = 'екг';
const BACK = 'қғ';
const SOFT: Readonly<Record<string, string>> = { ы: 'і', ұ: 'ү', о: 'ө', а: 'ә' };
/** ө and ә stand in the first syllable of Kazakh words only: `кітап`, `мұғалім`. */
const FIRST_ONLY = 'оа';

/**
 * A word in Arabic letters in Cyrillic, in small letters; null when it has a letter that Kazakh has not.
 * A hamza makes the word front; without it each vowel follows the nearest of ق ع (back) and ك گ ە (front), else it is back.
 */
export function fromArabic(word: string): string | null {
  if (word.length > LONGEST) return null;
  let letters = '';
  let hamza = false;
  for (const c of word) {
    if (FRONT_MARKS.has(c)) hamza = true;
    else if (!SILENT.test(c)) {
      const letter = ARABIC.get(c);
      if (letter === undefined) return null;
      letters += letter;
    }
  }
  let out = '';
  let vowels = 0;
  for (const [i, c] of [...letters].entries()) {
    const soft = SOFT[c];
    const front =
      soft !== undefined && (hamza || isFront(letters, i)) && !(vowels > 0 && FIRST_ONLY.includes(c));
    out += front ? soft : c;
    if ('аоұыеуи'.includes(c)) vowels++;
  }
  return letters === '' ? null : spell(out);
}
/** Joiners, the stretch of a line (tatweel) and vowel signs. */
const SILENT = /[\p{M}\u0640\u200B-\u200F\u2060\uFEFF\u00AD]/u;

function isFront(letters: string, at: number): boolean {
  for (let d = 1; d < letters.length; d++)
    for (const c of [letters[at + d], letters[at - d]]) {
      if (c !== undefined && FRONT.includes(c)) return true;
      if (c !== undefined && BACK.includes(c)) return false;
    }
  return false;
}
