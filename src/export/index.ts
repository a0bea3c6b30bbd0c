/** Whole views of the record as files. */
export { FORMATS } from './formats.ts';
export type { Cell, ColumnType, Format, Table } from './table.ts';
export type { View } from './views/view.ts';
export { VIEWS } from './views.ts';
