import { html } from 'hono/html';
import { VIEWS } from '../../export/index.ts';
import type { Tally } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { ABOUT, TOLERANCES } from '../i18n/about.ts';
import type { PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { dayHtml, unlessEmpty } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';

/** `/about`: what Derek is, its method, what a wording allows, the data dictionary, how to cite, what is covered. */
export const aboutPage: PageOf = (store, _ask, ctx) => {
  // What the store keeps up, not what it can work out: that takes as long as there are articles.
  const coverage = store.tallies.outlets();
  const { t } = ctx.words;
  const covered = coverageTable(coverage);
  return {
    title: t('about'),
    view: {
      name: 'derek',
      sample: ctx.sample,
      coverage,
      tolerances: TOLERANCES.map(({ kk, ru, allows, note }) => ({ kk, ru, allows, note: note.en })),
      views: VIEWS.map(({ name, about, columns }) => ({ name, about, columns })),
    },
    tables: [covered, DICTIONARY],
    body: html`<div class="prose"><h1>${t('about')}</h1>
${ABOUT[ctx.lang].map(([heading, ...paragraphs]) => html`<h2>${heading}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}`)}
${tolerances(ctx)}
${unlessEmpty(coverage, () => html`<h2>${t('coverage')}</h2>${covered.html(ctx)}`)}
${dictionary(ctx)}</div>`,
  };
};

function tolerances(ctx: Context): Html {
  const { t } = ctx.words;
  return html`<h2 id="tolerance">${t('toleranceTitle')}</h2>
<div class="table-box"><table><thead><tr><th scope="col">${t('toleranceKk')}</th><th scope="col">${t('toleranceRu')}</th><th scope="col">${t('toleranceAllows')}</th></tr></thead>
<tbody>${TOLERANCES.map(
    ({ kk, ru, allows, note }) =>
      html`<tr><td lang="kk">${kk}</td><td lang="ru">${ru}</td><td>${allows}${note[ctx.lang] === '' ? '' : html`<br><span class="quiet">${note[ctx.lang]}</span>`}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Each view folded away: most readers look for one column of one of them. */
function dictionary(ctx: Context): Html {
  const { t } = ctx.words;
  return html`<h2 id="dictionary">${t('dictionaryTitle')}</h2><p class="note">${t('dictionaryLead')}</p>
${VIEWS.map(
  ({
    name,
    about,
    columns,
  }) => html`<details class="view"><summary><code>${name}</code> <span lang="en">${about}</span></summary>
<div class="table-box"><table><thead><tr><th scope="col">${t('dictionaryColumn')}</th><th scope="col">${t('dictionaryType')}</th><th scope="col">${t('dictionaryMeaning')}</th></tr></thead>
<tbody>${columns.map((column) => html`<tr><th scope="row"><code>${column.name}</code></th><td><code>${column.type}</code></td><td lang="en">${column.about}</td></tr>`)}</tbody></table></div></details>`,
)}`;
}

/** A column of a view that is exported. */
interface Entry {
  readonly view: string;
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

const DICTIONARY: Table = tableOf<Entry>(
  'dictionary',
  [
    { key: 'view', head: 'kind', raw: (e) => e.view },
    { key: 'column', head: 'dictionaryColumn', raw: (e) => e.name },
    { key: 'type', head: 'dictionaryType', raw: (e) => e.type },
    { key: 'meaning', head: 'dictionaryMeaning', raw: (e) => e.about },
  ],
  VIEWS.flatMap(({ name: view, columns }) => columns.map((column) => ({ ...column, view }))),
);

const coverageTable = (coverage: readonly Tally[]): Table =>
  tableOf<Tally>(
    'coverage',
    [
      {
        key: 'publisher',
        head: 'outlet',
        raw: (r) => r.key,
        cell: (r, ctx) => html`${ctx.outlet(r.key || null)} <code class="quiet">${r.key}</code>`,
      },
      {
        key: 'articles',
        head: 'articles',
        raw: (r) => r.articles,
        cell: (r, ctx) => html`${ctx.format.number(r.articles)}`,
        numeric: true,
      },
      {
        key: 'from',
        head: 'firstSeen',
        raw: (r) => r.first,
        cell: (r, ctx) => dayHtml(r.first, ctx),
      },
      {
        key: 'to',
        head: 'lastSeen',
        raw: (r) => r.last,
        cell: (r, ctx) => dayHtml(r.last, ctx),
      },
    ],
    coverage,
  );
