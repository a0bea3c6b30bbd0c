import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import type { ObservationRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import { dayOf } from '../i18n/format.ts';
import { timeOf } from '../order.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';
import { langAttribute } from './quote.ts';
import { valueHref } from './source.ts';
import { valueText } from './value.ts';

/** Rows that fit on a page; the list below the chart has the rest. */
const MOST_LANES = 8;
/** Dots of one row; more could not be told apart. */
const MOST_DOTS = 200;
const HEIGHT = 56;
const EDGE = 10;
const DAY = 86_400_000;

/** A row of the chart: values in one unit, of one indicator or of several that were reported once each. */
export interface Lane {
  readonly key: string;
  readonly single: boolean;
  /** Oldest first. */
  readonly rows: readonly ObservationRow[];
}

/**
 * Rows of the chart: indicators reported more than once, the most often reported first; then the rest by unit. What was
 * reported once has no course, but it still has a place in time.
 */
export function lanesOf(rows: readonly ObservationRow[]): readonly Lane[] {
  const timed = rows.filter((row) => extent(row) !== undefined);
  const indicators = groupBy(timed, (row) => [row.indicator, row.unit, row.measure, row.per ?? ''].join('|'));
  const repeated = indicators.filter(([, group]) => group.length > 1);
  const rest = groupBy(
    indicators.filter(([, group]) => group.length === 1).flatMap(([, group]) => group),
    (row) => [row.unit, row.measure].join('|'),
  );
  const lanes = (groups: readonly Group[], single: boolean): readonly Lane[] =>
    groups
      .map(([key, group]) => ({
        key,
        single: single || group.length === 1,
        rows: [...group].sort((a, b) => middle(a) - middle(b)).slice(-MOST_DOTS),
      }))
      .sort((a, b) => b.rows.length - a.rows.length || (latest(a) < latest(b) ? 1 : -1));
  return [...lanes(repeated, true), ...lanes(rest, false)];
}

type Group = readonly [key: string, rows: readonly ObservationRow[]];

function groupBy(rows: readonly ObservationRow[], keyOf: (row: ObservationRow) => string): readonly Group[] {
  const groups = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups];
}

const latest = (lane: Lane): string => timeOf(lane.rows.at(-1) ?? NO_TIME) ?? '';
const NO_TIME = { period: null, published: null };

/** The time a value covers, in ms: its period to the end of its last day, else the day of publication. */
function extent(o: Pick<ObservationRow, 'period' | 'published'>): readonly [number, number] | undefined {
  const { from, to } = o.period ?? NO_PERIOD;
  const known = from !== null || to !== null ? [from ?? to, to ?? from] : [o.published, o.published];
  const [start, end] = [startOf(known[0] ?? null), endOf(known[1] ?? null)];
  return start === undefined || end === undefined || end < start ? undefined : [start, end];
}
const NO_PERIOD = { from: null, to: null };

const middle = (o: ObservationRow): number => {
  const [start, end] = extent(o) ?? [0, 0];
  return (start + end) / 2;
};

function startOf(value: string | null): number | undefined {
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(dayOf(value ?? '')) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(at) ? undefined : at;
}

function endOf(value: string | null): number | undefined {
  const day = dayOf(value ?? '');
  const start = startOf(day);
  if (start === undefined) return undefined;
  const at = new Date(start);
  if (day.length === 4) return Date.UTC(at.getUTCFullYear() + 1, 0, 1);
  if (day.length === 7) return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  return start + DAY;
}

/** Does the sentence itself name the time? */
const saysWhen = (o: ObservationRow): boolean => o.period !== null && !o.inferred.includes('period');

const isFact = (o: ObservationRow): boolean => o.status === 'actual';

/** The strip chart of dated values. Positions are percentages, so that it fits any screen with dots that stay round. */
export function stripChart(rows: readonly ObservationRow[], ctx: Context, caption: string): Html {
  const lanes = lanesOf(rows);
  const shown = lanes.slice(0, MOST_LANES);
  if (shown.length === 0) return nothing;
  const times = shown.flatMap((lane) => lane.rows.flatMap((row) => extent(row) ?? []));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = Math.max((last - first) * 0.04, 20 * DAY);
  const x = scaleUtc()
    .domain([new Date(first - room), new Date(last + room)])
    .range([0, 100]);
  const at = (ms: number): number => round(x(new Date(ms)));
  const ticks = x.ticks(5).map((tick) => ({ at: at(tick.getTime()), day: tick.toISOString().slice(0, 10) }));
  const hasYear = ticks.some(({ day }) => isYear(day));
  return html`<figure class="strip" aria-label="${caption}">
${shown.map((lane) => laneHtml(lane, at, ticks, ctx))}
<div class="lane axis"><div></div><svg width="100%" height="22" aria-hidden="true">${ticks.map(
    ({ at, day }, n) =>
      html`<text x="${at}%" y="15"${isYear(day) ? '' : html` class="minor"`}>${tickLabel(day, n === 0 && !hasYear, ctx)}</text>`,
  )}</svg><div></div></div>
<figcaption>${ctx.words.t('chartNote')}${lanes.length > shown.length ? ` ${ctx.words.t('chartMore')}` : ''}</figcaption>
</figure>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const isYear = (day: string): boolean => day.endsWith('-01-01');

/** Years stand at their ticks; where the axis is shorter than that, at its first. */
function tickLabel(day: string, withYear: boolean, ctx: Context): string {
  const year = day.slice(0, 4);
  if (isYear(day)) return year;
  const label = ctx.format.short(day.endsWith('-01') ? day.slice(0, 7) : day);
  return withYear ? `${label} ${year}` : label;
}

function laneHtml(
  lane: Lane,
  at: (ms: number) => number,
  ticks: readonly { readonly at: number }[],
  ctx: Context,
): Html {
  const newest = lane.rows.at(-1);
  if (newest === undefined) return nothing;
  const values = lane.rows.flatMap((row) => (row.value === null ? [] : [row.value]));
  const y = scaleLinear()
    .domain([Math.min(...values), Math.max(...values)])
    .range([HEIGHT - EDGE, EDGE]);
  const height = (row: ObservationRow): number =>
    row.value === null || new Set(values).size < 2 ? HEIGHT / 2 : round(y(row.value));
  return html`<div class="lane">
<div class="lane-name">${laneName(lane, newest, ctx)}</div>
<svg width="100%" height="${HEIGHT}">
${ticks.map((tick) => html`<line class="grid" x1="${tick.at}%" x2="${tick.at}%" y1="0" y2="${HEIGHT}"></line>`)}
${connections(lane, at, height)}
${lane.rows.map((row) => dotHtml(row, at, height(row), ctx))}
</svg>
<div class="lane-value">${lane.single ? valueText(newest, ctx) : ctx.words.count('value', lane.rows.length, ctx.format.number(lane.rows.length))}</div>
</div>`;
}

/** What a row shows: the indicator in the words of an article in the reader's language, or only the unit. */
function laneName(lane: Lane, newest: ObservationRow, ctx: Context): Html {
  if (!lane.single)
    return html`${ctx.unit(newest.unit)}<br><span class="quiet">${ctx.words.t('otherValues')}</span>`;
  const named = lane.rows.findLast((row) => row.lang === ctx.lang && row.subject !== '') ?? newest;
  const text = named.subject === '' ? ctx.unit(named.unit) : named.subject;
  return html`<a href="${ctx.href(pathOf('indicators', newest.indicator))}"${langAttribute(named.lang)}>${text}</a>`;
}

/** Lines join what was reported as fact about one place and one program; nothing else is a course of things. */
function connections(lane: Lane, at: (ms: number) => number, height: (row: ObservationRow) => number): Html {
  if (!lane.single) return nothing;
  const courses = new Map<string, ObservationRow[]>();
  for (const row of lane.rows) {
    if (!isFact(row) || row.value === null || row.measure !== 'level') continue;
    const key = `${row.region?.id ?? ''}|${row.program?.key ?? ''}`;
    courses.set(key, [...(courses.get(key) ?? []), row]);
  }
  const path = line<ObservationRow>()
    .x((row) => at(middle(row)) * 10)
    .y(height);
  const paths = [...courses.values()]
    .filter((course) => course.length > 1)
    .map((course) => path(course) ?? '');
  if (paths.length === 0) return nothing;
  return html`<svg viewBox="0 0 1000 ${HEIGHT}" width="100%" height="${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${paths.map((d) => html`<path class="course" d="${d}"></path>`)}</svg>`;
}

function dotHtml(row: ObservationRow, at: (ms: number) => number, y: number, ctx: Context): Html {
  const [start, end] = extent(row) ?? [0, 0];
  const when = row.period === null ? undefined : ctx.format.period(row.period);
  const said = `${when ?? ctx.format.date(row.published ?? '')}: ${valueText(row, ctx)}, ${row.subject}${row.region === null ? '' : `, ${row.region.name[ctx.lang === 'kk' ? 'kk' : 'ru']}`}`;
  const kind = `${isFact(row) ? 'fact' : 'unsure'}${saysWhen(row) ? '' : ' guessed'}`;
  return html`<a href="${valueHref(row, ctx)}" class="${kind}" aria-label="${said}"><title>${said}</title>
<line class="span" x1="${at(start)}%" x2="${at(end)}%" y1="${y}" y2="${y}"></line><circle cx="${at(middle(row))}%" cy="${y}" r="5"></circle></a>`;
}
