import { almatyDay } from '../../core/clock.ts';
import type { Period } from '../../core/facts.ts';
import type { UiLang } from './lang.ts';

/** Numbers and dates in one language of the interface. */
export interface Format {
  /** All digits, grouped: «45 000». */
  number(value: number): string;
  /** Millions and more in words where that loses no digit: «541 млрд», else all digits. */
  amount(value: number): string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or an ISO time (its day in Almaty), never narrower than given. */
  date(value: string): string;
  /** A tick of an axis: the year, or the month or day without it: «мау.», «4 мау.». */
  short(value: string): string;
  /** A day with the time of day, both as in Almaty. */
  time(value: string): string;
  /** A period with its open ends as dots; undefined when both ends are open. */
  period(value: Pick<Period, 'from' | 'to'>): string | undefined;
}

/** English dates go day first, as in the two languages of the country. */
const LOCALES: Readonly<Record<UiLang, string>> = { kk: 'kk', ru: 'ru', en: 'en-GB' };
const FROM_IN_WORDS = 1_000_000;

/** A calendar date of a precision, as UTC so that no zone of the server moves it. */
function calendar(
  value: string,
): { readonly at: Date; readonly grain: 'year' | 'month' | 'day' } | undefined {
  const day = value.includes('T') ? dayOf(value) : value;
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day) ?? [];
  if (year === undefined) return undefined;
  const at = new Date(`${year}-${month ?? '01'}-${date ?? '01'}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  return { at, grain: date !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}

/** The day of an ISO time in Almaty, the text before `T` when it is no time. */
export function dayOf(value: string): string {
  if (!value.includes('T')) return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value.slice(0, value.indexOf('T')) : almatyDay(at);
}

/** Formats of a language; one object serves any number of requests. */
export function formatOf(lang: UiLang): Format {
  const locale = LOCALES[lang];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const words = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay: lang === 'en' ? 'long' : 'short',
    maximumFractionDigits: 3,
  });
  const dates = {
    year: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric' }),
    month: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }),
    day: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }),
  };
  const axis = {
    year: dates.year,
    month: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' }),
    day: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric' }),
  };
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Almaty',
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const date = (value: string): string => {
    const found = calendar(value);
    return found === undefined ? value : dates[found.grain].format(found.at);
  };
  return {
    number: (value) => plain.format(value),
    amount: (value) => {
      const size = Math.abs(value);
      if (size < FROM_IN_WORDS || !keepsDigits(size)) return plain.format(value);
      return words.format(value);
    },
    date,
    short: (value) => {
      const found = calendar(value);
      return found === undefined ? value : axis[found.grain].format(found.at);
    },
    time: (value) => {
      const at = new Date(value);
      return value.includes('T') && !Number.isNaN(at.getTime()) ? clock.format(at) : date(value);
    },
    period: ({ from, to }) => {
      if (from === null && to === null) return undefined;
      if (from === null) return `… – ${date(to ?? '')}`;
      if (to === null) return `${date(from)} – …`;
      const [a, b] = [calendar(from), calendar(to)];
      if (from === to || a === undefined || b === undefined)
        return from === to ? date(from) : `${from} – ${to}`;
      return a.grain === b.grain && a.at < b.at
        ? dates[a.grain].formatRange(a.at, b.at)
        : `${date(from)} – ${date(to)}`;
    },
  };
}

/** Do three places after the point of the leading unit (million, billion…) hold every digit? */
function keepsDigits(size: number): boolean {
  let scaled = size;
  while (scaled >= 1000) scaled /= 1000;
  const rest = scaled * 1000;
  return Math.abs(rest - Math.round(rest)) < 1e-6;
}
