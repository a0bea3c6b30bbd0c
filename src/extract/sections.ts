import type { SectionCue } from '../catalog/sections.ts';
import type { SectionKind } from '../core/article.ts';
import { Char, charClass, isCapital } from '../language/chars.ts';
import { Inside, openingKey, standsAt } from '../language/openings.ts';
import type { Section } from './document.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

const DATELINE =
  /^\s*(\p{Lu}[\p{Lu}-]{2,}(?:[ -]\p{Lu}{2,})*)\s*[.,]\s?(?:\d{1,2}\s\p{L}+\.?\s?)?(?:[\p{L}.]{3,20}\s?)?(?:[–—-]\s|(?=\p{Lu}))/u;
const HEADER_WORD = 'date ';
const HEADER = /^\s*date \d{4}-\d\d-\d\d /u;
/** A headline of a teaser list: short, no full stop at its end. */
const MAX_HEADLINE = 160;
/** A run of headlines without a heading above it must be this long and close the text. */
const MIN_RUN = 3;

/**
 * Finds what stands around the story in a plain text: teasers, captions, promo lines, credits, partner news, datelines.
 * A page from a publisher comes without most of it; a pasted text has it all (LANGUAGE §2.2, Sections).
 */
export function findSections(text: string, cues: CueIndex): Section[] {
  const lines = splitLines(text);
  const out: Section[] = [];
  const header = text.startsWith(HEADER_WORD, text.search(/\S/)) ? HEADER.exec(text) : null;
  if (header) out.push({ start: 0, end: header[0].length, kind: 'credit' });
  const tail = trailingHeadlines(text, lines);
  const short = closingShortLines(lines);
  let open: SectionKind | undefined;
  for (const [k, line] of lines.entries()) {
    // A paragraph is story, however it begins.
    const cue = isShort(line, PARAGRAPH) ? cues.of(text, line) : undefined;
    if (cue) {
      out.push({ start: line.start, end: line.end, kind: cue.kind });
      // «Читайте также: …» with its headline in the line takes nothing along.
      if (cue.where === 'heading')
        open = isAlone(cue, text.slice(line.start, line.end).toLowerCase()) ? cue.kind : undefined;
      continue;
    }
    if (open) {
      if (isHeadline(text, line) || (k >= Math.max(short, EARLIEST) && isShort(line, MAX_HEADLINE + 1))) {
        out.push({ start: line.start, end: line.end, kind: open });
        continue;
      }
      open = undefined;
    }
    if (k >= tail) {
      out.push({ start: line.start, end: line.end, kind: 'teaser' });
      continue;
    }
    const dateline = opensInCapitals(text, line)
      ? DATELINE.exec(text.slice(line.start, Math.min(line.end, line.start + 120)))
      : null;
    if (dateline)
      out.push({ start: line.start, end: line.start + dateline[0].trimEnd().length, kind: 'dateline' });
  }
  return out;
}

const isShort = (line: Line, below: number): boolean => line.end - line.start < below;

/** A dateline begins with two capital letters; asked before the pattern, which is dear. */
const opensInCapitals = (text: string, { start }: Line): boolean =>
  isCapital(text.charCodeAt(start)) && isCapital(text.charCodeAt(start + 1));

interface Ranked {
  readonly cue: SectionCue;
  readonly rank: number;
}

/** Looks cues up by the first letters of a line: most lines begin like none. */
export class CueIndex {
  /** Cues that a line must begin with, by their first letters, with their rank: the first listed wins. */
  readonly #openings = new Map<number, Ranked[]>();
  readonly #words: Ranked[] = [];
  readonly #inside: Inside;

  constructor(cues: readonly SectionCue[]) {
    for (const [rank, cue] of cues.entries()) {
      const key = openingKey(cue.cue, 0);
      if (cue.where === 'word') this.#words.push({ cue, rank });
      else this.#openings.set(key, [...(this.#openings.get(key) ?? []), { cue, rank }]);
    }
    this.#inside = new Inside(this.#words.map(({ cue }) => cue.cue));
  }

  /** How a line shows that it is furniture; brackets and bullets around it count for nothing. */
  of(text: string, line: Line): SectionCue | undefined {
    const { end } = line;
    let from = line.start;
    while (from < end && BULLETS.has(text.charCodeAt(from))) from++;
    const opening = this.#openings
      .get(openingKey(text, from))
      ?.filter(({ cue }) => standsAt(text, from, cue.cue));
    const short = this.#inside.holds(text, from, end) && hasFewWords(text, from, end);
    if (!opening?.length && !short) return undefined;
    const lower = text.slice(from, end).toLowerCase();
    const first = opening?.find(({ cue }) => fits(cue, lower));
    const word = short ? this.#words.find(({ cue }) => lower.includes(cue.cue)) : undefined;
    return (first && (!word || first.rank < word.rank) ? first : word)?.cue;
  }
}
const BULLETS: ReadonlySet<number> = new Set(Array.from('([ \t\u00a0•–—-', (c) => c.charCodeAt(0)));

/** Has a line no more words than furniture has? Stops counting as soon as it has. */
function hasFewWords(text: string, from: number, end: number): boolean {
  let words = 1;
  for (let i = from; i < end && words <= SHORT_LINE; i++) if (text.charCodeAt(i) === SPACE) words++;
  return words <= SHORT_LINE;
}
const SPACE = 32;
const SHORT_LINE = 12;
/** Characters of a line that are looked at; a line that fills them is no furniture. */
const PARAGRAPH = 400;
/** «Популярное за неделю»: a heading may bear a few words more. */
const HEADING_WORDS = 3;

/** A heading stands alone, with a few words, or with its headline behind a colon or dash; a cue inside a sentence is none. */
function fits(cue: SectionCue, lower: string): boolean {
  const rest = lower.slice(cue.cue.length);
  if (cue.where === 'heading')
    return (
      rest.trim() === '' ||
      /^\s*[:–—-]/u.test(rest) ||
      (/^\s/u.test(rest) && rest.trim().split(/\s+/u).length <= HEADING_WORDS && !/[.!?,;]$/u.test(rest))
    );
  return /[^\p{L}]$/u.test(cue.cue) || rest === '' || !/^\p{L}/u.test(rest);
}

/** A story has begun by this line: before it, sentences under a heading are story. */
const EARLIEST = 3;

/** Does nothing stand beside a heading but a few words and marks? */
const isAlone = (cue: SectionCue, lower: string): boolean =>
  lower
    .slice(lower.indexOf(cue.cue) + cue.cue.length)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .split(' ').length <= HEADING_WORDS;

/** Where the short lines begin that close a text: headlines may end in a full stop there. */
function closingShortLines(lines: readonly Line[]): number {
  let k = lines.length;
  while (k > 0 && isShort(lines[k - 1] as Line, MAX_HEADLINE + 1)) k--;
  return k;
}

const isHeadline = (text: string, line: Line): boolean =>
  isShort(line, MAX_HEADLINE + 1) && !'.;:!,'.includes(text.charAt(line.end - 1));

/** Where a closing run of bulleted headlines begins; the number of lines when there is none. */
function trailingHeadlines(text: string, lines: readonly Line[]): number {
  let k = lines.length;
  for (; k > 0; k--) {
    const line = lines[k - 1] as Line;
    const bulleted = '-–—•*'.includes(text.charAt(line.start)) && /\s/u.test(text.charAt(line.start + 1));
    if (!bulleted || !isHeadline(text, line)) break;
  }
  return lines.length - k >= MIN_RUN ? k : lines.length;
}

/** Lines with something in them, without the white space around it. */
function splitLines(text: string): Line[] {
  const out: Line[] = [];
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    let [start, end] = [at, newline < 0 ? text.length : newline];
    at = end + 1;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) out.push({ start, end });
  }
  return out;
}

const isSpace = (code: number): boolean => {
  const c = charClass(code);
  return c === Char.space || c === Char.newline;
};
