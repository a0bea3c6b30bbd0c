import type { Post } from '../../catalog/posts.ts';
import type { Thing } from '../../catalog/things.ts';
import { isRoman } from '../../language/chars.ts';
import type { Sense } from '../../language/lexicon.ts';
import { isAttributiveSuffix } from '../../language/packs/kk/shape.ts';
import { isAgeSuffix } from '../../language/packs/ru/shape.ts';
import { isDecadeSuffix, isOrdinalSuffix } from '../../language/shape.ts';
import { Tag } from '../../language/tags.ts';
import { Kind } from '../../language/tokens.ts';
import {
  type Document,
  has,
  hasWithin,
  langAt,
  mark,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
} from '../document.ts';
import { isClock } from './clock.ts';
import { type NumberGroup, numeralIn } from './groups.ts';
import { isMeasuredTime, isYearEarlier } from './terms.ts';

/** Why a number measures nothing; undefined when it may. */
export type Rejection = 'date' | 'time' | 'age' | 'identifier' | 'ordinal' | 'manner';

const FIRST_YEAR = 1900;
const FIRST_DECADE = 1700;
const LAST_YEAR = 2099;

const isDash = (m: string): boolean => m === '-' || m === '–' || m === '—' || m === '‑';
const thingAt = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some((s) => s.entry.cls === 'thing');
const longThingAt = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some((s) => s.entry.cls === 'thing' && s.to > i + 1);
/** A length of time in any of its forms: «30 күндей», «17 жылдық», «тәуліктің»; of `words` words or more. */
function durationAt(doc: Document, i: number, words = 1): Rejection | undefined {
  for (const s of sensesAt(doc, i, Starts.thing)) {
    if (s.to - i < words) continue;
    const thing = s.entry.cls === 'thing' ? (s.entry.data as Thing) : undefined;
    if (thing?.kind === 'duration') return SHORT_TIMES.has(thing.unit) ? 'time' : 'date';
  }
  return undefined;
}
const SHORT_TIMES: ReadonlySet<string> = new Set(['second', 'minute', 'hour']);

const monthAt = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.month).some((s) => s.entry.cls === 'month');

/**
 * Sorts out the numbers that measure nothing: dates, clock times, ages, ordinals, laws, telephones, scores, list numbers
 * (LANGUAGE §5.5, Rejects). `names` tells whether a token lies inside a quoted name («16 күн», «111»).
 */
export function rejectionOf(
  doc: Document,
  g: NumberGroup,
  groups: readonly NumberGroup[],
  at: number,
  names: (token: number) => boolean,
): Rejection | undefined {
  // «в 2024-м», «с 1991-го»: a year by its ordinal suffix.
  if (g.role === 'ordinal' && isAgeSuffix(doc.tokens[g.from]?.digits.suffix ?? '')) return 'age';
  if (g.role === 'ordinal') return ordinalKind(doc, g, groups[at + 1]);
  if (g.value === null && g.order === null) return 'identifier';
  if (names(g.from)) return 'identifier';
  if (g.role === 'times') return undefined;
  if (g.high !== undefined && g.high <= (g.value ?? 0)) return 'identifier';
  if (g.role === 'share') return !g.eachOf && shareOfTime(doc, g) ? 'date' : undefined;
  return (
    identifier(doc, g) ??
    dated(doc, g, groups, at) ??
    aged(doc, g, groups, at) ??
    (isGrade(doc, g, groups[at + 1]) ? 'ordinal' : undefined)
  );
}

/**
 * What athletes compete in: «в весе до 60 кг», «75 кило салмақта», «на дистанции 500 метров», `500 метрлік қашықтықты`;
 * but `ауыл 5 шақырым қашықтықта`.
 */
function isDiscipline(doc: Document, g: NumberGroup): boolean {
  const measure = sensesAt(doc, g.to, Starts.thing).find(
    ({ entry }) => entry.cls === 'thing' && DISCIPLINES.has((entry.data as Thing).unit),
  );
  const cls = measure && DISCIPLINES.get((measure.entry.data as Thing).unit);
  if (!cls) return false;
  const kk = langAt(doc, g.from) === 'kk';
  if (kk && cls === 'race' && !(measure.tags & Tag.attr)) return false;
  const [from, to] = kk ? [measure.to, measure.to + 2] : [g.from - 3, g.from];
  return hasWithin(doc, from, to, cls);
}
const DISCIPLINES: ReadonlyMap<string, string> = new Map([
  ['kg', 'weight.class'],
  ['m', 'race'],
  ['km', 'race'],
]);

const LAST_GRADE = 12;

/**
 * «1-4-сынып», «5–11-сыныптарда»: an ordinal behind the dash makes one of the number before it. «4 сынып оқушылары»,
 * «1-4 сынып оқушылары».
 */
function isGrade(doc: Document, g: NumberGroup, next: NumberGroup | undefined): boolean {
  if (!g.digits || g.to - g.from !== 1) return false;
  const dashed = isDash(mark(doc, g.to)) && !doc.tokens[g.to]?.spaced && next?.from === g.to + 1;
  if (dashed && next.role === 'ordinal' && (g.value ?? 0) < (next.value ?? 0)) return true;
  if ((g.value ?? 99) > LAST_GRADE) return false;
  const noun = dashed && (next.value ?? 99) <= LAST_GRADE ? next.to : g.to;
  return has(doc, noun, 'grade') && sensesAt(doc, noun + 1, Starts.thing).some(isPupil);
}

const isPupil = ({ entry, tags }: Sense): boolean =>
  entry.cls === 'thing' &&
  (tags & Tag.p3) !== 0 &&
  ['person', 'child'].includes((entry.data as Thing).kind ?? '');

/** An ordinal of time is a date; one of a law, of a house or inside the title of a post («1-інші орынбасары») names. */
function ordinalKind(doc: Document, g: NumberGroup, next: NumberGroup | undefined): Rejection {
  if (yearLike(doc, g) || spelledYear(doc, g) || ordinalOfTime(doc, g.to) || ordinalRangeOfTime(doc, g, next))
    return 'date';
  const suffix = doc.tokens[g.from]?.digits.suffix ?? '';
  if (isAttributiveSuffix(suffix)) return 'manner';
  // «30-жылдары»: the word itself is joined to the digits.
  const lang = langAt(doc, g.from);
  if (
    suffix.length > 2 &&
    lang &&
    doc.reading.lexicon.classesOf(doc.reading.words.type(suffix), lang).has('unit.year')
  )
    return 'date';
  const law = [g.to, g.from - 1, g.from - 2].some((i) => has(doc, i, 'clause'));
  const title = g.value === 1 && sensesAt(doc, g.to, Starts.post | Starts.postmod).some(isDeputy);
  return law || title || mark(doc, g.from - 1) === '№' || has(doc, g.from - 1, 'street')
    ? 'identifier'
    : 'ordinal';
}

const isDeputy = ({ entry }: Sense): boolean =>
  entry.cls === 'postmod'
    ? entry.id === 'deputy'
    : entry.cls === 'post' && (entry.data as Post).deputyOf !== null;

/** «24-інші — 27-нші маусым», «19-ыншы, 20-сыншы ғасырларда»: what holds for the end holds for the beginning. */
const ordinalRangeOfTime = (doc: Document, g: NumberGroup, next: NumberGroup | undefined): boolean =>
  next?.role === 'ordinal' &&
  next.from === g.to + 1 &&
  (isDash(mark(doc, g.to)) || mark(doc, g.to) === ',' || has(doc, g.to, 'and')) &&
  ordinalOfTime(doc, next.to);

/** «27-нші наурыз», «1-інші тоқсан», «91-інші жылы». */
const ordinalOfTime = (doc: Document, i: number): boolean =>
  monthAt(doc, i) ||
  durationAt(doc, i) !== undefined ||
  numeralIn(doc, i, 'share') !== undefined ||
  has(doc, i, 'unit.year') ||
  has(doc, i, 'unit.quarter') ||
  has(doc, i, 'century');

/** «в первой половине года», «жылдың екінші жартысында» */
function shareOfTime(doc: Document, g: NumberGroup): boolean {
  const neighbour = (i: number): boolean =>
    has(doc, i, 'unit.year') || has(doc, i, 'unit.day') || has(doc, i, 'unit.month') || monthAt(doc, i);
  const ordinalBefore = numeralIn(doc, g.from - 1, 'ordinal') !== undefined;
  // «в прошлой четверти»: of the school year.
  const called = relativeAt(doc, g.from - 1) || has(doc, g.from - 1, 'study');
  return neighbour(g.to) || called || ordinalBefore || (neighbour(g.from - 1) && (g.tags & Tag.p3) !== 0);
}

function identifier(doc: Document, g: NumberGroup): Rejection | undefined {
  const before = mark(doc, g.from - 1);
  const after = mark(doc, g.to);
  const prev = tokenAt(doc, g.from - 1);
  const first = doc.tokens[g.from];
  const next = doc.tokens[g.to];
  if (!g.digits) {
    // «үшінші тоқсанда», «тоқсан сайын»: 90 is also a quarter of a year.
    if (
      g.value === 90 &&
      g.to - g.from === 1 &&
      has(doc, g.from, 'unit.quarter') &&
      (ordinalAt(doc, g.from - 1) ||
        has(doc, g.to, 'each.time') ||
        has(doc, g.to, 'results') ||
        relativeAt(doc, g.from - 1) ||
        has(doc, g.from - 1, 'first.part') ||
        (g.tags & (Tag.loc | Tag.gen)) !== 0)
    )
      return 'date';
    return isManner(doc, g) || areAllOfThem(doc, g) || arePointedAt(doc, g) ? 'manner' : undefined;
  }
  if (before === '№' || before === '#' || before === '$№') return 'identifier';
  if (phone(doc, g) || isCode(doc, g)) return 'identifier';
  if (after === '/' && (!next?.spaced || digitsAt(doc, g.to + 1))) return 'identifier';
  if (before === '/' && (!first?.spaced || digitsAt(doc, g.from - 2))) return 'identifier';
  if (
    (after === ':' &&
      !next?.spaced &&
      doc.tokens[g.to + 1]?.kind === Kind.number &&
      !doc.tokens[g.to + 1]?.spaced) ||
    (before === ':' && !first?.spaced && tokenAt(doc, g.from - 2)?.kind === Kind.number)
  )
    return 'identifier';
  if (numberSign(doc, g.from)) return 'identifier';
  // `4G`, `2GIS`
  if (next?.form?.latin && !next.spaced && !thingAt(doc, g.to)) return 'identifier';
  if (isModel(doc, g)) return 'identifier';
  // `PM2,5`: decimals of a number inside a word
  if (before === ',' && !first?.spaced && DIGIT_LAST.test(tokenAt(doc, g.from - 2)?.form?.raw ?? ''))
    return 'identifier';
  // «парк имени 28 гвардейцев-панфиловцев»
  if (has(doc, g.from - 1, 'named') || has(doc, g.to, 'heroes')) return 'identifier';
  // «номер – 112», «нөмірі: 112»
  const joint =
    before === ':' ||
    isDash(before) ||
    (before === '.' && (tokenAt(doc, g.from - 2)?.form?.length ?? 9) <= 3);
  const prior = joint ? g.from - 2 : g.from - 1;
  if (has(doc, prior, 'ident.before') || (has(doc, g.to, 'ident.after') && (g.value ?? 0) < 10_000))
    return 'identifier';
  if (!thingAt(doc, g.to) && (listedIdentifier(doc, g) || isListedNumber(doc, g))) return 'identifier';
  if (has(doc, prior, 'ident.house') && !thingAt(doc, g.to)) return 'identifier';
  if (hotline(doc, g) || address(doc, g)) return 'identifier';
  if (isManner(doc, g)) return 'manner';
  // «занял 3 место»: a count would be «3 места».
  if (has(doc, g.to, 'rank') && (g.value ?? 0) % 10 !== 1) return 'ordinal';
  if (isScore(doc, g) || isDiscipline(doc, g)) return 'manner';
  const opensLine = !prev || prev.kind === Kind.newline;
  if (
    opensLine &&
    (g.value ?? 0) < 50 &&
    ((after === ')' && !next?.spaced) ||
      (after === '.' && !next?.spaced && doc.tokens[g.to + 1]?.spaced && g.to - g.from === 1))
  )
    return 'identifier';
  return undefined;
}

/** Small numbers that tell how or who, and not how many: «трёх сторон», «лидеры двух стран», «мать двоих детей». */
const isManner = (doc: Document, g: NumberGroup): boolean =>
  (g.value ?? 99) < 10 &&
  (has(doc, g.to, 'manner') ||
    (g.value === 2 && has(doc, g.to, 'counterparts') && !has(doc, g.from - 1, 'prep.outof')) ||
    isParentOf(doc, g) ||
    isFamilyOf(doc, g) ||
    isHouseholdOf(doc, g) ||
    isRoomFor(doc, g));

/** `төрт балалы отбасы`: how many children each of them has. */
const isFamilyOf = (doc: Document, g: NumberGroup): boolean =>
  has(doc, g.to, 'children.with') && thingAt(doc, g.to + 1);

/** `екі адамдық бөлме`: what kind of room it is. */
const isRoomFor = (doc: Document, g: NumberGroup): boolean =>
  langAt(doc, g.from) === 'kk' &&
  has(doc, g.to + 1, 'room') &&
  sensesAt(doc, g.to, Starts.thing).some(
    ({ entry, tags }) =>
      entry.cls === 'thing' && (entry.data as Thing).kind === 'person' && (tags & Tag.attr) !== 0,
  );

/** «мать двоих детей», `екі баланың анасы` */
const isParentOf = (doc: Document, g: NumberGroup): boolean =>
  has(doc, langAt(doc, g.from) === 'kk' ? g.to + 1 : g.from - 1, 'parent') &&
  sensesAt(doc, g.to, Starts.thing).some(
    ({ entry }) => entry.cls === 'thing' && (entry.data as Thing).kind === 'child',
  );

/** «плата для семьи из трёх человек»: what kind of family it is. */
const isHouseholdOf = (doc: Document, g: NumberGroup): boolean =>
  has(doc, g.from - 1, 'prep.outof') &&
  has(doc, g.from - 2, 'household') &&
  sensesAt(doc, g.to, Starts.thing).some(
    ({ entry }) => entry.cls === 'thing' && (entry.data as Thing).unit === 'person',
  );

/** `екеуі де келді`: both of those who were named. */
const areAllOfThem = (doc: Document, g: NumberGroup): boolean =>
  (g.tags & Tag.p3) !== 0 && langAt(doc, g.from) === 'kk' && has(doc, g.to, 'point.word');

/** `осы екі бұзушылықтың`, `сол үш ауылда`: a few that were named just before, and are counted there. */
const arePointedAt = (doc: Document, g: NumberGroup): boolean =>
  (g.value ?? 99) < 10 &&
  langAt(doc, g.from) === 'kk' &&
  has(doc, g.from - 1, 'that') &&
  sensesAt(doc, g.to, Starts.thing).some(
    (s) => s.entry.cls === 'thing' && (s.entry.data as Thing).class === 'count',
  );

const digitsAt = (doc: Document, i: number): boolean => tokenAt(doc, i)?.kind === Kind.number;

const DIGIT_LAST = /\d$/;

/** «өткен тоқсанда», «осы жылы» */
const relativeAt = (doc: Document, i: number): boolean =>
  startsAt(doc, i, Starts.time) &&
  ['rel.this', 'rel.last', 'rel.next', 'rel.past'].some((c) => has(doc, i, c));

const ordinalAt = (doc: Document, i: number): boolean =>
  isRoman(doc.tokens[i]?.form?.raw ?? '') ||
  numeralIn(doc, i, 'ordinal') !== undefined ||
  (doc.tokens[i]?.digits.suffix ? isOrdinalSuffix(doc.tokens[i]?.digits.suffix ?? '', 'kk') : false);

/** «Boeing 737 совершил посадку», «iPhone 15 сатылымы»: a number behind a Latin name, with nothing that it could count. */
function isModel(doc: Document, g: NumberGroup): boolean {
  const name = tokenAt(doc, g.from - 1)?.form;
  if (!name?.latin || name.raw === name.raw.toLowerCase() || thingAt(doc, g.from - 1)) return false;
  if (g.to - g.from !== 1 || doc.tokens[g.from]?.digits.suffix || mark(doc, g.to) === '%') return false;
  const things = sensesAt(doc, g.to, Starts.thing).filter((s) => s.entry.cls === 'thing');
  const numbered = things.length > 0 && things.every((s) => (s.tags & Tag.p3) !== 0);
  if (things.length > 0) return numbered;
  const next = doc.tokens[g.to];
  return next?.kind !== Kind.punct || next.mark === '.' || next.mark === ',';
}

/** «4-1»: two small numbers tied by a hyphen, the greater first, are no range. */
const isScore = (doc: Document, g: NumberGroup): boolean =>
  g.to - g.from === 1 && (isScoreAt(doc, g.to) || isScoreAt(doc, g.from - 1));

function isScoreAt(doc: Document, hyphen: number): boolean {
  if (!isDash(mark(doc, hyphen)) || doc.tokens[hyphen]?.spaced) return false;
  const [won, lost] = [tokenAt(doc, hyphen - 1), doc.tokens[hyphen + 1]];
  if (won?.kind !== Kind.number || lost?.kind !== Kind.number || lost.spaced) return false;
  return won.digits.num > lost.digits.num && won.digits.num < 30;
}

/** Ten digits or more in a row that are not round and count nothing: the number of a person, a firm or an account. */
const isCode = (doc: Document, g: NumberGroup): boolean => {
  const t = doc.tokens[g.from];
  if (g.to - g.from !== 1 || t?.digits.decimals !== 0 || t.end - t.start < SHORTEST_CODE) return false;
  if (t.digits.num % 1000 === 0 || thingAt(doc, g.to)) return false;
  return /^\d{10}/.test(doc.text.slice(t.start, t.start + 10));
};

const SHORTEST_CODE = 10;

/** «улица Сатпаева, 44» */
function address(doc: Document, g: NumberGroup): boolean {
  if (mark(doc, g.from - 1) !== ',' || thingAt(doc, g.to)) return false;
  for (let i = g.from - 2; i >= g.from - 5; i--) if (has(doc, i, 'street')) return true;
  return false;
}

/** «по телефону единого контакт-центра 1414»: a bare short number at the end of its clause, a telephone before it. */
function hotline(doc: Document, g: NumberGroup): boolean {
  const value = g.value ?? 0;
  const next = doc.tokens[g.to];
  if (value < 100 || value > 9999 || g.to - g.from !== 1) return false;
  // «1414 байланыс орталығы», «109 call-орталығы», «112 пульті»
  if (has(doc, g.to, 'hotline.alone')) return true;
  // `1408 қысқа нөмірі`
  if (next?.form && !thingAt(doc, g.to) && has(doc, g.to + 1, 'hotline.number')) return true;
  if (langAt(doc, g.from) === 'kk' && isCalled(doc, g)) return true;
  if (has(doc, g.to, 'hotline') && (next?.form?.hyphened || has(doc, g.to + 1, 'hotline.head'))) return true;
  const ends = !next || next.kind === Kind.punct || next.kind === Kind.newline;
  // «звоните 112 или 101»
  const goesOn = has(doc, g.to, 'or') && doc.tokens[g.to + 1]?.kind === Kind.number;
  if (!(ends || goesOn)) return false;
  if (has(doc, g.from - 1, 'dialled')) return true;
  // «единый номер спасателей – 112»
  const last = isDash(mark(doc, g.from - 1)) ? g.from - 2 : g.from - 1;
  for (let i = last; i >= g.from - 6 && doc.tokens[i]?.kind === Kind.word; i--)
    if (has(doc, i, last < g.from - 1 ? 'ident.line' : 'ident.before')) return true;
  return false;
}

/**
 * `112-ге хабарласты`, `байланыс орталығы 1414-ке түскен қоңырау`, `103-ке 4 мың қоңырау`, `1414 арқылы`; but
 * `340-қа жуық адам хабарласты` counts those who did.
 */
function isCalled(doc: Document, { from, to, value, tags }: NumberGroup): boolean {
  if (has(doc, to, 'hotline.through')) return true;
  const known = ((value ?? 0) > 100 && (value ?? 0) < 120) || ((value ?? 0) >= 1400 && (value ?? 0) < 1500);
  if (known && has(doc, to, 'hotline.head')) return true;
  if (!(tags & Tag.dat) || pastComparator(doc, to) !== to) return false;
  if (has(doc, from - 1, 'hotline.head')) return true;
  for (let i = to; i < to + (known ? CALL_SIGHT : 2); i++) if (has(doc, i, 'hotline.call')) return true;
  return false;
}
/** Tokens from the telephone of a service to the calls that it gets. */
const CALL_SIGHT = 4;

/** «на номера 102 и 111», «маршруты № 12, 59 и 92», «звоните: 101, 112»: what holds for the first holds for the list. */
function listedIdentifier(doc: Document, g: NumberGroup): boolean {
  let i = g.from;
  for (let n = 0; n < LIST && digitsAt(doc, i - 2) && isListedAt(doc, i - 1); n++) i -= 2;
  if (i === g.from) return false;
  const first = mark(doc, i - 1) === ':' ? i - 2 : i - 1;
  return mark(doc, i - 1) === '№' || has(doc, first, 'ident.before') || has(doc, first, 'ident.house');
}
/** `101 және 112 нөмірлеріне`: what the last of two is. */
const isListedNumber = (doc: Document, g: NumberGroup): boolean =>
  has(doc, g.to, 'and') &&
  digitsAt(doc, g.to + 1) &&
  has(doc, g.to + 2, 'ident.after') &&
  (g.value ?? 0) < 10_000;
const isListedAt = (doc: Document, i: number): boolean =>
  mark(doc, i) === ',' || has(doc, i, 'and') || has(doc, i, 'or');
/** Lists of numbers are followed this many members back. */
const LIST = 20;

/** `№16-1`: a number tied by hyphens or slashes to a number sign. */
function numberSign(doc: Document, from: number): boolean {
  let i = from - 1;
  while (
    i > 0 &&
    (isDash(mark(doc, i)) || mark(doc, i) === '/') &&
    !doc.tokens[i]?.spaced &&
    tokenAt(doc, i - 1)?.kind === Kind.number
  )
    i -= 2;
  return i < from - 1 && mark(doc, i) === '№';
}

/** `+7 (700) 255 14 43`, `8-800-080-77-77`, `55-12-12`: digits chained by brackets or hyphens. */
function phone(doc: Document, g: NumberGroup): boolean {
  const line = doc.sentenceOf[g.from];
  let { from, to } = g;
  while (from > 0 && doc.sentenceOf[from - 1] === line && isOfPhone(doc, from - 1)) from--;
  while (to < doc.tokens.length && doc.sentenceOf[to] === line && isOfPhone(doc, to)) to++;
  // Most numbers stand alone.
  if (to - from < SHORTEST_PHONE) return false;
  let [parts, joints, brackets] = [0, 0, false];
  for (let i = from; i < to; i++) {
    if (isDialled(doc, i)) parts++;
    else if (i < g.from || i >= g.to) joints++;
    brackets ||= i < g.from ? mark(doc, i) === ')' : i >= g.to && mark(doc, i) === '(';
  }
  if (mark(doc, from) === '+' && parts >= 2) return true;
  const firstValue = doc.tokens[isDialled(doc, from) ? from : from + 1]?.digits.num;
  if (brackets && parts >= 3 && (firstValue === 7 || firstValue === 8)) return true;
  // «8 7232 55 14 02»: nothing but spaces between.
  return parts >= 3 && (joints >= 2 || (parts >= 4 && (firstValue === 7 || firstValue === 8)));
}
/** «+7 700»: the shortest run of digits and marks that may be one. */
const SHORTEST_PHONE = 3;

/** «7262-99-70» inside a telephone looks like a date. */
const isDialled = (doc: Document, i: number): boolean => {
  const kind = doc.tokens[i]?.kind;
  return kind === Kind.number || kind === Kind.date;
};
const isOfPhone = (doc: Document, i: number): boolean =>
  isDialled(doc, i) || (doc.tokens[i]?.kind === Kind.punct && JOINTS.has(mark(doc, i)));
const JOINTS: ReadonlySet<string> = new Set('()-–‑+');

/** «в две тысячи двадцать шестом»: an ordinal in words of the size of a year, with nothing that it could count off. */
const spelledYear = (doc: Document, g: NumberGroup): boolean =>
  !g.digits && (g.value ?? 0) >= FIRST_YEAR && (g.value ?? 0) <= LAST_YEAR && !thingAt(doc, g.to);

const yearLike = (doc: Document, g: NumberGroup): boolean => {
  const t = doc.tokens[g.from];
  const value = g.value ?? 0;
  if (g.to - g.from !== 1 || !t || t.kind !== Kind.number || t.digits.decimals > 0) return false;
  const digits = t.end - t.start - (t.digits.suffix === '' ? 0 : t.digits.suffix.length + 1);
  // «в 1890-х»: decades are told of longer ago than years without their noun.
  const decade = t.digits.suffix !== '' && value % 10 === 0 && isDecadeSuffix(t.digits.suffix);
  const first = decade ? FIRST_DECADE : FIRST_YEAR;
  return digits === 4 && value >= first && value <= LAST_YEAR;
};

/** What the word at a token makes of a number as a unit of time. */
function unit(doc: Document, g: NumberGroup, i: number): Rejection | undefined {
  if (!startsAt(doc, i, Starts.thing | Starts.time)) return undefined;
  if (longThingAt(doc, i)) return durationAt(doc, i, 2);
  if (isYearEarlier(doc, i) && !yearLike(doc, g)) return undefined;
  if (
    has(doc, i, 'unit.year') ||
    has(doc, i, 'unit.month') ||
    has(doc, i, 'unit.day') ||
    has(doc, i, 'unit.quarter')
  )
    return 'date';
  return has(doc, i, 'unit.hour') ? 'time' : durationAt(doc, i);
}

function dated(
  doc: Document,
  g: NumberGroup,
  groups: readonly NumberGroup[],
  at: number,
): Rejection | undefined {
  if (isClock(doc, groups, at)) return 'time';
  if (isAboutSoLong(doc, g)) return 'time';
  // «наурыздың 22-нен», «таңғы 7-ден»
  if (g.digits && (g.value ?? 99) <= 31 && dayOfMonth(doc, g, groups[at - 1])) return 'date';
  if ((g.value ?? 99) <= 24 && (has(doc, g.from - 1, 'daytime') || has(doc, g.to, 'daytime'))) return 'time';
  const next =
    unit(doc, g, g.to) ??
    unit(doc, g, pastComparator(doc, g.to)) ??
    workingDays(doc, g) ??
    // `екі қазан агрегаты`: a boiler, and no day of October.
    (monthAt(doc, g.to) && !longThingAt(doc, g.to) ? 'date' : undefined);
  if (next === 'date' && yearLike(doc, g)) return 'date';
  if (next) return isMeasuredTime(doc, g, groups, at) ? undefined : next;
  // «2025–2027 жылдары», «6-8 января», «3–4 месяца»: what holds for the end of a range holds for its beginning.
  const dash = mark(doc, g.to);
  const partner = groups[at + 1];
  if (isDash(dash) && partner?.from === g.to + 1) {
    const later = unit(doc, g, partner.to) ?? (monthAt(doc, partner.to) ? 'date' : undefined);
    if (later && !isMeasuredTime(doc, g, groups, at)) return later;
    if (yearLike(doc, g) && yearLike(doc, partner) && !thingAt(doc, partner.to)) return 'date';
  }
  // «1-6 жас», «от 6 до 16 лет» are ages; «с 8 до 18 часов» are times.
  if (has(doc, g.to, 'prep.to') && partner?.from === g.to + 1) {
    const later = unit(doc, g, partner.to);
    if (later && !isMeasuredTime(doc, g, groups, at)) return later;
  }
  // «моложе 35», «сағат 10-да»
  if (has(doc, g.from - 1, 'unit.hour') && (g.value ?? 99) <= 24) return 'time';
  // «с 2024 по 2026 год»
  if (yearLike(doc, g) && has(doc, g.to, 'prep.each') && partner?.from === g.to + 1 && yearLike(doc, partner))
    return 'date';
  if (yearLike(doc, g)) return bareYear(doc, g, groups, at) ? 'date' : undefined;
  // «в ночь с 18 на 19 апреля», «с 1 по 15 января»
  if (
    (has(doc, g.to, 'prep.by') || has(doc, g.to, 'prep.each')) &&
    partner?.from === g.to + 1 &&
    (g.value ?? 99) <= 31 &&
    monthAt(doc, partner.to)
  )
    return 'date';
  // A day tied to a month that stands after «и»: «1 и 2 января».
  if (
    (has(doc, g.to, 'and') || dash === ',') &&
    partner?.from === g.to + 1 &&
    (g.value ?? 99) <= 31 &&
    monthAt(doc, partner.to)
  )
    return 'date';
  return undefined;
}

/** «недели за две», «часа через три»: a time told roughly, by its noun first. */
function isAboutSoLong(doc: Document, g: NumberGroup): boolean {
  if (g.digits || !has(doc, g.from - 1, 'prep') || thingAt(doc, g.to)) return false;
  const noun = g.from - 2;
  if (noun < 0 || tokenAt(doc, noun - 1)?.kind === Kind.number || numeralIn(doc, noun - 1, 'cardinal'))
    return false;
  return sensesAt(doc, noun, Starts.thing).some(
    ({ entry, tags }) =>
      entry.cls === 'thing' && (entry.data as Thing).kind === 'duration' && (tags & Tag.gen) !== 0,
  );
}

/** «наурыздың 22-сі мен 25-і»: the month may stand before an earlier day of the list. */
function dayOfMonth(doc: Document, g: NumberGroup, before: NumberGroup | undefined): boolean {
  if (monthGenitive(doc, g.from - 1)) return true;
  const tied = has(doc, g.from - 1, 'and') || isDash(mark(doc, g.from - 1));
  return tied && before?.to === g.from - 1 && monthGenitive(doc, before.from - 1);
}

const monthGenitive = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.month).some((s) => s.entry.cls === 'month' && (s.tags & Tag.gen) !== 0);

/** The token behind «с лишним», «жуық», «шақты» when they stand between a number and its unit. */
function pastComparator(doc: Document, i: number): number {
  if (has(doc, i, 'prep.from') && has(doc, i + 1, 'excess')) return i + 2;
  for (const c of doc.classes[i] ?? []) if (AFTER_NUMBER.has(c)) return i + 1;
  return i;
}
const AFTER_NUMBER: ReadonlySet<string> = new Set([
  'cmp.gt.abl',
  'cmp.lt.abl',
  'cmp.nearly.dat',
  'cmp.until.dat',
  'cmp.approx.after',
]);

/** «15 рабочих дней», «три последних года», «үш күнтізбелік күн», «2026 оқу жылы»: an attribute between number and time. */
function workingDays(doc: Document, g: NumberGroup): Rejection | undefined {
  const word = doc.tokens[g.to]?.form;
  const ru = langAt(doc, g.to) === 'ru';
  const attribute =
    has(doc, g.to, 'study') || (ru && (has(doc, g.to, 'rel.past') || has(doc, g.to, 'rel.coming')));
  const other = (doc.classes[g.to]?.size ?? 0) > 0 && !attribute;
  if (!word || other || thingAt(doc, g.to)) return undefined;
  return unit(doc, g, g.to + 1);
}

/** A four-digit number without the word year: a year unless a counted thing follows. */
function bareYear(doc: Document, g: NumberGroup, groups: readonly NumberGroup[], at: number): boolean {
  if (monthAt(doc, g.from - 1)) return true;
  // «В 2023 415 семей»: two numbers in a row, the first of them after a preposition.
  if (has(doc, g.from - 1, 'prep') && doc.tokens[g.to]?.kind === Kind.number) return true;
  for (let k = g.to; k < g.to + 3; k++) if (thingAt(doc, k)) return false;
  for (let k = g.from - 1; k >= g.from - 3; k--)
    for (const c of doc.classes[k] ?? []) if (c.startsWith('cmp.')) return false;
  // «около двух тысяч (2012)»: in brackets behind a number of its size it is that number exactly.
  const before = groups[at - 1];
  if (mark(doc, g.from - 1) === '(' && before?.value && before.to <= g.from - 1 && g.from - before.to <= 3) {
    const ratio = before.value / (g.value ?? 1);
    if (ratio > 0.8 && ratio < 1.25 && !yearLike(doc, before)) return false;
  }
  return (g.value ?? 0) <= 2050;
}

function aged(
  doc: Document,
  g: NumberGroup,
  groups: readonly NumberGroup[],
  at: number,
): Rejection | undefined {
  // «300 жас қатысты»: nobody is that old; «төртеуі жас»: four of them are young.
  if (
    isAge(doc, g.to) &&
    !(g.tags & Tag.p3) &&
    (g.value ?? 0) <= OLDEST &&
    !isMeasuredTime(doc, g, groups, at)
  )
    return 'age';
  const partner = groups[at + 1];
  if (
    partner &&
    (isDash(mark(doc, g.to)) || has(doc, g.to, 'prep.to') || has(doc, g.to, 'and')) &&
    partner.from === g.to + 1 &&
    isAge(doc, partner.to) &&
    (partner.value ?? 0) <= OLDEST &&
    !isMeasuredTime(doc, g, groups, at)
  )
    return 'age';
  // «с одиннадцати лет до шести»: a bare end is of the age that the pair begins with.
  const first = groups[at - 1];
  if (
    first?.to === g.from - 2 &&
    has(doc, g.from - 1, 'prep.to') &&
    has(doc, first.from - 1, 'prep.from') &&
    isAge(doc, first.to) &&
    aged(doc, first, groups, at - 1)
  )
    return 'age';
  // «1 жастан 6 жасқа», «моложе 35»
  if (has(doc, g.from - 1, 'age.before') && !thingAt(doc, g.to)) return 'age';
  return undefined;
}

const isAge = (doc: Document, i: number): boolean =>
  has(doc, i, 'unit.age') &&
  !(doc.tokens[i + 1]?.form && thingAt(doc, i + 1) && langAt(doc, i) === 'kk' && thingAfterYoung(doc, i));

const OLDEST = 125;

/** «мыңға жуық жас маман»: `жас` in its bare form before a noun is «young». */
function thingAfterYoung(doc: Document, i: number): boolean {
  return doc.tokens[i]?.form?.length === 3;
}
