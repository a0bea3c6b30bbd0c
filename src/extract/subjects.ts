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
  const words: string[] = [];
  let content = 0;
  const noun = q.noun[1] > q.noun[0] ? q.noun : null;
  for (let i = from; i < to; i++) {
    const inNoun = noun !== null && i >= noun[0] && i < noun[1];
    if (i >= q.from && i < q.to && !inNoun) continue;
    const t = doc.tokens[i];
    if (!t) continue;
    if (t.kind === Kind.punct && '«»"“”'.includes(t.mark)) {
      words.push(t.mark);
      continue;
    }
    if (!t.form || skipped(doc, i)) continue;
    words.push(t.form.raw);
    if (t.form.type.norm.length > 3) content++;
  }
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
