import { html } from 'hono/html';
import type { PageOf } from '../page.ts';
import { eventsTable, placesOf, placesTable, valuesTable } from '../tables.ts';
import { timelineSections } from './timeline.ts';

/** `/indicators/:id`: every value of one indicator, from both languages where a concept joins them. */
export const indicatorPage: PageOf = (store, ask, ctx) => {
  const indicator = store.indicator(ask.key);
  if (indicator === undefined) return { missing: ask.key, list: '/search', near: [] };
  const { t, count } = ctx.words;
  const { timeline } = indicator;
  const values = [...timeline.dated, ...timeline.undated];
  const facts = [
    count('value', values.length, ctx.format.number(values.length)),
    count('article', indicator.articles, ctx.format.number(indicator.articles)),
  ];
  return {
    title: indicator.subject,
    view: indicator,
    tables: [valuesTable(values), placesTable(placesOf(values)), eventsTable(timeline.events)],
    body: html`<header class="entity"><p class="kind">${t('indicator')}</p><h1>${indicator.subject}</h1>
<p class="facts">${facts.join(' · ')}</p><p class="note">${t('indicatorLead')}</p></header>
${timelineSections(timeline, ctx, 'indicator')}`,
  };
};
