import type { Database } from 'better-sqlite3';
import type { Lang } from '../../core/article.ts';
import { folded } from '../text.ts';
import type { Names, OfficialRow, PostRow, ProgramRow, RegionRow } from '../views.ts';
import { jurisdictionOf } from './articles.ts';
import { column, json, type Raw } from './rows.ts';

const { text, maybe, number } = column;

export interface EntityQueries {
  /** The most observed first. */
  programs(): ProgramRow[];
  regions(): RegionRow[];
  /** Persons with a post; the most often named first. */
  officials(): OfficialRow[];
}

export function entityQueries(db: Database): EntityQueries {
  return {
    programs: programQuery(db),
    regions: regionQuery(db),
    officials: officialQuery(db),
  };
}

/** How often something was said, by key: the base of the lists below. */
const tally = (rows: readonly Raw[]): ReadonlyMap<string, number> =>
  new Map(rows.map((row) => [text(row, 'key'), number(row, 'n')]));

/** Of several spellings the one said most often; of those equally often the first by alphabet. */
function mostSaid(said: ReadonlyMap<string, number>): string | null {
  const [first] = [...said].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/**
 * Collects spellings per language; those of mixed articles count as Russian, which quotes Kazakh names more than the
 * reverse.
 */
class Spellings {
  readonly #said: Record<'kk' | 'ru', Map<string, number>> = { kk: new Map(), ru: new Map() };
  add(lang: Lang, name: string, times: number): void {
    const of = this.#said[lang === 'kk' ? 'kk' : 'ru'];
    of.set(name, (of.get(name) ?? 0) + times);
  }
  names(): Names {
    return { kk: mostSaid(this.#said.kk), ru: mostSaid(this.#said.ru) };
  }
}

const span = (rows: readonly Raw[]): { first: string | null; last: string | null } => {
  const firsts = rows.map((row) => maybe(row, 'first')).filter((day) => day !== null);
  const lasts = rows.map((row) => maybe(row, 'last')).filter((day) => day !== null);
  return { first: firsts.sort()[0] ?? null, last: lasts.sort().at(-1) ?? null };
};

function groupBy(rows: readonly Raw[], name: string): ReadonlyMap<string, Raw[]> {
  const groups = new Map<string, Raw[]>();
  for (const row of rows) {
    const key = text(row, name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const byCount = <T extends { key?: string; id?: string | null; articles: number; observations?: number }>(
  a: T,
  b: T,
): number =>
  (b.observations ?? 0) - (a.observations ?? 0) ||
  b.articles - a.articles ||
  ((a.key ?? a.id ?? '') < (b.key ?? b.id ?? '') ? -1 : 1);

function programQuery(db: Database) {
  // An observation may name a program that the list of its article lacks: the key counts from either side.
  const said = db.prepare<[], Raw>(
    `SELECT p.key, p.catalogue_id AS id, a.lang, a.publisher, p.name, p.kind, count(*) AS articles,
       min(a.published) AS first, max(a.published) AS last
     FROM article_programs p JOIN current_articles a ON a.extraction = p.extraction
     GROUP BY p.key, p.catalogue_id, a.lang, a.publisher, p.name, p.kind`,
  );
  const catalogue = db.prepare<[], Raw>(
    `SELECT program_key AS key, program_kk AS kk, program_ru AS ru, count(*) AS n FROM observations
     WHERE program_id IS NOT NULL GROUP BY 1, 2, 3 ORDER BY n, kk, ru`,
  );
  const observed = db.prepare<[], Raw>(
    `SELECT o.program_key AS key, count(*) AS n FROM observations o JOIN current_readings a ON a.extraction = o.extraction
     WHERE o.program_key IS NOT NULL GROUP BY 1`,
  );
  const events = db.prepare<[], Raw>(
    `SELECT e.program_key AS key, count(*) AS n FROM events e JOIN current_readings a ON a.extraction = e.extraction
     WHERE e.program_key IS NOT NULL GROUP BY 1`,
  );

  return (): ProgramRow[] => {
    const counts = { observed: tally(observed.all()), events: tally(events.all()) };
    const official = new Map(
      catalogue.all().map((row) => [text(row, 'key'), { kk: text(row, 'kk'), ru: text(row, 'ru') }]),
    );
    return [...groupBy(said.all(), 'key')]
      .map(([of, rows]) => programRow(of, rows, official.get(of), counts))
      .sort(byCount);
  };
}

function programRow(
  key: string,
  rows: readonly Raw[],
  official: Names | undefined,
  counts: { observed: ReadonlyMap<string, number>; events: ReadonlyMap<string, number> },
): ProgramRow {
  const spellings = new Spellings();
  const kinds = new Map<string, number>();
  for (const row of rows) {
    const times = number(row, 'articles');
    spellings.add(text(row, 'lang') as Lang, text(row, 'name'), times);
    kinds.set(text(row, 'kind'), (kinds.get(text(row, 'kind')) ?? 0) + times);
  }
  const publishers = rows.map((row) => maybe(row, 'publisher')).filter((p) => p !== null);
  return {
    key,
    id: maybe(rows[0] ?? {}, 'id'),
    name: official ?? spellings.names(),
    kind: (mostSaid(kinds) ?? 'program') as ProgramRow['kind'],
    articles: rows.reduce((sum, row) => sum + number(row, 'articles'), 0),
    observations: counts.observed.get(key) ?? 0,
    events: counts.events.get(key) ?? 0,
    publishers: [...new Set(publishers)].sort(),
    langs: [...new Set(rows.map((row) => text(row, 'lang') as Lang))].sort(),
    ...span(rows),
  };
}

function regionQuery(db: Database) {
  const said = db.prepare<[], Raw>(
    `SELECT r.region_id AS id, r.name_kk AS kk, r.name_ru AS ru, r.level, count(*) AS articles,
       min(a.published) AS first, max(a.published) AS last
     FROM article_regions r JOIN current_articles a ON a.extraction = r.extraction
     GROUP BY 1, 2, 3, 4 ORDER BY last, kk`,
  );
  const observed = db.prepare<[], Raw>(
    `SELECT o.region_id AS key, count(*) AS n FROM observations o JOIN current_readings a ON a.extraction = o.extraction
     WHERE o.region_id IS NOT NULL GROUP BY 1`,
  );
  return (): RegionRow[] => {
    const counts = tally(observed.all());
    return [...groupBy(said.all(), 'id')]
      .map(([key, rows]): RegionRow => {
        // A region that was renamed shows the name of its latest article.
        const latest = rows.at(-1) ?? {};
        return {
          id: key,
          name: { kk: text(latest, 'kk'), ru: text(latest, 'ru') },
          level: text(latest, 'level') as RegionRow['level'],
          articles: rows.reduce((sum, row) => sum + number(row, 'articles'), 0),
          observations: counts.get(key) ?? 0,
          ...span(rows),
        };
      })
      .sort(byCount);
  };
}

function officialQuery(db: Database) {
  const said = db.prepare<[], Raw>(
    `SELECT person, key, catalogue_id AS id, name, lang, post, post_id, jurisdiction_id, jurisdiction, roles,
       article_id, published AS first, published AS last
     FROM current_officials ORDER BY person, known, article_id, official`,
  );
  const doubts = db
    .prepare<[string], string>('SELECT other FROM person_doubts WHERE person = ? ORDER BY other')
    .pluck();
  return (): OfficialRow[] =>
    [...groupBy(said.all(), 'person')]
      .map(([of, rows]) => officialRow(of, rows, doubts.all(of)))
      .sort(byCount);
}

function officialRow(key: string, rows: readonly Raw[], mayBe: readonly string[]): OfficialRow {
  const spellings = new Spellings();
  const posts = new Map<string, Raw[]>();
  for (const row of rows) {
    spellings.add(text(row, 'lang') as Lang, text(row, 'name'), 1);
    const seat = maybe(row, 'jurisdiction_id') ?? folded(maybe(row, 'jurisdiction') ?? '');
    const post = `${text(row, 'lang')}|${maybe(row, 'post_id') ?? folded(text(row, 'post'))}|${seat}|${text(row, 'roles')}`;
    const group = posts.get(post);
    if (group === undefined) posts.set(post, [row]);
    else group.push(row);
  }
  return {
    key,
    id: maybe(rows[0] ?? {}, 'id'),
    name: spellings.names(),
    posts: [...posts.values()]
      .map(postRow)
      .sort((a, b) => b.articles - a.articles || (a.post < b.post ? -1 : 1)),
    articles: articlesIn(rows),
    mayBe,
    ...span(rows),
  };
}

const articlesIn = (rows: readonly Raw[]): number =>
  new Set(rows.map((row) => maybe(row, 'article_id'))).size;

function postRow(rows: readonly Raw[]): PostRow {
  const latest = rows.at(-1) ?? {};
  return {
    post: text(latest, 'post'),
    postId: maybe(latest, 'post_id'),
    lang: text(latest, 'lang') as Lang,
    jurisdiction: jurisdictionOf(latest),
    role: json(latest, 'roles'),
    articles: articlesIn(rows),
    ...span(rows),
  };
}
