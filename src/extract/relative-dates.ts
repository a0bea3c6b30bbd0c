import type { Sense } from '../language/lexicon.ts';
import { isDecadeSuffix, isVerbal } from '../language/shape.ts';
import type { Token } from '../language/tokens.ts';
import { type Anchor, days, daysAfter, months, type Stretch, week, weekdayOf, years } from './calendar.ts';
import { type Document, has, langAt, Starts, sensesAt, startsAt } from './document.ts';
import type { NumberGroup, Reject } from './numbers/index.ts';

/** Numbers of dates and ordinals by the token they begin at. */
export type DateNumbers = ReadonlyMap<number, Reject>;

/** A time that ends before token `until`; `loose` marks lengths of time, days that
 * may be those of speaking, and times to compare with («год назад»): they frame figures less than a named time. */
export interface TimeSpan extends Stretch {
  readonly until: number;
  readonly loose: 'length' | 'day' | 'contrast' | undefined;
}

/** A stretch of time that ends before token `until`. */
const spanned = ({ from, to }: Stretch, until: number, loose?: TimeSpan['loose']): TimeSpan => ({
  from,
  to,
  until,
  loose,
});

interface Reading {
  readonly doc: Document;
  readonly dates: DateNumbers;
  readonly anchor: Anchor | null;
  /** Does the sentence around a token speak of what is to come? */
  readonly ahead: (token: number) => boolean;
}

/**
 * A part of a year with its year on either side (`2025 жылдың төртінші тоқсаны`, «в ноябре прошлого года»), a year in
 * words, or a time told from the day of publication (`кеше`, «5 лет назад») that begins at a token. Undefined where none
 * does, or where it hangs on a day of publication that is not known. Never narrower than the words (LANGUAGE §5.6).
 */
export function timeSpan(r: Reading, i: number): TimeSpan | undefined {
  const g = r.dates.get(i)?.group;
  return (
    partOfYear(r, i) ??
    (g && (decade(r.doc, g) ?? wordedYear(r, g))) ??
    (r.anchor ? told(r, i, r.anchor) : undefined)
  );
}

export interface Year {
  readonly year: number;
  readonly until: number;
  /** Told from the day of publication: `былтыр`. */
  readonly relative: boolean;
}

const isYear = (n: number | null | undefined): n is number =>
  n !== null && n !== undefined && n >= 1900 && n <= 2099;

/** «2025 года», `екі мың жиырмасыншы жылы`, «прошлого года», `биылғы`. */
export function yearAt(
  { doc, dates, anchor }: Pick<Reading, 'doc' | 'dates' | 'anchor'>,
  i: number,
): Year | undefined {
  const g = dates.get(i)?.group;
  if (isYear(g?.value) && (g.digits || has(doc, g.to, 'unit.year')))
    return { year: g.value, until: has(doc, g.to, 'unit.year') ? g.to + 1 : g.to, relative: false };
  if (!anchor || !startsAt(doc, i, Starts.time)) return undefined;
  const word = has(doc, i, 'rel.thisyear') ? 0 : has(doc, i, 'rel.lastyear') ? -1 : undefined;
  if (word !== undefined)
    return { year: anchor.year + word, until: has(doc, i + 1, 'unit.year') ? i + 2 : i + 1, relative: true };
  const by = has(doc, i + 1, 'unit.year') ? shiftAt(doc, i) : undefined;
  return by === undefined ? undefined : { year: anchor.year + by, until: i + 2, relative: true };
}

/** Last, this or next. */
const shiftAt = (doc: Document, i: number): -1 | 0 | 1 | undefined =>
  has(doc, i, 'rel.last') ? -1 : has(doc, i, 'rel.this') ? 0 : has(doc, i, 'rel.next') ? 1 : undefined;

/** Months `first` to `last` of a year; 0 is December of the year before. */
interface Part {
  readonly first: number;
  readonly last: number;
  readonly until: number;
  /** Needs a year beside it that other rules do not read. */
  readonly plain?: true;
  /** Speaks of what has ended by its form: «за 9 месяцев». */
  readonly ended?: true;
}

function partOfYear(r: Reading, i: number): TimeSpan | undefined {
  const { doc, anchor } = r;
  const before = yearAt(r, i);
  const part = partAt(r, before?.until ?? i);
  if (!part) return undefined;
  const after = before ? undefined : yearAt(r, part.until);
  const named = before ?? after;
  if (part.plain && !named?.relative) return undefined;
  const year = named?.year ?? guessYear(r, part, i);
  if (year === undefined) return undefined;
  const until = Math.max(part.until, after?.until ?? 0);
  // A winter is of two years: with one of them named it is no narrower than that.
  if (named && part.first < 1) return spanned(years(year), until);
  const said = months(year, part.first, part.last);
  const open = anchor !== null && has(doc, until, 'since.after');
  return open ? spanned({ from: said.from, to: null }, until + 1) : spanned(said, until);
}

/**
 * The year of a part that names none: the latest that has begun, with results the latest that has ended, or the next to
 * come.
 */
function guessYear({ doc, anchor, ahead }: Reading, part: Part, i: number): number | undefined {
  if (!anchor) return undefined;
  // «до осени»: it is still to come.
  if (ahead(i) || has(doc, i - 1, 'prep.to'))
    return part.last >= anchor.month ? anchor.year : anchor.year + 1;
  if (part.ended) return part.last <= anchor.month ? anchor.year : anchor.year - 1;
  let ended = false;
  for (let k = i - 3; k < part.until + 2; k++) ended ||= has(doc, k, 'results');
  return (ended ? part.last < anchor.month : part.first <= anchor.month) ? anchor.year : anchor.year - 1;
}

function partAt(r: Reading, i: number): Part | undefined {
  const { doc, dates } = r;
  const joined = suffixLength(doc, i);
  if (joined) return nth(doc.tokens[i]?.digits.num ?? 0, joined, i + 1);
  const g = dates.get(i)?.group;
  if (g) {
    const n = unitLength(doc, g.to);
    if (n) return nth(g.value ?? 0, n, g.to + 1);
    return monthsSoFar(r, i, g);
  }
  const form = doc.tokens[i]?.form;
  const led = has(doc, i, 'first.part') ? firstMonths(r, i) : undefined;
  if (led) return led;
  const number = has(doc, i, 'first.part') ? 1 : form?.latin ? ROMAN.indexOf(form.raw) + 1 : 0;
  const n = number > 0 ? unitLength(doc, i + 1) : undefined;
  if (n) return nth(number, n, i + 2);
  return seasonAt(doc, i) ?? monthsAt(doc, i);
}

/** `Жылдың алғашқы екі айында`, «за первые два месяца года» */
function firstMonths({ doc, dates }: Reading, i: number): Part | undefined {
  const g = dates.get(i + 1)?.group;
  // Apart: an array with a fraction in it would make fractions of token numbers too, and reading them slow.
  const last = g ? (g.value ?? 0) : 1;
  const unit = g ? g.to : i + 1;
  const named =
    has(doc, i - 1, 'unit.year') || has(doc, unit + 1, 'unit.year') || has(doc, unit + 2, 'unit.year');
  if (!named || !has(doc, unit, 'unit.month') || last < 1 || last > 11) return undefined;
  return { first: 1, last, until: unit + 1, ended: true };
}
const ROMAN = ['I', 'II', 'III', 'IV'];

/** How many months a unit has. */
const unitLength = (doc: Document, i: number): number | undefined =>
  has(doc, i, 'unit.quarter') ? 3 : has(doc, i, 'unit.half') ? 6 : undefined;

/** `2-тоқсанда`: digits and unit are one token. */
function suffixLength(doc: Document, i: number): number | undefined {
  const suffix = doc.tokens[i]?.digits.suffix;
  if (!suffix) return undefined;
  const classes = doc.reading.lexicon.classesOf(doc.reading.words.type(suffix), 'kk');
  return classes.has('unit.quarter') ? 3 : classes.has('unit.half') ? 6 : undefined;
}

const nth = (n: number, length: number, until: number): Part | undefined =>
  n >= 1 && n * length <= 12 ? { first: (n - 1) * length + 1, last: n * length, until } : undefined;

/**
 * «за 9 месяцев», `9 айдың қорытындысы`: the year so far, where a year or results are named or they were the months
 * just past.
 */
function monthsSoFar(r: Reading, i: number, g: NumberGroup): Part | undefined {
  const { doc, anchor } = r;
  const n = g.value ?? 0;
  if (g.role !== 'cardinal' || !has(doc, g.to, 'unit.month') || n < 2 || n > 11) return undefined;
  const until = g.to + 1;
  if (shiftAt(doc, i - 1) !== undefined || has(doc, i - 1, 'rel.past') || has(doc, i - 1, 'rel.coming'))
    return undefined;
  const named = yearAt(r, until) ?? has(doc, i - 1, 'unit.year');
  const results = has(doc, until, 'results') || has(doc, i - 1, 'results') || has(doc, i - 2, 'results');
  const past =
    anchor !== null &&
    (has(doc, i - 1, 'prep.over') || has(doc, g.to, 'month.within')) &&
    (n === anchor.month - 1 || n >= LONG);
  return named || results || past ? { first: 1, last: n, until, ended: true } : undefined;
}
/** Nobody counts so many months but from the beginning of a year. */
const LONG = 7;

const SEASONS: readonly (readonly [cls: string, first: number, last: number])[] = [
  ['season.winter', 0, 2],
  ['season.spring', 3, 5],
  ['season.summer', 6, 8],
  ['season.autumn', 9, 11],
];

function seasonAt(doc: Document, i: number): Part | undefined {
  if (!startsAt(doc, i, Starts.time)) return undefined;
  for (const [cls, first, last] of SEASONS) if (has(doc, i, cls)) return { first, last, until: i + 1 };
  return undefined;
}

/** Months that other rules do not read: beside a relative year, or two in one word (`қаңтар-қараша`). */
function monthsAt(doc: Document, i: number): Part | undefined {
  const single = startsAt(doc, i, Starts.month) ? monthOf(sensesAt(doc, i, Starts.month)) : undefined;
  const until = has(doc, i + 1, 'unit.month') ? i + 2 : i + 1;
  if (single !== undefined) return { first: single, last: single, until, plain: true };
  const form = doc.tokens[i]?.form;
  const lang = form?.hyphened ? langAt(doc, i) : null;
  const halves = form && lang ? doc.reading.lexicon.halvesOf(form, lang) : null;
  if (!halves) return undefined;
  const [first, last] = [monthOf(halves.first), monthOf(halves.second)];
  return first !== undefined && last !== undefined && first < last
    ? { first, last, until, ended: true }
    : undefined;
}

const monthOf = (senses: readonly Sense[]): number | undefined =>
  senses.find((s) => s.entry.cls === 'month')?.entry.data as number | undefined;

/** «2020-х годах», «90-е годы», `90-жылдары`. */
function decade(doc: Document, g: NumberGroup): TimeSpan | undefined {
  const { suffix, num } = (doc.tokens[g.from] as Token).digits;
  if (suffix === '' || g.to !== g.from + 1 || num % 10 !== 0) return undefined;
  const first = num >= 1700 ? num : num >= 10 && num < 100 ? 1900 + num : 0;
  if (first === 0 || !isDecadeSuffix(suffix)) return undefined;
  return spanned(years(first, first + 9), has(doc, g.to, 'unit.year') ? g.to + 1 : g.to);
}

/** `екі мың жиырмасыншы жылы`, «две тысячи двадцать пятом году», alone. */
function wordedYear(r: Reading, g: NumberGroup): TimeSpan | undefined {
  const year = g.digits ? undefined : yearAt(r, g.from);
  return year && spanned(years(year.year), year.until);
}

/** A time told from the day of publication. */
function told(r: Reading, i: number, anchor: Anchor): TimeSpan | undefined {
  const { doc, dates } = r;
  if (!startsAt(doc, i, Starts.time)) return dates.has(i) ? counted(r, i, anchor) : undefined;
  for (const [cls, by] of DAYS)
    if (has(doc, i, cls)) return spanned(days(daysAfter(anchor, by)), i + 1, 'day');
  return (
    schoolYear(r, i, anchor) ??
    shifted(doc, i, anchor) ??
    ofYearSaid(doc, i, anchor) ??
    endOfYear(r, i, anchor) ??
    counted(r, i, anchor) ??
    weekday(r, i, anchor)
  );
}
const DAYS = [
  ['rel.today', 0],
  ['rel.yesterday', -1],
  ['rel.tomorrow', 1],
] as const;

/** «в этом учебном году»: from July on the year before is the last, from September on the new one has begun. */
function schoolYear({ doc }: Reading, i: number, { year, month }: Anchor): TimeSpan | undefined {
  const by = has(doc, i + 1, 'study') && has(doc, i + 2, 'unit.year') ? shiftAt(doc, i) : undefined;
  if (by === undefined) return undefined;
  const first = (month >= (by < 0 ? JULY : SEPTEMBER) ? year : year - 1) + by;
  return spanned(years(first, first + 1), i + 3);
}
const JULY = 7;
const SEPTEMBER = 9;

/** «в прошлом месяце», `өткен аптада`, «прошлой осенью». */
function shifted(doc: Document, i: number, anchor: Anchor): TimeSpan | undefined {
  const by = shiftAt(doc, i);
  if (by === undefined) return undefined;
  const until = i + 2;
  if (has(doc, i + 1, 'unit.month')) return spanned(months(anchor.year, anchor.month + by), until);
  if (has(doc, i + 1, 'unit.week')) return spanned(week(anchor, by), until);
  const season = seasonAt(doc, i + 1);
  if (!season) return undefined;
  const { first, last } = season;
  // December already belongs to the winter of the next year.
  const year = anchor.year + (first < 1 && anchor.month === 12 ? 1 : 0);
  const running = year === anchor.year ? anchor.month : 0;
  const latest = last < running ? year : year - 1;
  const next = first > running ? year : year + 1;
  // `Осы жазда` is of the year that runs, in September too; in autumn «этой зимой» is the one to come.
  const current = first < 1 && running > AUGUST ? next : year;
  return spanned(months(by < 0 ? latest : by > 0 ? next : current, first, last), until);
}

const AUGUST = 8;

/** «в этом году обновили 34, в следующем охватят 57», «в прошлом – 12»: the word for the year was said before. */
function ofYearSaid(doc: Document, i: number, { year }: Anchor): TimeSpan | undefined {
  const by = langAt(doc, i) === 'ru' && has(doc, i - 1, 'prep.in') ? shiftAt(doc, i) : undefined;
  const next = doc.tokens[i + 1]?.form;
  if (by === undefined || (next && !isVerbal(next, 'ru'))) return undefined;
  const from = Math.max(doc.sentences[doc.sentenceOf[i] ?? 0]?.from ?? i, i - SAID);
  for (let k = i - 2; k > from; k--)
    if (has(doc, k, 'unit.year') && shiftAt(doc, k - 1) !== undefined)
      return spanned(years(year + by), i + 1);
  return undefined;
}
/** Tokens within which a sentence has said that it speaks of years. */
const SAID = 30;

/** «до конца года», `жыл соңына дейін`, «в конце года»: no narrower than the year. */
function endOfYear({ doc, ahead }: Reading, i: number, { year, month }: Anchor): TimeSpan | undefined {
  const ru = has(doc, i, 'end') && has(doc, i + 1, 'unit.year');
  const kk = has(doc, i, 'unit.year') && has(doc, i + 1, 'end');
  if (!ru && !kk) return undefined;
  if (has(doc, i + 2, 'cmp.until.dat') || has(doc, i + 2, 'toward.after'))
    return spanned({ from: null, to: String(year) }, i + 3);
  if (ru && has(doc, i - 1, 'prep.until')) return spanned({ from: null, to: String(year) }, i + 2);
  // At its beginning a year looks back on the end of the last one.
  return spanned(years(month <= 2 && !ahead(i) ? year - 1 : year), i + 2);
}

/** «5 лет назад», `екі ай бұрын`, «в ближайшие 5 лет», `соңғы 6 айда`. */
function counted({ doc, dates }: Reading, i: number, anchor: Anchor): TimeSpan | undefined {
  const led = has(doc, i, 'rel.past') || has(doc, i, 'rel.coming');
  const g = dates.get(led ? i + 1 : i)?.group;
  const n = g ? (g.value ?? 0) : 1;
  const unit = g ? g.to : led ? i + 1 : i;
  if (!Number.isInteger(n) || n < 1 || n > 100) return undefined;
  const until = unit + 1;
  if (led && has(doc, i, 'rel.coming') && g && has(doc, unit, 'unit.year'))
    return spanned(years(anchor.year, anchor.year + n), until, 'length');
  if (led && has(doc, i, 'rel.past') && g && has(doc, unit, 'unit.month'))
    return spanned(months(anchor.year, anchor.month - n, anchor.month), until, 'length');
  if (led || !has(doc, until, 'rel.ago')) return undefined;
  if (has(doc, unit, 'unit.year')) return spanned(years(anchor.year - n), until + 1, 'contrast');
  if (has(doc, unit, 'unit.month')) return spanned(months(anchor.year, anchor.month - n), until + 1);
  return undefined;
}

/** «в понедельник», `дүйсенбіде`: the last one, today's included, or the next where the sentence looks ahead. */
function weekday({ doc, ahead }: Reading, i: number, anchor: Anchor): TimeSpan | undefined {
  // «каждую пятницу» is no day of its own, «окружающую среду» none of the week.
  if (langAt(doc, i) === 'ru' && !has(doc, i - 1, 'prep.in')) return undefined;
  let day = WEEKDAYS.length;
  while (day > 0 && !has(doc, i, WEEKDAYS[day - 1] ?? '')) day--;
  if (day === 0) return undefined;
  const back = (weekdayOf(anchor) - day + 7) % 7;
  const at = daysAfter(anchor, ahead(i) ? (7 - back) % 7 : -back);
  return spanned(days(at), i + 1, 'day');
}
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
  (day) => `weekday.${day}`,
);
