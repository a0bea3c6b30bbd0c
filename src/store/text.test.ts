import { expect, test } from 'vitest';
import { articleIdOf, folded, keyOf, sentenceAround, storable, urlKey, utf16Slice } from './text.ts';

const slices: [string, string, number, number, string | null][] = [
  ['a whole text', 'үй', 0, 2, 'үй'],
  ['nothing', 'үй', 1, 1, ''],
  ['beyond the end', 'үй', 0, 3, null],
  ['before the start', 'үй', -1, 1, null],
  ['backwards', 'үй', 2, 1, null],
  ['a whole emoji', 'а🏠б', 1, 3, '🏠'],
  ['half of an emoji at the end', 'а🏠б', 0, 2, null],
  ['half of an emoji at the start', 'а🏠б', 2, 4, null],
];
for (const [name, text, start, end, expected] of slices)
  test(`a slice of ${name}`, () => expect(utf16Slice(text, start, end)).toBe(expected));

test('what SQLite cannot hold is replaced one for one', () => {
  const text = 'а\0б\ud83dв🏠г\udc00';
  expect(storable(text)).toBe('а\ufffdб\ufffdв🏠г\ufffd');
  expect(storable(text)).toHaveLength(text.length);
});

test('spellings of one name fold to one key', () => {
  for (const name of [
    '«Бақытты отбасы»',
    'БАҚЫТТЫ  ОТБАСЫ',
    'бақытты-отбасы',
    'Бақытты отбасы'.normalize('NFD'),
  ])
    expect(keyOf(null, name)).toBe('~бақытты-отбасы');
  expect(folded('Всё включено')).toBe(folded('все включено'));
  expect(keyOf('happy-family', 'что угодно')).toBe('happy-family');
});

test('an address keeps its id whatever is attached to it', () => {
  const id = articleIdOf('https://baq.kz/news/1');
  expect(id).toMatch(/^[a-z2-9]{12}$/);
  for (const url of [
    'http://baq.kz/news/1',
    'https://baq.kz/news/1/',
    'https://baq.kz/news/1?utm_source=tg#top',
  ])
    expect(articleIdOf(url), url).toBe(id);
  for (const url of ['https://rus.baq.kz/news/1', 'https://baq.kz/news/1?page=2', 'https://baq.kz/News/1'])
    expect(articleIdOf(url), url).not.toBe(id);
  expect(urlKey('not an address')).toBe('not an address');
});

const sentences: [string, string, string][] = [
  ['Бірінші сөйлем. Екіншісінде 33 орталық бар. Үшінші.', '33', 'Екіншісінде 33 орталық бар.'],
  ['Было 5 млн. тенге, стало 7 млн. Потом выросло.', '7', 'Было 5 млн. тенге, стало 7 млн. Потом выросло.'],
  ['Об этом сказал А. С. Иванов. Он назвал 12 школ!', 'Иванов', 'Об этом сказал А. С. Иванов.'],
  ['Заголовок\nВ 2024 году открыли 12 школ', '12', 'В 2024 году открыли 12 школ'],
  ['«Откроем 5 школ.» Так он сказал.', '5', '«Откроем 5 школ.»'],
  ['Рост составил 4,5 процента. Это много.', '4,5', 'Рост составил 4,5 процента.'],
];
for (const [text, quote, expected] of sentences)
  test(`the sentence around ${quote} in «${text.slice(0, 30)}…»`, () => {
    const at = text.indexOf(quote);
    const [start, end] = sentenceAround(text, at, at + quote.length);
    expect(text.slice(start, end)).toBe(expected);
  });

test('a text without an end is cut at a whole character', () => {
  const text = `${'🏠'.repeat(3000)} 5 ${'🏠'.repeat(3000)}`;
  const [start, end] = sentenceAround(text, 6001, 6002);
  expect(utf16Slice(text, start, end)).toContain(' 5 ');
});
