import type { Complain } from './table.ts';
import type { Wordings } from './wording.ts';

/**
 * Who holds which key in a table of data: an id or a wording that two entries claim is a mistake of the data,
 * reported at the second one. One instance per table, also when the table is spread over several files.
 */
export class Claims {
  readonly #owners = new Map<string, string>();

  /** The entry that holds `key` already, or undefined after `owner` has taken it. */
  take(space: string, key: string, owner: string): string | undefined {
    const full = `${space}:${key}`;
    const other = this.#owners.get(full);
    if (other === undefined) this.#owners.set(full, owner);
    return other;
  }

  /** Takes the keys of one column of a table row; complains about one that is held already. */
  row(column: string, keys: readonly string[], owner: string, complain: Complain): void {
    for (const key of keys) {
      const other = this.take(column, key, owner);
      if (other !== undefined) complain(column, `a value of one entry only, "${other}" has it already`, key);
    }
  }

  /** Takes all wordings of a table row; a row without any is a mistake too. */
  wordings(entry: Wordings, owner: string, complain: Complain): void {
    if (entry.kk.length + entry.ru.length === 0) complain('row', 'a wording in kk or in ru', owner);
    // One word may be declined in two ways: «отбасыға» and, with possession, «отбасына».
    const kk = entry.kk.map((w) => sameWording(w.written) + (w.p3 ? '~' : ''));
    this.row('kk', kk, owner, complain);
    this.row(
      'ru',
      entry.ru.map((w) => sameWording(w.written)),
      owner,
      complain,
    );
  }
}

/** The one form in which wordings are compared: no case, no ё, one kind of dash, no quotes, single spaces. */
export const sameWording = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[–—‑]/gu, '-')
    .replace(/[«»"“”„]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
