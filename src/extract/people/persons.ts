import { spanOf } from '../../core/span.ts';
import { NamePart } from '../../language/name-words.ts';
import { Tag } from '../../language/tags.ts';
import { Kind, type Token } from '../../language/tokens.ts';
import { Shape } from '../../language/words.ts';
import { nameKey } from '../../resolve/transliterate.ts';
import { cover } from '../cover.ts';
import { type Document, has, langAt, Starts, sensesAt, startsAt, tokenAt } from '../document.ts';
import { ANNOTATION_BITS, type Annotations } from '../pattern/match.ts';
import type { Named } from './aliases.ts';
import { type NameCandidate, namePartsAt, partAt } from './names.ts';
import { nominativeOf } from './nominative.ts';
import { samePerson } from './officials.ts';

/** Somebody named in the article, whatever he or she does. */
export interface Person extends Named {
  readonly rule: string;
}

const NAME = ANNOTATION_BITS.get('NAME') ?? 0;

/** Tells the tokens of places and quoted names, where nobody is named. */
export type Taken = (token: number) => boolean;

/**
 * Everybody named in full whom no rule ties to a public post: by the list of given names, by how surnames and patronymics
 * end, and by initials. A name that fits one office holder is a further mention of that one. `named` marks the tokens that name
 * people already known, and then those too.
 */
export function findPersons(
  doc: Document,
  annotations: Annotations,
  officials: readonly Named[],
  taken: Taken,
  named: Uint8Array,
): Person[] {
  const bySurname = new Map<string, Named[]>();
  for (const o of officials) listUnder(bySurname, surnameKey(o), o);
  const out: Person[] = [];
  for (const i of doc.capitals) {
    if ((annotations.kindsAt(i) & NAME) === 0 || named[i] === 1 || taken(i)) continue;
    const found = personAt(doc, annotations, i);
    if (!found) continue;
    add(doc, bySurname, out, found.name, found.rule);
    cover(named, i, found.name.to);
  }
  return out;
}

/**
 * Those named by one word, inside a sentence, where a capital says something; `named` marks the tokens of all who are
 * known already.
 */
export function findMononyms(doc: Document, taken: Taken, named: Uint8Array): Person[] {
  const out: Person[] = [];
  for (const i of doc.capitals) {
    if (named[i] === 1) continue;
    const { form, start, end } = doc.tokens[i] as Token;
    if (form?.shape === Shape.capital && standsAlone(doc, i, taken))
      out.push({
        parts: [form.raw],
        mentions: [spanOf(doc.text, start, end)],
        rule: `${langAt(doc, i)}/person/alone`,
      });
  }
  return out;
}

const surnameKey = (p: Named): string => nameKey(p.parts.at(-1) ?? '');

function listUnder(bySurname: Map<string, Named[]>, surname: string, p: Named): void {
  const list = bySurname.get(surname);
  if (list) list.push(p);
  else bySurname.set(surname, [p]);
}

interface Found {
  readonly name: NameCandidate;
  readonly rule: string;
}

function personAt(doc: Document, annotations: Annotations, i: number): Found | undefined {
  for (const { ann, data } of annotations.at(i)) {
    if (ann !== 'NAME') continue;
    const name = data as NameCandidate;
    const rule = isBearerOfAnother(doc, name.to) || isNamesake(doc, i) ? undefined : ruleOf(doc, name);
    if (rule) return { name, rule };
  }
  return undefined;
}

/** One person more, or a further mention of the one person who can be meant. */
function add(
  doc: Document,
  bySurname: Map<string, Named[]>,
  people: Person[],
  n: NameCandidate,
  rule: string,
): void {
  const lang = langAt(doc, n.from);
  const span = spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, tokenAt(doc, n.to - 1)?.end ?? 0);
  const person: Person = {
    parts: nominativeOf(doc, n, lang === 'ru', 0).split(' '),
    mentions: [span],
    rule: `${lang}/${rule}`,
  };
  const surname = surnameKey(person);
  const same = bySurname.get(surname)?.filter((p) => samePerson(p.parts, person.parts)) ?? [];
  if (same.length === 1) same[0]?.mentions.push(span);
  else {
    people.push(person);
    listUnder(bySurname, surname, person);
  }
}

/** A given name or a surname by itself: «Тоқаев», «Айгүлдің», between words in small letters. */
function standsAlone(doc: Document, i: number, taken: Taken): boolean {
  return (
    !opensSentence(doc, i) &&
    isSure(namePartsAt(doc, i)) &&
    partAt(doc, i, taken) &&
    !isCapital(doc, i - 1) &&
    !startsAt(doc, i - 1, Starts.placehead) &&
    !isCapital(doc, i + 1) &&
    !isBearerOfAnother(doc, i + 1) &&
    !isNamesake(doc, i)
  );
}

const isSure = (parts: number): boolean =>
  (parts & NamePart.surname) !== 0 || ((parts & ANY_CASE) !== 0 && !(parts & NamePart.alsoWord));

const isCapital = (doc: Document, i: number): boolean =>
  (doc.tokens[i]?.form?.shape ?? Shape.lower) !== Shape.lower;

/**
 * «Абай Құнанбайұлы көшесі», «Ахмет Байтұрсынұлы атындағы университет»: the name before a token is that of a street or
 * a body.
 */
const isBearerOfAnother = (doc: Document, i: number): boolean =>
  BEARERS.some((cls) => has(doc, i, cls)) ||
  sensesAt(doc, i, HEADS).some((s) => s.bit & HEADS && s.tags & Tag.p3);

/** «улица Абая», «имени Абая»: the name behind is that of a street or a body. */
const isNamesake = (doc: Document, i: number): boolean =>
  langAt(doc, i) === 'ru' && (has(doc, i - 1, 'street') || has(doc, i - 1, 'named'));

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
  if (n.parts.length === 3) return bits.some((b) => b & ANY_CASE) ? 'person/patronymic' : undefined;
  // «Алтын Орда», «Жібек жолы»: what is also a word takes a surname beside it.
  if (first & NamePart.given && (!(first & NamePart.alsoWord) || second & SURNAME)) return 'person/given';
  if (second & ANY_CASE && first & SURNAME && !(second & NamePart.alsoWord)) return 'person/given';
  return second & SURNAME && !opensSentence(doc, n.from) ? 'person/surname' : undefined;
}

const ANY_CASE = NamePart.given | NamePart.declined;
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
  const before = tokenAt(doc, i - 1);
  if (before?.kind !== Kind.punct) return before?.kind === Kind.newline;
  return !',)('.includes(before.mark) && !('–—-'.includes(before.mark) && tokenAt(doc, i - 2)?.form);
}
