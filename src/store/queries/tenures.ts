import type { Database } from 'better-sqlite3';
import type { Lang } from '../../core/article.ts';
import type { OfficialRole } from '../../core/facts.ts';
import { sentenceAround } from '../text.ts';
import type { SourceRow } from '../views.ts';
import { column, json, type Raw, sourceOf } from './rows.ts';

/** A person with a post, as one article names the two. */
export interface TenureRow extends SourceRow {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly postId: string | null;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  readonly role: readonly OfficialRole[];
  /** Where the article first names the person, exactly as written, and the sentence around it. */
  readonly quote: string;
  readonly sentence: string;
}

/** Which people a claim about the holder of a post may be of. */
export interface TenureQuery {
  readonly postId: string | null;
  /** Id of the place that the post is over; null for a body, for the country, and where nobody says. */
  readonly place: string | null;
  /** The sound of a surname. */
  readonly surname: string;
}

/** So many are looked at, of each kind, the latest first. */
const LIMIT = 300;

/** Everybody named with a post of one kind over a place, or under a surname of one sound, the oldest article first. */
export function tenureQuery(db: Database): (query: TenureQuery) => TenureRow[] {
  const latest = (condition: string): string =>
    `SELECT * FROM (SELECT o.id AS official, a.known FROM article_officials o JOIN current_readings a ON a.extraction = o.extraction
       WHERE ${condition} ORDER BY a.known DESC, o.id LIMIT ${LIMIT})`;
  const find = db.prepare<[string, string, string, string], Raw>(
    `SELECT o.official, o.person, o.name, o.post, o.post_id, o.jurisdiction_id, o.jurisdiction, o.roles,
       a.article_id, a.url, a.publisher, a.lang, a.title, a.published, a.seen, v.text, q.start, q."end"
     FROM (${latest("o.surname = ? AND o.surname <> ''")} UNION ${latest('o.jurisdiction_id = ? AND o.post_id = ?')}
       UNION ${latest('o.post_id = ?')}) p
     JOIN current_officials o ON o.official = p.official
     JOIN current_articles a ON a.extraction = o.extraction
     JOIN article_versions v ON v.id = a.version
     JOIN spans q ON q.id =
       (SELECT s.id FROM official_spans m JOIN spans s ON s.id = m.span WHERE m.official = o.official ORDER BY s.start LIMIT 1)
     ORDER BY a.known, a.article_id, o.official`,
  );
  // A place is asked for with its post; the post alone only where no place narrows it.
  return ({ postId, place, surname }) =>
    find
      .all(surname, place ?? '', place === null ? '' : (postId ?? ''), place === null ? (postId ?? '') : '')
      .map(tenureOf);
}

function tenureOf(row: Raw): TenureRow {
  const name = column.maybe(row, 'jurisdiction');
  const text = column.text(row, 'text');
  const [start, end] = [column.number(row, 'start'), column.number(row, 'end')];
  return {
    ...sourceOf(row),
    lang: column.text(row, 'lang') as Lang,
    id: column.text(row, 'official'),
    person: column.text(row, 'person'),
    name: column.text(row, 'name'),
    post: column.text(row, 'post'),
    postId: column.maybe(row, 'post_id'),
    jurisdiction: name === null ? null : { id: column.maybe(row, 'jurisdiction_id'), name },
    role: json<OfficialRole[]>(row, 'roles'),
    quote: text.slice(start, end),
    sentence: text.slice(...sentenceAround(text, start, end)),
  };
}
