import { franc } from 'franc';
import type { Lang, ReadLang, Script } from '../core/article.ts';
import { Char, charClass, KAZAKH_LETTERS } from './chars.ts';
import { FOREIGN_WORDS, LATIN_WORDS } from './packs/kk/latin-words.ts';
import { FUNCTION_WORDS as KK_WORDS } from './packs/kk/words.ts';
import { FUNCTION_WORDS as RU_WORDS } from './packs/ru/words.ts';
import type { WordType } from './words.ts';

export interface Route {
  readonly lang: Lang;
  /** 0..1: how sure the decision is. */
  readonly confidence: number;
  readonly script: Script;
}

/** Cyrillic letters that neither Kazakh nor Russian has: Ukrainian, Belarusian, Uzbek, Tajik, Tatar, Bashkir, Serbian. */
const FOREIGN = new Set('їєґўҳҷӣӯҙҫҡҗђћљњџјѓќѕћ');
/** Letters of Kazakh that Ukrainian, Kyrgyz, Mongolian and Tatar do not share. */
const DECISIVE = new Set('қғұ');
/** Letters that Russian is full of and Bulgarian lacks. */
const RUSSIAN_ONLY = new Set('ыэё');
const MIN_LETTERS = 3;

interface Count {
  /** Where it ends. */
  readonly end: number;
  readonly letters: number;
  readonly cyrillic: number;
  readonly latin: number;
  readonly arabic: number;
  /** Letters of Kazakh that Russian does not have; of them the decisive ones, and «і», which Ukrainian has too. */
  readonly kazakh: number;
  readonly decisive: number;
  readonly i: number;
  readonly foreign: number;
  readonly russian: number;
}

const Bit = {
  latin: 1,
  cyrillic: 2,
  arabic: 4,
  kazakh: 8,
  decisive: 16,
  i: 32,
  foreign: 64,
  russian: 128,
} as const;

/** What each UTF-16 unit says of the script and language of a text: one look-up per character. */
const BITS = new Uint8Array(65_536);
for (let code = 65; code < 0x6d6; code++) {
  const letter = String.fromCharCode(code).toLowerCase();
  const basic = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (basic || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)) BITS[code] = Bit.latin;
  else if (code >= 0x400 && code <= 0x52f) {
    BITS[code] =
      Bit.cyrillic |
      (KAZAKH_LETTERS.has(letter) ? Bit.kazakh : 0) |
      (letter === 'і' ? Bit.i : 0) |
      (DECISIVE.has(letter)
        ? Bit.decisive
        : FOREIGN.has(letter)
          ? Bit.foreign
          : RUSSIAN_ONLY.has(letter)
            ? Bit.russian
            : 0);
  } else if ((code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d5)) BITS[code] = Bit.arabic;
}

/**
 * Counts the letters of a text from `from` on: to its end, or to the end of a block (a rough sentence of at most
 * `LONGEST` characters: enough letters to decide, short enough to see a change of language).
 */
function count(text: string, from: number, whole: boolean): Count {
  let [cyrillic, latin, arabic, kazakh, decisive, i, foreign, russian] = [0, 0, 0, 0, 0, 0, 0, 0];
  let end = from;
  const limit = whole ? text.length : Math.min(text.length, from + LONGEST + 1);
  while (end < limit) {
    const code = text.charCodeAt(end++);
    const bits = BITS[code] ?? 0;
    if (bits === Bit.cyrillic) cyrillic++;
    else if (bits === 0) {
      if (!whole && closesBlock(code, text, from, end)) break;
    } else if (bits & Bit.latin) latin++;
    else if (bits & Bit.arabic) arabic++;
    else {
      cyrillic++;
      if (bits & Bit.kazakh) kazakh++;
      if (bits & Bit.decisive) decisive++;
      if (bits & Bit.i) i++;
      if (bits & Bit.foreign) foreign++;
      if (bits & Bit.russian) russian++;
    }
  }
  const letters = cyrillic + latin + arabic;
  return { end, letters, cyrillic, latin, arabic, kazakh, decisive, i, foreign, russian };
}

/** The blocks of a text: sentences, roughly. */
export function* blocks(text: string): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < text.length; ) {
    const { end } = count(text, from, false);
    if (end - from > 1) yield [from, end];
    from = end;
  }
}

/** Are at least half of the letters of a text Cyrillic, as in nearly every article? A sample of them tells. */
export function isCyrillic(text: string): boolean {
  const step = Math.max(1, Math.floor(text.length / SAMPLE));
  let balance = 0;
  for (let i = 0; i < text.length; i += step) {
    const bits = BITS[text.charCodeAt(i)] ?? 0;
    if (bits & Bit.cyrillic) balance++;
    else if (bits !== 0) balance--;
  }
  return balance >= 0;
}
const SAMPLE = 600;

/** Does a mark at `end - 1` close a block: a line break, or a stop before a space once the block is long enough? */
function closesBlock(code: number, text: string, from: number, end: number): boolean {
  if (code === NEWLINE) return true;
  const stop = code === FULL_STOP || code === EXCLAMATION || code === QUESTION;
  const long = stop && end - 1 - from >= SHORTEST && text.charCodeAt(end) === SPACE;
  return long && !isInitial(text, end - 2);
}
const NEWLINE = 10;
const SPACE = 32;
const FULL_STOP = 46;
const EXCLAMATION = 33;
const QUESTION = 63;
const SHORTEST = 40;
const LONGEST = 600;

/** How many words of a text stand in a list of each language. */
interface Tally {
  readonly kk: number;
  readonly ru: number;
  readonly ukrainian: number;
}

/** Counts the listed words of a text; a word that none can be by its first letter and length is not even cut out. */
function tallyOf(text: string): Tally {
  let [kk, ru, ukrainian] = [0, 0, 0];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && inWord(charClass(text.charCodeAt(i)))) continue;
    const length = i - from;
    const listed = length > 0 && length <= LONGEST_WORD && lengthsAt(text, from) & (1 << length);
    if (listed && !isInitial(text, from)) {
      const lists = LISTS.get(text.slice(from, i).toLowerCase()) ?? 0;
      if (lists & List.kk) kk++;
      if (lists & List.ru) ru++;
      if (lists & List.ukrainian) ukrainian++;
    }
    from = i + 1;
  }
  return { kk, ru, ukrainian };
}
/** Is a letter an initial: a lone capital before a stop? Spelled like prepositions (`В.С.`, `К.`), and no end of a sentence. */
function isInitial(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return (
    text.charCodeAt(at + 1) === FULL_STOP &&
    letter !== letter.toLowerCase() &&
    !inWord(charClass(text.charCodeAt(at - 1)))
  );
}
const inWord = (c: Char): boolean =>
  c === Char.letter || c === Char.hyphen || c === Char.apostrophe || c === Char.ignorable;

/** The language of one sentence or block, by script, letters, function words and franc, in that order (DEPENDENCIES, franc). */
export function routeSentence(text: string): Route {
  const c = count(text, 0, true);
  return routeByWords(text, c) ?? routeByTrigrams(text, c);
}

/** Is a sentence surely in a language Derek does not read: by its script, letters or words, never by trigrams? */
export function isForeign(text: string): boolean {
  const found = routeByWords(text, count(text, 0, true));
  return found?.lang === 'other' && found.confidence >= SURE;
}
const SURE = 0.8;

/** What script, letters and function words tell; undefined where only trigrams are left to ask. */
function routeByWords(text: string, c: Count): Route | undefined {
  // A Cyrillic sentence may hold a long name in Latin letters: «Human Rights Lawyers қоры ашылды».
  const script: Script =
    c.arabic > c.letters / 2 ? 'arabic' : c.latin > c.cyrillic * 2 ? 'latin' : 'cyrillic';
  if (c.letters < MIN_LETTERS)
    return c.decisive > 0 ? { lang: 'kk', confidence: 0.5, script } : { lang: 'und', confidence: 0, script };
  if (script === 'arabic') return { lang: arabicLang(text), confidence: 0.8, script };
  const found = script === 'latin' ? latinLang(text) : cyrillicLang(text, c);
  return found && { lang: found.lang, confidence: found.confidence, script };
}

function cyrillicLang(text: string, c: Count): { lang: Lang; confidence: number } | undefined {
  const share = c.kazakh / c.cyrillic;
  if (
    c.foreign >= (c.decisive === 0 ? 1 : 2) &&
    c.foreign / c.cyrillic >= 0.008 &&
    c.foreign * 4 > c.decisive
  )
    return { lang: 'other', confidence: 0.9 };
  // The letters alone decide most sentences; words are counted only where they do not.
  if (c.decisive > 0 && share >= 0.05) return { lang: 'kk', confidence: Math.min(1, 0.9 + share) };
  // Mongolian without its own letters: «мэдээллээ», «захиргаанаас».
  if (c.kazakh === 0 && (text.includes('ээ') || text.includes('аа')) && longVowels(text) * 25 >= c.cyrillic)
    return { lang: 'other', confidence: 0.8 };
  // Forty letters of Kazakh without one of its own are not to be met.
  if (c.cyrillic >= 40 && c.kazakh === 0 && c.foreign === 0 && c.russian > 1)
    return { lang: 'ru', confidence: 0.97 };
  // What else is written with «і» alone or «ө ү ң» alone says so by words or vowels of its own, never by what it lacks.
  const { kk, ru, ukrainian } = tallyOf(text);
  if (c.cyrillic >= 40 && c.decisive === 0 && share >= 0.015) {
    if (c.i === 0 && longVowels(text) * 80 >= c.cyrillic) return { lang: 'other', confidence: 0.8 };
    // Kyrgyz and Tatar write neither «і» nor «қ ғ ұ», which hardly a Kazakh sentence of some length is without.
    if (c.i === 0 && share >= 0.03 && kk + ru === 0 && !soundsKazakh(text))
      return { lang: 'other', confidence: 0.7 };
    const slavic = c.foreign > 0 || ukrainian > 0;
    if (c.kazakh === c.i && slavic && kk === 0) return { lang: 'other', confidence: 0.8 };
    // A Russian sentence with a Kazakh name in it.
    if (share < 0.03 && ru * 12 > wordCount(text)) return { lang: 'ru', confidence: 0.8 };
  }
  if (share >= 0.05) return { lang: 'kk', confidence: Math.min(1, 0.9 + share) };
  if (share >= 0.03 && kk >= ru) return { lang: 'kk', confidence: 0.85 };
  if (share < 0.03 && ru > kk && c.cyrillic >= 20) {
    if (c.cyrillic >= 300 && c.russian === 0) return { lang: 'other', confidence: 0.7 };
    return { lang: 'ru', confidence: 0.97 };
  }
  if (kk !== ru) return kk > ru ? { lang: 'kk', confidence: 0.8 } : { lang: 'ru', confidence: 0.85 };
  if (share === 0) return undefined;
  // «Вопрос передали председателю партии «Өрлеу»»: one letter of a name against many that Kazakh keeps for loans.
  if (share < 0.03 && c.cyrillic >= 40 && (text.match(SLAVIC_LETTERS) ?? []).length > c.kazakh * 2)
    return { lang: 'ru', confidence: 0.6 };
  return { lang: 'kk', confidence: 0.7 };
}

/** Cyrillic without a telling letter or word: «Нурлан Абаев», «Спорт мектебі» shortened to its stems. */
function routeByTrigrams(text: string, c: Count): Route {
  const script = 'cyrillic';
  if (c.cyrillic >= 60 && c.russian / c.cyrillic < 0.008 && tallyOf(text).ru === 0) {
    const guess = franc(text, { minLength: 10 });
    if (guess !== 'rus' && guess !== 'kaz' && guess !== 'und')
      return { lang: 'other', confidence: 0.6, script };
  }
  // Half the words of Kazakh have a letter of its own, and nearly all that have one of these are loans.
  if (SLAVIC.test(text)) return { lang: 'ru', confidence: 0.6, script };
  const kazakh = franc(text, { only: ['kaz', 'rus'], minLength: 3 }) === 'kaz';
  return { lang: kazakh ? 'kk' : 'ru', confidence: 0.6, script };
}

/** Letters of Russian that Kazakh has in loans only. */
const SLAVIC = /[вфцчщъьёэ]/iu;
const SLAVIC_LETTERS = /[вфцчщъьёэ]/giu;

const wordCount = (text: string): number => text.split(/\s+/u).length;

/** Kyrgyz and Mongolian write long vowels double, Kazakh has none. */
const longVowels = (text: string): number => (text.match(/аа|оо|уу|өө|үү|ээ/giu) ?? []).length;

/**
 * Kyrgyz has no «ә» and a genitive in -дын, Tatar hardly a «ж» and a genitive in -ның only; and their words for village,
 * district, region and past are айыл/авыл, район, облус/өлкә, өткөн/үткән.
 */
const soundsKazakh = (text: string): boolean =>
  (/ә/iu.test(text) && /ж/iu.test(text)) || /[дт]ың(?!\p{L})|ауыл|аудан|облыс|өткен/iu.test(text);

/** Ukrainian and Belarusian words that are neither Russian nor Kazakh. */
const UKRAINIAN_WORDS =
  'і та що це від який яка які його її або також щоб після під був була було року і што гэта ад які якая яго пасля'.split(
    ' ',
  );

/** Lengths of the listed words that begin as the word at an offset does, as bits. */
const lengthsAt = (text: string, at: number): number => LENGTHS[text.charCodeAt(at)] ?? 0;

const List = { kk: 1, ru: 2, ukrainian: 4 } as const;
/** The lists a word stands in, as bits. */
const LISTS = new Map<string, number>();
for (const [list, words] of [
  [List.kk, KK_WORDS],
  [List.ru, RU_WORDS],
  [List.ukrainian, UKRAINIAN_WORDS],
] as const)
  for (const word of words) LISTS.set(word, (LISTS.get(word) ?? 0) | list);

const LONGEST_WORD = Math.max(...Array.from(LISTS.keys(), (w) => w.length));
/** The lengths of listed words by their first letter, small or capital, as bits. */
const LENGTHS = new Uint32Array(65_536);
for (const word of LISTS.keys())
  for (const letter of [word.charAt(0), word.charAt(0).toUpperCase()]) {
    const code = letter.charCodeAt(0);
    LENGTHS[code] = (LENGTHS[code] ?? 0) | (1 << word.length);
  }

/** Which of the Latin languages, by words, by letters, and by the vowel y, which few others have. */
function latinLang(text: string): { lang: Lang; confidence: number } {
  let [words, kazakh, foreign, q] = [0, 0, 0, 0];
  for (const w of text
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .split(/[^\p{L}\p{M}'-]+/u)) {
    if (w.length < 2) continue;
    words++;
    if (FOREIGN_WORDS.has(w)) foreign += 3;
    else if (NOT_KAZAKH.test(w) || BACK_DOTLESS.test(w)) foreign++;
    else if (LATIN_WORDS.has(w) || KAZAKH_ONLY.test(w)) kazakh += 2;
    else if (VOWEL_Y.test(w)) kazakh++;
    else if (HARD_Q.test(w)) q++;
  }
  // Names with q stand in texts of any language, and other Turkic ones are full of it.
  if (q > 0) kazakh++;
  if (kazakh >= 4 && kazakh > foreign * 2 && kazakh * 4 >= words) return { lang: 'kk', confidence: 0.85 };
  if (kazakh >= 3 && foreign === 0 && kazakh * 3 >= words) return { lang: 'kk', confidence: 0.7 };
  const open = words < 4 || (foreign === 0 && kazakh > 0 && kazakh * 4 >= words);
  return open ? { lang: 'und', confidence: 0.3 } : { lang: 'other', confidence: 0.8 };
}
const APOSTROPHES = /[’ʼ´‘ʻ`]/gu;
/** The genitive (`Qyzylordanyń`, `äkımınıñ`, `oblysynyn'`) and ғ behind ы (`otbasyǵa`, `tapşylyğy`). */
const KAZAKH_ONLY = /[dnt][yiı](?:[ńñŋ]|n')$|ǵ|yğ|yg'/u;
const VOWEL_Y = /[bdgǵğhjklmnńñŋpqrsştvziı]'?y[bdgǵğjklmnńñŋpqrsştz]/u;
const HARD_Q = /q(?!u)\p{L}/u;
/** Letters that no Kazakh alphabet has, and spellings of Uzbek and English. */
const NOT_KAZAKH =
  /[əžňłąęćřěčšâêîôûõåæøèëïœßxțő]|c(?![h'])|(?<!\p{L})w|y[aeou]|(?<!\p{L})y[iıöü]|w\p{L}*sh|sh\p{L}*w|ph|th|ck|ee|tion|sch/u;
/** ı for ы, as in Turkish, Tatar and Karakalpak: the alphabets of Kazakh write y there. */
const BACK_DOTLESS = /^(?=\p{L}*[aoq])[^eiáäóöúüé]*[bdlnstz]ı[ńnñ]?$/u;

/** Kazakh in Arabic script has neither the letters of Uyghur, Kurdish and Urdu nor those that only Arabic words bear. */
function arabicLang(text: string): Lang {
  const own = (text.match(/[ۋۇڭە\u0674]|ى(?=\p{L})|(?<!\p{L})\u0621/gu) ?? []).length;
  const decisive = (text.match(/[ئېۈژێڵڕڤٹڈےںہۅۉ]/gu) ?? []).length;
  const arabic = (text.match(/[غةظضصطثذأإؤیک]|(?<!\p{L})ال(?=\p{L}{3})/gu) ?? []).length;
  return own > decisive * 8 + arabic * 3 ? 'kk' : 'other';
}

/** A block must hold this share of the letters to make the article mixed; a quotation or a title does not. */
const MIXED_SHARE = 0.3;

/** The language of a whole text: the share of its blocks, each routed alone. */
export function routeText(text: string): Route {
  const weight: Record<Lang, number> = { kk: 0, ru: 0, mixed: 0, other: 0, und: 0 };
  const scripts: Record<Script, number> = { cyrillic: 0, latin: 0, arabic: 0 };
  let confidence = 0;
  let total = 0;
  const add = (found: Route, size: number): void => {
    weight[found.lang] += size;
    scripts[found.script] += found.lang === 'und' ? size / 1_000 : size;
    confidence += found.confidence * size;
    total += size;
  };
  let [cyrillic, russian] = [0, 0];
  const silent: { readonly block: string; readonly letters: Count }[] = [];
  let unsaid = 0;
  for (let from = 0; from < text.length; ) {
    const letters = count(text, from, false);
    const block = text.slice(from, letters.end);
    from = letters.end;
    if (block === '\n') continue;
    cyrillic += letters.cyrillic;
    russian += letters.russian;
    const found = routeByWords(block, letters);
    if (found) add(found, block.length);
    else {
      silent.push({ block, letters });
      unsaid += block.length;
    }
  }
  // A headline or name that tells nothing is in the language of the rest; trigrams are dear and asked only without one.
  const speaking = weight.kk + weight.ru + weight.other;
  const most: Lang = weight.ru > weight.kk ? 'ru' : 'kk';
  const same = unsaid * 2 <= speaking ? ({ lang: most, confidence: 0.6, script: 'cyrillic' } as const) : null;
  for (const { block, letters } of silent) add(same ?? routeByTrigrams(block, letters), block.length);
  const script = (Object.keys(scripts) as Script[]).reduce(
    (a, b) => (scripts[b] > scripts[a] ? b : a),
    'cyrillic',
  );
  const known = weight.kk + weight.ru + weight.other;
  if (known === 0) return { lang: 'und', confidence: 0, script };
  const sure = Math.round((confidence / total) * 100) / 100;
  if (weight.kk / known >= MIXED_SHARE && weight.ru / known >= MIXED_SHARE)
    return { lang: 'mixed', confidence: sure, script };
  const lang: Lang = weight.other > weight.kk + weight.ru ? 'other' : weight.kk >= weight.ru ? 'kk' : 'ru';
  // A long text in the words of Russian without its letters is Bulgarian.
  if (lang === 'ru' && cyrillic >= LONG && russian * RARE < cyrillic)
    return { lang: 'other', confidence: 0.8, script };
  return { lang, confidence: sure, script };
}

/** Letters of a text that is long enough to miss some in. */
const LONG = 300;
/** One letter in fifty of Russian is «ы», «э» or «ё». */
const RARE = 250;

/** What a word tells of its language: by a letter, or as a function word of one or both. */
export const Tell = {
  nothing: 0,
  kazakh: 1,
  russian: 2,
  both: 3,
  /** Has a letter that neither language has. */
  foreign: 4,
  /** Has a letter of Kazakh that no other language writes as often; a Kazakh word too. */
  decisive: 5,
  /** Has «ы» or «э», which Bulgarian lacks and Russian is full of; tells nothing else. */
  yery: 6,
  /** In Latin letters, as names may be; tells nothing. */
  latin: 7,
} as const;
export type Tell = (typeof Tell)[keyof typeof Tell];

/** How many kinds of `Tell` there are. */
export const TELLS = Object.keys(Tell).length;

/** What a word tells. */
export function tellOf({ norm, kazakh, latin }: WordType): Tell {
  if (latin) return Tell.latin;
  let bits = 0;
  for (let i = 0; i < norm.length; i++) bits |= BITS[norm.charCodeAt(i)] ?? 0;
  if (bits & (Bit.foreign | Bit.arabic)) return Tell.foreign;
  if (bits & Bit.decisive) return Tell.decisive;
  // Most words are told off by their first letter and length.
  const lists = lengthsAt(norm, 0) & (1 << norm.length) ? (LISTS.get(norm) ?? 0) : 0;
  const [kk, ru] = [(lists & List.kk) !== 0, (lists & List.ru) !== 0];
  if (kazakh || (kk && !ru)) return Tell.kazakh;
  if (kk || ru) return kk ? Tell.both : Tell.russian;
  return bits & Bit.russian && (norm.includes('ы') || norm.includes('э')) ? Tell.yery : Tell.nothing;
}

/** Words that must speak for a language before they decide for a whole text, and for how many against. */
const MANY = 12;
const AGAINST = 8;
/** One word in this many of a Russian text has «ы» or «э» at the least; it is one in seven as a rule. */
const YERY = 25;

/**
 * The language of a text whose words leave no doubt, which is most articles; null where `routeText` has to count
 * letters. `told` is how many words tell each kind of `Tell`.
 */
export function routeWords(told: readonly number[]): Route | null {
  const count = (tell: Tell): number => told[tell] ?? 0;
  const words = told.reduce((all, n) => all + n, 0);
  if (count(Tell.foreign) > 0 || count(Tell.latin) * 4 > words) return null;
  const [decisive, kk, ru] = [count(Tell.decisive), count(Tell.kazakh), count(Tell.russian)];
  const sure = (mine: number, others: number): number => Math.round((mine / (mine + others)) * 100) / 100;
  if (decisive >= MANY && ru * AGAINST <= decisive)
    return { lang: 'kk', confidence: sure(decisive + kk, ru), script: 'cyrillic' };
  if (ru >= MANY && (kk + decisive) * AGAINST <= ru && count(Tell.yery) * YERY >= words)
    return { lang: 'ru', confidence: sure(ru, kk + decisive), script: 'cyrillic' };
  return null;
}

/** How many words of a sentence tell Kazakh, Russian, or one of the two. */
export interface Telling {
  readonly kk: number;
  readonly ru: number;
  readonly either: number;
}

/** Words of one language in a sentence beyond which the article's language no longer decides. */
const CLEAR = 2;

/**
 * The language whose rules read a sentence: counted over its words in small letters, because names in capitals and in
 * quotation marks cross languages («акция «Халық заңгері» охватила …»). Without clear words it is that of the article.
 */
export function sentenceLanguage({ kk, ru }: Telling, article: ReadLang): ReadLang {
  if (article === 'kk') return ru > kk && ru - kk >= CLEAR ? 'ru' : 'kk';
  return kk > ru && kk - ru >= CLEAR ? 'kk' : 'ru';
}
