import { type Span, spanOf } from '../../core/span.ts';
import { NamePart } from '../../language/name-words.ts';
import { nameKey } from '../../resolve/transliterate.ts';
import { type Document, has, langAt, Starts, startsAt } from '../document.ts';
import { ANNOTATION_BITS, type Annotations } from '../pattern/match.ts';
import type { Named } from './aliases.ts';
import type { NameCandidate } from './names.ts';
import { nominativeOf } from './nominative.ts';

/** Somebody named in the article, whatever he or she does. */
export interface Person extends Named {
  readonly rule: string;
}

const NAME = ANNOTATION_BITS.get('NAME') ?? 0;

/**
 * Everybody named in full whom no rule ties to a public post: by the list of given names, by how surnames and patronymics
 * end, and by initials. `claimed` are the places where office holders are named.
 */
export function findPersons(
  doc: Document,
  annotations: Annotations,
  claimed: readonly Span[],
  inQuote: (token: number) => boolean,
): Person[] {
  const starts = new Set(claimed.map((s) => s.start));
  const out = new Map<string, Person>();
  for (let i = 0; i < doc.tokens.length; i++) {
    if ((annotations.kindsAt(i) & NAME) === 0 || inQuote(i)) continue;
    let end = i;
    for (const a of annotations.at(i)) {
      if (a.ann !== 'NAME') continue;
      const n = a.data as NameCandidate;
      const span = spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, doc.tokens[n.to - 1]?.end ?? 0);
      if (starts.has(span.start)) {
        end = n.to;
        break;
      }
      const rule = isBearerOfAnother(doc, n) ? undefined : ruleOf(doc, n);
      if (!rule) continue;
      const parts = nominativeOf(n, langAt(doc, i) === 'ru', 0, doc.reading.givenNames).split(' ');
      const key = nameKey(parts.join(' '));
      const known = out.get(key);
      if (known) known.mentions.push(span);
      else out.set(key, { parts, mentions: [span], rule: `${langAt(doc, i)}/${rule}` });
      end = n.to;
      break;
    }
    if (end > i) i = end - 1;
  }
  return [...out.values()];
}

/** «Абай Құнанбайұлы көшесі», «Ахмет Байтұрсынұлы атындағы университет»: the name is that of a street or a body. */
const isBearerOfAnother = (doc: Document, n: NameCandidate): boolean =>
  has(doc, n.to, 'street') ||
  has(doc, n.to, 'named') ||
  startsAt(doc, n.to, Starts.orghead | Starts.placehead);

/** What tells that a run of words is a person's name; nothing when nothing does. */
function ruleOf(doc: Document, n: NameCandidate): string | undefined {
  const bits = wordsOf(doc, n);
  const [first = 0, second = 0] = bits;
  if (bits.length < n.parts.length) return 'person/initials';
  if (n.parts.length === 3) return bits.some((b) => b & NamePart.given) ? 'person/patronymic' : undefined;
  if (first & NamePart.given) return 'person/given';
  if (second & NamePart.given && first & NamePart.surname) return 'person/given';
  return second & NamePart.surname && !opensSentence(doc, n.from) ? 'person/surname' : undefined;
}

/** Bits of the words of a name, its initials left out. */
function wordsOf(doc: Document, n: NameCandidate): number[] {
  const lang = langAt(doc, n.from) ?? 'kk';
  const out: number[] = [];
  for (let i = n.from; i < n.to; i++) {
    const form = doc.tokens[i]?.form;
    if (form && form.raw.length > 1) out.push(doc.reading.names.partsOf(form.type, lang));
  }
  return out;
}

const opensSentence = (doc: Document, i: number): boolean =>
  doc.sentences[doc.sentenceOf[i] ?? 0]?.from === i;
