import { normalForm } from './chars.ts';

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

/** A distinct spelling with its capitals. */
export interface WordForm {
  readonly raw: string;
  readonly shape: Shape;
  readonly type: WordType;
}

const KAZAKH = /[әіңғүұқөһ]/;
const LATIN_ONLY = /^[a-z\u00C0-\u024F\d'.-]+$/;

/** Beyond this many spellings the table starts anew: memory stays bounded whatever is read. */
const MAX_FORMS = 400_000;

/** Interns words: a spelling met before costs one look-up. */
export class Words {
  #forms = new Map<string, WordForm>();
  #types = new Map<string, WordType>();

  /** The entry of a spelling as it stands in the text. */
  form(raw: string): WordForm {
    const known = this.#forms.get(raw);
    if (known) return known;
    if (this.#forms.size >= MAX_FORMS) {
      this.#forms.clear();
      this.#types.clear();
    }
    // A copy: a slice would keep the whole article in memory.
    const own = Buffer.from(raw, 'utf16le').toString('utf16le');
    const form: WordForm = { raw: own, shape: shapeOf(own), type: this.type(normalForm(own)) };
    this.#forms.set(own, form);
    return form;
  }

  /** The entry of a normalised spelling. */
  type(norm: string): WordType {
    let type = this.#types.get(norm);
    if (!type) {
      type = {
        norm,
        plain: norm.replaceAll('ё', 'е'),
        kazakh: KAZAKH.test(norm),
        latin: LATIN_ONLY.test(norm),
        memo: [],
      };
      this.#types.set(norm, type);
    }
    return type;
  }

  /** How many spellings are held; for benchmarks and tests. */
  get size(): number {
    return this.#forms.size;
  }
}

function shapeOf(raw: string): Shape {
  const upper = raw.toUpperCase();
  const lower = raw.toLowerCase();
  if (raw === lower) return Shape.lower;
  const first = raw.slice(0, 1);
  if (raw === upper)
    return [...raw].filter((c) => c.toLowerCase() !== c.toUpperCase()).length > 1
      ? Shape.caps
      : Shape.capital;
  if (first !== first.toLowerCase()) {
    // `Касым-Жомарт` and `Мамыр-3` are capitalised words too.
    const rest = raw.slice(1).replace(/-./gu, (m) => m.toLowerCase());
    return rest === rest.toLowerCase() ? Shape.capital : Shape.mixed;
  }
  return Shape.mixed;
}
