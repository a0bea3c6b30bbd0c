import { html } from 'hono/html';
import type { Concept } from '../../catalog/indicators.ts';
import type { Context } from '../context.ts';
import type { PageOf } from '../page.ts';
import type { Chart } from '../parts/chart/figure.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { outletMatrix } from '../parts/outlet-matrix.ts';
import { unlessEmpty } from '../parts/source.ts';
import { placesTable } from '../tables.ts';
import { figuresOf } from './figures.ts';
import { placesSection } from './sections.ts';

/** `/indicators/:id`: what an indicator is, its series from both languages, regions and outlets side by side. */
export const indicatorPage: PageOf = (store, ask, ctx) => {
  const concept = ctx.concept(ask.key);
  const [newest] = store.values.rows(store.values.ids({ indicator: ask.key }, { limit: 1 }));
  if (newest === undefined && concept === undefined) return { missing: ask.key, list: '/search', near: [] };
  const figures = figuresOf(store, { indicator: ask.key }, ask, 'indicator', ctx);
  if ('badQuery' in figures) return figures;
  const places = store.values.places({ indicator: ask.key });
  const name = concept === undefined ? (newest?.subject ?? ask.key) : ctx.indicator(concept);
  return {
    title: name,
    view: {
      key: ask.key,
      name,
      concept: concept === undefined ? null : definitionOf(concept, ctx),
      ...figures.view,
      places,
    },
    tables: [figures.table, placesTable(places)],
    body: html`${header(name, concept, figures.view.total, ctx)}
${figures.html}
${placesSection(places, ctx)}
${outletsSection(figures.charts, ctx)}`,
  };
};

const definitionOf = (concept: Concept, ctx: Context) => ({
  id: concept.id,
  time: concept.time,
  units: concept.units,
  kk: ctx.wordings(concept, 'kk'),
  ru: ctx.wordings(concept, 'ru'),
});

function header(name: string, concept: Concept | undefined, total: number, ctx: Context): Html {
  const { t, count } = ctx.words;
  return html`<header class="entity"><p class="kind">${t('indicator')}</p><h1>${name}</h1>
<p class="facts">${count('value', total, ctx.format.number(total))}</p>
${concept === undefined ? html`<p class="note">${t('indicatorLead')}</p>` : definition(concept, ctx)}</header>`;
}

/** What the catalogue says of an indicator: how it goes with time, in which units, and the wordings that mean it. */
function definition(concept: Concept, ctx: Context): Html {
  const { t } = ctx.words;
  const wordings = (lang: 'kk' | 'ru'): Html =>
    html`<dt>${t(lang === 'kk' ? 'nameKk' : 'nameRu')}</dt><dd lang="${lang}">${ctx.wordings(concept, lang).join('; ')}</dd>`;
  return html`<dl class="definition"><dt>${t('definition')}</dt><dd>${t(`time.${concept.time}`)}</dd>
<dt>${t('unit')}</dt><dd>${concept.units.map((unit) => ctx.words.label('unit', ctx.unit(unit))).join(', ')}</dd>
${wordings('kk')}${wordings('ru')}</dl>`;
}

function outletsSection(charts: readonly Chart[], ctx: Context): Html {
  const tables = charts.map((chart) => outletMatrix(chart, ctx)).filter((table) => table !== nothing);
  return unlessEmpty(
    tables,
    () =>
      html`<section aria-labelledby="outlets"><h2 id="outlets">${ctx.words.t('byOutletValues')}</h2>${tables}</section>`,
  );
}
