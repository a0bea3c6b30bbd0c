import { expect, test } from 'vitest';
import { variantsOf } from './variants.ts';
import { parseKkWording, parseRuWording } from './wording.ts';

const ru = (text: string) => {
  const w = parseRuWording(text);
  return typeof w === 'string' ? w : { written: w.written, head: w.words[w.head] };
};
const kk = (text: string) => {
  const w = parseKkWording(text);
  return typeof w === 'string' ? w : { written: w.written, stem: w.stem, p3: w.p3, bare: w.indeclinable };
};

test.each([
  ['больница', 'больница', { lemma: 'больница' }],
  ['день/дня', 'день', { lemma: 'день', genSg: 'дня' }],
  [
    'ребёнок/ребёнка/дети/детей',
    'ребёнок',
    { lemma: 'ребёнок', genSg: 'ребёнка', nomPl: 'дети', genPl: 'детей' },
  ],
  ['девушка///девушек', 'девушка', { lemma: 'девушка', genPl: 'девушек' }],
  ['город//города', 'город', { lemma: 'город', nomPl: 'города' }],
  ['рабочий *место', 'рабочий место', { lemma: 'место' }],
  ['*центр поддержки семьи', 'центр поддержки семьи', { lemma: 'центр' }],
  ['*министерство экологии, геологии', 'министерство экологии, геологии', { lemma: 'министерство' }],
])('Russian %s', (text, written, head) => {
  expect(ru(text)).toEqual({ written, head: { indeclinable: false, ...head } });
});

test('an indeclinable Russian word has one form', () => {
  expect(ru('МРП!')).toEqual({ written: 'МРП', head: { lemma: 'МРП', indeclinable: true } });
});

test('a comma inside a Russian name is a word of its own', () => {
  const w = parseRuWording('*министерство экологии, геологии');
  expect(typeof w === 'string' ? w : w.words.map((x) => x.lemma)).toEqual([
    'министерство',
    'экологии',
    ',',
    'геологии',
  ]);
});

test.each([
  ['площадь', 'the genitive of a noun in -ь'],
  ['участок', 'the genitive of a noun in -ок, -ек, -ец'],
  ['*рабочее *место', 'at most one head marked by *'],
  ['дом/', 'lemma[/gen.sg[/nom.pl[/gen.pl]]], with ! for an indeclinable word'],
  ['дом/дома/дома/домов/домах', 'lemma[/gen.sg[/nom.pl[/gen.pl]]], with ! for an indeclinable word'],
  ['жюри/жюри!', 'no principal parts beside !'],
  ['новый/нового *дом', 'principal parts at the head only (mark it with *)'],
  ['балабақша', 'Russian letters'],
  ['дом  отдыха', 'words separated by one space'],
])('a broken Russian wording: %s', (text, message) => {
  expect(ru(text)).toBe(message);
});

test.each([
  ['отбасы', { written: 'отбасы', stem: 'отбасы', p3: false, bare: false }],
  ['бос орын', { written: 'бос орын', stem: 'орын', p3: false, bare: false }],
  ['оқу ~орны/орын', { written: 'оқу орны', stem: 'орын', p3: true, bare: false }],
  ['спорт ~мектебі/мектеп', { written: 'спорт мектебі', stem: 'мектеп', p3: true, bare: false }],
  ['АЕК!', { written: 'АЕК', stem: 'АЕК', p3: false, bare: true }],
])('Kazakh %s', (text, want) => {
  expect(kk(text)).toEqual(want);
});

test.each([
  ['оқу ~орны', 'form and stem of a head with possession (~орны/орын)'],
  ['оқу орны/орын', 'a stem only beside ~ (~орны/орын)'],
  ['оқу ~мектеп/мектеп', 'a form of possession in -ы/-і of the stem beside it'],
  ['оқу ~мектебі/орын', 'a form of possession in -ы/-і of the stem beside it'],
  ['~оқу/оқу орны', 'marks at the last word only'],
  ['school', 'Kazakh letters'],
  ['', 'words separated by one space'],
])('a broken Kazakh wording: %s', (text, message) => {
  expect(kk(text)).toBe(message);
});

test.each([
  ['жәрдемақы', ['жәрдемақы']],
  ['бала [мемлекеттік] жәрдемақы', ['бала мемлекеттік жәрдемақы', 'бала жәрдемақы']],
  ['{пособие|выплата} семьям', ['пособие семьям', 'выплата семьям']],
  [
    'отбасыға [{берілетін|арналған}] төлем',
    ['отбасыға берілетін төлем', 'отбасыға төлем', 'отбасыға арналған төлем'],
  ],
])('variants of %s', (text, wordings) => {
  expect(variantsOf(text)).toEqual(wordings);
});

test.each([
  ['бала [мемлекеттік жәрдемақы', 'brackets in pairs: [may be left out], {one|or another}'],
  ['бала | жәрдемақы', 'brackets in pairs: [may be left out], {one|or another}'],
  ['бала [] жәрдемақы', 'words in [ ], and two or more parted by | in { }'],
  ['{бала} жәрдемақы', 'words in [ ], and two or more parted by | in { }'],
  ['{бала|} жәрдемақы', 'words in [ ], and two or more parted by | in { }'],
  ['[а] [б] [в] [г] [д] [е] [ж] [з] [и] [к]', 'at most 512 variants of one wording'],
])('broken variants: %s', (text, message) => {
  expect(variantsOf(text)).toBe(message);
});
