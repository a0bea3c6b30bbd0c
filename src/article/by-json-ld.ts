import { decodeEntities, type Element, parseHtml } from './html.ts';
import { plain } from './story.ts';
import { type Line, linesOf } from './text.ts';
import type { Zone } from './zone.ts';

/** A shorter text is a lead or a summary (zakon.kz gives only that), not the story. */
const LEAST = 200;
const MOST = 200_000;
/** So much of the declared text must be found among the lines of the page to take its paragraphs from there. */
const COVERED = 0.85;
/** Searches for lines that are not there cost time; pages with more such lines are not worth it. */
const MAX_MISSES = 50;
const GRAM = 12;

export interface Declared {
  /** Where on the page the declared text stands, line by line; undefined when the page does not show it. */
  readonly zone: Zone | undefined;
  /** The declared text in lines, as far as it has any. */
  readonly lines: readonly Line[];
  readonly chars: number;
}

/**
 * The story that a page declares as `articleBody`. It seldom has paragraphs, so the lines of the page that it consists of
 * are looked up; what the page does not show is taken as declared. Undefined when too little is declared.
 */
export function byJsonLd(root: Element, articleBody: string | null): Declared | undefined {
  if (articleBody === null || articleBody.length < LEAST) return undefined;
  const text = articleBody.slice(0, MOST);
  const declared = linesOf(parseHtml(asHtml(text)));
  const whole = plain(declared.map((l) => l.text).join(' '));
  if (whole.length < LEAST * 0.7) return undefined;
  const matched = match(root, whole);
  return { zone: matched, lines: declared, chars: whole.length };
}

/** Declared text comes as plain lines, as HTML, or as HTML with its signs escaped. */
function asHtml(text: string): string {
  const decoded = /&lt;\/?(?:p|br|div)/i.test(text) ? decodeEntities(text) : text;
  return /<(?:p|br|div)\b/i.test(decoded)
    ? decoded
    : decoded.replace(/</g, '&lt;').replace(/\r?\n+/g, '<br>');
}

function match(root: Element, whole: string): Zone | undefined {
  const grams = new Set<string>();
  for (let i = 0; i + GRAM <= whole.length; i++) grams.add(whole.slice(i, i + GRAM));
  const kept = new Map<Element, Set<string>>();
  let from = 0;
  let covered = 0;
  let misses = 0;
  for (const line of linesOf(root)) {
    const text = plain(line.text.slice(0, MOST));
    if (text.length < 3) continue;
    if (text.length >= GRAM && !(grams.has(text.slice(0, GRAM)) && grams.has(text.slice(-GRAM)))) continue;
    const at = whole.indexOf(text, from);
    // Short lines must follow at once: «Фото» is found everywhere.
    if (at < 0 || (text.length < GRAM && at > from)) {
      if (++misses > MAX_MISSES) return undefined;
      continue;
    }
    if (at > from + whole.length * 0.3) continue;
    from = at + text.length;
    covered += text.length;
    const texts = kept.get(line.element) ?? new Set();
    kept.set(line.element, texts.add(line.text));
  }
  if (covered < whole.length * COVERED) return undefined;
  return {
    blocks: [...kept.keys()].filter((e) => !hasAncestor(e, kept)),
    isOut: () => false,
    holds: (line) => kept.get(line.element)?.has(line.text) ?? false,
  };
}

function hasAncestor(e: Element, among: ReadonlyMap<Element, unknown>): boolean {
  for (let at = e.parent; at; at = at.parent) if (among.has(at)) return true;
  return false;
}
