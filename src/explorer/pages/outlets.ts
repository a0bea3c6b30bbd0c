import { html } from 'hono/html';
import type { Lang } from '../../core/article.ts';
import type { Overview } from '../../store/index.ts';
import type { Context } from '../context.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';

/** An outlet with all its language editions. */
interface OutletRow {
  readonly name: string;
  readonly publishers: readonly string[];
  readonly langs: ReadonlyMap<Lang, number>;
  readonly total: number;
  readonly latest: string | null;
}

/** Articles by outlet and language; the Kazakh and the Russian edition of an outlet share a row. */
export function outletsTable(overview: Overview, ctx: Context): Table {
  const rows = outletsOf(overview, ctx);
  const langs = (['kk', 'ru', 'mixed', 'other', 'und'] as const).filter(
    (lang) => lang === 'kk' || lang === 'ru' || rows.some((row) => row.langs.has(lang)),
  );
  const inLang = (row: OutletRow, lang: Lang): number => row.langs.get(lang) ?? 0;
  return tableOf<OutletRow>(
    'outlets',
    [
      { key: 'outlet', head: 'outlet', raw: (r) => r.name, cell: (r) => html`${r.name}` },
      { key: 'publishers', head: 'outlet', raw: (r) => r.publishers.join(' ') },
      ...langs.map((lang) => ({
        key: lang,
        head: `lang.${lang}` as const,
        raw: (r: OutletRow) => inLang(r, lang),
        cell: (r: OutletRow) => html`${ctx.format.number(inLang(r, lang))}`,
        numeric: true,
      })),
      {
        key: 'articles',
        head: 'total',
        raw: (r) => r.total,
        cell: (r) => html`${ctx.format.number(r.total)}`,
        numeric: true,
      },
      {
        key: 'latest',
        head: 'latestArticle',
        raw: (r) => r.latest,
        cell: (r) => html`${r.latest === null ? '–' : ctx.format.date(r.latest)}`,
      },
    ],
    rows,
  );
}

/** How many outlets, editions of one counted once. */
export const countOutlets = (overview: Overview, ctx: Context): number => outletsOf(overview, ctx).length;

function outletsOf(overview: Overview, ctx: Context): readonly OutletRow[] {
  const rows = new Map<string, OutletRow>();
  for (const { publisher, articles, to } of overview.coverage.publishers) {
    const name = ctx.outlet(publisher);
    const before = rows.get(name);
    const langs = new Map(before?.langs);
    for (const row of overview.articles)
      if (row.publisher === publisher) langs.set(row.lang, (langs.get(row.lang) ?? 0) + row.articles);
    const days = [before?.latest ?? null, to].filter((day) => day !== null).sort();
    rows.set(name, {
      name,
      publishers: [...(before?.publishers ?? []), ...(publisher === null ? [] : [publisher])],
      langs,
      total: (before?.total ?? 0) + articles,
      latest: days.at(-1) ?? null,
    });
  }
  return [...rows.values()];
}
