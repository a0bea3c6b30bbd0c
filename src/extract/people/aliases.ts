import { type Span, spanOf } from '../../core/span.ts';
import { surnameForms } from '../../language/names.ts';
import { oncePerWord } from '../../language/words.ts';
import { nameKey } from '../../resolve/transliterate.ts';
import { type Document, tokenAt } from '../document.ts';
import { type NameCandidate, namesAt } from './names.ts';

/** Somebody named in the article, with the places that name them. */
export interface Named {
  /** The words of the fullest name in the nominative, the surname last. */
  readonly parts: readonly string[];
  readonly mentions: Span[];
}

/** Adds later mentions by surname or initials: «Б.Байбек», «Ахметжанов». */
export function addAliases(doc: Document, people: readonly Named[]): void {
  const bySurname = new Map<string, Named | null>();
  for (const o of people) {
    const key = nameKey(o.parts.at(-1) ?? '');
    bySurname.set(key, bySurname.has(key) ? null : o);
  }
  if (bySurname.size === 0) return;
  // No ending changes the first letters: most words are told apart by them alone.
  const heads = new Set<string>();
  for (const key of bySurname.keys()) heads.add(key.slice(0, 3));
  const surnames = doc.capitals.filter((i) => heads.has(headOf(doc, i)));
  let at = 0;
  let next = 0;
  for (const i of doc.capitals) {
    while ((surnames[at] ?? i) < i) at++;
    const surname = surnames[at];
    if (surname === undefined) break;
    if (i < next || surname >= i + LONGEST_NAME || (doc.tokens[i]?.form?.length ?? 0) < 4) continue;
    for (const n of namesAt(doc, i, never)) {
      const last = n.parts.at(-1) ?? '';
      if (!heads.has(headOf(doc, n.to - 1))) continue;
      const hit = surnameForms(last)
        .map((f) => bySurname.get(nameKey(f)))
        .find((o) => o);
      if (!hit || (n.full && !initialsFit(n, hit))) continue;
      const span = spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, tokenAt(doc, n.to - 1)?.end ?? 0);
      if (!hit.mentions.some((m) => m.start < span.end && span.start < m.end)) hit.mentions.push(span);
      next = n.to;
      break;
    }
  }
  for (const { mentions } of people) if (mentions.length > 1) mentions.sort((a, b) => a.start - b.start);
}

const never = (): boolean => false;

/** Tokens from the first of a name to its surname: «К. К. Токаев». */
const LONGEST_NAME = 5;

/** The first letters of a word's key. */
const headOfWord = oncePerWord((type) => nameKey(type.norm).slice(0, 3));

function headOf(doc: Document, i: number): string {
  const type = doc.tokens[i]?.form?.type;
  return type ? headOfWord(type) : '';
}

const initialsFit = (n: NameCandidate, o: Named): boolean =>
  n.parts.length < 2 || nameKey(n.parts[0] ?? '').charAt(0) === nameKey(o.parts[0] ?? '').charAt(0);
