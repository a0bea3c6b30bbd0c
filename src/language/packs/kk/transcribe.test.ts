import { expect, test } from 'vitest';
import type { LatinAlphabet } from './alphabets.ts';
import { fromArabic, fromLatin } from './transcribe.ts';

test.each<[alphabet: LatinAlphabet, latin: string, want: string | null]>([
  // one word in the four alphabets
  ['2017', "a'kimdigi", 'әкімдігі'],
  ['2018', 'ákimdigi', 'әкімдігі'],
  ['2019', 'äkimdigi', 'әкімдігі'],
  ['2021', 'äkımdıgı', 'әкімдігі'],
  ['2017', "Qaraag'as'", 'Қараағаш'],
  ['2017', 's’yg’ystag’y', 'шығыстағы'],
  ['2018', 'shyǵystaǵy', 'шығыстағы'],
  ['2019', 'şyğystağy', 'шығыстағы'],
  ['2021', 'qūrylysqa', 'құрылысқа'],
  ['2017', "c'empi'on", 'чемпион'],
  ['2018', 'aýyl', 'ауыл'],
  ['2019', 'awyl', 'ауыл'],
  // й behind a vowel, и elsewhere
  ['2018', 'aımaq', 'аймақ'],
  ['2018', 'deıin', 'дейін'],
  ['2018', 'mınıstr', 'министр'],
  ['2018', 'bıyl', 'биыл'],
  ['2018', 'úıi', 'үйі'],
  ['2021', 'tiıstı', 'тиісті'],
  ['2021', 'syilyq', 'сыйлық'],
  // я and ю for both their sounds
  ['2018', 'saıasat', 'саясат'],
  ['2018', 'Iaǵnı', 'Яғни'],
  ['2018', 'partııa', 'партия'],
  ['2018', 'partıa', 'партия'],
  ['2018', 'mıllıard', 'миллиард'],
  ['2018', 'ıýn', 'юн'],
  ['2021', 'aiu', 'аю'],
  // ц at the start and before и, тс elsewhere
  ['2018', 'polıtsııa', 'полиция'],
  ['2018', 'tsentr', 'центр'],
  ['2018', 'aıtsa', 'айтса'],
  // hands that mix the alphabets, or write y and ı for each other
  ['2021', 'kórsetkısh', 'көрсеткіш'],
  ['2018', 'Toqayev', 'Тоқайев'],
  ['2021', 'bıyl', 'биыл'],
  // capitals, a digraph is one letter
  ['2018', 'AQSh', 'АҚШ'],
  ['2018', 'ShYMKENT', 'ШЫМКЕНТ'],
  ['2018', 'Shymkent', 'Шымкент'],
  ['2018', 'Á', 'Ә'],
  ['2021', 'İlias', 'Илиас'],
  ['2021', 'Iran', 'Иран'],
  ['2021', 'KÖLIK', 'КӨЛІК'],
  // letters in two pieces
  ['2021', 'äkım'.normalize('NFD'), 'әкім'],
  // no words of these alphabets
  ['2018', 'Windows', null],
  ['2021', 'Facebook', null],
  ['2018', 'eGov', null],
  ['2018', 'QazTrade', null],
  ['2018', 'a'.repeat(65), null],
  ['2018', '\ud800', null],
])('%s: %s', (alphabet, latin, want) => {
  expect(fromLatin(latin, { alphabet, oneI: false })).toBe(want);
});

test.each<[latin: string, want: string]>([
  ['ainalady', 'айналады'],
  ['deiin', 'дейін'],
  ['juyq', 'жуық'],
  ['auyl', 'ауыл'],
  ['uii', 'ұйі'],
  ['bilim', 'білім'],
  ['tiis', 'тиіс'],
])('one i for both letters: %s', (latin, want) => {
  expect(fromLatin(latin, { alphabet: '2018', oneI: true })).toBe(want);
});

test.each<[arabic: string, want: string | null]>([
  // back words, front words by ك گ ە, and by the hamza
  ['قازاقستان', 'қазақстан'],
  ['جىلى', 'жылы'],
  ['مەكتەپ', 'мектеп'],
  ['تەڭگە', 'теңге'],
  ['اكىمدىك', 'әкімдік'],
  ['ءۇي', 'үй'],
  ['\u0674بىلىم', 'білім'],
  ['جانە', 'және'],
  ['كۇن', 'күн'],
  ['كولىك', 'көлік'],
  // ө and ә in the first syllable only
  ['كىتاپ', 'кітап'],
  // both kinds in one word: the nearest letter tells
  ['قىزمەت', 'қызмет'],
  ['باعدارلاما', 'бағдарлама'],
  // й, я, ю, ц
  ['اۋىلداعى', 'ауылдағы'],
  ['ايماق', 'аймақ'],
  ['ساياسات', 'саясат'],
  ['ميلليارد', 'миллиард'],
  ['پوليتسيا', 'полиция'],
  // today: a loan of mixed vowels comes out front; the lexicon spells those it knows
  ['ۆاگون', 'вәгон'],
  // stretched, pointed, with joiners
  ['مەكتـــەپ', 'мектеп'],
  ['مەك\u200cتەپ', 'мектеп'],
  // letters of a Persian keyboard
  ['کولیک', 'көлик'],
  // other languages
  ['مدرسة', null],
  ['ئۇيغۇر', null],
  ['ء', null],
])('Arabic letters: %s', (arabic, want) => {
  expect(fromArabic(arabic)).toBe(want);
});
