import { html } from 'hono/html';
import type { ObservationRow, Store, ValueScope, ValueSeries } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { timeOf } from '../order.ts';
import type { Ask, BadQuery } from '../page.ts';
import { type About, type Chart, chartFigure } from '../parts/chart/figure.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { observationList } from '../parts/observation.ts';
import { pager } from '../parts/pager.ts';
import { unlessEmpty } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { valuesTable } from '../tables.ts';
import { type Asked, filterForm, readFilter } from './filter.ts';

/** The figures of a program, a region or an indicator, as its page shows them and as its twins hold them. */
export interface Figures {
  readonly view: {
    readonly filter: Asked['filter'];
    readonly page: number;
    readonly pageSize: number;
    readonly total: number;
    readonly series: readonly ValueSeries[];
    readonly values: readonly ObservationRow[];
  };
  readonly charts: readonly Chart[];
  readonly table: Table;
  readonly html: Html;
}

const PAGE_SIZE = 15;
/** Charts of a page, and points of each: a page stays light however much there is. */
const MOST_CHARTS = 5;
const MOST_POINTS = 28;
/** Points of a series that was asked for alone. */
const MOST_ALONE = 160;
/** Series named below the charts. */
const MOST_NAMED = 24;

/** Charts and values about `scope`, as the filters of the address want them. */
export function figuresOf(
  store: Store,
  scope: ValueScope,
  ask: Ask,
  about: About,
  ctx: Context,
): Figures | BadQuery {
  const asked = readFilter(ask, scope);
  if ('badQuery' in asked) return asked;
  const { filter, page } = asked;
  const total = store.values.count(filter);
  const values = store.values.rows(
    store.values.ids(filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
  );
  const series = store.values.series(scope).filter((one) => belongs(one, filter));
  const alone = ask.query['indicator'] !== undefined;
  const charts = series.slice(0, MOST_CHARTS).map((one) => ({
    series: one,
    rows: store.values.points(one, filter, alone ? MOST_ALONE : MOST_POINTS),
  }));
  return {
    view: { filter, page, pageSize: PAGE_SIZE, total, series, values },
    charts,
    table: valuesTable(eachOf(store, filter)),
    html: html`${filterForm(store, scope, ask, ctx)}
${total === 0 ? html`<p class="empty">${ctx.words.t(Object.keys(filter).length > 1 ? 'noneFiltered' : 'noValues')}</p>` : nothing}
${chartsHtml(charts, series.slice(MOST_CHARTS), about, ctx)}
${listHtml(values, total, page, about, ctx)}`,
  };
}

/** Does a series answer to the filters of the address? */
const belongs = (series: ValueSeries, filter: Asked['filter']): boolean =>
  (['indicator', 'unit', 'measure', 'program'] as const).every(
    (slot) => filter[slot] === undefined || filter[slot] === series[slot],
  ) &&
  (filter.per === undefined || filter.per === series.per);

/** Rows in pieces, so that a CSV of everything needs no more memory than one of little. */
const eachOf = (store: Store, filter: Asked['filter']): Iterable<ObservationRow> => ({
  *[Symbol.iterator]() {
    for (const id of store.values.ids(filter, { limit: -1 })) yield* store.values.rows([id]);
  },
});

function chartsHtml(
  charts: readonly Chart[],
  others: readonly ValueSeries[],
  about: About,
  ctx: Context,
): Html {
  const figures = charts.map((chart, at) => chartFigure(chart, `chart-${at + 1}`, about, ctx));
  if (figures.every((figure) => figure === nothing)) return nothing;
  return html`<section aria-labelledby="charts"><h2 id="charts">${ctx.words.t('chartsTitle')}</h2>
<details class="reading"><summary>${ctx.words.t('chartHow')}</summary><p class="note">${ctx.words.t('chartRead')}</p></details>
<div class="charts">${figures}</div>
${othersHtml(others, ctx)}</section>`;
}

/** Series that have no chart on this page; each has one on its own. */
function othersHtml(others: readonly ValueSeries[], ctx: Context): Html {
  if (others.length === 0) return nothing;
  const more = others.length - MOST_NAMED;
  return html`<h3>${ctx.words.t('otherSeries')}</h3><ul class="others">${others
    .slice(0, MOST_NAMED)
    .map((series) => {
      const { indicator, unit, measure, per, observations } = series;
      const concept = ctx.concept(indicator);
      const name =
        concept === undefined ? indicator.replace(/^~/, '').replaceAll('-', ' ') : ctx.indicator(concept);
      const path = ctx.href(ctx.path, {
        ...ctx.query,
        indicator,
        unit,
        measure,
        per: per ?? undefined,
      });
      return html`<li><a href="${path}">${name}</a> <span class="quiet">${ctx.format.number(observations)}</span></li>`;
    })}</ul>${more > 0 ? html`<p class="note">+${ctx.format.number(more)} · ${ctx.words.t('restInCsv')}</p>` : nothing}`;
}

function listHtml(
  values: readonly ObservationRow[],
  total: number,
  page: number,
  about: About,
  ctx: Context,
): Html {
  const { t } = ctx.words;
  const undated = values.filter((row) => timeOf(row) === null);
  const dated = values.filter((row) => timeOf(row) !== null);
  return html`${unlessEmpty(
    dated,
    () => html`<section aria-labelledby="values"><h2 id="values">${t('allValues')} <span class="quiet">${ctx.format.number(total)}</span></h2>
<p class="note">${t('valuesLead')}</p>
${observationList(dated, ctx, [about])}</section>`,
  )}
${unlessEmpty(
  undated,
  () =>
    html`<section aria-labelledby="undated"><h2 id="undated">${t('dateUnknown')}</h2><p class="note">${t('dateUnknownLead')}</p>${observationList(undated, ctx, [about])}</section>`,
)}
${pager(page, Math.ceil(total / PAGE_SIZE), dated.length === 0 && undated.length > 0 ? 'undated' : 'values', ctx)}`;
}
