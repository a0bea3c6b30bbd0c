import type { Database } from 'better-sqlite3';
import type { ObservationRow, StoryDifference, StoryMember, StoryValue, StoryView } from '../views.ts';
import { ARTICLE_COLUMNS, articleOf } from './articles.ts';
import type { ObservationQueries } from './observations.ts';
import { column, json, type Raw } from './rows.ts';
import { untilWritten } from './state.ts';

const { text, maybe } = column;

export interface StoryQueries {
  /** The story that an article belongs to, by the id of any member; undefined when nobody else tells it. */
  story(articleId: string): StoryView | undefined;
  /** Some stories, those whose origin is newest first, and how many there are in all. */
  newestStories(part: { readonly limit: number; readonly offset: number }): {
    readonly total: number;
    readonly stories: readonly StoryView[];
  };
  /** Every story that several articles tell, by the id of its origin. */
  stories(): Iterable<StoryView>;
}

export function storyQueries(db: Database, observations: ObservationQueries, past: boolean): StoryQueries {
  const storyOf = db
    .prepare<[string], number>(
      'SELECT story FROM story_members WHERE article = (SELECT article FROM article_ids WHERE id = ?)',
    )
    .pluck();
  const members = db.prepare<[number], Raw>(
    `SELECT ${ARTICLE_COLUMNS}, m.role,
       (SELECT json_object('score', t.score, 'shared', json(t.shared))
        FROM (SELECT * FROM story_ties WHERE a = m.article UNION ALL SELECT * FROM story_ties WHERE b = m.article) t
        ORDER BY m.story IN (t.a, t.b) DESC, t.score DESC, t.a, t.b LIMIT 1) AS tie
     FROM story_members m JOIN current_articles a ON a.article = m.article
     WHERE m.story = ? ORDER BY m.role <> 'origin', a.known, a.article_id`,
  );
  const all = db
    .prepare<[], number>(
      'SELECT DISTINCT m.story FROM story_members m JOIN articles a ON a.key = m.story ORDER BY a.id',
    )
    .pluck();

  // A past day knows fewer articles than the links, which are of today; one article alone is no story.
  const known = `AND 2 = (SELECT count(*) FROM (SELECT 1 FROM story_members o
    CROSS JOIN current_readings r ON r.article = o.article WHERE o.story = m.story LIMIT 2))`;
  const told = `FROM articles a CROSS JOIN story_members m ON m.article = a.key
    WHERE m.story = m.article ${past ? known : ''}`;
  const newest = db
    .prepare<[number, number], number>(
      // By the index of publication, so that the first page costs the same however many there are.
      `SELECT m.story ${told} ORDER BY a.published DESC, a.id LIMIT ? OFFSET ?`,
    )
    .pluck();
  const counted = db.prepare<[], number>(`SELECT count(*) ${told}`).pluck();
  const count = untilWritten(db, () => counted.get() ?? 0);

  /** Undefined where only one of its articles is known. */
  const viewOf = (story: number): StoryView | undefined => {
    const told = members.all(story).map(memberOf);
    if (told.length < 2) return undefined;
    const rows = told.flatMap(({ articleId }) => observations.ofArticle(articleId));
    const values = valuesOf(rows);
    const days = told.map((member) => (member.published ?? member.seen).slice(0, 10)).sort();
    return {
      id: told[0]?.articleId ?? '',
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      publishers: [...new Set(told.map(({ publisher }) => publisher).filter((key) => key !== null))].sort(),
      langs: [...new Set(told.map(({ lang }) => lang))].sort(),
      articles: told,
      values,
      differences: differencesOf(values),
    };
  };

  return {
    story(articleId) {
      const story = storyOf.get(articleId);
      return story === undefined ? undefined : viewOf(story);
    },
    newestStories: ({ limit, offset }) => ({
      total: count(),
      stories: newest.all(limit, offset).flatMap((story) => viewOf(story) ?? []),
    }),
    *stories() {
      for (const story of all.all()) {
        const view = viewOf(story);
        if (view !== undefined) yield view;
      }
    },
  };
}

function memberOf(row: Raw): StoryMember {
  const tie = maybe(row, 'tie') === null ? null : json<{ score: number; shared: string[] }>(row, 'tie');
  return {
    ...articleOf(row),
    role: text(row, 'role') as StoryMember['role'],
    score: tie?.score ?? 0,
    shared: tie?.shared ?? [],
  };
}

/** The rows of a story by the value they state, in the order given; each article states a value once. */
function valuesOf(rows: readonly ObservationRow[]): StoryValue[] {
  const points = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const said = points.get(row.point);
    if (said === undefined) points.set(row.point, [row]);
    else said.push(row);
  }
  return [...points].map(([point, said]) => ({ point, said }));
}

/** Two values so near each other are one fact, which one of the versions rounds or gets wrong. */
const NEAR = 0.05;

/**
 * What the Kazakh and the Russian articles of a story do not say alike: pairs that are near each other but not equal, or
 * that answer the same question differently, and numbers that only one language gives. Stories in one language have none.
 */
function differencesOf(values: readonly StoryValue[]): StoryDifference[] {
  const inOneOnly = (lang: 'kk' | 'ru', other: 'kk' | 'ru'): ObservationRow[] =>
    values
      .filter(({ said }) => said.every((row) => row.lang !== other))
      .flatMap(({ said }) => said.find((row) => row.lang === lang) ?? []);
  const has = (lang: 'kk' | 'ru'): boolean =>
    values.some(({ said }) => said.some((row) => row.lang === lang));
  if (!has('kk') || !has('ru')) return [];
  const russian = inOneOnly('ru', 'kk');
  const kazakh = inOneOnly('kk', 'ru');
  const pairs = new Map<ObservationRow, ObservationRow>();
  const pair = (kk: ObservationRow, ru: ObservationRow | undefined): void => {
    if (ru === undefined) return;
    pairs.set(kk, ru);
    russian.splice(russian.indexOf(ru), 1);
  };
  for (const kk of kazakh)
    pair(kk, russian.filter((ru) => isNear(kk, ru)).sort((a, b) => gap(kk, a) - gap(kk, b))[0]);
  const left = kazakh.filter((kk) => !pairs.has(kk));
  for (const kk of left) pair(kk, onlyOne(kk, left) && onlyOne(kk, russian));
  return [
    ...kazakh.map((kk) => ({ kk, ru: pairs.get(kk) ?? null })),
    ...russian.map((ru) => ({ kk: null, ru })),
  ];
}

/** The one of some values that answers the same question as another: undefined where there is none, or several. */
function onlyOne(value: ObservationRow, others: readonly ObservationRow[]): ObservationRow | undefined {
  const question = questionOf(value);
  const same = others.filter((other) => question !== undefined && questionOf(other) === question);
  return same.length === 1 ? same[0] : undefined;
}

/** What a value answers; undefined where it is not known what is measured. */
const questionOf = ({ concept, measure, unit, per, status, period, region, program }: ObservationRow) =>
  concept === null
    ? undefined
    : JSON.stringify([
        concept,
        measure,
        unit,
        per,
        status,
        period?.from,
        period?.to,
        region?.id,
        program?.key,
      ]);

const gap = (a: ObservationRow, b: ObservationRow): number =>
  a.value === null || b.value === null
    ? Number.POSITIVE_INFINITY
    : Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value));

const isNear = (a: ObservationRow, b: ObservationRow): boolean =>
  a.unitClass === b.unitClass && a.measure === b.measure && gap(a, b) <= NEAR;
