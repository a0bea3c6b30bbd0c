/** Whole views of the record as files. */
export { FORMATS } from './formats.ts';
export type { Cell, Format, Table } from './table.ts';
export { VIEWS, type View } from './views.ts';
