import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { fillRecord, idOf } from '../testing/record.ts';
import { csv } from './csv.ts';
import { FORMATS, VIEWS } from './index.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { parquet } from './parquet.ts';
import type { Cell, CellType, Format, Table } from './table.ts';

const at = temporaryFolder();
let store: Store;
beforeAll(() => {
  store = openStore(at('record.db'), { clock: () => new Date('2026-08-18T10:00:00Z') });
  fillRecord(store);
  store.verdicts.keep(
    {
      claim: 'В области Абай 131 центр',
      lang: 'ru',
      asOf: '2026-02-10',
      parts: [],
      verdict: 'SUPPORTED',
      verdictThen: 'SUPPORTED',
      reason: 'SAME_VALUE',
      evidence: [
        {
          role: 'supports',
          quote: '131',
          sentence: 'Абай облысында отбасын қолдау орталықтарының саны 131-ге жетті.',
          value: 131,
          period: null,
          published: '2026-02-04T10:00:00+05:00',
          publisher: 'baq',
          url: 'https://baq.kz/news/otbasy-ortalyqtary',
          articleId: idOf('https://baq.kz/news/otbasy-ortalyqtary'),
          lang: 'kk',
          observation: null,
          leaves: null,
          workedOut: null,
        },
      ],
      coverage: { articles: 3, from: '2025-11-20', to: '2026-02-05', publishers: ['baq'] },
    },
    '2026-02-10',
    'rules@1',
  );
});
afterAll(() => store.close());

const textOf = (format: Format, table: Table): string => [...format.write(table)].join('');

/** The rows of a Parquet file, with numbers as JSON has them. */
async function parquetRows(table: Table): Promise<Record<string, unknown>[]> {
  const bytes = Buffer.concat([...parquet.write(table)].map((piece) => Buffer.from(piece)));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
  return JSON.parse(JSON.stringify(rows, plain)) as Record<string, unknown>[];
}

const column = (type: CellType): Table['columns'] => [{ name: 'c', type, about: 'A column.' }];

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
    expect(textOf(csv, { columns: column('text'), rows: [[cell]] })).toBe(`\ufeffc\r\n${expected}\r\n`));

const stored: [string, CellType, Cell[]][] = [
  ['texts', 'text', ['Қызылорда', null, '', '=1+1', '😀']],
  ['numbers', 'number', [1.5, null, -0.25, 9_007_199_254_740_991]],
  ['whole numbers', 'integer', [0, null, -3, 4_000_000_000]],
  ['lists', 'list', [['kk', 'ru'], [], ['ә']]],
  ['entries', 'entries', [[{ id: 'a', role: 'origin' }], [], null]],
  ['nothing at all', 'text', []],
  ['nothing but empty cells', 'number', [null, null]],
];
for (const [name, type, values] of stored)
  test(`Parquet keeps ${name} as they are`, async () => {
    const rows = values.map((cell) => [cell]);
    expect(await parquetRows({ columns: column(type), rows })).toEqual(values.map((c) => ({ c })));
  });

test('Parquet is written group by group: no more rows are in memory, and none is lost between groups', async () => {
  const COUNT = 25_000;
  let asked = 0;
  function* rows(): Generator<Cell[]> {
    for (; asked < COUNT; asked++) yield [`${asked}`];
  }
  const pieces = parquet.write({ columns: column('text'), rows: rows() })[Symbol.iterator]();
  pieces.next();
  expect(asked).toBeLessThan(COUNT / 2);
  asked = 0;
  const read = await parquetRows({ columns: column('text'), rows: rows() });
  expect(read.map(({ c }) => Number(c))).toEqual(Array.from({ length: COUNT }, (_, at) => at));
});

test('programs as CSV', () => {
  const view = VIEWS.find(({ name }) => name === 'programs');
  if (view === undefined) throw new Error('no view of programs');
  expect(textOf(csv, view.table(store))).toBe(
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
  verdicts: 1,
};
for (const view of VIEWS)
  test(`the view ${view.name} is the same in every format, every column documented`, async () => {
    const lines = textOf(jsonl, view.table(store)).trimEnd().split('\n');
    const rows = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, Cell>);
    expect(rows).toHaveLength(rowsOf[view.name] ?? Number.NaN);
    expect(JSON.parse(textOf(json, view.table(store)))).toEqual(rows);
    expect(await parquetRows(view.table(store))).toEqual(rows);
    const names = view.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of rows) expect(Object.keys(row)).toEqual(names);
    for (const { about } of view.columns) expect(about).toMatch(/^[A-Z].*\.$|^[a-z=].*\.$/);
  });

test('an empty store exports headings, empty lists and nothing', async () => {
  const empty = openStore(at('empty.db'), { clock: () => new Date(0) });
  for (const view of VIEWS) {
    const written = FORMATS.filter(({ binary }) => !binary).map((format) =>
      textOf(format, view.table(empty)),
    );
    expect(written).toEqual([`\ufeff${view.columns.map(({ name }) => name).join(',')}\r\n`, '', '[]\n']);
    expect(await parquetRows(view.table(empty))).toEqual([]);
  }
  empty.close();
});
