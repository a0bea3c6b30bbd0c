import type { Database } from 'better-sqlite3';
import type { OfficialRole } from '../../core/facts.ts';
import type { Names } from '../views.ts';
import { jurisdictionOf } from './articles.ts';
import { column, json, type Raw } from './rows.ts';
import type { ListPage } from './tallies.ts';

const { text, maybe, number } = column;

/** A person in a post, as far as articles tell: no day here is one of appointment. */
export interface HolderRow {
  readonly person: string;
  readonly name: Names;
  readonly postId: string | null;
  /** The post in the words of the articles of each language. */
  readonly post: Names;
  readonly role: readonly OfficialRole[];
  readonly articles: number;
  /** Days of the first and the last article that names the person with the post. */
  readonly first: string;
  readonly last: string;
}

/** A person whom the articles about something name. */
export interface NamedPerson {
  readonly person: string;
  readonly name: Names;
  readonly articles: number;
}

/** A spelling of a person's name. */
export interface Spelling {
  readonly name: string;
  readonly lang: 'kk' | 'ru';
  readonly articles: number;
  readonly first: string;
  readonly last: string;
}

/** A person as a list shows them. */
export interface OfficialTally {
  readonly person: string;
  readonly name: Names;
  /** The post of the latest mention, in the words of each language. */
  readonly post: Names;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  /** How often articles name the person with a post. */
  readonly mentions: number;
  readonly last: string | null;
}

export interface HolderQueries {
  /** Persons with a post; the most often named first. */
  officials(page: ListPage): OfficialTally[];
  /** How many persons there are. */
  count(): number;
  /** Who is named with a post over a region; those named last come first. */
  ofRegion(id: string): HolderRow[];
  /** The posts of a person; those held last come first. */
  ofPerson(key: string): HolderRow[];
  /** Officials whom the articles naming a program name too, the most often named first. */
  near(program: string, limit: number): NamedPerson[];
  /** How the name of a person is spelt, the most usual first. */
  spellings(key: string): Spelling[];
}

/** Names in mixed articles count as Russian, which quotes Kazakh names more than the reverse. */
const LANG = "CASE lang WHEN 'kk' THEN 'kk' ELSE 'ru' END";
/** Mentions of a person, by the index of either table that knows the key. */
const OF_PERSON = `official IN (SELECT official FROM person_links WHERE person = :key
  UNION ALL SELECT id FROM article_officials WHERE key = :key) AND person = :key`;

export function holderQueries(db: Database): HolderQueries {
  const held = (where: string) =>
    db.prepare<{ key: string }, Raw>(
      `SELECT person, name, post_id, post, roles, ${LANG} AS lang, count(DISTINCT extraction) AS articles,
         min(known) AS first, max(known) AS last
       FROM current_officials WHERE ${where} GROUP BY person, name, post_id, post, roles, ${LANG}
       ORDER BY last DESC, articles DESC, person, name, post`,
    );
  const inRegion = held('jurisdiction_id = :key');
  const byPerson = held(OF_PERSON);
  const near = db.prepare<[string, number], Raw>(
    `SELECT person, max(CASE lang WHEN 'kk' THEN name END) AS kk, max(CASE lang WHEN 'kk' THEN NULL ELSE name END) AS ru,
       count(DISTINCT extraction) AS articles
     FROM current_officials WHERE extraction IN (SELECT extraction FROM article_programs WHERE key = ?)
     GROUP BY person ORDER BY articles DESC, person LIMIT ?`,
  );
  const spelt = db.prepare<{ key: string }, Raw>(
    `SELECT name, ${LANG} AS lang, count(DISTINCT extraction) AS articles, min(known) AS first, max(known) AS last
     FROM current_officials WHERE ${OF_PERSON} GROUP BY 1, 2 ORDER BY 3 DESC, name`,
  );
  // Whom the links do not know yet is filed under the name as written.
  const mentioned = `SELECT person FROM current_links
    UNION ALL SELECT o.key FROM unlinked u JOIN current_readings a ON a.article = u.article
      JOIN article_officials o ON o.extraction = a.extraction WHERE o.id NOT IN (SELECT official FROM person_links)`;
  const list = db.prepare<[number, number], Raw>(
    `SELECT person, count(*) AS mentions FROM (${mentioned}) GROUP BY person
     ORDER BY mentions DESC, person LIMIT ? OFFSET ?`,
  );
  const count = db.prepare<[], number>(`SELECT count(DISTINCT person) FROM (${mentioned})`).pluck();
  const latest = db.prepare<{ key: string }, Raw>(
    `SELECT name, post, jurisdiction, jurisdiction_id, ${LANG} AS lang, known FROM current_officials
     WHERE official IN (SELECT official FROM (SELECT official FROM person_links WHERE person = :key
       UNION ALL SELECT id FROM article_officials WHERE key = :key) ORDER BY official DESC LIMIT ${LATEST})
       AND person = :key ORDER BY known DESC, official DESC`,
  );
  return {
    officials: ({ limit, offset = 0 }) =>
      list
        .all(limit, offset)
        .map((row) =>
          officialOf(text(row, 'person'), number(row, 'mentions'), latest.all({ key: text(row, 'person') })),
        ),
    count: () => count.get() ?? 0,
    ofRegion: (id) => merged(inRegion.all({ key: id })),
    ofPerson: (key) => merged(byPerson.all({ key })),
    near: (program, limit) =>
      near.all(program, limit).map((row) => ({
        person: text(row, 'person'),
        name: { kk: maybe(row, 'kk'), ru: maybe(row, 'ru') },
        articles: number(row, 'articles'),
      })),
    spellings: (key) =>
      spelt.all({ key }).map((row) => ({
        name: text(row, 'name'),
        lang: text(row, 'lang') as Spelling['lang'],
        articles: number(row, 'articles'),
        first: text(row, 'first'),
        last: text(row, 'last'),
      })),
  };
}

/** Mentions looked at for how a person is called now. */
const LATEST = 30;

function officialOf(person: string, mentions: number, latest: readonly Raw[]): OfficialTally {
  const said = (lang: string, what: string): string | null =>
    maybe(latest.find((row) => text(row, 'lang') === lang) ?? {}, what);
  const [first = {}] = latest;
  return {
    person,
    name: { kk: said('kk', 'name'), ru: said('ru', 'name') },
    post: { kk: said('kk', 'post'), ru: said('ru', 'post') },
    jurisdiction: jurisdictionOf(first),
    mentions,
    last: maybe(first, 'known'),
  };
}

/** One row for a person, a kind of post and a role, whatever words and language name them. */
function merged(rows: readonly Raw[]): HolderRow[] {
  const groups = new Map<string, Raw[]>();
  for (const row of rows) {
    const key = JSON.stringify([row['person'], row['post_id'] ?? row['post'], row['roles']]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [holderOf(first, group)];
    })
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : b.articles - a.articles));
}

function holderOf(row: Raw, group: readonly Raw[]): HolderRow {
  const said = (lang: string, what: string): string | null => {
    const rows = group.filter((one) => text(one, 'lang') === lang);
    const usual = rows.sort((a, b) => number(b, 'articles') - number(a, 'articles'))[0];
    return usual === undefined ? null : text(usual, what);
  };
  return {
    person: text(row, 'person'),
    name: { kk: said('kk', 'name'), ru: said('ru', 'name') },
    postId: maybe(row, 'post_id'),
    post: { kk: said('kk', 'post'), ru: said('ru', 'post') },
    role: json<OfficialRole[]>(row, 'roles'),
    articles: group.reduce((sum, one) => sum + number(one, 'articles'), 0),
    first: group.map((one) => text(one, 'first')).sort()[0] ?? '',
    last:
      group
        .map((one) => text(one, 'last'))
        .sort()
        .at(-1) ?? '',
  };
}
