import type Database from 'better-sqlite3';
import { storeError } from './errors.ts';
import { sha256 } from './text.ts';
import type { Problem } from './views.ts';

/** Everything that is wrong with an open store, by what it concerns. Reads all of it. */
export function examined(db: Database.Database, file: string): Problem[] {
  const found: Problem[] = [];
  for (const look of [damage, dangling, quotes, texts, words, sums]) {
    try {
      found.push(...look(db));
    } catch (error) {
      // A damaged page ends one look; the others may still tell how far the damage goes.
      const told = storeError(error, file);
      found.push({ what: 'file', detail: told instanceof Error ? told.message : String(told) });
    }
  }
  return found;
}

const MOST_SHOWN = 5;

function damage(db: Database.Database): Problem[] {
  const lines = db.prepare<[], string>(`PRAGMA integrity_check(${MOST_SHOWN})`).pluck().all();
  return lines.filter((line) => line !== 'ok').map((detail) => ({ what: 'file', detail }));
}

function dangling(db: Database.Database): Problem[] {
  const rows = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all();
  return rows
    .slice(0, MOST_SHOWN)
    .map(({ table }) => ({ what: 'links', detail: `a row of ${table} points nowhere` }));
}

function quotes(db: Database.Database): Problem[] {
  const wrong = db
    .prepare<[], number>(
      `SELECT count(*) FROM spans s JOIN article_versions v ON v.id = s.version
       WHERE s.quote IS NOT utf16_slice(v.text, s.start, s."end")`,
    )
    .pluck()
    .get();
  return wrong === 0
    ? []
    : [{ what: 'quotes', detail: `${wrong} quotes are not what stands at their offsets` }];
}

function texts(db: Database.Database): Problem[] {
  const found: Problem[] = [];
  const rows = db.prepare<[], { id: string; text: string; hash: string }>(
    `SELECT a.id, v.text, v.text_sha256 AS hash FROM article_versions v JOIN articles a ON a.key = v.article`,
  );
  for (const { id, text, hash } of rows.iterate())
    if (sha256(text) !== hash)
      found.push({ what: 'texts', detail: `a text of article ${id} is not the one that was stored` });
  return found.slice(0, MOST_SHOWN);
}

function words(db: Database.Database): Problem[] {
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const found: Problem[] = [];
  const halves = count('SELECT count(*) FROM articles WHERE current IS NULL');
  if (halves > 0) found.push({ what: 'articles', detail: `${halves} articles have no reading` });
  const indexed = count('SELECT count(*) FROM article_words');
  const articles = count('SELECT count(*) FROM articles');
  if (indexed !== articles)
    found.push({ what: 'search', detail: `${indexed} of ${articles} articles are indexed` });
  const facts = count('SELECT count(*) FROM observation_words');
  const current = count(
    'SELECT count(*) FROM observations o JOIN current_readings a ON a.extraction = o.extraction',
  );
  if (facts !== current) found.push({ what: 'search', detail: `${facts} of ${current} values are indexed` });
  const past = count('SELECT count(*) FROM past_readings');
  const pastIndexed = count('SELECT count(*) FROM past_article_words');
  if (pastIndexed !== past)
    found.push({ what: 'search', detail: `${pastIndexed} of ${past} earlier texts are indexed` });
  return found;
}

/** The sums that pages show are kept up by triggers; here they are counted again. */
function sums(db: Database.Database): Problem[] {
  const sum = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  const pairs: readonly (readonly [string, number, number])[] = [
    [
      'articles',
      sum("SELECT sum(articles) FROM tallies WHERE kind = 'outlet' AND day = ''"),
      sum('SELECT count(*) FROM current_readings'),
    ],
    [
      'values in all',
      sum('SELECT sum(observations) FROM totals'),
      sum('SELECT count(*) FROM observations JOIN current_readings USING (extraction)'),
    ],
    [
      'values of series',
      sum('SELECT sum(observations) FROM series'),
      sum('SELECT count(*) FROM observations JOIN current_readings USING (extraction)'),
    ],
  ];
  return pairs.flatMap(([what, told, counted]) =>
    told === counted
      ? []
      : [{ what: 'sums', detail: `${told} ${what} are summed up, and there are ${counted}` }],
  );
}
