import type {
  ArticleRow,
  EventRow,
  LinkRow,
  ObservationRow,
  OfficialRow,
  PostRow,
  ProgramRow,
  RegionRow,
  SeriesRow,
  SourceRow,
  Store,
  StoryView,
} from '../store/index.ts';
import type { Cell, Column, Table } from './table.ts';

/** A view that people take out: its columns, documented, and its rows in an order that never changes by itself. */
export interface View {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly about: string }[];
  table(store: Store): Table;
}

function view<T>(
  name: string,
  about: string,
  columns: readonly Column<T>[],
  rows: (store: Store) => Iterable<T>,
): View {
  return {
    name,
    about,
    columns: columns.map((column) => ({ name: column.name, about: column.about })),
    table: (store) => ({
      columns: columns.map((column) => column.name),
      rows: cells(columns, rows(store)),
    }),
  };
}

function* cells<T>(columns: readonly Column<T>[], rows: Iterable<T>): Generator<readonly Cell[]> {
  for (const row of rows) yield columns.map((column) => column.of(row));
}

const column = <T>(name: string, about: string, of: (row: T) => Cell): Column<T> => ({ name, about, of });

const source = <T extends SourceRow>(): Column<T>[] => [
  column('article_id', 'Id of the article; the same for ever.', (r) => r.articleId),
  column('url', 'Address of the article.', (r) => r.url),
  column('publisher', 'Key of the outlet.', (r) => r.publisher),
  column('lang', 'Language of the article: kk, ru, mixed, other, und.', (r) => r.lang),
  column('title', 'Headline.', (r) => r.title),
  column('published', 'Day or time of publication, as exact as the page gives it.', (r) => r.published),
  column('first_seen', 'When we first had the article, UTC.', (r) => r.seen),
];

const quote = <
  T extends { quote: string; start: number; end: number; sentence: string; rule: string },
>(): Column<T>[] => [
  column('quote', 'The words of the article that say it.', (r) => r.quote),
  column('start', 'Where the quote begins in the text, in UTF-16 code units.', (r) => r.start),
  column('end', 'Where it ends, exclusive.', (r) => r.end),
  column('sentence', 'The sentence around the quote.', (r) => r.sentence),
  column('rule', 'Id of the rule that found it.', (r) => r.rule),
];

const observations = view<ObservationRow>(
  'observations',
  'Every value as one article states it.',
  [
    column('id', 'Id of the observation: article and offsets.', (r) => r.id),
    column(
      'point',
      'Id of the observation that said the same first, in an article of the same story.',
      (r) => r.point,
    ),
    column('measure', 'level, change or ratio.', (r) => r.measure),
    column('comparator', '=, >, >=, <, <= or ~ (about).', (r) => r.comparator),
    column(
      'value',
      'The number in plain units; empty when only an order or a direction is said.',
      (r) => r.value,
    ),
    column('high', 'Upper end of a range.', (r) => r.high),
    column('previous', 'The "from" of a from–to change.', (r) => r.previous),
    column('order', 'Order of magnitude when no value is said (hundreds: 100).', (r) => r.order),
    column('hedge', 'The word that makes it inexact.', (r) => r.hedge),
    column('per', 'What a rate refers to.', (r) => r.per),
    column('unit', 'Unit: a measure, a currency, or the counted thing.', (r) => r.unit),
    column('unit_class', 'count, percent, percentage_point, times, money or measure.', (r) => r.unitClass),
    column('subject', "What is measured, in the article's words.", (r) => r.subject),
    column('concept', 'Id of the indicator, shared by both languages.', (r) => r.concept),
    column('direction', 'up or down, for changes.', (r) => r.direction),
    column('status', 'actual, planned, forecast, denied or rule.', (r) => r.status),
    column(
      'period_from',
      'Begin of the period, never narrower than the text.',
      (r) => r.period?.from ?? null,
    ),
    column('period_to', 'End of the period.', (r) => r.period?.to ?? null),
    column('period_text', 'The words that give the period.', (r) => r.period?.text ?? null),
    column('region_id', 'ISO 3166-2 code of the region, or a key below it.', (r) => r.region?.id ?? null),
    column('region_kk', 'Name of the region in Kazakh.', (r) => r.region?.name.kk ?? null),
    column('region_ru', 'Name of the region in Russian.', (r) => r.region?.name.ru ?? null),
    column('program_key', 'Key of the program.', (r) => r.program?.key ?? null),
    column('program_kk', 'Name of the program in Kazakh.', (r) => r.program?.name.kk ?? null),
    column('program_ru', 'Name of the program in Russian.', (r) => r.program?.name.ru ?? null),
    column('source', 'Who states it.', (r) => r.source),
    column('inferred', 'Slots that the sentence itself leaves unsaid.', (r) => r.inferred),
    column('confidence', 'From 0 to 1.', (r) => r.confidence),
    ...quote<ObservationRow>(),
    column('ruleset', 'Version of the rules.', (r) => r.ruleset),
    ...source<ObservationRow>(),
  ],
  (store) => store.all.observations(),
);

const events = view<EventRow>(
  'events',
  'What happened: starts, ends, openings, signings, appointments, dismissals.',
  [
    column('id', 'Id of the event: article, kind and offsets.', (r) => r.id),
    column('kind', 'start, end, creation, signing, opening, appointment or dismissal.', (r) => r.kind),
    column('status', 'actual or planned.', (r) => r.status),
    column('date_from', 'Begin of the date, never narrower than the text.', (r) => r.date.from),
    column('date_to', 'End of the date.', (r) => r.date.to),
    column('date_text', 'The words that give the date.', (r) => r.date.text),
    column('program', 'Name of the program.', (r) => r.program),
    column('program_key', 'Key of the program.', (r) => r.programKey),
    column('official', 'Name of the official.', (r) => r.official),
    column('official_key', 'Key of the official.', (r) => r.officialKey),
    column('post', 'The post that the official got, left or acted in.', (r) => r.post),
    column('organisation', 'Name of the organisation.', (r) => r.organisation),
    column('region', 'Name of the region.', (r) => r.region),
    column('region_id', 'Id of the region.', (r) => r.regionId),
    ...quote<EventRow>(),
    ...source<EventRow>(),
  ],
  (store) => store.all.events(),
);

const series = view<SeriesRow>(
  'series',
  'Values of one concept that can be compared: same program, region, unit, measure and status.',
  [
    column('id', 'Id of the series, made of its slots.', (r) => r.id),
    column('concept', 'Id of the indicator.', (r) => r.concept),
    column('program_key', 'Key of the program.', (r) => r.program?.key ?? null),
    column('program_kk', 'Name of the program in Kazakh.', (r) => r.program?.name.kk ?? null),
    column('program_ru', 'Name of the program in Russian.', (r) => r.program?.name.ru ?? null),
    column('region_id', 'Id of the region.', (r) => r.region?.id ?? null),
    column('region_kk', 'Name of the region in Kazakh.', (r) => r.region?.name.kk ?? null),
    column('region_ru', 'Name of the region in Russian.', (r) => r.region?.name.ru ?? null),
    column('unit', 'Unit.', (r) => r.unit),
    column('measure', 'level, change or ratio.', (r) => r.measure),
    column('per', 'What a rate refers to.', (r) => r.per),
    column('status', 'actual, planned, forecast, denied or rule.', (r) => r.status),
    column('observations', 'How many values it has.', (r) => r.observations),
    column('publishers', 'From how many outlets.', (r) => r.publishers),
    column('period_from', 'The earliest period.', (r) => r.from),
    column('period_to', 'The latest period.', (r) => r.to),
    column('last_value', 'The value of the latest period.', (r) => r.lastValue),
    column('last_observation', 'Its observation.', (r) => r.lastObservation),
  ],
  (store) => store.all.series(),
);

const programs = view<ProgramRow>(
  'programs',
  'Programs, projects, campaigns, contests, benefits, plans and events that articles name.',
  [
    column('key', "The catalogue's id, or ~ and the folded name.", (r) => r.key),
    column('id', "The catalogue's id.", (r) => r.id),
    column('name_kk', 'Name in Kazakh.', (r) => r.name.kk),
    column('name_ru', 'Name in Russian.', (r) => r.name.ru),
    column('kind', 'program, project, campaign, contest, benefit, plan or event.', (r) => r.kind),
    column('articles', 'Articles that name it.', (r) => r.articles),
    column('observations', 'Values that belong to it.', (r) => r.observations),
    column('events', 'Events that belong to it.', (r) => r.events),
    column('publishers', 'Outlets that name it.', (r) => r.publishers),
    column('langs', 'Languages of the articles that name it.', (r) => r.langs),
    column('first_published', 'The first article that names it.', (r) => r.first),
    column('last_published', 'The last one.', (r) => r.last),
  ],
  (store) => store.programs(),
);

const regions = view<RegionRow>(
  'regions',
  'The country, its regions, districts, cities and villages that articles name.',
  [
    column('id', 'ISO 3166-2 code, or a key below it; kept through renames.', (r) => r.id),
    column('name_kk', 'Name in Kazakh, as in the latest article.', (r) => r.name.kk),
    column('name_ru', 'Name in Russian, as in the latest article.', (r) => r.name.ru),
    column('level', 'country, oblast, city, district or village.', (r) => r.level),
    column('articles', 'Articles that name it.', (r) => r.articles),
    column('observations', 'Values that belong to it.', (r) => r.observations),
    column('first_published', 'The first article that names it.', (r) => r.first),
    column('last_published', 'The last one.', (r) => r.last),
  ],
  (store) => store.regions(),
);

interface Holder {
  readonly person: OfficialRow;
  readonly post: PostRow;
}
const officials = view<Holder>(
  'officials',
  'Persons with a public post: one row for each post a person is named with, in each language.',
  [
    column(
      'key',
      'Name as both languages share it, behind ~; with a post where namesakes need telling apart.',
      (r) => r.person.key,
    ),
    column('id', "The catalogue's id.", (r) => r.person.id),
    column('name_kk', 'Name in Kazakh articles.', (r) => r.person.name.kk),
    column('name_ru', 'Name in Russian articles.', (r) => r.person.name.ru),
    column('post', 'Post, nominative.', (r) => r.post.post),
    column('post_id', "The catalogue's id of the post.", (r) => r.post.postId),
    column('lang', 'Language of the post.', (r) => r.post.lang),
    column('jurisdiction_id', 'Id of what the post is over.', (r) => r.post.jurisdiction?.id ?? null),
    column('jurisdiction', 'Name of what the post is over.', (r) => r.post.jurisdiction?.name ?? null),
    column('role', 'acting, former, first, deputy.', (r) => r.post.role),
    column(
      'may_be',
      'Keys of others who may be the same person: only the names agree.',
      (r) => r.person.mayBe,
    ),
    column('articles', 'Articles that name the person with the post.', (r) => r.post.articles),
    column('first_published', 'The first of them.', (r) => r.post.first),
    column('last_published', 'The last of them.', (r) => r.post.last),
  ],
  function* (store) {
    for (const person of store.officials()) for (const post of person.posts) yield { person, post };
  },
);

const articles = view<ArticleRow>(
  'articles',
  'Every article of the record, as it stands now.',
  [
    ...source<ArticleRow>(),
    column('modified', 'When the page says it was changed.', (r) => r.modified),
    column('authors', 'Authors as the page names them.', (r) => r.authors),
    column('confirmed_at', 'When the page last looked like this, UTC.', (r) => r.confirmedAt),
    column('versions', 'How many texts the page has had.', (r) => r.versions),
    column('observations', 'Values found in it.', (r) => r.observations),
    column('length', 'Length of the text in UTF-16 code units.', (r) => r.length),
  ],
  (store) => store.all.articles(),
);

const stories = view<StoryView>(
  'stories',
  'Events that several articles tell: reprints, rewrites, and versions in the two languages.',
  [
    column('id', 'Id of the article that told it first.', (r) => r.id),
    column('first_published', 'Day of the first article.', (r) => r.first),
    column('last_published', 'Day of the last one.', (r) => r.last),
    column('publishers', 'Outlets that tell it.', (r) => r.publishers),
    column('langs', 'Languages it is told in.', (r) => r.langs),
    column(
      'articles',
      'Its articles: id, role (origin, reprint, translation, rewrite) and language of each.',
      (r) => r.articles.map(({ articleId, role, lang }) => ({ id: articleId, role, lang })),
    ),
    column(
      'shared_values',
      'Values that more than one of the articles states.',
      (r) => r.values.filter(({ said }) => said.length > 1).length,
    ),
    column(
      'differences',
      'Quotes of values that the two languages do not give alike, Kazakh ≠ Russian; – where one gives none.',
      (r) => r.differences.map(({ kk, ru }) => `${kk?.quote ?? '–'} ≠ ${ru?.quote ?? '–'}`),
    ),
  ],
  (store) => store.stories(),
);

const links = view<LinkRow>(
  'links',
  'Why two things are taken for one: an official for a person, two articles for one story.',
  [
    column('kind', 'person or story.', (r) => r.kind),
    column('article_id', 'The article that is linked, or that names the official.', (r) => r.article),
    column('name', 'The name as the article gives it.', (r) => r.name),
    column('target', 'Key of the person, or id of the other article.', (r) => r.target),
    column(
      'level',
      'How the names compare: same, similar (other vowels in the other language), initials.',
      (r) => r.level,
    ),
    column('score', 'How much of the poorer article the other tells too, from 0 to 1.', (r) => r.score),
    column('shared', 'What agrees: posts, seats and stories, or marks of the articles.', (r) => r.shared),
  ],
  (store) => store.all.links(),
);

export const VIEWS: readonly View[] = [
  observations,
  series,
  events,
  programs,
  regions,
  officials,
  articles,
  stories,
  links,
];
