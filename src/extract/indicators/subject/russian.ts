import { ClauseWord } from '../../../language/clause.ts';
import {
  AREA,
  FUNDS,
  fullParticiple,
  genitiveAgreement,
  looksGenitiveObject,
  looksNeuter,
  shareOf,
} from '../../../language/packs/ru/clause.ts';
import { type Document, has, isSign, type Sentence, tokenAt, word } from '../../document.ts';
import type { Quantity } from '../../numbers/index.ts';
import { Sign } from '../../signs.ts';
import { NOTHING, type Own } from './own.ts';
import { besides, extentOf, isPriceOf, namedBeside } from './russian-beside.ts';
import {
  clauseOf,
  figureIn,
  isChange,
  isPart,
  isStatement,
  isWord,
  nounsEndingAt,
  ownClause,
  type Piece,
  type Pieces,
  Role,
  shapeAt,
  tailOf,
  verbFirst,
  verbOf,
  without,
} from './russian-clause.ts';
import { counting, genitive, genitiveBefore, isCapacity, isCount } from './russian-name.ts';
import { apposed, governed, participial, relative } from './russian-relative.ts';
import { asSubject, behind, nounsBefore, statement } from './russian-statement.ts';
import { says, stretchOf, Told, wordsOf } from './told.ts';

/**
 * What a figure in a Russian clause measures: «на строительство школ выделено …» → «средства, выделенные на
 * строительство школ». `name` is what an earlier figure counted, for one that leaves its noun unsaid: «813 уже приняты».
 */
export function russianSubject(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, name: string): Own {
  const [start, to] = stretchOf(doc, s, q.from, q.to);
  const from = pastPlaces(doc, s, told, start);
  const all = clauseOf(doc, s, told, from, to, q);
  const at = figureIn(all);
  const verbAt = verbOf(all, at);
  const verb = all[verbAt];
  const pieces = ownClause(all, at, verbAt);
  const leans = isPart(doc, s, q);
  const tail = tailOf(doc, pieces, q.unitClass === 'percent');
  // «Тариф не изменился – 45 тенге»
  const unchanged = has(doc, verb?.at ?? -1, 'unchanged') && all[at - 1]?.role === Role.dash;
  const stated = verb !== undefined && (unchanged || isStatement(doc, verb.at));
  const compared = has(doc, q.to, 'most') || has(doc, q.to, 'least');
  if (q.unitClass === 'percent' && tail.length > 0 && !compared && !isChange(doc, verb))
    return share(doc, q, all, pieces, verb, tail);
  if (q.unitClass === 'percent' && compared && nounsBefore(doc, all, at).length === 0) return NOTHING;
  if (isPriceOf(doc, q, all, at, stated) || (!isCount(doc, q) && isOnlyThere(doc, pieces, verb)))
    return NOTHING;
  const extent = extentOf(doc, pieces);
  if (extent !== null) return extent;
  const named = namedBeside(doc, q, all, at, stated);
  if (named !== null) return named;
  if (isCount(doc, q) && !stated) {
    const before = pieces[figureIn(pieces) - 1];
    // «школа на 300 мест», «студенты из 12 вузов»: the verb tells of another noun.
    const held =
      before?.role === Role.prep && isCapacity(q) ? nounsEndingAt(pieces, pieces.indexOf(before)) : [];
    if (held.length > 0)
      return { text: `${wordsOf(doc, held)}: ${counting(doc, q)}`, leans: false, name: '' };
    const inside =
      before?.role === Role.prep && (!says(doc, before.at, ClauseWord.prepRelative) || isCapacity(q));
    const own = counted(
      doc,
      q,
      inside ? [] : pieces,
      inside ? undefined : verb,
      tail,
      leans || isCapacity(q),
    );
    return isCapacity(q) ? { text: own.text, leans: own.leans, name: '' } : own;
  }
  const subject = nounsBefore(doc, all, at);
  if (stated && q.unitClass === 'count' && subject.length === 0 && name !== '')
    return governed(doc, q, { text: name, agreement: 'plural' }, pieces, verb, false);
  // «1 240 человек направлены на практику, 670 – на общественные работы»
  const next = behind(doc, pieces, q, verb);
  if (
    verb === undefined &&
    !leans &&
    q.unitClass === 'count' &&
    name !== '' &&
    has(doc, next[0] ?? -1, 'prep')
  )
    return { text: `${name}: ${wordsOf(doc, next)}`, leans: false, name };
  if (!stated && q.unitClass === 'times' && all.some((p, k) => k < at && p.role === Role.gap)) return NOTHING;
  if (q.unitClass === 'money' && verb === undefined && subject.length === 0 && apposed(doc, q) !== '')
    return governed(doc, q, { text: FUNDS, agreement: 'plural' }, [], undefined, leans);
  // «В городах живут 63 %»: who they are is told before.
  if (
    q.unitClass === 'percent' &&
    !stated &&
    verb?.role === Role.finite &&
    verbAt < at &&
    has(doc, subject[0] ?? -1, 'prep')
  )
    return { text: wordsOf(doc, verbFirst(doc, pieces, verb)), leans: true, name: '' };
  if (stated || verb === undefined || q.unitClass === 'percent' || q.unitClass === 'times')
    return statement(doc, q, s, told, from, pieces, verb, subject, leans);
  if ((q.unitClass === 'money' || q.unitClass === 'measure') && tail.length > 0)
    return governed(doc, q, genitive(doc, tail), without(pieces, tail), verb, leans);
  if (q.unitClass === 'money' && isRankedBest(doc, s, q, pieces, verb)) return NOTHING;
  const beside = besides(doc, pieces);
  if (beside.length > 0)
    return { text: doneTo(doc, verb, beside) ?? asSubject(doc, beside), leans: false, name: '' };
  if (q.unitClass === 'money' && !isGoverned(doc, pieces, 'prep.by'))
    return governed(doc, q, { text: FUNDS, agreement: 'plural' }, pieces, verb, leans);
  const opening = q.unitClass === 'count' ? genitiveBefore(doc, pieces) : undefined;
  if (opening !== undefined)
    return governed(
      doc,
      q,
      { text: opening.text, agreement: 'plural' },
      without(pieces, [opening.at]),
      verb,
      leans,
    );
  if (q.unitClass === 'count' && name !== '')
    return { ...governed(doc, q, { text: name, agreement: 'plural' }, pieces, verb, false), leans: false };
  const words = verbFirst(doc, pieces, verb);
  // «48 машин перевезли 60 тонн»: what it was that did so is told with the figure before.
  if (words.length === 1 && words[0] === verb.at && all.some((p, k) => k < at && p.role === Role.gap))
    return NOTHING;
  // «Очистили 120 гектаров русел»: a word behind the measure says itself what it is of.
  const bare = !isSign(doc, q.to, Sign.word);
  if (q.thing?.kind === 'area' && bare && words[0] === verb.at && verb.role === Role.finite)
    return isGoverned(doc, pieces, 'prep')
      ? { text: `${AREA}: ${wordsOf(doc, words)}`, leans, name: '' }
      : governed(doc, q, { text: AREA, agreement: 'feminine' }, pieces, verb, leans);
  const done = words[0] === verb.at ? doneBy(doc, verb, words.slice(1)) : null;
  return { text: done ?? wordsOf(doc, words), leans, name: '' };
}

/** Where a clause begins that names a list of places: «Цена жилья в Астане, Алматы и Таразе – …». */
function pastPlaces(doc: Document, s: Sentence, told: Uint8Array, from: number): number {
  const placed = (i: number): boolean => ((told[i] ?? 0) & Told.region) !== 0;
  let first = from;
  while (first - 2 > s.from && isSign(doc, first - 1, Sign.comma) && placed(first) && placed(first - 2))
    [first] = stretchOf(doc, s, first - 2, first - 2);
  return first;
}

/** «завезено удобрений» → «завезённые удобрения», «намолочено на полях» → «намолоченное на полях»; null for any other verb. */
function doneBy(doc: Document, verb: Piece, rest: readonly number[]): string | null {
  if (!isDone(doc, verb)) return null;
  const prep = rest.findIndex((i) => has(doc, i, 'prep') || says(doc, i, ClauseWord.prepMore));
  const nouns = prep < 0 ? rest : rest.slice(0, prep);
  const to = doneTo(doc, verb, nouns);
  const said = wordsOf(doc, to === null ? rest : rest.slice(nouns.length));
  return `${to ?? fullParticiple(word(doc, verb.at), 'neuter')} ${said}`.trim();
}

/** «завезено», «выплачено»: a participle that agrees with nothing. */
const isDone = (doc: Document, verb: Piece): boolean =>
  verb.role === Role.short && looksNeuter(word(doc, verb.at));

/** «завезено | удобрений» → «завезённые удобрения»; null where no noun in the genitive goes with the participle. */
function doneTo(doc: Document, verb: Piece, nouns: readonly number[]): string | null {
  if (!isDone(doc, verb) || nouns.length === 0) return null;
  if (!nouns.every((i) => looksGenitiveObject(word(doc, i)))) return null;
  const { text, agreement } = genitive(doc, nouns);
  return `${fullParticiple(word(doc, verb.at), agreement)} ${text}`;
}

/**
 * «Дороже всего жильё продают в Алматы – 690 тыс. тенге», «Больше всего платят в Астане – …»: what was measured before, where
 * there is most of it.
 */
function isRankedBest(doc: Document, s: Sentence, q: Quantity, pieces: Pieces, verb: Piece): boolean {
  const bare = has(doc, verb.at, 'pays') && !pieces.some((p) => p.role === Role.noun);
  for (let i = s.from; i < q.from; i++)
    if (
      (has(doc, i, 'most') || has(doc, i, 'least')) &&
      has(doc, i + 1, 'only') &&
      (bare || has(doc, i, 'dearer'))
    )
      return true;
  return false;
}

/** «Год назад было 13 центнеров»: a clause that says no more than that there was as much. */
const isOnlyThere = (doc: Document, pieces: Pieces, verb: Piece | undefined): boolean =>
  verb !== undefined &&
  says(doc, verb.at, ClauseWord.exist) &&
  pieces.every((p) => p === verb || p.role === Role.prep || !isWord(p));

/** Does a preposition of a class stand right before the figure? */
const isGoverned = (doc: Document, pieces: Pieces, cls: string): boolean =>
  has(doc, pieces[figureIn(pieces) - 1]?.at ?? -1, cls);

/** «построено 5 школ» → «построенные школы», «помощь получили 500 семей» → «семьи, которые получили помощь». */
export function counted(
  doc: Document,
  q: Quantity,
  pieces: Pieces,
  verb: Piece | undefined,
  tail: readonly number[],
  leans: boolean,
): Own {
  const text = `${counting(doc, q)} ${wordsOf(doc, tail)}`.trim();
  return governed(doc, q, { text, agreement: 'plural' }, without(pieces, tail), verb, leans);
}

/** «каждый десятый безработный» stays as it is said. */
const eachOf = (doc: Document, q: Quantity, tail: readonly number[]): string =>
  `${doc.text.slice(doc.tokens[q.from]?.start, tokenAt(doc, q.to - 1)?.end)} ${wordsOf(doc, tail)}`.toLowerCase();

/** «84 % жителей обеспечены водой» → «доля жителей, обеспеченных водой»; «48 % занятых – женщины» → «доля занятых: женщины». */
export function share(
  doc: Document,
  q: Quantity,
  all: Pieces,
  pieces: Pieces,
  verb: Piece | undefined,
  tail: readonly number[],
): Own {
  const whole = q.group.eachOf ? eachOf(doc, q, tail) : shareOf(wordsOf(doc, tail));
  const rest = without(pieces, tail);
  const at = figureIn(all);
  if (!verb || isStatement(doc, verb.at) || says(doc, verb.at, ClauseWord.exist)) {
    const before = nounsBefore(doc, all, at);
    const part = before.length > 0 ? before : behind(doc, rest, q, verb);
    const said = wordsOf(
      doc,
      part.filter((i) => !says(doc, i, ClauseWord.pronoun)),
    );
    return { text: said === '' ? whole : `${whole}: ${said}`, leans: false, name: '' };
  }
  if (q.group.eachOf)
    return { text: `${whole}: ${wordsOf(doc, verbFirst(doc, rest, verb))}`, leans: false, name: '' };
  const agreement = genitiveAgreement(word(doc, tail.find((i) => shapeAt(doc, i) !== Role.adjective) ?? -1));
  if (verb.role === Role.short)
    return { text: `${whole}, ${participial(doc, agreement, rest, verb)}`, leans: false, name: '' };
  if (agreement !== 'genitivePlural')
    return { text: `${whole}: ${wordsOf(doc, verbFirst(doc, rest, verb))}`, leans: false, name: '' };
  return {
    text: `${whole}, ${relative(doc, q, { text: '', agreement }, rest, verb)}`,
    leans: false,
    name: '',
  };
}
