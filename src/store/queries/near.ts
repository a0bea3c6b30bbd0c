import type { Database } from 'better-sqlite3';
import type { Lang } from '../../core/article.ts';
import type { Names } from '../views.ts';
import { column, type Raw } from './rows.ts';

const { text, maybe, number } = column;

/** A person whom the articles about something name. */
export interface NearPerson {
  readonly person: string;
  readonly name: Names;
  readonly articles: number;
}

/** An event that several articles tell, as the list of another page shows it. */
export interface NamedStory {
  /** Id of the origin, which names the story too. */
  readonly id: string;
  readonly title: string | null;
  readonly lang: Lang;
  readonly day: string;
  readonly articles: number;
}

/** Readings looked through: who was named long ago is no longer near. */
const LATEST = 300;

/** What stands in the articles about a program that came last into the record. */
export interface NearQueries {
  /** Officials, the most often named first. */
  persons(program: string, limit: number): NearPerson[];
  /** Stories, the newest first. */
  stories(program: string, limit: number): NamedStory[];
}

export function nearQueries(db: Database): NearQueries {
  const naming = `SELECT p.extraction, r.article FROM article_programs p JOIN current_readings r ON r.extraction = p.extraction
    WHERE p.key = ? ORDER BY p.id DESC LIMIT ${LATEST}`;
  const persons = db.prepare<[string, number], Raw>(
    `SELECT coalesce(l.person, o.key) AS person, count(DISTINCT o.extraction) AS articles,
       max(CASE v.lang WHEN 'kk' THEN o.name END) AS kk, max(CASE v.lang WHEN 'kk' THEN NULL ELSE o.name END) AS ru
     FROM (${naming}) p JOIN article_officials o ON o.extraction = p.extraction LEFT JOIN person_links l ON l.official = o.id
       JOIN extractions x ON x.id = p.extraction JOIN article_versions v ON v.id = x.version
     GROUP BY 1 ORDER BY articles DESC, person LIMIT ?`,
  );
  const stories = db.prepare<[string, number], Raw>(
    `SELECT n.*, (SELECT count(*) FROM story_members m WHERE m.story = n.story) AS articles FROM (
       SELECT o.article AS story, o.article_id AS id, o.title, o.lang, o.known AS day FROM current_articles o
       WHERE o.article IN (
         SELECT m.story FROM (${naming}) p JOIN story_members m ON m.article = p.article)
       ORDER BY day DESC, id LIMIT ?) n`,
  );
  return {
    persons: (program, limit) =>
      persons.all(program, limit).map((row) => ({
        person: text(row, 'person'),
        name: { kk: maybe(row, 'kk'), ru: maybe(row, 'ru') },
        articles: number(row, 'articles'),
      })),
    stories: (program, limit) =>
      stories.all(program, limit).map((row) => ({
        id: text(row, 'id'),
        title: maybe(row, 'title'),
        lang: text(row, 'lang') as Lang,
        day: text(row, 'day'),
        articles: number(row, 'articles'),
      })),
  };
}
