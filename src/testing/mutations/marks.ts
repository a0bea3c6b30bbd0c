import { edited, type Mutate, replaced } from './mutation.ts';

/*
 * The same text as another editor, keyboard or converter makes it: no fact may change.
 */

const writing =
  (pattern: RegExp, other: (written: string) => string): Mutate =>
  (gold) =>
    edited(
      gold,
      replaced(gold.text, pattern, (m) => other(m[0])),
    );

export const curlyQuotes = writing(/[«»]/gu, (mark) => (mark === '«' ? '“' : '”'));
export const straightQuotes = writing(/[«»“”„]/gu, () => '"');
export const longDashes = writing(/ [–-] /gu, () => ' — ');
export const shortDashes = writing(/ [–—] /gu, () => ' - ');
/** A hyphen that holds the line together, as word processors write it before an ending. */
export const hardHyphens = writing(/(?<=[\p{L}\d%])-(?=\p{L})/gu, () => '\u2011');
export const rangesWithHyphens = writing(/(?<=\d)–(?=\d)/gu, () => '-');

const AFTER_DIGITS = /(?<=\d)[ \u00a0](?=\d{3}(?!\d)|\p{Ll})/gu;
export const hardSpaces = writing(AFTER_DIGITS, () => '\u00a0');
export const narrowSpaces = writing(AFTER_DIGITS, () => '\u202f');
export const thinSpaces = writing(AFTER_DIGITS, () => '\u2009');
/** `12%` as `12 %`, and `12 %` as `12%`. */
export const percentSpaces = writing(/(?<=\d)[ \u00a0]?%/gu, (sign) => (sign === '%' ? ' %' : '%'));
export const yoAsYe = writing(/[ёЁ]/gu, (letter) => (letter === 'ё' ? 'е' : 'Е'));

const LATIN: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', с: 'c', р: 'p', х: 'x', і: 'i' };
/** Latin letters that look the same in one word of four. */
export const latinLookAlikes: Mutate = (gold, _, random) =>
  edited(
    gold,
    replaced(gold.text, /(?<![\p{L}\d-])[а-яёәғқңөұүһі]{5,}(?![\p{L}\d])/gu, (m) =>
      random() < 0.25 ? m[0].replace(/[аеосрхі]/gu, (c) => LATIN[c] ?? c) : undefined,
    ),
  );

/** Behind a whole word, so that no abbreviation and no initial loses its point. */
const END = /(?<=\p{Ll}{5}[»)]?)\.(?=(?: [\p{Lu}«])|\n|$)/gu;
/** A dateline ends with a point and with nothing else. */
const DATELINE = 40;
const ends =
  (mark: string): Mutate =>
  (gold, _, random) =>
    edited(
      gold,
      replaced(gold.text, END, (m) => (m.index > DATELINE && random() < 0.6 ? mark : undefined)),
    );
export const exclaimed = ends('!');
export const trailing = ends('…');
