import { kazakhReadings, type Lexicon } from '../language/lexicon.ts';
import { Respeller } from '../language/packs/kk/respell.ts';
import { FUNCTION_WORDS } from '../language/packs/kk/words.ts';
import { Tag } from '../language/tags.ts';
import type { KnownWords } from '../language/transcript.ts';
import { Words } from '../language/words.ts';
import { withPlaceCapitals } from './place-capitals.ts';
import type { ProgramBook } from './program-book.ts';

/** Words that stand in names, in small letters, as Kazakh writes them. */
export interface KazakhNames {
  readonly given: ReadonlySet<string>;
  readonly ofPrograms: ReadonlySet<string>;
}

/**
 * What the extractor's lexicon and the names of people and programs tell a transcript of Kazakh in Latin or Arabic letters.
 * Costs nothing until such a text comes. Its words are interned apart from those of articles: most stand in no text.
 */
export function knownWords(lexicon: Lexicon, names: KazakhNames, programs: ProgramBook): KnownWords {
  const words = new Words();
  let listed: Set<string> | undefined;
  const list = (): Set<string> => {
    listed ??= new Set(
      [...lexicon.kazakhWords(), ...FUNCTION_WORDS, ...names.given, ...names.ofPrograms].filter((w) =>
        CYRILLIC.test(w),
      ),
    );
    return listed;
  };
  const respeller = new Respeller(list, () => lexicon.kazakhStems());
  return {
    lists: (word) => list().has(word),
    knows(word) {
      const { type } = words.form(word);
      return (
        list().has(word) ||
        lexicon.classesOf(type, 'kk').size > 0 ||
        kazakhReadings(type).some((a) => (a.tags & Tag.p12) === 0 && list().has(a.lemma))
      );
    },
    keeps: (latin) => lexicon.sensesOf(words.form(latin).type, 'kk').length > 0,
    keepsName: (latin) => programs.byName(latin) !== null,
    respell: (word, by) => respeller.respell(word, by),
    ending: (letters, by) => respeller.ending(letters, by),
    withCapitals: (text) => withPlaceCapitals(text, lexicon, words, names.given),
  };
}
const CYRILLIC = /^[\u0400-\u052f-]+$/u;
