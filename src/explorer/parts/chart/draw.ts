import { html } from 'hono/html';
import type { Context } from '../../context.ts';
import type { Html } from '../html.ts';
import { nothing } from '../html.ts';
import { nameIn, valueHref } from '../source.ts';
import { valueText } from '../value.ts';
import type { TimeAxis, ValueAxis } from './axes.ts';
import { startOf } from './extent.ts';
import type { Mark, Panel, Step } from './plot.ts';

/** The drawing of one place: grid, borders that moved, bands, bars or steps, and a dot for each statement. */
export function drawing(panel: Panel, x: TimeAxis, y: ValueAxis, height: number, ctx: Context): Html {
  return html`<svg class="plot" width="100%" height="${height}" role="group" aria-label="${ctx.words.t('chart')}">
${y.ticks.map(({ at }) => html`<line class="grid" x1="0" x2="100%" y1="${at}" y2="${at}"></line>`)}
${breaksOf(panel.region, x, ctx).map((at) => html`<line class="border" x1="${at}%" x2="${at}%" y1="0" y2="${height}"></line>`)}
${panel.bars.map((mark) => bar(mark, x, y))}${panel.steps.map((step) => stepHtml(step, x, y))}
${y.ticks.map(({ at, label }) => html`<text class="scale" x="0" y="${at - 3}">${label}</text>`)}
${panel.marks.map((mark) => dot(mark, x, y, ctx))}
</svg>`;
}

/** The axis of time below one drawing or a column of them. */
export const timeScale = (x: TimeAxis): Html =>
  html`<svg class="times" width="100%" height="20" aria-hidden="true">${x.ticks.map(
    ({ at, label, isYear }) =>
      html`<text x="${at}%" y="14"${isYear ? nothing : html` class="minor"`}>${label}</text>`,
  )}</svg>`;

/** Where the borders of a region moved within the time shown. */
export const breaksOf = (region: string, x: TimeAxis, ctx: Context): readonly number[] =>
  ctx.borderDays(region).flatMap((day) => {
    const at = startOf(day);
    return at === undefined || at < x.domain[0] || at > x.domain[1] ? [] : [x.at(at)];
  });

function bar(mark: Mark, x: TimeAxis, y: ValueAxis): Html {
  const [left, right] = [x.at(mark.extent[0]), x.at(mark.extent[1])];
  const [top, zero] = [y.at(Math.max(0, mark.value)), y.at(Math.min(0, mark.value))];
  return html`<rect class="bar" x="${left}%" width="${tenths(right - left)}%" y="${top}" height="${tenths(zero - top)}"></rect>`;
}

/** A count stays until the next one; where nobody counted for long, that is only dotted. */
function stepHtml({ from, to, gap }: Step, x: TimeAxis, y: ValueAxis): Html {
  const [left, right] = [x.at(from.at), x.at(to.at)];
  const [before, after] = [y.at(from.value), y.at(to.value)];
  const kind = gap ? 'step gap' : 'step';
  return html`<line class="${kind}" x1="${left}%" x2="${right}%" y1="${before}" y2="${before}"></line>${
    before === after
      ? nothing
      : html`<line class="${kind}" x1="${right}%" x2="${right}%" y1="${before}" y2="${after}"></line>`
  }`;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** A statement: a link to its sentence, named by what it says. */
function dot(mark: Mark, x: TimeAxis, y: ValueAxis, ctx: Context): Html {
  const { row, extent, band } = mark;
  const at = x.at(mark.at);
  const height = y.at(mark.value);
  const classes = [
    mark.isFact ? 'fact' : 'plan',
    ...(mark.superseded ? ['superseded'] : []),
    ...(mark.guessed ? ['guessed'] : []),
  ];
  const [left, right] = [x.at(extent[0]), x.at(extent[1])];
  return html`<a href="${valueHref(row, ctx)}" class="${classes.join(' ')}"><title>${titleOf(mark, ctx)}</title>${
    band === null
      ? nothing
      : html`<line class="band" x1="${at}%" x2="${at}%" y1="${y.at(band[0])}" y2="${y.at(band[1])}"></line>`
  }${
    right - left < 1
      ? nothing
      : html`<line class="span" x1="${left}%" x2="${right}%" y1="${height}" y2="${height}"></line>`
  }<circle cx="${at}%" cy="${height}" r="5"></circle></a>`;
}

function titleOf({ row, times }: Mark, ctx: Context): string {
  const when = row.period === null ? undefined : ctx.format.period(row.period);
  const pieces = [
    `${when ?? ctx.format.date(row.published ?? '')}: ${valueText(row, ctx)}`,
    ...(row.status === 'actual' ? [] : [ctx.words.label('status', row.status)]),
    ...(row.region === null ? [] : [nameIn(row.region.name, ctx)[1]]),
    `${ctx.outlet(row.publisher)}${times > 1 ? ` +${times - 1}` : ''}`,
  ];
  return pieces.join(' · ');
}
