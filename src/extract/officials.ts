import type { Post } from '../catalog/posts.ts';
import type { OfficialRole } from '../core/facts.ts';
import { type Span, spanOf } from '../core/span.ts';
import { repairedLetters } from '../language/chars.ts';
import { surnameForms } from '../language/names.ts';
import { solveKazakhName } from '../language/packs/kk/names.ts';
import { linksToHead, withoutCase } from '../language/packs/kk/shape.ts';
import { FUNCTION_WORDS as KK_WORDS } from '../language/packs/kk/words.ts';
import { solveName } from '../language/packs/ru/names.ts';
import { isVerbal } from '../language/shape.ts';
import { CASES, Tag } from '../language/tags.ts';
import { Shape } from '../language/words.ts';
import { nameKey } from '../resolve/transliterate.ts';
import { type Document, Starts, sensesAt } from './document.ts';
import type { Annotations } from './pattern/match.ts';
import { headTags } from './pattern/relations.ts';
import { type NameCandidate, namesAt } from './people.ts';
import type { RegionMention } from './regions.ts';
import { type RuleMatch, type RuleSet, runRules } from './rules.ts';
import type { Sequence } from './sequence.ts';

/** An office holder named in the article. */
export interface Official {
  name: string;
  readonly post: string;
  readonly postId: string | null;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  readonly role: readonly OfficialRole[];
  readonly mentions: Span[];
  /** The whole phrase, for events and sources. */
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  parts: readonly string[];
}

export type GivenNames = ReadonlyMap<string, 'm' | 'f' | 'both'>;

const ROLES: ReadonlySet<string> = new Set<OfficialRole>(['acting', 'former', 'first', 'deputy']);

/** Everybody whom a rule ties to a public post; people without one are nobody's business. */
export function findOfficials(
  doc: Document,
  annotations: Annotations,
  rules: RuleSet,
  found: Nearby,
  given: GivenNames,
): Official[] {
  const out: Official[] = [];
  for (const m of runRules(doc, annotations, rules, 'official')) {
    const ru = m.rule.lang === 'ru';
    const named = m.captures.get('name');
    const name = named && nameIn(annotations, named);
    if (!name) continue;
    // Only where a rule says that post and name agree does the one tell the case of the other.
    const cases = m.rule.relations.some((r) => r.startsWith('agree(')) ? postCases(doc, m) : 0;
    const base = describe(doc, m, found, ru);
    const names = [name, ...moreNames(annotations, m)];
    for (const n of names) {
      const nominative = nominativeOf(n, ru, cases, given);
      out.push({
        ...base,
        name: nominative,
        parts: nominative.split(' '),
        mentions: [spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, doc.tokens[n.to - 1]?.end ?? 0)],
      });
    }
  }
  return addAliases(doc, merge(out));
}

function nameIn(annotations: Annotations, [from, to]: readonly [number, number]): NameCandidate | undefined {
  return annotations.at(from).find((a) => a.ann === 'NAME' && a.to === to)?.data as NameCandidate | undefined;
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
  ) & CASES;

function nominativeOf(n: NameCandidate, ru: boolean, cases: number, given: GivenNames): string {
  const known = (w: string): 'm' | 'f' | 'both' | undefined => given.get(w);
  const parts = n.parts.map(repairedLetters);
  return ru ? solveName(parts, cases, known).nominative : solveKazakhName(parts, (w) => given.has(w));
}

/** What else was found: places and quoted names a post may belong to. */
export interface Nearby {
  readonly regions: Sequence<RegionMention>;
  readonly quotes: Sequence<{ readonly from: number; readonly to: number }>;
}

type Description = Omit<Official, 'name' | 'mentions' | 'parts'>;

function describe(doc: Document, m: RuleMatch, found: Nearby, ru: boolean): Description {
  const post = m.captures.get('post') ?? [m.from, m.from];
  const sense = sensesAt(doc, post[0], Starts.post).find((s) => s.entry.cls === 'post' && s.to === post[1]);
  const data = sense?.entry.data as Post | undefined;
  const roles = rolesOf(doc, m, data);
  const comp = m.captures.get('comp');
  // In Kazakh the jurisdiction stands before the post, outside the pattern.
  const named = m.captures.get('name')?.[1] ?? 0;
  const start = m.captures.get('comp')?.[0] ?? post[0];
  const from = ru ? m.from : leftEdge(doc, start, found, named <= start ? named : 0);
  const scope: readonly [number, number] | undefined = ru ? comp : [from, post[0]];
  const region = scope && found.regions.within(scope[0], m.to)[0];
  const mod = m.captures.get('mod');
  const parts: string[] = [];
  if (ru) {
    parts.push(russianPost(doc, m, ''));
    if (m.captures.has('post2')) parts.push(`, ${russianPost(doc, m, '2')}`);
  } else {
    if (from < post[0]) parts.push(text(doc, from, post[0]));
    // A post inside a chain keeps its form: `төрағасының міндетін атқарушы`.
    parts.push(mod && mod[0] > post[0] ? text(doc, post[0], post[1]) : kkPost(doc, post));
    if (mod && mod[0] >= post[0]) parts.push(text(doc, mod[0], mod[1]));
    else if (mod && mod[0] < from) parts.unshift(text(doc, mod[0], mod[1]));
  }
  return {
    post: parts.join(' ').replaceAll(' ,', ',').trim(),
    postId: data ? (data.standsFor ?? data.id) : null,
    jurisdiction: region
      ? { id: region.id, name: ru ? region.name.ru : region.name.kk }
      : scope && scope[1] > scope[0]
        ? { id: null, name: text(doc, scope[0], scope[1]) }
        : null,
    role: roles,
    from: Math.min(from, m.from),
    to: m.to,
    rule: m.rule.id,
  };
}

/** Modifier, post and complement of one Russian post phrase; `n` tells the second of two from the first. */
function russianPost(doc: Document, m: RuleMatch, n: '' | '2'): string {
  const mod = m.captures.get(`mod${n}`);
  const post = m.captures.get(`post${n}`) ?? [m.from, m.from];
  const comp = m.captures.get(`comp${n}`);
  return [
    mod ? lemmaText(doc, mod, 'postmod') : '',
    mod && governs(doc, mod) ? text(doc, post[0], post[1]) : lemmaText(doc, post, 'post'),
    comp ? text(doc, comp[0], comp[1]) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function rolesOf(doc: Document, m: RuleMatch, post: Post | undefined): OfficialRole[] {
  const roles = new Set<OfficialRole>();
  const mod = m.captures.get('mod');
  if (mod)
    for (let i = mod[0]; i < mod[1]; i++)
      for (const s of sensesAt(doc, i))
        if (s.entry.cls === 'postmod' && ROLES.has(s.entry.id)) roles.add(s.entry.id as OfficialRole);
  if (post?.deputyOf) roles.add('deputy');
  return [...roles];
}

const text = (doc: Document, from: number, to: number): string =>
  repairedLetters(doc.text.slice(doc.tokens[from]?.start ?? 0, doc.tokens[to - 1]?.end ?? 0));

/** The dictionary form of a matched wording; the words as written when the lexicon has none. */
function lemmaText(doc: Document, [from, to]: readonly [number, number], cls: string): string {
  const out: string[] = [];
  for (let i = from; i < to; ) {
    const s = sensesAt(doc, i).find((x) => x.entry.cls === cls && x.to <= to);
    out.push(s?.entry.written ?? text(doc, i, i + 1));
    i = s?.to ?? i + 1;
  }
  return out.join(' ');
}

/** Modifiers that are nouns govern the genitive («заместитель акима»); the others agree («бывший аким»). */
const GOVERNING: ReadonlySet<string> = new Set(['deputy', 'acting']);
const governs = (doc: Document, [from, to]: readonly [number, number]): boolean => {
  for (let i = from; i < to; i++)
    for (const s of sensesAt(doc, i))
      if (s.entry.cls === 'postmod' && s.to === to && GOVERNING.has(s.entry.id)) return true;
  return false;
};

/** A Kazakh post as it stands, its case dropped, its possession kept: `әкімінің` → `әкімі`. */
function kkPost(doc: Document, [from, to]: readonly [number, number]): string {
  const s = sensesAt(doc, from, Starts.post).find((x) => x.entry.cls === 'post' && x.to === to);
  const written = text(doc, from, to);
  if (!s || !(s.tags & (CASES & ~Tag.nom))) return written;
  return withoutCase(written);
}

/** Where the item begins that ends right before a token. */
const endingAt = (
  list: Sequence<{ readonly from: number; readonly to: number }>,
  at: number,
): number | undefined => {
  const last = list.before(at, 1)[0];
  return last?.to === at ? last.from : undefined;
};

/**
 * Walks left over the jurisdiction of a Kazakh post: places, bodies, quotes and words in genitive or izafet, not past
 * the name of its holder, which ends at token `floor`.
 */
function leftEdge(doc: Document, post: number, found: Nearby, floor: number): number {
  const sentence = doc.sentenceOf[post];
  const possessed = sensesAt(doc, post, Starts.post).some(
    (x) => x.entry.cls === 'post' && (x.tags & Tag.p3) !== 0,
  );
  let from = post;
  for (let steps = 0; steps < 12 && from > floor; steps++) {
    const i = from - 1;
    if (doc.sentenceOf[i] !== sentence) break;
    const whole = endingAt(found.regions, from) ?? endingAt(found.quotes, from);
    if (whole !== undefined) {
      from = whole;
      continue;
    }
    const t = doc.tokens[i];
    if (!t?.form || !(jurisdictional(doc, i) || (possessed && isPlainNoun(doc, i)))) break;
    from = i;
  }
  // A jurisdiction never opens with a conjunction.
  while (from < post && doc.classes[from]?.has('and')) from++;
  return from;
}

/** A bare noun before a post with possession belongs to it: «жоғары білім министрі». */
const isPlainNoun = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  const opens = i === doc.sentences[doc.sentenceOf[i] ?? 0]?.from;
  return (
    (form?.shape === Shape.lower || (opens && form?.shape === Shape.capital)) &&
    (doc.classes[i]?.size ?? 0) === 0 &&
    !KK_WORDS.has(form.type.norm) &&
    !isVerbal(form, 'kk')
  );
};

function jurisdictional(doc: Document, i: number): boolean {
  const form = doc.tokens[i]?.form;
  if (!form) return false;
  const classes = doc.classes[i];
  if (KK_WORDS.has(form.type.norm) && !classes?.has('and')) return false;
  if (classes && [...classes].some((c) => c !== 'and' && !c.startsWith('unit.') && !c.startsWith('anaphor.')))
    return false;
  const senses = sensesAt(doc, i);
  // A word in the locative or another outer case is an adverbial: «Үкімет отырысында өңір әкімі …».
  const outer = Tag.loc | Tag.abl | Tag.ins | Tag.dat | Tag.acc;
  if (senses.length > 0 && senses.every((s) => s.tags & outer && !(s.tags & Tag.attr))) return false;
  if (senses.some((s) => s.entry.cls === 'orghead' || s.entry.cls === 'body')) return true;
  if (classes?.has('and')) return true;
  const caps = form.raw === form.raw.toUpperCase();
  return caps || (form.length > 2 && (linksToHead(form.type.norm) || senses.length > 0));
}

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

/** Adds later mentions by surname or initials: «Б.Байбек», «Ахметжанов». */
function addAliases(doc: Document, officials: Official[]): Official[] {
  const bySurname = new Map<string, Official | null>();
  for (const o of officials) {
    const key = nameKey(o.parts.at(-1) ?? '');
    bySurname.set(key, bySurname.has(key) ? null : o);
  }
  if (bySurname.size === 0) return officials;
  // No ending changes the first letters: most words are told apart by them alone.
  const heads = new Set([...bySurname.keys()].map((k) => k.slice(0, 3)));
  for (let i = 0; i < doc.tokens.length; i++) {
    const t = doc.tokens[i];
    if (!t?.form || t.form.shape === Shape.lower || t.form.length < 4) continue;
    if (!anyHead(doc, i, heads)) continue;
    for (const n of namesAt(doc, i, () => false)) {
      const last = n.parts.at(-1) ?? '';
      if (!heads.has(headOf(doc, n.to - 1))) continue;
      const hit = surnameForms(last)
        .map((f) => bySurname.get(nameKey(f)))
        .find((o) => o);
      if (!hit || (n.full && !initialsFit(n, hit))) continue;
      const span = spanOf(doc.text, doc.tokens[n.from]?.start ?? 0, doc.tokens[n.to - 1]?.end ?? 0);
      if (!hit.mentions.some((m) => m.start < span.end && span.start < m.end)) hit.mentions.push(span);
      i = n.to - 1;
      break;
    }
  }
  for (const o of officials) o.mentions.sort((a, b) => a.start - b.start);
  return officials;
}

/** Tokens from the first of a name to its surname: «К. К. Токаев». */
const LONGEST_NAME = 5;

/** Does a surname with one of these first letters stand near enough to end a name that begins here? */
function anyHead(doc: Document, i: number, heads: ReadonlySet<string>): boolean {
  for (let k = i; k < i + LONGEST_NAME; k++)
    if ((doc.tokens[k]?.form?.shape ?? Shape.lower) !== Shape.lower && heads.has(headOf(doc, k))) return true;
  return false;
}

const HEAD_SLOT = 4;

/** The first letters of a word's key, worked out once per spelling. */
function headOf(doc: Document, i: number): string {
  const type = doc.tokens[i]?.form?.type;
  if (!type) return '';
  const known = type.memo[HEAD_SLOT];
  if (typeof known === 'string') return known;
  const head = nameKey(type.norm).slice(0, 3);
  type.memo[HEAD_SLOT] = head;
  return head;
}

const initialsFit = (n: NameCandidate, o: Official): boolean =>
  n.parts.length < 2 || nameKey(n.parts[0] ?? '').charAt(0) === nameKey(o.parts[0] ?? '').charAt(0);
