/** A place of a text to be marked. Places may lie inside one another, and may cross. */
export interface Mark<Kind> {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  /** Address of the mark itself, given to its first piece. */
  readonly id?: string;
  /** Where a click leads. */
  readonly href?: string;
  readonly label: string;
  /** Stands before the marked words: the number that joins it to another. */
  readonly note?: string;
}

/** A piece of the marked text: words, or a marked piece that holds further pieces. */
export type Piece<Kind> =
  | { readonly text: string }
  | { readonly mark: Mark<Kind>; readonly first: boolean; readonly inside: readonly Piece<Kind>[] };

interface Part<Kind> {
  readonly mark: Mark<Kind>;
  readonly start: number;
  readonly end: number;
  readonly first: boolean;
}

/** More marks inside one another than a reader can tell apart; those still deeper are left out. */
const DEEPEST = 8;

/**
 * The pieces of `text[from, to)` under the marks. A mark that begins inside another and ends after it is cut in two, so
 * that the pieces nest as markup has to. Marks outside the range are ignored.
 */
export function pieces<Kind>(
  text: string,
  marks: readonly Mark<Kind>[],
  from: number,
  to: number,
): readonly Piece<Kind>[] {
  const parts = marks
    .filter((mark) => mark.start < to && mark.end > from && mark.end > mark.start)
    .map((mark) => ({
      mark,
      start: Math.max(mark.start, from),
      end: Math.min(mark.end, to),
      first: mark.start >= from,
    }));
  return nest(text, parts, from, to, 0);
}

function nest<Kind>(
  text: string,
  parts: readonly Part<Kind>[],
  from: number,
  to: number,
  depth: number,
): Piece<Kind>[] {
  const queue = [...parts].sort(outermostFirst);
  const out: Piece<Kind>[] = [];
  let at = from;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.start > at) out.push({ text: text.slice(at, next.start) });
    const outer = next;
    const inside: Part<Kind>[] = [];
    const cut: Part<Kind>[] = [];
    while (queue[0] !== undefined && queue[0].start < outer.end) {
      const inner = queue.shift();
      if (inner === undefined) break;
      if (inner.end <= outer.end) inside.push(inner);
      else {
        inside.push({ ...inner, end: outer.end });
        cut.push({ ...inner, start: outer.end, first: false });
      }
    }
    if (cut.length > 0) {
      queue.push(...cut);
      queue.sort(outermostFirst);
    }
    out.push({
      mark: outer.mark,
      first: outer.first,
      inside: nest(text, depth < DEEPEST ? inside : [], outer.start, outer.end, depth + 1),
    });
    at = outer.end;
  }
  if (at < to) out.push({ text: text.slice(at, to) });
  return out;
}

const outermostFirst = <Kind>(a: Part<Kind>, b: Part<Kind>): number => a.start - b.start || b.end - a.end;
