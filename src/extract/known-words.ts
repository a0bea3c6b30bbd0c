import { kazakhReadings, type Lexicon } from '../language/lexicon.ts';
import { Respeller } from '../language/packs/kk/respell.ts';
import { FUNCTION_WORDS } from '../language/packs/kk/words.ts';
import { Tag } from '../language/tags.ts';
import type { KnownWords } from '../language/transcript.ts';
import { Words } from '../language/words.ts';
import type { PlaceWord } from './place-words.ts';

/**
 * What the extractor's lexicon, and the given names of Kazakh in small letters, tell a transcript of Kazakh in Latin or Arabic letters. Costs nothing until such a text
 * comes. Its words are interned apart from those of articles: most of what is asked for here stands in no text.
 */
export function knownWords(lexicon: Lexicon, givenNames: ReadonlySet<string>): KnownWords {
  const words = new Words();
  let listed: Set<string> | undefined;
  const list = (): Set<string> => {
    listed ??= new Set(
      [...lexicon.kazakhWords(), ...FUNCTION_WORDS, ...givenNames].filter((w) => CYRILLIC.test(w)),
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
    respell: (word, by) => respeller.respell(word, by),
    ending: (letters, by) => respeller.ending(letters, by),
    placeName(word, after) {
      const { type } = words.form(word);
      const senses = lexicon.sensesOf(type, 'kk');
      const place = senses.find((s) => s.entry.cls === 'place')?.entry.data as PlaceWord | undefined;
      if (!place) return null;
      const alone =
        place.place.homonym === 'free' &&
        !givenNames.has(word) &&
        lexicon.classesOf(type, 'kk').size === 0 &&
        senses.every((s) => s.entry.cls === 'place');
      if (!alone && !headFollows(after)) return null;
      return place.form === 'abbr' ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
    },
  };

  /** «اباي جانە قوستاناي وبلىستارى»: the head noun of a place, which members of a list share. */
  function headFollows(after: readonly string[]): boolean {
    for (const next of after) {
      const { type } = words.form(next);
      const classes = new Set(lexicon.sensesOf(type, 'kk').map((s) => s.entry.cls));
      if (classes.has('placehead')) return true;
      if (!classes.has('place') && !lexicon.classesOf(type, 'kk').has('and')) break;
    }
    return false;
  }
}
const CYRILLIC = /^[\u0400-\u052f-]+$/u;
