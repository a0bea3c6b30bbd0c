import type { Thing } from '../../../catalog/things.ts';
import { ClauseWord, kazakhParticiple, kazakhReading } from '../../../language/clause.ts';
import {
  BEEN,
  isConverb,
  isOnAverage,
  isPresentConverb,
  negative,
  reported,
} from '../../../language/packs/kk/clause.ts';
import { endingTags, isParticiple } from '../../../language/packs/kk/shape.ts';
import { CASES, Tag } from '../../../language/tags.ts';
import {
  type Document,
  has,
  isSign,
  type Sentence,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from '../../document.ts';
import { isAblative } from '../../kazakh-case.ts';
import { type Quantity, withParts } from '../../numbers/index.ts';
import { Sign } from '../../signs.ts';
import {
  headingOf,
  isComparing,
  isEdge,
  isEmptyQuote,
  isIn,
  isOfPlace,
  isOfTime,
  isQuote,
  says,
  stretchOf,
  Told,
} from './told.ts';

/*
 * A Kazakh clause to either side of its figure: what is left of it once figures, times, places and frames are told elsewhere.
 */

/** The words of a clause to either side of its figure, without its predicate. */
export interface Clause {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** What stands before the colon in front of the clause: «шетелдіктердің қатары қалыңдады: 4,2 мыңнан …». */
  readonly lead: readonly number[];
  /** Does a dash or colon stand right before the figure: «құны – 3 млрд теңге»? */
  readonly dash: boolean;
  /** Is it told in a bracket behind a place? */
  readonly bracket: boolean;
  /** The last full verb; -1 without one. */
  readonly verb: number;
  /** The verb as an attribute: «салынды» → «салынған»; '' without one. */
  readonly attribute: string;
}

/** Reads the stretch of a figure; a list without a verb of its own shares that of its last member. */
export function clauseAround(doc: Document, q: Quantity, s: Sentence, told: Uint8Array): Clause {
  const bracket = isBesidePlace(doc, q, told);
  const [from, to] = bracket ? aroundBrackets(doc, s, q, told) : stretchOf(doc, s, q.from, q.to);
  const first = bracket ? from : beforePlaces(doc, s, from, told);
  const before = [...kept(doc, told, first, beforeListed(doc, q, told, first), has(doc, to - 1, 'told'))];
  const behind = behindListed(doc, q, told, to);
  let dash = isSign(doc, q.from - 1, Sign.dash | Sign.hyphen | Sign.colon);
  let found = predicateOf(doc, behind);
  const stands = isSign(doc, q.to, Sign.dash);
  // `Былтыр 3 млрд теңге, биыл 5 млрд теңге бөлінді`
  const gapped = q.noun[0] > q.to || (before.length + behind.length === 0 && q.unitClass !== 'percent');
  for (let end = to; found.verb < 0 && !dash && !stands && isSign(doc, end, Sign.comma); ) {
    const at = gapped ? pastPlaceAndTime(doc, told, end + 1) : end + 1;
    if (!((told[at] ?? 0) & Told.figure)) break;
    const [from, next] = [end + 1, stretchOf(doc, s, at, at)[1]];
    const words =
      found.rest.length > 0 ? tailOf(doc, told, at, next, found.rest.length) : kept(doc, told, from, next);
    const { verb, rest, attribute } = predicateOf(doc, words);
    // `сегізі ауруханада, екеуі қайтыс болды`: where they are is said of the first alone.
    const where = found.rest.at(-1);
    if (verb >= 0 && rest.length === 0 && where !== undefined && !isBare(doc, where)) break;
    found = { verb, rest: [...found.rest, ...rest], attribute };
    if (!gapped) break;
    end = next;
  }
  if (stands) dash = false;
  if (!dash && isCompared(doc, q, found.verb))
    while (before.length > 0 && isHeldAgainst(doc, before.at(-1) ?? -1)) before.pop();
  const open = before.length === 0 || dash || (found.verb < 0 && !isBare(doc, before.at(-1) ?? -1));
  const heading = open && !bracket ? headingOf(doc, s, from, told) : null;
  const lead = heading === null ? [] : announced(doc, predicateOf(doc, kept(doc, told, ...heading)).rest);
  return { before, lead, after: found.rest, dash, bracket, verb: found.verb, attribute: found.attribute };
}

/** `40 қой мен 15 ешкі сатып алды`: what stands between the members of a list is of the first of them. */
function beforeListed(doc: Document, q: Quantity, told: Uint8Array, from: number): number {
  if (!has(doc, q.from - 1, 'and')) return q.from;
  let i = q.from - 1;
  while (i > from && !((told[i - 1] ?? 0) & Told.figure)) i--;
  if (i <= from) return q.from;
  while (i > from && (told[i - 1] ?? 0) & Told.figure) i--;
  return i;
}

/** The words behind a figure, without the other members of its list: `40 бас қой мен 15 ешкі сатып алды`. */
function behindListed(doc: Document, q: Quantity, told: Uint8Array, to: number): readonly number[] {
  const and = memberAfter(doc, told, q.to, to);
  if (and < 0) return kept(doc, told, q.to, to);
  const own = kept(doc, told, q.to, and);
  const goesOn = participleAt(doc, and - 1) === null || startsAt(doc, and - 1, Starts.thing);
  return goesOn ? [...own, ...tailOf(doc, told, and + 1, to, own.length)] : own;
}

/** The word that joins a further figure; -1 where none does. */
function memberAfter(doc: Document, told: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) if (has(doc, i, 'and') && (told[i + 1] ?? 0) & Told.figure) return i;
  return -1;
}

/**
 * What a list says behind its last figure, from one of its figures on; without the noun of that, `30 тонна сүт өндірді`,
 * where the first of them has `own` words for its own.
 */
function tailOf(doc: Document, told: Uint8Array, at: number, to: number, own: number): readonly number[] {
  let end = at;
  for (let next = at; next >= 0; next = memberAfter(doc, told, end, to) + 1 || -1) {
    end = next;
    while (end < to && (told[end] ?? 0) & Told.figure) end++;
  }
  const words = kept(doc, told, end, to);
  let nouns = 0;
  if (namesNone(doc, end - 1)) while (nouns < own && isBare(doc, words[nouns] ?? -1)) nouns++;
  return words.slice(nouns);
}

/** A measure, or a word that only tells how things are counted: what it is of comes behind it. */
const namesNone = (doc: Document, i: number): boolean =>
  says(doc, i, ClauseWord.classifier) ||
  sensesAt(doc, i, Starts.thing).some(
    (x) => x.entry.cls === 'thing' && (x.entry.data as Thing).class !== 'count',
  );

/** The first token that tells no place and no time. */
function pastPlaceAndTime(doc: Document, told: Uint8Array, from: number): number {
  let i = from;
  while ((told[i] ?? 0) & (Told.region | Told.time) || says(doc, i, ClauseWord.aside)) i++;
  return i;
}

/**
 * `Сәуірде 20, маусымда 17 азамат келді`: a figure that leaves its noun to the last of a list whose members differ by place and
 * time alone, with that noun.
 */
export function withNounAhead(doc: Document, q: Quantity, last: Quantity, told: Uint8Array): Quantity {
  let named = false;
  for (let i = q.to; i < last.from; i++) {
    const elsewhere = ((told[i] ?? 0) & (Told.region | Told.time)) !== 0;
    named ||= elsewhere;
    const passes = elsewhere || (told[i] ?? 0) & Told.figure || says(doc, i, ClauseWord.aside);
    if (!passes && !isSign(doc, i, Sign.comma)) return q;
  }
  if (!named || last.noun[0] === last.noun[1]) return q;
  return withParts(q, {
    unit: last.unit,
    unitClass: last.unitClass,
    thing: last.thing,
    noun: last.noun,
    tags: last.tags,
  });
}

/** `Қызылжар (2,1 млрд теңге)`: does a bracket hold the figure of a place, and nothing else? */
const isBesidePlace = (doc: Document, q: Quantity, told: Uint8Array): boolean =>
  isSign(doc, q.from - 1, Sign.open) &&
  isSign(doc, q.to, Sign.close) &&
  ((told[q.from - 2] ?? 0) & Told.region) !== 0;

/**
 * The stretch that places with their figures in brackets stand in: `Ең көп қаражат Қызылжар (2,1 млрд) және Тайынша
 * (1,8 млрд) аудандарына тиді`.
 */
function aroundBrackets(doc: Document, s: Sentence, q: Quantity, told: Uint8Array): [number, number] {
  let [from, to] = [q.from - 1, q.to + 1];
  const passes = (i: number): boolean =>
    !isEdge(doc, i) || isSign(doc, i, Sign.open | Sign.close) || isBetweenPlaces(doc, i, told);
  while (from > s.from && passes(from - 1)) from--;
  while (to < s.to && passes(to)) to++;
  return [from, to];
}

/**
 * Where a stretch begins whose first word is the last of several places: `Астана, Алматы, Шымкент қалаларында 36 млн
 * теңге`.
 */
function beforePlaces(doc: Document, s: Sentence, first: number, told: Uint8Array): number {
  let from = first;
  while (from > s.from && isBetweenPlaces(doc, from - 1, told))
    from = stretchOf(doc, s, from - 1, from - 1)[0];
  return from;
}

/** A comma between two places, also where a bracket holds the figure of the first. */
const isBetweenPlaces = (doc: Document, i: number, told: Uint8Array): boolean =>
  isSign(doc, i, Sign.comma) &&
  ((told[i + 1] ?? 0) & Told.region) !== 0 &&
  (((told[i - 1] ?? 0) & Told.region) !== 0 || isSign(doc, i - 1, Sign.close));

/** What a heading says of what is measured under it; nothing when it only announces that something follows. */
function announced(doc: Document, heading: readonly number[]): readonly number[] {
  const words = withoutPronouns(doc, heading);
  if (!words.some((i) => says(doc, i, ClauseWord.announcing))) return words;
  const own = words.filter(
    (i) => !says(doc, i, ClauseWord.announcing | ClauseWord.ranked | ClauseWord.byWay),
  );
  return own.every((i) => says(doc, i, ClauseWord.vague)) ? [] : own;
}

/** Does a figure tell by how much, or how many times, something is more or less than what it is held against? */
const isCompared = (doc: Document, { unitClass, to }: Quantity, verb: number): boolean =>
  (unitClass === 'percent' || unitClass === 'times') &&
  (isChange(doc, verb) || has(doc, to, 'most') || has(doc, to, 'least'));

/**
 * `былтырғы тиісті кезеңнен 11 %-ға өсті`, `ауылдағыдан 1,6 есе жоғары`: what the figure is held against, and not what
 * it measures.
 */
const isHeldAgainst = (doc: Document, i: number): boolean =>
  isAblative(doc, i) || has(doc, i, 'alike') || has(doc, i, 'previous');

/** The words of tokens `from` up to `to`, without what other slots tell, adverbs and phrases that frame the statement. */
function kept(doc: Document, told: Uint8Array, from: number, to: number, saying = false): readonly number[] {
  let out: number[] = [];
  /** How many words stood before the first time, place or program since the last frame. */
  let outside = -1;
  for (let i = from; i < to; i++) {
    const bits = told[i] ?? 0;
    if (bits & (Told.figure | Told.time | Told.region) || isSign(doc, i, Sign.number)) {
      if (outside < 0 && bits & (Told.time | Told.region)) outside = out.length;
      continue;
    }
    if (bits & Told.speaker && saying) continue;
    if (
      (says(doc, i, ClauseWord.frameAfter) && !fits(doc, i)) ||
      (says(doc, i, ClauseWord.byWay) && (outside >= 0 || (told[i - 1] ?? 0) & Told.figure))
    ) {
      out = out.slice(0, Math.max(0, outside));
      outside = -1;
      continue;
    }
    if (outside < 0 && bits & Told.program) outside = out.length;
    if (isQuote(doc, i)) {
      if (!isEmptyQuote(doc, i, told)) out.push(i);
      continue;
    }
    if (!isSign(doc, i, Sign.word) || startsAt(doc, i, Starts.numeral)) continue;
    if (says(doc, i, ClauseWord.schoolYear) && isOfTime(doc, i + 1)) continue;
    const joins = out.length > 0 && out.at(-1) === i - 1 && i + 1 < to && has(doc, i, 'and');
    if (!joins && says(doc, i, ClauseWord.aside)) {
      if (isOnAverage(word(doc, out.at(-1) ?? -1), word(doc, i))) out.pop();
      continue;
    }
    const beside = ((told[i - 1] ?? 0) | (told[i + 1] ?? 0)) & Told.figure;
    // `1 кг үшін 300 теңге`: what a figure is for is the other figure.
    if ((told[i - 1] ?? 0) & Told.figure && (has(doc, i, 'for.after') || has(doc, i, 'so.much'))) continue;
    // `көш басында`, `тізімнің соңында`: what it is the head or the end of goes with it.
    if ((has(doc, i, 'begin') || has(doc, i, 'end')) && out.at(-1) === i - 1) out.pop();
    // `айлық 300 мың теңге`: what is earned in a month; `алты айлық` is a time.
    const pay = has(doc, i, 'pay.month') && !((told[i - 1] ?? 0) & (Told.figure | Told.time));
    if (
      !pay &&
      startsAt(doc, i, Starts.closed | Starts.month) &&
      isToldElsewhere(doc, i, joins, beside !== 0)
    )
      continue;
    out.push(i);
  }
  while (out.length > 0 && has(doc, out.at(-1) ?? -1, 'and')) out.pop();
  return out;
}

/** `талапқа сәйкес келмейді`, `сәйкес емес`: what it tells, and no frame. */
const fits = (doc: Document, i: number): boolean =>
  has(doc, i, 'fitting') && (has(doc, i + 1, 'fits') || has(doc, i + 1, 'denies'));

/** Is a word of a closed class part of a frame, a time, a place or a comparison, and so no part of the subject? */
const isToldElsewhere = (doc: Document, i: number, joins: boolean, besideFigure: boolean): boolean =>
  (!joins && isIn(doc, i, FRAMING)) ||
  isOfTime(doc, i) ||
  has(doc, i, 'anaphor.time') ||
  (isOfPlace(doc, i) && !isBare(doc, i)) ||
  (besideFigure && (isComparing(doc, i) || isIn(doc, i, COMPARING)));

const FRAMING = ['begin', 'end', 'since.after', 'toward.after', 'results', 'and', 'point.word'];
const COMPARING = ['least', 'most', 'rate.yearly'];

interface Predicate {
  readonly verb: number;
  readonly rest: readonly number[];
  readonly attribute: string;
}

/** The predicate closes its clause; auxiliaries follow it: «алып отыр», «берген болатын». */
function predicateOf(doc: Document, words: readonly number[]): Predicate {
  let end = words.length;
  let helper = -1;
  while (end > 0 && isQuote(doc, words[end - 1] ?? -1)) end--;
  // «өседі деп болжанып отыр»: what is forecast is told before.
  const quoted = words.findIndex((i) => says(doc, i, ClauseWord.sayThat));
  if (quoted > 0) end = quoted;
  while (end > 1 && isHelper(doc, words, end - 1)) {
    const last = words[end - 1] ?? -1;
    if (says(doc, last, ClauseWord.auxiliaryGoing)) helper = last;
    end--;
  }
  // «3 мектеп салынатынын айтты»: what is said, not that it is said.
  const told =
    end > 1 && has(doc, words[end - 1] ?? -1, 'told') ? reported(word(doc, words[end - 2] ?? -1)) : null;
  if (told !== null) return able(doc, words.slice(0, end - 1), told);
  const verb = words[end - 1] ?? -1;
  if (has(doc, verb, 'denies')) return negated(doc, words.slice(0, end));
  const norm = verb < 0 ? '' : word(doc, verb);
  // `екеуі қайтыс болды`, `сыйақыға ие болды`: the verb alone would tell nothing.
  if (end < words.length && (has(doc, verb, 'being') || has(doc, verb, 'owner')))
    return { verb, rest: words.slice(0, end - 1), attribute: `${norm} ${BEEN}` };
  if (verb < 0 || says(doc, verb, ClauseWord.exist | ClauseWord.must))
    return { verb: -1, rest: words.slice(0, Math.max(0, end - 1)), attribute: '' };
  const stated = has(doc, verb, 'level') || isChange(doc, verb);
  const due = words[end] ?? -1;
  if (says(doc, due, ClauseWord.must))
    return { verb, rest: words.slice(0, end - 1), attribute: `${norm} ${word(doc, due)}` };
  const attribute = startsAt(doc, verb, Starts.thing) ? null : participleAt(doc, verb);
  if (attribute === null && !stated) return { verb: -1, rest: words.slice(0, end), attribute: '' };
  const going = isConverb(norm) ? participleAt(doc, helper) : null;
  return able(doc, words.slice(0, end), going ? `${norm} ${going}` : (attribute ?? ''));
}

/** What its last word denies: `талапқа сай емес`, `тіркеуі жоқ`, `берілген жоқ` → `берілмеген`. */
function negated(doc: Document, words: readonly number[]): Predicate {
  const [deed, no] = [word(doc, words.at(-2) ?? -1), words.at(-1) ?? -1];
  const alone = deed === '' && !has(doc, no, 'absent');
  const attribute = isParticiple(deed) ? negative(deed) : alone ? '' : `${deed} ${word(doc, no)}`.trim();
  return { verb: no, rest: words.slice(0, -2), attribute };
}

/** A predicate that closes its words, told by `attribute`; one of ability is told with what can be done: `сақтай алатын`. */
function able(doc: Document, words: readonly number[], attribute: string): Predicate {
  const [deed, verb] = [words.at(-2) ?? -1, words.at(-1) ?? -1];
  const can = has(doc, verb, 'able') && isPresentConverb(word(doc, deed)) && isConverbAt(doc, deed);
  return can
    ? { verb, rest: words.slice(0, -2), attribute: `${word(doc, deed)} ${attribute}` }
    : { verb, rest: words.slice(0, -1), attribute };
}

const participleAt = (doc: Document, i: number): string | null => {
  const form = tokenAt(doc, i)?.form;
  return form ? kazakhParticiple(form.type) : null;
};

/** An auxiliary; «тұрып жатыр» has one, in «ауруханада жатыр» it is the verb itself. */
const isHelper = (doc: Document, words: readonly number[], k: number): boolean =>
  says(doc, words[k] ?? -1, ClauseWord.auxiliary) &&
  (!says(doc, words[k] ?? -1, ClauseWord.auxiliaryGoing) || isConverbAt(doc, words[k - 1] ?? -1));

/** A converb, and no noun that ends like one: «алып тұр», but «кезекте тұр». */
function isConverbAt(doc: Document, i: number): boolean {
  const form = doc.tokens[i]?.form;
  return form != null && isConverb(form.type.norm) && (kazakhReading(form.type).tags & Tag.loc) === 0;
}

export const isChange = (doc: Document, i: number): boolean =>
  i >= 0 && (has(doc, i, 'up') || has(doc, i, 'down'));

/** A verb that tells how much there is of what stands before the figure. */
export const isStatement = (doc: Document, verb: number): boolean =>
  verb >= 0 && (isChange(doc, verb) || has(doc, verb, 'level') || says(doc, verb, ClauseWord.ofSubject));

export const pointsBack = (doc: Document, tokens: readonly number[]): boolean =>
  tokens.some((i) => says(doc, i, ClauseWord.pronoun)) || isOfRest(doc, tokens);
/** `қалған 27-сі`, but `ауылда қалған мамандар`, `қалған азаматтар үшін мөлшерлеме`. */
export const isOfRest = (doc: Document, tokens: readonly number[]): boolean =>
  tokens.length === 1 && says(doc, tokens[0] ?? -1, ClauseWord.rest);
export const withoutPronouns = (doc: Document, tokens: readonly number[]): readonly number[] =>
  trimmed(
    doc,
    (isOfRest(doc, tokens) ? [] : tokens).filter(
      (i) => !says(doc, i, ClauseWord.pronoun) && !says(doc, i, ClauseWord.partOf),
    ),
  );
const trimmed = (doc: Document, tokens: readonly number[]): readonly number[] =>
  has(doc, tokens[0] ?? -1, 'and') ? tokens.slice(1) : tokens;

/** Is the noun in the nominative, accusative or genitive: what a verb tells of, and not where it arrives? */
export const isPlainCase = (tags: number): boolean => (tags & (Tag.dat | Tag.acc | Tag.abl | Tag.loc)) === 0;
/** Is a noun in the nominative? */
export const isBare = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  return (
    form != null &&
    (kazakhReading(form.type).tags & CASES & ~Tag.nom) === 0 &&
    (endingTags(form.type.norm) & (Tag.dat | Tag.abl | Tag.gen)) === 0
  );
};
