/*
 * The alphabets in which Kazakh is written besides Cyrillic, as tables from Cyrillic (LANGUAGE §2.4).
 * Where one sign stands for several letters the first row that has it is the usual reading; `transcribe.ts` tells
 * й from и and writes я, ю, ё and ц, which the Latin alphabets spell out.
 */

/** The Latin alphabets by the year of their decree. */
export type LatinAlphabet = '2017' | '2018' | '2019' | '2021';

const CYRILLIC = 'а ә б в г ғ д е ж з и й і к қ л м н ң о ө п р с т у ұ ү ф х һ ч ш ы э'.split(' ');

const ROWS: Readonly<Record<LatinAlphabet, string>> = {
  // Decree 569 of 26 October 2017.
  '2017': "a a' b v g g' d e j z i' i' i k q l m n n' o o' p r s t y' u u' f h h c' s' y e",
  // Decree 637 of 19 February 2018, which Kazinform's Latin edition writes.
  '2018': 'a á b v g ǵ d e j z ı ı i k q l m n ń o ó p r s t ý u ú f h h ch sh y e',
  // Draft of November 2019, from a secondary source.
  '2019': 'a ä b v g ğ d e j z ı ı i k q l m n ŋ o ö p r s t w u ü f h h ç ş y e',
  // Draft presented on 28 January 2021; ч has no sign of its own there and is met as ç.
  '2021': 'a ä b v g ğ d e j z i i ı k q l m n ñ o ö p r s t u ū ü f h h ç ş y e',
};

/** Signs that can mean one letter only, whatever the alphabet of the text: people mix them. */
const ANYWHERE = 'á:ә ä:ә ǵ:ғ ğ:ғ ń:ң ñ:ң ň:ң ŋ:ң ó:ө ö:ө ú:ү ü:ү ū:ұ ý:у ş:ш ç:ч sh:ш ch:ч'
  .split(' ')
  .map((pair) => pair.split(':') as [string, string]);

/** Signs of a Latin alphabet, of one or two characters, with the Cyrillic letter each stands for. */
export const LATIN: Readonly<Record<LatinAlphabet, ReadonlyMap<string, string>>> = {
  '2017': inverse('2017'),
  '2018': inverse('2018'),
  '2019': inverse('2019'),
  '2021': inverse('2021'),
};

function inverse(alphabet: LatinAlphabet): ReadonlyMap<string, string> {
  const out = new Map(ANYWHERE);
  const own = new Set<string>();
  for (const [i, sign] of ROWS[alphabet].split(' ').entries()) {
    if (own.has(sign)) continue;
    own.add(sign);
    out.set(sign, CYRILLIC[i] ?? '');
  }
  return out;
}

/** A Cyrillic word in small letters as an alphabet writes it; я, ю, ё, щ, ц and the signs ь, ъ are spelled out as decreed. */
export function toLatin(word: string, alphabet: LatinAlphabet): string {
  const signs = FORWARD[alphabet];
  let out = '';
  for (const c of word) for (const part of SPELLED[c] ?? c) out += signs.get(part) ?? part;
  return out;
}

const SPELLED: Readonly<Record<string, string>> = {
  я: 'иа',
  ю: 'иу',
  ё: 'ио',
  щ: 'ш',
  ц: 'тс',
  ь: '',
  ъ: '',
};

const forward = (alphabet: LatinAlphabet): ReadonlyMap<string, string> => {
  const signs = ROWS[alphabet].split(' ');
  return new Map(CYRILLIC.map((c, i) => [c, signs[i] ?? '']));
};
const FORWARD: Readonly<Record<LatinAlphabet, ReadonlyMap<string, string>>> = {
  '2017': forward('2017'),
  '2018': forward('2018'),
  '2019': forward('2019'),
  '2021': forward('2021'),
};

/**
 * Kazakh in Arabic letters (töte jazu of A. Baitursynuly, as China's Kazakh press writes it), with letters of Persian
 * and Arabic keyboards that stand in for its own. ا و ۇ ى are the back vowels; a front word shows by ٴ, ك, گ or ە.
 */
export const ARABIC: ReadonlyMap<string, string> = new Map(
  (
    'ا:а آ:а ب:б ۆ:в گ:г ع:ғ د:д ە:е ه:е ج:ж ز:з ي:и ی:и ك:к ک:к ق:қ ل:л م:м ن:н ڭ:ң ڠ:ң و:о پ:п ر:р س:с ت:т ۋ:у ۇ:ұ ' +
    'ف:ф ح:х خ:х ھ:һ چ:ч ش:ш ى:ы'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** The mark of a front word: the high hamza, or the plain one where a keyboard lacks it. */
export const FRONT_MARKS: ReadonlySet<string> = new Set(['\u0674', '\u0621']);

/** Punctuation and digits of Arabic script; one sign for one, so that offsets keep. */
export const ARABIC_SIGNS: ReadonlyMap<string, string> = new Map([
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
  ['۔', '.'],
  ['٪', '%'],
  ['٫', ','],
  ['٬', '\u00a0'],
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((d, i): [string, string] => [d, String(i)]),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((d, i): [string, string] => [d, String(i)]),
]);
