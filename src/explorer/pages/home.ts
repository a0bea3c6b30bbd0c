import { html } from 'hono/html';
import type { ArticleRow, ObservationRow, ProgramMovement, RunRow, Store } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { Ask, PageOf } from '../page.ts';
import { calendar, firstDay } from '../parts/calendar.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { observationList } from '../parts/observation.ts';
import { langAttribute } from '../parts/quote.ts';
import { regionMap } from '../parts/region-map.ts';
import { entityLink, unlessEmpty } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';
import { articlesTable, titleOf, valuesTable } from '../tables.ts';
import { countsOf } from './lists.ts';
import { type OutletRow, outletsOf, outletsTable } from './outlets.ts';

const LATEST = 6;
const MOVING = 8;
/** Days of a stretch of movement. */
const STRETCH = 30;
const DAY = 86_400_000;

/** `/`: find or check something, what came in, what moves, what is covered. */
export const homePage: PageOf = (store, asked, ctx) => {
  const outlets = outletsOf(store.tallies.outlets(), ctx);
  const last = outlets
    .flatMap((outlet) => outlet.last ?? [])
    .sort()
    .at(-1);
  const [run = null] = store.runs(1);
  const articles = store.newest(LATEST);
  const values = articles.flatMap(({ articleId }) => store.values.lastOf(articleId) ?? []);
  const days = last === undefined ? [] : store.tallies.days(firstDay(last));
  const moving =
    last === undefined ? [] : store.tallies.movement(before(last, STRETCH - 1), last, { limit: MOVING });
  const whole = { ...store.tallies.whole(), ...countsOfKinds(store), outlets: outlets.length };
  return {
    title: '',
    view: { ...whole, lastRun: run, newest: articles, values, movement: moving, days, byOutlet: outlets },
    tables: [outletsTable(outlets), movementTable(moving), articlesTable(articles), valuesTable(values)],
    body: html`<h1 class="lead">${ctx.words.t('tagline')}</h1>
${last === undefined ? html`<p class="empty">${ctx.asOf === '' ? `${ctx.words.t('homeEmpty')} ${ctx.words.t('homeEmptyHow')}` : ctx.words.t('homeEmptyThen')}</p>` : html`${ask(asked, ctx)}${tally(whole, ctx)}`}
<div class="columns">
<section class="wide" aria-labelledby="map"><h2 id="map">${ctx.words.t('mapTitle')}</h2>${regionMap(countsOf(store), ctx)}<p class="note">${ctx.words.t(ctx.outlines === undefined ? 'mapNote' : 'outlinesNote')}</p></section>
${movementSection(moving, last, ctx)}
</div>
${newestSection(articles, values, run, ctx)}
${last === undefined ? nothing : coverage(outlets, days, last, ctx)}`,
  };
};

const before = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

const countsOfKinds = (store: Store) => ({
  programs: store.tallies.count('program'),
  regions: store.tallies.count('region'),
  officials: store.holders.count(),
});

/** Two questions side by side: words to find, a sentence to check. */
function ask({ query }: Ask, ctx: Context): Html {
  const { t } = ctx.words;
  const hl = query['hl'] ?? '';
  const lang = hl === '' ? nothing : html`<input type="hidden" name="hl" value="${hl}">`;
  return html`<div class="ask">
<form action="/search" method="get" role="search">${lang}${ctx.asOf === '' ? nothing : html`<input type="hidden" name="asOf" value="${ctx.asOf}">`}<h2><label for="q">${t('findTitle')}</label></h2><p class="field"><input id="q" type="search" name="q" maxlength="500" autocomplete="off" aria-describedby="q-hint"><button>${t('searchButton')}</button></p><p class="note" id="q-hint">${t('searchLabel')}. ${t('searchHint')}</p></form>
<form action="/check" method="get">${lang}<h2><label for="claim">${t('checkTitle')}</label></h2><p class="field"><input id="claim" type="text" name="claim" maxlength="2000" autocomplete="off" aria-describedby="claim-hint"><button>${t('checkButton')}</button></p><p class="note" id="claim-hint">${t('checkLabel')}</p></form>
</div>`;
}

interface Whole {
  readonly articles: number;
  readonly observations: number;
  readonly outlets: number;
  readonly programs: number;
  readonly regions: number;
  readonly officials: number;
}

function tally(whole: Whole, ctx: Context): Html {
  const counted = (
    key: 'article' | 'outlet' | 'value' | 'program' | 'region' | 'official',
    n: number,
    path?: string,
  ): Html => {
    const said = ctx.words.count(key, n, ctx.format.number(n));
    const [number = '', ...words] = said.split(' ');
    const text = html`<b>${number}</b> ${words.join(' ')}`;
    return html`<li>${path === undefined ? text : html`<a href="${ctx.href(path)}">${text}</a>`}</li>`;
  };
  return html`<ul class="tally">
${counted('article', whole.articles, '/search')}${counted('outlet', whole.outlets)}${counted('value', whole.observations)}${counted('program', whole.programs, '/programs')}${counted('region', whole.regions, '/regions')}${counted('official', whole.officials, '/officials')}
</ul>`;
}

const movementSection = (moving: readonly ProgramMovement[], last: string | undefined, ctx: Context): Html =>
  last === undefined || moving.length === 0
    ? nothing
    : html`<section aria-labelledby="movement"><h2 id="movement">${ctx.words.t('movement')}</h2>
<p class="note">${ctx.words.t('movementNote', { days: ctx.format.period({ from: before(last, STRETCH - 1), to: last }) ?? last })}</p>
${movementTable(moving).html(ctx)}<p class="more"><a href="${ctx.href('/programs')}">${ctx.words.t('allPrograms')}</a></p></section>`;

const movementTable = (rows: readonly ProgramMovement[]): Table =>
  tableOf<ProgramMovement>(
    'movement',
    [
      { key: 'key', head: 'program', raw: (r) => r.key },
      {
        key: 'name',
        head: 'program',
        raw: (r) => r.name.ru ?? r.name.kk,
        cell: (r, ctx) => entityLink('programs', r.key, r.name, ctx),
      },
      {
        key: 'recent',
        head: 'recentValues',
        raw: (r) => r.recent,
        cell: (r, ctx) => html`${ctx.format.number(r.recent)}`,
        numeric: true,
      },
      {
        key: 'before',
        head: 'valuesBefore',
        raw: (r) => r.before,
        cell: (r, ctx) => html`${ctx.format.number(r.before)}`,
        numeric: true,
      },
    ],
    rows,
  );

/** What came in: the articles, and a value of each. */
function newestSection(
  articles: readonly ArticleRow[],
  values: readonly ObservationRow[],
  run: RunRow | null,
  ctx: Context,
): Html {
  const { t, count } = ctx.words;
  const fresh = run !== null && articles.some(({ seen }) => seen >= run.startedAt);
  return unlessEmpty(
    articles,
    () => html`<section aria-labelledby="newest"><h2 id="newest">${t('newest')}</h2>
<p class="note">${run === null ? nothing : html`<time datetime="${run.startedAt}">${ctx.format.time(run.startedAt)}</time> · <a href="${ctx.href('/runs')}">${t('runs')}</a>`}${fresh ? nothing : html` ${t('newestNone')}`}</p>
<ul class="headlines">${articles.map(
      (row) =>
        html`<li><a href="${ctx.href(pathOf('articles', row.articleId))}"${langAttribute(row.lang)}>${titleOf(row)}</a> <span class="quiet">${ctx.outlet(row.publisher)}${row.published === null ? nothing : html` · ${ctx.format.date(row.published)}`} · ${count('value', row.observations, ctx.format.number(row.observations))}</span></li>`,
    )}</ul>
${observationList(values, ctx)}</section>`,
  );
}

const coverage = (
  outlets: readonly OutletRow[],
  days: Parameters<typeof calendar>[0],
  last: string,
  ctx: Context,
): Html =>
  html`<section aria-labelledby="calendar"><h2 id="calendar">${ctx.words.t('calendar')}</h2>${calendar(days, firstDay(last), ctx)}<p class="note">${ctx.words.t('calendarNote')}</p></section>
<section aria-labelledby="outlets"><h2 id="outlets">${ctx.words.t('outletsTitle')}</h2>${outletsTable(outlets).html(ctx)}</section>`;
