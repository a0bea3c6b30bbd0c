import { createHash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { storeError } from '../errors.ts';
import type { ArticleRow, EventRow, LinkRow, ObservationRow, SeriesRow } from '../views.ts';
import { ARTICLE_COLUMNS, articleOf } from './articles.ts';
import { column, eventOf, json, observationOf, type Raw } from './rows.ts';

const { text, maybe, maybeNumber, number } = column;

/** Everything of one kind, one row at a time and always in the same order; memory does not grow with the store. */
export interface Streams {
  observations(): Iterable<ObservationRow>;
  events(): Iterable<EventRow>;
  articles(): Iterable<ArticleRow>;
  links(): Iterable<LinkRow>;
  /** Only values whose concept is known make a series. */
  series(): Iterable<SeriesRow>;
}

export function streams(db: Database, file: string): Streams {
  // Articles come in the order of an index; only what one article says is sorted, and not all rows at once.
  const observations = db.prepare<[], Raw>('SELECT * FROM current_observations ORDER BY article_id');
  const events = db.prepare<[], Raw>('SELECT * FROM current_events ORDER BY article_id');
  const articles = db.prepare<[], Raw>(
    `SELECT ${ARTICLE_COLUMNS} FROM current_articles a ORDER BY a.article_id`,
  );
  const series = db.prepare<[], Raw>(
    `WITH points AS (
       SELECT *, row_number() OVER (
         PARTITION BY concept, program_key, region_id, unit, measure, per, status
         ORDER BY coalesce(period_to, period_from) DESC, known DESC, article_id, start) AS place
       FROM current_observations WHERE concept IS NOT NULL)
     SELECT concept, program_key, region_id, unit, measure, per, status, count(*) AS n,
       count(DISTINCT publisher) AS publishers, min(coalesce(period_from, period_to)) AS first,
       max(coalesce(period_to, period_from)) AS last,
       max(CASE WHEN place = 1 THEN value END) AS value, max(CASE WHEN place = 1 THEN id END) AS id,
       max(CASE WHEN place = 1 THEN program_kk END) AS program_kk, max(CASE WHEN place = 1 THEN program_ru END) AS program_ru,
       max(CASE WHEN place = 1 THEN region_kk END) AS region_kk, max(CASE WHEN place = 1 THEN region_ru END) AS region_ru
     FROM points GROUP BY concept, program_key, region_id, unit, measure, per, status
     ORDER BY concept, program_key, region_id, unit, measure, per, status`,
  );
  const links = db.prepare<[], Raw>(
    `SELECT 'person' AS kind, o.article_id AS article, o.name, l.person AS target, l.level, NULL AS score, l.shared
     FROM person_links l JOIN current_officials o ON o.official = l.official
     UNION ALL
     SELECT 'story', min(a.article_id, b.article_id), NULL, max(a.article_id, b.article_id), NULL, t.score, t.shared
     FROM story_ties t JOIN current_articles a ON a.article = t.a JOIN current_articles b ON b.article = t.b
     ORDER BY kind, article, target, name, level`,
  );
  function* each<T>(query: Statement<[], Raw>, shape: (row: Raw) => T): Generator<T> {
    try {
      for (const row of query.iterate()) yield shape(row);
    } catch (error) {
      throw storeError(error, file);
    }
  }
  function* byPlace<T extends Placed>(rows: Iterable<T>): Generator<T> {
    let said: T[] = [];
    for (const row of rows) {
      if (said[0] !== undefined && said[0].articleId !== row.articleId) {
        yield* said.sort(byStart);
        said = [];
      }
      said.push(row);
    }
    yield* said.sort(byStart);
  }
  return {
    observations: () => byPlace(each(observations, observationOf)),
    events: () => byPlace(each(events, eventOf)),
    articles: () => each(articles, articleOf),
    links: () => each(links, linkOf),
    series: () => each(series, seriesOf),
  };
}

interface Placed {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly id: string;
}
const byStart = (a: Placed, b: Placed): number =>
  a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const linkOf = (row: Raw): LinkRow => ({
  kind: text(row, 'kind') as LinkRow['kind'],
  article: text(row, 'article'),
  name: maybe(row, 'name'),
  target: text(row, 'target'),
  level: maybe(row, 'level'),
  score: maybeNumber(row, 'score'),
  shared: json(row, 'shared'),
});

function seriesOf(row: Raw): SeriesRow {
  const slots = ['concept', 'program_key', 'region_id', 'unit', 'measure', 'per', 'status'];
  const key = JSON.stringify(slots.map((slot) => maybe(row, slot)));
  const program = maybe(row, 'program_key');
  const region = maybe(row, 'region_id');
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 12),
    concept: text(row, 'concept'),
    program:
      program === null
        ? null
        : { key: program, name: { kk: text(row, 'program_kk'), ru: text(row, 'program_ru') } },
    region:
      region === null
        ? null
        : { id: region, name: { kk: text(row, 'region_kk'), ru: text(row, 'region_ru') } },
    unit: text(row, 'unit'),
    measure: text(row, 'measure') as SeriesRow['measure'],
    per: maybe(row, 'per'),
    status: text(row, 'status') as SeriesRow['status'],
    observations: number(row, 'n'),
    publishers: number(row, 'publishers'),
    from: maybe(row, 'first'),
    to: maybe(row, 'last'),
    lastValue: maybeNumber(row, 'value'),
    lastObservation: text(row, 'id'),
  };
}
