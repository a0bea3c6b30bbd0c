import { html } from 'hono/html';
import type { Overview, ProgramRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { observationList } from '../parts/observation.ts';
import { entityLink, unlessEmpty } from '../parts/source.ts';
import { tileMap } from '../parts/tile-map.ts';
import { programsTable, valuesTable } from '../tables.ts';
import { countOutlets, outletsTable } from './outlets.ts';

const LATEST = 6;

/** `/`: what Derek knows. */
export const homePage: PageOf = (store, _ask, ctx) => {
  const overview = store.overview();
  const latest = store.search('', { limit: LATEST }).facts;
  const regions = store.regions();
  const { t } = ctx.words;
  const outlets = outletsTable(overview, ctx);
  const counts = new Map(regions.map((region) => [region.id, region.observations]));
  const empty = overview.coverage.articles === 0;
  return {
    title: '',
    view: { ...overview, latest, regions },
    tables: [outlets, programsTable(overview.topPrograms), valuesTable(latest)],
    body: html`<h1 class="lead">${t('tagline')}</h1>
${empty ? html`<p class="empty">${t('homeEmpty')} ${t('homeEmptyHow')}</p>` : tally(overview, ctx)}
<div class="columns">
<section class="wide" aria-labelledby="map"><h2 id="map">${t('mapTitle')}</h2>${tileMap(counts, ctx)}<p class="note">${t('mapNote')}</p></section>
${unlessEmpty(
  overview.topPrograms,
  () =>
    html`<section aria-labelledby="top"><h2 id="top">${t('mostObserved')}</h2>${bars(overview.topPrograms, ctx)}<p class="more"><a href="${ctx.href('/programs')}">${t('allPrograms')}</a></p></section>`,
)}
</div>
${unlessEmpty(
  latest,
  () =>
    html`<section aria-labelledby="latest"><h2 id="latest">${t('latestValues')}</h2>${observationList(latest, ctx)}</section>`,
)}
${empty ? nothing : html`<section aria-labelledby="outlets"><h2 id="outlets">${t('byOutlet')}</h2>${outlets.html(ctx)}</section>`}`,
  };
};

function tally(overview: Overview, ctx: Context): Html {
  const { coverage, distinct, facts } = overview;
  const counted = (
    key: 'article' | 'outlet' | 'value' | 'program' | 'region' | 'official',
    n: number,
    path?: string,
  ): Html => {
    const said = ctx.words.count(key, n, ctx.format.number(n));
    const [number = '', ...words] = said.split(' ');
    const text = html`<b>${number}</b> ${words.join(' ')}`;
    return html`<li>${path === undefined ? text : html`<a href="${ctx.href(path)}">${text}</a>`}</li>`;
  };
  const span = ctx.format.period({ from: coverage.from, to: coverage.to });
  return html`<ul class="tally">
${counted('article', coverage.articles, '/search')}${counted('outlet', countOutlets(overview, ctx))}${counted('value', facts.indicators)}${counted('program', distinct.programs, '/programs')}${counted('region', distinct.regions, '/regions')}${counted('official', distinct.officials, '/officials')}
</ul>${span === undefined ? nothing : html`<p class="note">${ctx.words.t('coverageSpan')}: ${span}</p>`}`;
}

/** Bars in proportion to the number of values; the number itself stands beside each. */
function bars(programs: readonly ProgramRow[], ctx: Context): Html {
  const most = Math.max(1, ...programs.map((program) => program.observations));
  return html`<ol class="bars">${programs.map(
    (program) => html`<li>${entityLink('programs', program.key, program.name, ctx)}
<span class="bar"><svg width="100%" height="8" aria-hidden="true"><rect width="${Math.round((100 * program.observations) / most)}%" height="8" rx="2"></rect></svg><b>${ctx.format.number(program.observations)}</b></span></li>`,
  )}</ol>`;
}
