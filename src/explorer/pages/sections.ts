import { html } from 'hono/html';
import type { ArticleRow, EventRow, SlotTally } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { eventList } from '../parts/event.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { unlessEmpty } from '../parts/source.ts';
import { articlesTable, placesTable } from '../tables.ts';

/** Articles, events and places that fit on a page; its CSV has all. */
export const MOST_ARTICLES = 12;
const MOST_EVENTS = 12;
const MOST_PLACES = 30;

/** The newest articles that name an entity, of `total`. */
export const articlesSection = (articles: readonly ArticleRow[], total: number, ctx: Context): Html =>
  unlessEmpty(
    articles,
    () =>
      html`<section aria-labelledby="articles"><h2 id="articles">${ctx.words.t('articlesAbout')}</h2>${articlesTable(articles).html(ctx)}${shownOf(articles.length, total, ctx)}</section>`,
  );

/** Dated events, the newest first. */
export const eventsSection = (events: readonly EventRow[], ctx: Context): Html =>
  unlessEmpty(
    events,
    () =>
      html`<section aria-labelledby="events"><h2 id="events">${ctx.words.t('events')}</h2>${eventList(events.slice(0, MOST_EVENTS), ctx)}${shownOf(Math.min(MOST_EVENTS, events.length), events.length, ctx)}</section>`,
  );

/** Places that values speak of, the most observed first. */
export const placesSection = (places: readonly SlotTally[], ctx: Context): Html =>
  unlessEmpty(
    places,
    () =>
      html`<section aria-labelledby="places"><h2 id="places">${ctx.words.t('whereReported')}</h2>${placesTable(places.slice(0, MOST_PLACES)).html(ctx)}${shownOf(Math.min(MOST_PLACES, places.length), places.length, ctx)}</section>`,
  );

const shownOf = (shown: number, total: number, ctx: Context): Html =>
  shown >= total
    ? nothing
    : html`<p class="note">${ctx.words.t('shown')}: ${ctx.format.number(shown)} / ${ctx.format.number(total)} · ${ctx.words.t('restInCsv')}</p>`;
