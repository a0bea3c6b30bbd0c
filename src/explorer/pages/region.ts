import { html } from 'hono/html';
import type { Place } from '../../catalog/places.ts';
import type { RegionView } from '../../store/index.ts';
import { pathOf } from '../context.ts';
import type { PageOf } from '../page.ts';
import { nearTo } from '../page.ts';
import { nothing } from '../parts/html.ts';
import { unlessEmpty } from '../parts/source.ts';
import { articlesTable, eventsTable, nameText, officialsTable, valuesTable } from '../tables.ts';
import { entityHeader } from './header.ts';
import { articlesSection, timelineSections } from './timeline.ts';

/** `/regions/:id`: what was reported about a place, and who was named as its official. */
export const regionPage: PageOf = (store, ask, ctx) => {
  const region = store.region(ask.key) ?? unreported(ctx.place(ask.key));
  if (region === undefined) {
    const entries = store
      .regions()
      .map(({ id, name }) => ({ key: id, path: pathOf('regions', id), name: nameText(name, ctx) }));
    return { missing: ask.key, list: '/regions', near: nearTo(ask.key, entries) };
  }
  const { timeline } = region;
  const { t, label, count } = ctx.words;
  const values = [...timeline.dated, ...timeline.undated];
  const details =
    region.last === null ? nothing : html`<dt>${t('lastSeen')}</dt><dd>${ctx.format.date(region.last)}</dd>`;
  const counts = [
    count('value', values.length, ctx.format.number(values.length)),
    count('article', region.articles, ctx.format.number(region.articles)),
    region.id,
  ];
  return {
    title: nameText(region.name, ctx),
    view: region,
    tables: [
      valuesTable(values),
      eventsTable(timeline.events),
      officialsTable(region.officials),
      articlesTable(region.mentionedIn),
    ],
    body: html`${entityHeader(label('level', region.level), region.name, counts, details, ctx)}
${timelineSections(timeline, ctx, 'region')}
${unlessEmpty(
  region.officials,
  () =>
    html`<section aria-labelledby="officials"><h2 id="officials">${t('officials')}</h2>${officialsTable(region.officials).html(ctx)}</section>`,
)}
${articlesSection(region.mentionedIn, ctx)}`,
  };
};

/** A place that exists and that no article has named yet: an empty page, not an unknown one. */
const unreported = (place: Place | undefined): RegionView | undefined =>
  place === undefined
    ? undefined
    : {
        id: place.id,
        name: { kk: place.kk, ru: place.ru },
        level: place.level,
        articles: 0,
        observations: 0,
        first: null,
        last: null,
        timeline: { dated: [], undated: [], events: [] },
        officials: [],
        mentionedIn: [],
      };
