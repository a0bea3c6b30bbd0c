import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { BadData } from '../core/errors.ts';
import { DATA_DIR } from './yaml.ts';

/**
 * Long flat lists are tables of text, one entry a line, cells separated by `|`: YAML of that length takes
 * ten times as long to read as the whole start-up may take. Blank lines and lines from `#` on are comments.
 * `Complain` rejects a row: it names the file, the line and the column.
 */
export type Complain = (column: string, expected: string, got: unknown) => never;

/** A list inside a cell: items separated by commas; `\\,` is a comma inside an item. */
export const cellList = (cell: string): string[] =>
  cell
    .split(/(?<!\\),/u)
    .map((item) => item.replaceAll('\\,', ',').trim())
    .filter((item) => item !== '');

/**
 * Reads one table and hands every row to `read`, with a way to reject it that names file, line and column.
 * Cells left out at the end of a line are empty. Throws `BadData`.
 */
export function readTable<C extends string, T>(
  file: string,
  name: string,
  columns: readonly C[],
  read: (cells: Record<C, string>, complain: Complain) => T,
): T[] {
  const entries: T[] = [];
  for (const [i, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) continue;
    const complain: Complain = (column, expected, got) => {
      throw new BadData(name, `line ${i + 1} (${column})`, expected, got);
    };
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length > columns.length)
      complain('row', `at most ${columns.length} cells: ${columns.join(' | ')}`, line);
    entries.push(
      read(Object.fromEntries(columns.map((c, k) => [c, cells[k] ?? ''])) as Record<C, string>, complain),
    );
  }
  return entries;
}

/** All tables (`.txt`) of a folder under `data/`, sorted by name. */
export function readTableFolder<C extends string, T>(
  folder: string,
  columns: readonly C[],
  read: (cells: Record<C, string>, complain: Complain) => T,
  dir = DATA_DIR,
): T[] {
  return readdirSync(`${dir}${folder}`)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .flatMap((f) => readTable(`${dir}${folder}/${f}`, `data/${folder}/${f}`, columns, read));
}

/** Checks a row, already split into fields, by its schema. */
export function checkRow<T extends z.ZodType>(schema: T, row: unknown, complain: Complain): z.infer<T> {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path ?? [];
  const got = path.reduce<unknown>((v, k) => (v as Record<PropertyKey, unknown> | undefined)?.[k], row);
  return complain(String(path[0] ?? 'row'), issue?.message ?? 'a valid row', got);
}
