/** What a cell can hold. Lists stay lists in JSON and are joined by `; ` in CSV, the parts of each entry by blanks. */
export type Cell = string | number | null | readonly (string | Readonly<Record<string, string>>)[];

/** What all cells of a column hold, where they hold anything; an entry is an object of texts. */
export type CellType = 'text' | 'number' | 'integer' | 'list' | 'entries';

/** A column as the data dictionary has it. */
export interface ColumnType {
  readonly name: string;
  readonly type: CellType;
  /** What it means, in one sentence. */
  readonly about: string;
}

/** A table as it goes out: its columns, then rows, one at a time. */
export interface Table {
  readonly columns: readonly ColumnType[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** A way to write tables down. */
export interface Format {
  readonly name: string;
  /** Is it bytes rather than text? */
  readonly binary: boolean;
  /** The file in pieces, text or bytes, so that memory does not grow with the table. */
  write(table: Table): Iterable<string | Uint8Array>;
}
