import { isVerbal } from '../language/shape.ts';
import { Kind, type Token } from '../language/tokens.ts';
import { Shape } from '../language/words.ts';
import { cover } from './cover.ts';
import { type Document, EVERY_FAMILY, isSign, langAt, Starts, sensesAt, tokenAt } from './document.ts';
import { Sign } from './signs.ts';

/** Something between quotation marks: tokens `open` and `close` are the marks themselves. */
export interface Quote {
  readonly open: number;
  readonly close: number;
  /** A name of something, or somebody's words. */
  readonly kind: 'name' | 'speech';
}

const OPENING: Readonly<Record<string, string>> = { '«': '»', '„': '“', '“': '”', '‹': '›' };
const CLOSING = new Set(['»', '”', '“', '›']);
/** Longer than this it is not a name. */
const MAX_NAME = 14;
/** Marks that never close are dropped at the end of their line; deeper nesting than this is noise. */
const MAX_DEPTH = 8;

/** An opening mark, what closes it, and for «НК «Достық» the mark that closed the name inside it and may close both. */
interface Open {
  readonly at: number;
  readonly closes: string;
  inner?: number;
}
/** Tokens from one opening mark to the next of a name with one closing mark. */
const BEFORE_INNER = 3;

/** Pairs quotation marks by a stack; straight ones open or close by the side they cling to. Never crosses a line. */
export function findQuotes(doc: Document): Quote[] {
  const out: Quote[] = [];
  const stack: Open[] = [];
  const dropOpen = (): void => {
    for (const { at, inner } of stack) if (inner) out.push({ open: at, close: inner, kind: 'name' });
    while (stack.length > 0) stack.pop();
  };
  /** Closes what opened at a place of the stack, and with it all that opened inside. */
  const closeAt = (at: number, i: number): void => {
    const open = stack[at]?.at ?? i;
    out.push(quote(doc, open, i, at > 0));
    const outer = stack[at - 1];
    if (outer && open - outer.at <= BEFORE_INNER) outer.inner = i;
    while (stack.length > at) stack.pop();
  };
  for (const i of doc.marks) {
    if (!isSign(doc, i, Sign.paired | Sign.newline)) continue;
    const t = doc.tokens[i] as Token;
    if (t.kind === Kind.newline) {
      dropOpen();
      continue;
    }
    const top = stack.at(-1);
    if (t.mark === '"') {
      const opens =
        t.spaced ||
        i === 0 ||
        (!top && !doc.tokens[i + 1]?.spaced) ||
        (tokenAt(doc, i - 1)?.kind === Kind.punct &&
          !doc.tokens[i + 1]?.spaced &&
          '«("'.includes(tokenAt(doc, i - 1)?.mark ?? ' '));
      const straight = stack.findLastIndex((s) => s.closes === '"');
      if (straight >= 0 && !(opens && doc.tokens[i + 1] && !doc.tokens[i + 1]?.spaced && t.spaced)) {
        closeAt(straight, i);
      } else if (stack.length < MAX_DEPTH) stack.push({ at: i, closes: '"' });
    } else if (OPENING[t.mark] !== undefined && !(t.mark === '“' && top?.closes === '“')) {
      if (stack.length < MAX_DEPTH) stack.push({ at: i, closes: OPENING[t.mark] ?? '' });
    } else if (CLOSING.has(t.mark)) {
      const at = stack.findLastIndex((s) => s.closes === t.mark);
      if (at >= 0) closeAt(at, i);
    }
  }
  dropOpen();
  return out.sort((a, b) => a.open - b.open || b.close - a.close);
}

function quote(doc: Document, open: number, close: number, inner = false): Quote {
  return { open, close, kind: isSpeech(doc, open, close, inner) ? 'speech' : 'name' };
}

function isSpeech(doc: Document, open: number, close: number, inner: boolean): boolean {
  const n = close - open - 1;
  if (n > MAX_NAME || n === 0) return true;
  const after = doc.tokens[close + 1]?.mark;
  const dash = doc.tokens[close + 2]?.mark ?? '';
  // «Мы вошли в проект «Ауыл аманаты», – сказал он»: the mark that closes the name closes the speech with it.
  if (!inner && after === ',' && dash !== '' && '–—-'.includes(dash)) return true;
  if (n > 4 && tokenAt(doc, open - 1)?.mark === ':') return true;
  if (n <= 5) return false;
  const said = !isTriggered(doc, open);
  for (let i = open + 1; i < close; i++) {
    const t = doc.tokens[i];
    if (said && t?.kind === Kind.punct && '.?…'.includes(t.mark) && i < close - 1) return true;
    // A finite verb at the end of a Kazakh clause, or anywhere in a long Russian one.
    const lang = langAt(doc, i);
    if (
      n > 7 &&
      t?.form &&
      lang &&
      isVerbal(t.form, lang) &&
      i > open + 2 &&
      t.form.length > 4 &&
      lang === 'kk' &&
      i === close - 1
    )
      return true;
  }
  return false;
}

/** «программа «Чистый дом. Новые возможности»»: behind a noun that says what is named, a stop ends no sentence. */
const isTriggered = (doc: Document, open: number): boolean =>
  sensesAt(doc, open - 1, Starts.trigger).some((s) => s.to === open);

/** A test for «does this token lie inside a quoted name?», in constant time. */
export function insideName(doc: Document, quotes: readonly Quote[]): (token: number) => boolean {
  const inside = new Uint8Array(doc.tokens.length);
  for (const q of quotes) if (q.kind === 'name') cover(inside, q.open + 1, q.close);
  return (token) => inside[token] === 1;
}

/**
 * Takes the classes from the words of quoted names: «Рост региона» tells of no growth, «Ауыл – ел бесігі» of no country.
 * What is counted, what bears a name and what happens stay known; so does a word that is only held at arm's length («рост»).
 */
export function muteNames(doc: Document, quotes: readonly Quote[]): void {
  for (const { open, close, kind } of quotes) {
    if (kind !== 'name' || doc.tokens[open + 1]?.form?.shape === Shape.lower) continue;
    for (let i = open + 1; i < close; i++) doc.starts[i] = (doc.starts[i] ?? 0) & ~CLASSES;
  }
}
const CLASSES = Starts.closed | EVERY_FAMILY;
