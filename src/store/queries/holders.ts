import type { Database } from 'better-sqlite3';
import type { OfficialRole } from '../../core/facts.ts';
import type { Names } from '../views.ts';
import { jurisdictionOf } from './articles.ts';
import { column, json, type Raw } from './rows.ts';
import { untilWritten } from './state.ts';
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

/** Somebody else, as a list names them. */
export interface NamedPerson {
  readonly person: string;
  readonly name: Names;
}

/** What articles tell of a person who has a post. */
export interface PersonCard {
  readonly key: string;
  readonly name: Names;
  readonly articles: number;
  /** The posts; those held last come first. */
  readonly held: readonly HolderRow[];
  /** The most usual first. */
  readonly spellings: readonly Spelling[];
  /** Others who may be the same person: the names agree, and nothing else does. */
  readonly mayBe: readonly NamedPerson[];
}

export interface HolderQueries {
  /** Persons with a post; the most often named first. */
  officials(page: ListPage): OfficialTally[];
  /** How many persons there are. */
  count(): number;
  /** Who is named with a post over a region; those named last come first. */
  ofRegion(id: string): HolderRow[];
  /** A person by key, or by a name as some article spells it if one person alone bears that. */
  person(key: string): PersonCard | undefined;
}

/** Names in mixed articles count as Russian, which quotes Kazakh names more than the reverse. */
const LANG = "CASE lang WHEN 'kk' THEN 'kk' ELSE 'ru' END";
/** Mentions of a person, by the index of either table that knows the key. */
const OF_PERSON = `official IN (SELECT official FROM person_links WHERE person = :key
  UNION ALL SELECT id FROM article_officials WHERE key = :key) AND person = :key`;

export function holderQueries(db: Database): HolderQueries {
  // Not from the view: where an article is filed tells when it is known, and only a few have to be asked their language.
  const inRegion = db.prepare<{ key: string }, Raw>(
    `SELECT coalesce(l.person, o.key) AS person, o.name, o.post_id, o.post, o.roles, o.extraction, r.known
     FROM article_officials o JOIN current_readings r ON r.extraction = o.extraction
       LEFT JOIN person_links l ON l.official = o.id
     WHERE o.jurisdiction_id = :key`,
  );
  const langOf = db
    .prepare<[number], 'kk' | 'ru'>(
      `SELECT ${LANG} FROM extractions x JOIN article_versions v ON v.id = x.version WHERE x.id = ?`,
    )
    .pluck();
  const holders = (rows: readonly Raw[]): HolderRow[] =>
    holdersOf(rows, (row) => langOf.get(number(row, 'extraction')) ?? 'ru');
  const ofPerson = db.prepare<{ key: string }, Raw>(
    `SELECT person, name, post_id, post, roles, ${LANG} AS lang, extraction, known FROM current_officials WHERE ${OF_PERSON}`,
  );
  const bearer = db
    .prepare<{ key: string }, string>(
      `SELECT DISTINCT person FROM current_officials WHERE official IN (SELECT id FROM article_officials WHERE key = :key
         UNION ALL SELECT official FROM person_links WHERE person = :key)`,
    )
    .pluck();
  const doubts = db
    .prepare<{ key: string }, string>('SELECT other FROM person_doubts WHERE person = :key ORDER BY other')
    .pluck();
  // Whom the links do not know yet is filed under the name as written.
  const unlinked = `FROM unlinked u CROSS JOIN current_readings a ON a.article = u.article
    CROSS JOIN article_officials o ON o.extraction = a.extraction
    WHERE NOT EXISTS (SELECT 1 FROM person_links l WHERE l.official = o.id)`;
  const list = db.prepare<[], Raw>(
    `SELECT person, sum(mentions) AS mentions FROM (SELECT * FROM persons
       UNION ALL SELECT o.key AS person, 1 AS mentions ${unlinked}) GROUP BY person
     ORDER BY mentions DESC, person`,
  );
  const people = untilWritten(db, () => list.all());
  const latest = db.prepare<{ key: string }, Raw>(
    `SELECT name, post, jurisdiction, jurisdiction_id, ${LANG} AS lang, known FROM current_officials
     WHERE official IN (SELECT official FROM (
         SELECT * FROM (SELECT official, known FROM current_links WHERE person = :key
                        ORDER BY known DESC, official DESC LIMIT ${LATEST})
         UNION ALL SELECT o.id, a.known ${unlinked} AND o.key = :key)
       ORDER BY known DESC, official DESC LIMIT ${LATEST})
     ORDER BY known DESC, official DESC`,
  );
  return {
    officials: ({ limit, offset = 0 }) =>
      people()
        .slice(offset, offset + limit)
        .map((row) =>
          officialOf(text(row, 'person'), number(row, 'mentions'), latest.all({ key: text(row, 'person') })),
        ),
    count: () => people().length,
    ofRegion: (id) => holders(inRegion.all({ key: id })),
    person(asked) {
      const bearers = bearer.all({ key: asked });
      const key = bearers.includes(asked) || bearers.length !== 1 ? asked : (bearers[0] ?? asked);
      const rows = ofPerson.all({ key });
      if (rows.length === 0) return undefined;
      const spellings = spellingsOf(rows);
      return {
        key,
        name: nameOf(spellings),
        articles: articlesOf(rows),
        held: holders(rows),
        spellings,
        mayBe: doubts
          .all({ key })
          .map((person) => ({ person, name: officialOf(person, 0, latest.all({ key: person })).name })),
      };
    },
  };
}

const articlesOf = (rows: readonly Raw[]): number => new Set(rows.map((row) => row['extraction'])).size;

const daysOf = (rows: readonly Raw[]): { first: string; last: string } => {
  const days = rows.map((row) => text(row, 'known')).sort();
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
};

const spellingsOf = (rows: readonly Raw[]): Spelling[] =>
  grouped(rows, (row) => [row['name'], row['lang']])
    .map((group) => ({
      name: text(group[0] ?? {}, 'name'),
      lang: text(group[0] ?? {}, 'lang') as Spelling['lang'],
      articles: articlesOf(group),
      ...daysOf(group),
    }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));

/** Mentions that agree in some of their columns. */
function grouped(rows: readonly Raw[], columns: (row: Raw) => readonly unknown[]): readonly Raw[][] {
  const groups = new Map<string, Raw[]>();
  for (const row of rows) {
    const key = JSON.stringify(columns(row));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** The most usual spelling in each language. */
const nameOf = (spellings: readonly Spelling[]): Names => ({
  kk: spellings.find(({ lang }) => lang === 'kk')?.name ?? null,
  ru: spellings.find(({ lang }) => lang === 'ru')?.name ?? null,
});

/** Mentions looked at for how a person is called now. */
const LATEST = 12;

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

/** The language of the article that a mention stands in. */
type LangOf = (row: Raw) => 'kk' | 'ru';

/** One row for a person, a kind of post and a role, whatever words and language name them. */
const holdersOf = (rows: readonly Raw[], langOf: LangOf): HolderRow[] =>
  grouped(rows, (row) => [row['person'], row['post_id'] ?? row['post'], row['roles']])
    .map((group) => holderOf(group, langOf))
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : b.articles - a.articles));

function holderOf(group: readonly Raw[], langOf: LangOf): HolderRow {
  const [row = {}] = group;
  const latest = [...group]
    .sort((a, b) => (text(a, 'known') < text(b, 'known') ? 1 : -1))
    .slice(0, LATEST)
    .map((one) => ({ ...one, lang: langOf(one) }));
  const said = (lang: string, what: string): string | null => {
    const words = grouped(
      latest.filter((one) => one.lang === lang),
      (one) => [one[what]],
    );
    const [usual] = [...words].sort((a, b) => b.length - a.length);
    return usual?.[0] === undefined ? null : text(usual[0], what);
  };
  return {
    person: text(row, 'person'),
    name: { kk: said('kk', 'name'), ru: said('ru', 'name') },
    postId: maybe(row, 'post_id'),
    post: { kk: said('kk', 'post'), ru: said('ru', 'post') },
    role: json<OfficialRole[]>(row, 'roles'),
    articles: articlesOf(group),
    ...daysOf(group),
  };
}
