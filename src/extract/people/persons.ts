import { type Span, spanOf } from '../../core/span.ts';
import { NamePart } from '../../language/name-words.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { Shape } from '../../language/words.ts';
import { nameKey } from '../../resolve/transliterate.ts';
import { type Document, has, langAt, Starts, sensesAt } from '../document.ts';
import { ANNOTATION_BITS, type Annotations } from '../pattern/match.ts';
import type { Named } from './aliases.ts';
import { type NameCandidate, namePartsAt, partAt } from './names.ts';
import { nominativeOf } from './nominative.ts';

/** Somebody named in the article, whatever he or she does. */
export interface Person extends Named {
  readonly rule: string;
}

const NAME = ANNOTATION_BITS.get('NAME') ?? 0;

/** Where an article names people, and where it cannot. */
export interface Claimed {
  /** Where office holders are named. */
  readonly spans: readonly Span[];
  /** Tokens of places and quoted names. */
  readonly taken: (token: number) => boolean;
}

/**
 * Everybody named whom no rule ties to a public post: by the list of given names, by how surnames and patronymics end, and
 * by initials. By one word alone only inside a sentence, where a capital says something.
 */
export function findPersons(doc: Document, annotations: Annotations, { spans, taken }: Claimed): Person[] {
  const ends = new Map(spans.map((s) => [s.start, s.end]));
  const out = new Map<string, Person>();
  for (let i = 0; i < doc.tokens.length; ) {
    const t = doc.tokens[i];
    const claimed = ends.get(t?.start ?? 0);
    if (claimed !== undefined) while (i < doc.tokens.length && (doc.tokens[i]?.start ?? 0) < claimed) i++;
    else if (t?.form?.shape !== Shape.capital || taken(i)) i++;
    else {
      const found = personAt(doc, annotations, i, taken);
      if (found) add(doc, out, found.name, found.rule);
      i = found ? found.name.to : i + 1;
    }
  }
  return [...out.values()];
}

interface Found {
  readonly name: NameCandidate;
  readonly rule: string;
}

function personAt(
  doc: Document,
  annotations: Annotations,
  i: number,
  taken: (token: number) => boolean,
): Found | undefined {
  if (annotations.kindsAt(i) & NAME)
    for (const { ann, data } of annotations.at(i)) {
      const name = data as NameCandidate;
      const rule = ann === 'NAME' && !isBearerOfAnother(doc, name.to) ? ruleOf(doc, name) : undefined;
      if (rule) return { name, rule };
    }
  return standsAlone(doc, i, taken)
    ? {
        name: { from: i, to: i + 1, parts: [doc.tokens[i]?.form?.raw ?? ''], full: false },
        rule: 'person/alone',
      }
    : undefined;
}

function add(doc: Document, people: Map<string, Person>, n: NameCandidate, rule: string): void {
  const lang = langAt(doc, n.from);
  const span = spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, doc.tokens[n.to - 1]?.end ?? 0);
  const parts = nominativeOf(n, lang === 'ru', 0, doc.reading.givenNames).split(' ');
  const key = nameKey(parts.join(' '));
  const known = people.get(key);
  if (known) known.mentions.push(span);
  else people.set(key, { parts, mentions: [span], rule: `${lang}/${rule}` });
}

/** A given name or a surname by itself: «Тоқаев», «Айгүлдің», between words in small letters. */
function standsAlone(doc: Document, i: number, taken: (token: number) => boolean): boolean {
  return (
    !opensSentence(doc, i) &&
    isSure(namePartsAt(doc, i)) &&
    partAt(doc, i, taken) &&
    !isCapital(doc, i - 1) &&
    !isCapital(doc, i + 1) &&
    !isBearerOfAnother(doc, i + 1)
  );
}

const isSure = (parts: number): boolean =>
  (parts & NamePart.surname) !== 0 || (parts & (NamePart.given | NamePart.alsoWord)) === NamePart.given;

const isCapital = (doc: Document, i: number): boolean =>
  (doc.tokens[i]?.form?.shape ?? Shape.lower) !== Shape.lower;

/** «Абай Құнанбайұлы көшесі», «Ахмет Байтұрсынұлы атындағы университет»: the name before a token is that of a street or a body. */
const isBearerOfAnother = (doc: Document, i: number): boolean =>
  BEARERS.some((cls) => has(doc, i, cls)) ||
  sensesAt(doc, i, HEADS).some((s) => s.bit & HEADS && s.tags & Tag.p3);

const BEARERS = [
  'street',
  'named',
  'nature',
  'anaphor.region',
  'anaphor.oblast',
  'anaphor.district',
] as const;
/** Heads of the names of bodies and places. */
const HEADS = Starts.orghead | Starts.placehead;

/** What tells that a run of words is a person's name; nothing when nothing does. */
function ruleOf(doc: Document, n: NameCandidate): string | undefined {
  const bits = wordsOf(doc, n);
  const [first = 0, second = 0] = bits;
  if (bits.length < n.parts.length) return 'person/initials';
  if (n.parts.length === 3) return bits.some((b) => b & NamePart.given) ? 'person/patronymic' : undefined;
  // «Алтын Орда», «Жібек жолы»: what is also a word takes a surname beside it.
  if (first & NamePart.given && (!(first & NamePart.alsoWord) || second & SURNAME)) return 'person/given';
  if (second & NamePart.given && first & SURNAME && !(second & NamePart.alsoWord)) return 'person/given';
  return second & SURNAME && !opensSentence(doc, n.from) ? 'person/surname' : undefined;
}

const SURNAME = NamePart.surname | NamePart.endsAsName | NamePart.patronymic;

/** Bits of the words of a name, its initials left out. */
function wordsOf(doc: Document, n: NameCandidate): number[] {
  const out: number[] = [];
  for (let i = n.from; i < n.to; i++)
    if ((doc.tokens[i]?.form?.raw.length ?? 0) > 1) out.push(namePartsAt(doc, i));
  return out;
}

/** Does a sentence, or what is said or quoted in it, begin here? A capital says nothing there. */
function opensSentence(doc: Document, i: number): boolean {
  if (doc.sentences[doc.sentenceOf[i] ?? 0]?.from === i) return true;
  const before = doc.tokens[i - 1];
  if (before?.kind !== Kind.punct) return before?.kind === Kind.newline;
  return !',)('.includes(before.mark) && !('–—-'.includes(before.mark) && doc.tokens[i - 2]?.form);
}
