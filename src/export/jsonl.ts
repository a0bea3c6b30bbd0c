import type { Cell, Format, Table } from './table.ts';

/** One object a line, keys in the order of the columns. */
export const jsonl: Format = {
  name: 'jsonl',
  binary: false,
  *write({ columns, rows }) {
    for (const row of rows) yield `${JSON.stringify(objectOf(columns, row))}\n`;
  },
};

export const objectOf = (columns: Table['columns'], row: readonly Cell[]): Record<string, Cell> =>
  Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
