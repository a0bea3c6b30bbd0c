import type { ReadLang } from '../core/article.ts';
import type { ProgramKind } from '../core/facts.ts';
import { type Span, spanOf } from '../core/span.ts';
import type { Sense } from '../language/lexicon.ts';
import { withoutCase } from '../language/packs/kk/shape.ts';
import { Tag } from '../language/tags.ts';
import { Shape, type WordForm } from '../language/words.ts';
import { cover } from './cover.ts';
import { type Document, langAt, mark, opening, Starts, sensesAt, startsAt, tokenAt } from './document.ts';
import type { Annotations } from './pattern/match.ts';
import type { ListedProgram, ProgramBook } from './program-book.ts';
import {
  dictionaryForm,
  type Extent,
  formalName,
  inner,
  isRoute,
  kindAt,
  kindOf,
  namesOf,
} from './program-names.ts';
import { findAcronyms, findAgain, isAgain, type Title, wordsIn } from './program-repeats.ts';
import type { Quote } from './quotes.ts';
import { type RuleMatch, type RuleSet, runRules } from './rules.ts';
import { Sequence } from './sequence.ts';

/** A program named in the article. */
export interface Program {
  readonly listed: ListedProgram | null;
  readonly name: string;
  readonly kind: ProgramKind;
  /** Each with the rule that found it; `rule` is that of the first. */
  readonly mentions: (Span & { readonly from: number; readonly to: number; readonly rule: string })[];
  readonly rule: string;
}

/** A quoted name that is something else, so that nothing takes it for a program later. */
export interface OtherName {
  readonly from: number;
  readonly to: number;
  readonly type: 'organisation' | 'event';
  readonly rule: string;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly kind: ProgramKind | null;
  readonly name: string;
  readonly listed: ListedProgram | null;
  readonly rule: string;
}

/** The rule of a listed name in another case without a noun beside it: it is named in passing and frames no article. */
export const IN_PASSING = 'any/program/listed-in-case';

/** Finds named programs: by rules around quoted names, and by the catalogue for what is listed. */
export function findPrograms(
  doc: Document,
  annotations: Annotations,
  rules: RuleSet,
  quotes: readonly Quote[],
  book: ProgramBook,
): { programs: Program[]; others: OtherName[] } {
  const found: Found[] = [];
  const others: OtherName[] = [];
  const settled = new Set<number>();
  const named: { readonly from: number; readonly to: number }[] = [];
  for (const q of quotes) if (q.kind === 'name') named.push({ from: q.open, to: q.close + 1 });
  const names = new Sequence(named);
  for (const m of runRules(doc, annotations, rules, 'program')) {
    const kind = kindOf(doc, m);
    for (const extent of namesOf(doc, m, names)) {
      const [from, to] = extent;
      const second = m.captures.get('name')?.[0] === from ? m.captures.get('alias') : undefined;
      const { name, listed } = nameIn(doc, m, extent, second, book);
      if (name === '') continue;
      settled.add(from);
      if (kind === 'other' || (!listed && isRoute(doc, extent))) {
        others.push({ from, to, type: 'organisation', rule: m.rule.id });
        continue;
      }
      found.push({ from, to, kind, name, listed, rule: m.rule.id });
      if (!second) continue;
      settled.add(second[0]);
      found.push({ from: second[0], to: second[1], kind, name, listed, rule: m.rule.id });
    }
  }
  // A quoted name that the catalogue lists, or that says itself what it is, needs no noun beside it.
  for (const q of quotes) {
    if (q.kind !== 'name' || settled.has(q.open) || isOfCompany(doc, q)) continue;
    const written = inner(doc, [q.open, q.close + 1]);
    const exact = book.byName(written);
    const listed = exact ?? declined(doc, q);
    const name = exact ? written : capitalised(listed?.name(langAt(doc, q.open) ?? 'ru') ?? '');
    const own = listed ? null : ownKind(doc, q);
    if (own && bodySentence(doc, q.open)) {
      settled.add(q.open);
      const rule = 'any/program/self-named';
      const title = langAt(doc, q.open) === 'kk' ? withoutCase(written) : written;
      found.push({ from: q.open, to: q.close + 1, kind: own, name: title, listed: null, rule });
      continue;
    }
    if (!listed || listed.common || !bodySentence(doc, q.open)) continue;
    settled.add(q.open);
    found.push({
      from: q.open,
      to: q.close + 1,
      kind: listed.kind,
      name,
      listed,
      rule: exact ? 'any/program/listed-quote' : IN_PASSING,
    });
  }
  found.push(...unquoted(doc, quotes, found));
  found.push(...introduced(doc, found));
  found.push(...again(doc, found, named, settled));
  return { programs: group(doc, found, book), others };
}

/** The name at an extent and what the catalogue knows under it, or under its other name in brackets. */
function nameIn(
  doc: Document,
  m: RuleMatch,
  extent: Extent,
  second: Extent | undefined,
  book: ProgramBook,
): Pick<Found, 'name' | 'listed'> {
  const [trig, comp] = [m.captures.get('trig'), m.captures.get('comp')];
  if (comp && trig) {
    const name = formalName(doc, extent, trig);
    return { name, listed: book.byName(name) ?? book.byName(inner(doc, comp)) };
  }
  const name = inner(doc, extent);
  return { name, listed: book.byName(name) ?? (second ? book.byName(inner(doc, second)) : null) };
}

/** Tokens that names already cover. */
function takenBy(
  doc: Document,
  found: readonly { readonly from: number; readonly to: number }[],
): Uint8Array {
  const taken = new Uint8Array(doc.tokens.length);
  for (const f of found) cover(taken, f.from, f.to);
  return taken;
}

/** Programs that go by an abbreviation which brackets introduce, and every place where it stands. */
function introduced(doc: Document, found: readonly Found[]): Found[] {
  const rule = 'any/program/acronym';
  const out: Found[] = [];
  const taken = takenBy(doc, found);
  /** What goes by an abbreviation, and the token behind which it does. */
  const short = new Map<string, Pick<Found, 'name' | 'kind' | 'listed'> & { readonly behind: number }>();
  for (const { phrase, name, kind, norm } of findAcronyms(doc)) {
    const [from, to] = phrase;
    if (taken[from] || !bodySentence(doc, from)) continue;
    out.push({ from, to, kind, name, listed: null, rule });
    if (!short.has(norm)) short.set(norm, { name, kind, listed: null, behind: to });
  }
  for (const { to, name, kind, listed } of found) {
    const norm = bracketed(doc, to);
    if (norm !== null && !short.has(norm)) short.set(norm, { name, kind, listed, behind: to });
  }
  if (short.size === 0) return out;
  for (const i of doc.capitals) {
    const form = doc.tokens[i]?.form;
    const of = form && short.get(stemOf(form));
    if (of && i >= of.behind && isAbbreviation(form) && !taken[i] && bodySentence(doc, i))
      out.push({ from: i, to: i + 1, name: of.name, kind: of.kind, listed: of.listed, rule });
  }
  return out;
}

/** «Одно село – один продукт» (OVOP): the abbreviation that brackets give a name before them, in small letters. */
function bracketed(doc: Document, at: number): string | null {
  const form = doc.tokens[at + 1]?.form;
  if (form?.shape !== Shape.caps || mark(doc, at) !== '(' || mark(doc, at + 2) !== ')') return null;
  return startsAt(doc, at + 1, Starts.place) ? null : form.type.norm;
}

/** A name that rules found once stands elsewhere without its noun, in another case or without quotation marks. */
function again(
  doc: Document,
  found: readonly Found[],
  named: readonly { readonly from: number; readonly to: number }[],
  settled: ReadonlySet<number>,
): Found[] {
  const titles: Title<Found>[] = [];
  for (const f of found)
    if (f.kind !== 'event' && f.rule !== IN_PASSING)
      titles.push({ words: wordsIn(doc, [f.from, f.to]), of: f });
  if (titles.length === 0) return [];
  const taken = takenBy(doc, [...found, ...named.filter((q) => settled.has(q.from))]);
  return findAgain(doc, titles, named, taken)
    .filter(({ from }) => bodySentence(doc, from))
    .map(({ from, to, of: { kind, name, listed } }) => ({
      from,
      to,
      kind,
      name,
      listed,
      rule: 'any/program/again',
    }));
}

/**
 * `«Қант диабетіне қарсы күрестің кешенді жоспары»`, «Концепция развития туризма»: the kind that the head of a quoted
 * name tells. Shorter ones are prizes and headings: `«Жыл бағдарламасы»`.
 */
function ownKind(doc: Document, { open, close }: Quote): ProgramKind | null {
  if (close - open - 1 < SELF_NAMED) return null;
  const kk = langAt(doc, open) === 'kk';
  const [from, to] = kk ? [close - 1, close] : [open + 1, open + 2];
  const senses = sensesAt(doc, from, Starts.trigger).filter((x) => x.entry.cls === 'trigger' && x.to === to);
  if (!senses.some(({ tags }) => (tags & (kk ? Tag.p3 : Tag.nom)) !== 0)) return null;
  const kind = kindAt(doc, [from, to]);
  return kind === 'program' || kind === 'plan' ? kind : null;
}
/** Tokens of a name that says itself what it is. */
const SELF_NAMED = 3;

/** `ЖШС «Балапан»`: the abbreviation before says whose name it is, in Kazakh too, where nouns stand behind names. */
const isOfCompany = (doc: Document, { open }: Quote): boolean =>
  doc.tokens[open - 1]?.form?.shape === Shape.caps && kindAt(doc, [open - 1, open]) === 'other';

/** A name in quotation marks opens with a capital, also that of a benefit which is written small without them. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** «на «Молодёжную практику» направили»: the whole quotation is a listed name in another case. */
const declined = (doc: Document, q: Quote): ListedProgram | undefined =>
  sensesAt(doc, q.open + 1, Starts.program).find((s) => s.entry.cls === 'program' && s.to === q.close)?.entry
    .data as ListedProgram | undefined;

const bodySentence = (doc: Document, i: number): boolean =>
  doc.sentences[doc.sentenceOf[i] ?? 0]?.section === 'body';

/** «АСП-ның»: capitals before a hyphen. */
const CAPITALS = /^\p{Lu}{2,}-/u;

/** «АСП», `АӘК-тің`. */
const isAbbreviation = (form: WordForm | null | undefined): boolean =>
  form?.shape === Shape.caps || (form?.hyphened && CAPITALS.test(form.raw)) === true;

/** A word up to its hyphen, in small letters. */
function stemOf(form: WordForm | null | undefined): string {
  const norm = form?.type.norm ?? '';
  const hyphen = norm.indexOf('-');
  return hyphen < 0 ? norm : norm.slice(0, hyphen);
}

/** Listed programs that stand without quotation marks: «атаулы әлеуметтік көмек», АСП, ОСМС. */
function unquoted(doc: Document, quotes: readonly Quote[], found: readonly Found[]): Found[] {
  const starts = opening(doc, Starts.program);
  if (starts.length === 0) return [];
  const out: Found[] = [];
  const taken = takenBy(doc, found);
  for (const q of quotes) if (q.kind === 'name') cover(taken, q.open, q.close + 1);
  for (const i of starts) {
    if (taken[i] || !bodySentence(doc, i)) continue;
    const s = sensesAt(doc, i, Starts.program).find((x) => x.entry.cls === 'program');
    if (!s) continue;
    if (isLatin(doc, i) && (isLatin(doc, i - 1) || isLatin(doc, s.to))) continue;
    const listed = s.entry.data as ListedProgram;
    const form = doc.tokens[i]?.form;
    const abbreviation = isAbbreviation(form);
    if (!abbreviation && s.to === i + 1 && listed.abbreviations.has(stemOf(form))) continue;
    const ofOther = !abbreviation && kindAt(doc, [i - 1, i]) === 'other';
    if (!listed.lowerCase && (form?.shape === Shape.lower || ofOther)) continue;
    cover(taken, i, s.to);
    const lang = langAt(doc, i) ?? 'ru';
    out.push({
      from: i,
      to: s.to,
      kind: listed.kind,
      // «АСП» stands as written, a phrase in some case in its dictionary form.
      name: abbreviation ? inner(doc, [i, s.to]).replace(/-\p{Ll}+$/u, '') : saidName(s, listed, lang),
      listed,
      rule: 'any/program/listed',
    });
  }
  return out;
}

/** A benefit bears no name but what the text calls it; any other program has one. */
function saidName({ entry }: Sense, listed: ListedProgram, lang: ReadLang): string {
  if (!listed.lowerCase) return listed.name(lang);
  const said = lang === 'kk' ? entry.written : dictionaryForm(listed.unquoted, entry.written);
  return said ?? listed.name(lang);
}

/** A word in Latin letters with a capital: beside another one a part of a longer name, «Smart City Group». */
const isLatin = (doc: Document, i: number): boolean => {
  const first = doc.text.charCodeAt(doc.tokens[i]?.start ?? Number.NaN);
  return first >= 65 && first <= 90;
};

/** One program per catalogue entry or folded name; «Серпін» is «Серпін-2050» once both stand in the article. */
function group(doc: Document, found: readonly Found[], book: ProgramBook): Program[] {
  const out: Program[] = [];
  const known = new Map<string, Program[]>();
  for (const f of [...found].sort((a, b) => a.from - b.from)) {
    const span = spanOf(doc.text, doc.tokens[f.from]?.start ?? 0, tokenAt(doc, f.to - 1)?.end ?? 0);
    const { start, end, text } = span;
    const mention = { start, end, text, from: f.from, to: f.to, rule: f.rule };
    const key = f.listed?.id ?? book.fold(f.name).replace(/[ -]\d{4}$/u, '');
    const alike = known.get(key) ?? [];
    const same =
      alike.find((p) => f.listed !== null || sameName(p.name, f.name, book)) ??
      (f.listed ? undefined : out.find((p) => !p.listed && inOtherCase(p.name, f.name, book)));
    if (same) same.mentions.push(mention);
    else {
      const program: Program = {
        listed: f.listed,
        name: f.name,
        kind: f.kind ?? f.listed?.kind ?? 'program',
        mentions: [mention],
        rule: f.rule,
      };
      out.push(program);
      known.set(key, [...alike, program]);
    }
  }
  return out;
}

/** «Благодаря «Инклюзивному миру»» after «Инклюзивный мир»: word for word the same but for the endings. */
const inOtherCase = (a: string, b: string, book: ProgramBook): boolean =>
  isAgain(book.fold(b).split(' '), book.fold(a).split(' '));

function sameName(a: string, b: string, book: ProgramBook): boolean {
  const [x, y] = [book.fold(a), book.fold(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return long.startsWith(short) && /^[ -]\d{4}$/u.test(long.slice(short.length));
}
