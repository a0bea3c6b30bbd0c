import type { Store } from '../../store/index.ts';
import type { Cell, CellType, ColumnType, Table } from '../table.ts';

/** A view that people take out: its columns, documented, and its rows in an order that never changes by itself. */
export interface View {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly ColumnType[];
  table(store: Store): Table;
}

/** A column and where its value comes from: header, data dictionary, type and value have this one place. */
export interface Column<T> extends ColumnType {
  of(row: T): Cell;
}

const columnOf =
  <C extends Cell>(type: CellType) =>
  <T>(name: string, about: string, of: (row: T) => C | null): Column<T> => ({ name, about, type, of });

export const text = columnOf<string>('text');
export const number = columnOf<number>('number');
export const integer = columnOf<number>('integer');
export const list = columnOf<readonly string[]>('list');
export const entries = columnOf<readonly Readonly<Record<string, string>>[]>('entries');

export function view<T>(
  name: string,
  about: string,
  columns: readonly Column<T>[],
  rows: (store: Store) => Iterable<T>,
): View {
  const typed = columns.map(({ of: _, ...column }) => column);
  return {
    name,
    about,
    columns: typed,
    table: (store) => ({ columns: typed, rows: cells(columns, rows(store)) }),
  };
}

function* cells<T>(columns: readonly Column<T>[], rows: Iterable<T>): Generator<readonly Cell[]> {
  for (const row of rows) yield columns.map((column) => column.of(row));
}
