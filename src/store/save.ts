import type { Database } from 'better-sqlite3';
import type { ReaderName } from '../core/article.ts';
import type { Clock } from '../core/clock.ts';
import { WrongUsage } from '../core/errors.ts';
import type { Facts } from '../core/facts.ts';
import type { Issue } from '../core/issue.ts';
import { admit } from './admit.ts';
import { redactions } from './redact.ts';
import { type FactWriter, factWriter } from './save-facts.ts';
import { wordIndex } from './save-words.ts';
import { articleIdOf, sha256, storable, urlKey } from './text.ts';
import type { Transactions } from './transaction.ts';

/** What is known of a page beside its facts. */
export interface StoredArticle {
  /** When the page looked like this; now, when not given. */
  readonly fetchedAt?: Date;
  readonly modified?: string | null;
  readonly authors?: readonly string[];
  readonly reader?: ReaderName | null;
  /** SHA-256 of the page as it was fetched, in hex. */
  readonly pageSha256?: string | null;
  /** What the reader of the page had to say; stored before the issues of the facts. */
  readonly issues?: readonly Issue[];
}

export interface Saved {
  /** The id the article has now: the given one, else the one derived from its address. */
  readonly articleId: string;
  readonly outcome: 'new' | 'changed' | 'unchanged';
}

export interface Saver {
  /**
   * Puts an article and its facts into the record, in one transaction. The same text again is `unchanged` and adds no
   * row; another text at the same address is a new version. The id of the article is `facts.article.id`, which is
   * `articleIdOf(url)` where none was given. Throws `WrongUsage` for an article that was taken out.
   */
  saveArticle(page: StoredArticle, facts: Facts, ruleset: string): Saved;
  /** Files what other rules find in the text that an article has now: a new reading, and no news of the page. */
  reread(facts: Facts, ruleset: string): void;
}

interface ArticleRecord {
  readonly key: number;
  readonly id: string;
  readonly id_given: number;
  readonly url_key: string | null;
  readonly published: string | null;
  readonly confirmed_at: string;
  readonly current: number | null;
}

/**
 * Prepares the one way into the record. Every call is one transaction, or part of one: an article is there whole or not
 * at all.
 */
export function articleSaver(db: Database, { whole, last }: Transactions, clock: Clock): Saver {
  const articles = articleTable(db);
  const versions = versionTable(db);
  const writeFacts: FactWriter = factWriter(db);
  const words = wordIndex(db, last);
  const tombstone = redactions(db);

  /** What was taken out stays out, from whichever side it comes again. */
  const refuseRedacted = ({ url, id }: Facts['article']): void => {
    const gone = tombstone.of(url ?? id);
    if (gone !== undefined)
      throw new WrongUsage(`${url ?? id} was taken out on ${gone.at.slice(0, 10)}: ${gone.reason}`);
  };

  const save = (page: StoredArticle, given: Facts, ruleset: string): Saved => {
    const admitted = admit(given);
    const { facts } = admitted;
    refuseRedacted(facts.article);
    const at = (page.fetchedAt ?? clock()).toISOString();
    const found = articles.find(facts);
    const article = found ?? articles.insert(facts, page, at);
    articles.learn(article, facts, page);
    const id = articles.settleId(article, facts);

    const title = facts.article.title ?? '';
    const known = versions.find(article.key, sha256(facts.article.text), title);
    const version = known ?? versions.insert(article.key, title, facts, page);
    versions.sight(version, at);

    const published = articles.published(article.key);
    const reading = versions.reading(version, ruleset, published ?? '', clock().toISOString());
    const previous = article.current;
    const before = previous === null ? undefined : versions.of(previous);
    // A page from an archive must not push aside what the outlet shows today; new rules for today's text must.
    const counts = at >= article.confirmed_at || before === undefined || before === version;
    if (reading.fresh)
      writeFacts.facts(reading.id, version, facts, [
        ...(page.issues ?? []),
        ...facts.issues,
        ...admitted.issues,
      ]);
    if (counts && previous !== reading.id) {
      articles.point(article.key, reading.id);
      words.now(article.key, previous, reading.id);
      // Of an article that had no text yet, none is past.
      if (before !== undefined && before !== version) {
        words.noLongerPast(version);
        words.past(before);
      }
    } else if (!counts && reading.fresh) words.past(version);
    if (previous !== reading.id || id !== article.id || published !== article.published)
      articles.unlink(article.key);
    articles.confirm(article.key, at);
    return { articleId: id, outcome: outcomeOf(found, known, counts && before !== version) };
  };
  const reread = (given: Facts, ruleset: string): void => {
    const { facts, issues } = admit(given);
    const article = articles.find(facts);
    const version =
      article && versions.find(article.key, sha256(facts.article.text), facts.article.title ?? '');
    if (article?.current == null || version === undefined || version !== versions.of(article.current))
      throw new Error(`the facts are not of the text that ${facts.article.id} has now`);
    const at = clock().toISOString();
    const reading = versions.reading(version, ruleset, article.published ?? '', at);
    if (reading.fresh) writeFacts.facts(reading.id, version, facts, [...facts.issues, ...issues]);
    articles.point(article.key, reading.id);
    words.now(article.key, article.current, reading.id);
    articles.unlink(article.key);
  };
  return { saveArticle: whole(save), reread: whole(reread) };
}

function outcomeOf(
  found: ArticleRecord | undefined,
  known: number | undefined,
  replaced: boolean,
): Saved['outcome'] {
  if (found === undefined) return 'new';
  return known === undefined || replaced ? 'changed' : 'unchanged';
}

function articleTable(db: Database) {
  const columns = 'key, id, id_given, url_key, published, confirmed_at, current';
  const byUrl = db.prepare<[string], ArticleRecord>(`SELECT ${columns} FROM articles WHERE url_key = ?`);
  const byId = db.prepare<[string], ArticleRecord>(
    `SELECT ${columns} FROM articles WHERE key = (SELECT article FROM article_ids WHERE id = ?)`,
  );
  const insert = db.prepare(
    `INSERT INTO articles(id, id_given, url, url_key, publisher, published, modified, authors, first_seen, confirmed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const learn = db.prepare(
    `UPDATE articles SET url = coalesce(url, :url), url_key = coalesce(url_key, :urlKey),
       publisher = coalesce(publisher, :publisher), published = :published, modified = coalesce(:modified, modified),
       authors = CASE WHEN authors = '[]' THEN :authors ELSE authors END WHERE key = :key`,
  );
  const remember = db.prepare('INSERT OR IGNORE INTO article_ids VALUES (?, ?)');
  const rename = db.prepare('UPDATE articles SET id = ?, id_given = 1 WHERE key = ?');
  const confirm = db.prepare(
    'UPDATE articles SET confirmed_at = max(confirmed_at, :at), first_seen = min(first_seen, :at) WHERE key = :key',
  );
  const unlink = db.prepare('INSERT OR IGNORE INTO unlinked VALUES (?)');
  const point = db.prepare('UPDATE articles SET current = ? WHERE key = ?');
  const published = db
    .prepare<[number], string | null>('SELECT published FROM articles WHERE key = ?')
    .pluck();
  const isGiven = ({ article }: Facts): boolean =>
    article.url === null || article.id !== articleIdOf(article.url);

  return {
    /** The address is the identity where there is one; the id is, where there is none. */
    find({ article }: Facts): ArticleRecord | undefined {
      const key = article.url === null ? null : urlKey(article.url);
      const same = key === null ? undefined : byUrl.get(key);
      const named = byId.get(article.id);
      if (same === undefined && named !== undefined && key !== null && named.url_key !== null)
        throw new WrongUsage(
          `the id ${article.id} of ${article.url} already belongs to another article (${named.url_key}): give each its own id`,
        );
      if (same !== undefined && named !== undefined && same.key !== named.key)
        throw new WrongUsage(
          `the id ${article.id} and the address ${article.url} belong to two different articles of the store`,
        );
      return same ?? named;
    },
    insert(facts: Facts, page: StoredArticle, at: string): ArticleRecord {
      const { id, url, publisher, published: day } = facts.article;
      const key = url === null ? null : urlKey(url);
      const authors = JSON.stringify((page.authors ?? []).map(storable));
      const given = isGiven(facts) ? 1 : 0;
      const row = [id, given, url, key, publisher, day, page.modified ?? null, authors, at, at];
      const rowid = Number(insert.run(row).lastInsertRowid);
      return {
        key: rowid,
        id,
        id_given: given,
        url_key: key,
        published: day,
        confirmed_at: at,
        current: null,
      };
    },
    /** Fills what was not known of an article, and keeps the more exact of two dates, whichever came first. */
    learn(article: ArticleRecord, { article: now }: Facts, page: StoredArticle): void {
      learn.run({
        key: article.key,
        url: now.url,
        urlKey: now.url === null ? null : urlKey(now.url),
        publisher: now.publisher,
        published: moreExact(article.published, now.published),
        modified: page.modified ?? null,
        authors: JSON.stringify((page.authors ?? []).map(storable)),
      });
    },
    /** A given id wins over a derived one, of two given the smaller, so that the order of arrival decides nothing. */
    settleId(article: ArticleRecord, facts: Facts): string {
      const { id } = facts.article;
      remember.run(article.id, article.key);
      remember.run(id, article.key);
      if (!isGiven(facts) || id === article.id || (article.id_given === 1 && article.id < id))
        return article.id;
      rename.run(id, article.key);
      return id;
    },
    confirm: (key: number, at: string): void => void confirm.run({ key, at }),
    point: (key: number, extraction: number): void => void point.run(extraction, key),
    /** Its links have to be worked out again. */
    unlink: (key: number): void => void unlink.run(key),
    published: (key: number): string | null => published.get(key) ?? null,
  };
}

function moreExact(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a < b ? a : b;
}

function versionTable(db: Database) {
  const find = db
    .prepare<[number, string, string, string], number>(
      `SELECT id FROM article_versions WHERE article = ? AND text_sha256 = ? AND (title = ? OR ? = '') ORDER BY title LIMIT 1`,
    )
    .pluck();
  const insert = db.prepare(
    `INSERT INTO article_versions(article, title, lang, lang_confidence, script, reader, page_sha256, text_sha256,
       sections, length, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const sight = db.prepare(
    `INSERT INTO sightings VALUES (:version, :at, :at) ON CONFLICT(version) DO UPDATE
     SET first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at)`,
  );
  const ruleset = db.prepare('INSERT OR IGNORE INTO rulesets(version, first_used) VALUES (?, ?)');
  const reading = db.prepare(
    `INSERT OR IGNORE INTO extractions(version, ruleset, published, at)
     VALUES (:version, (SELECT id FROM rulesets WHERE version = :ruleset), :published, :at)`,
  );
  const readingOf = db
    .prepare<[{ version: number; ruleset: string; published: string }], number>(
      `SELECT id FROM extractions WHERE version = :version AND published = :published
         AND ruleset = (SELECT id FROM rulesets WHERE version = :ruleset)`,
    )
    .pluck();
  const versionOf = db.prepare<[number], number>('SELECT version FROM extractions WHERE id = ?').pluck();

  return {
    /** A text that comes without a title is the same as with one. */
    find: (article: number, hash: string, title: string): number | undefined =>
      find.get(article, hash, title, title),
    insert(article: number, title: string, { article: now }: Facts, page: StoredArticle): number {
      const row = [
        article,
        title,
        now.lang,
        Math.min(1, Math.max(0, now.langConfidence)),
        now.script,
        page.reader ?? null,
        page.pageSha256 ?? null,
        sha256(now.text),
        JSON.stringify(now.sections),
        now.text.length,
        now.text,
      ];
      return Number(insert.run(row).lastInsertRowid);
    },
    sight: (version: number, at: string): void => void sight.run({ version, at }),
    /** The reading of a text by these rules; `fresh` when there was none, so that its facts are still to be written. */
    reading(version: number, rules: string, published: string, at: string): { id: number; fresh: boolean } {
      ruleset.run(rules, at);
      const { changes } = reading.run({ version, ruleset: rules, published, at });
      const id = readingOf.get({ version, ruleset: rules, published });
      if (id === undefined) throw new Error('a reading that was just stored is not there');
      return { id, fresh: changes === 1 };
    },
    of: (extraction: number): number | undefined => versionOf.get(extraction),
  };
}
