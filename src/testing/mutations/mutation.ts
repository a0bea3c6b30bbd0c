import type { Facts } from '../../core/facts.ts';
import type { Gold } from '../../pipeline/gold.ts';

/**
 * Tells a passage again with something else in the place of numbers, names or marks, and changes the facts that must
 * come out of it along. `facts` is what Derek finds in the passage as it stands. Null where the passage offers nothing.
 */
export type Mutate = (gold: Gold, facts: Facts, random: () => number) => Gold | null;

/** A part of the text and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The passage with edits made that do not overlap; quotes move along, all other slots stay. Null without an edit. */
export function edited(gold: Gold, edits: readonly Edit[]): Gold | null {
  const ordered = edits
    .filter((e) => gold.text.slice(e.start, e.end) !== e.text)
    .toSorted((a, b) => a.start - b.start);
  if (ordered.length === 0) return null;
  let text = '';
  let from = 0;
  for (const { start, end, text: other } of ordered) {
    text += gold.text.slice(from, start) + other;
    from = end;
  }
  text += gold.text.slice(from);
  /** Where a place of the old text lies in the new one; a place within an edit goes to one side of it. */
  const moved = (at: number, side: 'start' | 'end'): number => {
    let shift = 0;
    for (const { start, end, text: other } of ordered) {
      if (end <= at && !(start === end && end === at && side === 'end'))
        shift += other.length - (end - start);
      else if (start < at) return start + shift + (side === 'end' ? other.length : 0);
      else break;
    }
    return at + shift;
  };
  const part = (start: number, length: number): { quote: string; start: number } => {
    const first = moved(start, 'start');
    return { quote: text.slice(first, moved(start + length, 'end')), start: first };
  };
  return {
    ...gold,
    title: retitled(gold, ordered),
    text,
    indicators: gold.indicators.map((i) => ({ ...i, ...part(i.start ?? 0, i.quote.length) })),
    not_indicators: gold.not_indicators.map(({ quote, start }) =>
      part(start ?? gold.text.indexOf(quote), quote.length),
    ),
  };
}

/** What was edited in the text is edited in the title where it stands there, in the same form or another. */
function retitled({ title, text }: Gold, edits: readonly Edit[]): Gold['title'] {
  if (title == null) return title;
  return edits.reduce((told, { start, end, text: other }) => {
    const old = text.slice(start, end);
    return /^\p{Lu}.{2}/u.test(old) ? told.replaceAll(old, () => other) : told;
  }, title);
}

/** All places of a pattern in a text as edits; what the function leaves undefined stays. */
export function replaced(
  text: string,
  pattern: RegExp,
  other: (match: RegExpExecArray) => string | undefined,
): Edit[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const written = other(match);
    return written === undefined
      ? []
      : [{ start: match.index, end: match.index + match[0].length, text: written }];
  });
}

export const oneOf = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];
