import { html } from 'hono/html';
import type { Context } from '../context.ts';
import { address } from '../context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';

/** A cell as data: what stands in the CSV and what the browser sorts by. */
export type Raw = string | number | null;

/** A column of a table: the same definition makes the page and the CSV. */
export interface Column<Row> {
  /** Name in the CSV; stable, English. */
  readonly key: string;
  readonly head: MessageKey;
  raw(row: Row): Raw;
  /** How the page shows it; columns without are in the CSV only. */
  readonly cell?: (row: Row, ctx: Context) => Html;
  readonly numeric?: boolean;
}

export interface Table {
  /** What the `?table=` of the CSV calls it. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Read when it is written: a page shows a part of what its CSV holds in full. */
  readonly rows: Iterable<readonly Raw[]>;
  html(ctx: Context): Html;
}

/** A table of rows of one type, ready to be shown or written. */
export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: Iterable<Row>): Table {
  return {
    name,
    columns: columns.map((column) => column.key),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield columns.map((column) => column.raw(row));
      },
    },
    html: (ctx) => {
      const shown = columns.filter((column) => column.cell !== undefined);
      return html`<div class="table-box"><table data-sortable data-filter="${ctx.words.t('filterTable')}" data-sort="${ctx.words.t('sortHint')}">
<thead><tr>${shown.map((column) => html`<th scope="col"${column.numeric ? html` class="number"` : ''}>${ctx.words.t(column.head)}</th>`)}</tr></thead>
<tbody>${Array.from(
        rows,
        (row) => html`
<tr>${shown.map((column, at) => {
          const content = column.cell?.(row, ctx) ?? '';
          const sort = sortKey(column.raw(row));
          if (at === 0) return html`<th scope="row"${sort}>${content}</th>`;
          return html`<td${sort}${column.numeric ? html` class="number"` : ''}>${content}</td>`;
        })}</tr>`,
      )}
</tbody></table></div>`;
    },
  };
}

/** Numbers and dates sort by what they are, not by how a language writes them. */
const sortKey = (raw: Raw): Html =>
  typeof raw === 'number' || (raw !== null && /^\d{4}-\d{2}/.test(raw)) ? html` data-raw="${raw}"` : nothing;

/** Where the CSV of a table of this page is; the first table needs no name. */
export const csvAddress = (table: Pick<Table, 'name'>, first: boolean, ctx: Context): string =>
  address(
    `${ctx.path === '/' ? '/index' : ctx.path}.csv`,
    first ? ctx.query : { ...ctx.query, table: table.name },
  );

const BOM = '\ufeff';

/** The CSV of a table, line by line: UTF-8 with BOM, CRLF, so that a spreadsheet opens it with every Kazakh letter in place. */
export function* csvLines(table: Pick<Table, 'columns' | 'rows'>): Generator<string> {
  yield `${BOM}${csvLine(table.columns)}`;
  for (const row of table.rows) yield csvLine(row);
}

const csvLine = (row: readonly Raw[]): string => `${row.map(csvCell).join(',')}\r\n`;

/** Text that a spreadsheet would run as a formula is defused by an apostrophe. */
function csvCell(value: Raw): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
