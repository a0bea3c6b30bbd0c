import type { ArticleInput, Lang, ReadLang, Script, SectionKind } from '../core/article.ts';
import type { Issue } from '../core/issue.ts';
import { isRoman, repairedLetters } from '../language/chars.ts';
import { NO_CLASSES } from '../language/class-table.ts';
import { clauseBits } from '../language/clause.ts';
import { type Lexicon, type Sense, UNKNOWN } from '../language/lexicon.ts';
import type { NameWords } from '../language/name-words.ts';
import {
  isForeign,
  type Route,
  routeSentence,
  routeText,
  routeWords,
  sentenceLanguage,
  TELLS,
  Tell,
  type Telling,
  tellOf,
} from '../language/route.ts';
import { ABBREVIATIONS, CLOSING_ABBREVIATIONS, STOPPED } from '../language/shape.ts';
import { Kind, type Token, tokenize } from '../language/tokens.ts';
import { Shape, type Words } from '../language/words.ts';
import type { ConceptBook } from './concept-book.ts';
import { signsOf } from './signs.ts';

export interface Section {
  readonly start: number;
  readonly end: number;
  readonly kind: SectionKind;
}

export interface Sentence {
  /** Tokens `from` up to but not including `to`. */
  readonly from: number;
  readonly to: number;
  /** Whose rules read it; null for a language Derek does not read. */
  readonly lang: ReadLang | null;
  /** Counts lines: two sentences of one paragraph share it. */
  readonly paragraph: number;
  /** Furniture around the story: read for mentions, never for facts. */
  readonly section: SectionKind;
  /** Bits of `Starts` of all its tokens: who looks for what none of them begins passes it over. */
  readonly starts: number;
}

/**
 * What may begin at a token, as bits: most words begin nothing that a layer asks for, and a layer that looks at every
 * token looks at these bits first.
 */
export const Starts = {
  numeral: 1,
  month: 2,
  thing: 4,
  place: 8,
  placehead: 16,
  post: 32,
  postmod: 64,
  orghead: 128,
  body: 256,
  program: 512,
  trigger: 1024,
  'tw.modifier': 2048,
  'tw.naming': 4096,
  'tw.frame': 8192,
  'tw.christening': 16_384,
  'tw.about': 32_768,
  'tw.formal': 65_536,
  'tw.term': 131_072,
  'tw.air': 262_144,
  'tw.broadcast': 524_288,
  /** The word belongs to a closed class. */
  closed: 1_048_576,
  /** To one of those by which times are told, from the day of the article or with a number. */
  time: 2_097_152,
  /** Something that is an event, as a verb or a noun. */
  deed: 4_194_304,
  /** The field of a ministry: «еңбек және халықты әлеуметтік қорғау». */
  domain: 8_388_608,
  concept: 16_777_216,
  /** To one of those that point to a place, or speak of the country. */
  where: 33_554_432,
  /** To one of those that tell how a figure changed, or that it is what it is. */
  course: 67_108_864,
  /** To one of those that tell what is only expected, planned, denied, or of what time a sentence speaks. */
  stance: 134_217_728,
  /** To one of those that tell what a figure is counted per: each, by the month. */
  per: 268_435_456,
  /** To one of those that point back: to a program, to what it is for, to a speaker, to what was said. */
  back: 536_870_912,
  /** To one of those that tell who states something. */
  telling: 1_073_741_824,
} as const;

/** The bits of the classes of wordings. */
export const STARTS: ReadonlyMap<string, number> = new Map(Object.entries(Starts));

/**
 * Families of closed classes with a bit of their own, by the beginnings of their names; names without a stop are whole.
 * `starts.test.ts` fails when a layer asks for a class where a family without it let it pass.
 */
const FAMILIES: readonly (readonly [bit: number, names: readonly string[]])[] = [
  [Starts.time, ['rel.', 'unit.', 'weekday.', 'season.', 'begin', 'end']],
  [Starts.where, ['country', 'country.', 'capital', 'centre', 'anaphor.', 'office.']],
  [Starts.course, ['up', 'down', 'level', 'growth', 'decline', 'most', 'least']],
  [Starts.per, ['per.', 'each', 'each.']],
  [Starts.telling, ['told', 'told.', 'vouches.', 'cites', 'say']],
  [Starts.back, ['anaphor.program', 'both', 'purpose', 'speaker.', 'points.']],
  [
    Starts.stance,
    [
      'forecast',
      'planned',
      'plan.',
      'denied',
      'told',
      'told.',
      'vouches.',
      'cites',
      'not',
      'now',
      'that',
      'say',
    ],
  ],
];

/** The bits of all families. */
export const EVERY_FAMILY = FAMILIES.reduce((all, [bit]) => all | bit, 0);

/** The bits of a class, of wordings or closed. */
export function bitOf(cls: string): number {
  const own = STARTS.get(cls);
  if (own !== undefined) return own;
  let bits: number = Starts.closed;
  for (const [bit, names] of FAMILIES)
    if (names.some((name) => (name.endsWith('.') ? cls.startsWith(name) : cls === name))) bits |= bit;
  return bits;
}

/** An article cut into tokens and sentences, with every word of the lexicon found in it. */
export interface Document {
  readonly article: ArticleInput;
  readonly text: string;
  readonly lang: Lang;
  readonly langConfidence: number;
  readonly script: Script;
  readonly tokens: readonly Token[];
  /** Tokens that are marks or line breaks, that are numbers in digits, days and hours among them, words with a capital, and words in Latin letters. */
  readonly marks: readonly number[];
  readonly figures: readonly number[];
  readonly capitals: readonly number[];
  readonly latin: readonly number[];
  readonly sentences: readonly Sentence[];
  /** Sentence number by token. */
  readonly sentenceOf: Int32Array;
  /** Wordings of the lexicon that begin at a token, as far as anybody asked; see `sensesAt`. */
  readonly senses: (readonly Sense[] | undefined)[];
  /** Bits of `Starts` by token. */
  readonly starts: Uint32Array;
  /** Bits of `Sign` by token. */
  readonly signs: Uint16Array;
  /** Bits of `ClauseWord`, with the shape of a Russian word, by token: what its word does in a clause of its sentence's language. */
  readonly grammar: Uint32Array;
  /** Closed classes of a token's word in the language of its sentence. */
  readonly classes: readonly ReadonlySet<string>[];
  readonly sections: readonly Section[];
  readonly issues: Issue[];
  /** What it was read with, to look up forms that do not stand in the text. */
  readonly reading: Reading;
}

const NO_SENSES: readonly Sense[] = [];

/** Tokens at which something of these kinds begins, in text order; sentences without any are passed over. */
export function opening(doc: Document, kinds: number): number[] {
  const out: number[] = [];
  for (const s of doc.sentences)
    if (s.starts & kinds) for (let i = s.from; i < s.to; i++) if (startsAt(doc, i, kinds)) out.push(i);
  return out;
}

/**
 * Wordings of the lexicon that begin at a token, the longest first; none in a language that is not read. Looked up when
 * first asked for: nobody asks for most of them. Who asks for one class names its bit in `kinds`, and gets an answer
 * without a look where none can be; the answer may hold other classes too.
 */
export function sensesAt(doc: Document, i: number, kinds = -1): readonly Sense[] {
  if (((doc.starts[i] ?? 0) & kinds) === 0) return NO_SENSES;
  const known = doc.senses[i];
  if (known) return known;
  const lang = doc.sentences[doc.sentenceOf[i] ?? 0]?.lang;
  const found = lang ? doc.reading.lexicon.sensesAt(doc.tokens, i, lang) : NO_SENSES;
  doc.senses[i] = found;
  return found;
}

export interface Reading {
  readonly words: Words;
  readonly lexicon: Lexicon;
  /** Gender of a given name by its lower-cased nominative. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f' | 'both'>;
  /** The words that can be parts of persons' names. */
  readonly names: NameWords;
  readonly concepts: ConceptBook;
}

/**
 * Cuts an article into a document: tokens, sentences with their language, and what the lexicon knows of each word.
 * The language of the article is that of its sentences, unless it was given;
 * `route` is how the text is routed, when that is known already. Linear in the length of the text; never throws.
 */
export function readDocument(
  article: ArticleInput,
  text: string,
  sections: readonly Section[],
  reading: Reading,
  issues: Issue[],
  route?: Route,
): Document {
  const tokens = tokenize(text, reading.words);
  const marks: number[] = [];
  const figures: number[] = [];
  const capitals: number[] = [];
  const latin: number[] = [];
  const tells = new Uint8Array(tokens.length);
  const told = new Uint32Array(TELLS);
  const signs = new Uint16Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i] as Token;
    const { kind, form } = t;
    signs[i] = signsOf(t);
    if (form) {
      const tell = tellOf(form);
      told[tell] = (told[tell] ?? 0) + 1;
      if (form.shape === Shape.lower) tells[i] = tell;
      else capitals.push(i);
      if (form.latin) latin.push(i);
    } else if (kind === Kind.punct || kind === Kind.newline) marks.push(i);
    else figures.push(i);
  }
  silenceNames(tells, tokens, marks);
  const cuts = splitSentences(tokens, marks, sections);
  const whole = route ?? routeWords(told) ?? routeText(text);
  const lang = article.lang && whole.lang !== 'other' ? article.lang : whole.lang;
  const home: ReadLang = article.lang ?? (whole.lang === 'ru' ? 'ru' : 'kk');
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(tokens.length);
  const starts = new Uint32Array(tokens.length);
  const grammar = new Uint32Array(tokens.length);
  const senses: (readonly Sense[] | undefined)[] = new Array(tokens.length).fill(undefined);
  const classes: ReadonlySet<string>[] = new Array(tokens.length).fill(NO_CLASSES);
  for (const { from, to, paragraph } of cuts) {
    const start = tokens[from]?.start ?? 0;
    const words = tellingWords(tells, from, to);
    const silent = words.kk + words.ru + words.either === 0;
    const written = silent || lang === 'mixed' ? text.slice(start, tokens[to - 1]?.end ?? 0) : '';
    const strange = lang === 'other' || (silent && foreign(written));
    const own = lang === 'mixed' ? ownLanguage(written, home) : home;
    const read = strange ? null : sentenceLanguage(words, own);
    let all = 0;
    for (let i = from; i < to; i++) {
      sentenceOf[i] = sentences.length;
      const form = tokens[i]?.form;
      if (!form || !read) continue;
      grammar[i] = clauseBits(form, read);
      const known = reading.lexicon.knownOf(form, read);
      if (known === UNKNOWN) continue;
      classes[i] = known.classes;
      starts[i] = known.bits;
      all |= known.bits;
    }
    const section = sections.length > 0 ? kindAt(sections, start) : 'body';
    sentences.push({ from, to, paragraph, lang: read, section, starts: all });
  }
  const { confidence: langConfidence, script } = whole;
  return {
    article,
    text,
    lang,
    langConfidence,
    script,
    tokens,
    marks,
    figures,
    capitals,
    latin,
    sentences,
    sentenceOf,
    senses,
    starts,
    signs,
    grammar,
    classes,
    sections,
    issues,
    reading,
  };
}

/** What words tell of their language among tokens `from` up to `to`. */
function tellingWords(tells: Uint8Array, from: number, to: number): Telling {
  let [kk, ru, either] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const tell = tells[i];
    if (tell === Tell.kazakh || tell === Tell.decisive) kk++;
    else if (tell === Tell.russian) ru++;
    else if (tell === Tell.both) either++;
  }
  return { kk, ru, either };
}

/** What stands between short pairs of quotation marks is a name, which keeps its own language and tells none. */
function silenceNames(tells: Uint8Array, tokens: readonly Token[], marks: readonly number[]): void {
  let open = -1;
  for (const i of marks) {
    const t = tokens[i] as Token;
    if (t.kind === Kind.newline) open = -1;
    else if (open < 0 ? '«"“„'.includes(t.mark) : t.mark === '«') open = i;
    else if ('»"”'.includes(t.mark)) {
      if (i - open <= QUOTED_NAME) tells.fill(Tell.nothing, open, i);
      open = -1;
    }
  }
}
const QUOTED_NAME = 9;

/** In an article of two languages each sentence speaks for itself. */
function ownLanguage(sentence: string, home: ReadLang): ReadLang {
  const { lang } = routeSentence(sentence);
  return lang === 'kk' || lang === 'ru' ? lang : home;
}

/** A sentence in another language inside an article of ours: only letters or a script of its own prove it. */
const foreign = (sentence: string): boolean => sentence.length >= FOREIGN_LENGTH && isForeign(sentence);
const FOREIGN_LENGTH = 25;

/** The section that holds an offset; sections stand in order and do not overlap. */
export function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = sections[low];
  return found && found.start <= at ? found : undefined;
}

/** What kind of section the sentences of a place belong to; a dateline opens the story. */
function kindAt(sections: readonly Section[], at: number): SectionKind {
  const kind = sectionAt(sections, at)?.kind ?? 'body';
  return kind === 'dateline' ? 'body' : kind;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly paragraph: number;
}

function splitSentences(
  tokens: readonly Token[],
  marks: readonly number[],
  sections: readonly Section[],
): Cut[] {
  const out: Cut[] = [];
  let from = 0;
  let paragraph = 0;
  const close = (to: number): void => {
    if (to > from) out.push({ from, to, paragraph });
    from = Math.max(from, to);
  };
  // A header or dateline that ends inside a line is a sentence of its own.
  const cuts = sections
    .filter((s) => s.kind === 'dateline' || s.start === 0)
    .map((s) => firstFrom(tokens, s.end));
  let cut = 0;
  for (const i of marks) {
    const t = tokens[i] as Token;
    while (cut < cuts.length && (cuts[cut] ?? 0) <= i) close(cuts[cut++] ?? 0);
    // A closing mark of the sentence before.
    if (i < from) continue;
    if (t.kind === Kind.newline) {
      close(i + 1);
      paragraph++;
    } else if (STOPS.has(t.mark) && endsSentence(tokens, i)) {
      let end = i + 1;
      // Closing quotes and brackets belong to the sentence they close.
      while (closesAt(tokens, end)) end++;
      close(end);
    }
  }
  for (; cut < cuts.length; cut++) close(cuts[cut] ?? 0);
  close(tokens.length);
  return out;
}

const STOPS: ReadonlySet<string> = new Set('.!?…');
const CLOSERS: ReadonlySet<string> = new Set('»”")');

/** Does a mark at a token close what stands right before it? */
const closesAt = (tokens: readonly Token[], i: number): boolean => {
  const t = tokens[i];
  return t !== undefined && t.kind === Kind.punct && !t.spaced && CLOSERS.has(t.mark);
};

/** The first token that begins at or behind an offset. */
export function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const dot = tokens[i];
  const next = tokens[i + 1];
  if (!dot || !next) return true;
  if (next.kind === Kind.newline) return true;
  const closing = closesAt(tokens, i + 1);
  if (!next.spaced && !closing) return false;
  // «Скажи «нет!» шуму»: a name may end with a mark of its own, and the sentence goes on.
  if (dot.mark !== '.') {
    const on = tokens[i + 2];
    return !closing || (on?.kind !== Kind.punct && on?.form?.shape !== Shape.lower);
  }
  const after = closing ? tokens[i + 2] : next;
  if (closing && after?.kind === Kind.punct && after.mark !== '«') return false;
  const before = tokens[i - 1];
  const capital = !after?.form || after.form.shape !== Shape.lower;
  if (!capital) return false;
  if (before?.form && !before.form.hyphened) {
    const norm = before.form.type.norm;
    // `Б. Байбек`: a single capital letter is an initial, unless it closes a short word of a sentence.
    if (norm.length === 1 && before.form.raw !== norm) return false;
    const earlier = tokens[i - 3]?.form?.type.norm;
    if (tokens[i - 2]?.mark === '.' && !before.spaced && STOPPED.has(`${earlier}${norm}`)) return false;
    if (ABBREVIATIONS.has(norm))
      return (
        CLOSING_ABBREVIATIONS.has(norm) &&
        after?.form !== null &&
        after?.form !== undefined &&
        !isRoman(after.form.raw) &&
        // In a line of capitals a capital says nothing: «4,5 ТЫС. МЕСТ».
        !(before.form.shape === Shape.caps && after.form.shape === Shape.caps)
      );
  }
  return true;
}

/** Is the word of a token in a closed class of its sentence's language? */
export const has = (doc: Document, i: number, cls: string): boolean =>
  startsAt(doc, i, Starts.closed) && (doc.classes[i]?.has(cls) ?? false);

/** Does anything of these kinds begin among tokens `from` up to `to`? */
export function anyStarts(doc: Document, from: number, to: number, kinds: number): boolean {
  for (let i = from; i < to; i++) if (startsAt(doc, i, kinds)) return true;
  return false;
}

/** Does any token among `from` up to `to` bear one of some signs? */
export function anySign(doc: Document, from: number, to: number, signs: number): boolean {
  for (let i = from; i < to; i++) if (isSign(doc, i, signs)) return true;
  return false;
}

/** Is a word of a class among tokens `from` up to `to`? */
export function hasWithin(doc: Document, from: number, to: number, cls: string): boolean {
  for (let i = from; i < to; i++) if (has(doc, i, cls)) return true;
  return false;
}

/** A token, or none: also before the first, where an array asked for [-1] makes its whole place in the code slow. */
export const tokenAt = (doc: Document, i: number): Token | undefined => (i < 0 ? undefined : doc.tokens[i]);

/** The text of tokens `from` up to `to`, look-alike letters of another script repaired. */
export const textOf = (doc: Document, from: number, to: number): string =>
  repairedLetters(doc.text.slice(doc.tokens[from]?.start ?? 0, tokenAt(doc, to - 1)?.end ?? 0));

/** The character of a mark; '' for any other token, or none. */
export const mark = (doc: Document, i: number): string => tokenAt(doc, i)?.mark ?? '';

/** Does a token bear one of some signs? */
export const isSign = (doc: Document, i: number, signs: number): boolean =>
  ((doc.signs[i] ?? 0) & signs) !== 0;

/** The spelling under which a word is looked up; '' for any other token, or none. */
export const word = (doc: Document, i: number): string => tokenAt(doc, i)?.form?.type.norm ?? '';

/** The language whose rules read the sentence of a token; null where none does. */
export const langAt = (doc: Document, i: number): ReadLang | null =>
  doc.sentences[doc.sentenceOf[i] ?? 0]?.lang ?? null;

/** Does anything of these kinds begin at a token? */
export const startsAt = (doc: Document, i: number, kinds: number): boolean =>
  ((doc.starts[i] ?? 0) & kinds) !== 0;
