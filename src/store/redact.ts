import type { Database } from 'better-sqlite3';
import { WrongUsage } from '../core/errors.ts';
import { articleIdOf, urlKey } from './text.ts';

/** What is left of an article that was taken out. */
export interface Redaction {
  readonly articleId: string;
  readonly reason: string;
  /** ISO in UTC. */
  readonly at: string;
}

/** Taking articles out for legal reasons. */
export interface Redactions {
  /**
   * Takes an article and everything drawn from it out of the file, and leaves a tombstone that keeps it out. The file
   * is written anew, so that no byte of it stays. Pages in the archive are the caller's to blank, before; stories and
   * people are joined anew by the next `link`. Throws `WrongUsage` without a reason.
   */
  redact(article: Redactable, reason: string, at: Date): void;
  /** The article that a person means by its address or id, also one that is redacted already or has no facts. */
  find(asked: string): Redactable | undefined;
  of(urlOrId: string): Redaction | undefined;
  /** In the order of their ids. */
  all(): Redaction[];
}

export interface Redactable {
  readonly articleId: string;
  readonly url: string | null;
}

export function redactions(db: Database): Redactions {
  const byKey = db.prepare<[string, string], Redactable>(
    'SELECT id AS articleId, url FROM articles WHERE url_key = ? OR key = (SELECT article FROM article_ids WHERE id = ?)',
  );
  const article = db.prepare<[string], number>('SELECT article FROM article_ids WHERE id = ?').pluck();
  const seen = db.prepare<[string], string>('SELECT url FROM captures WHERE url_key = ?').pluck();
  const tomb = db.prepare(
    `INSERT INTO redactions VALUES (?, ?, ?, ?) ON CONFLICT(url_key) DO UPDATE SET reason = excluded.reason`,
  );
  const of = db.prepare<[string, string], Redaction>(
    'SELECT article_id AS articleId, reason, at FROM redactions WHERE url_key = ? OR article_id = ?',
  );
  const all = db.prepare<[], Redaction>(
    'SELECT article_id AS articleId, reason, at FROM redactions ORDER BY article_id',
  );
  const forget = db.prepare('DELETE FROM captures WHERE url_key = ?');
  const close = db.prepare(
    `UPDATE frontier SET state = 'redacted', next_at = NULL, etag = NULL, last_modified = NULL, content_hash = NULL,
       reason = NULL WHERE url = ?`,
  );

  // Who told the same story has to be joined anew, and so have the people whom it named.
  const relink = db.prepare(
    `INSERT OR IGNORE INTO unlinked
     SELECT m.article FROM story_members m
     WHERE m.story = (SELECT story FROM story_members WHERE article = :key) AND m.article <> :key`,
  );
  const reresolve = db.prepare(
    `INSERT OR IGNORE INTO unresolved
     SELECT DISTINCT o.surname FROM article_officials o JOIN extractions x ON x.id = o.extraction
     JOIN article_versions v ON v.id = x.version WHERE o.surname <> '' AND v.article = ?`,
  );

  const redact = (given: Redactable, reason: string, at: Date): void => {
    const { articleId, url } = given;
    const urlKeyOf = url === null ? articleId : urlKey(url);
    tomb.run(urlKeyOf, articleId, reason, at.toISOString());
    const key = article.get(articleId);
    if (key !== undefined) {
      relink.run({ key });
      reresolve.run(key);
      erase(db, key);
    }
    forget.run(urlKeyOf);
    if (url !== null) close.run(url);
  };
  const whole = db.transaction(redact);
  return {
    redact(given, reason, at) {
      if (reason.trim() === '') throw new WrongUsage('a redaction needs its reason');
      whole.immediate(given, reason, at);
      // Pages of the file that moved in the past left copies of their rows behind; only a file written anew has none.
      // The new one is as large as the old: it is no thing to have in memory.
      db.pragma('temp_store = FILE');
      db.exec('VACUUM');
      db.pragma('temp_store = MEMORY');
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    find(asked) {
      const found = byKey.get(urlKey(asked), asked);
      if (found) return found;
      const url = seen.get(urlKey(asked));
      const gone = of.get(urlKey(asked), asked);
      const id = gone?.articleId;
      if (url === undefined) return id === undefined ? undefined : { articleId: id, url: asked };
      return { articleId: id ?? articleIdOf(url), url };
    },
    of: (asked) => of.get(urlKey(asked), asked),
    all: () => all.all(),
  };
}

/** Deletes an article with all rows that speak of it, found by the foreign keys of the tables themselves. */
function erase(db: Database, key: number): void {
  const readings = `SELECT x.id FROM extractions x JOIN article_versions v ON v.id = x.version WHERE v.article = ${key}`;
  db.exec(`DELETE FROM article_words WHERE rowid = ${key};
    DELETE FROM observation_words WHERE rowid IN (SELECT id FROM observations WHERE extraction IN (${readings}));
    DELETE FROM past_article_words WHERE rowid IN (SELECT id FROM article_versions WHERE article = ${key});
    DELETE FROM past_observation_words WHERE rowid IN (SELECT id FROM observations WHERE extraction IN (${readings}));
    DELETE FROM verdicts WHERE id IN (SELECT verdict FROM verdict_articles WHERE article = ${key});
    UPDATE articles SET current = NULL WHERE key = ${key};`);
  eraseReferring(db, 'articles', 'key', `${key}`, new Set(['articles']));
  db.exec(`DELETE FROM articles WHERE key = ${key};
    INSERT INTO article_words(article_words) VALUES('optimize');
    INSERT INTO observation_words(observation_words) VALUES('optimize');
    INSERT INTO past_article_words(past_article_words) VALUES('optimize');
    INSERT INTO past_observation_words(past_observation_words) VALUES('optimize');`);
}

/** Deletes the rows of all tables that refer to `table.column` with a value of `values`, a subquery; the deepest first. */
function eraseReferring(
  db: Database,
  table: string,
  column: string,
  values: string,
  above: ReadonlySet<string>,
): void {
  const links = db
    .prepare<[string], { child: string; own: string; pk: string | null }>(
      `SELECT m.name AS child, f."from" AS own, f."to" AS pk FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = ? COLLATE NOCASE`,
    )
    .all(table);
  for (const { child, own, pk } of links) {
    if ((pk ?? column) !== column || above.has(child)) continue;
    const rows = `"${own}" IN (${values})`;
    for (const referred of columnsReferred(db, child))
      eraseReferring(
        db,
        child,
        referred,
        `SELECT "${referred}" FROM "${child}" WHERE ${rows}`,
        new Set([...above, child]),
      );
    db.exec(`DELETE FROM "${child}" WHERE ${rows}`);
  }
}

/** The columns of a table that others refer to. */
const columnsReferred = (db: Database, table: string): string[] =>
  db
    .prepare<[string], string>(
      `SELECT DISTINCT coalesce(f."to", 'id') FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = ? COLLATE NOCASE`,
    )
    .pluck()
    .all(table);
