import type { Period } from '../core/facts.ts';
import { kazakhParticiple } from '../language/clause.ts';
import { isAttributeOfPresent, isComingVerb, isComparedTime } from '../language/packs/kk/shape.ts';
import { Kind } from '../language/tokens.ts';
import { type Anchor, anchorOf, days, daysAfter, months, type Stretch, years } from './calendar.ts';
import {
  type Document,
  has,
  hasWithin,
  isSign,
  langAt,
  mark,
  Starts,
  sensesAt,
  startsAt,
  tokenAt,
  word,
} from './document.ts';
import { isAblative } from './kazakh-case.ts';
import type { Reject } from './numbers/index.ts';
import { capital } from './place-tokens.ts';
import { type DateNumbers, type TimeSpan, timeSpan, yearAt } from './relative-dates.ts';
import { Sign } from './signs.ts';

/** A stretch of time named in the text: tokens `from` up to `to`. */
export interface PeriodMention {
  readonly from: number;
  readonly to: number;
  readonly period: Period;
  /** «за три года», «соңғы 10 жылда», «вчера»: counted from the article, weaker than a named year. */
  readonly relative: boolean;
  /**
   * A day that may be the one of speaking («вчера»), a time to compare with («год назад»), or one that figures are held
   * against («2024 жылмен салыстырғанда») and that frames none of them.
   */
  readonly loose: TimeSpan['loose'] | 'base' | undefined;
}

const monthAt = (doc: Document, i: number): number | undefined =>
  startsAt(doc, i, Starts.month)
    ? (sensesAt(doc, i, Starts.month).find((s) => s.entry.cls === 'month')?.entry.data as number)
    : undefined;
const two = (n: number): string => String(n).padStart(2, '0');
const isDash = (doc: Document, i: number): boolean => isSign(doc, i, Sign.dash | Sign.hyphen);

/** Finds years, months, days and relative times and resolves them against the date of publication, never narrower than said. */
export function findPeriods(doc: Document, rejects: readonly Reject[]): PeriodMention[] {
  const anchor = anchorOf(doc.article.published);
  const dates = new Map<number, Reject>();
  for (const r of rejects) if (r.kind === 'date' || r.kind === 'ordinal') dates.set(r.group.from, r);
  const reading = { doc, dates, anchor, ahead: (i: number): boolean => isAhead(doc, i) };
  const out: PeriodMention[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    if (!mayOpen(doc, i, dates)) continue;
    const span = timeSpan(reading, i);
    const found = span
      ? mention(doc, i, span.until, span.from, span.to, isRelative(span))
      : (absolute(doc, i, dates, anchor, out.at(-1)) ?? relative(doc, i, dates, anchor));
    if (!found) continue;
    const { from, to, period, relative: counted } = found;
    const loose = isCompared(doc, found) ? 'base' : isSetAgainst(doc, found) ? 'contrast' : span?.loose;
    const joined = joinedTo(doc, out.at(-1), found);
    if (joined) out.pop();
    out.push(joined ?? { from, to, period, relative: counted, loose });
    i = Math.max(i, to - 1);
  }
  return out;
}

/** `2024 жылдың 1 шілдесінен 2025 жылдың 31 қаңтарына дейін`: one stretch, and no two days. */
function joinedTo(
  doc: Document,
  start: PeriodMention | undefined,
  { from, to, period }: PeriodMention,
): PeriodMention | undefined {
  if (start?.to !== from || langAt(doc, from) !== 'kk' || !start.period.from || !period.to) return undefined;
  const ends = has(doc, to, 'cmp.until.dat') ? to + 1 : has(doc, to - 1, 'cmp.until.dat') ? to : 0;
  if (ends === 0 || !isAblative(doc, from - 1)) return undefined;
  return mention(doc, start.from, ends, start.period.from, period.to);
}

/** «за аналогичный период прошлого года», `өткен жылдың сәйкес кезеңінде`. */
const isSetAgainst = (doc: Document, p: PeriodMention): boolean =>
  (has(doc, p.from - 1, 'stretch') && has(doc, p.from - 2, 'alike')) ||
  (has(doc, p.to, 'alike') && has(doc, p.to + 1, 'stretch'));

/** «2024 жылмен салыстырғанда», «2024 жылғыдан көп», «по сравнению с 2024 годом», «больше, чем в 2023 году». */
function isCompared(doc: Document, p: PeriodMention): boolean {
  const mayReach = (i: number): boolean =>
    tokenAt(doc, i)?.kind === Kind.word || tokenAt(doc, i)?.kind === Kind.number;
  for (let i = p.from - 1; i >= p.from - 5 && mayReach(i); i--)
    if (has(doc, i, 'compared.before') || has(doc, i, 'than') || has(doc, i, 'versus')) return true;
  for (let i = p.to; i < p.to + 3 && doc.tokens[i]?.form; i++) if (has(doc, i, 'compared.after')) return true;
  // «достиг уровня 2019 года», «рост к тому же периоду 2024 года»
  if (has(doc, p.from - 1, 'level.of')) return true;
  if (has(doc, p.from - 1, 'stretch') && hasWithin(doc, p.from - 4, p.from - 2, 'prep.until')) return true;
  // «рост к 2024 году», «+4 % к 2024 году»; «к 2030 году» alone is when.
  const grown =
    has(doc, p.from - 1, 'growth') || has(doc, p.from - 1, 'decline') || mark(doc, p.from - 1) === '%';
  if (grown && has(doc, p.from, 'prep.until')) return true;
  return isComparedTime(word(doc, p.to - 1)) || isComparedTime(word(doc, p.to)) || isExceeded(doc, p);
}

/**
 * `өткен жылдан 9,6 пайызға қымбат`, `былтырғы деңгейден 4 мың тоннаға көп`: a time in the ablative, or what it is an
 * attribute of, then a figure and a comparative; `былтырғы тиісті кезеңнен 11 %-ға өсті` tells it with a verb.
 */
function isExceeded(doc: Document, p: PeriodMention): boolean {
  let at = p.to - 1;
  if (has(doc, at, 'time.attribute'))
    while (at < p.to + ATTRIBUTED && doc.tokens[at + 1]?.form && !isAblative(doc, at)) at++;
  if (!isAblative(doc, at) || tokenAt(doc, at + 1)?.kind !== Kind.number) return false;
  const ofStretch = at >= p.to && has(doc, at, 'stretch');
  for (let i = at + 2; i <= at + 1 + FIGURE; i++) {
    if (has(doc, i, 'most') || has(doc, i, 'least')) return true;
    if (ofStretch && (has(doc, i, 'up') || has(doc, i, 'down'))) return true;
    if (!doc.tokens[i]?.form && mark(doc, i) !== '%') return false;
  }
  return false;
}
/** Words that a time may be an attribute of: `былтырғы осы кезеңдегі деңгейден`. */
const ATTRIBUTED = 4;
/** Tokens that may stand between a number and its comparative: `4,5 мың текше метрге артық`. */
const FIGURE = 5;

/** «В 2020 году …, в июне …»: the year that the sentence has named is that of its months. */
function yearSaid(doc: Document, i: number, last: PeriodMention | undefined): number | null {
  if (!last || last.loose || last.relative || doc.sentenceOf[last.from] !== doc.sentenceOf[i]) return null;
  const { from, to } = last.period;
  return from !== null && from === to && from.length === 4 ? Number(from) : null;
}

/** A time to compare with is named as plainly as a year, but for its own clause. */
const isRelative = ({ loose }: TimeSpan): boolean => loose === 'length' || loose === 'day';

/** The number of a date in digits or words that begins at a token. */
const dateAt = (dates: DateNumbers, i: number): Reject | undefined => {
  const r = dates.get(i);
  return r?.kind === 'date' ? r : undefined;
};

/**
 * A time begins with a word of time, a month, the number of a date or an ordinal, two months in one word, or a Roman
 * numeral.
 */
function mayOpen(doc: Document, i: number, dates: DateNumbers): boolean {
  const begins = doc.starts[i] ?? 0;
  if (begins & (Starts.time | Starts.month)) return true;
  const signs = doc.signs[i] ?? 0;
  if (signs & Sign.word)
    return (
      (signs & Sign.hyphened) !== 0 ||
      ((signs & Sign.latin) !== 0 && startsAt(doc, i + 1, Starts.time)) ||
      (has(doc, i, 'first.part') && startsAt(doc, i + 1, Starts.time)) ||
      ((begins & Starts.numeral) !== 0 && dates.has(i))
    );
  if (signs & Sign.number) return dates.has(i) || tokenAt(doc, i)?.digits.suffix !== '';
  return signs === 0 && tokenAt(doc, i)?.kind === Kind.date;
}

const isYear = (r: Reject | undefined): r is Reject =>
  r !== undefined &&
  (r.group.value ?? 0) >= 1900 &&
  (r.group.value ?? 0) <= 2099 &&
  // «две тысячи лет» is a length of time, «две тысячи двадцатый» a year.
  (r.group.digits || r.group.role === 'ordinal');
const isDay = (r: Reject | undefined): r is Reject =>
  r !== undefined && (r.group.value ?? 0) >= 1 && (r.group.value ?? 99) <= 31;

function mention(
  doc: Document,
  from: number,
  to: number,
  start: string | null,
  end: string | null,
  isRelative = false,
): PeriodMention {
  const text = doc.text.slice(doc.tokens[from]?.start ?? 0, tokenAt(doc, to - 1)?.end ?? 0);
  return { from, to, period: { from: start, to: end, text }, relative: isRelative, loose: undefined };
}

function absolute(
  doc: Document,
  i: number,
  dates: DateNumbers,
  anchor: Anchor | null,
  last: PeriodMention | undefined,
): PeriodMention | undefined {
  const t = doc.tokens[i];
  if (t?.kind === Kind.date) {
    const day = isoDay(doc.text.slice(t.start, t.end));
    return day ? mention(doc, i, i + 1, day, day) : undefined;
  }
  const told = anchor && langAt(doc, i) === 'kk' ? yearAt({ doc, dates, anchor }, i) : undefined;
  const dayOf = told?.relative ? dateAt(dates, told.until) : undefined;
  // `өткен жылдың 1 қарашасында`; `биыл 1 сәуірге дейін` has an end alone.
  const named = isDay(dayOf) && monthAt(doc, dayOf.group.to) !== undefined ? dayOf : undefined;
  if (told && named && !has(doc, named.group.to + 1, 'cmp.until.dat'))
    return { ...fromDay(doc, told.until, named, dates, anchor, told.year), from: i };
  const number = dateAt(dates, i);
  const day = isDay(number) ? number : undefined;
  if (isYear(number)) return fromYear(doc, i, number, dates, anchor);
  if (day) {
    const range = dayRange(doc, i, day, dates, anchor);
    if (range) return range;
    if (monthAt(doc, day.group.to) !== undefined)
      return fromDay(doc, i, day, dates, anchor, null, yearSaid(doc, i, last));
  }
  const month = monthAt(doc, i);
  if (
    month === undefined ||
    has(doc, i, 'seasonal') ||
    isSeason(doc, i) ||
    isThing(doc, i) ||
    isNameInQuotes(doc, i)
  )
    return undefined;
  return tokenAt(doc, i - 1)?.digits.num
    ? undefined
    : fromMonth(doc, i, month, dates, anchor, null, yearSaid(doc, i, last));
}

/**
 * `Туристік маусым қызды`: bare, with a word behind it and no number, month or year beside it, маусым is a season and
 * no June.
 */
const isSeason = (doc: Document, i: number): boolean =>
  has(doc, i, 'seasonal.bare') &&
  doc.tokens[i + 1]?.form != null &&
  !has(doc, i + 1, 'unit.month') &&
  !has(doc, i + 1, 'and') &&
  !has(doc, i - 1, 'and') &&
  !has(doc, i - 1, 'unit.year') &&
  doc.tokens[i - 1]?.kind !== Kind.number &&
  !isDash(doc, i - 1);

/** `Қазан агрегаты`: a boiler. */
const isThing = (doc: Document, i: number): boolean =>
  sensesAt(doc, i, Starts.thing).some((s) => s.entry.cls === 'thing' && s.to > i + 1);

/** `«Наурыз» бағдарламасы`, `«Наурыз Жұмыскер»`: a month in quotation marks, alone or before a capital, is a name. */
export const isNameInQuotes = (doc: Document, i: number): boolean =>
  '«"“„'.includes(mark(doc, i - 1) || ' ') &&
  ('»"”“'.includes(mark(doc, i + 1) || ' ') || capital(doc, i + 1));

function isoDay(text: string): string | null {
  const iso = /^(\d{4})[-‐‑](\d\d)[-‐‑](\d\d)$/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const m = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text);
  if (!m) return null;
  const year = m[3]?.length === 2 ? `20${m[3]}` : m[3];
  return `${year}-${two(Number(m[2]))}-${two(Number(m[1]))}`;
}

/** «2024 жылы», «2025–2027 годы», «2025 жылғы 1 қазан», «с 2024 года», «2028 жылға дейін». */
function fromYear(
  doc: Document,
  i: number,
  r: Reject,
  dates: DateNumbers,
  anchor: Anchor | null,
): PeriodMention {
  const year = r.group.value ?? 0;
  let to = r.group.to;
  const second = isDash(doc, to) ? dateAt(dates, to + 1) : undefined;
  let last = year;
  if (isYear(second)) {
    last = second.group.value ?? year;
    to = second.group.to;
  }
  // «2025–2026 оқу жылы»: two years of one noun may have an attribute.
  if (last !== year && doc.tokens[to]?.form && has(doc, to + 1, 'unit.year')) to++;
  if (has(doc, to, 'unit.year')) {
    to++;
    if (mark(doc, to) === '.' && (tokenAt(doc, to - 1)?.form?.length ?? 9) <= 2) to++;
  }
  // Kazakh puts the year first: «2025 жылғы 1 қазанда», «2024 жылғы мамырда».
  const day = dateAt(dates, to);
  if (isDay(day) && monthAt(doc, day.group.to) !== undefined)
    return { ...fromDay(doc, to, day, dates, anchor, year), from: i };
  const month = monthAt(doc, to);
  if (month !== undefined && last === year)
    return { ...fromMonth(doc, to, month, dates, anchor, year), from: i };
  const text = (start: string | null, end: string | null): PeriodMention => mention(doc, i, to, start, end);
  // The end of a year is no narrower than the year: it may begin in autumn.
  if (has(doc, to, 'end')) to++;
  if (last === year) {
    if (has(doc, to, 'since.after')) return mention(doc, i, to + 1, String(year), null);
    if (has(doc, to, 'cmp.until.dat') || has(doc, to, 'toward.after'))
      return mention(doc, i, to + 1, null, String(year));
    const end = kazakhEnd(doc, to, dates);
    if (end) return mention(doc, i, end.to, String(year), String(end.year));
    if (has(doc, i - 1, 'prep.since')) return sinceUntil(doc, i, to, year, dates);
    // «к 2030 году», «до конца 2026 года»
    const until = has(doc, i - 1, 'end') ? i - 2 : i - 1;
    if (has(doc, until, 'prep.until')) return mention(doc, until, to, null, String(year));
  }
  return text(String(year), String(last));
}

/** `2024 жылдан 2026 жылға дейін`: where the second year of a stretch ends. */
function kazakhEnd(doc: Document, at: number, dates: DateNumbers): { year: number; to: number } | undefined {
  const r = dateAt(dates, at);
  if (!isYear(r) || !has(doc, r.group.to, 'unit.year') || !has(doc, r.group.to + 1, 'cmp.until.dat'))
    return undefined;
  return { year: r.group.value ?? 0, to: r.group.to + 2 };
}

/** «с 2021 по 2024 год», «с 2024 года». */
function sinceUntil(doc: Document, i: number, to: number, year: number, dates: DateNumbers): PeriodMention {
  if (has(doc, to, 'prep.each') || has(doc, to, 'prep.until')) {
    const end = dateAt(dates, to + 1);
    if (isYear(end))
      return mention(
        doc,
        i - 1,
        has(doc, end.group.to, 'unit.year') ? end.group.to + 1 : end.group.to,
        String(year),
        String(end.group.value),
      );
  }
  return mention(doc, i - 1, to, String(year), null);
}

/**
 * The year of a day or month said without one: the latest that is not after publication, or the next when the sentence
 * looks ahead.
 */
function guessYear(anchor: Anchor | null, month: number, day: number, ahead: boolean): number | null {
  if (!anchor) return null;
  const later = month > anchor.month || (month === anchor.month && day > anchor.day);
  if (ahead) return later || month === anchor.month ? anchor.year : anchor.year + 1;
  return later ? anchor.year - 1 : anchor.year;
}

/** Is a day within the weeks behind that of publication? Nobody names one of almost a year ago without its year. */
function isSoon(anchor: Anchor | null, month: number, day: number): boolean {
  if (!anchor) return false;
  const end = daysAfter(anchor, WEEKS_AHEAD * 7);
  const [from, until, at] = [anchor, end, { month, day }].map((d) => d.month * 100 + d.day) as [
    number,
    number,
    number,
  ];
  return from <= until ? from < at && at <= until : from < at || at <= until;
}
const WEEKS_AHEAD = 5;

/** Does a verb of plan or promise stand near a date: «с мая запустят»? */
function isAhead(doc: Document, i: number): boolean {
  const s = doc.sentences[doc.sentenceOf[i] ?? 0];
  for (let k = Math.max(s?.from ?? 0, i - 8); k < Math.min(s?.to ?? 0, i + 10); k++)
    if (has(doc, k, 'planned')) return true;
  return false;
}

/**
 * `1 қаңтардан бастап стипендия 60 мың теңгеге жетеді`, told in autumn: a Kazakh verb of what will be, and the month
 * nearer ahead than behind.
 */
function isComing(doc: Document, i: number, anchor: Anchor | null, month: number): boolean {
  if (langAt(doc, i) !== 'kk' || !isNear(anchor, month)) return false;
  const s = doc.sentences[doc.sentenceOf[i] ?? 0];
  let last = (s?.to ?? 0) - 1;
  while (last > i && !doc.tokens[last]?.form) last--;
  const form = last > i ? doc.tokens[last]?.form : undefined;
  return (
    form != null && isComingVerb(form.type.norm) && isAttributeOfPresent(kazakhParticiple(form.type) ?? '')
  );
}

/** Is a month nearer ahead than behind? */
function isNear(anchor: Anchor | null, month: number): boolean {
  const off = anchor ? (month - anchor.month + 12) % 12 : 0;
  return off > 0 && off < 6;
}

/** `Тамыздың басына дейін`: the end of a time that runs, of which nobody speaks almost a year later. */
const isTerm = (doc: Document, to: number, anchor: Anchor | null, month: number): boolean =>
  has(doc, to, 'edge.until') && has(doc, to + 1, 'cmp.until.dat') && isNear(anchor, month);

/** «1–15 января», «с 1 по 15 января», `1-15 қаңтар`. */
function dayRange(
  doc: Document,
  i: number,
  r: Reject,
  dates: DateNumbers,
  anchor: Anchor | null,
): PeriodMention | undefined {
  const tie = r.group.to;
  if (!isDash(doc, tie) && !(has(doc, i - 1, 'prep.since') && has(doc, tie, 'prep.each'))) return undefined;
  const last = dateAt(dates, tie + 1);
  if (!isDay(last) || monthAt(doc, last.group.to) === undefined) return undefined;
  const { to, period } = fromDay(doc, tie + 1, last, dates, anchor, null);
  const start = period.from && `${period.from.slice(0, 8)}${two(r.group.value ?? 1)}`;
  return mention(doc, i, to, start, period.from);
}

/** «1 марта 2024 года», «1 декабря прошлого года»: the year behind a day or month, and where it ends. */
function yearBehind(
  doc: Document,
  at: number,
  dates: DateNumbers,
  anchor: Anchor | null,
): { readonly year: number | null; readonly to: number } {
  // An object: an array of both would make a fraction of the token number where the year is one, and reading it slow.
  const named = yearAt({ doc, dates, anchor }, at);
  return named ? { year: named.year, to: named.until } : { year: null, to: at };
}

function fromDay(
  doc: Document,
  i: number,
  r: Reject,
  dates: DateNumbers,
  anchor: Anchor | null,
  given: number | null,
  said: number | null = null,
): PeriodMention {
  const month = monthAt(doc, r.group.to) ?? 1;
  const day = r.group.value ?? 1;
  let to = r.group.to + 1;
  let year = given;
  if (year === null) ({ year, to } = yearBehind(doc, to, dates, anchor));
  // «Запрет действует до 1 сентября»: what has an end has it before it.
  const ends = has(doc, i - 1, 'prep.to') || has(doc, to, 'cmp.until.dat');
  year ??=
    said ??
    guessYear(
      anchor,
      month,
      day,
      ends || isAhead(doc, i) || isSoon(anchor, month, day) || isComing(doc, i, anchor, month),
    );
  const iso = year === null ? null : `${year}-${two(month)}-${two(day)}`;
  if (ends && given === null) return mention(doc, i, to, null, iso);
  if (has(doc, i - 1, 'prep.since') || has(doc, to, 'since.after')) return mention(doc, i, to, iso, null);
  return mention(doc, i, to, iso, iso);
}

function fromMonth(
  doc: Document,
  i: number,
  month: number,
  dates: DateNumbers,
  anchor: Anchor | null,
  given: number | null,
  said: number | null = null,
): PeriodMention {
  let to = i + 1;
  // «январь–ноябрь», «қаңтар-қараша», and of two that follow each other «январь и февраль»
  const tied = isDash(doc, to) || (has(doc, to, 'and') && monthAt(doc, to + 1) === month + 1);
  const until = tied ? monthAt(doc, to + 1) : undefined;
  if (until !== undefined) to += 2;
  if (has(doc, to, 'unit.month')) to++;
  let year = given;
  if (year === null) ({ year, to } = yearBehind(doc, to, dates, anchor));
  // «с января по октябрь», «с января по май текущего года», «с середины мая»
  const starts = has(doc, i - 1, 'prep.since') || (has(doc, i - 1, 'midst') && has(doc, i - 2, 'prep.since'));
  const since = until === undefined && has(doc, i - 1, 'prep.since') && has(doc, to, 'prep.each');
  const last = since ? monthAt(doc, to + 1) : until;
  let end = to + 2;
  if (since && last !== undefined && year === null) ({ year, to: end } = yearBehind(doc, end, dates, anchor));
  // «Ставка сохранится до апреля»: what has an end has it before it.
  const ends = has(doc, i - 1, 'prep.to');
  year ??=
    said ??
    guessYear(
      anchor,
      Math.max(month, last ?? 0),
      1,
      ends ||
        has(doc, to, 'cmp.until.dat') ||
        isAhead(doc, i) ||
        isComing(doc, i, anchor, month) ||
        isTerm(doc, to, anchor, month),
    );
  const iso = year === null ? null : `${year}-${two(month)}`;
  if (ends && until === undefined) return mention(doc, i - 1, to, null, iso);
  if (isTerm(doc, to, anchor, month)) return mention(doc, i, to + 2, null, iso);
  if (until !== undefined && year !== null) return mention(doc, i, to, iso, `${year}-${two(until)}`);
  if (since && last !== undefined && year !== null)
    return mention(doc, i - 1, end, `${year}-${two(month)}`, `${year}-${two(last)}`);
  if (starts || has(doc, to, 'since.after')) return mention(doc, i, to, iso, null);
  return mention(doc, i, to, iso, iso);
}

/** «биыл», «в прошлом году», «с начала года», «за последние три года». */
function relative(
  doc: Document,
  i: number,
  dates: DateNumbers,
  anchor: Anchor | null,
): PeriodMention | undefined {
  if (!anchor) return undefined;
  if (!startsAt(doc, i, Starts.time)) return lengthOfYears(doc, i, dates, anchor);
  const { year } = anchor;
  if (has(doc, i, 'rel.thisyear')) return ofYear(doc, i, i + 1, year);
  if (has(doc, i, 'rel.lastyear')) return ofYear(doc, i, i + 1, year - 1);
  if (has(doc, i, 'unit.year')) {
    if (has(doc, i + 1, 'begin'))
      return soFar(doc, i, has(doc, i + 2, 'since.after') ? i + 3 : i + 2, anchor);
    // «подвели итоги года», `жыл қорытындысы`
    if ((has(doc, i - 1, 'results') || has(doc, i + 1, 'results')) && !isYear(dateAt(dates, i + 1)))
      return ofYear(doc, i, i + 1, lastYear(anchor));
  }
  if (has(doc, i + 1, 'unit.year')) {
    if (has(doc, i, 'begin')) return soFar(doc, i, i + 2, anchor);
    if (has(doc, i, 'rel.this')) return ofYear(doc, i, i + 2, year);
    if (has(doc, i, 'rel.last')) return ofYear(doc, i, i + 2, year - 1);
    if (has(doc, i, 'rel.next')) return ofYear(doc, i, i + 2, year + 1);
  }
  return lengthOfYears(doc, i, dates, anchor);
}

const ofYear = (doc: Document, from: number, to: number, year: number): PeriodMention =>
  mention(doc, from, to, String(year), String(year));

/** From the first day of the year to the day of publication. */
const soFar = (doc: Document, from: number, to: number, anchor: Anchor): PeriodMention =>
  mention(doc, from, to, `${anchor.year}-01-01`, days(anchor).to);

/** «за последние три года», «за год», `үш жыл ішінде`: the years that have just gone, or with a verb of plan those to come. */
function lengthOfYears(
  doc: Document,
  i: number,
  dates: DateNumbers,
  anchor: Anchor,
): PeriodMention | undefined {
  const r = dateAt(dates, i);
  if (!r) {
    // «За год сдали 4,6 млн кв. метров»
    if (!has(doc, i, 'unit.year') || !has(doc, i - 1, 'prep.over') || isYear(dateAt(dates, i + 1)))
      return undefined;
    const { from, to } = yearGone(anchor);
    return mention(doc, i - 1, i + 1, from, to, from !== to);
  }
  const n = r.group.value ?? 99;
  const to = r.group.to + 1;
  if (!has(doc, to - 1, 'unit.year') || n > 50 || r.group.role !== 'cardinal') return undefined;
  const led = has(doc, i - 1, 'prep.over') || has(doc, i - 1, 'rel.past');
  const within = has(doc, to, 'within.after');
  if (!led && !within) return undefined;
  const until = within ? to + 1 : to;
  const from = led ? i - 1 : i;
  if (!has(doc, i - 1, 'rel.past') && isAhead(doc, i))
    return mention(doc, from, until, String(anchor.year), String(anchor.year + n - 1), true);
  const last = lastYear(anchor);
  return mention(doc, from, until, String(last - n + 1), String(last), true);
}

/** In the first months of a year news still count the years that have ended. */
const lastYear = ({ year, month }: Anchor): number => (month <= 2 ? year - 1 : year);

/** Told at either end of a year «за год» is that year; in between, the twelve months that have just gone. */
function yearGone(anchor: Anchor): Stretch {
  return anchor.month <= 2 || anchor.month === 12
    ? years(lastYear(anchor))
    : months(anchor.year, anchor.month - 12, anchor.month);
}
