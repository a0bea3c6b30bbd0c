import type { ReadLang } from '../core/article.ts';
import { isPatronymic } from '../language/names.ts';
import { consonants, fatherKey, kkToRu, nameKey } from './transliterate.ts';

/** A person as one article names one: the name in the nominative, and what tells the bearer from namesakes. */
export interface Holder {
  readonly name: string;
  readonly lang: ReadLang;
  /** Id of the post, where the catalogue knows it. */
  readonly postId: string | null;
  /** What the post is over: the id of a place, else the words for a body. */
  readonly seat: { readonly id: string | null; readonly name: string } | null;
  /** The story that the article tells. */
  readonly story: string;
}

/** How two names compare, the surest first. Names that differ are no level. */
export type Level = 'same' | 'similar' | 'initials';

/**
 * Why a holder is taken for the person: how the names compare, and what else agrees (`post:akim@KZ-43`, `story:…`); or
 * that somebody decided so, in their words.
 */
export interface Reason {
  readonly level: Level | 'decided';
  readonly shared: readonly string[];
}

export interface Person<H extends Holder> {
  /** `~` and the name as both languages share it; with a post behind a dot where namesakes need telling apart. */
  readonly key: string;
  readonly holders: readonly { readonly holder: H; readonly reason: Reason }[];
  /** Keys of persons who may be the same: the names agree, and nothing else does. */
  readonly doubts: readonly string[];
}

interface Name {
  readonly given: string;
  readonly surname: string;
  readonly patronymic: string | null;
  readonly initials: boolean;
  /** Given name and surname in Russian letters, fit for a key. */
  readonly spelt: string;
}

/** The parts of a name as both languages share them; undefined for one word alone, which names nobody for sure. */
function parse(name: string): Name | undefined {
  const words = name.replaceAll('.', '. ').trim().split(/\s+/u);
  const full = words.filter((word) => !word.endsWith('.'));
  const initials = words.filter((word) => word.endsWith('.'));
  const [first = '', second = '', third = ''] = full;
  if (initials.length > 0)
    return full.length === 1 ? named(initials[0] ?? '', first, initials[1] ?? null, true) : undefined;
  if (full.length === 2) return named(first, second, null, false);
  if (full.length !== 3) return undefined;
  const patronymic = (word: string): boolean => isPatronymic(word.toLowerCase());
  if (patronymic(second)) return named(first, third, second, false);
  if (patronymic(third)) return named(second, first, third, false);
  return named(`${first}-${second}`, third, null, false);
}

function named(given: string, surname: string, patronymic: string | null, initials: boolean): Name {
  const father = patronymic === null ? null : fatherKey(patronymic);
  const spelt = kkToRu(`${given}-${surname}`)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}]+/gu, '-');
  return { given: nameKey(given), surname: nameKey(surname), patronymic: father, initials, spelt };
}

/** Names whose bearers can be one person share this key: the consonants of the surname. Empty for half a name. */
export const surnameBlock = (name: string): string => consonants(parse(name)?.surname ?? '');

/** How two names compare as written; undefined when they differ, or one of them is half a name. */
export function nameLevel(a: string, b: string, acrossLanguages: boolean): Level | undefined {
  const [one, two] = [parse(a), parse(b)];
  return one === undefined || two === undefined ? undefined : compare(one, two, acrossLanguages);
}

/** Of two initials, or an initial and a name, the letters are compared. */
const partsAgree = (a: string, b: string): boolean =>
  a.length <= 1 || b.length <= 1 ? a.charAt(0) === b.charAt(0) : a === b;

/**
 * How two names compare. Vowels may differ only between the languages (`Шөкеев` and `Шукеев`, `Тілепберген` and
 * `Тлепберген`); a patronymic that is left out tells nothing, one that differs tells two persons apart.
 */
function compare(a: Name, b: Name, acrossLanguages: boolean): Level | undefined {
  if (a.patronymic !== null && b.patronymic !== null && !fathersAgree(a.patronymic, b.patronymic))
    return undefined;
  const surname = alike(a.surname, b.surname, acrossLanguages);
  if (surname === undefined) return undefined;
  if (a.initials || b.initials) return partsAgree(a.given, b.given) ? 'initials' : undefined;
  const given = alike(a.given, b.given, acrossLanguages);
  if (given === undefined) return undefined;
  return surname === 'same' && given === 'same' ? 'same' : 'similar';
}

const fathersAgree = (a: string, b: string): boolean =>
  partsAgree(a, b) || (consonants(a) === consonants(b) && distance(a, b) <= MOST_VOWELS);

/** Vowels in which two spellings of one name may differ. */
const MOST_VOWELS = 2;

function alike(a: string, b: string, acrossLanguages: boolean): 'same' | 'similar' | undefined {
  if (a === b) return 'same';
  const similar = acrossLanguages && consonants(a) === consonants(b) && distance(a, b) <= MOST_VOWELS;
  return similar ? 'similar' : undefined;
}

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Posts of which the country has few: two bearers of one full name among them are one person who moved on. */
const NATIONAL: ReadonlySet<string> = new Set(
  (
    'president head-of-state first-president vice-president prime-minister deputy-prime-minister minister ' +
    'ministry-head vice-minister first-vice-minister chief-of-government-staff state-counsellor state-secretary ' +
    'head-of-presidential-administration president-aide president-adviser president-press-secretary ' +
    'president-representative security-council-secretary senate-speaker mazhilis-speaker senator mazhilis-deputy ' +
    'parliament-deputy national-bank-governor supreme-court-chair constitutional-court-chair prosecutor-general ' +
    'security-committee-chair ombudsman child-ombudsman business-ombudsman auditor-general'
  ).split(' '),
);

/** What tells a holder from namesakes, as words that two articles can share. */
function contextOf({ lang, postId, seat, story }: Holder): string[] {
  const out = [`story:${story}`];
  const place = seat === null ? null : (seat.id ?? bodyOf(seat.name, lang));
  const national = postId !== null && (NATIONAL.has(postId) || (postId === AKIM && isOblast(place)));
  if (national || place === COUNTRY) out.push('national');
  if (postId !== null && !NATIONAL.has(postId)) out.push(`held:${postId}`);
  if (place !== null && place !== COUNTRY) out.push(`seat:${place}`);
  if (postId !== null && (national || place !== null))
    out.push(`post:${postId}@${NATIONAL.has(postId) ? COUNTRY : place}`);
  return out;
}

const COUNTRY = 'KZ';
const AKIM = 'akim';
/** An oblast or a city of its own right: its akim ranks with ministers. */
const isOblast = (place: string | null): boolean => place !== null && /^KZ-\d+$/u.test(place);

/** A body by its quoted name, which both languages keep, else by its words in one of them. */
function bodyOf(words: string, lang: ReadLang): string {
  const quoted = /«([^»]+)»/u.exec(words)?.[1];
  return quoted === undefined ? `${lang}:${nameKey(words)}` : nameKey(quoted) || quoted.toLowerCase();
}

/** Besides names, what proves that two holders are one: a namesake may sit in the same region, hardly in the same post. */
const PROOF: Record<Level, RegExp> = {
  same: /^(?:story|national|seat|post)/u,
  similar: /^(?:story|post)/u,
  initials: /^(?:story|post)/u,
};

/** Holders of one name in one context: what is linked to others as a whole. */
interface Group<H> {
  readonly id: string;
  readonly name: Name;
  readonly lang: ReadLang;
  readonly contexts: ReadonlySet<string>;
  readonly holders: readonly H[];
}

/**
 * Tells which holders of names with one {@link surnameBlock} are one person. Nobody is merged by the name alone, unless
 * the patronymic is part of it: something else has to agree, a post, a seat, or the story that both articles tell.
 * A holder who could be either of two persons is neither. The order of the holders decides nothing.
 */
export function resolvePeople<H extends Holder>(holders: readonly H[]): Person<H>[] {
  const groups = groupsOf(holders);
  const reasons = new Map<Group<H>, Reason>();
  let people: Cluster<H>[] = groups.map((group) => [group]);
  for (const level of ['same', 'similar', 'initials'] as const) {
    const owner = new Map(people.flatMap((person) => person.map((group) => [group, person] as const)));
    const ties = new Map(groups.map((group) => [group, tiesOf(group, groups, level)]));
    for (const [group, of] of ties) if (isBridge(group, of, owner)) ties.delete(group);
    for (const [group, of] of ties) {
      const kept = of.filter(({ other }) => ties.has(other));
      ties.set(group, kept);
      const shared = [...new Set(kept.flatMap((tie) => tie.shared))].sort(byRank).slice(0, REASONS);
      if (shared.length > 0 && !reasons.has(group)) reasons.set(group, { level, shared });
    }
    people = joined(people, (person) =>
      person.flatMap((group) => (ties.get(group) ?? []).map(({ other }) => owner.get(other) ?? [])),
    );
  }
  return described(people, reasons);
}

/** So many things that agree are kept as the reason of a link; two people of one post may share thousands of stories. */
const REASONS = 3;

type Cluster<H> = readonly Group<H>[];
interface GroupTie<H> {
  readonly other: Group<H>;
  readonly shared: readonly string[];
}

/** Could a group be either of two people? A post without its place fits all who hold such a post. */
function isBridge<H>(
  group: Group<H>,
  ties: readonly GroupTie<H>[],
  owner: ReadonlyMap<Group<H>, Cluster<H>>,
): boolean {
  const others = new Set(ties.map(({ other }) => owner.get(other) ?? []));
  others.delete(owner.get(group) ?? []);
  const vague = ties.every(({ shared }) => shared.every((context) => context.startsWith('held:')));
  return (others.size > 1 && vague && !seated(group)) || !agree([group, ...[...others].flat()]);
}

/** Clusters with those that they are tied to, unless these contradict each other further along. */
function joined<H>(people: readonly Cluster<H>[], tied: (person: Cluster<H>) => Cluster<H>[]): Cluster<H>[] {
  const left = new Set(people);
  const out: Cluster<H>[] = [];
  for (const seed of left) {
    const component = new Set([seed]);
    for (const person of component) for (const next of tied(person)) component.add(next);
    for (const person of component) left.delete(person);
    const whole = [...component].flat().sort(byId);
    if (agree(whole)) out.push(whole);
    else out.push(...component);
  }
  return out;
}

/** The groups that one can be tied to at a level. */
function tiesOf<H>(group: Group<H>, groups: readonly Group<H>[], level: Level): GroupTie<H>[] {
  const ties: GroupTie<H>[] = [];
  for (const other of groups) {
    if (group === other || levelOf(group, other) !== level) continue;
    const both = [...group.contexts].filter((context) => other.contexts.has(context));
    const oneHasNoSeat = !seated(group) || !seated(other);
    const shared = both.filter(
      (context) =>
        PROOF[level].test(context) || (level === 'same' && oneHasNoSeat && context.startsWith('held:')),
    );
    if (shared.length > 0) ties.push({ other, shared });
  }
  return ties;
}

const levelOf = <H>(a: Group<H>, b: Group<H>): Level | undefined =>
  compare(a.name, b.name, a.lang !== b.lang);
const seated = <H>({ contexts }: Group<H>): boolean =>
  [...contexts].some((context) => context.startsWith('seat:'));
const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);

/** Can all these be one person? */
const agree = <H>(groups: readonly Group<H>[]): boolean =>
  groups.every((a, at) => groups.slice(at + 1).every((b) => levelOf(a, b) !== undefined));

function groupsOf<H extends Holder>(holders: readonly H[]): Group<H>[] {
  const variants = new Map<string, { name: Name; holders: H[] }>();
  for (const holder of holders) {
    const name = parse(holder.name);
    if (name === undefined) continue;
    const id = `${name.given} ${name.patronymic ?? ''} ${name.surname} ${holder.lang}`;
    const variant = variants.get(id);
    if (variant === undefined) variants.set(id, { name, holders: [holder] });
    else variant.holders.push(holder);
  }
  return [...variants].flatMap(([id, variant]) => byContext(id, variant.name, variant.holders)).sort(byId);
}

/** Holders of one name, parted where nothing but the name agrees: a union–find over what they share. */
function byContext<H extends Holder>(id: string, name: Name, holders: readonly H[]): Group<H>[] {
  const certain = name.patronymic !== null && !name.initials;
  const proof = name.initials ? PROOF.initials : PROOF.same;
  const parents = holders.map((_, at) => at);
  const root = (at: number): number => {
    let of = at;
    while (parents[of] !== of) of = parents[of] = parents[parents[of] ?? of] ?? of;
    return of;
  };
  const firsts = new Map<string, number>();
  const contexts = holders.map(contextOf);
  for (const [at, of] of contexts.entries()) {
    const bare = bareOf(of);
    const proofs = of.filter((context) => proof.test(context));
    // Holders of whom nothing but the post is told stand together: nothing tells them apart either.
    if (bare !== undefined) proofs.push(`bare:${bare}`);
    if (certain) proofs.push('certain');
    for (const context of proofs) {
      const first = firsts.get(context);
      if (first === undefined) firsts.set(context, at);
      else parents[root(at)] = root(first);
    }
  }
  const clusters = new Map<number, { contexts: Set<string>; holders: H[] }>();
  for (const [at, holder] of holders.entries()) {
    const cluster = clusters.get(root(at)) ?? { contexts: new Set(), holders: [] };
    clusters.set(root(at), cluster);
    cluster.holders.push(holder);
    for (const context of contexts[at] ?? []) cluster.contexts.add(context);
  }
  const lang = holders[0]?.lang ?? 'ru';
  return [...clusters.values()].map(({ contexts: shared, holders: of }) => ({
    id: `${id} ${markOfContexts(shared)}`,
    name,
    lang,
    contexts: shared,
    holders: of,
  }));
}

/** Contexts by what they prove, the most telling first. */
const KINDS = ['post:', 'national', 'seat:', 'held:', 'story:'];
const rankOf = (context: string): number => KINDS.findIndex((kind) => context.startsWith(kind));
const byRank = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);

/** Two groups of one name share no context that proves anything, so that the most telling one tells them apart. */
const markOfContexts = (contexts: ReadonlySet<string>): string =>
  [...contexts].reduce(
    (best, context) => (byRank(context, best) < 0 ? context : best),
    [...contexts][0] ?? '',
  );

/** The post of a holder of whom nothing else is told but the stories. */
function bareOf(contexts: readonly string[]): string | undefined {
  const told = contexts.filter((context) => !context.startsWith('story:'));
  return told.every((context) => context.startsWith('held:')) ? told.join() : undefined;
}

const BY_NAME: Reason = { level: 'same', shared: [] };

/** People with their keys: the name alone where one person bears it, else with what tells the bearers apart. */
function described<H extends Holder>(
  people: readonly (readonly Group<H>[])[],
  reasons: ReadonlyMap<Group<H>, Reason>,
): Person<H>[] {
  const bearers = new Map<string, (readonly Group<H>[])[]>();
  for (const person of people) {
    const name = nameOf(person);
    bearers.set(name, [...(bearers.get(name) ?? []), person]);
  }
  const keys = new Map<readonly Group<H>[], string>();
  for (const [name, list] of bearers) {
    const marks = list.map((person) => markOf(person) ?? '');
    for (const [at, person] of list.entries()) {
      const again = marks.slice(0, at).filter((mark) => mark === marks[at]).length;
      const mark = again === 0 ? marks[at] : `${marks[at]}-${again + 1}`;
      keys.set(person, list.length === 1 || mark === '' ? name : `${name}.${mark}`);
    }
  }
  const mayBe = (a: readonly Group<H>[], b: readonly Group<H>[]): boolean =>
    a !== b && agree([...a, ...b]) && a.some((x) => b.some((y) => levelOf(x, y) !== 'initials'));
  return people.map((person) => ({
    key: keys.get(person) ?? '',
    holders: person.flatMap((group) =>
      group.holders.map((holder) => ({ holder, reason: reasons.get(group) ?? BY_NAME })),
    ),
    doubts: people
      .filter((other) => mayBe(person, other))
      .map((other) => keys.get(other) ?? '')
      .sort(),
  }));
}

/** The key of the fullest name; of several spellings the first by alphabet. */
function nameOf<H>(person: readonly Group<H>[]): string {
  const full = person.filter(({ name }) => !name.initials);
  const [first = ''] = (full.length > 0 ? full : person).map(({ name }) => `~${name.spelt}`).sort();
  return first;
}

/** What tells a person from namesakes, fit for an address. */
function markOf<H>(person: readonly Group<H>[]): string | undefined {
  const [father] = person
    .map(({ name }) => name.patronymic)
    .filter((known) => known !== null)
    .sort();
  if (father !== undefined) return father;
  const marks = person.map(({ contexts }) => markOfContexts(contexts)).sort(byRank);
  return marks[0]?.replace(/^\w+:/u, '').replaceAll(/[^\p{L}\p{N}@]+/gu, '-');
}
