import { Kind } from '../language/tokens.ts';
import type { Document, Sentence } from './document.ts';
import type { Quantity } from './numbers/index.ts';

const MAX_WORDS = 12;

/**
 * What a number measures, in the article's words: its clause without the number, the time and the connectives.
 * Empty when the clause has nothing of its own («… , 7 654 – …»); the figure before it then lends its subject.
 */
export function subjectOf(doc: Document, q: Quantity, s: Sentence): string {
  let from = q.from;
  while (from > s.from && !edge(doc, from - 1)) from--;
  let to = q.to;
  while (to < s.to && !edge(doc, to)) to++;
  const noun = q.noun[1] > q.noun[0] ? q.noun : null;
  const kept: number[] = [];
  for (let i = from; i < to; i++) {
    const inNoun = noun !== null && i >= noun[0] && i < noun[1];
    if (i >= q.from && i < q.to && !inNoun) continue;
    const t = doc.tokens[i];
    if ((t?.form && !skipped(doc, i)) || (t?.kind === Kind.punct && '«»"“”'.includes(t.mark))) kept.push(i);
  }
  // A preposition whose noun was left out («за … месяцев») goes with it.
  const whole = kept.filter((i, k) => !(dangling(doc, i) && kept[k + 1] !== i + 1));
  const words = whole.map((i) => doc.tokens[i]?.form?.raw ?? doc.tokens[i]?.mark ?? '');
  const content = whole.filter((i) => (doc.tokens[i]?.form?.type.norm.length ?? 0) > 3).length;
  if (content === 0) return '';
  return tidy(words.slice(-MAX_WORDS));
}

const edge = (doc: Document, i: number): boolean => {
  const t = doc.tokens[i];
  return (
    t?.kind === Kind.newline ||
    (t?.kind === Kind.punct && ',;().!?:–—•'.includes(t.mark)) ||
    t?.kind === Kind.number
  );
};

const dangling = (doc: Document, i: number): boolean => {
  const c = doc.classes[i];
  return c !== undefined && (c.has('prep') || c.has('prep.each') || c.has('and'));
};

function skipped(doc: Document, i: number): boolean {
  const c = doc.classes[i];
  if ((doc.senses[i] ?? []).some((x) => x.entry.cls === 'month')) return true;
  if (!c || c.size === 0) return false;
  for (const x of c)
    if (
      x.startsWith('cmp.') ||
      x.startsWith('unit.year') ||
      x.startsWith('rel.') ||
      x === 'than' ||
      x === 'say'
    )
      return true;
  return false;
}

/** Joins words, closes quotation marks to them and drops a connective at either end. */
function tidy(words: readonly string[]): string {
  let text = words
    .join(' ')
    .replace(/([«“]) /gu, '$1')
    .replace(/ ([»”])/gu, '$1');
  text = text.replace(/^(?:\p{Ll}{1,3} )+(?=\p{L}{3,})/u, '').replace(/(?: \p{Ll}{1,2})+$/u, '');
  return text.trim();
}
