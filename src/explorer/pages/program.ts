import { html } from 'hono/html';
import type { NamedStory, NearPerson, ProgramTally } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf, webAddress } from '../context.ts';
import { newestFirst, timeOfEvent } from '../order.ts';
import type { PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { langAttribute } from '../parts/quote.ts';
import { entityLink, unlessEmpty } from '../parts/source.ts';
import { articlesTable, eventsTable, nameText, placesTable } from '../tables.ts';
import { figuresOf } from './figures.ts';
import { entityHeader } from './header.ts';
import { MOST_NEAR, missingAmong } from './missing.ts';
import { articlesSection, eventsSection, MOST_ARTICLES, placesSection } from './sections.ts';

const MOST_PERSONS = 12;
const MOST_STORIES = 8;

/** `/programs/:id`: what is reported of a program over time, where, by whom, and where that stands. */
export const programPage: PageOf = (store, ask, ctx) => {
  const program = store.tallies.program(ask.key);
  if (program === undefined)
    return missingAmong(ask.key, 'programs', store.tallies.programs({ limit: MOST_NEAR }), ctx);
  const { key } = program;
  const figures = figuresOf(store, { program: key }, ask, 'program', ctx);
  if ('badQuery' in figures) return figures;
  const events = newestFirst(store.events({ programs: [key] }), timeOfEvent);
  const places = store.values.places({ program: key });
  const persons = store.near.persons(key, MOST_PERSONS);
  const stories = store.near.stories(key, MOST_STORIES);
  const articles = store.naming('program', key, MOST_ARTICLES);
  return {
    title: nameText(program.name, ctx),
    view: {
      ...program,
      ...figures.view,
      places,
      events,
      officials: persons,
      stories,
      articlesNaming: articles,
    },
    tables: [
      figures.table,
      eventsTable(events),
      placesTable(places),
      articlesTable({ [Symbol.iterator]: () => store.naming('program', key).values() }),
    ],
    feed: () => store.values.rows(store.values.newest({ program: key }, FEED)),
    body: html`${header(program, ctx)}
${figures.html}
${placesSection(places, ctx)}
${personsSection(persons, ctx)}
${eventsSection(events, ctx)}
${storiesSection(stories, ctx)}
${articlesSection(articles, program.articles, ctx)}`,
  };
};

/** Entries of a feed. */
const FEED = 50;
function header(program: ProgramTally, ctx: Context): Html {
  const { t, label, count } = ctx.words;
  const listed = ctx.program(program.key);
  const years = listed?.years ?? null;
  const details: readonly (readonly [string, Html | string | null])[] = [
    [t('years'), years === null ? null : `${years.from ?? '…'}–${years.to ?? '…'}`],
    [t('owner'), listed?.owner == null ? null : html`<span lang="ru">${listed.owner}</span>`],
    [t('document'), documentHtml(listed?.source ?? null)],
    [t('firstSeen'), program.first === null ? null : ctx.format.date(program.first)],
    [t('lastSeen'), program.last === null ? null : ctx.format.date(program.last)],
  ];
  return entityHeader(
    label('program', program.kind),
    program.name,
    [
      count('value', program.observations, ctx.format.number(program.observations)),
      count('article', program.articles, ctx.format.number(program.articles)),
      html`<a href="${ctx.href(`${ctx.path}.atom`)}" type="application/atom+xml">${t('feed')}</a>`,
    ],
    details.flatMap(([title, value]) => (value === null ? [] : [[title, value] as const])),
    ctx,
  );
}

const personsSection = (persons: readonly NearPerson[], ctx: Context): Html =>
  unlessEmpty(
    persons,
    () =>
      html`<section aria-labelledby="officials"><h2 id="officials">${ctx.words.t('officialsNear')}</h2><ul class="named">${persons.map(
        ({ person, name, articles }) =>
          html`<li>${entityLink('officials', person, name, ctx)} <span class="quiet">${ctx.words.count('article', articles, ctx.format.number(articles))}</span></li>`,
      )}</ul></section>`,
  );

/** Where a program is laid down: the page of the law, or its title. */
function documentHtml(source: string | null): Html | null {
  if (source === null) return null;
  const address = webAddress(source);
  if (address === undefined) return html`<span lang="ru">${source}</span>`;
  return html`<a rel="external noopener noreferrer" href="${address}">${new URL(address).hostname}&nbsp;<span aria-hidden="true">↗</span></a>`;
}

const storiesSection = (stories: readonly NamedStory[], ctx: Context): Html =>
  unlessEmpty(
    stories,
    () =>
      html`<section aria-labelledby="stories"><h2 id="stories">${ctx.words.t('stories')}</h2><ul class="headlines">${stories.map(
        ({ id, title, lang, day, articles }) =>
          html`<li><a href="${ctx.href(pathOf('stories', id))}"${langAttribute(lang)}>${title ?? id}</a> <span class="quiet">${ctx.format.date(day)} · ${ctx.words.count('article', articles, ctx.format.number(articles))}</span></li>`,
      )}</ul></section>`,
  );
