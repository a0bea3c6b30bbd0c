import { html } from 'hono/html';
import type { TimelineRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../order.ts';
import { type Chart, seriesName, whenText } from './chart/figure.ts';
import type { Html } from './html.ts';
import { joined, nothing } from './html.ts';
import { nameIn, valueHref } from './source.ts';
import { valueText } from './value.ts';

const MOST_OUTLETS = 6;
const MOST_ROWS = 12;

/**
 * What each outlet gave for the same period and place, side by side; only rows on which at least two outlets speak.
 * Nothing when there is no such row.
 */
export function outletMatrix(chart: Chart, ctx: Context): Html {
  const outletOf = (row: TimelineRow): string => ctx.outlet(row.publisher);
  const rows = [
    ...groupBy(
      chart.rows.filter((row) => row.period !== null),
      placeAndTime,
    ).values(),
  ]
    .filter((group) => new Set(group.map(outletOf)).size > 1)
    .reverse()
    .slice(0, MOST_ROWS);
  if (rows.length === 0) return nothing;
  const outlets = [...groupBy(rows.flat(), outletOf)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_OUTLETS)
    .map(([name]) => name);
  const { t } = ctx.words;
  return html`<div class="table-box"><table><caption>${seriesName(chart, ctx)}</caption>
<thead><tr><th scope="col">${t('period')}</th><th scope="col">${t('region')}</th>${outlets.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${rows.map((group) => rowHtml(group, outlets, outletOf, ctx))}</tbody></table></div>`;
}

const placeAndTime = ({ period, region }: TimelineRow): string =>
  `${period?.from}|${period?.to}|${region?.id ?? ''}`;

function rowHtml(
  group: readonly TimelineRow[],
  outlets: readonly string[],
  outletOf: (row: TimelineRow) => string,
  ctx: Context,
): Html {
  const [first] = group;
  if (first === undefined) return nothing;
  const cell = (name: string): Html =>
    joined(
      group
        .filter((row) => outletOf(row) === name)
        .map((row) => html`<a href="${valueHref(row, ctx)}">${valueText(row, ctx)}</a>`),
      ', ',
    );
  return html`<tr><th scope="row">${whenText(first, ctx)}</th><td>${first.region === null ? '–' : nameIn(first.region.name, ctx)[1]}</td>${outlets.map((name) => html`<td class="number">${cell(name)}</td>`)}</tr>`;
}
