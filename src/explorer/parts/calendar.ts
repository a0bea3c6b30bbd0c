import { html } from 'hono/html';
import type { DayTally } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';
import { shadeOf } from './region-map.ts';

const DAY = 86_400_000;
const CELL = 13;
const TOP = 16;
/** Weeks that the name of a month takes; one that begins later than so would be cut. */
const NAME = 3;
export const WEEKS = 53;

/** The first day of the weeks that a calendar shows which ends on `last` (`YYYY-MM-DD`): a Monday. */
export function firstDay(last: string): string {
  const end = Date.parse(`${last}T00:00:00Z`);
  const sinceMonday = (new Date(end).getUTCDay() + 6) % 7;
  return new Date(end - (sinceMonday + 7 * (WEEKS - 1)) * DAY).toISOString().slice(0, 10);
}

/** A year as squares, a column a week and Monday on top: each day with articles leads to them. */
export function calendar(days: readonly DayTally[], first: string, ctx: Context): Html {
  const start = Date.parse(`${first}T00:00:00Z`);
  const counts = days.map(({ articles }) => articles);
  const place = (day: string): readonly [x: number, y: number] => {
    const n = Math.round((Date.parse(`${day}T00:00:00Z`) - start) / DAY);
    return [Math.floor(n / 7) * CELL, TOP + (n % 7) * CELL];
  };
  return html`<div class="calendar" tabindex="0" role="region" aria-label="${ctx.words.t('calendar')}"><svg width="${WEEKS * CELL}" height="${TOP + 7 * CELL}" viewBox="0 0 ${WEEKS * CELL} ${TOP + 7 * CELL}" role="group" aria-label="${ctx.words.t('calendar')}">
<defs><pattern id="days" width="${CELL}" height="${CELL}" y="${TOP}" patternUnits="userSpaceOnUse"><rect class="day" width="11" height="11" rx="2"></rect></pattern></defs>
<rect width="${WEEKS * CELL}" height="${7 * CELL}" y="${TOP}" fill="url(#days)"></rect>
${months(first)
  .map((day) => ({ day, x: place(day)[0] }))
  .filter(({ x }) => x <= (WEEKS - NAME) * CELL)
  .map(({ day, x }) => html`<text x="${x}" y="11">${ctx.format.short(day.slice(0, 7))}</text>`)}
${days.map(({ day, articles }) => {
  const [x, y] = place(day);
  if (x < 0 || x >= WEEKS * CELL) return nothing;
  return html`<a href="${ctx.href('/search', { from: day, to: day })}"><title>${ctx.format.date(day)}: ${ctx.words.count('article', articles, ctx.format.number(articles))}</title><rect class="day s${shadeOf(articles, counts)}" x="${x}" y="${y}" width="11" height="11" rx="2"></rect></a>`;
})}</svg></div>`;
}

/** First days of the months that begin within the weeks shown. */
function months(first: string): readonly string[] {
  const at = new Date(`${first}T00:00:00Z`);
  return Array.from({ length: 12 }, (_, n) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1 + n, 1)).toISOString().slice(0, 10),
  );
}
