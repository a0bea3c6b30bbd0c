import type { Wordings } from '../catalog/wording.ts';
import type { ReadLang } from '../core/article.ts';
import type { ProgramKind } from '../core/facts.ts';

/** A program of the catalogue as the extractor needs it. */
export interface ListedProgram {
  readonly id: string;
  readonly kind: ProgramKind;
  readonly kk: string;
  readonly ru: string;
  /** Lower-cased abbreviations. */
  readonly abbreviations: ReadonlySet<string>;
  /** `YYYY` or longer: when it ended, or will; null where that is not known. */
  readonly ended: string | null;
  /** Its name is written in small letters («атаулы әлеуметтік көмек»). */
  readonly lowerCase: boolean;
  /** Its name is also a common word («Мигрант»): in quotes it needs a noun that says what it is. */
  readonly common: boolean;
  name(lang: ReadLang): string;
  /** What it is called in running text. */
  readonly unquoted: Wordings;
}

/** Looks listed programs up by any of their names. */
export class ProgramBook {
  #byName = new Map<string, ListedProgram>();

  add(program: ListedProgram, names: Iterable<string>): void {
    for (const n of names) this.#byName.set(this.fold(n), program);
  }

  byName(name: string): ListedProgram | null {
    return this.#byName.get(this.fold(name)) ?? null;
  }

  /** The key of a name: letters and digits only, ё as е, dashes as spaces. */
  fold(name: string): string {
    const small = name.toLowerCase();
    return FOLDED.test(small)
      ? small
          .replaceAll('ё', 'е')
          .replace(/[\s\u00a0«»"“”„'’()–—-]+/gu, ' ')
          .trim()
      : small;
  }
}
/** What a key has otherwise; most names are their own keys. */
const FOLDED = /[ё\u00a0«»"“”„'’()–—-]|^\s|\s\s|[^\S ]|\s$/u;
