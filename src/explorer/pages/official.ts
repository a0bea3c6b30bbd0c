import { html } from 'hono/html';
import type { HolderRow, ObservationRow, PersonCard, Spelling } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { newestFirst, timeOfEvent } from '../order.ts';
import type { PageOf } from '../page.ts';
import { postsTable } from '../parts/holders.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { observationList } from '../parts/observation.ts';
import { pager } from '../parts/pager.ts';
import { postsChart } from '../parts/posts-chart.ts';
import { dayHtml, entityLink, unlessEmpty } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';
import { pageNumber } from '../query.ts';
import { articlesTable, eventsTable, nameText, valuesTable } from '../tables.ts';
import { entityHeader } from './header.ts';
import { MOST_NEAR, missingAmong } from './missing.ts';
import { articlesSection, eventsSection, MOST_ARTICLES } from './sections.ts';

const PAGE_SIZE = 15;

/**
 * `/officials/:id`: the posts a person is named with over time, what figures rest on their word, how the name is spelt.
 * People without a post have no page.
 */
export const officialPage: PageOf = (store, ask, ctx) => {
  const official = store.holders.person(ask.key);
  if (official === undefined) {
    const others = store.holders.officials({ limit: MOST_NEAR });
    return missingAmong(
      ask.key,
      'officials',
      others.map(({ person, name }) => ({ key: person, name })),
      ctx,
    );
  }
  const page = pageNumber(ask);
  if (typeof page !== 'number') return page;
  const { key, held, spellings } = official;
  const { t, count } = ctx.words;
  const events = newestFirst(store.eventsOfOfficial(key), timeOfEvent);
  const stated = store.values.saidBy(
    key,
    spellings.map(({ name }) => name),
  );
  const values = store.values.rows(stated.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE));
  const articles = store.naming('official', key, MOST_ARTICLES);
  return {
    title: nameText(official.name, ctx),
    view: {
      ...official,
      events,
      total: stated.length,
      page,
      values,
      articlesNaming: articles,
    },
    tables: [
      postsTable(held),
      eventsTable(events),
      valuesTable({ [Symbol.iterator]: () => store.values.rows(stated).values() }),
      spellingsTable(spellings),
      articlesTable({ [Symbol.iterator]: () => store.naming('official', key).values() }),
    ],
    body: html`${entityHeader(t('official'), official.name, [count('article', official.articles, ctx.format.number(official.articles))], [], ctx)}
${doubts(official, ctx)}
${postsSection(held, ctx)}
${statedSection(values, stated.length, page, ctx)}
${eventsSection(events, ctx)}
${spellingsSection(spellings, ctx)}
${articlesSection(articles, official.articles, ctx)}`,
  };
};

/** Others who may be the same person: said, never decided. */
const doubts = ({ mayBe }: PersonCard, ctx: Context): Html =>
  unlessEmpty(
    mayBe,
    () =>
      html`<aside class="doubt"><p>${ctx.words.t('mayBeSame')}:</p><ul class="named">${mayBe.map(
        ({ person, name }) => html`<li>${entityLink('officials', person, name, ctx)}</li>`,
      )}</ul></aside>`,
  );

const postsSection = (posts: readonly HolderRow[], ctx: Context): Html =>
  html`<section aria-labelledby="posts"><h2 id="posts">${ctx.words.t('postsHeld')}</h2><p class="note">${ctx.words.t('holdersLead')}</p>
${postsChart(posts, ctx)}${postsTable(posts).html(ctx)}</section>`;

const statedSection = (values: readonly ObservationRow[], total: number, page: number, ctx: Context): Html =>
  total === 0
    ? nothing
    : html`<section aria-labelledby="stated"><h2 id="stated">${ctx.words.t('stated')} <span class="quiet">${ctx.format.number(total)}</span></h2>${observationList(values, ctx)}${pager(page, Math.ceil(total / PAGE_SIZE), 'stated', ctx)}</section>`;

const spellingsSection = (spellings: readonly Spelling[], ctx: Context): Html =>
  spellings.length < 2
    ? nothing
    : html`<section aria-labelledby="spellings"><h2 id="spellings">${ctx.words.t('spellings')}</h2>${spellingsTable(spellings).html(ctx)}</section>`;

const spellingsTable = (rows: readonly Spelling[]): Table =>
  tableOf<Spelling>(
    'spellings',
    [
      {
        key: 'name',
        head: 'official',
        raw: (r) => r.name,
        cell: (r) => html`<span lang="${r.lang}">${r.name}</span>`,
      },
      {
        key: 'lang',
        head: 'language',
        raw: (r) => r.lang,
        cell: (r, ctx) => html`${ctx.words.label('lang', r.lang)}`,
      },
      {
        key: 'articles',
        head: 'articles',
        raw: (r) => r.articles,
        cell: (r, ctx) => html`${ctx.format.number(r.articles)}`,
        numeric: true,
      },
      {
        key: 'first',
        head: 'firstNamed',
        raw: (r) => r.first,
        cell: (r, ctx) => dayHtml(r.first, ctx),
      },
      {
        key: 'last',
        head: 'lastNamed',
        raw: (r) => r.last,
        cell: (r, ctx) => dayHtml(r.last, ctx),
      },
    ],
    rows,
  );
