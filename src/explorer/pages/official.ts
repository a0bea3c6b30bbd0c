import { html } from 'hono/html';
import type { PostRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import { newestFirst, timeOfEvent } from '../order.ts';
import type { PageOf } from '../page.ts';
import { nearTo } from '../page.ts';
import { eventList } from '../parts/event.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { langAttribute } from '../parts/quote.ts';
import { unlessEmpty } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';
import { articlesTable, eventsTable, jurisdictionHtml, nameText } from '../tables.ts';
import { entityHeader } from './header.ts';
import { articlesSection } from './timeline.ts';

/** `/officials/:id`: the posts a person is named with, and where. People without a post have no page. */
export const officialPage: PageOf = (store, ask, ctx) => {
  const official = store.official(ask.key);
  if (official === undefined) {
    const entries = store
      .officials()
      .map(({ key, name }) => ({ key, path: pathOf('officials', key), name: nameText(name, ctx) }));
    return { missing: ask.key, list: '/officials', near: nearTo(ask.key, entries) };
  }
  const { t, count } = ctx.words;
  const posts = postsTable(official.posts);
  return {
    title: nameText(official.name, ctx),
    view: official,
    tables: [posts, eventsTable(official.events), articlesTable(official.mentionedIn)],
    body: html`${entityHeader(t('official'), official.name, [count('article', official.articles, ctx.format.number(official.articles))], nothing, ctx)}
<section aria-labelledby="posts"><h2 id="posts">${t('postsHeld')}</h2>${posts.html(ctx)}</section>
${unlessEmpty(
  official.events,
  () =>
    html`<section aria-labelledby="events"><h2 id="events">${t('events')}</h2>${eventList(newestFirst(official.events, timeOfEvent), ctx)}</section>`,
)}
${articlesSection(official.mentionedIn, ctx)}`,
  };
};

const postsTable = (posts: readonly PostRow[]): Table =>
  tableOf<PostRow>(
    'posts',
    [
      { key: 'post', head: 'post', raw: (p) => p.post, cell: (p, ctx) => postHtml(p, ctx) },
      {
        key: 'jurisdiction',
        head: 'jurisdiction',
        raw: (p) => p.jurisdiction?.name ?? null,
        cell: jurisdictionHtml,
      },
      { key: 'roles', head: 'kind', raw: (p) => p.role.join(' ') },
      {
        key: 'lang',
        head: 'language',
        raw: (p) => p.lang,
        cell: (p, ctx) => html`${ctx.words.label('lang', p.lang)}`,
      },
      {
        key: 'articles',
        head: 'articles',
        raw: (p) => p.articles,
        cell: (p, ctx) => html`${ctx.format.number(p.articles)}`,
        numeric: true,
      },
      {
        key: 'first',
        head: 'firstSeen',
        raw: (p) => p.first,
        cell: (p, ctx) => html`${p.first === null ? '–' : ctx.format.date(p.first)}`,
      },
      {
        key: 'last',
        head: 'lastSeen',
        raw: (p) => p.last,
        cell: (p, ctx) => html`${p.last === null ? '–' : ctx.format.date(p.last)}`,
      },
    ],
    posts,
  );

const postHtml = (post: PostRow, ctx: Context): Html =>
  html`<span${langAttribute(post.lang)}>${post.post}</span>${post.role.map((role) => html` <span class="badge">${ctx.words.label('role', role)}</span>`)}`;
