import type { Names } from '../catalog/names.ts';
import type { ReadLang } from '../core/article.ts';
import { kazakhReadings } from './lexicon.ts';
import { isPatronymic } from './names.ts';
import { nominativesOf } from './packs/ru/names.ts';
import { CASES, Tag } from './tags.ts';
import { newSlot, type WordType } from './words.ts';

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
/** Letters before the ending of a surname: «Ким» and «бек» end as surnames and are none. */
const SHORTEST_STEM = 2;
/** A name of a person bears a case and nothing else. */
const NOT_OF_NAMES = Tag.p3 | Tag.p12 | Tag.tail | Tag.attr | Tag.pl;

/** How a surname may end, and what that makes of it, as a bit of `NamePart`. */
interface Ending {
  readonly text: string;
  readonly bit: number;
}

function byLastLetter(endings: readonly Ending[]): Map<string, Ending[]> {
  const out = new Map<string, Ending[]>();
  for (const e of endings) {
    const last = e.text.slice(-1);
    out.set(last, [...(out.get(last) ?? []), e]);
  }
  return out;
}

/** Tells the words that can be parts of names, by a list of given names and the endings of surnames. */
export class NameWords {
  readonly #given = new Set<string>();
  readonly #alsoWords = new Set<string>();
  /** By their last letter: a word is compared with those that end as it does. */
  readonly #endings: Record<ReadLang, ReadonlyMap<string, readonly Ending[]>>;

  constructor({ given, endings }: Names) {
    for (const { kk, ru, alsoWord } of given)
      for (const spelling of [kk, ...ru]) {
        this.#given.add(spelling.toLowerCase());
        if (alsoWord) this.#alsoWords.add(spelling.toLowerCase());
      }
    const surnames = (lang: ReadLang): Ending[] =>
      endings
        .filter((e) => e.part !== 'patronymic' && e.lang === lang)
        .flatMap((e) =>
          e.endings.map(
            (text): Ending => ({
              text,
              bit: e.part === 'surname' && e.gender !== 'mf' ? NamePart.surname : NamePart.endsAsName,
            }),
          ),
        );
    this.#endings = { kk: byLastLetter(surnames('kk')), ru: byLastLetter(surnames('ru')) };
  }

  /** Bits of `NamePart`: what a word can be in any of its cases; worked out once per spelling. */
  partsOf(type: WordType, lang: ReadLang): number {
    const known = type.memo[SLOTS[lang]];
    if (known !== undefined) return known as number;
    const parts = this.#read(type, lang);
    type.memo[SLOTS[lang]] = parts;
    return parts;
  }

  #read(type: WordType, lang: ReadLang): number {
    let parts = isPatronymic(type.norm) ? NamePart.patronymic : 0;
    for (const word of nominatives(type, lang)) {
      if (this.#isGiven(word))
        parts |= lang === 'kk' && word !== type.norm ? NamePart.declined : NamePart.given;
      if (this.#alsoWords.has(word)) parts |= NamePart.alsoWord;
      for (const { text, bit } of this.#endings[lang].get(word.slice(-1)) ?? [])
        if (word.length >= text.length + SHORTEST_STEM && word.endsWith(text)) parts |= bit;
    }
    return parts & NamePart.given ? parts & ~NamePart.declined : parts;
  }

  /** «Қасым-Жомарт», «Анна-Мария»: a name whose halves both are. */
  #isGiven(word: string): boolean {
    if (this.#given.has(word)) return true;
    const hyphen = word.indexOf('-');
    return hyphen > 0 && this.#given.has(word.slice(0, hyphen)) && this.#given.has(word.slice(hyphen + 1));
  }
}

/** What a word may be in the nominative, in small letters. */
function nominatives(type: WordType, lang: ReadLang): string[] {
  if (lang === 'ru') return [type.norm, ...nominativesOf(type.norm)];
  const out = [type.norm];
  for (const { lemma, tags } of kazakhReadings(type))
    if (tags & CASES & ~Tag.nom && !(tags & NOT_OF_NAMES)) out.push(lemma);
  return out;
}
