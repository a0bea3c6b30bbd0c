import { searchKeys } from './keys.ts';
import { sentenceAround } from './text.ts';
import type { Snippet } from './views.ts';

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
/** A snippet is a sentence or two, not a page. */
const LONGEST = 280;

/** The first sentence of a text with the most of the wanted words, those words marked; its beginning when none is there. */
export function snippetOf(text: string, keys: readonly string[]): Snippet {
  const wanted = new Set(keys);
  const found = wanted.size === 0 ? [] : wordsOf(text, wanted);
  const [first] = found;
  if (first === undefined) return shortened(text, 0, Math.min(text.length, LONGEST), []);
  let best: { start: number; end: number; kinds: number } | undefined;
  for (let i = 0; i < found.length; ) {
    const word = found[i] ?? first;
    const [start, end] = sentenceAround(text, word.start, word.end);
    const kinds = new Set<string>();
    while (i < found.length && (found[i]?.start ?? 0) < end) kinds.add(found[i++]?.key ?? '');
    if (kinds.size === 0) i++;
    else if (best === undefined || kinds.size > best.kinds) best = { start, end, kinds: kinds.size };
    if (best?.kinds === wanted.size) break;
  }
  const { start, end } = best ?? { start: first.start, end: first.end };
  const inside = found.filter((word) => word.start >= start && word.end <= end);
  const from = end - start <= LONGEST ? start : Math.max(start, (inside[0]?.start ?? start) - 60);
  return shortened(text, from, Math.min(end, from + LONGEST), inside);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

function wordsOf(text: string, wanted: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const key = searchKeys(word).find((k) => wanted.has(k));
    if (key !== undefined) found.push({ start: index, end: index + word.length, key });
  }
  return found;
}

/** Cuts at blanks, says so with `…`, and moves the marks along. */
function shortened(text: string, start: number, end: number, words: readonly Found[]): Snippet {
  const from =
    start === 0 || /\s/.test(text[start - 1] ?? '')
      ? start
      : start + Math.max(0, text.slice(start, end).search(/\s/u));
  const room = text.slice(from, end);
  const whole = end >= text.length || /[\s]/.test(text[end] ?? '') || /[.!?…»”"]$/u.test(room);
  const body = whole ? room : room.replace(/\s+\S*$/u, '');
  const head = startsSentence(text, from) ? '' : '…';
  const tail = whole && (end >= text.length || /[.!?…»”"]$/u.test(body)) ? '' : '…';
  const shift = head.length - from;
  const shown = head + body + tail;
  const marks = words
    .filter((word) => word.start >= from && word.end <= from + body.length)
    .map((word): [number, number] => [word.start + shift, word.end + shift]);
  return { text: shown.replace(/[\n\r\t]/g, ' '), marks };
}

const startsSentence = (text: string, at: number): boolean =>
  /^$|[\n.!?…»”"]\s*$/u.test(text.slice(0, at).slice(-4));
