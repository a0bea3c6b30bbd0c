/**
 * Kazakh names in Russian, and keys under which the two spellings of a name meet.
 * The letters follow the state instruction for rendering Kazakh names in Russian; the elements are what the
 * spelling of the press adds to it.
 */

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ә: 'а', і: 'и', ң: 'н', ғ: 'г', ү: 'у', ұ: 'у', қ: 'к', ө: 'о', һ: 'х' }),
);

/** Where the letter-by-letter form is not the usual one; matched in small letters, before the letters are replaced. */
const ELEMENTS: readonly (readonly [pattern: RegExp, usual: string])[] = [
  // Бейімбет → Беимбет, Майқайың → Майкаин; but Мойынқұм, and at the beginning of a word Айыртау.
  [/(?<=\p{L}[аәе])й[ыі]/gu, 'и'],
  // Қызылкөл → Кызылколь, Айгүл → Айгуль, Гүлнәр → Гульнар; but Гүлайша → Гулайша.
  [/(?<=кө|гү)л(?![аәеёиіоөуұүыэюя])/gu, 'ль'],
  [/(?<=^|[ -])есіл(?=$|[ -])/gu, 'есиль'],
  [/(?<=^|[ -])әл(?=-)/gu, 'аль'],
  // The Russian word for a well is кудук.
  [/құдық/gu, 'кудук'],
];

/**
 * A Kazakh name in Russian letters: `Тайтөбе` → `Тайтобе`, `Берік Уәли` → `Берик Уали`. Case is kept.
 * Places that Russian calls by another name (`Өскемен`, `Орал`) must be looked up in the gazetteer instead.
 */
export function kkToRu(name: string): string {
  return name.replace(/[\p{L}\p{M}-]+/gu, (word) => cased(word, russian(word.toLowerCase())));
}

const russian = (word: string): string => {
  let out = word;
  for (const [pattern, usual] of ELEMENTS) out = out.replace(pattern, usual);
  return out.replace(/[әіңғүұқөһ]/gu, (letter) => LETTERS.get(letter) ?? letter);
};

/** Gives a word in small letters the capitals of the word it was made from; capitals stand at the start of its parts. */
function cased(from: string, to: string): string {
  if (from === from.toLowerCase()) return to;
  if (from.length > 1 && from === from.toUpperCase()) return to.toUpperCase();
  const capitals = from.split('-').map((part) => part !== part.toLowerCase());
  return to
    .split('-')
    .map((part, i) => (capitals[i] ? part.charAt(0).toUpperCase() + part.slice(1) : part))
    .join('-');
}

/** Russian letters as ids write them; hard and soft sign fall away. */
export const LATIN: ReadonlyMap<string, string> = new Map(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ы:y э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/** The last part of a place's id, from its name in Russian letters: `Тайтобе` → `taytobe`, `Красный Яр` → `krasnyy-yar`. */
export const placeKey = (name: string): string =>
  [...name.toLowerCase().replace(/[ -]+/gu, '-')].map((c) => LATIN.get(c) ?? (c === '-' ? c : '')).join('');

/**
 * The key under which Kazakh and Russian spellings of a person's name meet: `Қасым-Жомарт Тоқаев` and
 * `Касым-Жомарт Токаев`, `Күләш` and `Куляш`, `Жақыпова` and `Джакыпова`. Words keep their order, parted by single
 * spaces. Not for places: those are linked by the gazetteer.
 */
export function nameKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MAX_KEYS) keys.clear();
  const key = keyOf(name);
  keys.set(name, key);
  return key;
}

/** Names come again and again in an article and from night to night. */
const keys = new Map<string, string>();
const MAX_KEYS = 20_000;

/** Letters that a key has another for besides those of Kazakh; signs have none, «я» and «ю» have what they follow to tell. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ё: 'е', э: 'е', щ: 'ш', ы: 'и', й: 'и', ъ: '', ь: '' }),
);
const LETTER = /\p{L}/u;
const inKey = (c: string): string =>
  LETTER.test(c) ? (LETTERS.get(c) ?? ALIKE.get(c) ?? c) : c === ' ' ? c : '';
/** By the code of a small letter, what stands for it in a key. */
const IN_KEY = Array.from({ length: 0x530 }, (_, code) => inKey(String.fromCharCode(code)));
/** `я` and `ю` with the vowel that they have behind a consonant. */
const SOFT: ReadonlyMap<string, string> = new Map(Object.entries({ я: 'а', ю: 'у' }));
const CONSONANTS: ReadonlySet<string | undefined> = new Set('бвгджзклмнпрстфхцчш');

/** One walk over the letters: a chain of replacements takes twice as long, for every name that was not met before. */
function keyOf(name: string): string {
  const small = name.normalize('NFC').toLowerCase();
  const out: string[] = [];
  for (let i = 0; i < small.length; i++) {
    const code = small.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    const c = IN_KEY[code] ?? inKey(String.fromCodePoint(code));
    const last = out.at(-1);
    const vowel = SOFT.get(c);
    if (vowel !== undefined) {
      if (!CONSONANTS.has(last)) out.push('и');
      out.push(vowel);
    } else if (c === 'ж' && last === 'д') out[out.length - 1] = c;
    else if (c !== '') out.push(c);
  }
  return out
    .filter((c, k) => c !== out[k - 1])
    .join('')
    .trim();
}

/** What a word may begin with besides the first letter of its key: `Қасым` касим, `Юсупов` иусупов, `Джакыпова` жакипова. */
const BEGINNINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'ә',
    и: 'іыйяю',
    н: 'ң',
    г: 'ғ',
    у: 'үұ',
    к: 'қ',
    о: 'ө',
    х: 'һ',
    е: 'ёэ',
    ш: 'щ',
    ж: 'д',
  }),
);

/** The letters, each in its small form, that words of a key may begin with. */
export const beginningsOf = (key: string): string => {
  const first = key.charAt(0);
  return first + (BEGINNINGS.get(first) ?? '');
};

/** Endings of patronymics, as {@link nameKey} leaves them. */
const FATHERS = /(?:евич|ович|евна|овна|ич|ична|огли|ули|кизи)$/u;

/** The key of the father's name in a patronymic: `Кемелевич` and `Кемелұлы` share it. An initial stays as it is. */
export const fatherKey = (patronymic: string): string => nameKey(patronymic).replace(FATHERS, '');

/** A name's key without vowels, in which the two languages spell it most unlike: `Шөкеев` and `Шукеев` share it. */
export const consonants = (key: string): string => key.replace(/[аеиоу ]/gu, '');
