import type { Thing } from '../../../catalog/things.ts';
import { ClauseWord } from '../../../language/clause.ts';
import { nominativeOfSize, RATE, rateOf } from '../../../language/packs/ru/clause.ts';
import { phrase } from '../../../language/packs/ru/inflect.ts';
import { Tag } from '../../../language/tags.ts';
import { type Document, has, hasWithin, Starts, sensesAt, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import type { Own } from './own.ts';
import {
  figureIn,
  givenAt,
  isNominal,
  isVerb,
  nominativeOfGiven,
  nounsEndingAt,
  type Pieces,
  Role,
} from './russian-clause.ts';
import { counting, isCount } from './russian-name.ts';
import { asSubject } from './russian-statement.ts';
import { says } from './told.ts';

/*
 * What a Russian figure measures by the words right before it: «премия в 5 процентов», «кредит под 7 %», «площадью 120 м²».
 */

/**
 * A noun that a preposition ties to its figure: «премия в 5 процентов», «при средней урожайности 15 центнеров», «кредит
 * под 7 % годовых»; null where none is.
 */
export function namedBeside(
  doc: Document,
  q: Quantity,
  pieces: Pieces,
  at: number,
  stated: boolean,
): Own | null {
  const given = givenAt(doc, pieces, at);
  if (given >= 0) {
    const noun = nominativeOfGiven(doc, nounsEndingAt(pieces, at));
    return { text: isCount(doc, q) ? `${noun}: ${counting(doc, q)}` : noun, leans: false, name: '' };
  }
  const tie = pieces[at - 1];
  const under = has(doc, tie?.at ?? -1, 'prep.under');
  if (q.unitClass === 'percent' && (under || has(doc, q.to, 'yearly'))) return rateIn(doc, q, pieces, under);
  if (stated || isCount(doc, q) || q.unitClass === 'times' || !has(doc, tie?.at ?? -1, 'prep.in'))
    return null;
  const nouns = nounsEndingAt(pieces, at - 1);
  const held = pieces[at - 2 - nouns.length]?.role === Role.prep;
  return nouns.length === 0 || held ? null : { text: asSubject(doc, nouns), leans: false, name: '' };
}

/**
 * «Ипотеку дают под 7 % годовых»: the rate of a loan; null where the clause itself says that it is a rate, or speaks of
 * no loan.
 */
function rateIn(doc: Document, q: Quantity, pieces: Pieces, under: boolean): Own | null {
  if (hasWithin(doc, pieces[0]?.at ?? q.from, q.from, 'standing')) return null;
  const loan = pieces.find((p) => has(doc, p.at, 'loan'));
  if (!loan) return under ? { text: RATE, leans: true, name: '' } : null;
  const one = oneOf(doc, loan.at);
  const text = one === '' ? `${asSubject(doc, [loan.at])}: ${RATE}` : rateOf(one);
  return { text, leans: false, name: '' };
}

/** A listed thing in the genitive of the singular: «займы» → «займа»; '' for anything else. */
function oneOf(doc: Document, i: number): string {
  const sense = sensesAt(doc, i, Starts.thing).find((x) => x.entry.cls === 'thing' && x.to === i + 1);
  const wording = (sense?.entry.data as Thing | undefined)?.ru.find(
    (w) => w.written === sense?.entry.written,
  );
  const form = wording && phrase(wording).find((f) => f.tags & Tag.gen && f.tags & Tag.sg);
  return form?.words.join(' ') ?? '';
}

/** «закуплено 48 машин на 1,9 млрд тенге»: what was bought is told with the figure before. */
export const isPriceOf = (doc: Document, q: Quantity, pieces: Pieces, at: number, stated: boolean): boolean =>
  q.unitClass === 'money' &&
  !stated &&
  has(doc, pieces[at - 1]?.at ?? -1, 'prep.by') &&
  pieces[at - 2]?.role === Role.gap;

/**
 * «мероприятия на сумму 9 млрд», «дом площадью 120 м²»: a size of what stands before it, or of what an earlier figure
 * counted.
 */
export function extentOf(doc: Document, pieces: Pieces): Own | null {
  const at = figureIn(pieces);
  const size = pieces[at - 1];
  if (!size || !says(doc, size.at, ClauseWord.extent)) return null;
  let k = at - 2;
  while (pieces[k]?.role === Role.adjective || pieces[k]?.role === Role.prep) k--;
  const out = nounsEndingAt(pieces, k + 1);
  const name = nominativeOfSize(word(doc, size.at));
  return {
    text: out.length === 0 ? name : `${asSubject(doc, out)}: ${name}`,
    leans: out.length === 0,
    name: '',
  };
}

/** A noun right before a sum: «вручили гранты по 500 тысяч тенге», «гранты до 400 МРП получили …», «на сумму 9 млрд тенге». */
export function besides(doc: Document, pieces: Pieces): readonly number[] {
  let k = figureIn(pieces) - 1;
  const apart = pieces[k]?.role === Role.prep;
  if (has(doc, pieces[k]?.at ?? -1, 'prep.each') || (apart && has(doc, pieces[k]?.at ?? -1, 'prep.until')))
    k--;
  const out: number[] = [];
  for (; isNominal(pieces[k]); k--) out.unshift(pieces[k]?.at ?? -1);
  return isVerb(pieces[k]) || (apart && k < 0) ? out : [];
}
