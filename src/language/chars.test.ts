import { expect, test } from 'vitest';
import { isRoman, normalForm, repairedLetters } from './chars.ts';
import { Shape, Words } from './words.ts';

test.each<[string, string, string]>([
  ['Latin a in a Kazakh word', 'Aстана', 'астана'],
  ['Latin i', 'мемлекеттiк', 'мемлекеттік'],
  ['Latin i at the end', 'қызметi', 'қызметі'],
  ['Latin o, e, c', 'облыcы', 'облысы'],
  ['schwa of another alphabet', 'əкім', 'әкім'],
  ['ң of another alphabet', 'жаӊа', 'жаңа'],
  // today: the Ukrainian letter stays, as no Latin letter stands beside it; should be кіші
  ['ї for і', 'кїші', 'кїші'],
  ['a Latin word stays Latin', 'Green', 'green'],
  ['a mixed word that no look-alike explains stays', 'IT-мамандар', 'it-мамандар'],
  ['part by part', 'Aлматы-Green', 'алматы-green'],
  ['soft hyphen', 'со\u00adвет', 'совет'],
  ['stray accent', 'замо\u0301к', 'замок'],
  ['й in two pieces', 'ай\u043c'.normalize('NFD'), 'айм'],
  ['zero width', 'ауыл\u200b', 'ауыл'],
  ['long hyphens', 'нан‑су', 'нан-су'],
  ['capitals', 'ҚАЗАҚСТАН', 'қазақстан'],
  ['schwa in a word of its own', 'жəне', 'және'],
  ['a Roman numeral with a Cyrillic І', 'IIІ', 'iii'],
  ['a Roman numeral with a Cyrillic Х', 'ХXI', 'xxi'],
  ['no numeral in small letters', 'iіс', 'ііс'],
  ['words glued together stay', 'нұсқасыChrome', 'нұсқасыchrome'],
  ['a lone surrogate', 'а\ud800', 'а\ud800'],
])('%s', (_, raw, want) => {
  expect(normalForm(raw)).toBe(want);
});

test('a word of mixed letters meets its clean twin, and keeps its own spelling', () => {
  const words = new Words();
  const mixed = words.form('Aстана');
  expect(mixed.type).toBe(words.form('Астана').type);
  expect(mixed.raw).toBe('Aстана');
});

test.each<[string, number]>([
  ['ауыл', Shape.lower],
  ['Ауыл', Shape.capital],
  ['АУЫЛ', Shape.caps],
  ['Қ', Shape.capital],
  ['Касым-Жомарт', Shape.capital],
  ['eGov', Shape.mixed],
  ['ЖШС-ға', Shape.mixed],
])('the shape of %s', (raw, shape) => {
  expect(new Words().form(raw).shape).toBe(shape);
});

test.each<[string, boolean]>([
  ['III', true],
  ['ІІІ', true],
  ['IІ', true],
  ['ХХІ', true],
  ['XIV', true],
  ['І', true],
  // an initial, a word, small letters
  ['Х', false],
  ['Хан', false],
  ['iii', false],
  ['', false],
])('is %s a Roman numeral', (raw, want) => {
  expect(isRoman(raw)).toBe(want);
});

test.each<[string, string]>([
  ['Нұрлан Сəрсенов', 'Нұрлан Сәрсенов'],
  ['Əлия Aбаева', 'Әлия Абаева'],
  ['Облыс əкімі', 'Облыс әкімі'],
  ['ƏКІМ', 'ӘКІМ'],
  ['Сер\u00adік', 'Серік'],
  ['Майра'.normalize('NFD'), 'Майра'],
  ['айна'.normalize('NFD'), 'айна'],
  // what is right stays: Cyrillic, Latin, a Roman numeral
  ['Сәуле Оразқызы', 'Сәуле Оразқызы'],
  ['Tengri Bank', 'Tengri Bank'],
  ['ІІ дәрежелі', 'ІІ дәрежелі'],
])('letters repaired in %s', (written, want) => {
  expect(repairedLetters(written)).toBe(want);
});

test('two thousand words with look-alikes cost one look at each spelling', () => {
  const words = new Words();
  for (let i = 0; i < 2_000; i++) words.form(i % 2 ? 'қызметi' : 'əкім');
  // The two, and the same in their normal forms.
  expect(words.size).toBe(4);
});
