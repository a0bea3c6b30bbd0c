import { html } from 'hono/html';
import type { ArticleView, StoryView } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import { pathOf } from '../../context.ts';
import type { PageOf } from '../../page.ts';
import type { Html } from '../../parts/html.ts';
import { nothing } from '../../parts/html.ts';
import type { MarkKind } from '../../parts/marked-text.ts';
import { langAttribute } from '../../parts/quote.ts';
import { originalLink, unlessEmpty } from '../../parts/source.ts';
import { eventsTable, titleOf, valuesTable } from '../../tables.ts';
import { besideHtml } from './beside.ts';
import { eventCard, indicatorCard, namedEntities } from './fact-cards.ts';
import { marksOf } from './marks.ts';
import { headlineHtml, quotesHtml, textHtml } from './text.ts';
import { versionsHtml } from './versions.ts';

const KINDS: readonly MarkKind[] = ['indicator', 'event', 'program', 'region', 'official', 'number'];

/**
 * `/articles/:id`: the article as stored, its facts marked where they stand, each mark leading to its card; with
 * `?beside=` another article of its story next to it, the values that both state joined by their numbers.
 */
export const articlePage: PageOf = (store, ask, ctx) => {
  const article = store.article(ask.key);
  if (article === undefined) {
    const gone = store.redactions.of(ask.key);
    return gone === undefined ? { missing: ask.key, list: '/search', near: [] } : { gone };
  }
  const story = store.story(article.articleId);
  const asked = ask.query['beside'] ?? '';
  const twin = asked === '' ? undefined : story?.articles.find(({ articleId }) => articleId === asked);
  const list = (story?.articles ?? []).map(({ articleId }) => articleId);
  if (asked !== '' && (twin === undefined || twin.articleId === article.articleId))
    return { badQuery: { field: 'beside', expected: 'expected.story', places: { list: list.join(', ') } } };
  const other = twin === undefined || !ctx.wholeArticles ? undefined : store.article(twin.articleId);
  return {
    title: titleOf(article),
    summary: summaryOf(article, ctx),
    view: viewOf(article, story, ctx),
    tables: [valuesTable(article.indicators), eventsTable(article.events)],
    body: html`<article class="story-page">
${head(article, ctx)}
${story === undefined ? nothing : twins(article, story, ctx)}
${other === undefined || story === undefined ? factsHtml(article, ctx) : besideHtml(article, other, story, ctx)}
${ctx.asOf === '' ? versionsHtml(article, store.editsOf(article.articleId), ctx) : nothing}
</article>`,
  };
};

const summaryOf = (article: ArticleView, ctx: Context): string => {
  const { count, label } = ctx.words;
  const day = article.published === null ? [] : [ctx.format.date(article.published)];
  const values = count('value', article.indicators.length, ctx.format.number(article.indicators.length));
  return [ctx.outlet(article.publisher), ...day, label('lang', article.lang), values].join(' · ');
};

/** The JSON twin; where whole articles are not for everybody, without their text and the pieces of it that are no facts. */
const viewOf = (article: ArticleView, story: StoryView | undefined, ctx: Context) => ({
  ...article,
  ...(ctx.wholeArticles ? {} : { text: null, mentions: [], sections: [] }),
  story: story?.id ?? null,
});

function head(article: ArticleView, ctx: Context): Html {
  const { t, label } = ctx.words;
  const day = article.published === null ? t('publishedUnknown') : ctx.format.date(article.published);
  return html`<header class="entity">
<p class="kind">${ctx.outlet(article.publisher)} · ${day} · ${label('lang', article.lang)}</p>
<h1${langAttribute(article.lang)}>${ctx.wholeArticles ? headlineHtml(article, marksOf(article, ctx)) : titleOf(article)}</h1>
<p class="facts">${originalLink(article.url, ctx)} · ${t('fetched')}: ${ctx.format.time(article.seen)}${
    article.authors.length === 0
      ? ''
      : html` · <span${langAttribute(article.lang)}>${article.authors.join(', ')}</span>`
  }</p>
</header>`;
}

/** The other articles about the same event, each to be read beside this one. */
function twins(article: ArticleView, story: StoryView, ctx: Context): Html {
  const { t, label } = ctx.words;
  const others = story.articles.filter(({ articleId }) => articleId !== article.articleId);
  const path = pathOf('articles', article.articleId);
  return html`<nav class="twins-of" aria-label="${t('story')}"><a href="${ctx.href(pathOf('stories', story.id))}">${t('wholeStory')}</a>${others
    .slice(0, MOST_TWINS)
    .map(
      (other) =>
        html` · <a href="${ctx.href(path, { beside: other.articleId })}">${t('beside')}: ${ctx.outlet(other.publisher)}, ${label('lang', other.lang)}</a>`,
    )}</nav>`;
}
const MOST_TWINS = 6;

/** The text and, beside it, a card for each of its facts. */
function factsHtml(article: ArticleView, ctx: Context): Html {
  const { t, label } = ctx.words;
  const marks = marksOf(article, ctx);
  const facts = article.indicators.length + article.events.length;
  return html`<p class="legend"><span class="quiet">${t('legend')}:</span> ${KINDS.map((kind) => html`<span class="hl hl-${kind}">${label('fact', kind)}</span> `)}<span class="quiet">${t('factKeys')}</span></p>
<div class="story-and-facts">
<div class="story"${langAttribute(article.lang)}>
${ctx.wholeArticles ? textHtml(article, marks, ctx) : quotesHtml(article, marks, ctx)}
</div>
<div class="cards">
<h2>${t('facts')}</h2>
${facts === 0 ? html`<p class="empty">${t('noFacts')}</p>` : nothing}
${article.indicators.map((indicator) => indicatorCard(indicator, ctx))}
${article.events.map((event) => eventCard(event, ctx))}
${namedEntities(article, ctx)}
${unlessEmpty(
  article.issues,
  () =>
    html`<section class="issues"><h3>${t('issues')}</h3><ul>${article.issues.map((issue) => html`<li><code>${issue.code}</code> ${issue.detail}</li>`)}</ul></section>`,
)}
</div>
</div>`;
}
