import { html } from 'hono/html';
import type {
  ArticleRow,
  EventRow,
  ObservationRow,
  OfficialTally,
  ProgramTally,
  PublisherDay,
  RegionTally,
  RunRow,
  SlotTally,
  Tally,
} from '../store/index.ts';
import type { Context } from './context.ts';
import { pathOf, webAddress } from './context.ts';
import type { Html } from './parts/html.ts';
import { langAttribute } from './parts/quote.ts';
import { dayHtml, entityLink, nameHtml, nameIn, originalLink } from './parts/source.ts';
import type { Column, Table } from './parts/table.ts';
import { tableOf } from './parts/table.ts';

const count = (value: number, ctx: Context): Html => html`${ctx.format.number(value)}`;
const time = (value: string, ctx: Context): Html =>
  html`<time datetime="${value}">${ctx.format.time(value)}</time>`;

type Proof = Pick<EventRow, 'quote' | 'sentence' | 'lang' | 'publisher' | 'published' | 'url' | 'articleId'>;

/** Who says it, where and in which words: columns of whatever rests on one sentence. */
export const PROOF_COLUMNS: readonly Column<Proof>[] = [
  { key: 'quote', head: 'quote', raw: (e) => e.quote },
  { key: 'sentence', head: 'quote', raw: (e) => e.sentence },
  { key: 'lang', head: 'language', raw: (e) => e.lang },
  { key: 'publisher', head: 'outlet', raw: (e) => e.publisher },
  { key: 'published', head: 'published', raw: (e) => e.published },
  { key: 'url', head: 'original', raw: (e) => e.url },
  { key: 'article_id', head: 'article', raw: (e) => e.articleId },
];

/** How often something was reported, and between which days: columns that lists of programs and of regions share. */
const TALLY_COLUMNS: readonly Column<Tally>[] = [
  {
    key: 'observations',
    head: 'values',
    raw: (r) => r.observations,
    cell: (r, ctx) => count(r.observations, ctx),
    numeric: true,
  },
  {
    key: 'articles',
    head: 'articles',
    raw: (r) => r.articles,
    cell: (r, ctx) => count(r.articles, ctx),
    numeric: true,
  },
  { key: 'first', head: 'firstSeen', raw: (r) => r.first, cell: (r, ctx) => dayHtml(r.first, ctx) },
  { key: 'last', head: 'lastSeen', raw: (r) => r.last, cell: (r, ctx) => dayHtml(r.last, ctx) },
];

/** Programs with how often each was reported. */
export const programsTable = (rows: Iterable<ProgramTally>): Table =>
  tableOf<ProgramTally>(
    'programs',
    [
      { key: 'key', head: 'program', raw: (r) => r.key },
      { key: 'name_kk', head: 'nameKk', raw: (r) => r.name.kk },
      {
        key: 'name_ru',
        head: 'program',
        raw: (r) => r.name.ru ?? r.name.kk,
        cell: (r, ctx) => entityLink('programs', r.key, r.name, ctx),
      },
      {
        key: 'kind',
        head: 'kind',
        raw: (r) => r.kind,
        cell: (r, ctx) => html`${ctx.words.label('program', r.kind)}`,
      },
      ...TALLY_COLUMNS,
    ],
    rows,
  );

/** Regions with how often each was reported. */
export const regionsTable = (rows: Iterable<RegionTally>): Table =>
  tableOf<RegionTally>(
    'regions',
    [
      { key: 'id', head: 'region', raw: (r) => r.key },
      { key: 'name_kk', head: 'nameKk', raw: (r) => r.name.kk },
      {
        key: 'name_ru',
        head: 'region',
        raw: (r) => r.name.ru,
        cell: (r, ctx) => entityLink('regions', r.key, r.name, ctx),
      },
      {
        key: 'level',
        head: 'level',
        raw: (r) => r.level,
        cell: (r, ctx) => html`${ctx.words.label('level', r.level)}`,
      },
      ...TALLY_COLUMNS,
    ],
    rows,
  );

/** Officials with the post of their latest mention. */
export const officialsTable = (rows: Iterable<OfficialTally>): Table =>
  tableOf<OfficialTally>(
    'officials',
    [
      { key: 'key', head: 'official', raw: (r) => r.person },
      { key: 'name_kk', head: 'nameKk', raw: (r) => r.name.kk },
      {
        key: 'name_ru',
        head: 'official',
        raw: (r) => r.name.ru ?? r.name.kk,
        cell: (r, ctx) => entityLink('officials', r.person, r.name, ctx),
      },
      {
        key: 'post',
        head: 'post',
        raw: (r) => r.post.ru ?? r.post.kk,
        cell: (r, ctx) => nameHtml(r.post, ctx),
      },
      {
        key: 'jurisdiction',
        head: 'jurisdiction',
        raw: (r) => r.jurisdiction?.id ?? r.jurisdiction?.name ?? null,
        cell: (r, ctx) => seatHtml(r.jurisdiction, ctx),
      },
      {
        key: 'mentions',
        head: 'mentions',
        raw: (r) => r.mentions,
        cell: (r, ctx) => count(r.mentions, ctx),
        numeric: true,
      },
      { key: 'last', head: 'lastNamed', raw: (r) => r.last, cell: (r, ctx) => dayHtml(r.last, ctx) },
    ],
    rows,
  );

/** Where a post is held: the region by its own name, with its page. What is no place we know stands in the post itself. */
function seatHtml(seat: OfficialTally['jurisdiction'], ctx: Context): Html {
  const place = seat?.id == null ? undefined : ctx.place(seat.id);
  return place === undefined ? html`–` : entityLink('regions', place.id, place, ctx);
}

/** Articles, with the way to the stored text and to the original. */
export const articlesTable = (rows: Iterable<ArticleRow>): Table =>
  tableOf<ArticleRow>(
    'articles',
    [
      { key: 'article_id', head: 'article', raw: (r) => r.articleId },
      {
        key: 'title',
        head: 'article',
        raw: (r) => r.title,
        cell: (r, ctx) =>
          html`<a href="${ctx.href(pathOf('articles', r.articleId))}"${langAttribute(r.lang)}>${titleOf(r)}</a>`,
      },
      {
        key: 'publisher',
        head: 'outlet',
        raw: (r) => r.publisher,
        cell: (r, ctx) => html`${ctx.outlet(r.publisher)}`,
      },
      {
        key: 'lang',
        head: 'language',
        raw: (r) => r.lang,
        cell: (r, ctx) => html`${ctx.words.label('lang', r.lang)}`,
      },
      {
        key: 'published',
        head: 'published',
        raw: (r) => r.published,
        cell: (r, ctx) => dayHtml(r.published, ctx),
      },
      {
        key: 'observations',
        head: 'values',
        raw: (r) => r.observations,
        cell: (r, ctx) => count(r.observations, ctx),
        numeric: true,
      },
      {
        key: 'url',
        head: 'original',
        raw: (r) => webAddress(r.url) ?? null,
        cell: (r, ctx) => originalLink(r.url, ctx),
      },
    ],
    rows,
  );

/** A headline, or the id of an article that has none. */
export const titleOf = (row: Pick<ArticleRow, 'title' | 'articleId'>): string =>
  row.title === null || row.title === '' ? row.articleId : row.title;

/** Values as rows of a spreadsheet; on a page they are a list with quotes. */
export const valuesTable = (rows: Iterable<ObservationRow>, name = 'values'): Table =>
  tableOf<ObservationRow>(name, VALUE_COLUMNS, rows);

const VALUE_COLUMNS: readonly Column<ObservationRow>[] = [
  { key: 'id', head: 'value', raw: (o) => o.id },
  { key: 'period_from', head: 'period', raw: (o) => o.period?.from ?? null },
  { key: 'period_to', head: 'period', raw: (o) => o.period?.to ?? null },
  { key: 'period_text', head: 'period', raw: (o) => o.period?.text ?? null },
  { key: 'published', head: 'published', raw: (o) => o.published },
  { key: 'comparator', head: 'value', raw: (o) => comparatorText(o) },
  { key: 'value', head: 'value', raw: (o) => o.value },
  { key: 'high', head: 'value', raw: (o) => o.high },
  { key: 'previous', head: 'value', raw: (o) => o.previous },
  { key: 'order', head: 'value', raw: (o) => o.order },
  { key: 'hedge', head: 'hedge', raw: (o) => o.hedge },
  { key: 'unit', head: 'unit', raw: (o) => o.unit },
  { key: 'per', head: 'unit', raw: (o) => o.per },
  { key: 'measure', head: 'kind', raw: (o) => o.measure },
  { key: 'direction', head: 'kind', raw: (o) => o.direction },
  { key: 'status', head: 'status', raw: (o) => o.status },
  { key: 'subject', head: 'subject', raw: (o) => o.subject },
  { key: 'concept', head: 'indicator', raw: (o) => o.concept },
  { key: 'program', head: 'program', raw: (o) => o.program?.key ?? null },
  { key: 'program_kk', head: 'program', raw: (o) => o.program?.name.kk ?? null },
  { key: 'program_ru', head: 'program', raw: (o) => o.program?.name.ru ?? null },
  { key: 'region', head: 'region', raw: (o) => o.region?.id ?? null },
  { key: 'region_kk', head: 'region', raw: (o) => o.region?.name.kk ?? null },
  { key: 'region_ru', head: 'region', raw: (o) => o.region?.name.ru ?? null },
  { key: 'source', head: 'source', raw: (o) => o.source },
  { key: 'inferred', head: 'inferredSlots', raw: (o) => o.inferred.join(' ') },
  { key: 'quote', head: 'quote', raw: (o) => o.quote },
  { key: 'sentence', head: 'quote', raw: (o) => o.sentence },
  { key: 'lang', head: 'language', raw: (o) => o.lang },
  { key: 'publisher', head: 'outlet', raw: (o) => o.publisher },
  { key: 'url', head: 'original', raw: (o) => o.url },
  { key: 'article_id', head: 'article', raw: (o) => o.articleId },
  { key: 'rule', head: 'rule', raw: (o) => o.rule },
  { key: 'confidence', head: 'confidence', raw: (o) => o.confidence },
];

/** A lone `=` would be taken for a formula by a spreadsheet. */
const comparatorText = (o: ObservationRow): string =>
  o.comparator === '=' ? 'eq' : COMPARATORS[o.comparator];
const COMPARATORS = { '>': 'gt', '>=': 'ge', '<': 'lt', '<=': 'le', '~': 'approx' } as const;

/** Events as rows of a spreadsheet. */
export const eventsTable = (rows: readonly EventRow[]): Table =>
  tableOf<EventRow>(
    'events',
    [
      { key: 'id', head: 'event', raw: (e) => e.id },
      { key: 'kind', head: 'kind', raw: (e) => e.kind },
      { key: 'status', head: 'status', raw: (e) => e.status },
      { key: 'date_from', head: 'date', raw: (e) => e.date.from },
      { key: 'date_to', head: 'date', raw: (e) => e.date.to },
      { key: 'date_text', head: 'date', raw: (e) => e.date.text },
      { key: 'program', head: 'program', raw: (e) => e.program },
      { key: 'official', head: 'official', raw: (e) => e.official },
      { key: 'post', head: 'post', raw: (e) => e.post },
      { key: 'organisation', head: 'source', raw: (e) => e.organisation },
      { key: 'region', head: 'region', raw: (e) => e.region },
      ...PROOF_COLUMNS,
      { key: 'rule', head: 'rule', raw: (e) => e.rule },
    ],
    rows,
  );

/** Names that fit into a cell; the JSON has all. */
const MOST_NAMES = 6;

function outletNames(publishers: readonly string[], ctx: Context): string {
  const names = [...new Set(publishers.map((key) => ctx.outlet(key)))];
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} +${ctx.format.number(more)}` : names.join(', ');
}

/** A column of one of a run's counts. */
const counted = (key: keyof RunRow['counts'], head: Column<RunRow>['head']): Column<RunRow> => ({
  key,
  head,
  raw: (r) => r.counts[key],
  cell: (r, ctx) => count(r.counts[key], ctx),
  numeric: true,
});

/** Runs with their counts. */
export const runsTable = (rows: readonly RunRow[]): Table =>
  tableOf<RunRow>(
    'runs',
    [
      { key: 'id', head: 'runs', raw: (r) => r.id },
      {
        key: 'started_at',
        head: 'started',
        raw: (r) => r.startedAt,
        cell: (r, ctx) => time(r.startedAt, ctx),
      },
      {
        key: 'finished_at',
        head: 'finished',
        raw: (r) => r.finishedAt,
        cell: (r, ctx) => time(r.finishedAt, ctx),
      },
      {
        key: 'stopped',
        head: 'outcome',
        raw: (r) => r.stopped,
        cell: (r, ctx) => html`${ctx.words.label('ended', r.stopped ?? 'done')}`,
      },
      { key: 'kind', head: 'command', raw: (r) => r.kind, cell: (r) => html`<code>${r.kind}</code>` },
      {
        key: 'publishers',
        head: 'outlet',
        raw: (r) => r.publishers.join(' '),
        cell: (r, ctx) => html`${outletNames(r.publishers, ctx)}`,
      },
      counted('fetched', 'pages'),
      counted('new', 'newArticles'),
      counted('changed', 'changedArticles'),
      counted('unchanged', 'unchangedArticles'),
      counted('refused', 'refusedPages'),
      counted('failed', 'failedPages'),
      {
        key: 'problems',
        head: 'problems',
        raw: (r) => r.problems.map((p) => `${p.input}: ${p.detail}`).join('; '),
      },
      {
        key: 'ruleset',
        head: 'ruleset',
        raw: (r) => r.ruleset,
        cell: (r) => html`<code>${r.ruleset}</code>`,
      },
    ],
    rows,
  );

/** A column of one of a day's counts. */
const dayCounted = (
  key: 'seen' | 'new' | 'changed' | 'unchanged' | 'skipped' | 'failed',
  head: Column<PublisherDay>['head'],
): Column<PublisherDay> => ({
  key,
  head,
  raw: (d) => d.counts[key],
  cell: (d, ctx) => count(d.counts[key], ctx),
  numeric: true,
});

/** What each outlet yielded on its last day, and what is wrong with it. */
export const outletDaysTable = (rows: readonly PublisherDay[]): Table =>
  tableOf<PublisherDay>(
    'outlets',
    [
      {
        key: 'publisher',
        head: 'outlet',
        raw: (d) => d.publisher,
        cell: (d, ctx) => html`${ctx.outlet(d.publisher)} <code>${d.publisher}</code>`,
      },
      { key: 'day', head: 'date', raw: (d) => d.day, cell: (d, ctx) => dayHtml(d.day, ctx) },
      dayCounted('seen', 'pages'),
      dayCounted('new', 'newArticles'),
      dayCounted('changed', 'changedArticles'),
      dayCounted('unchanged', 'unchangedArticles'),
      dayCounted('skipped', 'refusedPages'),
      dayCounted('failed', 'failedPages'),
      {
        key: 'alarms',
        head: 'alarms',
        raw: (d) => d.alarms.map((a) => `${a.field ?? a.kind}: ${a.detail}`).join('; '),
        cell: (d, ctx) =>
          html`${d.alarms.map(
            (a) =>
              html`<p><strong>${ctx.words.label('alarm', a.kind)}</strong>${a.field === undefined ? '' : html` <code>${a.field}</code>`}<br><small lang="en">${a.detail}</small></p>`,
          )}`,
      },
    ],
    rows,
  );

/** Places with the number of values that speak of each. */
export const placesTable = (rows: readonly SlotTally[]): Table =>
  tableOf<SlotTally>(
    'regions',
    [
      { key: 'id', head: 'region', raw: (r) => r.key },
      { key: 'name_kk', head: 'nameKk', raw: (r) => r.name.kk },
      {
        key: 'name_ru',
        head: 'region',
        raw: (r) => r.name.ru,
        cell: (r, ctx) => entityLink('regions', r.key, r.name, ctx),
      },
      {
        key: 'values',
        head: 'values',
        raw: (r) => r.observations,
        cell: (r, ctx) => count(r.observations, ctx),
        numeric: true,
      },
    ],
    rows,
  );

/** The name of an entity as plain text, for titles. */
export const nameText = (
  name: { readonly kk: string | null; readonly ru: string | null },
  ctx: Context,
): string => nameIn(name, ctx)[1];
