import { randomInt } from 'node:crypto';
import { arePlain, initialOf, normalForm, Trait, traitsOf, Units } from './chars.ts';
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
  /** What the lexicon of each language knows of it; the lexicon fills it in. */
  kk: Known | null;
  ru: Known | null;
  /** What a language pack or the extractor found out, by slots of its owners; null before anybody asked, as of most words. */
  memo: unknown[] | null;
}

let slots = 0;
/** A slot in the memo of every word that no other owner has; asked for once, as a module is loaded. */
export const newSlot = (): number => slots++;

/** What was found out of a word for a slot; undefined before anybody asked. */
export const recall = (type: WordType, slot: number): unknown =>
  type.memo === null ? undefined : type.memo[slot];

/** Keeps what was found out of a word for a slot, and gives it back. */
export function keep<T>(type: WordType, slot: number, found: T): T {
  // All slots at once: an array that grows takes twice their room.
  type.memo ??= new Array(slots);
  type.memo[slot] = found;
  return found;
}

/** Makes of a work on words one that is done once per spelling; `undefined` is no answer of it. */
export function oncePerWord<T>(work: (type: WordType) => T): (type: WordType) => T {
  const slot = newSlot();
  return (type) => {
    const known = recall(type, slot) as T | undefined;
    return known === undefined ? keep(type, slot, work(type)) : known;
  };
}

/** A distinct spelling with its capitals. */
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
  /** Whether it looks like a verb of either language, as bits; shape.ts fills it in. */
  verbal: number;
}

/** A normalised spelling is a form and its own type: one object, as there is one for every new word of a text. */
interface Normal extends WordForm, WordType {
  type: WordType;
}

/**
 * The record of a spelling: what is asked of every word of every text, as numbers that lie together. A text visits the
 * records of its words and leaves the objects alone: each visit to slow memory takes longer than all else done for a word.
 */
export const Fact = {
  /** Two hashes of the spelling. */
  one: 0,
  two: 1,
  /** Bits of `Look`. */
  look: 2,
  /** Places of each language, for whoever reads texts to fill in. */
  kk: 3,
  ru: 5,
} as const;
/** Numbers of a record: half a line of the machine's cache. */
export const RECORD = 8;

/** How a spelling looks, as bits; above them there is room for what readers of texts find out. */
export const Look = {
  capital: 1,
  caps: 2,
  mixed: 4,
  hyphened: 8,
  latin: 16,
  /** A single letter. */
  letter: 32,
  /** Too long for its hashes to be trusted. */
  long: 64,
} as const;
export const LOOKS = 7;
const NOT_LOWER = Look.capital | Look.caps | Look.mixed;

/** Is a word in small letters? */
export const isLower = (look: number): boolean => (look & NOT_LOWER) === 0;

const LATIN_ONLY = /^[a-z\u00C0-\u024F\d'.-]+$/;

/** Beyond this many spellings the table starts anew: memory stays bounded whatever is read. */
const MAX_FORMS = 400_000;

/** Slots of a new spelling table; a power of two, doubled whenever it is half full. */
const FIRST_SLOTS = 2 ** 12;
/** Spellings tried before a search gives up on the table: hostile words of one hash must not make it slow. */
const MAX_PROBES = 24;
/** A slot holds the number of a spelling, of which one text cannot have more, and above it bits of its second hash. */
const NUMBER = 2 ** 21 - 1;
/** From this length on V8 cuts strings out as slices. */
const SLICED = 13;
/** Longer spellings are rare, and are compared letter by letter. */
const TRUSTED = 40;

/** Spellings that stand alone are short. */
const spelling = new Units(2 ** 8);
/** Room for the hashes of one of them. */
const hashesOfOne = new Int32Array(2);

/** Odd multipliers of the two hashes, drawn anew for each process: nobody can write words that collide. */
const [FIRST, SECOND] = [randomInt(2 ** 30) * 2 + 1, randomInt(2 ** 30) * 2 + 1];

/** Where a spelling stands in a text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Puts the two hashes of the spelling that stands at `[start, end)` among code units to a place and the next. */
export function hash(units: Uint16Array, start: number, end: number, hashes: Int32Array, to: number): void {
  let one = end - start;
  let two = one;
  for (let i = start; i < end; i++) {
    const code = units[i] ?? 0;
    one = Math.imul(one ^ code, FIRST);
    two = Math.imul(two + code, SECOND);
  }
  hashes[to] = one ^ (one >>> 15);
  hashes[to + 1] = two;
}

/**
 * Interns words: a spelling met before costs one hash over its letters, and neither is a string cut out of the text
 * for it nor its letters compared: 64 bits of hash stand for them (LANGUAGE §7: slices and `toLowerCase` took three
 * quarters of the time of reading; visits to slow memory take most of the rest).
 *
 * Each spelling has a number, from 1 on, which holds until `makeRoom`; its record begins at `RECORD` times that.
 */
export class Words {
  #slots = new Int32Array(FIRST_SLOTS);
  #records = new Int32Array((FIRST_SLOTS / 2) * RECORD);
  #forms: (WordForm | null)[] = [null];
  /** Spellings that found no place within `MAX_PROBES`. */
  #crowded = new Map<string, number>();

  /** The records of all spellings, until the next is added. */
  get records(): Int32Array {
    return this.#records;
  }

  /**
   * Gives the words of a text their numbers, by their hashes, two for each token; what is no word has none but 0, and the
   * number 0. Apart from the cutting of the text, so that the machine waits for many words at a time and not for each.
   */
  number(text: string, tokens: readonly Place[], hashes: Int32Array, numbers: Int32Array): void {
    for (let k = 0; k < tokens.length; k++) {
      const [one, two] = [hashes[k * 2] ?? 0, hashes[k * 2 + 1] ?? 0];
      numbers[k] = (one | two) === 0 ? 0 : this.#numberOf(one, two, text, tokens[k] as Place, false);
    }
  }

  /** The entry of a number; null of 0. */
  entry(number: number): WordForm | null {
    return this.#forms[number] ?? null;
  }

  /** The entry of a spelling that stands alone; numbers given out before hold no longer. */
  form(raw: string): WordForm {
    this.makeRoom();
    return this.#alone(raw, false);
  }

  /** The type of a normalised spelling, that of the form which is spelled so; numbers given out before hold no longer. */
  type(norm: string): WordType {
    this.makeRoom();
    return this.#alone(norm, true).type;
  }

  /** Begins anew where too many spellings are held. */
  makeRoom(): void {
    if (this.size < MAX_FORMS) return;
    this.#slots = new Int32Array(FIRST_SLOTS);
    this.#records = new Int32Array((FIRST_SLOTS / 2) * RECORD);
    this.#forms = [null];
    this.#crowded.clear();
  }

  #alone(raw: string, normal: boolean): WordForm {
    hash(spelling.of(raw), 0, raw.length, hashesOfOne, 0);
    const [one, two] = [hashesOfOne[0] ?? 0, hashesOfOne[1] ?? 0];
    const place = { start: 0, end: raw.length };
    return this.#forms[this.#numberOf(one, two, raw, place, normal)] as WordForm;
  }

  /** `place` is looked at where a spelling is long or new; `normal`: it is known to be a normalised one. */
  #numberOf(one: number, two: number, text: string, place: Place, normal: boolean): number {
    const slots = this.#slots;
    const records = this.#records;
    const mask = slots.length - 1;
    let slot = one & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      const held = slots[slot] ?? 0;
      if (held === 0) return this.#add(text.slice(place.start, place.end), one, two, normal);
      if (((held ^ two) & ~NUMBER) === 0) {
        const number = held & NUMBER;
        const at = number * RECORD;
        if (
          records[at + Fact.one] === one &&
          records[at + Fact.two] === two &&
          (((records[at + Fact.look] ?? 0) & Look.long) === 0 ||
            this.#forms[number]?.raw === text.slice(place.start, place.end))
        )
          return number;
      }
      slot = (slot + 1) & mask;
    }
    const raw = text.slice(place.start, place.end);
    return this.#crowded.get(raw) ?? this.#add(raw, one, two, normal);
  }

  #add(raw: string, one: number, two: number, normal: boolean): number {
    // A copy, for a slice keeps the whole article in memory; short ones are copied by the engine.
    const own = raw.length < SLICED ? raw : Buffer.from(raw, 'utf16le').toString('utf16le');
    const norm = normal ? own : normalForm(own);
    const form = norm === own ? normalOf(own) : formOf(own, this.#alone(norm, true));
    const number = this.#forms.push(form) - 1;
    if ((number + 1) * RECORD > this.#records.length) this.#grow();
    const at = number * RECORD;
    this.#records[at + Fact.one] = one;
    this.#records[at + Fact.two] = two;
    this.#records[at + Fact.look] = lookOf(form);
    this.#place(number, raw);
    return number;
  }

  #place(number: number, raw: string): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const at = number * RECORD;
    let slot = (this.#records[at + Fact.one] ?? 0) & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      if (slots[slot] === 0) {
        slots[slot] = number | ((this.#records[at + Fact.two] ?? 0) & ~NUMBER);
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#crowded.set(raw, number);
  }

  /** There are twice as many slots as records. A spelling crowded out before may get a second entry now; both have one type. */
  #grow(): void {
    const records = this.#records;
    this.#records = new Int32Array(records.length * 2);
    this.#records.set(records);
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 1; number < this.size; number++) this.#place(number, this.#forms[number]?.raw ?? '');
  }

  /** How many spellings are held; for benchmarks and tests. */
  get size(): number {
    return this.#forms.length - 1;
  }
}

const LOOK_OF: Readonly<Record<Shape, number>> = {
  [Shape.lower]: 0,
  [Shape.capital]: Look.capital,
  [Shape.caps]: Look.caps,
  [Shape.mixed]: Look.mixed,
};
const lookOf = ({ raw, shape, hyphened, latin, length }: WordForm): number =>
  LOOK_OF[shape] |
  (hyphened ? Look.hyphened : 0) |
  (latin ? Look.latin : 0) |
  (length === 1 ? Look.letter : 0) |
  (raw.length > TRUSTED ? Look.long : 0);

/** What is made of a normalised spelling. */
function normalOf(norm: string): Normal {
  const traits = traitsOf(norm);
  const plain = arePlain(traits);
  // All in one literal, in the order of use.
  const word = {
    shape: plain ? Shape.lower : shapeOf(norm),
    hyphened: (traits & Trait.hyphen) !== 0 && norm.indexOf('-') > 0,
    latin: !plain && LATIN_ONLY.test(norm),
    initial: initialOf(norm),
    length: norm.length,
    verbal: 0,
    type: null as unknown as WordType,
    raw: norm,
    norm,
    plain: traits & Trait.yo ? norm.replaceAll('ё', 'е') : norm,
    kazakh: (traits & Trait.kazakh) !== 0,
    kk: null,
    ru: null,
    memo: null,
  };
  word.type = word;
  return word;
}

/** What is made of any other spelling, by the form that its normalised one is. */
const formOf = (raw: string, { hyphened, latin, initial, length, type }: WordForm): WordForm => ({
  shape: shapeOf(raw),
  hyphened,
  latin,
  initial,
  length,
  verbal: 0,
  type,
  raw,
});

function shapeOf(raw: string): Shape {
  if (traitsOf(raw, 0, 1) === Trait.capital && arePlain(traitsOf(raw, 1))) return Shape.capital;
  const first = raw.slice(0, 1);
  const opens = first !== first.toLowerCase();
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
