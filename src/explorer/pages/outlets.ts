import { html } from 'hono/html';
import type { Tally } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { groupBy } from '../order.ts';
import { dayHtml } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';

/** An outlet with all its language editions. */
export interface OutletRow {
  readonly name: string;
  readonly publishers: readonly string[];
  readonly articles: number;
  readonly observations: number;
  readonly last: string | null;
}

/** Outlets by name: the Kazakh and the Russian edition of one share a row. */
export const outletsOf = (tallies: readonly Tally[], ctx: Context): readonly OutletRow[] =>
  [...groupBy(tallies, ({ key }) => ctx.outlet(key === '' ? null : key))].map(([name, editions]) => ({
    name,
    publishers: editions.map(({ key }) => key).filter((key) => key !== ''),
    articles: editions.reduce((sum, { articles }) => sum + articles, 0),
    observations: editions.reduce((sum, { observations }) => sum + observations, 0),
    last:
      editions
        .flatMap(({ last }) => last ?? [])
        .sort()
        .at(-1) ?? null,
  }));

/** Articles and values by outlet. */
export const outletsTable = (rows: readonly OutletRow[]): Table =>
  tableOf<OutletRow>(
    'outlets',
    [
      { key: 'outlet', head: 'outlet', raw: (r) => r.name, cell: (r) => html`${r.name}` },
      { key: 'publishers', head: 'outlet', raw: (r) => r.publishers.join(' ') },
      {
        key: 'articles',
        head: 'articles',
        raw: (r) => r.articles,
        cell: (r, ctx) => html`${ctx.format.number(r.articles)}`,
        numeric: true,
      },
      {
        key: 'observations',
        head: 'values',
        raw: (r) => r.observations,
        cell: (r, ctx) => html`${ctx.format.number(r.observations)}`,
        numeric: true,
      },
      {
        key: 'latest',
        head: 'latestArticle',
        raw: (r) => r.last,
        cell: (r, ctx) => dayHtml(r.last, ctx),
      },
    ],
    rows,
  );
