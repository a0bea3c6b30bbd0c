import type { Post } from '../../catalog/posts.ts';
import type { OfficialRole, RegionLevel } from '../../core/facts.ts';
import type { Sense } from '../../language/lexicon.ts';
import { isAdverbial, isOwnLocative, linksToHead, withoutCase } from '../../language/packs/kk/shape.ts';
import { FUNCTION_WORDS as KK_WORDS } from '../../language/packs/kk/words.ts';
import { isVerbal } from '../../language/shape.ts';
import { CASES, Tag } from '../../language/tags.ts';
import { Shape } from '../../language/words.ts';
import {
  type Document,
  has,
  isSign,
  langAt,
  mark,
  Starts,
  sensesAt,
  startsAt,
  textOf,
  word,
} from '../document.ts';
import { isOfDeed, isOfVerb } from '../kazakh-case.ts';
import { opensSentence } from '../place-tokens.ts';
import type { RegionMention } from '../regions.ts';
import type { RuleMatch } from '../rules.ts';
import type { Sequence } from '../sequence.ts';
import { Sign } from '../signs.ts';

/** What else was found: places and quoted names a post may belong to. */
export interface Nearby {
  readonly regions: Sequence<RegionMention>;
  readonly quotes: Sequence<{ readonly from: number; readonly to: number }>;
  /** The one place of a level that the story names; nothing where it names more, or none. */
  readonly only: (level: RegionLevel) => RegionMention | undefined;
}

/** A public post as a text tells it. */
export interface HeldPost {
  readonly post: string;
  readonly postId: string | null;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  /** Over what kind of place it is held, where that is known. */
  readonly level: RegionLevel | null;
  readonly role: readonly OfficialRole[];
  /** The whole phrase with the name, for events and sources. */
  readonly from: number;
  readonly to: number;
  readonly rule: string;
}

const ROLES: ReadonlySet<string> = new Set<OfficialRole>(['acting', 'former', 'first', 'deputy']);

/** The post of one match of a rule: its wording in the nominative, what it is held over, and in what role. */
export function describePost(doc: Document, m: RuleMatch, found: Nearby, ru: boolean): HeldPost {
  const post = m.captures.get('post') ?? [m.from, m.from];
  const sense = sensesAt(doc, post[0], Starts.post).find((s) => s.entry.cls === 'post' && s.to === post[1]);
  const data = sense?.entry.data as Post | undefined;
  const roles = rolesOf(doc, m, data);
  const comp = m.captures.get('comp') ?? m.captures.get('comp2');
  // In Kazakh the jurisdiction stands before the post, outside the pattern.
  const nameEnd = m.captures.get('name')?.[1] ?? 0;
  const mod = m.captures.get('mod');
  // «бірінші вице-министрі»: the modifier right before the post is none of its jurisdiction.
  const start = m.captures.get('comp')?.[0] ?? (mod?.[1] === post[0] ? mod[0] : post[0]);
  const from = ru ? m.from : leftEdge(doc, start, found, nameEnd <= start ? nameEnd : 0);
  const scope: readonly [number, number] | undefined = ru ? comp : [from, start];
  const named = scope && found.regions.within(ru ? post[0] : scope[0], m.to)[0];
  // «Облыс әкімі» in a story of one oblast is its akim.
  const meant =
    data?.level && !named && (!scope || scope[0] === scope[1]) ? found.only(data.level) : undefined;
  const region = named ?? meant;
  const parts: string[] = [];
  if (ru) {
    parts.push(russianPost(doc, m, ''));
    if (m.captures.has('post2')) parts.push(`, ${russianPost(doc, m, '2')}`);
  } else {
    const former = formerBefore(doc, from);
    if (former) {
      parts.push(textOf(doc, former.from, former.to));
      roles.push('former');
    }
    if (from < post[0]) parts.push(textOf(doc, from, post[0]));
    // A post inside a chain keeps its form: `төрағасының міндетін атқарушы`.
    parts.push(mod && mod[0] > post[0] ? textOf(doc, post[0], post[1]) : kkPost(doc, post));
    if (mod && mod[0] >= post[0]) parts.push(textOf(doc, mod[0], mod[1]));
    else if (mod && mod[0] < from) parts.unshift(textOf(doc, mod[0], mod[1]));
  }
  return {
    post: parts.join(' ').replaceAll(' ,', ',').trim(),
    postId: data ? postIdOf(data, scope, named) : null,
    jurisdiction: region
      ? { id: region.id, name: ru ? region.name.ru : region.name.kk }
      : scope && scope[1] > scope[0]
        ? { id: null, name: textOf(doc, scope[0], scope[1]) }
        : null,
    level: region?.level ?? data?.level ?? null,
    role: roles,
    from: Math.min(from, m.from),
    to: m.to,
    rule: m.rule.id,
  };
}

/** Ids of `data/lexicon/posts.txt`: who heads something, and who heads a place. */
const HEAD = 'head';
const AKIM = 'akim';

/** «Глава Акмолинской области» is its akim; «глава управления области» heads a body. */
function postIdOf(
  post: Post,
  scope: readonly [number, number] | undefined,
  place: RegionMention | undefined,
): string {
  const heads = post.id === HEAD && scope !== undefined && place !== undefined && place.level !== 'country';
  return heads && place.from <= scope[0] && place.to >= scope[1] ? AKIM : (post.standsFor ?? post.id);
}

/** Modifier, post and complement of one Russian post phrase; `n` tells the second of two from the first. */
function russianPost(doc: Document, m: RuleMatch, n: '' | '2'): string {
  const mod = m.captures.get(`mod${n}`);
  const post = m.captures.get(`post${n}`) ?? [m.from, m.from];
  const comp = m.captures.get(`comp${n}`);
  return [
    mod ? lemmaText(doc, mod, 'postmod') : '',
    mod && governs(doc, mod) ? textOf(doc, post[0], post[1]) : lemmaText(doc, post, 'post'),
    comp ? textOf(doc, comp[0], comp[1]) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function rolesOf(doc: Document, m: RuleMatch, post: Post | undefined): OfficialRole[] {
  const roles = new Set<OfficialRole>();
  const mod = m.captures.get('mod');
  if (mod)
    for (let i = mod[0]; i < mod[1]; i++)
      for (const s of sensesAt(doc, i, Starts.postmod))
        if (s.entry.cls === 'postmod' && ROLES.has(s.entry.id)) roles.add(s.entry.id as OfficialRole);
  const [at] = m.captures.get('post') ?? [m.from];
  for (const s of gluedTo(doc, at)) if (ROLES.has(s.entry.id)) roles.add(s.entry.id as OfficialRole);
  if (post?.deputyOf) roles.add('deputy');
  return [...roles];
}

/** «Бұрынғы денсаулық сақтау министрі»: the modifier stands before the scope. */
const formerBefore = (doc: Document, at: number): Sense | undefined =>
  [1, 2]
    .flatMap((n) => sensesAt(doc, at - n, Starts.postmod))
    .find((s) => s.entry.cls === 'postmod' && s.entry.id === 'former' && s.to === at);

/** Modifiers that a hyphen glues to a post: «экс-министр». */
function gluedTo(doc: Document, i: number): readonly Sense[] {
  const form = doc.tokens[i]?.form;
  const lang = langAt(doc, i);
  const halves = form && lang ? doc.reading.lexicon.halvesOf(form, lang) : null;
  return halves?.first.filter((s) => s.entry.cls === 'postmod') ?? [];
}

/** The dictionary form of a matched wording; the words as written when the lexicon has none. */
function lemmaText(doc: Document, [from, to]: readonly [number, number], cls: string): string {
  const out: string[] = [];
  for (let i = from; i < to; ) {
    const s = sensesAt(doc, i).find((x) => x.entry.cls === cls && x.to <= to);
    out.push(s?.entry.written ?? textOf(doc, i, i + 1));
    i = s?.to ?? i + 1;
  }
  return out.join(' ');
}

/** Modifiers that are nouns govern the genitive («заместитель акима»); the others agree («бывший аким»). */
const GOVERNING: ReadonlySet<string> = new Set(['deputy', 'acting']);
const governs = (doc: Document, [from, to]: readonly [number, number]): boolean => {
  for (let i = from; i < to; i++)
    for (const s of sensesAt(doc, i, Starts.postmod))
      if (s.entry.cls === 'postmod' && s.to === to && GOVERNING.has(s.entry.id)) return true;
  return false;
};

/** A Kazakh post as it stands, its case dropped, its possession kept: `әкімінің` → `әкімі`. */
function kkPost(doc: Document, [from, to]: readonly [number, number]): string {
  const s = sensesAt(doc, from, Starts.post).find((x) => x.entry.cls === 'post' && x.to === to);
  const written = textOf(doc, from, to);
  if (s && (s.tags & (Tag.pl | Tag.sg)) === Tag.pl) return s.entry.written ?? written;
  if (!s || !(s.tags & (CASES & ~Tag.nom))) return written;
  return withoutCase(written);
}

/** Where the item begins that ends right before a token. */
const endingAt = (
  list: Sequence<{ readonly from: number; readonly to: number }>,
  at: number,
): number | undefined => {
  const last = list.last(at);
  return last?.to === at ? last.from : undefined;
};

/**
 * Walks left over the jurisdiction of a Kazakh post: places, bodies, quotes and words in genitive or izafet, not past
 * the name of its holder, which ends at token `floor`.
 */
export function leftEdge(doc: Document, post: number, found: Nearby, floor: number): number {
  const sentence = doc.sentenceOf[post];
  const posts = sensesAt(doc, post, Starts.post).filter((x) => x.entry.cls === 'post');
  const possessed = posts.some((x) => (x.tags & Tag.p3) !== 0);
  // `Мемлекет басшысы`: its words say already what it is over.
  const own = posts.some((x) => (x.entry.data as Post).scope === 'country');
  let from = post;
  let closed = false;
  for (let steps = 0; steps < 12 && from > floor; steps++) {
    const i = from - 1;
    if (doc.sentenceOf[i] !== sentence) break;
    // «Аудан орталығында Сенат депутаты …»: where it happened, not what the post is over.
    if (isSubject(doc, from, found) || isOwnLocative(word(doc, i))) break;
    const whole =
      endingAt(found.regions, from) ??
      endingAt(found.quotes, from) ??
      domainBefore(doc, from) ??
      bracketed(doc, i) ??
      numbered(doc, i);
    if (whole !== undefined) {
      from = whole;
      closed = true;
      continue;
    }
    if (own || (isOfVerb(doc, i) && (closed || !isOfDeed(doc, i) || !isDeed(doc, from)))) break;
    closed = false;
    const t = doc.tokens[i];
    if (!t?.form || !(jurisdictional(doc, i) || (possessed && isPlainNoun(doc, i)))) {
      if (opensBody(doc, i, post)) from = i;
      break;
    }
    from = i;
  }
  // A jurisdiction never opens with a conjunction, with brackets or with «атындағы».
  while (from < post && (has(doc, from, 'and') || has(doc, from, 'named'))) from++;
  return mark(doc, from) === '(' ? from + 3 : from;
}

/**
 * `Туризм индустриясы комитетінің төрағасы`: a capital alone before nouns that a body's noun with possession closes opens its
 * name; `Асан Үсенов комитет төрағасына …` does not.
 */
function opensBody(doc: Document, at: number, post: number): boolean {
  const isCapital = (i: number): boolean => doc.tokens[i]?.form?.shape === Shape.capital;
  if (!isCapital(at) || isCapital(at - 1) || opensSentence(doc, at)) return false;
  let i = at + 1;
  while (i < post && doc.tokens[i]?.form?.shape === Shape.lower && !startsAt(doc, i, Starts.orghead)) i++;
  return (
    i < post &&
    sensesAt(doc, i, Starts.orghead).some((s) => s.entry.cls === 'orghead' && (s.tags & Tag.p3) !== 0)
  );
}

/** `Балалар құқықтарын қорғау комитеті`: a noun of action, which a body's name has with its object. */
const isDeed = (doc: Document, i: number): boolean => word(doc, i).endsWith('у');

/** `Бюджеттік жоспарлау басқармасы`, `жұмыспен қамту бөлімі`: a noun of action before a body is its field, and no plan. */
const isFieldOfBody = (doc: Document, i: number): boolean =>
  isDeed(doc, i) && startsAt(doc, i + 1, Starts.orghead);

/**
 * «Мемлекет басшысы Павлодар облысының әкімі …», «Президент қала әкімі …»: another post in the nominative ends here, and what
 * a post is held over begins. «Президент кеңесшісі» is one post.
 */
const isSubject = (doc: Document, at: number, found: Nearby): boolean =>
  opensScope(doc, at, found) &&
  [1, 2, 3].some((n) =>
    sensesAt(doc, at - n, Starts.post).some(
      (s) => s.entry.cls === 'post' && s.to === at && (s.tags & CASES) === Tag.nom,
    ),
  );

/** Does what a post is held over begin at a token: a place, the word for one, a field? */
const opensScope = (doc: Document, at: number, found: Nearby): boolean =>
  found.regions.within(at, at + LONGEST_PLACE)[0]?.from === at ||
  PLACES.some((cls) => has(doc, at, cls)) ||
  sensesAt(doc, at, Starts.domain).some((s) => s.entry.cls === 'domain');
const PLACES = ['anaphor.oblast', 'anaphor.city', 'anaphor.district', 'anaphor.region', 'anaphor.village'];
const LONGEST_PLACE = 6;

/** Where a ministry's field begins that ends right before a token: «еңбек және халықты әлеуметтік қорғау». */
function domainBefore(doc: Document, at: number): number | undefined {
  if (((doc.sentences[doc.sentenceOf[at] ?? 0]?.starts ?? 0) & Starts.domain) === 0) return undefined;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_DOMAIN); i--)
    if (sensesAt(doc, i, Starts.domain).some((s) => s.entry.cls === 'domain' && s.to === at)) return i;
  return undefined;
}
const LONGEST_DOMAIN = 8;

/** «… қоры» КЕАҚ (ӘМСҚ) басқарма төрағасы: an abbreviation in brackets at a token. */
const bracketed = (doc: Document, i: number): number | undefined =>
  mark(doc, i) === ')' && mark(doc, i - 2) === '(' ? i - 2 : undefined;

/** «№ 4 емхананың бас дәрігері»: the number of a body at a token. */
const numbered = (doc: Document, i: number): number | undefined =>
  isSign(doc, i, Sign.number) && mark(doc, i - 1) === '№' ? i - 1 : undefined;

/** A bare noun before a post with possession belongs to it: «жоғары білім министрі». */
const isPlainNoun = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  const opens = i === doc.sentences[doc.sentenceOf[i] ?? 0]?.from;
  return (
    (form?.shape === Shape.lower || (opens && form?.shape === Shape.capital)) &&
    (doc.classes[i]?.size ?? 0) === 0 &&
    !startsAt(doc, i, Starts.month) &&
    !KK_WORDS.has(form.type.norm) &&
    !isAdverbial(form.type.norm) &&
    !isVerbal(form, 'kk')
  );
};

/** Closed classes whose words stand in the names of bodies too: «аудандық», `облыстың`. */
const OF_SCOPES = ['unit.', 'anaphor.', 'office.'];

function jurisdictional(doc: Document, i: number): boolean {
  const form = doc.tokens[i]?.form;
  if (!form) return false;
  const joins = has(doc, i, 'and');
  if (KK_WORDS.has(form.type.norm) && !joins) return false;
  if (isFieldOfBody(doc, i) || (isOfDeed(doc, i) && isFieldOfBody(doc, i + 1))) return true;
  if (startsAt(doc, i, Starts.closed))
    for (const c of doc.classes[i] ?? [])
      if (c !== 'and' && !OF_SCOPES.some((x) => c.startsWith(x))) return false;
  const senses = sensesAt(doc, i);
  // A word in the locative or another outer case is an adverbial: «Үкімет отырысында өңір әкімі …».
  const outer = Tag.loc | Tag.abl | Tag.ins | Tag.dat | Tag.acc;
  if (senses.length > 0 && senses.every((s) => s.tags & outer && !(s.tags & Tag.attr))) return false;
  if (senses.some((s) => s.entry.cls === 'orghead' || s.entry.cls === 'body')) return true;
  if (joins) return true;
  const caps = form.raw === form.raw.toUpperCase();
  return caps || (form.length > 2 && (linksToHead(form.type.norm) || senses.length > 0));
}
