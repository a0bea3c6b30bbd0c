/** The day an article speaks from. */
export interface Anchor {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Both ends of a stretch of time, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null is open. */
export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The day of publication; null when the article bears none. */
export function anchorOf(published: string | null | undefined): Anchor | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  return m ? { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) } : null;
}

export const isoMonth = (year: number, month: number): string => `${year}-${two(month)}`;
export const isoDay = ({ year, month, day }: Anchor): string => `${year}-${two(month)}-${two(day)}`;

export const years = (first: number, last = first): Stretch => ({ from: String(first), to: String(last) });

/** Months counted from January of a year: 0 is December of the year before, 13 January of the next. */
export function months(year: number, first: number, last = first): Stretch {
  const at = (month: number): string =>
    isoMonth(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1);
  return { from: at(first), to: at(last) };
}

/** The day so many days after another, both in the Gregorian calendar. */
export function daysAfter({ year, month, day }: Anchor, days: number): Anchor {
  const d = new Date(Date.UTC(year, month - 1, day + days));
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
}

export const days = (first: Anchor, last = first): Stretch => ({ from: isoDay(first), to: isoDay(last) });

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = ({ year, month, day }: Anchor): number =>
  ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;

/** The week of a day, Monday to Sunday, moved by so many weeks. */
export function week(anchor: Anchor, by: number): Stretch {
  const monday = daysAfter(anchor, 1 - weekdayOf(anchor) + 7 * by);
  return days(monday, daysAfter(monday, 6));
}
