import { html } from 'hono/html';
import type { RunRow } from '../../store/index.ts';
import type { PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { unlessEmpty } from '../parts/source.ts';
import { outletDaysTable, runsTable } from '../tables.ts';

/** `/runs`: each time pages were collected, how each outlet did last, and what went wrong. */
export const runsPage: PageOf = (store, _ask, ctx) => {
  const runs = store.runs();
  const { t } = ctx.words;
  const table = runsTable(runs);
  const outlets = store.days.latest();
  const days = outletDaysTable(outlets);
  return {
    title: t('runs'),
    view: { runs, outlets },
    tables: [table, days],
    body: html`<h1>${t('runs')}</h1><p class="lead">${t('runsLead')}</p>
${runs.length === 0 ? html`<p class="empty">${t('runsEmpty')}</p>` : table.html(ctx)}
${unlessEmpty(
  outlets,
  () =>
    html`<section aria-labelledby="outlets"><h2 id="outlets">${t('outletDays')}</h2><p class="lead">${t('outletDaysLead')}</p>${days.html(ctx)}</section>`,
)}
${unlessEmpty(
  runs.filter((run) => run.problems.length > 0),
  () =>
    html`<section aria-labelledby="problems"><h2 id="problems">${t('problems')}</h2>${runs.map(problems)}</section>`,
)}`,
  };
};

const problems = (run: RunRow): Html =>
  run.problems.length === 0
    ? nothing
    : html`<h3>${run.kind} ${run.id}</h3><ul>${run.problems.map((problem) => html`<li><code>${problem.input}</code>: ${problem.detail}</li>`)}</ul>`;
