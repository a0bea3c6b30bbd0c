import { html } from 'hono/html';
import type { TimelineRow, ValueSeries } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import { pathOf } from '../../context.ts';
import type { Html } from '../html.ts';
import { joined, nothing } from '../html.ts';
import { langAttribute } from '../quote.ts';
import { entityLink, nameIn, valueHref } from '../source.ts';
import { valueText } from '../value.ts';
import { type TimeAxis, timeAxis, valueAxis } from './axes.ts';
import { breaksOf, drawing, timeScale } from './draw.ts';
import { COUNTRY, type Panel, type Plot, plotOf } from './plot.ts';

/** A series with its statements, the oldest first. */
export interface Chart {
  readonly series: ValueSeries;
  readonly rows: readonly TimelineRow[];
}

/** What the page itself is about and a chart on it need not say. */
export type About = 'program' | 'region' | 'indicator';

const TALL = 190;
const SMALL = 92;
/** Places beside each other; the table and the filter by region have all. */
const MOST_PLACES = 9;
/** Rows of the table behind a chart; the whole series is one link away. */
const MOST_ROWS = 12;

/**
 * A series as a figure: what is measured and its latest value, the drawing (one for the country or for the only place,
 * small ones for places to be compared), and the table behind it. Nothing for a series that has no two dated values.
 */
export function chartFigure(chart: Chart, id: string, about: About, ctx: Context): Html {
  const { series, rows } = chart;
  const concept = ctx.concept(series.indicator);
  const plot = plotOf(rows, concept?.time);
  if (plot.panels.reduce((sum, { marks }) => sum + marks.length, 0) < 2) return nothing;
  const latest = latestOf(plot);
  const wholeSeries = ctx.href(ctx.path, {
    ...ctx.query,
    indicator: series.indicator,
    unit: series.unit,
    measure: series.measure,
    per: series.per ?? undefined,
    ...(about === 'program' || series.program === null ? {} : { program: series.program }),
    page: undefined,
  });
  return html`<figure class="chart" aria-labelledby="${id}">
<figcaption><h3 class="chart-title" id="${id}">${titleOf(chart, about, ctx)}</h3>
<p class="kind-of-time">${joined(subtitleOf(chart, about, ctx), ' · ')}</p>
${latest === undefined ? nothing : html`<p class="latest"><a href="${valueHref(latest, ctx)}">${valueText(latest, ctx)}</a> <span class="quiet">${whenText(latest, ctx)}</span></p>`}</figcaption>
${panelsHtml(plot, about, ctx)}
<details class="behind"><summary>${ctx.words.t('chartTable')}</summary>${tableHtml(rows, about, ctx)}
<p class="more"><a href="${wholeSeries}">${ctx.words.t('allOfSeries')} (${ctx.format.number(series.observations)})</a></p></details>
</figure>`;
}

/** The name of the indicator: the catalogue's, else the words of an article in the reader's language. */
export function seriesName({ series, rows }: Chart, ctx: Context): Html {
  const concept = ctx.concept(series.indicator);
  if (concept !== undefined) return html`${ctx.indicator(concept)}`;
  const named = rows.findLast((row) => row.lang === ctx.lang && row.subject !== '') ?? rows.at(-1);
  return html`<span${named === undefined ? nothing : langAttribute(named.lang)}>${named?.subject || ctx.unit(series.unit)}</span>`;
}

function titleOf(chart: Chart, about: About, ctx: Context): Html {
  const name = seriesName(chart, ctx);
  return about === 'indicator'
    ? name
    : html`<a href="${ctx.href(pathOf('indicators', chart.series.indicator))}">${name}</a>`;
}

/** How the series goes with time, in what unit, of which program, and how much there is. */
function subtitleOf({ series, rows }: Chart, about: About, ctx: Context): readonly Html[] {
  const { t, label, count } = ctx.words;
  const time = ctx.concept(series.indicator)?.time;
  const program = about === 'program' ? undefined : rows.find((row) => row.program !== null)?.program;
  const outlets = new Set(rows.map((row) => ctx.outlet(row.publisher))).size;
  return [
    ...(program == null ? [] : [entityLink('programs', program.key, program.name, ctx)]),
    ...(time === undefined ? [] : [html`${t(`time.${time}`)}`]),
    ...(series.measure === 'level' ? [] : [html`${label('measure', series.measure)}`]),
    html`${count('value', series.observations, ctx.format.number(series.observations))}`,
    html`${count('outlet', outlets, ctx.format.number(outlets))}`,
  ];
}

/** The value a reader looks for first: the latest fact that still holds. */
const latestOf = (plot: Plot): TimelineRow | undefined =>
  plot.panels
    .flatMap(({ marks }) => marks)
    .filter(({ isFact, superseded }) => isFact && !superseded)
    .sort((a, b) => a.at - b.at)
    .at(-1)?.row;

export const whenText = (row: TimelineRow, ctx: Context): string =>
  (row.period === null ? undefined : ctx.format.period(row.period)) ??
  (row.published === null ? ctx.words.t('dateUnknown') : ctx.format.date(row.published));

function panelsHtml(plot: Plot, about: About, ctx: Context): Html {
  const x = timeAxis(plot.panels, ctx);
  const [first] = plot.panels;
  if (first === undefined) return nothing;
  const single = plot.panels.length === 1;
  const main = single || first.region === COUNTRY ? first : undefined;
  const places = single ? [] : plot.panels.filter((panel) => panel !== main).slice(0, MOST_PLACES);
  return html`${main === undefined ? nothing : mainHtml(main, x, about, ctx)}${
    places.length === 0 ? nothing : multiplesHtml(places, x, ctx)
  }`;
}

function mainHtml(panel: Panel, x: TimeAxis, about: About, ctx: Context): Html {
  const named = panel.region !== COUNTRY && about !== 'region';
  return html`${named ? html`<p class="place">${placeLink(panel, ctx)}</p>` : nothing}
${drawing(panel, x, valueAxis([panel], TALL, ctx), TALL, ctx)}
${timeScale(x)}${borderNote([panel], x, ctx)}`;
}

/** Small charts of places with one scale for all, so that heights can be compared. */
function multiplesHtml(panels: readonly Panel[], x: TimeAxis, ctx: Context): Html {
  const y = valueAxis(panels, SMALL, ctx);
  return html`<ul class="multiples" aria-label="${ctx.words.t('byRegion')}">${panels.map(
    (panel) =>
      html`<li><p class="place">${placeLink(panel, ctx)}</p>${drawing(panel, x, y, SMALL, ctx)}${timeScale(x)}</li>`,
  )}</ul>${borderNote(panels, x, ctx)}`;
}

function placeLink({ region, marks }: Panel, ctx: Context): Html {
  const name = marks.find(({ row }) => row.region !== null)?.row.region?.name;
  return name === undefined ? html`${region}` : entityLink('regions', region, name, ctx);
}

function borderNote(panels: readonly Panel[], x: TimeAxis, ctx: Context): Html {
  const moved = panels.filter(({ region }) => breaksOf(region, x, ctx).length > 0);
  if (moved.length === 0) return nothing;
  const days = new Set(moved.flatMap(({ region }) => ctx.borderDays(region)));
  const day = [...days].map((each) => ctx.format.date(each)).join(', ');
  return html`<p class="note">${ctx.words.t('borderMoved', { day })}</p>`;
}

/** The newest statements as rows. */
function tableHtml(rows: readonly TimelineRow[], about: About, ctx: Context): Html {
  const { t } = ctx.words;
  const shown = rows.slice(-MOST_ROWS).reverse();
  return html`<div class="table-box"><table>
<thead><tr><th scope="col">${t('period')}</th><th scope="col" class="number">${t('value')}</th>${about === 'region' ? nothing : html`<th scope="col">${t('region')}</th>`}<th scope="col">${t('outlet')}</th><th scope="col">${t('published')}</th></tr></thead>
<tbody>${shown.map(
    (row) =>
      html`<tr><th scope="row">${whenText(row, ctx)}</th><td class="number"><a href="${valueHref(row, ctx)}">${valueText(row, ctx)}</a>${row.status === 'actual' ? nothing : html` <span class="badge">${ctx.words.label('status', row.status)}</span>`}</td>${about === 'region' ? nothing : html`<td>${row.region === null ? '–' : nameIn(row.region.name, ctx)[1]}</td>`}<td>${ctx.outlet(row.publisher)}</td><td>${row.published === null ? '–' : html`<time datetime="${row.published}">${ctx.format.date(row.published)}</time>`}</td></tr>`,
  )}</tbody></table></div>`;
}
