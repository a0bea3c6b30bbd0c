import type { Database } from 'better-sqlite3';
import type { TermPair } from '../../catalog/terms.ts';
import { queryKeys } from '../../language/index.ts';
import { WORDS_THEN } from '../past.ts';
import { snippetOf } from '../snippet.ts';
import type { SearchFilter, SearchResult } from '../views.ts';
import { ARTICLE_COLUMNS, articleOf } from './articles.ts';
import { column, observationOf, type Raw } from './rows.ts';
import { type Terms, termsOf } from './terms.ts';

/** The words of a query, each with the keys that any form of it may have. */
type QueryKeys = readonly (readonly string[])[];

const DEFAULT_LIMIT = 20;
/** A query of a thousand words is a mistake, not a question. */
const MOST_WORDS = 32;

interface Condition {
  readonly sql: string;
  readonly value: string | number;
}

/**
 * Articles and facts that hold every word of a query, in any case form of Kazakh or Russian, the best match first;
 * without words, everything that the filters let through, the newest first.
 */
export function searchQueries(
  db: Database,
  pairs: readonly TermPair[] = [],
  past = false,
): (query: string, filter?: SearchFilter) => SearchResult {
  const searched = past ? THEN : NOW;
  const article = db.prepare<[number], Raw>(
    `SELECT ${ARTICLE_COLUMNS}, v.text FROM current_articles a JOIN article_versions v ON v.id = a.version
     WHERE a.${searched.articles.row} = ?`,
  );
  const fact = db.prepare<[number], Raw>('SELECT * FROM current_observations WHERE observation = ?');

  const terms = termsOf(pairs);

  return (query, filter = {}) => {
    const asked = queryKeys(query).slice(0, MOST_WORDS);
    const keys = filter.exact === true ? asked : asked.map((forms) => translated(forms, terms));
    if (keys.length === 0 && query.trim() !== '') return NOTHING;
    const articles = hits(db, searched.articles, keys, filter);
    const facts = hits(db, searched.facts, keys, filter);
    return {
      articles: articles.rows
        .flatMap((row) => article.all(row))
        .map((row) => ({ ...articleOf(row), snippet: snippetOf(column.text(row, 'text'), keys) })),
      facts: facts.rows
        .flatMap((row) => fact.all(row))
        .map(observationOf)
        .map((row) => ({ ...row, snippet: snippetOf(row.sentence, keys) })),
      totalArticles: articles.total,
      totalFacts: facts.total,
    };
  };
}

/** Keys of a word, and of what it is in the other language. */
const translated = (forms: readonly string[], terms: Terms): readonly string[] => [
  ...new Set([...forms, ...forms.flatMap((key) => terms.get(key) ?? [])]),
];

const NOTHING: SearchResult = { articles: [], facts: [], totalArticles: 0, totalFacts: 0 };

/** Something that can be searched: its words, and the view that the filters look at. */
interface Searched {
  /** Tables to look through for the words of a query: each gives the `row` and its `score` for one `?`. */
  readonly words: readonly string[];
  /**
   * For one `?` and a number `n`, the row that came into the record as the last but `n`; where all that is found is in
   * the view.
   */
  readonly newest: string | undefined;
  readonly view: string;
  readonly row: string;
  /** What decides between rows that are equally good and equally new. */
  readonly place: string;
  readonly program: string;
  readonly region: string;
  readonly unit: string;
  readonly least: string;
  readonly most: string;
}
const within = (table: string, column: string): string =>
  `a.extraction IN (SELECT extraction FROM ${table} WHERE ${column} = ?)`;
const ARTICLES: Searched = {
  words: [
    'SELECT rowid AS row, bm25(article_words, 4.0, 1.0) AS score FROM article_words WHERE article_words MATCH ?',
  ],
  newest: 'SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?',
  view: 'current_articles',
  row: 'article',
  place: 'a.article_id',
  program: within('article_programs', 'key'),
  region: within('article_regions', 'region_id'),
  unit: within('observations', 'unit'),
  least: 'a.extraction IN (SELECT extraction FROM observations WHERE coalesce(high, value) >= ?)',
  most: 'a.extraction IN (SELECT extraction FROM observations WHERE value <= ?)',
};
const FACTS: Searched = {
  words: [
    'SELECT rowid AS row, bm25(observation_words) AS score FROM observation_words WHERE observation_words MATCH ?',
  ],
  newest:
    'SELECT rowid FROM observation_words WHERE observation_words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?',
  view: 'current_observations',
  row: 'observation',
  place: 'a.article_id, a.start',
  program: 'a.program_key = ?',
  region: 'a.region_id = ?',
  unit: 'a.unit = ?',
  least: 'coalesce(a.high, a.value) >= ?',
  most: 'a.value <= ?',
};

const NOW = { articles: ARTICLES, facts: FACTS };

/** Of a record as it was, texts that count no more are looked through too, and what was not yet known is left out. */
const THEN: typeof NOW = {
  articles: { ...ARTICLES, words: WORDS_THEN.articles, newest: undefined, row: 'version' },
  facts: { ...FACTS, words: WORDS_THEN.facts, newest: undefined },
};

/** Each key is a phrase of its own: whatever is in it, it is never read as an operator. */
const phrase = (key: string): string => `"${key.replaceAll('"', '""')}"`;
const match = (keys: QueryKeys): string =>
  keys.map((forms) => `(${forms.map(phrase).join(' OR ')})`).join(' AND ');

function conditionsOf(of: Searched, filter: SearchFilter): Condition[] {
  const all: readonly (readonly [string, string | number | undefined])[] = [
    ['a.publisher = ?', filter.publisher],
    ['a.lang = ?', filter.lang],
    ['a.known >= ?', filter.from],
    ['a.known <= ?', filter.to],
    [of.program, filter.program],
    [of.region, filter.region],
    [of.unit, filter.unit],
    [of.least, filter.least],
    [of.most, filter.most],
  ];
  return all.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
}

/** Row numbers of one page of what is found, and how much there is in all. */
interface Hits {
  readonly rows: readonly number[];
  readonly total: number;
}

/** Only the page itself is read in full: a common word is in every article. */
function hits(db: Database, of: Searched, keys: QueryKeys, filter: SearchFilter): Hits {
  const filters = conditionsOf(of, filter);
  const worded = keys.length > 0;
  const { limit = DEFAULT_LIMIT, offset = 0 } = filter;
  if (worded && filters.length === 0) return ranked(db, of, match(keys), limit, offset);
  const words = `(${of.words.join(' UNION ALL ')}) w`;
  const tables = worded ? `${words} JOIN ${of.view} a ON a.${of.row} = w.row` : `${of.view} a`;
  const where = filters.length === 0 ? '' : `WHERE ${filters.map(({ sql }) => sql).join(' AND ')}`;
  const order = [...(worded ? ['w.score'] : []), 'a.known DESC', of.place];
  const values = [...(worded ? of.words.map(() => match(keys)) : []), ...filters.map(({ value }) => value)];
  const rows = db
    .prepare<(string | number)[], number>(
      `SELECT a.${of.row} FROM ${tables} ${where} ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...values, limit, offset);
  const total = db.prepare<(string | number)[], number>(`SELECT count(*) FROM ${tables} ${where}`).pluck();
  return { rows, total: total.get(...values) ?? 0 };
}

/** Of what a very common word finds so many that came last are ranked: to measure a million texts tells no more. */
const RANKED = 5_000;

/** Without filters the full-text tables alone know the answer. */
function ranked(
  db: Database,
  { words, newest }: Searched,
  asked: string,
  limit: number,
  offset: number,
): Hits {
  const found = `(${words.join(' UNION ALL ')})`;
  const each = words.map(() => asked);
  const late = newest === undefined ? '' : `WHERE w.row >= coalesce((${newest}), 0)`;
  const bounds = newest === undefined ? [] : [asked, Math.max(RANKED, offset + limit)];
  const rows = db
    .prepare<(string | number)[], number>(
      `SELECT w.row FROM ${found} w ${late} ORDER BY w.score, w.row DESC LIMIT ? OFFSET ?`,
    )
    .pluck()
    .all(...each, ...bounds, limit, offset);
  const total = db.prepare<string[], number>(`SELECT count(*) FROM ${found}`).pluck();
  return { rows, total: total.get(...each) ?? 0 };
}
