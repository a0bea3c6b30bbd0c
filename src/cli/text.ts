/** Text of strangers on a terminal: control characters (escape sequences too) become a visible `�`. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to take out
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/** One line of at most `width` characters, with `…` where something was cut. */
export function clip(text: string, width: number): string {
  const line = plain(text.replace(/\s+/g, ' ')).trim();
  const letters = [...line];
  return letters.length <= width ? line : `${letters.slice(0, width - 1).join('')}…`;
}

const widthOf = (text: string): number => [...text.normalize('NFC')].length;

/** Lines of a table: headings, a rule, the rows; a column that holds only numbers is set to the right. */
export function tableLines(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string[] {
  const cells = rows.map((row) => headings.map((_, at) => cellText(row[at])));
  const widths = headings.map((heading, at) =>
    cells.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? '')), widthOf(heading)),
  );
  const right = headings.map(
    (_, at) => rows.length > 0 && rows.every((row) => row[at] == null || typeof row[at] === 'number'),
  );
  const draw = (row: readonly string[]): string =>
    row
      .map((text, at) => {
        const room = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text)));
        return right[at] === true ? room + text : text + room;
      })
      .join('  ')
      .trimEnd();
  return [draw(headings), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(draw)];
}

const cellText = (value: string | number | null | undefined): string => {
  if (value == null) return '';
  return typeof value === 'number' ? String(value) : plain(value.replace(/\s+/g, ' ')).trim();
};

/** `1 article`, `2 articles`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
