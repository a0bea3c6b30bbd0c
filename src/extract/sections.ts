import type { SectionCue } from '../catalog/sections.ts';
import type { SectionKind } from '../core/article.ts';
import type { Section } from './document.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
}

const DATELINE =
  /^\s*(\p{Lu}[\p{Lu}-]{2,}(?:[ -]\p{Lu}{2,})*)\s*[.,]\s?(?:\d{1,2}\s\p{L}+\.?\s?)?(?:[\p{L}.]{3,20}\s?)?(?:[–—-]\s|(?=\p{Lu}))/u;
const HEADER = /^\s*date \d{4}-\d\d-\d\d /u;
/** A headline of a teaser list: short, no full stop at its end. */
const MAX_HEADLINE = 160;
/** A run of headlines without a heading above it must be this long and close the text. */
const MIN_RUN = 3;

/**
 * Finds what stands around the story in a plain text: teasers, captions, promo lines, credits, partner news, datelines.
 * A page from a publisher comes without most of it; a pasted text has it all (LANGUAGE §2.2, Sections).
 */
export function findSections(text: string, cues: readonly SectionCue[]): Section[] {
  const lines = splitLines(text);
  const out: Section[] = [];
  const header = HEADER.exec(text);
  if (header) out.push({ start: 0, end: header[0].length, kind: 'credit' });
  const tail = trailingHeadlines(lines);
  const short = closingShortLines(lines);
  let open: SectionKind | undefined;
  for (const [k, line] of lines.entries()) {
    const cue = cueOf(cues, line.lower);
    if (cue) {
      out.push({ start: line.start, end: line.end, kind: cue.kind });
      // «Читайте также: …» with its headline in the line takes nothing along.
      if (cue.where === 'heading') open = isAlone(cue, line.lower) ? cue.kind : undefined;
      continue;
    }
    if (open) {
      if (isHeadline(line) || (k >= Math.max(short, EARLIEST) && line.lower.length <= MAX_HEADLINE)) {
        out.push({ start: line.start, end: line.end, kind: open });
        continue;
      }
      open = undefined;
    }
    if (k >= tail) {
      out.push({ start: line.start, end: line.end, kind: 'teaser' });
      continue;
    }
    const dateline = DATELINE.exec(text.slice(line.start, Math.min(line.end, line.start + 120)));
    if (dateline)
      out.push({ start: line.start, end: line.start + dateline[0].trimEnd().length, kind: 'dateline' });
  }
  return out;
}

/** How a line shows that it is furniture; brackets around it count for nothing. */
function cueOf(cues: readonly SectionCue[], lower: string): SectionCue | undefined {
  // A paragraph is story, however it begins.
  if (lower.length >= PARAGRAPH) return undefined;
  const line = lower.replace(/^[([\s•–—-]+/u, '');
  return cues.find((c) =>
    c.where === 'word'
      ? line.includes(c.cue) && line.split(/\s+/u).length <= SHORT_LINE
      : line.startsWith(c.cue) && fits(c, line),
  );
}
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
  while (k > 0 && (lines[k - 1]?.lower.length ?? 0) <= MAX_HEADLINE) k--;
  return k;
}

const isHeadline = (line: Line): boolean =>
  line.lower.length > 0 && line.lower.length <= MAX_HEADLINE && !/[.;:!,]$/u.test(line.lower);

/** Where a closing run of bulleted headlines begins; the number of lines when there is none. */
function trailingHeadlines(lines: readonly Line[]): number {
  let k = lines.length;
  while (k > 0) {
    const line = lines[k - 1];
    if (!line || !/^[-–—•*]\s/u.test(line.lower) || !isHeadline(line)) break;
    k--;
  }
  return lines.length - k >= MIN_RUN ? k : lines.length;
}

function splitLines(text: string): Line[] {
  const out: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const end = at + raw.length;
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '')
      out.push({
        start: at + lead,
        end: at + lead + trimmed.length,
        lower: trimmed.slice(0, PARAGRAPH).toLowerCase(),
      });
    at = end + 1;
  }
  return out;
}
