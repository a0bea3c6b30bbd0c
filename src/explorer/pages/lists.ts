import { html } from 'hono/html';
import type { Context } from '../context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Page, PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import type { Table } from '../parts/table.ts';
import { tileMap } from '../parts/tile-map.ts';
import { officialsTable, programsTable, regionsTable } from '../tables.ts';

interface ListWords {
  readonly title: MessageKey;
  readonly lead: MessageKey;
  readonly empty: MessageKey;
}

const listPage = (
  words: ListWords,
  view: unknown,
  table: Table,
  ctx: Context,
  above: Html = nothing,
): Page => ({
  title: ctx.words.t(words.title),
  view,
  tables: [table],
  body: html`<h1>${ctx.words.t(words.title)}</h1>
<p class="lead">${ctx.words.t(words.lead)}</p>
${above}
${table.rows.length === 0 ? html`<p class="empty">${ctx.words.t(words.empty)}</p>` : table.html(ctx)}`,
});

/** `/programs` */
export const programsPage: PageOf = (store, _ask, ctx) => {
  const programs = store.programs();
  const words = { title: 'programs', lead: 'programsLead', empty: 'programsEmpty' } as const;
  return listPage(words, { programs }, programsTable(programs), ctx);
};

/** `/regions` */
export const regionsPage: PageOf = (store, _ask, ctx) => {
  const regions = store.regions();
  const counts = new Map(regions.map((region) => [region.id, region.observations]));
  const words = { title: 'regions', lead: 'regionsLead', empty: 'regionsEmpty' } as const;
  return listPage(words, { regions }, regionsTable(regions), ctx, tileMap(counts, ctx));
};

/** `/officials` */
export const officialsPage: PageOf = (store, _ask, ctx) => {
  const officials = store.officials();
  const words = { title: 'officials', lead: 'officialsLead', empty: 'officialsEmpty' } as const;
  return listPage(words, { officials }, officialsTable(officials), ctx);
};
