import type { Thing } from '../../catalog/things.ts';
import type { RuWording } from '../../catalog/wording.ts';
import {
  adjectivePlural,
  attribute,
  BY_WHOM,
  FUNDS,
  fullParticiple,
  genitiveAgreement,
  isNeuterPast,
  isReflexive,
  isSingularPast,
  isSingularPresent,
  looksAction,
  looksNeuter,
  type Named,
  nominativeOfGenitive,
  nominativeOfSize,
  nominativePlural,
  OF_WHOM,
  obliquePlural,
  pastParticiple,
  pluralVerb,
  shareOf,
  TO_WHOM,
  WHO,
  wordClass,
} from '../../language/packs/ru/clause.ts';
import { phrase } from '../../language/packs/ru/inflect.ts';
import { looksParticipial } from '../../language/packs/ru/shape.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import { Shape } from '../../language/words.ts';
import { type Document, has, mark, type Sentence, Starts, sensesAt, word } from '../document.ts';
import type { Quantity } from '../numbers/index.ts';
import {
  headingOf,
  isComparing,
  isEmptyQuote,
  isNameLike,
  isOfPlace,
  isOfTime,
  isQuote,
  says,
  stretchOf,
  Told,
  wordsOf,
} from './clause-words.ts';
import { NOTHING, type Own } from './subject.ts';

type Role =
  | 'noun'
  | 'adjective'
  | 'finite'
  | 'short'
  | 'infinitive'
  | 'not'
  | 'prep'
  | 'and'
  | 'dash'
  | 'figure'
  | 'gap';

/** A token of a clause that may say what is measured; a figure is one piece, those of others are gaps. */
interface Piece {
  readonly at: number;
  readonly role: Role;
}
type Pieces = readonly Piece[];

const isVerb = (p: Piece | undefined): boolean => p?.role === 'finite' || p?.role === 'short';
const isNominal = (p: Piece | undefined): boolean => p?.role === 'noun' || p?.role === 'adjective';
const isWord = (p: Piece): boolean => p.role !== 'figure' && p.role !== 'gap' && p.role !== 'dash';

/**
 * What a figure in a Russian clause measures: «на строительство школ выделено …» → «средства, выделенные на строительство школ».
 * `name` is what an earlier figure counted, for one that leaves its noun unsaid: «813 уже приняты».
 */
export function russianSubject(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, name: string): Own {
  const [from, to] = stretchOf(doc, s, q.from, q.to);
  const all = piecesOf(doc, s, told, from, to, q);
  const at = all.findIndex((p) => p.role === 'figure');
  const verbAt = verbOf(all, at);
  const verb = all[verbAt];
  const pieces = ownClause(all, at, verbAt);
  const leans = isPart(doc, s, q);
  const tail = tailOf(doc, pieces, q.unitClass === 'percent');
  const stated = verb !== undefined && isStatement(doc, verb.at);
  if (q.unitClass === 'percent' && tail.length > 0 && !isChange(doc, verb))
    return share(doc, q, all, pieces, verb, tail);
  const extent = extentOf(doc, pieces);
  if (extent !== null) return extent;
  if (isCount(doc, q) && !stated) {
    const before = pieces[pieces.findIndex((p) => p.role === 'figure') - 1];
    // «школа на 300 мест», «студенты из 12 вузов»: the verb tells of another noun.
    const held =
      before?.role === 'prep' && isCapacity(q) ? nounsEndingAt(pieces, pieces.indexOf(before)) : [];
    if (held.length > 0)
      return { text: `${wordsOf(doc, held)}: ${counting(doc, q)}`, leans: false, name: '' };
    const inside = before?.role === 'prep' && (!says(doc, before.at, 'prepRelative') || isCapacity(q));
    return counted(doc, q, inside ? [] : pieces, inside ? undefined : verb, tail, leans || isCapacity(q));
  }
  const subject = nounsBefore(doc, all, at);
  if (stated && q.unitClass === 'count' && subject.length === 0 && name !== '')
    return governed(doc, q, { text: name, agreement: 'plural' }, pieces, verb, false);
  if (!stated && q.unitClass === 'times' && all.some((p, k) => k < at && p.role === 'gap')) return NOTHING;
  if (stated || verb === undefined || q.unitClass === 'percent' || q.unitClass === 'times')
    return statement(doc, q, s, told, from, pieces, verb, subject, leans);
  if ((q.unitClass === 'money' || q.unitClass === 'measure') && tail.length > 0)
    return governed(doc, q, genitive(doc, tail), without(pieces, tail), verb, leans);
  const beside = besides(doc, pieces);
  if (beside.length > 0) return { text: wordsOf(doc, beside), leans: false, name: '' };
  if (q.unitClass === 'money' && !isGoverned(doc, pieces, 'prep.by'))
    return governed(doc, q, { text: FUNDS, agreement: 'plural' }, pieces, verb, leans);
  if (q.unitClass === 'count' && name !== '')
    return governed(doc, q, { text: name, agreement: 'plural' }, pieces, verb, false);
  return { text: wordsOf(doc, verbFirst(doc, pieces, verb)), leans, name: '' };
}

/** Has the figure a counted noun of its own? */
const isCount = (doc: Document, q: Quantity): boolean =>
  q.unitClass === 'count' && q.noun[1] > q.noun[0] && wordClass(word(doc, q.noun[1] - 1)) !== 'adverb';

/** The nouns and adjectives that end right before a piece. */
function nounsEndingAt(pieces: Pieces, at: number): readonly number[] {
  const out: number[] = [];
  for (let k = at - 1; isNominal(pieces[k]); k--) out.unshift(pieces[k]?.at ?? -1);
  return out;
}

/** Places and beds are told of a building. */
const isCapacity = (q: Quantity): boolean => q.unit === 'place' || q.unit === 'bed';

/** The pieces of tokens `from` up to `to`, without what other slots tell, frames («по данным …») and adverbs. */
function piecesOf(
  doc: Document,
  s: Sentence,
  told: Uint8Array,
  from: number,
  to: number,
  q: Quantity,
): Pieces {
  const out: Piece[] = [];
  for (let i = from; i < to; i++) {
    if (i >= q.from && i < q.to) {
      if (i === q.from) out.push({ at: i, role: 'figure' });
      continue;
    }
    const role = roleOf(doc, s, told, i);
    const end = role === 'prep' ? endOfFrame(doc, told, i, to) : i;
    if (end > i) i = end - 1;
    else if (role !== null && (role !== 'gap' || out.at(-1)?.role !== 'gap')) out.push({ at: i, role });
  }
  const kept = withoutSizes(doc, out);
  return kept.filter((p, k) => p.role !== 'prep' || isNominal(kept[k + 1]) || kept[k + 1]?.role === 'figure');
}

/** Without the sizes that other figures tell: «на сумму …», «общей площадью …». */
function withoutSizes(doc: Document, pieces: Pieces): Pieces {
  const drop = new Set<Piece>();
  for (let k = 1; k < pieces.length; k++) {
    if (pieces[k]?.role !== 'gap' || !says(doc, pieces[k - 1]?.at ?? -1, 'extent')) continue;
    for (let i = k - 1; i >= 0 && (i === k - 1 || ['adjective', 'prep'].includes(pieces[i]?.role ?? '')); i--)
      drop.add(pieces[i] as Piece);
  }
  return drop.size === 0 ? pieces : pieces.filter((p) => !drop.has(p));
}

function roleOf(doc: Document, s: Sentence, told: Uint8Array, i: number): Role | null {
  const t = doc.tokens[i];
  const bits = told[i] ?? 0;
  if (!t) return null;
  if (bits & Told.figure) return 'gap';
  if (bits & (Told.time | Told.region) || t.kind === Kind.number) return null;
  if (isQuote(doc, i)) return isEmptyQuote(doc, i, told) ? null : 'noun';
  if (!t.form) return '–—'.includes(t.mark || ' ') ? 'dash' : null;
  if (has(doc, i, 'prep') || says(doc, i, 'prepMore'))
    return says(doc, i + 1, 'partOf') || says(doc, i + 1, 'relative') ? null : 'prep';
  if (has(doc, i, 'and')) return 'and';
  if (has(doc, i, 'not')) return 'not';
  if (says(doc, i, 'aside') || says(doc, i, 'relative') || says(doc, i, 'partOf')) return null;
  if (isOfTime(doc, i) || isOfPlace(doc, i)) return null;
  if (bits & Told.program || isNameLike(doc, i, s)) return 'noun';
  const cls = wordClass(t.form.type.norm);
  if (isComparing(doc, i) && (cls !== 'adjective' || (told[i + 1] ?? 0) & Told.figure)) return null;
  if (cls === 'adverb') return null;
  return cls !== 'noun' && cls !== 'adjective' && isThing(doc, i) ? 'noun' : cls;
}

const isThing = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some((x) => x.entry.cls === 'thing' && x.to === i + 1);

/**
 * The end of a phrase behind a preposition that only frames the statement or names a program; `at` itself for any other,
 * and the next token where a time or place follows, which is left out alone.
 */
function endOfFrame(doc: Document, told: Uint8Array, at: number, to: number): number {
  const outside = (i: number): boolean =>
    ((told[i] ?? 0) & (Told.time | Told.region)) !== 0 || isOfTime(doc, i) || isOfPlace(doc, i);
  let first = at + 1;
  while (first < to && isTimeAttribute(doc, first)) first++;
  if (outside(first)) return first;
  let frame = false;
  let i = at + 1;
  for (; i < to; i++) {
    const bits = told[i] ?? 0;
    const t = doc.tokens[i];
    if (bits & Told.figure || mark(doc, i) === '–' || mark(doc, i) === '—') break;
    if (bits & Told.program || says(doc, i, 'frameBefore')) frame = true;
    // What follows a time or a program is no part of the frame: «по итогам года объём …».
    else if (i > at + 1 && t?.form && ((told[i - 1] ?? 0) & Told.program || (outside(i - 1) && !outside(i))))
      break;
    else if (has(doc, i, 'prep')) break;
    else if (t?.form && !outside(i) && !isThing(doc, i)) {
      const cls = wordClass(t.form.type.norm);
      if (cls === 'finite' || cls === 'short') break;
    }
  }
  return frame ? i : at;
}

/** «за весь 2025 год», «в первые три часа» */
const isTimeAttribute = (doc: Document, i: number): boolean =>
  says(doc, i, 'aside') ||
  says(doc, i, 'pronoun') ||
  sensesAt(doc, i, Starts.numeral).some((x) => x.entry.cls === 'numeral');

/** The verb that governs a figure: the nearest before it, else the nearest behind; -1 without one. */
function verbOf(pieces: Pieces, at: number): number {
  for (let k = at - 1; k >= 0; k--) if (isVerb(pieces[k])) return k;
  return pieces.findIndex((p, k) => k > at && isVerb(p));
}

/** The part of a clause that one of its coordinated verbs governs: «вывезли 40 тонн мусора | и высадили 600 деревьев». */
function ownClause(pieces: Pieces, at: number, verb: number): Pieces {
  const first = verb < 0 ? at : Math.min(at, verb);
  const last = Math.max(at, verb);
  const earlier = pieces.findLastIndex((p, k) => k < first && isVerb(p));
  const later = pieces.findIndex((p, k) => k > last && isVerb(p));
  let to = later < 0 ? pieces.length : later;
  if (later > 0) {
    const and = pieces.findLastIndex((p, k) => k > last && k < later && p.role === 'and');
    if (and > 0) to = and;
  }
  return pieces.slice(earlier < 0 ? 0 : first, to);
}

/** A verb whose subject the figure measures: «составил», «вырос до», «стоит». */
const isStatement = (doc: Document, i: number): boolean =>
  has(doc, i, 'level') || has(doc, i, 'up') || has(doc, i, 'down') || says(doc, i, 'ofSubject');
const isChange = (doc: Document, p: Piece | undefined): boolean =>
  p !== undefined && (has(doc, p.at, 'up') || has(doc, p.at, 'down'));

/** What stands in the genitive behind a figure: «12 тонн мусора»; of a share with its prepositions: «48 % занятых в торговле». */
function tailOf(doc: Document, pieces: Pieces, far: boolean): readonly number[] {
  const out: number[] = [];
  const at = pieces.findIndex((p) => p.role === 'figure');
  for (let k = at + 1; k < pieces.length && out.length < MAX_TAIL; k++) {
    const p = pieces[k] as Piece;
    const joins =
      out.length > 0 && (p.role === 'and' || (far && p.role === 'prep')) && isNominal(pieces[k + 1]);
    if (!isNominal(p) && !joins) break;
    if (out.length === 0 && obliquePlural(word(doc, p.at)) !== null) break;
    out.push(p.at);
  }
  return out;
}
const MAX_TAIL = 16;

const without = (pieces: Pieces, tokens: readonly number[]): Pieces =>
  pieces.filter((p) => !tokens.includes(p.at));

/** What a verb of level or a dash says something of: the words before it. */
function nounsBefore(doc: Document, pieces: Pieces, at: number): readonly number[] {
  let out: number[] = [];
  for (let k = 0; k < at; k++) {
    const p = pieces[k] as Piece;
    if (isVerb(p) || p.role === 'gap') break;
    if (p.role === 'infinitive') continue;
    if (p.role !== 'dash') out.push(p.at);
    else if (pieces[k + 1]?.role !== 'figure') out = [];
  }
  return trimmed(doc, out);
}

/** Without conjunctions, prepositions and negations at either end. */
function trimmed(doc: Document, tokens: readonly number[]): readonly number[] {
  let [from, to] = [0, tokens.length];
  const loose = (k: number): boolean => has(doc, tokens[k] ?? -1, 'and') || has(doc, tokens[k] ?? -1, 'not');
  while (from < to && loose(from)) from++;
  while (to > from && (loose(to - 1) || has(doc, tokens[to - 1] ?? -1, 'prep'))) to--;
  return tokens.slice(from, to);
}

/** Words that alone leave open what is measured: «сумма», «она», «общее количество». */
const isVague = (doc: Document, tokens: readonly number[]): boolean =>
  tokens.length > 0 &&
  (tokens.some((i) => says(doc, i, 'pronoun')) || tokens.every((i) => says(doc, i, 'vague')));

/** «из них», «в том числе», before or behind its figure: a part of what was counted before. */
function isPart(doc: Document, s: Sentence, q: Quantity): boolean {
  for (let i = Math.max(s.from, q.from - 3); i < Math.min(s.to, q.to + 2); i++)
    if (says(doc, i, 'partOf') && (i < q.from || i >= q.to)) return true;
  return false;
}

/** «Общая сумма составила …», «уровень безработицы – …», «каждый … подорожал на …»: the figure measures the subject. */
function statement(
  doc: Document,
  q: Quantity,
  s: Sentence,
  told: Uint8Array,
  from: number,
  pieces: Pieces,
  verb: Piece | undefined,
  subject: readonly number[],
  part: boolean,
): Own {
  const name = isCount(doc, q) ? counting(doc, q) : '';
  const object = changed(doc, pieces, verb);
  const found = object.length > 0 ? object : subject.length > 0 ? subject : behind(doc, pieces, q, verb);
  const own = found.filter((i) => !says(doc, i, 'pronoun'));
  const bracket = found.length === 0 && mark(doc, from - 1) === '(';
  if (bracket) return { text: besideBracket(doc, q, s, told, from - 1), leans: false, name };
  if (own.length === 0 && isCount(doc, q)) return { text: name, leans: true, name };
  if (found.length === 0)
    return {
      text: verb ? climb(doc, q, s, told, from) : headingText(doc, q, s, told, from),
      leans: part,
      name,
    };
  const heading = verb === undefined ? headingText(doc, q, s, told, from) : '';
  if (heading !== '')
    return { text: own.length === 0 ? heading : `${heading}: ${wordsOf(doc, own)}`, leans: false, name };
  const among = verb === undefined && q.unitClass === 'percent' ? manyOf(doc, own) : '';
  if (among !== '') return { text: shareOf(among), leans: true, name };
  return { text: wordsOf(doc, own), leans: part || isVague(doc, found), name };
}

/** «Доля приезжих: Узбекистан – 44 %, Китай – 43 %»: what a list stands under. */
function headingText(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, from: number): string {
  const heading = headingOf(doc, s, from, told);
  if (heading === null) return '';
  const pieces = piecesOf(doc, s, told, ...heading, q);
  return wordsOf(doc, verbFirst(doc, pieces, pieces.find(isVerb)));
}

/** «сократил время в пути на 25 %»: what a verb of change does it to stands between the two. */
function changed(doc: Document, pieces: Pieces, verb: Piece | undefined): readonly number[] {
  const at = pieces.findIndex((p) => p.role === 'figure');
  const from = verb ? pieces.indexOf(verb) + 1 : at;
  if (!isChange(doc, verb) || from <= 0 || !isNominal(pieces[from])) return [];
  return trimmed(
    doc,
    pieces
      .slice(from, at)
      .filter(isWord)
      .map((p) => p.at),
  );
}

/** «дети – 31,8 %»: people of a listed kind, in the genitive; '' for anything else. */
function manyOf(doc: Document, tokens: readonly number[]): string {
  const sense = sensesAt(doc, tokens[0] ?? -1, Starts.thing).find(
    (x) => x.entry.cls === 'thing' && x.tags & Tag.pl,
  );
  if (!sense || sense.to !== (tokens.at(-1) ?? -1) + 1) return '';
  const thing = sense.entry.data as Thing;
  const wording = thing.ru.find((w) => w.written === sense.entry.written);
  const form = wording && phrase(wording).find((f) => f.tags & Tag.gen && f.tags & Tag.pl);
  return thing.class === 'count' && form ? form.words.join(' ') : '';
}

/** «выросла на 5 % добыча нефти», «из них 70 млрд – на кредиты»: what is measured stands behind its figure. */
function behind(doc: Document, pieces: Pieces, q: Quantity, verb: Piece | undefined): readonly number[] {
  const at = pieces.findIndex((p) => p.role === 'figure');
  if (verb && q.noun[1] > q.noun[0] && q.unitClass === 'count') return [];
  return trimmed(
    doc,
    pieces.filter((p, k) => k > at && isWord(p) && !isVerb(p)).map((p) => p.at),
  );
}

/** «Число школ, работающих в три смены, сократилось …»: the subject stands in an earlier stretch of the sentence. */
function climb(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, from: number): string {
  let end = from - 1;
  let text = '';
  for (
    let steps = 0;
    end > s.from && steps < MAX_STRETCHES && ',:'.includes(mark(doc, end) || ' ');
    steps++
  ) {
    const [a] = stretchOf(doc, s, end, end);
    const pieces = piecesOf(doc, s, told, a, end, q);
    end = a - 1;
    const words = trimmed(
      doc,
      pieces.filter(isWord).map((p) => p.at),
    );
    const first = pieces[0];
    if (!first || words.length === 0) continue;
    const depends = first.role === 'adjective' && looksParticipial(word(doc, first.at));
    if (pieces.some(isVerb) && !depends) return text;
    text = text === '' ? wordsOf(doc, words) : `${wordsOf(doc, words)}, ${text}`;
    if (!depends) return text;
  }
  return '';
}
const MAX_STRETCHES = 4;

/** «выходцы из Узбекистана (44,2 %)»: the words right before the bracket. */
function besideBracket(doc: Document, q: Quantity, s: Sentence, told: Uint8Array, bracket: number): string {
  const [from] = stretchOf(doc, s, bracket, bracket);
  const out: number[] = [];
  for (const p of piecesOf(doc, s, told, from, bracket, q).toReversed()) {
    if (!isWord(p) || isVerb(p)) break;
    out.unshift(p.at);
  }
  const words = trimmed(doc, out);
  if (words.length > 0) return wordsOf(doc, words);
  const pieces = piecesOf(doc, s, told, from, bracket, q);
  // Another figure stands before the bracket: what it measures is meant.
  return pieces.some((p) => p.role === 'gap')
    ? ''
    : wordsOf(doc, verbFirst(doc, pieces, pieces.find(isVerb)));
}

/** A noun right before a sum: «вручили гранты по 500 тысяч тенге», «на сумму 9 млрд тенге». */
function besides(doc: Document, pieces: Pieces): readonly number[] {
  let k = pieces.findIndex((p) => p.role === 'figure') - 1;
  if (has(doc, pieces[k]?.at ?? -1, 'prep.each')) k--;
  const out: number[] = [];
  for (; isNominal(pieces[k]); k--) out.unshift(pieces[k]?.at ?? -1);
  return isVerb(pieces[k]) ? out : [];
}

/** «мероприятия на сумму 9 млрд», «дом площадью 120 м²»: a size of what stands before it, or of what an earlier figure counted. */
function extentOf(doc: Document, pieces: Pieces): Own | null {
  const at = pieces.findIndex((p) => p.role === 'figure');
  const size = pieces[at - 1];
  if (!size || !says(doc, size.at, 'extent')) return null;
  let k = at - 2;
  while (pieces[k]?.role === 'adjective' || pieces[k]?.role === 'prep') k--;
  const out = nounsEndingAt(pieces, k + 1);
  const name = nominativeOfSize(word(doc, size.at));
  return {
    text: out.length === 0 ? name : `${wordsOf(doc, out)}: ${name}`,
    leans: out.length === 0,
    name: '',
  };
}

/** Does a preposition of a class stand right before the figure? */
const isGoverned = (doc: Document, pieces: Pieces, cls: string): boolean =>
  has(doc, pieces[pieces.findIndex((p) => p.role === 'figure') - 1]?.at ?? -1, cls);

/** «построено 5 школ» → «построенные школы», «помощь получили 500 семей» → «семьи, которые получили помощь». */
function counted(
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

/** The counted noun with its attributes in the nominative plural: «трёх новых школ» → «новые школы». */
function counting(doc: Document, q: Quantity): string {
  const [from, to] = q.noun;
  let head = to - 1;
  let text = '';
  if (q.thing)
    for (let k = to - 1; k >= from; k--) {
      const sense = sensesAt(doc, k, Starts.thing).find((x) => x.entry.data === q.thing && x.to === to);
      const wording = sense && q.thing.ru.find((w) => w.written === sense.entry.written);
      if (wording) [head, text] = [k, pluralOf(wording)];
    }
  if (text === '') text = nominativePlural(doc.tokens[head]?.form?.raw ?? '');
  const before: string[] = [];
  if (doc.tokens[head]?.form?.shape === Shape.caps) text = doc.tokens[head]?.form?.raw ?? text;
  for (let k = from; k < head; k++) {
    const raw = doc.tokens[k]?.form?.raw;
    if (raw && !isComparing(doc, k) && !says(doc, k, 'aside'))
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
function genitive(doc: Document, tail: readonly number[]): Named {
  const k = tail.findIndex((i) => wordClass(word(doc, i)) !== 'adjective');
  if (k < 0) return { text: wordsOf(doc, tail), agreement: 'plural' };
  const { text, agreement } = nominativeOfGenitive(word(doc, tail[k] ?? -1));
  const before = tail.slice(0, k).map((i) => attribute(word(doc, i), agreement));
  return { text: [...before, text, wordsOf(doc, tail.slice(k + 1))].join(' ').trim(), agreement };
}

/** A noun with what its clause says of it: a participle, or a relative clause. */
function governed(
  doc: Document,
  q: Quantity,
  named: Named,
  pieces: Pieces,
  verb: Piece | undefined,
  part: boolean,
): Own {
  const { agreement } = named;
  const topic = verb ? '' : wordsOf(doc, topicOf(doc, pieces));
  const name = topic === '' ? named.text : `${topic}: ${named.text}`;
  const rest = trimmed(
    doc,
    pieces
      .filter((p) => isWord(p) && p !== verb && !(p.role === 'prep' && isBeforeFigure(pieces, p)))
      .map((p) => p.at),
  );
  const leans = part || rest.some((i) => says(doc, i, 'pronoun'));
  if (!verb || says(doc, verb.at, 'exist')) {
    const where = topic === '' ? phraseOfPrepositions(doc, rest) : '';
    return { text: where === '' ? name : `${name} ${where}`, leans, name: named.text };
  }
  if (verb.role !== 'short' || isOblique(doc, q, pieces))
    return { text: attached(name, relative(doc, q, named, pieces, verb)), leans, name: named.text };
  const participle = fullParticiple(word(doc, verb.at), agreement);
  const around = wordsOf(doc, verbFirst(doc, pieces, verb).slice(1));
  return {
    text: around === '' ? `${participle} ${name}` : `${name}, ${participle} ${around}`,
    leans,
    name: named.text,
  };
}

/** A participle alone stands before its noun, with words of its own behind it. */
const attached = (name: string, said: string): string =>
  said.includes(' ') ? `${name}, ${said}` : `${said} ${name}`;

/** Is what is counted in a case or behind a preposition that keeps it from being what a participle tells of? */
function isOblique(doc: Document, q: Quantity, pieces: Pieces): boolean {
  const last = pieces[pieces.findIndex((p) => p.role === 'figure') - 1];
  const cased = q.noun[1] > q.noun[0] && obliquePlural(word(doc, q.noun[1] - 1)) !== null;
  return q.unitClass === 'count' && (cased || (last !== undefined && says(doc, last.at, 'prepRelative')));
}

const isBeforeFigure = (pieces: Pieces, p: Piece): boolean =>
  pieces[pieces.indexOf(p) + 1]?.role === 'figure';

/** «Молодёжная практика – для 721 выпускника»: what a dash sets before its figure. */
function topicOf(doc: Document, pieces: Pieces): readonly number[] {
  const at = pieces.findIndex((p) => p.role === 'figure');
  const dash = pieces.findLastIndex((p, k) => k < at && p.role === 'dash');
  const from = pieces.findLastIndex((p, k) => k < dash && p.role === 'dash') + 1;
  return dash <= from
    ? []
    : trimmed(
        doc,
        pieces
          .slice(from, dash)
          .filter(isWord)
          .map((p) => p.at),
      );
}

/** Only words that begin with a preposition go on a noun without a verb: «дети среди пострадавших». */
const phraseOfPrepositions = (doc: Document, tokens: readonly number[]): string => {
  const from = tokens.findIndex((i) => has(doc, i, 'prep') || says(doc, i, 'prepMore'));
  return from < 0 ? '' : wordsOf(doc, tokens.slice(from));
};

/** The words of a clause in the order of a relative clause: the verb, what follows it, what stood before it. */
function verbFirst(doc: Document, pieces: Pieces, verb: Piece | undefined): readonly number[] {
  const words = pieces.filter((p) => isWord(p) && !(p.role === 'prep' && isBeforeFigure(pieces, p)));
  const k = verb ? words.indexOf(verb) : -1;
  if (k < 0)
    return trimmed(
      doc,
      words.map((p) => p.at),
    );
  const from = words[k - 1]?.role === 'not' ? k - 1 : k;
  const before = trimmed(
    doc,
    words.slice(0, from).map((p) => p.at),
  );
  const head = words.slice(from, k + 1).map((p) => p.at);
  return [
    ...head,
    ...trimmed(
      doc,
      words.slice(k + 1).map((p) => p.at),
    ),
    ...before,
  ];
}

/** «вернувшиеся», «которые получили помощь», «которым даст работу проект», «лечение которых оплатил фонд»; the verb comes first. */
function relative(doc: Document, q: Quantity, named: Named, pieces: Pieces, verb: Piece): string {
  const last = pieces[pieces.findIndex((p) => p.role === 'figure') - 1];
  const prep = last?.role === 'prep' && says(doc, last.at, 'prepRelative') ? last : undefined;
  const action = last?.role === 'noun' && looksAction(word(doc, last.at)) ? last : undefined;
  const kept = pieces.filter((p) => p !== action);
  const lead = prep ?? action;
  const [who, agrees] = relativePronoun(doc, q, named, kept, verb, lead);
  const words = verbFirst(doc, kept, verb);
  const norm = word(doc, verb.at);
  const text = wordsOf(doc, words);
  const raw = doc.tokens[verb.at]?.form?.raw ?? norm;
  if (agrees && named.agreement === 'plural' && words[0] === verb.at) {
    const participle = pastParticiple(norm);
    if (participle !== null) return text.replace(raw, participle);
  }
  const spoken = agrees && named.agreement.endsWith('lural') ? text.replace(raw, pluralVerb(norm)) : text;
  return `${lead ? `${wordsOf(doc, [lead.at])} ` : ''}${who} ${spoken}`;
}

/** The pronoun in the case that the verb asks of the counted noun, and whether the noun is the verb's subject. */
function relativePronoun(
  doc: Document,
  q: Quantity,
  named: Named,
  pieces: Pieces,
  verb: Piece,
  lead: Piece | undefined,
): [string, boolean] {
  const norm = word(doc, verb.at);
  const nouns = pieces.filter((p, k) => p.role === 'noun' && pieces[k - 1]?.role !== 'prep');
  const neuter = nouns.some((p) => p.at < verb.at && looksNeuter(word(doc, p.at)));
  const singular = isSingularPast(norm) || isSingularPresent(norm);
  if (says(doc, verb.at, 'impersonal')) return [WHO[named.agreement] ?? '', false];
  const plural = isReflexive(norm) && !singular;
  const agrees = isNeuterPast(norm) ? !neuter : plural || (singular && nouns.length === 0);
  if (lead || says(doc, verb.at, 'lack')) return [OF_WHOM, false];
  const oblique = q.noun[1] > q.noun[0] ? obliquePlural(word(doc, q.noun[1] - 1)) : null;
  if (oblique === 'dative') return [TO_WHOM, false];
  if (oblique === 'instrumental') return [BY_WHOM, false];
  const living = ['person', 'child', 'animal'].includes(q.thing?.kind ?? '');
  const object = living && !agrees && ((nouns.length > 0 && singular) || says(doc, verb.at, 'actsOn'));
  return object ? [OF_WHOM, false] : [WHO[named.agreement] ?? '', agrees];
}

/** «84 % жителей обеспечены водой» → «доля жителей, обеспеченных водой»; «48 % занятых – женщины» → «доля занятых: женщины». */
function share(
  doc: Document,
  q: Quantity,
  all: Pieces,
  pieces: Pieces,
  verb: Piece | undefined,
  tail: readonly number[],
): Own {
  const whole = shareOf(wordsOf(doc, tail));
  const rest = without(pieces, tail);
  const at = all.findIndex((p) => p.role === 'figure');
  if (!verb || isStatement(doc, verb.at) || says(doc, verb.at, 'exist')) {
    const before = nounsBefore(doc, all, at);
    const part = before.length > 0 ? before : behind(doc, rest, q, verb);
    const said = wordsOf(
      doc,
      part.filter((i) => !says(doc, i, 'pronoun')),
    );
    return { text: said === '' ? whole : `${whole}: ${said}`, leans: false, name: '' };
  }
  const agreement = genitiveAgreement(
    word(doc, tail.find((i) => wordClass(word(doc, i)) !== 'adjective') ?? -1),
  );
  const around = wordsOf(doc, verbFirst(doc, rest, verb).slice(1));
  if (verb.role === 'short') {
    const said = `${fullParticiple(word(doc, verb.at), agreement)} ${around}`.trim();
    return { text: `${whole}, ${said}`, leans: false, name: '' };
  }
  if (agreement !== 'genitivePlural')
    return { text: `${whole}: ${wordsOf(doc, verbFirst(doc, rest, verb))}`, leans: false, name: '' };
  return {
    text: `${whole}, ${relative(doc, q, { text: '', agreement }, rest, verb)}`,
    leans: false,
    name: '',
  };
}
