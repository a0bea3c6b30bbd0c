import { Char, charClass } from '../../language/chars.ts';
import { Kind } from '../../language/tokens.ts';
import { type Document, has, type Sentence, Starts, sensesAt } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';

const MAX_WORDS = 16;
/** Where a figure stood: «помощь получили … человек» is read without its number. */
const GAP = '…';

/**
 * What a number measures, in the article's words: its clause with a gap for each figure, without time and comparators.
 * Empty when the clause has nothing of its own («… , 7 654 – …»); the figure before it then lends its subject.
 */
export function subjectOf(doc: Document, q: Quantity, s: Sentence): string {
  let from = q.from;
  while (from > s.from && !edge(doc, from - 1)) from--;
  let to = q.to;
  while (to < s.to && !edge(doc, to)) to++;
  const noun = q.noun[1] > q.noun[0] ? q.noun : null;
  const at: number[] = [];
  const texts: string[] = [];
  const keep = (token: number, text: string): void => {
    at.push(token);
    texts.push(text);
  };
  for (let i = from; i < to; i++) {
    const inNoun = noun !== null && i >= noun[0] && i < noun[1];
    if (i >= q.from && i < q.to && !inNoun) {
      if (i === q.group.from) keep(i, GAP);
      continue;
    }
    const t = doc.tokens[i];
    if (t?.kind === Kind.number) {
      if (!ofTime(doc, i + 1)) keep(i, GAP);
    } else if (t?.form ? !skipped(doc, i) : t?.kind === Kind.punct && '«»"“”'.includes(t.mark))
      keep(i, t?.form?.raw ?? t?.mark ?? '');
  }
  const words: string[] = [];
  const places: number[] = [];
  let content = 0;
  for (let k = 0; k < at.length; k++) {
    const [token = 0, text = ''] = [at[k], texts[k]];
    // A preposition whose noun was left out («за … месяцев») goes with it.
    if (dangling(doc, token) && at[k + 1] !== token + 1 && texts[k + 1] !== GAP) continue;
    words.push(text);
    places.push(token);
    if (text !== GAP && (doc.tokens[token]?.form?.length ?? 0) > 3) content++;
  }
  return content === 0 ? '' : tidy(near(words, places, q));
}

/** The words next to the figure when the clause is long; `places` are their tokens. */
function near(words: readonly string[], places: readonly number[], q: Quantity): readonly string[] {
  if (words.length <= MAX_WORDS) return words;
  const at = places.findIndex((token) => token >= q.group.from);
  const from = Math.max(0, Math.min(at - MAX_WORDS / 2, words.length - MAX_WORDS));
  return words.slice(from, from + MAX_WORDS);
}

/** Years, months and days are no figures: they go without a gap. */
const ofTime = (doc: Document, next: number): boolean => {
  for (const c of doc.classes[next] ?? []) if (c.startsWith('unit.')) return true;
  return sensesAt(doc, next, Starts.month).some((x) => x.entry.cls === 'month');
};

const edge = (doc: Document, i: number): boolean => {
  const t = doc.tokens[i];
  // A dash ties a figure to what it measures: «зейнеткерлер – 8,6 %».
  return t?.kind === Kind.newline || (t?.kind === Kind.punct && ',;().!?:•'.includes(t.mark));
};

const dangling = (doc: Document, i: number): boolean =>
  has(doc, i, 'prep') || has(doc, i, 'prep.each') || has(doc, i, 'and');

function skipped(doc: Document, i: number): boolean {
  const senses = sensesAt(doc, i, Starts.month | Starts.numeral);
  if (
    senses.some(
      (x) => x.entry.cls === 'month' || (x.entry.cls === 'numeral' && !x.entry.id.startsWith('ordinal')),
    )
  )
    return true;
  const c = doc.classes[i];
  if (!c || c.size === 0) return false;
  for (const x of c)
    if (x.startsWith('cmp.') || x.startsWith('unit.year') || x.startsWith('rel.') || x === 'than')
      return true;
  return false;
}

/** Joins words, closes quotation marks to them, drops gaps and connectives at either end. */
function tidy(words: readonly string[]): string {
  const parts: string[] = [];
  let opened = '';
  for (const word of words) {
    if (word === '«' || word === '“') opened += word;
    else if ((word === '»' || word === '”') && opened === '' && parts.length > 0)
      parts[parts.length - 1] += word;
    else if (word !== GAP || opened !== '' || parts.at(-1) !== GAP) {
      parts.push(opened + word);
      opened = '';
    }
  }
  if (opened !== '') parts.push(opened);
  let first = 0;
  for (let k = 0; k < parts.length && isShort(parts[k] ?? '', 3); k++)
    if (beginsWord(parts[k + 1] ?? '')) first = k + 1;
  let end = parts.length;
  while (end - 1 > first && isShort(parts[end - 1] ?? '', 2)) end--;
  return parts.slice(first, end).join(' ');
}

/** A gap, or a word of at most so many small letters: a preposition or conjunction, as a rule. */
const isShort = (part: string, letters: number): boolean =>
  part === GAP || (part.length <= letters && lettersOf(part) === part.length && part === part.toLowerCase());

/** Is it a word of three letters or more, maybe behind a quotation mark? */
const beginsWord = (part: string): boolean =>
  lettersOf('«“'.includes(part.charAt(0)) ? part.slice(1) : part) >= 3;

/** How many letters something begins with. */
function lettersOf(part: string): number {
  let n = 0;
  while (n < part.length && charClass(part.charCodeAt(n)) === Char.letter) n++;
  return n;
}
