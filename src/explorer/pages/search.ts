import { html } from 'hono/html';
import type { ArticleHit, Names, SearchFilter, SearchResult, Snippet, Store } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Ask, BadQuery, PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { observationList } from '../parts/observation.ts';
import { pager } from '../parts/pager.ts';
import { langAttribute } from '../parts/quote.ts';
import { sourceLine } from '../parts/source.ts';
import { badChoice, badDays, badLength, pageNumber } from '../query.ts';
import { articlesTable, nameText, titleOf, valuesTable } from '../tables.ts';

const PAGE_SIZE = 20;
/** Languages that articles are searched by. */
const LANGS = ['kk', 'ru', 'mixed'];
const LONGEST_QUERY = 500;
/** Programs or regions that fit into a list to choose from. */
const MOST_CHOICES = 100;

/** What a search for nothing finds. */
const NOTHING: SearchResult = { articles: [], facts: [], totalArticles: 0, totalFacts: 0 };

/** `/search`: articles and values by words of either language, with filters; without words, the newest that pass them. */
export const searchPage: PageOf = (store, ask, ctx) => {
  const asked = readQuery(ask);
  if ('badQuery' in asked) return asked;
  const isAsked = asked.words !== '' || Object.keys(asked.filter).length > 0;
  const part = { limit: PAGE_SIZE, offset: (asked.page - 1) * PAGE_SIZE };
  const result = isAsked ? store.search(asked.words, { ...asked.filter, ...part }) : NOTHING;
  const { t } = ctx.words;
  const found = result.totalArticles + result.totalFacts;
  return {
    title: asked.words === '' ? t('search') : `${asked.words} · ${t('search')}`,
    view: { query: asked.words, filter: asked.filter, page: asked.page, pageSize: PAGE_SIZE, ...result },
    tables: [valuesTable(result.facts), articlesTable(result.articles)],
    body: html`<h1>${t('search')}</h1>
${form(store, ask, ctx)}
${
  !isAsked
    ? html`<p class="note">${t('searchLead')}</p>`
    : found === 0
      ? html`<p class="empty">${t('searchNone')} ${t('searchNoneHow')}</p>`
      : html`${results(result, ctx)}${pager(asked.page, Math.ceil(Math.max(result.totalArticles, result.totalFacts) / PAGE_SIZE), 'content', ctx)}`
}`,
  };
};

interface Asked {
  readonly words: string;
  readonly filter: SearchFilter;
  readonly page: number;
}

/** The query as the store understands it. */
function readQuery(ask: Ask): Asked | BadQuery {
  const wrong = badDays(ask) ?? badLength(ask, 'q', LONGEST_QUERY) ?? badChoice(ask, 'lang', LANGS);
  if (wrong !== undefined) return wrong;
  const page = pageNumber(ask);
  if (typeof page !== 'number') return page;
  const given = ['lang', 'publisher', 'program', 'region', 'from', 'to'].flatMap((slot) => {
    const value = ask.query[slot] ?? '';
    return value === '' ? [] : [[slot, value] as const];
  });
  const filter: SearchFilter = Object.fromEntries(given);
  return { words: (ask.query['q'] ?? '').trim(), filter, page };
}

function form(store: Store, ask: Ask, ctx: Context): Html {
  const { t, label } = ctx.words;
  const has = (name: string): string => ask.query[name] ?? '';
  const select = (name: string, title: MessageKey, options: readonly (readonly [string, string])[]): Html =>
    html`<label>${t(title)}<select name="${name}"><option value="">${t('any')}</option>${options.map(
      ([value, text]) =>
        html`<option value="${value}"${value === has(name) ? html` selected` : ''}>${text}</option>`,
    )}</select></label>`;
  const outlets = store.tallies
    .outlets()
    .flatMap(({ key }) => (key === '' ? [] : [[key, ctx.outlet(key)] as const]));
  const most = { limit: MOST_CHOICES };
  const named = ({ key, name }: { readonly key: string; readonly name: Names }) =>
    [key, nameText(name, ctx)] as const;
  const programs = store.tallies.programs(most).map(named);
  const regions = store.tallies.regions(most).map(named);
  const language = has('hl');
  return html`<form class="search" action="/search" method="get" role="search">
${language === '' ? nothing : html`<input type="hidden" name="hl" value="${language}">`}${ctx.asOf === '' ? nothing : html`<input type="hidden" name="asOf" value="${ctx.asOf}">`}
<p class="words"><label for="q">${t('searchLabel')}</label><span class="field"><input id="q" type="search" name="q" value="${has('q')}" maxlength="${LONGEST_QUERY}" autocomplete="off"><button>${t('searchButton')}</button></span><span class="note">${t('searchHint')}</span></p>
<details class="filters"${['publisher', 'lang', 'program', 'region', 'from', 'to'].some((name) => has(name) !== '') ? html` open` : ''}><summary>${t('filters')}</summary><div>
${select('publisher', 'outlet', outlets)}
${select('lang', 'language', [
  ['kk', label('lang', 'kk')],
  ['ru', label('lang', 'ru')],
])}
${select('program', 'program', programs)}
${select('region', 'region', regions)}
<label>${t('from')}<input type="date" name="from" value="${has('from')}"></label>
<label>${t('to')}<input type="date" name="to" value="${has('to')}"></label>
<button>${t('apply')}</button>
</div></details>
</form>`;
}

function results(result: SearchResult, ctx: Context): Html {
  const { t } = ctx.words;
  const heading = (key: 'valuesFound' | 'articlesFound', total: number): Html =>
    html`<h2>${t(key)} <span class="quiet">${ctx.format.number(total)}</span></h2>`;
  const facts =
    result.facts.length === 0
      ? nothing
      : html`<section class="found-values">${heading('valuesFound', result.totalFacts)}${observationList(result.facts, ctx)}</section>`;
  const articles =
    result.articles.length === 0
      ? nothing
      : html`<section class="found-articles">${heading('articlesFound', result.totalArticles)}<ol class="hits">${result.articles.map((hit) => hitHtml(hit, ctx))}</ol></section>`;
  return html`${articles}${facts}`;
}

function hitHtml(hit: ArticleHit, ctx: Context): Html {
  const path = ctx.href(pathOf('articles', hit.articleId));
  return html`<li><h3><a href="${path}"${langAttribute(hit.lang)}>${titleOf(hit)}</a></h3>
<p${langAttribute(hit.lang)}>${snippetHtml(hit.snippet)}</p>
${sourceLine(hit, path, ctx)}</li>`;
}

/** The found words marked; ranges that cross or leave the text are not drawn. */
function snippetHtml({ text, marks }: Snippet): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end > text.length || end <= start) continue;
    parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return html`${parts}${text.slice(at)}`;
}
