/** What a cell can hold. Lists stay lists in JSON and are joined by `; ` in CSV, the parts of each entry by blanks. */
export type Cell = string | number | null | readonly (string | Readonly<Record<string, string>>)[];

/** A column and what it means: the header, the data dictionary and the value come from this one place. */
export interface Column<T> {
  readonly name: string;
  /** One sentence for the data dictionary. */
  readonly about: string;
  of(row: T): Cell;
}

/** A table as it goes out: names of columns, then rows, one at a time. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** A way to write tables down. */
export interface Format {
  readonly name: string;
  /** The text of a table in pieces, so that memory does not grow with the table. */
  write(table: Table): Iterable<string>;
}
