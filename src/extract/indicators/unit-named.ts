import type { Thing } from '../../catalog/things.ts';
import { looksAdjectival } from '../../language/packs/ru/shape.ts';
import { Tag } from '../../language/tags.ts';
import { type Document, has, isSign, type Sentence, Starts, sensesAt, startsAt, word } from '../document.ts';
import { type Quantity, unitName } from '../numbers/index.ts';
import { Sign } from '../signs.ts';
import { isClauseEdge } from './clause.ts';
import { type Filled, filled } from './origin.ts';
import type { Unit } from './unit.ts';

/*
 * What a Russian figure counts by a noun in the nominative: «школы – 12», «из них 11 тысяч – многодетные семьи»,
 * «средний балл – 71».
 */

/** Something in the nominative of the plural that is counted, and no place: «Абайская область – 12». */
const things = (doc: Document, i: number, to?: number): Filled<Unit> | undefined => {
  if (startsAt(doc, i, Starts.placehead)) return undefined;
  const sense = sensesAt(doc, i, Starts.thing).find(
    (x) => x.entry.cls === 'thing' && (to === undefined || x.to === to) && manyNamed(x.tags),
  );
  const thing = sense?.entry.data as Thing | undefined;
  if (!sense || thing?.class !== 'count') return undefined;
  return filled({ unit: unitName(thing), unitClass: 'count' }, 'kind', i, sense.to);
};
const manyNamed = (tags: number): boolean => (tags & Tag.nom) !== 0 && (tags & Tag.pl) !== 0;

/** «из них 11 тысяч – многодетные семьи», «217 из них – новые школы»: of what kind a part is, and no more. */
export function kindBehind(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  const dash = has(doc, q.to, 'prep.outof') && has(doc, q.to + 1, 'them') ? q.to + 2 : q.to;
  if (!isSign(doc, dash, Sign.dash)) return undefined;
  let at = dash + 1;
  for (let n = 0; n < ATTRIBUTES && !things(doc, at) && looksAdjectival(word(doc, at)); n++) at++;
  const found = things(doc, at);
  const ends = found && (found.to >= s.to || isClauseEdge(doc, found.to) || has(doc, found.to, 'and'));
  return ends ? found : undefined;
}

/**
 * «Отремонтировано 36 объектов: школы – 12, больницы – 8»: the noun that fills its clause before the dash; but «вне
 * системы – 105», «теплицы и сады – 17».
 */
export function thingBefore(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  const dash = has(doc, q.from - 1, 'contrast') ? q.from - 2 : q.from - 1;
  if (!isSign(doc, dash, Sign.dash)) return undefined;
  for (let i = dash - 1; i >= Math.max(s.from, dash - ATTRIBUTES - 1); i--) {
    const found = things(doc, i, dash);
    if (!found) continue;
    let first = i;
    while (first > s.from && looksAdjectival(word(doc, first - 1))) first--;
    return first === s.from || isClauseEdge(doc, first - 1) || !isSign(doc, first - 1, Sign.word)
      ? found
      : undefined;
  }
  return undefined;
}
const ATTRIBUTES = 2;

/** «Средний балл равен 71,3», «балл по математике – 62»: a figure without a noun is in what its clause is about. */
export function scoreOf(doc: Document, q: Quantity, s: Sentence): Filled<Unit> | undefined {
  if (q.group.multiplier > 1) return undefined;
  let stated = false;
  for (let i = q.from - 1; i >= Math.max(s.from, q.from - SIGHT) && !isClauseEdge(doc, i); i--) {
    stated ||= isSign(doc, i, Sign.dash) || has(doc, i, 'level') || has(doc, i, 'up') || has(doc, i, 'down');
    const sense = stated && sensesAt(doc, i, Starts.thing).find((x) => x.entry.cls === 'thing');
    const thing = sense ? (sense.entry.data as Thing) : undefined;
    if (sense && thing?.unit === SCORE)
      return filled({ unit: SCORE, unitClass: thing.class }, 'counted', i, sense.to);
    if (isSign(doc, i, Sign.number)) return undefined;
  }
  return undefined;
}
/** The unit of `data/lexicon/things` that marks and tests are told in. */
const SCORE = 'score point';
const SIGHT = 10;
