import type { Sense } from '../../language/lexicon.ts';
import { nameCases } from '../../language/names.ts';
import { isOwner } from '../../language/packs/kk/lemma.ts';
import { casesOf } from '../../language/packs/ru/names.ts';
import { CASES, GENDERS, NUMBERS, Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { Shape } from '../../language/words.ts';
import { type Document, langAt, sensesAt, tokenAt } from '../document.ts';
import type { NameCandidate } from '../people/names.ts';
import type { Annotations, Match } from './match.ts';
import { PatternError } from './parse.ts';

/**
 * What must hold between captures of a finished match (LANGUAGE §4.3):
 *
 *     agree(post,name:c)       both are of one case (`c`), number (`n`), gender (`g`), or any of them together: `cn`
 *     agree(mod+post,name:c)   `mod` and `post` are one phrase: its head is the first noun, and adjectives narrow it
 *     izafet(name,trig)        the second bears the possessive of the first, which is bare or in the genitive
 *
 * A capture that covers nothing, and a form that tells nothing of what is asked, contradict nothing.
 */
export interface Relation {
  readonly name: 'agree' | 'izafet';
  /** Captures by argument, each with its column, from 1. */
  readonly args: readonly [Argument, Argument];
  /** Bits of `Tag` that both must share one of, a group for each feature of `agree`. */
  readonly features: readonly number[];
}
type Argument = readonly { readonly role: string; readonly column: number }[];

const FEATURES: Readonly<Record<string, number>> = { c: CASES, n: NUMBERS, g: GENDERS };

/** Parses a relation. Throws `PatternError`. */
export function parseRelation(source: string): Relation {
  let at = 0;
  const take = (re: RegExp, expected: string): string => {
    re.lastIndex = at;
    const found = re.exec(source)?.[0];
    if (found === undefined) throw new PatternError(at + 1, expected);
    at += found.length;
    return found;
  };
  const argument = (): Argument => {
    const roles: { role: string; column: number }[] = [];
    do roles.push({ column: at + 1, role: take(/[a-z][a-z0-9]*/y, 'a capture') });
    while (source[at] === '+' && at++ >= 0);
    return roles;
  };
  const name = take(/(?:agree|izafet)(?=\()/y, 'agree(…) or izafet(…)') === 'agree' ? 'agree' : 'izafet';
  take(/\(/y, '(');
  const first = argument();
  take(/, */y, 'a comma and a second capture');
  const second = argument();
  const features =
    name === 'agree' ? [...take(/:[cng]+/y, 'what agrees: c, n or g after a colon').slice(1)] : [];
  take(/\)$/y, ') and the end');
  return { name, args: [first, second], features: features.map((f) => FEATURES[f] ?? 0) };
}

/** Do all relations hold in a match? */
export function holdsIn(
  doc: Document,
  annotations: Annotations,
  match: Match,
  relations: readonly Relation[],
): boolean {
  for (const relation of relations) if (!holds(doc, annotations, match, relation)) return false;
  return true;
}

function holds(doc: Document, annotations: Annotations, match: Match, relation: Relation): boolean {
  const { name, args, features } = relation;
  const [a, b] = [spansOf(match, args[0]), spansOf(match, args[1])];
  if (a.length === 0 || b.length === 0) return true;
  if (name === 'izafet')
    return (
      !ownsBeside(doc, a.at(-1)) && (isAcronym(doc, b.at(-1)) || inIzafet(lastTags(doc, a), lastTags(doc, b)))
    );
  // The post of one person stands in the singular.
  const one = !match.captures.has('more');
  return agree(phraseTags(doc, annotations, a, one), phraseTags(doc, annotations, b, one), features);
}

type Span = readonly [from: number, to: number];

function spansOf({ captures }: Match, roles: Argument): readonly Span[] {
  const out: Span[] = [];
  for (const { role } of roles) {
    const span = captures.get(role);
    if (span) out.push(span);
  }
  return out;
}

const agree = (a: number, b: number, features: readonly number[]): boolean =>
  features.every((f) => !(a & f) || !(b & f) || (a & b & f) !== 0);

const inIzafet = (owner: number, owned: number): boolean =>
  (owned & Tag.p3) !== 0 && (!(owner & CASES) || (owner & (Tag.nom | Tag.gen)) !== 0);

/** «Көктем алаңының» жаңа жобасы: quoted words in the genitive own what is named, and are no name of it. */
function ownsBeside(doc: Document, span: Span | undefined): boolean {
  const [from, to] = span ?? [0, 0];
  const last = tokenAt(doc, to - 1)?.kind === Kind.punct && to - from > 3 ? tokenAt(doc, to - 2)?.form : null;
  return last ? isOwner(last.type.norm) : false;
}

/** `«Балапан» ЖШС 40 үй салды`: an abbreviation in capitals goes without the ending of possession. */
const isAcronym = (doc: Document, span: Span | undefined): boolean =>
  span !== undefined && span[1] === span[0] + 1 && tokenAt(doc, span[0])?.form?.shape === Shape.caps;

/** Tags of the wording that closes a phrase: in Kazakh its head. */
function lastTags(doc: Document, spans: readonly Span[]): number {
  const [from, to] = spans.at(-1) ?? [0, 0];
  let tags = 0;
  for (let i = from; i < to; i++) for (const s of sensesAt(doc, i)) if (s.to === to) tags |= s.tags;
  return tags;
}

function phraseTags(doc: Document, annotations: Annotations, spans: readonly Span[], one: boolean): number {
  const [from, to] = spans[0] ?? [0, 0];
  const name = annotations.at(from).find((a) => (a.ann === 'NAME' || a.ann === 'SURNAME') && a.to === to);
  return name ? nameTags(doc, name.data as NameCandidate) : headTags(doc, spans, one);
}

function nameTags(doc: Document, { from, parts }: NameCandidate): number {
  const lang = langAt(doc, from);
  return lang ? nameCases(lang, parts, doc.reading.givenNames) : 0;
}

/** Tags of a form in the singular: one that is also a plural is its nominative only where it is the dictionary form. */
function singular(doc: Document, s: Sense): number {
  if ((s.tags & NUMBERS) !== NUMBERS || !(s.tags & Tag.nom)) return s.tags;
  const written = doc.text.slice(doc.tokens[s.from]?.start, tokenAt(doc, s.to - 1)?.end).toLowerCase();
  return written === s.entry.written?.toLowerCase() ? s.tags : s.tags & ~Tag.nom;
}

/**
 * Tags of the head of a Russian phrase, token ranges in text order: of its first noun («заместителя …»), which an
 * adjective before it narrows («бывшего …»). `one` tells that the head is of one person: «директора» is then no nominative.
 */
export function headTags(doc: Document, spans: readonly Span[], one: boolean): number {
  let narrowed = 0;
  for (const [from, to] of spans)
    for (let i = from; i < to; ) {
      const senses = sensesAt(doc, i).filter((s) => s.to <= to);
      const end = Math.max(i + 1, ...senses.map((s) => s.to));
      const tags = senses
        .filter((s) => s.to === end)
        .reduce((t, s) => t | (one ? singular(doc, s) : s.tags), 0);
      if (!(tags & Tag.adj)) {
        const head = (tags & ~CASES) | casesOf(tags);
        return narrowed & head & CASES ? narrowed & head : head;
      }
      narrowed = tags;
      i = end;
    }
  return narrowed;
}
