/** Search keys as documents and queries share them: one a word, joined by blanks for the full-text tables. */
export const searchKeys = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
