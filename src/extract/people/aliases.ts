import { type Span, spanOf } from '../../core/span.ts';
import { initialOf } from '../../language/chars.ts';
import { surnameForms } from '../../language/names.ts';
import { oncePerWord } from '../../language/words.ts';
import { beginningsOf, nameKey } from '../../resolve/transliterate.ts';
import { cover } from '../cover.ts';
import { type Document, tokenAt } from '../document.ts';
import { type NameCandidate, namesAt } from './names.ts';

/** Somebody named in the article, with the places that name them. */
export interface Named {
  /** The words of the fullest name in the nominative, the surname last. */
  readonly parts: readonly string[];
  readonly mentions: Span[];
}

/** Adds later mentions by surname or initials, «Б.Байбек», «Ахметжанов», and marks their tokens in `named`. */
export function addAliases(doc: Document, people: readonly Named[], named: Uint8Array): void {
  if (people.length === 0) return;
  const bySurname = new Map<string, Named | null>();
  for (const o of people) {
    const key = nameKey(o.parts.at(-1) ?? '');
    bySurname.set(key, bySurname.has(key) ? null : o);
  }
  // No ending changes the first letters: most words are told apart by them alone.
  const heads = new Set<string>();
  let initials = 0;
  for (const key of bySurname.keys()) {
    heads.add(key.slice(0, HEAD));
    for (const letter of beginningsOf(key)) initials |= initialOf(letter);
  }
  const isSurname = (i: number): boolean => {
    const form = tokenAt(doc, i)?.form;
    return form != null && (form.initial & initials) !== 0 && heads.has(headOf(form.type));
  };
  const surnames = doc.capitals.filter(isSurname);
  let at = 0;
  let next = 0;
  for (const i of doc.capitals) {
    while ((surnames[at] ?? i) < i) at++;
    const surname = surnames[at];
    if (surname === undefined) break;
    if (i < next || surname >= i + LONGEST_NAME || (doc.tokens[i]?.form?.length ?? 0) < 4) continue;
    for (const n of namesAt(doc, i, never)) {
      const type = isSurname(n.to - 1) ? tokenAt(doc, n.to - 1)?.form?.type : undefined;
      const key = type && surnamesOf(type).find((k) => bySurname.get(k));
      const hit = key && bySurname.get(key);
      if (!hit || (n.full && !initialsFit(n, hit))) continue;
      const span = spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, tokenAt(doc, n.to - 1)?.end ?? 0);
      if (!hit.mentions.some((m) => m.start < span.end && span.start < m.end)) {
        hit.mentions.push(span);
        cover(named, n.from, n.to);
      }
      next = n.to;
      break;
    }
  }
  for (const { mentions } of people) if (mentions.length > 1) mentions.sort((a, b) => a.start - b.start);
}

const never = (): boolean => false;

/** Tokens from the first of a name to its surname: «К. К. Токаев». */
const LONGEST_NAME = 5;

/** The first letters of a word's key, and how many. */
const headOf = oncePerWord((type) => nameKey(type.norm).slice(0, HEAD));
const HEAD = 3;

/** The keys of all surnames that a word may be a case of. */
const surnamesOf = oncePerWord((type): readonly string[] => [
  ...new Set(surnameForms(type.norm).map(nameKey)),
]);

const initialsFit = (n: NameCandidate, o: Named): boolean =>
  n.parts.length < 2 || nameKey(n.parts[0] ?? '').charAt(0) === nameKey(o.parts[0] ?? '').charAt(0);
