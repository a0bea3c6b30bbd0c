import { isRoman } from '../language/chars.ts';
import { ABBREVIATIONS, CLOSING_ABBREVIATIONS, STOPPED } from '../language/shape.ts';
import { Kind, type Token } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { firstFrom, type Section } from './document.ts';

/** A sentence: tokens `from` up to but not including `to`; `paragraph` counts lines. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

/** Cuts tokens into sentences, given which of them are marks or line breaks. */
export function splitSentences(
  tokens: readonly Token[],
  marks: readonly number[],
  sections: readonly Section[],
): Cut[] {
  const out: Cut[] = [];
  let from = 0;
  let paragraph = 0;
  const close = (to: number): void => {
    if (to > from) out.push({ from, to, paragraph });
    from = Math.max(from, to);
  };
  // A header or dateline that ends inside a line is a sentence of its own.
  const cuts = sections
    .filter((s) => s.kind === 'dateline' || s.start === 0)
    .map((s) => firstFrom(tokens, s.end));
  let cut = 0;
  for (const i of marks) {
    const t = tokens[i] as Token;
    while (cut < cuts.length && (cuts[cut] ?? 0) <= i) close(cuts[cut++] ?? 0);
    // A closing mark of the sentence before.
    if (i < from) continue;
    if (t.kind === Kind.newline) {
      close(i + 1);
      paragraph++;
    } else if (STOPS.has(t.mark) && endsSentence(tokens, i)) {
      let end = i + 1;
      // Closing quotes and brackets belong to the sentence they close.
      while (closesAt(tokens, end)) end++;
      close(end);
    }
  }
  for (; cut < cuts.length; cut++) close(cuts[cut] ?? 0);
  close(tokens.length);
  return out;
}

const STOPS: ReadonlySet<string> = new Set('.!?…');
const CLOSERS: ReadonlySet<string> = new Set('»”")');

/** Does a mark at a token close what stands right before it? */
const closesAt = (tokens: readonly Token[], i: number): boolean => {
  const t = tokens[i];
  return t !== undefined && t.kind === Kind.punct && !t.spaced && CLOSERS.has(t.mark);
};

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const dot = tokens[i];
  const next = tokens[i + 1];
  if (!dot || !next) return true;
  if (next.kind === Kind.newline) return true;
  const closing = closesAt(tokens, i + 1);
  if (!next.spaced && !closing) return false;
  // «Скажи «нет!» шуму»: a name may end with a mark of its own, and the sentence goes on.
  if (dot.mark !== '.') {
    const on = tokens[i + 2];
    return !closing || (on?.kind !== Kind.punct && on?.form?.shape !== Shape.lower);
  }
  const after = closing ? tokens[i + 2] : next;
  if (closing && after?.kind === Kind.punct && after.mark !== '«') return false;
  const before = tokens[i - 1];
  const capital = !after?.form || after.form.shape !== Shape.lower;
  if (!capital) return false;
  if (before?.form && !before.form.hyphened) {
    const norm = before.form.type.norm;
    // `Б. Байбек`: a single capital letter is an initial, unless it closes a short word of a sentence.
    if (norm.length === 1 && before.form.raw !== norm) return false;
    const earlier = tokens[i - 3]?.form?.type.norm;
    if (tokens[i - 2]?.mark === '.' && !before.spaced && STOPPED.has(`${earlier}${norm}`)) return false;
    if (ABBREVIATIONS.has(norm))
      return (
        CLOSING_ABBREVIATIONS.has(norm) &&
        after?.form !== null &&
        after?.form !== undefined &&
        !isRoman(after.form.raw) &&
        // In a line of capitals a capital says nothing: «4,5 ТЫС. МЕСТ».
        !(before.form.shape === Shape.caps && after.form.shape === Shape.caps)
      );
  }
  return true;
}
