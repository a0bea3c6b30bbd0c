import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Context } from '../../context.ts';
import { tickText } from '../value.ts';
import type { Panel } from './plot.ts';

/** From a moment to a place across the plot, in percent of its width: charts fit any screen, and dots stay round. */
export interface TimeAxis {
  at(ms: number): number;
  readonly domain: readonly [first: number, last: number];
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly isYear: boolean }[];
}

/** From a value to a place from the top of the plot, in pixels. */
export interface ValueAxis {
  at(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const DAY = 86_400_000;
const MOST_TICKS = 5;
/** Room for the numbers of the value axis, in percent of the width. */
const GUTTER = 7;

/** One axis of time for all panels of a chart. */
export function timeAxis(panels: readonly Panel[], ctx: Context): TimeAxis {
  const times = panels.flatMap(({ marks }) => marks.flatMap(({ extent }) => extent));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = Math.max((last - first) * 0.03, 15 * DAY);
  const x = scaleUtc()
    .domain([new Date(first - room), new Date(last + room)])
    .range([GUTTER, 99]);
  const days = x.ticks(MOST_TICKS).map((tick) => tick.toISOString().slice(0, 10));
  const hasYear = days.some(isYear);
  return {
    at: (ms) => round(x(new Date(ms))),
    domain: [first, last],
    ticks: days.map((day, n) => ({
      at: round(x(new Date(`${day}T00:00:00Z`))),
      label: tickLabel(day, n === 0 && !hasYear, ctx),
      isYear: isYear(day),
    })),
  };
}

/** One axis of values for panels that are to be compared. Bars begin at zero; a course may begin nearer. */
export function valueAxis(panels: readonly Panel[], height: number, ctx: Context): ValueAxis {
  // The marks of a chart are of one series, hence of one unit.
  const [first] = panels.flatMap(({ marks }) => marks);
  const values = panels.flatMap(({ marks }) => marks.flatMap(({ value, band }) => [value, ...(band ?? [])]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const fromZero = panels.some(({ bars }) => bars.length > 0) || (low >= 0 && low < high / 2);
  const spread = high - low || Math.abs(high) || 1;
  const bottom = fromZero ? Math.min(0, low) : low - spread * 0.15;
  const y = scaleLinear()
    .domain([low >= 0 ? Math.max(0, bottom) : bottom, high + spread * 0.08])
    .nice(3)
    .range([height - EDGE, EDGE]);
  return {
    at: (value) => round(y(value)),
    ticks: y.ticks(height > 120 ? 4 : 2).map((value) => ({
      at: round(y(value)),
      label: first === undefined ? '' : tickText(value, first.row, ctx),
    })),
  };
}
const EDGE = 8;

const round = (value: number): number => Math.round(value * 10) / 10;
const isYear = (day: string): boolean => day.endsWith('-01-01');

/** Years stand at their ticks; where the axis is shorter than that, at its first. */
function tickLabel(day: string, withYear: boolean, ctx: Context): string {
  const year = day.slice(0, 4);
  if (isYear(day)) return year;
  const label = ctx.format.short(day.endsWith('-01') ? day.slice(0, 7) : day);
  return withYear ? `${label} ${year}` : label;
}
