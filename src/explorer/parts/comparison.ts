import { html } from 'hono/html';
import type { Store, TimelineRow, ValueFilter } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { type Chart, seriesName, whenText } from './chart/figure.ts';
import { COUNTRY } from './chart/plot.ts';
import type { Html } from './html.ts';
import { nothing } from './html.ts';
import { entityLink, unlessEmpty, valueHref } from './source.ts';
import { valueText } from './value.ts';

/** Statements about a period that are looked through for other regions. */
const MOST_POINTS = 60;
const MOST_REGIONS = 20;

/** For each chart of a region's page: what other regions have for the very period of its latest value. */
export function comparisons(store: Store, region: string, charts: readonly Chart[], ctx: Context): Html {
  if (region === COUNTRY) return nothing;
  const shown = charts.flatMap((chart) => {
    const rows = samePeriod(store, region, chart);
    return rows.length < 2 ? [] : [comparison(chart, rows, region, ctx)];
  });
  return unlessEmpty(
    shown,
    () =>
      html`<section aria-labelledby="against"><h2 id="against">${ctx.words.t('otherRegions')}</h2><div class="against">${shown}</div></section>`,
  );
}

/** The latest word on each region for one period, the greatest first; empty when the region has no dated fact. */
function samePeriod(store: Store, region: string, { series, rows }: Chart): readonly TimelineRow[] {
  const own = rows.findLast((row) => isComparable(row) && row.period !== null);
  if (own === undefined) return [];
  const all = store.values
    .points(series, endOf(own), MOST_POINTS)
    .filter(
      (row) =>
        isComparable(row) && row.period?.from === own.period?.from && row.period?.to === own.period?.to,
    );
  const byRegion = new Map(
    all.flatMap((row) =>
      row.region === null || !isPeer(row.region.id, region) ? [] : [[row.region.id, row] as const],
    ),
  );
  if (!byRegion.has(region)) return [];
  return [...byRegion.values()].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, MOST_REGIONS);
}

/** Regions are compared with regions, districts with districts: `KZ-10` and `KZ-10/semey` have different depths. */
const isPeer = (a: string, b: string): boolean => depthOf(a) === depthOf(b);
const depthOf = (id: string): number => id.split(/[-/]/).length;

/** The end of a value's period as a filter: of a long series only what ends with it is read. */
const endOf = ({ period }: TimelineRow): ValueFilter => {
  const ends = period?.to ?? period?.from;
  return ends == null ? {} : { ends };
};

const isComparable = (row: TimelineRow): boolean =>
  row.status === 'actual' && row.value !== null && row.superseded?.how !== 'revision';

/** Bars in proportion to the values; the page's own region stands out. */
function comparison(chart: Chart, rows: readonly TimelineRow[], region: string, ctx: Context): Html {
  const most = Math.max(...rows.map((row) => Math.abs(row.value ?? 0))) || 1;
  const [first] = rows;
  if (first === undefined) return nothing;
  return html`<figure class="comparison"><figcaption><h3>${seriesName(chart, ctx)}</h3><p class="quiet">${whenText(first, ctx)}</p></figcaption><ol class="bars">${rows.map(
    (row) =>
      html`<li${row.region?.id === region ? html` class="own"` : nothing}>${row.region === null ? nothing : entityLink('regions', row.region.id, row.region.name, ctx)}
<span class="bar"><svg width="100%" height="8" aria-hidden="true"><rect width="${Math.round((100 * Math.abs(row.value ?? 0)) / most)}%" height="8" rx="2"></rect></svg><a href="${valueHref(row, ctx)}">${valueText(row, ctx)}</a></span></li>`,
  )}</ol></figure>`;
}
