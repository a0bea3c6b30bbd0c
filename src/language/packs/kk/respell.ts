import { Tag } from '../../tags.ts';
import { analyse } from './analyse.ts';
import { buildEndings } from './endings.ts';

/** What other letters a spelling leaves apart: each letter with the one under which both are looked up. */
export type Fold = Readonly<Record<string, string>>;

const fold = (pairs: string): Fold =>
  Object.fromEntries(pairs.split(' ').map((p) => p.split(':') as [string, string]));

const LOANS = 'я:иа ю:иу ё:ио э:е щ:ш ц:тс ь: ъ: һ:х й:и';
/** Letters that Latin spellings do not tell apart, or that hands mix up. */
export const LATIN_FOLD = fold(`${LOANS} і:и ұ:у`);
/** The same where a text has none of the letters with marks: `jane`, `akimi`. */
export const PLAIN_FOLD = fold(`${LOANS} і:и ә:а ғ:г ң:н ө:о ұ:у ү:у`);
/** Letters that Arabic script does not tell apart. */
export const ARABIC_FOLD = fold(`${LOANS} і:ы ә:а ө:о ү:ұ`);

const folded = (word: string, by: Fold): string => {
  let out = '';
  for (const c of word) out += by[c] ?? c;
  return out;
};

interface Stem {
  readonly lemma: string;
  /** As it stands before an ending: `мектеб` of `мектеп`. */
  readonly form: string;
  /** A verb, whose endings are taken as they are read. */
  readonly verb: boolean;
}

interface Index {
  readonly stems: ReadonlyMap<string, readonly Stem[]>;
  readonly endings: ReadonlyMap<string, readonly string[]>;
}

const SOFTENED: Readonly<Record<string, string>> = { п: 'б', к: 'г', қ: 'ғ' };
/** Shorter stems meet too many others. */
const SHORTEST = 3;

/** Spells words as the lexicon does where a script leaves letters open; built at the first such text. */
export class Respeller {
  readonly #words: () => Iterable<string>;
  readonly #verbs: () => Iterable<string>;
  readonly #indexes = new Map<Fold, Index>();

  /** Dictionary forms of words that take the endings of nouns, and stems of verbs. */
  constructor(words: () => Iterable<string>, verbs: () => Iterable<string>) {
    this.#words = words;
    this.#verbs = verbs;
  }

  /** The one word of the lexicon, in any form, that differs by open letters alone and least; null when none or two. */
  respell(word: string, by: Fold): string | null {
    const { stems, endings } = this.#index(by);
    const key = folded(word, by);
    let best: string | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let cut = key.length; cut >= SHORTEST; cut--) {
      const found = stems.get(key.slice(0, cut));
      if (!found) continue;
      const tails = cut === key.length ? BARE : (endings.get(key.slice(cut)) ?? []);
      const rest = word.slice(word.length - (key.length - cut));
      for (const stem of found)
        for (const tail of stem.verb ? [rest] : tails) {
          const form = stem.form + tail;
          if (!stem.verb && !licensed(form, stem, tail)) continue;
          const far = difference(form, word);
          if (far === least && form !== best) best = null;
          if (far < least) [best, least] = [form, far];
        }
    }
    return best;
  }

  /** The ending that letters joined to a figure stand for (`ga` of `5-ga` is ға); null when they are none. */
  ending(letters: string, by: Fold): string | null {
    const found = this.#index(by).endings.get(folded(letters, by)) ?? [];
    return found.includes(letters) ? letters : (found[0] ?? null);
  }

  #index(by: Fold): Index {
    const known = this.#indexes.get(by);
    if (known) return known;
    const stems = new Map<string, Stem[]>();
    const add = (form: string, lemma: string, verb: boolean): void => {
      if (form.length < SHORTEST) return;
      for (const key of new Set([folded(form, by), folded(form.replaceAll('ц', 'с'), by)])) {
        const list = stems.get(key) ?? [];
        list.push({ lemma, form, verb });
        stems.set(key, list);
      }
    };
    for (const word of new Set(this.#words())) {
      add(word, word, false);
      const softened = SOFTENED[word.at(-1) ?? ''];
      if (softened) add(word.slice(0, -1) + softened, word, false);
    }
    for (const stem of new Set(this.#verbs())) add(stem, stem, true);
    const endings = new Map<string, string[]>();
    for (const text of new Set(buildEndings().map((e) => e.text))) {
      const key = folded(text, by);
      endings.set(key, [...(endings.get(key) ?? []), text]);
    }
    const index = { stems, endings };
    this.#indexes.set(by, index);
    return index;
  }
}

const BARE = [''];

const licensed = (form: string, stem: Stem, tail: string): boolean =>
  tail === ''
    ? stem.form === stem.lemma
    : analyse(form).some((a) => a.lemma === stem.lemma && (a.tags & Tag.p12) === 0);

/** In how many letters two spellings differ; one more or less counts as two. */
function difference(a: string, b: string): number {
  let n = 2 * Math.abs(a.length - b.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) n++;
  return n;
}
