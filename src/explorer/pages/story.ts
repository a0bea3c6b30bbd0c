import { html } from 'hono/html';
import type { ObservationRow, StoryMember, StoryView } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { langAttribute } from '../parts/quote.ts';
import { originalLink, unlessEmpty, valueHref } from '../parts/source.ts';
import type { Table } from '../parts/table.ts';
import { tableOf } from '../parts/table.ts';
import { valueHtml } from '../parts/value.ts';
import { titleOf, valuesTable } from '../tables.ts';
import { headlineOf, storyFacts } from './stories.ts';

/** The languages that stand beside each other. */
const SIDES = ['kk', 'ru'] as const;

/** `/stories/:id`: all versions of one event, what they share, and what the two languages do not say alike. */
export const storyPage: PageOf = (store, ask, ctx) => {
  const story = store.story(ask.key);
  if (story === undefined) return { missing: ask.key, list: '/stories', near: [] };
  const { t } = ctx.words;
  const values = story.values.flatMap(({ said }) => said);
  const bothSides = SIDES.every((lang) => story.langs.includes(lang));
  const shared = story.values.filter(({ said }) => said.length > 1);
  return {
    title: titleOf(story.articles[0] ?? { title: null, articleId: story.id }),
    summary: storyFacts(story, ctx),
    view: story,
    tables: [membersTable(story.articles), valuesTable(values), differencesTable(story.differences)],
    body: html`<header class="entity"><p class="kind">${t('story')}</p><h1>${headlineOf(story, ctx)}</h1>
<p class="facts">${storyFacts(story, ctx)}</p></header>
<section aria-labelledby="versions"><h2 id="versions">${t('storyVersions')}</h2><p class="note">${t('storyVersionsLead')}</p>
<ol class="versions">${story.articles.map((member) => memberItem(member, story, ctx))}</ol></section>
${unlessEmpty(
  bothSides ? story.differences : [],
  () => html`<section aria-labelledby="differences"><h2 id="differences">${t('storyDifferences')}</h2>
<p class="note">${t('storyDifferencesLead')}</p>${sidesTable(
    story.differences.map(({ kk, ru }) => ({ kk: kk === null ? [] : [kk], ru: ru === null ? [] : [ru] })),
    ctx,
  )}</section>`,
)}
${unlessEmpty(
  shared,
  () => html`<section aria-labelledby="shared"><h2 id="shared">${t('storyShared')}</h2>
<p class="note">${t('storySharedLead')}</p>${
    bothSides
      ? sidesTable(
          shared.map(({ said }) => bySide(said)),
          ctx,
        )
      : sharedList(shared, ctx)
  }</section>`,
)}`,
  };
};

/** An article of the story: when, who, in which language, and what it is to the others. */
function memberItem(member: StoryMember, story: StoryView, ctx: Context): Html {
  const { t, label } = ctx.words;
  const origin = story.articles[0];
  const path = pathOf('articles', member.articleId);
  const day = member.published === null ? t('publishedUnknown') : ctx.format.date(member.published);
  const beside =
    origin === undefined || origin.articleId === member.articleId
      ? nothing
      : html` · <a href="${ctx.href(pathOf('articles', origin.articleId), { beside: member.articleId })}">${t('besideOrigin')}</a>`;
  return html`<li><p class="when">${day}</p><div>
<h3><a href="${ctx.href(path)}"${langAttribute(member.lang)}>${titleOf(member)}</a></h3>
<p class="quiet">${ctx.outlet(member.publisher)} · ${label('lang', member.lang)} · <span class="badge">${label('storyRole', member.role)}</span> · ${ctx.words.count('value', member.observations, ctx.format.number(member.observations))} · ${originalLink(member.url, ctx)}${beside}</p>
</div></li>`;
}

interface Sides {
  readonly kk: readonly ObservationRow[];
  readonly ru: readonly ObservationRow[];
}

const bySide = (said: readonly ObservationRow[]): Sides => ({
  kk: said.filter(({ lang }) => lang === 'kk'),
  ru: said.filter(({ lang }) => lang === 'ru'),
});

/** Values in two columns, the Kazakh and the Russian articles; each leads to its sentence. */
function sidesTable(rows: readonly Sides[], ctx: Context): Html {
  const { t, label } = ctx.words;
  const cell = (said: readonly ObservationRow[], lang: (typeof SIDES)[number]): Html => {
    const [first] = said;
    return first === undefined
      ? html`<td data-side="${label('lang', lang)}"><span class="quiet">${t('notSaidHere')}</span></td>`
      : html`<td data-side="${label('lang', lang)}">${statedHtml(first, said.length - 1, ctx)}</td>`;
  };
  return html`<div class="table-box"><table class="sides"><thead><tr>${SIDES.map((lang) => html`<th scope="col">${label('lang', lang)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${SIDES.map((lang) => cell(row[lang], lang))}</tr>`)}</tbody></table></div>`;
}

/** A value, what it measures, its words in an article, and how many more articles say the same. */
const statedHtml = (o: ObservationRow, others: number, ctx: Context): Html =>
  html`${valueHtml(o, ctx)} ${o.subject === '' ? nothing : html`<span class="subject"${langAttribute(o.lang)}>${o.subject}</span> `}<a class="stated" href="${valueHref(o, ctx)}"${langAttribute(o.lang)}>${o.quote}</a>${others === 0 ? nothing : html` <span class="quiet">+${ctx.format.number(others)}</span>`}`;

const sharedList = (shared: StoryView['values'], ctx: Context): Html =>
  html`<ul class="plain">${shared.map(({ said }) => html`<li>${said.slice(0, 1).map((o) => statedHtml(o, said.length - 1, ctx))}</li>`)}</ul>`;

const membersTable = (members: readonly StoryMember[]): Table =>
  tableOf<StoryMember>(
    'articles',
    [
      { key: 'article_id', head: 'article', raw: (m) => m.articleId },
      { key: 'role', head: 'kind', raw: (m) => m.role },
      { key: 'score', head: 'kind', raw: (m) => m.score },
      { key: 'title', head: 'article', raw: (m) => m.title },
      { key: 'publisher', head: 'outlet', raw: (m) => m.publisher },
      { key: 'lang', head: 'language', raw: (m) => m.lang },
      { key: 'published', head: 'published', raw: (m) => m.published },
      { key: 'observations', head: 'values', raw: (m) => m.observations },
      { key: 'url', head: 'original', raw: (m) => m.url },
    ],
    members,
  );

const differencesTable = (rows: StoryView['differences']): Table =>
  tableOf<StoryView['differences'][number]>(
    'differences',
    SIDES.flatMap((lang) => [
      { key: `${lang}_value`, head: 'value', raw: (d) => d[lang]?.value ?? null },
      { key: `${lang}_unit`, head: 'unit', raw: (d) => d[lang]?.unit ?? null },
      { key: `${lang}_quote`, head: 'quote', raw: (d) => d[lang]?.quote ?? null },
      { key: `${lang}_id`, head: 'value', raw: (d) => d[lang]?.id ?? null },
    ]),
    rows,
  );
