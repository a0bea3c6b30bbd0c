import { html } from 'hono/html';
import { ABOUT } from '../i18n/about.ts';
import type { PageOf } from '../page.ts';
import { unlessEmpty } from '../parts/source.ts';
import { tableOf } from '../parts/table.ts';

/** `/about`: what Derek is, how to read it, and what the record covers. */
export const aboutPage: PageOf = (store, _ask, ctx) => {
  const coverage = store.coverage();
  const { t } = ctx.words;
  const table = tableOf(
    'coverage',
    [
      {
        key: 'publisher',
        head: 'outlet',
        raw: (r) => r.publisher,
        cell: (r) => html`${ctx.outlet(r.publisher)} <code class="quiet">${r.publisher}</code>`,
      },
      {
        key: 'articles',
        head: 'articles',
        raw: (r) => r.articles,
        cell: (r) => html`${ctx.format.number(r.articles)}`,
        numeric: true,
      },
      {
        key: 'from',
        head: 'firstSeen',
        raw: (r) => r.from,
        cell: (r) => html`${r.from === null ? '–' : ctx.format.date(r.from)}`,
      },
      {
        key: 'to',
        head: 'lastSeen',
        raw: (r) => r.to,
        cell: (r) => html`${r.to === null ? '–' : ctx.format.date(r.to)}`,
      },
    ],
    coverage.publishers,
  );
  return {
    title: t('about'),
    view: { name: 'derek', sample: ctx.sample, coverage },
    tables: [table],
    body: html`<div class="prose"><h1>${t('about')}</h1>
${ABOUT[ctx.lang].map(([heading, ...paragraphs]) => html`<h2>${heading}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}`)}
${unlessEmpty(coverage.publishers, () => html`<h2>${t('coverage')}</h2>${table.html(ctx)}`)}</div>`,
  };
};
