import { html } from 'hono/html';
import type { ArticleRow, Timeline } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { byTime, newestFirst, timeOfEvent } from '../order.ts';
import { stripChart } from '../parts/chart.ts';
import { eventList } from '../parts/event.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import type { Known } from '../parts/observation.ts';
import { observationList } from '../parts/observation.ts';
import { unlessEmpty } from '../parts/source.ts';
import { articlesTable } from '../tables.ts';

/** More on one page helps nobody; the chart, the JSON and the CSV have all. */
const MOST_LISTED = 300;

/** Values over time, as the pages of programs, regions and indicators show them: a chart, the list, what is undated. */
export function timelineSections(timeline: Timeline, ctx: Context, known: Known): Html {
  const { t } = ctx.words;
  const { dated, undated } = byTime(timeline);
  const listed = dated.slice(0, MOST_LISTED);
  return html`<section aria-labelledby="values"><h2 id="values">${t('valuesOverTime')}</h2>
${
  dated.length === 0
    ? html`<p class="empty">${t('noValues')}</p>`
    : html`${stripChart(dated, ctx, t('valuesOverTime'))}
<p class="note">${t('valuesLead')}</p>
${observationList(listed, ctx, [known])}
${listed.length < dated.length ? html`<p class="note">${t('shown')}: ${ctx.format.number(listed.length)} / ${ctx.format.number(dated.length)} · ${t('restInCsv')}</p>` : nothing}`
}</section>
${unlessEmpty(
  undated,
  () =>
    html`<section aria-labelledby="undated"><h2 id="undated">${t('dateUnknown')}</h2><p class="note">${t('dateUnknownLead')}</p>${observationList(undated, ctx, [known])}</section>`,
)}
${unlessEmpty(
  timeline.events,
  () =>
    html`<section aria-labelledby="events"><h2 id="events">${t('events')}</h2>${eventList(newestFirst(timeline.events, timeOfEvent), ctx)}</section>`,
)}`;
}

/** The articles that name an entity. */
export const articlesSection = (articles: readonly ArticleRow[], ctx: Context): Html =>
  unlessEmpty(
    articles,
    () =>
      html`<section aria-labelledby="articles"><h2 id="articles">${ctx.words.t('articlesAbout')}</h2>${articlesTable(articles).html(ctx)}</section>`,
  );
