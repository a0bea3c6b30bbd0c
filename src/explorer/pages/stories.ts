import { html } from 'hono/html';
import type { StoryView } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { pager } from '../parts/pager.ts';
import { langAttribute } from '../parts/quote.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';
import { pageNumber } from '../query.ts';
import { titleOf } from '../tables.ts';

const PAGE_SIZE = 20;

/** `/stories`: events that more than one article tells, the newest first. */
export const storiesPage: PageOf = (store, ask, ctx) => {
  const page = pageNumber(ask);
  if (typeof page !== 'number') return page;
  const { total, stories } = store.newestStories({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  const { t } = ctx.words;
  return {
    title: t('stories'),
    view: { page, pageSize: PAGE_SIZE, total, stories: stories.map(shortView) },
    tables: [storiesTable(stories)],
    body: html`<h1 id="stories">${t('stories')}</h1><p class="lead">${t('storiesLead')}</p>
${total === 0 ? html`<p class="empty">${t('storiesEmpty')}</p>` : html`<ol class="hits">${stories.map((story) => item(story, ctx))}</ol>`}
${pager(page, Math.ceil(total / PAGE_SIZE), 'stories', ctx)}`,
  };
};

/** The headline of a story: that of its first article in the reader's language, else of its origin. */
export function headlineOf(story: StoryView, ctx: Context): Html {
  const told = story.articles.find(({ lang }) => lang === ctx.lang) ?? story.articles[0];
  return told === undefined
    ? html`${story.id}`
    : html`<span${langAttribute(told.lang)}>${titleOf(told)}</span>`;
}

/** What a story consists of, in a few words. */
export function storyFacts(story: StoryView, ctx: Context): string {
  const { words, format } = ctx;
  const counted = (key: 'article' | 'outlet' | 'difference', n: number): string =>
    words.count(key, n, format.number(n));
  const outlets = new Set(story.publishers.map((key) => ctx.outlet(key)));
  return [
    format.period({ from: story.first, to: story.last }) ?? '',
    counted('article', story.articles.length),
    counted('outlet', outlets.size),
    story.langs.map((lang) => words.label('lang', lang)).join(', '),
    story.differences.length === 0 ? '' : counted('difference', story.differences.length),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

const item = (story: StoryView, ctx: Context): Html =>
  html`<li><h2><a href="${ctx.href(pathOf('stories', story.id))}">${headlineOf(story, ctx)}</a></h2>
<p class="quiet">${storyFacts(story, ctx)}</p></li>`;

/** A story without its values: those are on its own page. */
const shortView = ({ articles, values, differences, ...story }: StoryView) => ({
  ...story,
  articles: articles.map(({ articleId, role, lang, publisher, published, title, url }) => ({
    articleId,
    role,
    lang,
    publisher,
    published,
    title,
    url,
  })),
  values: values.length,
  differences: differences.length,
});

const storiesTable = (stories: readonly StoryView[]): Table =>
  tableOf<StoryView>(
    'stories',
    [
      { key: 'id', head: 'story', raw: (s) => s.id },
      { key: 'title', head: 'story', raw: (s) => s.articles[0]?.title ?? null },
      { key: 'first', head: 'firstSeen', raw: (s) => s.first },
      { key: 'last', head: 'lastSeen', raw: (s) => s.last },
      { key: 'articles', head: 'articles', raw: (s) => s.articles.length },
      { key: 'publishers', head: 'outlet', raw: (s) => s.publishers.join(' ') },
      { key: 'langs', head: 'language', raw: (s) => s.langs.join(' ') },
      { key: 'values', head: 'values', raw: (s) => s.values.length },
      { key: 'differences', head: 'storyDifferences', raw: (s) => s.differences.length },
    ],
    stories,
  );
