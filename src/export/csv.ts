import type { Cell, Format } from './table.ts';

/** Without it, spreadsheets take the file for Latin text and show ә, ғ, қ as rubbish. */
const BYTE_ORDER_MARK = '\ufeff';

/** RFC 4180 for spreadsheets: comma, CRLF, UTF-8 with a byte order mark; a text that looks like a formula stays a text. */
export const csv: Format = {
  name: 'csv',
  binary: false,
  *write({ columns, rows }) {
    yield BYTE_ORDER_MARK + line(columns.map(({ name }) => name));
    for (const row of rows) yield line(row);
  },
};

const line = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(typeof cell === 'string' ? cell : cell.map(entryText).join('; '));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const entryText = (entry: string | Readonly<Record<string, string>>): string =>
  typeof entry === 'string' ? entry : Object.values(entry).join(' ');

/** Spreadsheets run what begins with these characters; an apostrophe before it makes it a text again. */
const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
