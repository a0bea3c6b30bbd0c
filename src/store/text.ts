import { createHash } from 'node:crypto';
import { ABBREVIATIONS } from '../language/index.ts';

/**
 * Text as the store can hold it, each code unit in its place: SQLite cuts text at a NUL in many functions, and UTF-8
 * has no lone surrogates. Offsets into the given text stay valid.
 */
export const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\ufffd');

/** SHA-256 of the UTF-8 bytes, in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * `[start, end)` of a text in UTF-16 code units, or null when the range is no part of it or cuts a character in two.
 * SQL knows it as `utf16_slice`: the database checks every quote with it.
 */
export function utf16Slice(text: string, start: number, end: number): string | null {
  if (!(start >= 0 && end >= start && end <= text.length)) return null;
  if (cutsPair(text, start) || cutsPair(text, end)) return null;
  return text.slice(start, end);
}

const cutsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
};

/** A name reduced to what two spellings of it share: NFC, lower case, ё as е, letters and digits joined by `-`. */
export const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The key under which something is filed: the catalogue's id, or `~` and the folded name. */
export const keyOf = (id: string | null, name: string): string => id ?? `~${folded(name)}`;

const TRACKING = /^(?:utm_|fbclid$|gclid$|yclid$|ysclid$)/;

/** What makes two addresses the same article: no scheme, fragment, tracking parameters or closing slash. */
export function urlKey(url: string): string {
  if (!URL.canParse(url)) return url.normalize('NFC');
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()])
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${parsed.host}${path}${parsed.search}`;
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The id of an article that comes with none of its own: twelve letters and digits, the same for the same address for ever. */
export const articleIdOf = (url: string): string =>
  [...createHash('sha256').update(urlKey(url)).digest().subarray(0, 12)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('');

/** The word before a dot: a letter alone (an initial, half of `i.e.`) or an abbreviation ends no sentence. */
const LAST_WORD = /(\p{L}+)$/u;
/** A place that is as good as the end of a sentence, when a text has none. */
const LONGEST_SENTENCE = 1_000;

/** `[start, end)` of the sentence around a range of a text, without the blanks around it. */
export function sentenceAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && start - from < LONGEST_SENTENCE && !endsAt(text, from)) from--;
  let to = end;
  while (to < text.length && to - end < LONGEST_SENTENCE && !endsAt(text, to)) to++;
  while (from < start && isBlank(text.charCodeAt(from))) from++;
  while (to > end && isBlank(text.charCodeAt(to - 1))) to--;
  return [cutsPair(text, from) ? from + 1 : from, cutsPair(text, to) ? to - 1 : to];
}

const NEW_LINE = 0x0a;
/** `\s` by the code of a character: a text is asked for every character of its sentences. NaN, behind the end, is none. */
const isBlank = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code > 0x167f && /\s/u.test(String.fromCharCode(code)));

/** Does a sentence end just before the character at `at`? */
function endsAt(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) === NEW_LINE) return true;
  if (!isBlank(text.charCodeAt(at))) return false;
  let mark = at - 1;
  while (mark > 0 && /["»”)]/.test(text[mark] ?? '')) mark--;
  const sign = text[mark] ?? '';
  if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== '…') return false;
  const next = /^\s+[«"“(—–-]*\s*(\S)/u.exec(text.slice(at, at + 12))?.[1] ?? '';
  if (/\p{Ll}/u.test(next)) return false;
  if (sign !== '.' || mark < at - 1) return true;
  const word = LAST_WORD.exec(text.slice(Math.max(0, mark - 8), mark))?.[1] ?? '';
  return word.length !== 1 && !ABBREVIATIONS.has(word.toLowerCase());
}
