import { html } from 'hono/html';
import type { Store } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Ask, BadQuery, Page, PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { pager } from '../parts/pager.ts';
import { regionMap } from '../parts/region-map.ts';
import { unlessEmpty } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { pageNumber } from '../query.ts';
import { officialsTable, programsTable, regionsTable } from '../tables.ts';

const PAGE_SIZE = 50;

/** A list of entities: how much there is, one page of it, and its words. */
interface List<Row> {
  readonly name: 'programs' | 'regions' | 'officials';
  readonly lead: MessageKey;
  readonly empty: MessageKey;
  readonly total: number;
  rows(page: { readonly limit: number; readonly offset: number }): readonly Row[];
  table(rows: Iterable<Row>): Table;
}

function listPage<Row>(list: List<Row>, ask: Ask, ctx: Context, above: Html = nothing): Page | BadQuery {
  const page = pageNumber(ask);
  if (typeof page !== 'number') return page;
  const rows = list.rows({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  const all = { [Symbol.iterator]: () => list.rows({ limit: list.total, offset: 0 }).values() };
  const { t } = ctx.words;
  return {
    title: t(list.name),
    view: { [list.name]: rows, page, pageSize: PAGE_SIZE, total: list.total },
    tables: [list.table(all)],
    body: html`<h1>${t(list.name)}${list.total === 0 ? nothing : html` <span class="quiet">${ctx.format.number(list.total)}</span>`}</h1>
<p class="lead">${t(list.lead)}</p>
${above}
${list.total === 0 ? html`<p class="empty">${t(list.empty)}</p>` : unlessEmpty(rows, () => list.table(rows).html(ctx))}
${pager(page, Math.ceil(list.total / PAGE_SIZE), 'content', ctx)}`,
  };
}

/** `/programs` */
export const programsPage: PageOf = (store, ask, ctx) =>
  listPage(
    {
      name: 'programs',
      lead: 'programsLead',
      empty: 'programsEmpty',
      total: store.tallies.count('program'),
      rows: store.tallies.programs,
      table: programsTable,
    },
    ask,
    ctx,
  );

/** `/regions` */
export const regionsPage: PageOf = (store, ask, ctx) =>
  listPage(
    {
      name: 'regions',
      lead: 'regionsLead',
      empty: 'regionsEmpty',
      total: store.tallies.count('region'),
      rows: store.tallies.regions,
      table: regionsTable,
    },
    ask,
    ctx,
    regionMap(countsOf(store), ctx),
  );

const MOST_REGIONS = 500;

/** Values by region, of all regions that a map may show. */
export const countsOf = (store: Store): ReadonlyMap<string, number> =>
  new Map(store.tallies.regions({ limit: MOST_REGIONS }).map(({ key, observations }) => [key, observations]));

/** `/officials` */
export const officialsPage: PageOf = (store, ask, ctx) =>
  listPage(
    {
      name: 'officials',
      lead: 'officialsLead',
      empty: 'officialsEmpty',
      total: store.holders.count(),
      rows: store.holders.officials,
      table: officialsTable,
    },
    ask,
    ctx,
  );
