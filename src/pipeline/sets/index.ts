import type { PlaceHead } from '../../catalog/place-heads.ts';
import type { Place } from '../../catalog/places.ts';
import type { ReadLang } from '../../core/article.ts';
import { BadData } from '../../core/errors.ts';
import type { Extractor } from '../../extract/index.ts';
import { routeText } from '../../language/index.ts';
import { evaluate, placeNames } from '../evaluate.ts';
import type { Evaluation } from '../figures.ts';
import { checkMade, checkWritten, MADE } from './hold.ts';
import { homeNames } from './home.ts';
import type { TestSet } from './load.ts';
import { evaluateOccupations } from './occupations.ts';
import { evaluatePairs } from './pairs.ts';
import { evaluatePeople } from './people.ts';
import { evaluateSentences } from './sentences.ts';
import { evaluateSpans } from './spans.ts';
import { evaluateWords } from './words.ts';

/** Sets of other kinds than Derek's own passages: public data, told apart by content. */
export { loadSet, type TestSet } from './load.ts';

/** What an evaluation asks of the rest of Derek. */
export interface Evaluated {
  readonly extractor: Extractor;
  readonly places: readonly Place[];
  readonly heads: readonly PlaceHead[];
}

/** Scores Derek against a set of any kind. Pure. Throws `BadData` when the set is in neither of the two languages. */
export function evaluateOn(set: TestSet, { extractor, places, heads }: Evaluated): Evaluation {
  switch (set.kind) {
    case 'passages':
      return evaluate(set, extractor, placeNames(places, heads));
    case 'spans': {
      const lang = languageOf(
        set.name,
        set.rows.map((r) => r.text),
      );
      return { set: set.name, ...evaluateSpans(set.rows, lang, extractor, homeNames(places, heads, lang)) };
    }
    case 'occupations': {
      const lang = languageOf(
        set.name,
        set.rows.map((r) => r.text),
      );
      return { set: set.name, ...evaluateOccupations(set.rows, lang, extractor) };
    }
    case 'pairs': {
      const lang = languageOf(
        set.name,
        set.rows.map((r) => r.words),
      );
      return { set: set.name, ...evaluatePairs(set.rows, lang, extractor) };
    }
    case 'claims':
      return { set: set.name, ...checkWritten(set, extractor) };
    case 'record':
      return { set: set.name, ...checkMade(set, extractor, places) };
    case 'people':
      return { set: set.name, ...evaluatePeople(set.rows) };
    case 'words': {
      const lang = languageOf(
        set.name,
        set.sentences.map((words) => words.map((w) => w.form).join(' ')),
      );
      return { set: set.name, ...evaluateWords(set.sentences, lang) };
    }
    case 'sentences':
      return { set: set.name, ...evaluateSentences(set.lines, set.lang) };
  }
}

/** How many passages, lines or sentences a set has; of a store, how many claims are made at most. */
export const sizeOf = (set: TestSet): number => {
  switch (set.kind) {
    case 'passages':
      return set.passages.length;
    case 'words':
      return set.sentences.length;
    case 'sentences':
      return set.lines.length;
    case 'record':
      return MADE;
    default:
      return set.rows.length;
  }
};

/** Texts enough to tell the language of a set by. */
const ENOUGH = 300;

function languageOf(name: string, texts: readonly string[]): ReadLang {
  const { lang } = routeText(texts.slice(0, ENOUGH).join('\n'));
  if (lang === 'kk' || lang === 'ru') return lang;
  throw new BadData(name, 'file', 'texts in Kazakh or in Russian', lang);
}
