import { randomInt } from 'node:crypto';
import { initialOf, isPlain, normalForm, Units } from './chars.ts';
import type { Known } from './lexicon.ts';

export const Shape = { lower: 0, capital: 1, caps: 2, mixed: 3 } as const;
export type Shape = (typeof Shape)[keyof typeof Shape];

/** A distinct lower-cased spelling. Whatever is known of a word hangs here, worked out once (LANGUAGE §0). */
export interface WordType {
  readonly norm: string;
  /** The same with е for ё, as most of the press writes. */
  readonly plain: string;
  /** Has a letter that Russian lacks. */
  readonly kazakh: boolean;
  /** Written in Latin letters (after repair). */
  readonly latin: boolean;
  /** What a language pack or the extractor found out; each owner has a slot of its own. */
  readonly memo: unknown[];
}

let slots = 0;
/** A slot in the memo of every word that no other owner has; asked for once, as a module is loaded. */
export const newSlot = (): number => slots++;

/** Makes of a work on words one that is done once per spelling; `undefined` is no answer of it. */
export function oncePerWord<T>(work: (type: WordType) => T): (type: WordType) => T {
  const slot = newSlot();
  return (type) => {
    const known = type.memo[slot] as T | undefined;
    if (known !== undefined) return known;
    const found = work(type);
    type.memo[slot] = found;
    return found;
  };
}

/**
 * A distinct spelling with its capitals. What is asked of every word of every text stands here and not on the type:
 * each object that need not be visited is a visit to slow memory saved.
 */
export interface WordForm {
  readonly raw: string;
  readonly shape: Shape;
  readonly type: WordType;
  /** A bit for its first letter; see `initialOf`. */
  readonly initial: number;
  /** Of the type: its letters, and whether they are Latin. */
  readonly length: number;
  readonly latin: boolean;
  /** Has a hyphen inside. */
  readonly hyphened: boolean;
  /** What the lexicon of each language knows of it; the lexicon fills it in. */
  kk: Known | null;
  ru: Known | null;
  /** What it tells of its language; route.ts fills it in. */
  tell: number;
  /** Whether it looks like a verb of either language, as bits; shape.ts fills it in. */
  verbal: number;
  /** Its bits of `ClauseWord` in each language, below 0 before anybody asked; clause.ts fills them in. */
  kkClause: number;
  ruClause: number;
}

const KAZAKH = /[әіңғүұқөһ]/;
const LATIN_ONLY = /^[a-z\u00C0-\u024F\d'.-]+$/;

/** Beyond this many spellings the table starts anew: memory stays bounded whatever is read. */
const MAX_FORMS = 400_000;

/** Slots of a new spelling table; a power of two, doubled whenever it is half full. */
const FIRST_SLOTS = 2 ** 12;
/** Spellings tried before a search gives up on the table: hostile words of one hash must not make it slow. */
const MAX_PROBES = 24;
/** From this length on V8 cuts strings out as slices. */
const SLICED = 13;
/** Longer spellings are rare, and are compared letter by letter. */
const TRUSTED = 40;

/** Spellings that stand alone are short. */
const spelling = new Units(2 ** 8);

/** Odd multipliers of the two hashes, drawn anew for each process: nobody can write words that collide. */
const [FIRST, SECOND] = [randomInt(2 ** 30) * 2 + 1, randomInt(2 ** 30) * 2 + 1];

/**
 * Interns words: a spelling met before costs one hash over its letters, and neither is a string cut out of the text
 * for it nor its letters compared: 64 bits of hash stand for them (LANGUAGE §7: slices and `toLowerCase` took three
 * quarters of the time of reading; visits to slow memory take most of the rest).
 */
export class Words {
  #forms: (WordForm | undefined)[] = new Array(FIRST_SLOTS);
  /** Two hashes for each slot. */
  #hashes = new Int32Array(FIRST_SLOTS * 2);
  /** Spellings that found no place within `MAX_PROBES`. */
  #crowded = new Map<string, WordForm>();
  #size = 0;

  /** The entry of the spelling that stands at `[start, end)` of a text, given with its code units. */
  at(text: string, units: Uint16Array, start: number, end: number): WordForm {
    return this.#entry(text, units, start, end, false);
  }

  /** The entry of a spelling that stands alone. */
  form(raw: string): WordForm {
    return this.#entry(raw, spelling.of(raw), 0, raw.length, false);
  }

  /** The type of a normalised spelling: that of the form which is spelled so. */
  type(norm: string): WordType {
    return this.#entry(norm, spelling.of(norm), 0, norm.length, true).type;
  }

  /** `normal`: the spelling is known to be a normalised one. */
  #entry(text: string, units: Uint16Array, start: number, end: number, normal: boolean): WordForm {
    let one = end - start;
    let two = one;
    for (let i = start; i < end; i++) {
      const code = units[i] ?? 0;
      one = Math.imul(one ^ code, FIRST);
      two = Math.imul(two + code, SECOND);
    }
    one ^= one >>> 15;
    const hashes = this.#hashes;
    const mask = this.#forms.length - 1;
    let slot = one & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      if (hashes[slot * 2] === one && hashes[slot * 2 + 1] === two) {
        const known = this.#forms[slot];
        if (known && (end - start <= TRUSTED || known.raw === text.slice(start, end))) return known;
      } else if (this.#forms[slot] === undefined) return this.#add(text.slice(start, end), one, two, normal);
      slot = (slot + 1) & mask;
    }
    const raw = text.slice(start, end);
    return this.#crowded.get(raw) ?? this.#add(raw, one, two, normal);
  }

  #add(raw: string, one: number, two: number, normal: boolean): WordForm {
    if (this.#size >= MAX_FORMS) this.#clear();
    else if (this.#size * 2 >= this.#forms.length) this.#grow();
    // A copy, for a slice keeps the whole article in memory; short ones are copied by the engine.
    const own = raw.length < SLICED ? raw : Buffer.from(raw, 'utf16le').toString('utf16le');
    const norm = normal ? own : normalForm(own);
    const type = norm === own ? typeOf(own) : this.type(norm);
    // All in one literal, in the order of use: what every layer asks for lies together in memory.
    const form: WordForm = {
      shape: shapeOf(own),
      tell: -1,
      kk: null,
      ru: null,
      kkClause: -1,
      ruClause: -1,
      hyphened: type.norm.indexOf('-') > 0,
      latin: type.latin,
      initial: initialOf(type.norm),
      length: type.norm.length,
      verbal: 0,
      type,
      raw: own,
    };
    this.#place(form, one, two);
    this.#size++;
    return form;
  }

  #place(form: WordForm, one: number, two: number): void {
    const mask = this.#forms.length - 1;
    let slot = one & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      if (this.#forms[slot] === undefined) {
        this.#forms[slot] = form;
        this.#hashes[slot * 2] = one;
        this.#hashes[slot * 2 + 1] = two;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#crowded.set(form.raw, form);
  }

  /** A spelling crowded out before may get a second entry now; both have one type. */
  #grow(): void {
    const [forms, hashes] = [this.#forms, this.#hashes];
    this.#forms = new Array(forms.length * 2);
    this.#hashes = new Int32Array(hashes.length * 2);
    for (let slot = 0; slot < forms.length; slot++) {
      const form = forms[slot];
      if (form) this.#place(form, hashes[slot * 2] ?? 0, hashes[slot * 2 + 1] ?? 0);
    }
  }

  #clear(): void {
    this.#forms = new Array(FIRST_SLOTS);
    this.#hashes = new Int32Array(FIRST_SLOTS * 2);
    this.#crowded.clear();
    this.#size = 0;
  }

  /** How many spellings are held; for benchmarks and tests. */
  get size(): number {
    return this.#size;
  }
}

const typeOf = (norm: string): WordType => ({
  norm,
  plain: norm.includes('ё') ? norm.replaceAll('ё', 'е') : norm,
  kazakh: KAZAKH.test(norm),
  latin: !isPlain(norm) && LATIN_ONLY.test(norm),
  // All slots at once: an array that grows takes twice their room.
  memo: new Array(slots),
});

function shapeOf(raw: string): Shape {
  if (isPlain(raw)) return Shape.lower;
  const first = raw.slice(0, 1);
  const opens = first !== first.toLowerCase();
  if (opens && isPlain(raw.slice(1))) return Shape.capital;
  if (raw === raw.toLowerCase()) return Shape.lower;
  if (raw === raw.toUpperCase())
    return [...raw].filter((c) => c.toLowerCase() !== c.toUpperCase()).length > 1
      ? Shape.caps
      : Shape.capital;
  if (!opens) return Shape.mixed;
  // `Касым-Жомарт` and `Мамыр-3` are capitalised words too.
  const rest = raw.slice(1).replace(/[-\u2010\u2011]./gu, (m) => m.toLowerCase());
  return rest === rest.toLowerCase() ? Shape.capital : Shape.mixed;
}
