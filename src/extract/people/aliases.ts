import type { ReadLang } from '../../core/article.ts';
import { type Span, spanOf } from '../../core/span.ts';
import { initialOf } from '../../language/chars.ts';
import { surnameForms, tellsOfWoman } from '../../language/names.ts';
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
      const key = isSurname(n.to - 1) ? keysAt(doc, n.to - 1).find((k) => bySurname.get(k)) : undefined;
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

/** The keys of all surnames that a word may be a case of, by the language of its sentence. */
const surnamesOf = {
  kk: oncePerWord((type) => keysOf(type.norm, 'kk')),
  ru: oncePerWord((type) => keysOf(type.norm, 'ru')),
};
const keysOf = (norm: string, lang: ReadLang): readonly string[] => [
  ...new Set(surnameForms(norm, lang).map(nameKey)),
];

/** The keys of the surnames that a token can stand for; «Серикова рассказала» is a woman, and no case of Сериков. */
function keysAt(doc: Document, i: number): readonly string[] {
  const type = tokenAt(doc, i)?.form?.type;
  if (!type) return [];
  const lang = doc.sentences[doc.sentenceOf[i] ?? 0]?.lang ?? 'ru';
  const keys = surnamesOf[lang](type);
  return lang === 'ru' && isOfWoman(doc, i) ? keys.slice(0, 1) : keys;
}

const isOfWoman = (doc: Document, i: number): boolean =>
  [i - 1, i + 1].some((k) => tellsOfWoman(tokenAt(doc, k)?.form?.type.norm ?? ''));

const initialsFit = (n: NameCandidate, o: Named): boolean =>
  n.parts.length < 2 || nameKey(n.parts[0] ?? '').charAt(0) === nameKey(o.parts[0] ?? '').charAt(0);
