import type { Names } from '../catalog/names.ts';
import type { ReadLang } from '../core/article.ts';
import { EndingTable } from './ending-table.ts';
import { kazakhReadingsWith } from './lexicon.ts';
import { isPatronymic } from './names.ts';
import { caseLengths } from './packs/kk/analyse.ts';
import { nominativeLength } from './packs/kk/names.ts';
import { nominativesOf } from './packs/ru/name-forms.ts';
import { CASES, Tag } from './tags.ts';
import { WordTable } from './word-table.ts';
import { keep, newSlot, recall, type WordType } from './words.ts';

/**
 * What part of a person's name a word can be, as bits. A `surname` bears an ending that tells gender («Абаева»), by which
 * it is known even alone; what `endsAsName` («Байбек», «Шевченко», «Чайковский») needs a name beside it, and so does a given
 * name that is also a word. `declined` is a Kazakh given name in another case than the nominative: the last word of a name.
 */
export const NamePart = {
  given: 1,
  surname: 2,
  patronymic: 4,
  endsAsName: 8,
  alsoWord: 16,
  declined: 32,
} as const;

const SLOTS: Record<ReadLang, number> = { kk: newSlot(), ru: newSlot() };
const NOMINATIVE = newSlot();
/** Letters before the ending of a surname: «Ким» and «бек» end as surnames and are none. */
const SHORTEST_STEM = 2;
/** A name of a person bears a case and nothing else. */
const NOT_OF_NAMES = Tag.p3 | Tag.p12 | Tag.tail | Tag.attr | Tag.pl;

/** Tells the words that can be parts of names, by a list of given names and the endings of surnames. */
export class NameWords {
  /** `given` with `alsoWord` where it applies, by names in small letters. */
  readonly #given = new WordTable<number>();
  /** How surnames end, and what that makes of them, as bits of `NamePart`. */
  readonly #surnames: Record<ReadLang, EndingTable>;

  constructor({ given, endings }: Names) {
    for (const { kk, ru, alsoWord } of given)
      for (const spelling of [kk, ...ru]) {
        const name = spelling.toLowerCase();
        const parts = NamePart.given | (alsoWord ? NamePart.alsoWord : 0);
        this.#given.set(name, 0, (this.#given.get(name) ?? 0) | parts);
      }
    const surnames = (lang: ReadLang): EndingTable => {
      const patterns: Record<number, string> = {};
      for (const { part, gender, endings: texts } of endings.filter(
        (e) => e.part !== 'patronymic' && e.lang === lang,
      )) {
        const bit = part === 'surname' && gender !== 'mf' ? NamePart.surname : NamePart.endsAsName;
        patterns[bit] = [patterns[bit] ?? [], ...texts].flat().join('|');
      }
      return new EndingTable(patterns);
    };
    this.#surnames = { kk: surnames('kk'), ru: surnames('ru') };
  }

  /** Bits of `NamePart`: what a word can be in any of its cases; worked out once per spelling. */
  partsOf(type: WordType, lang: ReadLang): number {
    const known = recall(type, SLOTS[lang]) as number | undefined;
    return known ?? keep(type, SLOTS[lang], this.#read(type, lang));
  }

  /** How many letters of a Kazakh name, in any case, its nominative has; worked out once per spelling. */
  nominativeLength(type: WordType): number {
    const known = recall(type, NOMINATIVE) as number | undefined;
    if (known !== undefined) return known;
    return keep(
      type,
      NOMINATIVE,
      nominativeLength(type.norm, (word) => this.#given.get(word) !== undefined),
    );
  }

  #read(type: WordType, lang: ReadLang): number {
    let parts = isPatronymic(type.norm) ? NamePart.patronymic : 0;
    parts |= this.#partsOfNominative(type.norm, lang);
    for (const word of nominatives(type, lang)) {
      const own = this.#partsOfNominative(word, lang);
      const declined = lang === 'kk' && own & NamePart.given;
      parts |= declined ? (own & ~NamePart.given) | NamePart.declined : own;
    }
    return parts & NamePart.given ? parts & ~NamePart.declined : parts;
  }

  #partsOfNominative(word: string, lang: ReadLang): number {
    return this.#givenParts(word) | this.#surnames[lang].bitsOf(word, word.length - SHORTEST_STEM);
  }

  /** «Қасым-Жомарт», «Анна-Мария»: a name whose halves both are. */
  #givenParts(word: string): number {
    const known = this.#given.get(word);
    if (known !== undefined) return known;
    const hyphen = word.indexOf('-');
    const both =
      hyphen > 0 && this.#given.get(word.slice(0, hyphen)) && this.#given.get(word.slice(hyphen + 1));
    return both ? NamePart.given : 0;
  }
}

/** What a word may be in the nominative besides itself, in small letters. */
function nominatives(type: WordType, lang: ReadLang): readonly string[] {
  if (lang === 'ru') return nominativesOf(type.norm);
  const out: string[] = [];
  for (const { lemma, tags } of kazakhReadingsWith(caseLengths(type.norm), type))
    if (tags & CASES & ~Tag.nom && !(tags & NOT_OF_NAMES)) out.push(lemma);
  return out;
}
