import type { Database } from 'better-sqlite3';
import type { Script, SectionKind } from '../../core/article.ts';
import type { Issue } from '../../core/issue.ts';
import type { Span } from '../../core/span.ts';
import type {
  ArticleOfficial,
  ArticleProgram,
  ArticleRegion,
  ArticleRow,
  ArticleView,
  MentionRow,
  VersionRow,
} from '../views.ts';
import type { ObservationQueries } from './observations.ts';
import { column, json, type Raw, sourceOf } from './rows.ts';

const { text, maybe, number, maybeNumber } = column;

/** Columns of an article as lists show it, of the view `current_articles` named `a`. */
export const ARTICLE_COLUMNS = `a.*,
  (SELECT count(*) FROM article_versions v WHERE v.article = a.article) AS versions,
  (SELECT count(*) FROM observations o WHERE o.extraction = a.extraction) AS observations`;

export const articleOf = (row: Raw): ArticleRow => ({
  ...sourceOf(row),
  modified: maybe(row, 'modified'),
  authors: json(row, 'authors'),
  confirmedAt: text(row, 'confirmed_at'),
  versions: number(row, 'versions'),
  observations: number(row, 'observations'),
  length: number(row, 'length'),
});

export interface ArticleQueries {
  /** The article of an id, also of one it had before. */
  article(id: string): ArticleView | undefined;
  /** The articles that came into the record last. */
  newest(limit: number): ArticleRow[];
  readByOthers(ruleset: string, since?: string): string[];
}

export function articleQueries(db: Database, observations: ObservationQueries): ArticleQueries {
  const one = db.prepare<[string], Raw>(
    `SELECT ${ARTICLE_COLUMNS}, v.text, v.script, v.lang_confidence, v.reader, v.sections, r.version AS ruleset
     FROM current_articles a JOIN article_versions v ON v.id = a.version JOIN extractions x ON x.id = a.extraction
       JOIN rulesets r ON r.id = x.ruleset
     WHERE a.article = (SELECT article FROM article_ids WHERE id = ?)`,
  );
  const latest = db.prepare<[number], Raw>(
    `SELECT ${ARTICLE_COLUMNS} FROM current_articles a ORDER BY a.article DESC LIMIT ?`,
  );
  const others = db
    .prepare<[string, string], string>(
      `SELECT a.article_id FROM current_articles a JOIN extractions x ON x.id = a.extraction
         JOIN rulesets r ON r.id = x.ruleset
       WHERE r.version <> ? AND a.known >= ? ORDER BY a.article_id`,
    )
    .pluck();
  const parts = factParts(db);
  const versions = db.prepare<[number, number], Raw>(
    `SELECT v.title, v.text_sha256, s.first_at, s.last_at, v.id = ? AS now
     FROM article_versions v JOIN sightings s ON s.version = v.id WHERE v.article = ?
     ORDER BY s.last_at DESC, v.text_sha256`,
  );

  return {
    article(id) {
      const row = one.get(id);
      if (row === undefined) return undefined;
      const extraction = number(row, 'extraction');
      const source = articleOf(row);
      return {
        ...source,
        text: text(row, 'text'),
        script: text(row, 'script') as Script,
        langConfidence: number(row, 'lang_confidence'),
        reader: maybe(row, 'reader') as ArticleView['reader'],
        sections: json<{ start: number; end: number; kind: SectionKind }[]>(row, 'sections'),
        ...parts(extraction),
        indicators: observations.ofArticle(source.articleId),
        events: observations.eventsOfArticle(source.articleId),
        ruleset: text(row, 'ruleset'),
        history: versions.all(number(row, 'version'), number(row, 'article')).map(versionOf),
      };
    },
    newest: (limit) => latest.all(limit).map(articleOf),
    readByOthers: (ruleset, since = '') => others.all(ruleset, since),
  };
}

const versionOf = (row: Raw): VersionRow => ({
  title: maybe(row, 'title') || null,
  textSha256: text(row, 'text_sha256'),
  firstSeen: text(row, 'first_at'),
  lastSeen: text(row, 'last_at'),
  current: number(row, 'now') === 1,
});

/** Mentions, names and issues of one reading. */
function factParts(db: Database) {
  const mentions = db.prepare<[number], Raw>(
    `SELECT s.start, s."end", s.quote, m.type, m.ref, m.rule, m.value, m.kind FROM mentions m JOIN spans s ON s.id = m.span
     WHERE m.extraction = ? ORDER BY s.start, s."end", m.type, m.rule`,
  );
  const spansOf = (table: string, owner: string, facts: string) =>
    db.prepare<[number], Raw>(
      `SELECT l.${owner} AS owner, s.start, s."end", s.quote FROM ${table} l JOIN spans s ON s.id = l.span
       WHERE l.${owner} IN (SELECT id FROM ${facts} WHERE extraction = ?) ORDER BY s.start, s."end"`,
    );
  const programs = db.prepare<[number], Raw>(
    'SELECT * FROM article_programs WHERE extraction = ? ORDER BY id',
  );
  const programSpans = spansOf('program_spans', 'program', 'article_programs');
  const regions = db.prepare<[number], Raw>('SELECT * FROM article_regions WHERE extraction = ? ORDER BY id');
  const regionSpans = spansOf('region_spans', 'region', 'article_regions');
  const officials = db.prepare<[number], Raw>(
    `SELECT o.*, coalesce(l.person, o.key) AS person FROM article_officials o LEFT JOIN person_links l ON l.official = o.id
     WHERE o.extraction = ? ORDER BY o.id`,
  );
  const officialSpans = spansOf('official_spans', 'official', 'article_officials');
  const issues = db.prepare<[number], Raw>(
    'SELECT code, at, detail FROM issues WHERE extraction = ? ORDER BY n',
  );

  return (extraction: number) => {
    const ofPrograms = grouped(programSpans.all(extraction));
    const ofRegions = grouped(regionSpans.all(extraction));
    const ofOfficials = grouped(officialSpans.all(extraction));
    return {
      mentions: mentions.all(extraction).map(mentionOf),
      programs: programs.all(extraction).map(
        (row): ArticleProgram => ({
          key: text(row, 'key'),
          id: maybe(row, 'catalogue_id'),
          name: text(row, 'name'),
          kind: text(row, 'kind') as ArticleProgram['kind'],
          rule: text(row, 'rule'),
          mentions: ofPrograms(row),
        }),
      ),
      regions: regions.all(extraction).map(
        (row): ArticleRegion => ({
          id: text(row, 'region_id'),
          name: { kk: text(row, 'name_kk'), ru: text(row, 'name_ru') },
          level: text(row, 'level') as ArticleRegion['level'],
          rule: text(row, 'rule'),
          mentions: ofRegions(row),
        }),
      ),
      officials: officials.all(extraction).map(
        (row): ArticleOfficial => ({
          key: text(row, 'person'),
          id: maybe(row, 'catalogue_id'),
          name: text(row, 'name'),
          post: text(row, 'post'),
          postId: maybe(row, 'post_id'),
          jurisdiction: jurisdictionOf(row),
          role: json(row, 'roles'),
          rule: text(row, 'rule'),
          mentions: ofOfficials(row),
        }),
      ),
      issues: issues.all(extraction).map((row): Issue => {
        const at = maybe(row, 'at');
        return { code: text(row, 'code'), ...(at === null ? {} : { at }), detail: text(row, 'detail') };
      }),
    };
  };
}

export function jurisdictionOf(row: Raw): { id: string | null; name: string } | null {
  const name = maybe(row, 'jurisdiction');
  return name === null ? null : { id: maybe(row, 'jurisdiction_id'), name };
}

const spanOf = (row: Raw): Span => ({
  start: number(row, 'start'),
  end: number(row, 'end'),
  text: text(row, 'quote'),
});

const mentionOf = (row: Raw): MentionRow => ({
  ...spanOf(row),
  type: text(row, 'type') as MentionRow['type'],
  ref: maybe(row, 'ref'),
  rule: text(row, 'rule'),
  value: maybeNumber(row, 'value'),
  kind: maybe(row, 'kind') as MentionRow['kind'],
});

function grouped(rows: readonly Raw[]): (fact: Raw) => readonly Span[] {
  const byOwner = new Map<number, Span[]>();
  for (const row of rows) {
    const list = byOwner.get(number(row, 'owner'));
    if (list === undefined) byOwner.set(number(row, 'owner'), [spanOf(row)]);
    else list.push(spanOf(row));
  }
  return (fact) => byOwner.get(number(fact, 'id')) ?? [];
}
