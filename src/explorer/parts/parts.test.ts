import { expect, test } from 'vitest';
import { TILES } from '../i18n/tiles.ts';
import { loadNames } from '../names.ts';
import { readable } from './citation.ts';
import { shadeOf } from './region-map.ts';
import { csvLines } from './table.ts';

test('CSV: BOM, CRLF, quotes doubled, formulas defused, numbers left alone', () => {
  const csv = csvLines({
    columns: ['a', 'b'],
    rows: [
      ['say "hi", friend', -5],
      ['=SUM(A1)', null],
      ['two\nlines', 0.5],
    ],
  });
  expect([...csv].join('')).toBe(
    '\ufeffa,b\r\n"say ""hi"", friend",-5\r\n\'=SUM(A1),\r\n"two\nlines",0.5\r\n',
  );
});

test('the map has the 20 regions, each on a square of its own, each known to the catalogue', () => {
  const names = loadNames();
  expect(TILES).toHaveLength(20);
  expect(new Set(TILES.map((t) => t.id)).size).toBe(20);
  expect(new Set(TILES.map((t) => `${t.column}/${t.row}`)).size).toBe(20);
  expect(TILES.filter((t) => names.place(t.id)?.parent !== 'KZ')).toEqual([]);
});

test('shades: nothing is pale, the most is darkest, one step has the middle', () => {
  expect([0, 1, 5, 40].map((n) => shadeOf(n, [0, 1, 5, 40]))).toEqual([0, 1, 3, 5]);
  expect(shadeOf(7, [7])).toBe(3);
  expect(shadeOf(0, [])).toBe(0);
});

test.each([
  ['/check?claim=%D2%9B%D0%B0%D0%BB%D0%B0%2012%25', '/check?claim=қала%2012%25'],
  ['/search?q=%C2%AB%D0%B3%D0%B0%D0%B7%C2%BB%26x', '/search?q=%C2%ABгаз%C2%BB%26x'],
  ['/a/%E2%80%AE%D7%90%FF%D0', '/a/%E2%80%AE%D7%90%FF%D0'],
  ['/a/%25D0%25B0', '/a/%25D0%25B0'],
])('%s is read as %s', (url, shown) => {
  expect(readable(url)).toBe(shown);
  // It leads to the same place as before.
  expect(new URL(shown, 'https://derek.example.kz').href).toBe(new URL(url, 'https://derek.example.kz').href);
});

test('a unit has its usual name in both languages, and its own key in English', () => {
  const names = loadNames();
  expect((['kk', 'ru', 'en'] as const).map((lang) => names.unit('person', lang))).toEqual([
    'адам',
    'человек',
    'person',
  ]);
  expect(names.unit('hectare', 'kk')).toBe('га');
  expect(names.unit('a thing nobody listed', 'ru')).toBe('a thing nobody listed');
});

test('an outlet has a name in each language, one that the catalogue does not know keeps its key', () => {
  const names = loadNames();
  expect(names.outlet('kazinform-ru', 'ru')).toBe('Казинформ');
  expect(names.outlet('kazinform-ru', 'en')).toBe('Kazinform');
  expect(names.outlet('nobody', 'kk')).toBe('nobody');
});
