import { readFileSync } from 'node:fs';
import { BadData } from '../core/errors.ts';

/** One row of a table, with the line it stands on. Empty cells are absent. */
export interface TsvRow<C extends string> {
  readonly line: number;
  readonly cells: { readonly [K in C]?: string };
}

/**
 * Reads a table of tab-separated values: a header line with some of the `known` columns in any order, then one row
 * a line; empty lines and lines that begin with `#` are skipped. For long lists: YAML takes ten times as long to read.
 * Throws `BadData` with the line for an unknown or repeated column and for a row with too many cells.
 */
export function readTsv<C extends string>(file: string, known: readonly C[], name: string): TsvRow<C>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  const columns = header.split('\t').map((title) => {
    const column = known.find((c) => c === title);
    if (!column) throw new BadData(name, 'line 1', `columns out of ${known.join(', ')}`, title);
    return column;
  });
  const repeated = columns.find((c, i) => columns.indexOf(c) !== i);
  if (repeated) throw new BadData(name, 'line 1', 'every column once', repeated);
  const rows: TsvRow<C>[] = [];
  for (const [i, text] of lines.entries()) {
    if (text.trim() === '' || text.startsWith('#')) continue;
    const values = text.split('\t');
    if (values.length > columns.length)
      throw new BadData(name, `line ${i + 2}`, `at most ${columns.length} cells`, values.length);
    const cells: { [K in C]?: string } = {};
    for (const [k, column] of columns.entries()) {
      const value = values[k]?.trim();
      if (value) cells[column] = value;
    }
    rows.push({ line: i + 2, cells });
  }
  return rows;
}
