import type { Issue } from '../core/issue.ts';
import { Char, charClass } from '../language/chars.ts';

/** Runs that no text of people holds; what is longer was read, but what it says is anybody's guess. */
const LONGEST_WORD = 200;
const LONGEST_NUMBER = 24;
const LONGEST_MARKS = 8;
const DEEPEST_QUOTES = 20;

/**
 * What is odd about a text before anything is understood of it: half characters, heaps of accents, words and numbers of absurd
 * length, quotation marks without an end. Each is told once, at its first place.
 * One pass over the code units, where a look at a few of them does not tell that nothing is odd.
 */
export function oddIssues(text: string): Issue[] {
  if (!mayBeOdd(text)) return [];
  const found = new Map<string, Issue>();
  const tell = (code: string, at: number, detail: string): void => {
    if (!found.has(code)) found.set(code, { code, at: String(at), detail });
  };
  let run = 0;
  let last: number = Char.other;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const cls = charClass(c);
    run = cls === last ? run + 1 : 1;
    last = cls;
    if (cls === Char.letter) {
      if (run === LONGEST_WORD + 1) tell('text/long-word', i - LONGEST_WORD, 'a word of this length is none');
    } else if (cls === Char.digit) {
      if (run === LONGEST_NUMBER + 1)
        tell('number/long', i - LONGEST_NUMBER, 'so many digits are no quantity');
    } else if (cls === Char.ignorable) {
      if (run === LONGEST_MARKS + 1)
        tell('text/marks', i - LONGEST_MARKS, 'accents without letters were left out');
    } else if (cls === Char.other) {
      if (c === OPEN) depth++;
      else if (c === CLOSE) depth = Math.max(0, depth - 1);
      else if ((c & 0xf800) === 0xd800 && !isPaired(text, i, c))
        tell('text/surrogate', i, 'half of a character; it was read as a mark');
      if (depth === DEEPEST_QUOTES) tell('text/quotes', i, 'quotation marks open too deep to be names');
    }
  }
  return [...found.values()];
}

/** No longer than the shortest run that is odd: of any such run one code unit at least is looked at. */
const STEP = LONGEST_MARKS;

/** Is there half a character, an accent, many quotation marks, or a run of letters or digits at every look? */
function mayBeOdd(text: string): boolean {
  if (!text.isWellFormed()) return true;
  let [letters, digits] = [0, 0];
  for (let i = 0; i < text.length; i += STEP) {
    const cls = charClass(text.charCodeAt(i));
    letters = cls === Char.letter ? letters + 1 : 0;
    digits = cls === Char.digit ? digits + 1 : 0;
    if (cls === Char.ignorable || letters * STEP >= LONGEST_WORD || digits * STEP >= LONGEST_NUMBER)
      return true;
  }
  let open = -1;
  for (let n = 0; n < DEEPEST_QUOTES; n++) {
    open = text.indexOf('«', open + 1);
    if (open < 0) return false;
  }
  return true;
}

const OPEN = '«'.charCodeAt(0);
const CLOSE = '»'.charCodeAt(0);

/** Does a surrogate stand beside its other half? */
function isPaired(text: string, i: number, c: number): boolean {
  const other = text.charCodeAt(c < 0xdc00 ? i + 1 : i - 1);
  return c < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
}
