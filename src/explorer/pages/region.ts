import { html } from 'hono/html';
import type { Place } from '../../catalog/places.ts';
import type { HolderRow, RegionTally } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { newestFirst, timeOfEvent } from '../order.ts';
import type { PageOf } from '../page.ts';
import { comparisons } from '../parts/comparison.ts';
import { holdersTable } from '../parts/holders.ts';
import type { Html } from '../parts/html.ts';
import { regionMap } from '../parts/region-map.ts';
import { unlessEmpty } from '../parts/source.ts';
import { articlesTable, eventsTable, nameText } from '../tables.ts';
import { figuresOf } from './figures.ts';
import { entityHeader } from './header.ts';
import { countsOf } from './lists.ts';
import { MOST_NEAR, missingAmong } from './missing.ts';
import { articlesSection, eventsSection, MOST_ARTICLES } from './sections.ts';

/** Holders that fit on a page: those named last; the CSV has all. */
const MOST_HOLDERS = 20;

/** `/regions/:id`: what was reported about a place, against others, and who was named as its official. */
export const regionPage: PageOf = (store, ask, ctx) => {
  const region = store.tallies.region(ask.key) ?? unreported(ctx.place(ask.key));
  if (region === undefined)
    return missingAmong(ask.key, 'regions', store.tallies.regions({ limit: MOST_NEAR }), ctx);
  const { key } = region;
  const figures = figuresOf(store, { region: key }, ask, 'region', ctx);
  if ('badQuery' in figures) return figures;
  const events = newestFirst(store.events({ regions: [key] }), timeOfEvent);
  const holders = store.holders.ofRegion(key);
  const articles = store.naming('region', key, MOST_ARTICLES);
  return {
    title: nameText(region.name, ctx),
    view: { ...region, id: key, ...figures.view, holders, events, articlesNaming: articles },
    tables: [
      figures.table,
      eventsTable(events),
      holdersTable(holders),
      articlesTable({ [Symbol.iterator]: () => store.naming('region', key).values() }),
    ],
    body: html`<div class="beside">${header(region, ctx)}<nav class="small-map" aria-label="${ctx.words.t('regions')}">${regionMap(countsOf(store), ctx, key)}</nav></div>
${holdersSection(holders, ctx)}
${figures.html}
${comparisons(store, key, figures.charts, ctx)}
${eventsSection(events, ctx)}
${articlesSection(articles, region.articles, ctx)}`,
  };
};

function header(region: RegionTally, ctx: Context): Html {
  const { t, label, count } = ctx.words;
  const moved = ctx.borderDays(region.key).map((day) => ctx.format.date(day));
  return entityHeader(
    label('level', region.level),
    region.name,
    [
      count('value', region.observations, ctx.format.number(region.observations)),
      count('article', region.articles, ctx.format.number(region.articles)),
      region.key,
    ],
    [
      ...(region.last === null ? [] : [[t('lastSeen'), ctx.format.date(region.last)] as const]),
      ...(moved.length === 0 ? [] : [[t('bordersSince'), moved.join(', ')] as const]),
    ],
    ctx,
  );
}

const holdersSection = (holders: readonly HolderRow[], ctx: Context): Html =>
  unlessEmpty(
    holders,
    () =>
      html`<section aria-labelledby="holders"><h2 id="holders">${ctx.words.t('holders')}</h2><p class="note">${ctx.words.t('holdersLead')}</p>${holdersTable(holders.slice(0, MOST_HOLDERS)).html(ctx)}</section>`,
  );

/** A place that exists and that no article has named yet: an empty page, not an unknown one. */
const unreported = (place: Place | undefined): RegionTally | undefined =>
  place === undefined
    ? undefined
    : {
        key: place.id,
        name: { kk: place.kk, ru: place.ru },
        level: place.level,
        articles: 0,
        observations: 0,
        first: null,
        last: null,
      };
