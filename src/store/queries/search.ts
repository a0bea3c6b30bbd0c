import type { Database } from 'better-sqlite3';
import { queryKeys } from '../../language/index.ts';
import { snippetOf } from '../snippet.ts';
import type { ArticleHit, FactHit, SearchFilter, SearchResult } from '../views.ts';
import { ARTICLE_COLUMNS, articleOf } from './articles.ts';
import { column, observationOf, type Raw } from './rows.ts';

/** The words of a query, each with the keys that any form of it may have. */
type QueryKeys = readonly (readonly string[])[];

const DEFAULT_LIMIT = 20;
/** A query of a thousand words is a mistake, not a question. */
const MOST_WORDS = 32;

interface Condition {
  readonly sql: string;
  readonly value: string;
}

/**
 * Articles and facts that hold every word of a query, in any case form of Kazakh or Russian, the best match first;
 * without words, everything that the filters let through, the newest first.
 */
export function searchQueries(db: Database): (query: string, filter?: SearchFilter) => SearchResult {
  return (query, filter = {}) => {
    const keys = queryKeys(query).slice(0, MOST_WORDS);
    if (keys.length === 0 && query.trim() !== '') return NOTHING;
    const articles = articleHits(db, keys, filter);
    const facts = factHits(db, keys, filter);
    return {
      articles: articles.hits,
      facts: facts.hits,
      totalArticles: articles.total,
      totalFacts: facts.total,
    };
  };
}

const NOTHING: SearchResult = { articles: [], facts: [], totalArticles: 0, totalFacts: 0 };

/** Each key is a phrase of its own: whatever is in it, it is never read as an operator. */
const phrase = (key: string): string => `"${key.replaceAll('"', '""')}"`;
const match = (keys: QueryKeys): string =>
  keys.map((forms) => `(${forms.map(phrase).join(' OR ')})`).join(' AND ');

function aboutArticle(filter: SearchFilter): Condition[] {
  const list: Condition[] = [];
  if (filter.publisher !== undefined) list.push({ sql: 'a.publisher = ?', value: filter.publisher });
  if (filter.lang !== undefined) list.push({ sql: 'a.lang = ?', value: filter.lang });
  if (filter.from !== undefined) list.push({ sql: 'a.known >= ?', value: filter.from });
  if (filter.to !== undefined) list.push({ sql: 'a.known <= ?', value: filter.to });
  return list;
}

function articleHits(
  db: Database,
  keys: QueryKeys,
  filter: SearchFilter,
): { hits: ArticleHit[]; total: number } {
  const conditions = aboutArticle(filter);
  const has = (sql: string): string => `a.extraction IN (SELECT extraction FROM ${sql} = ?)`;
  if (filter.program !== undefined)
    conditions.push({ sql: has('article_programs WHERE key'), value: filter.program });
  if (filter.region !== undefined)
    conditions.push({ sql: has('article_regions WHERE region_id'), value: filter.region });
  if (filter.unit !== undefined) conditions.push({ sql: has('observations WHERE unit'), value: filter.unit });
  const words = keys.length > 0 ? [{ sql: 'article_words MATCH ?', value: match(keys) }] : [];
  const all = [...words, ...conditions];
  const from = `FROM ${keys.length > 0 ? 'article_words w JOIN current_articles a ON a.article = w.rowid' : 'current_articles a'}
    ${all.length > 0 ? `WHERE ${all.map(({ sql }) => sql).join(' AND ')}` : ''}`;
  const order = keys.length > 0 ? 'bm25(article_words, 4.0, 1.0), ' : '';
  const values = all.map(({ value }) => value);
  const rows = db
    .prepare<(string | number)[], Raw>(
      `SELECT ${ARTICLE_COLUMNS}, (SELECT text FROM article_versions v WHERE v.id = a.version) AS text ${from}
       ORDER BY ${order}a.known DESC, a.article_id LIMIT ? OFFSET ?`,
    )
    .all(...values, filter.limit ?? DEFAULT_LIMIT, filter.offset ?? 0);
  const total =
    db
      .prepare<string[], number>(`SELECT count(*) ${from}`)
      .pluck()
      .get(...values) ?? 0;
  return {
    total,
    hits: rows.map((row) => ({ ...articleOf(row), snippet: snippetOf(column.text(row, 'text'), keys) })),
  };
}

function factHits(db: Database, keys: QueryKeys, filter: SearchFilter): { hits: FactHit[]; total: number } {
  const conditions = aboutArticle(filter);
  if (filter.program !== undefined) conditions.push({ sql: 'a.program_key = ?', value: filter.program });
  if (filter.region !== undefined) conditions.push({ sql: 'a.region_id = ?', value: filter.region });
  if (filter.unit !== undefined) conditions.push({ sql: 'a.unit = ?', value: filter.unit });
  const words = keys.length > 0 ? [{ sql: 'observation_words MATCH ?', value: match(keys) }] : [];
  const all = [...words, ...conditions];
  const from = `FROM ${keys.length > 0 ? 'observation_words w JOIN current_observations a ON a.observation = w.rowid' : 'current_observations a'}
    ${all.length > 0 ? `WHERE ${all.map(({ sql }) => sql).join(' AND ')}` : ''}`;
  const order = keys.length > 0 ? 'bm25(observation_words), ' : '';
  const values = all.map(({ value }) => value);
  const rows = db
    .prepare<(string | number)[], Raw>(
      `SELECT a.* ${from} ORDER BY ${order}a.known DESC, a.article_id, a.start LIMIT ? OFFSET ?`,
    )
    .all(...values, filter.limit ?? DEFAULT_LIMIT, filter.offset ?? 0);
  const total =
    db
      .prepare<string[], number>(`SELECT count(*) ${from}`)
      .pluck()
      .get(...values) ?? 0;
  return {
    total,
    hits: rows.map(observationOf).map((row) => ({ ...row, snippet: snippetOf(row.sentence, keys) })),
  };
}
