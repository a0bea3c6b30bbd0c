import type { UnitClass } from '../../../core/facts.ts';
import { ClauseWord } from '../../../language/clause.ts';
import {
  FUNDS,
  isOwners,
  locativeAttribute,
  looksGenitive,
  looksMany,
  looksPlural,
  looksPossessed,
  ofMany,
  owner,
  PRICE,
  shareOf,
  TERM,
  WITHIN,
  withoutAccusative,
  withoutGenitive,
} from '../../../language/packs/kk/clause.ts';
import { endingTags, isDoersOf, isParticiple } from '../../../language/packs/kk/shape.ts';
import { Tag } from '../../../language/tags.ts';
import { type Document, has, type Sentence, word } from '../../document.ts';
import { isAblative, isOfVerb } from '../../kazakh-case.ts';
import type { Quantity } from '../../numbers/index.ts';
import { isDecimal } from '../rate.ts';
import {
  type Clause,
  clauseAround,
  isBare,
  isChange,
  isOfRest,
  isPlainCase,
  isStatement,
  pointsBack,
  withoutPronouns,
} from './kazakh-clause.ts';
import { counting, gapName, headLength, joined, labelOf, lemmaAt, places, rankedBy } from './kazakh-name.ts';
import { NOTHING, type Own } from './own.ts';
import { says, Told, wordsOf } from './told.ts';

/**
 * What a figure in a Kazakh clause measures: «мектеп салуға … бөлінді» → «мектеп салуға бөлінген қаражат».
 * `name` is what an earlier figure counted, for one that leaves its noun unsaid: «оның 120-сы көшті».
 */
export function kazakhSubject(
  doc: Document,
  q: Quantity,
  s: Sentence,
  told: Uint8Array,
  name: string,
  unitClass: UnitClass,
): Own {
  const c = clauseAround(doc, q, s, told);
  const part = partOf(doc, q, s);
  if (isPriceOf(doc, q, c))
    return { text: joined(wordsOf(doc, withoutPronouns(doc, c.before)), PRICE), leans: part, name: '' };
  if (isTerm(doc, q, c)) return term(doc, c);
  const stated = isStatement(doc, c.verb);
  if (isComparison(doc, q, c)) return NOTHING;
  if (c.bracket) {
    const own = besidePlace(doc, c, name, unitClass);
    const counts = q.unitClass === 'count' && q.noun[1] > q.noun[0];
    return own.text === '' && counts ? counted(doc, { ...c, before: NONE }, counting(doc, q, c), false) : own;
  }
  // `Өтінімнің 17 пайызы ауылдан түскен`: a part does not fall, it comes in.
  if (q.unitClass === 'percent' && (!isChange(doc, c.verb) || q.tags & Tag.p3)) return share(doc, q, c, part);
  if (q.unitClass === 'count' && q.noun[1] > q.noun[0]) {
    const level = q.previous !== null || stated;
    // `Нәресте өлімі мың туылғанға 7,2 жағдай`: a rate is of what stands before it.
    if (isDecimal(doc, q) && c.before.length > 0) return measured(doc, c, part);
    if (level && !isPlainCase(q.tags) && saysHowMany(doc, c.before)) return measured(doc, c, part);
    // «апатты деп танылған 94 үйдің 37-сі сүрілді»: the verb tells of the part.
    if (q.tags & Tag.gen && (told[q.to] ?? 0) & Told.figure) return whole(doc, c, counting(doc, q, c), part);
    return q.tags & Tag.attr ? held(doc, q, c, told, part) : counted(doc, c, counting(doc, q, c), part);
  }
  const howMany = q.unitClass === 'count' && says(doc, c.before.at(-1) ?? -1, ClauseWord.vague);
  // `Өңірдегі 59 ауылдың 55-і суға қосылған`: of a part a verb tells what was done, and not how much it came to.
  const ofThose =
    q.unitClass === 'count' && name !== '' && ((q.group.tags & Tag.p3) !== 0 || isOfRest(doc, c.before));
  // `Абай облысы – 96 мың тонна қоқыс шығарылды`: a dash behind a place alone.
  const dash = c.dash && !(c.before.length === 0 && c.verb >= 0 && c.after.length > 0);
  if ((stated && !ofThose) || dash || howMany || q.previous !== null || RATIOS.has(q.unitClass))
    return measured(doc, c, part);
  // `Жарысқа қатысқандардың 120-сы жүлде алды`
  const those = withoutPronouns(doc, c.before).at(-1) ?? -1;
  if (q.unitClass === 'count' && q.group.tags & Tag.p3 && looksGenitive(word(doc, those)))
    return ofThem(doc, c, part);
  if (q.unitClass === 'count')
    return name === '' || (!ofThose && labelOf(doc, q, c) >= 0)
      ? measured(doc, c, part)
      : counted(doc, c, name, c.verb < 0);
  return paid(doc, q, c, told, part) ?? measured(doc, c, part);
}
const RATIOS: ReadonlySet<UnitClass> = new Set(['percent', 'percentage_point', 'times']);

/**
 * `Ең көп қаражат Қызылжар (2,1 млрд теңге) …`: what the place is named for; `Көш басында – Атырау (638 мың)` leaves
 * that open.
 */
function besidePlace(doc: Document, c: Clause, name: string, unitClass: UnitClass): Own {
  const own = withoutPronouns(doc, c.before);
  const by = rankedBy(doc, own);
  if (by !== null) return { text: by, leans: false, name: '' };
  const words = has(doc, own[0] ?? -1, 'rank.utmost') ? own.slice(2) : own;
  const head = words.at(-1);
  if (head === undefined || !isBare(doc, head) || says(doc, head, ClauseWord.ranked)) return NOTHING;
  // Those who earn are no sum, and those who ask are not what was asked.
  if (looksPlural(word(doc, head)) && (unitClass !== 'count' || name !== '')) return NOTHING;
  return { text: wordsOf(doc, words), leans: false, name: '' };
}

/** `Бидайдың 1 тоннасы 92 мың теңгеге сатылды`: the price of one of it. */
function isPriceOf(doc: Document, q: Quantity, c: Clause): boolean {
  const last = c.before.at(-1) ?? -1;
  if (q.unitClass !== 'money' || last < 0 || !looksGenitive(word(doc, last))) return false;
  return doc.tokens[last + 1]?.digits.num === 1 && last + 1 < q.group.from;
}

/** `Қарыз 7 жылға дейін рәсімделеді`, `5 жылға, ал шаруаларға 7 жылға`: the length of time that a loan is given for. */
const isTerm = (doc: Document, q: Quantity, c: Clause): boolean =>
  q.thing?.kind === 'duration' && (q.tags & Tag.dat) !== 0 && (c.verb < 0 || has(doc, c.verb, 'granted'));

function term(doc: Document, c: Clause): Own {
  const before = withoutPronouns(doc, c.before);
  for (const words of [before, c.after]) {
    const loan = words.findIndex((i) => has(doc, i, 'loan') && isBare(doc, i));
    if (loan >= 0)
      return { text: joined(wordsOf(doc, words.slice(0, loan + 1)), TERM), leans: false, name: '' };
  }
  return { text: before.length > 0 ? wordsOf(doc, before) : TERM, leans: true, name: '' };
}

/** A sum or a measure: what stands behind it in the clause, else the funds themselves. */
function paid(doc: Document, q: Quantity, c: Clause, told: Uint8Array, part: boolean): Own | null {
  const last = c.before.at(-1) ?? -1;
  const many = q.unitClass === 'money' && q.tags & (Tag.dat | Tag.nom) ? gapName(doc, q.to, told) : '';
  // «жалпы сомасы 9 млрд теңгеге 1 540 несие», «5 млрд теңгеге 77 жоба»
  if (many !== '' && says(doc, last, ClauseWord.vague))
    return { text: joined(ofMany(many), word(doc, last)), leans: false, name: '' };
  const before = withoutPronouns(doc, c.before);
  const leans = part || pointsBack(doc, c.before);
  // `9 мың шаршы метр 3 тұрғын үй`: what the next figure counts.
  const holds = q.unitClass === 'measure' && isPlainCase(q.tags) && c.attribute !== '';
  const held = holds ? gapName(doc, q.to, told) : '';
  if (held !== '' && isBare(doc, pastFigure(q.to, told) - 1))
    return { text: joined(wordsOf(doc, before), wordsOf(doc, c.after), c.attribute, held), leans, name: '' };
  if (many !== '' && q.tags & Tag.dat && c.attribute !== '')
    return { text: joined(wordsOf(doc, before), wordsOf(doc, c.after), c.attribute, many), leans, name: '' };
  // `1 млн теңге сыйақыға ие болды`
  const owned = has(doc, c.verb, 'owner') ? (c.after.at(-1) ?? -1) : -1;
  if (owned >= 0) return { text: joined(c.attribute, lemmaAt(doc, owned)), leans: false, name: '' };
  const length = headLength(doc, c.after);
  if (length > 0 && (c.verb >= 0 || q.unitClass === 'measure')) {
    const head = c.after[length - 1] ?? -1;
    const attributes = wordsOf(doc, c.after.slice(0, length - 1));
    const rest = wordsOf(doc, c.after.slice(length));
    const text = joined(
      wordsOf(doc, before),
      rest,
      c.attribute,
      attributes,
      withoutAccusative(word(doc, head)),
    );
    return { text, leans, name: '' };
  }
  if (c.attribute === '' || q.unitClass !== 'money') return null;
  const text = joined(wordsOf(doc, before), wordsOf(doc, c.after), c.attribute, FUNDS);
  return { text, leans, name: '' };
}

const pastFigure = (at: number, told: Uint8Array): number => {
  let i = at;
  while ((told[i] ?? 0) & Told.figure) i++;
  return i;
};

/**
 * «былтырғы көрсеткіштен 7 %-ға жоғары», «14 510 адамнан көп»: a figure that only compares measures what was measured
 * before.
 */
function isComparison(doc: Document, q: Quantity, c: Clause): boolean {
  if (c.verb >= 0) return false;
  const own = withoutPronouns(doc, c.before);
  if (q.unitClass === 'count' && q.tags & Tag.abl) return own.length === 0 && q.noun[1] > q.noun[0];
  return q.unitClass === 'percent' && own.length > 0 && isAblative(doc, own.at(-1) ?? -1);
}

/** «1200 орындық мектеп салынды» → «салынған мектептердегі орындар». */
function held(doc: Document, q: Quantity, c: Clause, told: Uint8Array, part: boolean): Own {
  const { before, verb } = c;
  // `320 орындық мектептің шатыры жөнделді`: what is done is done to a part of it.
  const attribute = c.attribute !== '' && looksGenitive(word(doc, q.to)) ? '' : c.attribute;
  const alone = {
    before: attribute === '' ? NONE : before,
    lead: NONE,
    after: NONE,
    dash: false,
    bracket: false,
    verb,
    attribute,
  };
  return counted(doc, alone, places(doc, q, c, told), part);
}
const NONE: readonly number[] = [];

/** Do the words before a figure end as what a verb of level tells of: «туристер саны», «қандастар»? */
const saysHowMany = (doc: Document, before: readonly number[]): boolean => {
  const last = word(doc, before.at(-1) ?? -1);
  return last === '' || looksPlural(last) || looksPossessed(last);
};

/** «оның 120-сы», «соның ішінде»: a part of what was counted before. */
function partOf(doc: Document, q: Quantity, s: Sentence): boolean {
  for (let i = Math.max(s.from, q.from - 3); i < q.from; i++)
    if (says(doc, i, ClauseWord.partOf)) return true;
  return false;
}

/** «Орташа жалақы 385 мың теңгеге жетті», «жобаның құны – 3,4 млрд теңге»: the figure measures what stands before it. */
function measured(doc: Document, c: Clause, part: boolean): Own {
  const own = withoutPronouns(doc, c.before);
  // «бұл көрсеткіш»: what was measured before.
  const costs = has(doc, own.at(-1) ?? -1, 'cost');
  if (
    own.length > 0 &&
    !costs &&
    pointsBack(doc, c.before) &&
    own.every((i) => says(doc, i, ClauseWord.vague))
  )
    return NOTHING;
  const behind = c.verb < 0 ? withoutPronouns(doc, c.after) : [];
  // `ең азы – 46 мың`
  if (own.length === 2 && has(doc, own[0] ?? -1, 'rank.utmost')) return NOTHING;
  const ranked = rankedBy(doc, c.lead);
  if (own.length > 0 && c.lead.length > 0)
    return { text: `${ranked ?? wordsOf(doc, c.lead)}: ${wordsOf(doc, own)}`, leans: false, name: '' };
  if (own.length === 0 && behind.length === 0 && ranked !== null)
    return { text: ranked, leans: part, name: '' };
  const words = own.length > 0 ? own : behind.length > 0 ? behind : c.lead;
  const loose = c.verb < 0 && isLoose(doc, words.at(-1) ?? -1);
  // `Мөлшерлемесі – 6 пайыз`: that of what was told before.
  const owned = c.dash && words.length === 1 && (endingTags(word(doc, words[0] ?? -1)) & Tag.p3) !== 0;
  const leans =
    part || loose || owned || pointsBack(doc, c.before) || words.every((i) => says(doc, i, ClauseWord.vague));
  return { text: wordsOf(doc, words), leans, name: '' };
}

/** `өзгелерге`, `басқа азаматтарға`: others than those that the figure before was for. */
const isToOthers = (doc: Document, words: readonly number[]): boolean =>
  isLoose(doc, words.at(-1) ?? -1) && (words.length === 1 || has(doc, words[0] ?? -1, 'other'));

/** Does a word name nothing by itself: «өзгелерге», «ауылдарда»? */
const isLoose = (doc: Document, i: number): boolean =>
  word(doc, i) !== '' && !isBare(doc, i) && !looksPlural(word(doc, i));

/** «газбен 57 елді мекен қамтылды» → «газбен қамтылған елді мекендер». */
export function counted(doc: Document, c: Clause, name: string, part: boolean): Own {
  const before = withoutSizes(doc, c, withoutPronouns(doc, c.before));
  if (part && c.attribute === '' && c.after.length > 0)
    return { text: wordsOf(doc, c.after), leans: true, name };
  if (c.attribute === '') {
    const last = before.at(-1);
    const place = last === undefined ? null : locativeAttribute(word(doc, last));
    if (place !== null)
      return { text: joined(wordsOf(doc, before.slice(0, -1)), place, name), leans: part, name };
    if (c.dash && before.length > 0) return { text: wordsOf(doc, before), leans: part, name };
    const of = last !== undefined && looksGenitive(word(doc, last)) ? wordsOf(doc, before) : '';
    return { text: joined(of, name), leans: part, name };
  }
  const after = c.after.filter((i) => !name.startsWith(word(doc, i)));
  return { text: joined(wordsOf(doc, before), wordsOf(doc, after), c.attribute, name), leans: false, name };
}

/** What a part is taken of, with the participle that narrows it. */
function whole(doc: Document, c: Clause, name: string, leans: boolean): Own {
  const before = withoutPronouns(doc, c.before);
  const narrowed = isParticiple(word(doc, before.at(-1) ?? -1));
  return { text: joined(narrowed ? wordsOf(doc, before) : '', name), leans, name };
}

/** So many of those in the genitive: `курсты бітіргендердің 90-ы грант алды` → `грант алған курсты бітіргендер`. */
function ofThem(doc: Document, c: Clause, part: boolean): Own {
  const before = withoutPronouns(doc, c.before);
  // `байқауға түскен жұмыстар`: what goes with a participle of theirs is theirs as well.
  const theirs = isDoersOf(word(doc, before.at(-1) ?? -1)) || before.some((i) => isParticiple(word(doc, i)));
  const from = theirs ? 0 : ofWhom(doc, before);
  const name = withoutGenitive(wordsOf(doc, before.slice(from)));
  return { ...counted(doc, { ...c, before: before.slice(0, from) }, name, part), name };
}

/** Without «жалпы сомасы» and the like at the end, which say how much another figure is. */
function withoutSizes(doc: Document, c: Clause, tokens: readonly number[]): readonly number[] {
  let to = tokens.length;
  while (!c.dash && to > 0 && says(doc, tokens[to - 1] ?? -1, ClauseWord.vague)) to--;
  return tokens.slice(0, to);
}

/** Where the words in the genitive begin: what bears another case before them goes with the verb. */
const ofWhom = (doc: Document, before: readonly number[]): number =>
  before.findLastIndex((i) => isOfVerb(doc, i)) + 1;

/**
 * «тұрғындардың 45 %-ы газбен қамтылды» → «газбен қамтылған тұрғындардың үлесі», «… – әйелдер» → «… арасындағы әйелдер
 * үлесі».
 */
function share(doc: Document, q: Quantity, c: Clause, part: boolean): Own {
  const before = withoutPronouns(doc, c.before);
  const last = before.at(-1);
  const leans = part || pointsBack(doc, c.before) || (last === undefined && q.group.from > 0);
  if (last !== undefined && looksGenitive(word(doc, last))) {
    const from = ofWhom(doc, before);
    const whole = wordsOf(doc, c.attribute === '' ? before : before.slice(from));
    if (c.attribute !== '')
      return {
        text: joined(wordsOf(doc, before.slice(0, from)), wordsOf(doc, c.after), c.attribute, shareOf(whole)),
        leans,
        name: withoutGenitive(whole),
      };
    if (c.after.length === 0) return { text: shareOf(whole), leans, name: withoutGenitive(whole) };
    const own = shareOf(wordsOf(doc, c.after));
    const bare = withoutGenitive(whole);
    return { text: looksMany(bare) ? joined(bare, WITHIN, own) : joined(whole, own), leans, name: '' };
  }
  if (last === undefined) {
    if (c.attribute !== '') return { text: joined(wordsOf(doc, c.after), c.attribute), leans, name: '' };
    return c.after.length === 0 ? NOTHING : { text: shareOf(wordsOf(doc, c.after)), leans, name: '' };
  }
  const own = wordsOf(doc, before);
  if (isOwners(own)) return { text: shareOf(owner(own)), leans: true, name: '' };
  const lead = rankedBy(doc, c.lead) ?? wordsOf(doc, c.lead);
  const text = lead === '' ? own : `${lead}: ${own}`;
  return {
    text: c.attribute === '' && looksPlural(word(doc, last)) && !(q.tags & Tag.dat) ? shareOf(text) : text,
    // `топтарға 7 %, өзгелерге 9 %`
    leans: leans || isToOthers(doc, before) || before.every((i) => says(doc, i, ClauseWord.vague)),
    name: '',
  };
}
