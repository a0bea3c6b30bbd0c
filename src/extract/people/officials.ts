import { type Span, spanOf } from '../../core/span.ts';
import { CASES } from '../../language/tags.ts';
import { nameKey } from '../../resolve/transliterate.ts';
import { cover } from '../cover.ts';
import { type Document, tokenAt } from '../document.ts';
import type { Annotations } from '../pattern/match.ts';
import { headTags } from '../pattern/relations.ts';
import { type RuleMatch, type RuleSet, runRules } from '../rules.ts';
import type { Named } from './aliases.ts';
import type { NameCandidate } from './names.ts';
import { nominativeOf } from './nominative.ts';
import { describePost, type HeldPost, type Nearby } from './posts.ts';

/** An office holder named in the article. */
export interface Official extends HeldPost, Named {
  name: string;
  parts: readonly string[];
  /** Places that speak of the holder by the post alone. */
  readonly later: Span[];
  /** Every post that the article gives to this person, in text order; the official's own is the first. */
  readonly held: HeldPost[];
}

/**
 * Everybody whom a rule ties to a public post; people without one are nobody's business. Marks the tokens of their
 * names in `named`.
 */
export function findOfficials(
  doc: Document,
  annotations: Annotations,
  rules: RuleSet,
  found: Nearby,
  named: Uint8Array,
): Official[] {
  const out: Official[] = [];
  for (const m of runRules(doc, annotations, rules, 'official')) {
    const ru = m.rule.lang === 'ru';
    const at = m.captures.get('name');
    const name = at && nameIn(annotations, at);
    if (!name) continue;
    // Only where a rule says that post and name agree does the one tell the case of the other.
    const cases = m.rule.relations.some((r) => r.startsWith('agree(')) ? postCases(doc, m) : 0;
    const base = describePost(doc, m, found, ru);
    const names = [name, ...moreNames(annotations, m)];
    for (const n of names) {
      const nominative = nominativeOf(doc, n, ru, cases);
      cover(named, n.from, n.to);
      out.push({
        name: nominative,
        parts: nominative.split(' '),
        post: base.post,
        postId: base.postId,
        jurisdiction: base.jurisdiction,
        level: base.level,
        role: base.role,
        from: base.from,
        to: base.to,
        rule: base.rule,
        later: [],
        held: [base],
        mentions: [spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, tokenAt(doc, n.to - 1)?.end ?? 0)],
      });
    }
  }
  return merge(out);
}

function nameIn(annotations: Annotations, [from, to]: readonly [number, number]): NameCandidate | undefined {
  return annotations.at(from).find((a) => (a.ann === 'NAME' || a.ann === 'SURNAME') && a.to === to)?.data as
    | NameCandidate
    | undefined;
}

function moreNames(annotations: Annotations, m: RuleMatch): NameCandidate[] {
  const more = m.captures.get('more');
  if (!more) return [];
  const out: NameCandidate[] = [];
  for (let i = more[0]; i < more[1]; i++) {
    const a = annotations.at(i).find((x) => x.ann === 'NAME' && x.to <= more[1]);
    if (a) {
      out.push(a.data as NameCandidate);
      i = a.to - 1;
    }
  }
  return out;
}

/** The cases of a Russian post phrase: «заместителя …» governs, «бывшего …» agrees. */
const postCases = (doc: Document, { captures }: RuleMatch): number =>
  headTags(
    doc,
    ['mod', 'post'].flatMap((role) => {
      const span = captures.get(role);
      return span ? [span] : [];
    }),
    !captures.has('more'),
  ) & CASES;

/** One person may be named several ways; the fullest name wins, the first post with a place or body stays. */
function merge(list: readonly Official[]): Official[] {
  const out: Official[] = [];
  const bySurname = new Map<string, Official[]>();
  for (const o of list) {
    const key = nameKey(o.parts.at(-1) ?? '');
    const namesakes = bySurname.get(key) ?? [];
    const same = namesakes.find((x) => samePerson(x.parts, o.parts));
    if (!same) {
      out.push(o);
      bySurname.set(key, [...namesakes, o]);
      continue;
    }
    same.mentions.push(...o.mentions);
    same.held.push(...o.held);
    const fuller =
      o.parts.length > same.parts.length ||
      (o.parts.length === same.parts.length && same.name.includes('.') && !o.name.includes('.'));
    if (fuller) {
      same.name = o.name;
      same.parts = o.parts;
    }
  }
  return out;
}

/** Same surname, and a first name or initial that does not contradict; a patronymic that is absent contradicts nothing. */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const key = (s: string): string => nameKey(s);
  const surname = (p: readonly string[]): string => key(p.at(-1) ?? '');
  if (surname(a) !== surname(b)) return false;
  const first = (p: readonly string[]): string => (p.length > 1 ? (p[0] ?? '') : '');
  const [x, y] = [first(a), first(b)];
  if (x === '' || y === '') return true;
  if (x.endsWith('.') || y.endsWith('.')) return key(x).charAt(0) === key(y).charAt(0);
  return key(x) === key(y);
}
