import type { KkWording, RuWording } from '../catalog/wording.ts';
import type { ReadLang } from '../core/article.ts';
import { initialOf } from './chars.ts';
import { ClassTable, NO_CLASSES } from './class-table.ts';
import { type Analysis, analyse, analyseSuffix, basesOf, endingLengths } from './packs/kk/analyse.ts';
import { FUNCTION_WORDS as KK_WORDS, PARTICLES } from './packs/kk/words.ts';
import { phrase } from './packs/ru/inflect.ts';
import { PREPOSITIONS } from './packs/ru/words.ts';
import { Tag } from './tags.ts';
import type { Token } from './tokens.ts';
import { WordTable } from './word-table.ts';
import { keep, newSlot, oncePerWord, recall, type WordForm, Words, type WordType } from './words.ts';

/** What the lexicon knows under a wording; `data` is whatever its owner put there. */
export interface Entry<T = unknown> {
  readonly cls: string;
  readonly id: string;
  readonly data: T;
  /** The dictionary form of the wording that was met, where its owner keeps it; an entry may have several. */
  readonly written: string | undefined;
}

/** An entry. All are made here, so that all have one shape: reading a field of many kinds of object is slow. */
export const entryOf = <T>(cls: string, id: string, data: T, written?: string): Entry<T> => ({
  cls,
  id,
  data,
  written,
});

/** A wording found in a text: tokens `from` up to but not including `to`, and the tags of its head. */
export interface Sense {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly tags: number;
  /** The bit of its class, 0 for a class without one. */
  readonly bit: number;
}

interface Reading {
  readonly entry: Entry;
  readonly tags: number;
  /** The bit of its class, 0 for a class without one. */
  readonly bit: number;
}

/** Where a wording is after some of its words. There are tens of thousands; what leads from one to the next is in tables. */
interface Node {
  readonly id: number;
  /** First letters of all words that lead on from here, as bits: most words are told off by theirs. */
  initials: number;
  /** Bits of the classes of all wordings that lead through here. */
  bits: number;
  /** Wordings that end with exactly this word. */
  ends: Reading[] | undefined;
  /** Does a Kazakh wording go on with a word that takes endings? */
  stems: boolean;
}

/** A Kazakh wording by the stem of its last word, which may bear any ending the entry allows. */
interface Head {
  readonly entry: Entry;
  readonly p3: boolean;
  readonly bit: number;
}

/** Kazakh chains that no known noun bears in news: they turn `жетім` into `жеті` + my (LANGUAGE §3.1, guard 1). */
const BANNED = Tag.p12 | Tag.tail;

const HALVES: Record<ReadLang, number> = { kk: newSlot(), ru: newSlot() };

/** Readings of a Kazakh word form. */
export const kazakhReadings = oncePerWord((type): readonly Analysis[] => {
  const list = KK_WORDS.has(type.norm) ? [{ lemma: type.norm, tags: 0, cost: 0 }] : analyse(type.norm);
  // `млрд-ы`, `ОҚО-лар`: an abbreviation takes its ending after a hyphen, whatever its last letter.
  const hyphen = type.norm.lastIndexOf('-');
  const suffix = hyphen > 0 ? analyseSuffix(type.norm.slice(hyphen + 1)) : 0;
  if (suffix || PARTICLES.has(type.norm.slice(hyphen + 1)))
    list.push({ lemma: type.norm.slice(0, hyphen), tags: suffix || Tag.nom | Tag.sg, cost: 0.1 });
  return list;
});

/** Those readings of a Kazakh word form whose endings have certain numbers of letters, as bits; see `endingLengths`. */
export function kazakhReadingsWith(lengths: number, type: WordType): readonly Analysis[] {
  // Behind a hyphen an ending may stand on anything; function words have no endings.
  const whole = type.norm.includes('-') || KK_WORDS.has(type.norm);
  return whole ? kazakhReadings(type) : analyse(type.norm, lengths);
}

/** Readings of the parts of a hyphenated word. */
export interface Halves {
  readonly first: readonly Sense[];
  readonly second: readonly Sense[];
}

/** What the lexicon knows of one word form in one language. */
export interface Known {
  /** Closed classes. */
  readonly classes: ReadonlySet<string>;
  /** Single-word readings. */
  readonly ends: readonly Reading[];
  /** Bits of all its classes, and of those that a longer wording may have. */
  readonly bits: number;
  /** Where longer wordings that begin with this word go on, and the first letters of all words that they go on with. */
  readonly next: Node | undefined;
  readonly initials: number;
}

const NO_READINGS: readonly Reading[] = [];
const NO_HEADS: readonly Head[] = [];
const NO_ANALYSES: readonly Analysis[] = [];
const ANY_LENGTH = -1;
/** That of most words. */
const UNKNOWN: Known = {
  classes: NO_CLASSES,
  ends: NO_READINGS,
  bits: 0,
  next: undefined,
  initials: 0,
};

/**
 * All words of both languages that rules can speak about, by class: counted things, posts, triggers, places,
 * programs, closed-class words. Forms are generated when the lexicon is built; a text pays one look-up per word.
 */
export class Lexicon {
  #names = new Set<string>();
  /** Parts of words are words of their own kind: they never stand in a text. */
  #halves = new Words();
  #bitOf: (cls: string) => number;
  #size = 0;
  #roots: Record<ReadLang, Node> = { kk: this.#newNode(), ru: this.#newNode() };
  /** Where each word leads from a node, and the Kazakh heads that go on from it by their stems. */
  #next = new WordTable<Node>();
  #heads = new WordTable<Head[]>();
  /** What such heads may begin with before an ending: most words end no wording, and are told off without being analysed. */
  #bases = new WordTable<true>();
  /** Every word of Kazakh wordings. */
  #kazakh: string[] = [];
  #classes: Record<ReadLang, ClassTable>;
  #shapes: Record<ReadLang, { readonly cls: string; readonly hasShape: (norm: string) => boolean }[]> = {
    kk: [],
    ru: [],
  };

  /** `bitOf` gives classes bits, by which whole texts can be looked through fast. */
  constructor(bitOf: (cls: string) => number = () => 0) {
    this.#bitOf = bitOf;
    this.#classes = { kk: new ClassTable(bitOf), ru: new ClassTable(bitOf) };
  }

  /** Adds a Russian wording with all its forms, or those whose tags `tagged` accepts. */
  addRu(entry: Entry, wording: RuWording, tagged: (tags: number) => boolean = () => true): void {
    for (const { words, tags } of phrase(wording))
      if (tagged(tags) && !(words.length === 1 && PREPOSITIONS.has(words[0] ?? '')))
        this.#end('ru', words, entry, tags);
  }

  /** Adds a Kazakh wording; its last word takes endings. */
  addKk(entry: Entry, wording: KkWording): void {
    const words = wording.words.map((w) => w.toLowerCase());
    const node = this.#walk('kk', words.slice(0, -1), this.#bitOf(entry.cls));
    const stem = wording.stem.toLowerCase();
    // The wording as written always counts, also where the table would not license it.
    this.#end('kk', words, entry, Tag.nom | Tag.sg | (wording.p3 ? Tag.p3 : 0));
    const head = { entry, p3: wording.p3, bit: this.#bitOf(entry.cls) };
    node.stems = true;
    node.initials |= initialOf(stem);
    const list = this.#heads.get(stem, node.id);
    if (list) list.push(head);
    else {
      this.#kazakh.push(stem);
      this.#heads.set(stem, node.id, [head]);
      for (const base of basesOf(stem)) this.#bases.set(base, node.id, true);
    }
  }

  /** Adds a form that is never declined, in both languages: `га`, `МВт`, `ОҚО`. */
  addSymbol(entry: Entry, symbol: string): void {
    for (const lang of ['kk', 'ru'] as const)
      this.#end(lang, symbol.toLowerCase().split(' '), entry, Tag.nom | Tag.sg | Tag.pl);
  }

  /** Adds an exact sequence of words with tags of its own. */
  addForm(lang: ReadLang, entry: Entry, words: readonly string[], tags: number): void {
    this.#end(lang, words, entry, tags);
  }

  /** Puts every word of a shape into a closed class. */
  addShape(lang: ReadLang, cls: string, hasShape: (norm: string) => boolean): void {
    this.#names.add(cls);
    this.#shapes[lang].push({ cls, hasShape });
  }

  /** Puts a word, or with a final hyphen all words that begin so, into a closed class: `вырос-`, `астам`. */
  addClass(lang: ReadLang, cls: string, word: string): void {
    this.#names.add(cls);
    this.#classes[lang].add(cls, word);
  }

  /** Does any wording or closed class bear this name? Rules must not speak of others. */
  hasClass(cls: string): boolean {
    return this.#names.has(cls);
  }

  /** What is known of a word in a language: its closed classes, and what begins with it. */
  knownOf(type: WordType, lang: ReadLang): Known {
    if (lang === 'kk') {
      type.kk ??= this.#known(type, lang);
      return type.kk;
    }
    type.ru ??= this.#known(type, lang);
    return type.ru;
  }

  /** All wordings that begin at a token, the longest first. */
  sensesAt(tokens: readonly Token[], i: number, lang: ReadLang): readonly Sense[] {
    const form = tokens[i]?.form;
    if (!form) return NO_SENSES;
    const { ends, next, initials } = this.knownOf(form.type, lang);
    const goesOn = next !== undefined && (initials & initialAt(tokens[i + 1])) !== 0;
    const longer = goesOn ? this.#longer(tokens, i, next, lang) : NO_SENSES;
    if (longer.length > 0) return longestFirst(longer, ends);
    if (ends.length < 2) return ends[0] ? [senseOf(ends[0], i, i + 1)] : NO_SENSES;
    return ends.map((r) => senseOf(r, i, i + 1));
  }

  /** Wordings of more words than one that begin at a token, whose first word leads to a node; the shortest first. */
  #longer(tokens: readonly Token[], i: number, first: Node, lang: ReadLang): readonly Sense[] {
    const out: Sense[] = [];
    let node: Node | undefined = first;
    for (let k = i + 1; node && k < tokens.length && k - i < MAX_WORDS; k++) {
      if (!(node.initials & initialAt(tokens[k]))) break;
      const { form, mark } = tokens[k] as Token;
      // Abbreviations with stops (`и.о.`) are several tokens; any other mark ends a wording.
      const further: Node | undefined = form ? this.#nextOf(node, form.type) : this.#next.get(mark, node.id);
      const ends = form ? this.#readings(node, further, form.type, lang) : further?.ends;
      if (ends) for (const r of ends) out.push(senseOf(r, i, k + 1));
      node = further;
    }
    return out;
  }

  /** What the two parts of a hyphenated word mean, each alone: `екі-үш`, `қаңтар-қараша`; null for other words. */
  halvesOf(form: WordForm, lang: ReadLang): Halves | null {
    if (!form.hyphened) return null;
    const known = recall(form.type, HALVES[lang]) as Halves | null | undefined;
    if (known !== undefined) return known;
    const { norm } = form.type;
    const hyphen = norm.indexOf('-');
    const half = (part: string): readonly Sense[] => this.sensesOf(this.#halves.type(part), lang);
    const [first, second] = [half(norm.slice(0, hyphen)), half(norm.slice(hyphen + 1))];
    const found = first.length > 0 && second.length > 0 ? { first, second } : null;
    return keep(form.type, HALVES[lang], found);
  }

  /** Closed classes of a word in a language. */
  classesOf(type: WordType, lang: ReadLang): ReadonlySet<string> {
    return this.knownOf(type, lang).classes;
  }

  /** Single-word wordings of a form, wherever it may stand. */
  sensesOf(type: WordType, lang: ReadLang): Sense[] {
    return this.knownOf(type, lang).ends.map((r) => senseOf(r, 0, 1));
  }

  /** What words of closed classes begin with, verbs as a rule. */
  kazakhStems(): Iterable<string> {
    return this.#classes.kk.beginnings();
  }

  /** Every word of Kazakh wordings and closed classes, in its dictionary form, some more than once. */
  *kazakhWords(): Generator<string> {
    yield* this.#classes.kk.words();
    yield* this.#kazakh;
  }

  #known(type: WordType, lang: ReadLang): Known {
    const root = this.#roots[lang];
    const next = this.#nextOf(root, type);
    const ends = this.#readings(root, next, type, lang);
    const listed = this.#classes[lang].of(type);
    let { bits, names } = listed;
    for (const { cls, hasShape } of this.#shapes[lang])
      if (hasShape(type.norm)) [bits, names] = [bits | this.#bitOf(cls), new Set([...names, cls])];
    if (next) bits |= next.bits;
    for (const r of ends) bits |= r.bit;
    return ends.length === 0 && !next && names.size === 0
      ? UNKNOWN
      : { classes: names, ends, bits, next, initials: next?.initials ?? 0 };
  }

  /** Where a wording goes on with a word. */
  #nextOf({ id }: Node, { norm, plain }: WordType): Node | undefined {
    return this.#next.get(norm, id) ?? (plain === norm ? undefined : this.#next.get(plain, id));
  }

  /** Wordings that end at a node with this word. */
  #readings(node: Node, exact: Node | undefined, type: WordType, lang: ReadLang): readonly Reading[] {
    const listed = exact?.ends ?? NO_READINGS;
    if (lang !== 'kk' || !node.stems) return listed;
    let out: Reading[] | undefined;
    for (const a of this.#analyses(node, type)) {
      if (a.tags & BANNED && !(a.tags & Tag.attr)) continue;
      for (const { entry, p3, bit } of this.#heads.get(a.lemma, node.id) ?? NO_HEADS) {
        if (p3 && !(a.tags & Tag.p3)) continue;
        if (a.lemma === type.norm && exact) continue;
        out = joined(out ?? exact?.ends?.slice(), { entry, tags: a.tags, bit });
      }
    }
    return out ?? listed;
  }

  /** The readings of a Kazakh word, or as many as can have the dictionary form of a word that goes on from a node. */
  #analyses({ id }: Node, type: WordType): readonly Analysis[] {
    const { norm } = type;
    const lengths = norm.includes('-') ? ANY_LENGTH : this.#bases.beginnings(norm, id, endingLengths(norm));
    return lengths === 0 ? NO_ANALYSES : kazakhReadingsWith(lengths, type);
  }

  #newNode(): Node {
    return { id: this.#size++, initials: 0, bits: 0, ends: undefined, stems: false };
  }

  #walk(lang: ReadLang, words: readonly string[], bit: number): Node {
    let node = this.#roots[lang];
    for (const w of words) {
      let next = this.#next.get(w, node.id);
      if (!next) {
        next = this.#newNode();
        this.#next.set(w, node.id, next);
        node.initials |= initialOf(w);
        if (lang === 'kk') this.#kazakh.push(w);
      }
      node = next;
      node.bits |= bit;
    }
    return node;
  }

  #end(lang: ReadLang, words: readonly string[], entry: Entry, tags: number): void {
    this.#names.add(entry.cls);
    const reading = { entry, tags, bit: this.#bitOf(entry.cls) };
    // Nearly all words are nothing but letters.
    const pieces = words.some((w) => PIECES.test(w))
      ? words.flatMap((w) => w.match(/[^./·*]+|[./·*]/gu) ?? [])
      : words;
    const spellings = words.some((w) => w.includes('ё'))
      ? [pieces, pieces.map((w) => w.replaceAll('ё', 'е'))]
      : [pieces];
    for (const p of spellings) {
      const node = this.#walk(lang, p, reading.bit);
      node.ends = joined(node.ends, reading);
    }
  }
}

/** What parts a word into several tokens, each a mark of its own. */
const PIECES = /[./·*]/u;

/** Wordings of more words than one turned round, those of one length in their order, and behind them the word alone. */
function longestFirst(longer: readonly Sense[], alone: readonly Reading[]): Sense[] {
  const out: Sense[] = [];
  for (let end = longer.length; end > 0; ) {
    const { to } = longer[end - 1] as Sense;
    let from = end - 1;
    while (from > 0 && longer[from - 1]?.to === to) from--;
    for (let k = from; k < end; k++) out.push(longer[k] as Sense);
    end = from;
  }
  const { from } = longer[0] as Sense;
  for (const r of alone) out.push(senseOf(r, from, from + 1));
  return out;
}

/** The bit of the first letter of a token, word or mark. */
const initialAt = (t: Token | undefined): number => t?.form?.initial ?? (t ? initialOf(t.mark) : 0);

/**
 * Adds a reading to a list, or begins one that holds no more than it; one of the same wording takes its tags in, so that a
 * word has one reading for each wording.
 */
function joined(list: Reading[] | undefined, { entry, tags, bit }: Reading): Reading[] {
  const whole = tags & Tag.gen && tags & Tag.pl ? tags | Tag.genPl : tags;
  if (list === undefined) return [{ entry, tags: whole, bit }];
  const at = list.findIndex((r) => r.entry === entry);
  const known = list[at];
  if (known) list[at] = { entry, tags: known.tags | whole, bit };
  else list.push({ entry, tags: whole, bit });
  return list;
}

const senseOf = ({ entry, tags, bit }: Reading, from: number, to: number): Sense => ({
  entry,
  from,
  to,
  tags,
  bit,
});

const NO_SENSES: readonly Sense[] = [];
/** The longest wording: «управления координации занятости и социальных программ» and the like. */
const MAX_WORDS = 12;
