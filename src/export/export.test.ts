import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { fillRecord } from '../testing/record.ts';
import { csv } from './csv.ts';
import { FORMATS, VIEWS } from './index.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { Cell } from './table.ts';

const at = temporaryFolder();
let store: Store;
beforeAll(() => {
  store = openStore(at('record.db'), { clock: () => new Date('2026-08-18T10:00:00Z') });
  fillRecord(store);
});
afterAll(() => store.close());

const cells: [string, Cell, string][] = [
  ['a word', 'Қызылорда', 'Қызылорда'],
  ['nothing', null, ''],
  ['a number', -1.5, '-1.5'],
  ['zero', 0, '0'],
  ['a comma', 'үй, жер', '"үй, жер"'],
  ['quotation marks', 'ЖШС "Үміт"', '"ЖШС ""Үміт"""'],
  ['lines', 'бір\nекі', '"бір\nекі"'],
  ['a list', ['kk', 'ru'], 'kk; ru'],
  [
    'a list of entries',
    [
      { id: 'a', role: 'origin' },
      { id: 'b', role: 'reprint' },
    ],
    'a origin; b reprint',
  ],
  ['an empty list', [], ''],
  ['a formula', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['a plus', '+7 млн', "'+7 млн"],
  ['a minus', '-5 %', "'-5 %"],
  ['an at sign', '@cmd', "'@cmd"],
  ['a formula behind blanks', ' \t=1+1', "' \t=1+1"],
  ['a formula in a list', ['=1'], "'=1"],
  ['a sign in the middle', 'a=b', 'a=b'],
];
for (const [name, cell, expected] of cells)
  test(`CSV writes ${name} as ${JSON.stringify(expected)}`, () =>
    expect([...csv.write({ columns: ['c'], rows: [[cell]] })].join('')).toBe(`\ufeffc\r\n${expected}\r\n`));

test('programs as CSV', () => {
  const view = VIEWS.find(({ name }) => name === 'programs');
  if (view === undefined) throw new Error('no view of programs');
  expect([...csv.write(view.table(store))].join('')).toBe(
    '\ufeffkey,id,name_kk,name_ru,kind,articles,observations,events,publishers,langs,first_published,last_published\r\n' +
      'happy-family,happy-family,Бақытты отбасы,Бақытты отбасы,program,2,3,1,baq,kk; ru,2026-02-04T10:00:00+05:00,2026-02-05\r\n' +
      '~мой-двор,,,Мой двор,project,1,1,0,liter,ru,2025-11-20,2025-11-20\r\n',
  );
});

const rowsOf: Record<string, number> = {
  observations: 6,
  series: 1,
  events: 1,
  programs: 2,
  regions: 1,
  officials: 1,
  articles: 3,
  stories: 0,
  links: 1,
};
for (const view of VIEWS)
  test(`the view ${view.name} is the same in every format, every column documented`, () => {
    const lines = [...jsonl.write(view.table(store))].join('').trimEnd().split('\n');
    const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, Cell>);
    expect(rows).toHaveLength(rowsOf[view.name] ?? Number.NaN);
    expect(JSON.parse([...json.write(view.table(store))].join(''))).toEqual(rows);
    const names = view.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of rows) expect(Object.keys(row)).toEqual(names);
    for (const { about } of view.columns) expect(about).toMatch(/^[A-Z].*\.$|^[a-z=].*\.$/);
  });

test('an empty store exports headings, empty lists and nothing', () => {
  const empty = openStore(at('empty.db'), { clock: () => new Date(0) });
  for (const view of VIEWS) {
    const written = FORMATS.map((format) => [...format.write(view.table(empty))].join(''));
    expect(written).toEqual([`\ufeff${view.columns.map(({ name }) => name).join(',')}\r\n`, '', '[]\n']);
  }
  empty.close();
});
