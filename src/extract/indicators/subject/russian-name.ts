import type { Thing } from '../../../catalog/things.ts';
import type { RuWording } from '../../../catalog/wording.ts';
import { repairedLetters } from '../../../language/chars.ts';
import { ClauseWord } from '../../../language/clause.ts';
import {
  adjectivePlural,
  attribute,
  type Named,
  nominativeOfGenitive,
  nominativePlural,
  wordClass,
} from '../../../language/packs/ru/clause.ts';
import { phrase } from '../../../language/packs/ru/inflect.ts';
import { looksLikeManySuch, looksLikeManyThings, tellsAge } from '../../../language/packs/ru/shape.ts';
import { Tag } from '../../../language/tags.ts';
import { Shape } from '../../../language/words.ts';
import { type Document, Starts, sensesAt, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { type Pieces, Role, shapeAt } from './russian-clause.ts';
import { isComparing, says, wordsOf } from './told.ts';

/*
 * The nouns of a Russian clause in the nominative: what is counted, paid for or measured.
 */

/** Has the figure a counted noun of its own? */
export const isCount = (doc: Document, q: Quantity): boolean =>
  q.unitClass === 'count' && q.noun[1] > q.noun[0] && shapeAt(doc, q.noun[1] - 1) !== Role.adverb;

/** Places and beds are told of a building. */
export const isCapacity = (q: Quantity): boolean => q.unit === 'place' || q.unit === 'bed';

/** The counted noun with its attributes in the nominative plural: «трёх новых школ» → «новые школы». */
export function counting(doc: Document, q: Quantity): string {
  const [from, to] = q.noun;
  let head = to - 1;
  let text = '';
  if (q.thing)
    for (let k = to - 1; k >= from; k--) {
      const sense = sensesAt(doc, k, Starts.thing).find((x) => x.entry.data === q.thing && x.to === to);
      const wording = sense && q.thing.ru.find((w) => w.written === sense.entry.written);
      if (wording) [head, text] = [k, pluralOf(wording)];
    }
  if (text === '') {
    const said = repairedLetters(doc.tokens[head]?.form?.raw ?? '');
    text = tellsAge(said) ? adjectivePlural(said) : nominativePlural(said);
  }
  const before: string[] = [];
  if (doc.tokens[head]?.form?.shape === Shape.caps) text = doc.tokens[head]?.form?.raw ?? text;
  for (let k = from; k < head; k++) {
    const raw = doc.tokens[k]?.form?.raw;
    if (raw && !isComparing(doc, k) && !says(doc, k, ClauseWord.aside))
      before.push(wordClass(raw.toLowerCase()) === 'adjective' ? adjectivePlural(raw) : raw);
  }
  return [...before, text].join(' ');
}

const plurals = new WeakMap<RuWording, string>();
function pluralOf(wording: RuWording): string {
  const known = plurals.get(wording);
  if (known !== undefined) return known;
  const forms = phrase(wording).filter((f) => f.tags & Tag.nom);
  const form = forms.find((f) => f.tags & Tag.pl) ?? forms[0];
  const text = form?.words.join(' ') ?? wording.written;
  plurals.set(wording, text);
  return text;
}

/** «дорог республиканского значения» → «дороги республиканского значения», «мусора» → «мусор». */
export function genitive(doc: Document, tail: readonly number[]): Named {
  const k = tail.findIndex((i) => shapeAt(doc, i) !== Role.adjective);
  if (k < 0) {
    // «гектары зерновых»: an adjective that is a noun; «субсидий» only looks like one.
    const said = wordsOf(doc, tail);
    if (looksLikeManyThings(said)) return { text: nominativePlural(said), agreement: 'plural' };
    return { text: looksLikeManySuch(said) ? adjectivePlural(said) : said, agreement: 'plural' };
  }
  const { text, agreement } = nominativeOfGenitive(word(doc, tail[k] ?? -1));
  const before = tail.slice(0, k).map((i) => attribute(word(doc, i), agreement));
  return { text: [...before, text, wordsOf(doc, tail.slice(k + 1))].join(' ').trim(), agreement };
}

/** «Иностранцев приехало 38 тысяч»: the counted noun stands apart from its figure. */
export function genitiveBefore(
  doc: Document,
  pieces: Pieces,
): { readonly at: number; readonly text: string } | undefined {
  const at = pieces[0]?.role === Role.noun ? pieces[0].at : -1;
  const sense = sensesAt(doc, at, Starts.thing).find((x) => x.entry.cls === 'thing' && x.tags & Tag.genPl);
  if (!sense || sense.to !== at + 1 || pieces[1]?.role === Role.noun) return undefined;
  const wording = (sense.entry.data as Thing).ru.find((w) => w.written === sense.entry.written);
  return wording && { at, text: pluralOf(wording) };
}

/** «дети – 31,8 %»: people of a listed kind, in the genitive; '' for anything else. */
export function manyOf(doc: Document, tokens: readonly number[]): string {
  const sense = sensesAt(doc, tokens[0] ?? -1, Starts.thing).find(
    (x) => x.entry.cls === 'thing' && x.tags & Tag.pl,
  );
  if (!sense || sense.to !== (tokens.at(-1) ?? -1) + 1) return '';
  const thing = sense.entry.data as Thing;
  const wording = thing.ru.find((w) => w.written === sense.entry.written);
  const form = wording && phrase(wording).find((f) => f.tags & Tag.gen && f.tags & Tag.pl);
  return thing.class === 'count' && form ? form.words.join(' ') : '';
}
