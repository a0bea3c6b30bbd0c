import { searchKeys } from '../language/index.ts';
import { sentenceAround } from './text.ts';
import type { Snippet } from './views.ts';

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
/** A snippet is a sentence or two, not a page. */
const LONGEST = 280;
/** How much of a long sentence stands before the first word that was found. */
const LEAD = 60;

/**
 * The first sentence of a text that has the most of the wanted words, those words marked; its beginning when there is
 * none. `keys` holds the keys of each word of the query, as `queryKeys` gives them.
 */
export function snippetOf(text: string, keys: readonly (readonly string[])[]): Snippet {
  const found = keys.length === 0 ? [] : wordsOf(text, keys);
  const sentence = bestSentence(text, found, keys.length);
  if (sentence === undefined) return cut(text, 0, LONGEST, []);
  const first = found.find((word) => word.start >= sentence.start);
  const from = sentence.end - sentence.start <= LONGEST ? sentence.start : (first?.start ?? 0) - LEAD;
  const start = Math.max(sentence.start, from);
  return cut(text, start, Math.min(sentence.end, start + LONGEST), found);
}

interface Found {
  readonly start: number;
  readonly end: number;
  /** Which word of the query it is. */
  readonly word: number;
}

function wordsOf(text: string, keys: readonly (readonly string[])[]): Found[] {
  const wordOfKey = new Map(keys.flatMap((forms, word) => forms.map((key) => [key, word] as const)));
  const found: Found[] = [];
  for (const { 0: spelling, index } of text.matchAll(WORD)) {
    const key = searchKeys(spelling).find((k) => wordOfKey.has(k));
    const word = key === undefined ? undefined : wordOfKey.get(key);
    if (word !== undefined) found.push({ start: index, end: index + spelling.length, word });
  }
  return found;
}

function bestSentence(
  text: string,
  found: readonly Found[],
  wanted: number,
): { readonly start: number; readonly end: number } | undefined {
  let best: { start: number; end: number; words: number } | undefined;
  let i = 0;
  for (let word = found[0]; word !== undefined; word = found[i]) {
    const [start, end] = sentenceAround(text, word.start, word.end);
    const words = new Set<number>();
    for (; word !== undefined && word.end <= end; word = found[++i]) words.add(word.word);
    if (best === undefined || words.size > best.words) best = { start, end, words: words.size };
    if (words.size === wanted) break;
  }
  return best;
}

/** Cuts between words, says so with `…`, and moves the marks along. */
function cut(text: string, start: number, end: number, words: readonly Found[]): Snippet {
  const from = atWord(text, start) ? start : start + Math.max(0, text.slice(start, end).search(/\s/u));
  const rest = text.slice(from, end);
  const body = atWord(text, end) ? rest : rest.replace(/\s*\S*$/u, '');
  const lead = body.length - body.trimStart().length;
  const shown = body.trim();
  const head = endsSentence(text.slice(0, from + lead)) ? '' : '…';
  const tail = from + lead + shown.length >= text.trimEnd().length || endsSentence(shown) ? '' : '…';
  const shift = head.length - from - lead;
  return {
    text: `${head}${shown.replace(/\s/gu, ' ')}${tail}`,
    marks: words
      .filter((word) => word.start + shift >= head.length && word.end + shift <= head.length + shown.length)
      .map((word): [number, number] => [word.start + shift, word.end + shift]),
  };
}

const atWord = (text: string, at: number): boolean =>
  at <= 0 || at >= text.length || /\s/u.test(text[at] ?? '') || /\s/u.test(text[at - 1] ?? '');
const endsSentence = (text: string): boolean =>
  text.trimEnd() === '' || /\n\s*$|[.!?…][»”")]*\s*$/u.test(text.slice(-40));
