import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ExitCode } from '../core/errors.ts';
import { sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openFile } from './database.ts';
import { openStore } from './index.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T10:00:00Z');

/** A store with a few hundred pages of content. */
function filled(name: string): string {
  const file = at(name);
  const store = openStore(file, { clock });
  for (let n = 0; n < 30; n++) {
    const text = `Мақала ${n}. ${'Елімізде отбасын қолдау орталықтары ашылып жатыр. '.repeat(100)}`;
    store.saveArticle({}, sketch({ id: `a${n}`, text, lang: 'kk' }), 'rules@1');
  }
  store.close();
  return file;
}

const sqlite = (name: string, ...statements: string[]): string => {
  const db = new Database(at(name));
  for (const sql of statements) db.exec(sql);
  db.close();
  return at(name);
};

interface Refusal {
  readonly name: string;
  readonly file: () => string;
  readonly readonly?: boolean;
  readonly exitCode: number;
  readonly message: RegExp;
}
const refusals: readonly Refusal[] = [
  {
    name: 'a text file',
    file: () => {
      writeFileSync(at('text.db'), 'Бұл дерекқор емес. '.repeat(100));
      return at('text.db');
    },
    exitCode: ExitCode.damaged,
    message: /text\.db is not a store of Derek: it is no SQLite file\. .+--db/,
  },
  {
    name: 'the database of another program',
    file: () => sqlite('other.db', 'CREATE TABLE songs(title TEXT)'),
    exitCode: ExitCode.damaged,
    message: /other\.db is not a store of Derek, but the database of another program/,
  },
  {
    name: 'a store of a newer version',
    file: () =>
      sqlite(
        'newer.db',
        `PRAGMA application_id = ${APPLICATION_ID}`,
        'PRAGMA user_version = 99',
        'CREATE TABLE t(x)',
      ),
    exitCode: ExitCode.usage,
    message:
      /newer\.db was written by a newer Derek \(store version 99, this one knows up to \d+\)\. Update Derek/,
  },
  {
    name: 'a store of an older version, for reading',
    file: () => {
      openFile(at('older.db'), {
        clock,
        migrations: [{ name: '000-old', sql: 'CREATE TABLE old(x)' }],
      }).close();
      sqlite('older.db', 'PRAGMA user_version = 0');
      return at('older.db');
    },
    readonly: true,
    exitCode: ExitCode.usage,
    message: /older\.db was written by an older Derek .+derek ingest/,
  },
  {
    name: 'a file that is not there, for reading',
    file: () => at('missing.db'),
    readonly: true,
    exitCode: ExitCode.usage,
    message: /there is no store at .*missing\.db\. Fill one with 'derek crawl'/,
  },
  {
    name: 'a folder that is not there',
    file: () => at('no-such-folder/a.db'),
    exitCode: ExitCode.usage,
    message: /cannot make a store at .*a\.db: the folder .*no-such-folder does not exist/,
  },
  {
    name: 'a folder',
    file: () => {
      mkdirSync(at('folder.db'));
      return at('folder.db');
    },
    exitCode: ExitCode.usage,
    message: /folder\.db is a folder/,
  },
  {
    name: 'a place where nobody may write',
    file: () => '/proc/derek.db',
    exitCode: ExitCode.usage,
    message: /cannot write to \/proc\/derek\.db .+--db/,
  },
  {
    name: 'a store that was cut short',
    file: () => {
      const file = filled('short.db');
      truncateSync(file, 20_000);
      return file;
    },
    exitCode: ExitCode.damaged,
    message: /short\.db is damaged .+backup/,
  },
];
for (const { name, file, readonly = false, exitCode, message } of refusals)
  test(`${name} is refused with a message that says who must act`, () => {
    const path = file();
    expect(() => openStore(path, { clock, readonly }).overview()).toThrow(
      expect.objectContaining({ exitCode, message: expect.stringMatching(message) }),
    );
  });

test('a page of rubbish in the middle is found by the examination, and reading it is an error with exit code 6', () => {
  const file = filled('rubbish.db');
  const bytes = readFileSync(file);
  bytes.fill(0xa5, bytes.length - 8 * 4096);
  writeFileSync(file, bytes);
  const store = openStore(file, { clock, readonly: true });
  expect(store.care.examine().map(({ what }) => what)).toContain('file');
  expect(() => [...store.all.articles()].map(({ articleId }) => store.article(articleId))).toThrow(
    expect.objectContaining({ exitCode: ExitCode.damaged }),
  );
  store.close();
});

test('a change of the tables is applied once and written down', () => {
  const file = at('migrated.db');
  const first = { name: '001-first', sql: 'CREATE TABLE one(x)' };
  const second = { name: '002-second', sql: 'CREATE TABLE two(x); INSERT INTO two VALUES (1)' };
  openFile(file, { clock, migrations: [first] }).close();
  openFile(file, { clock, migrations: [first, second] }).close();
  const { db, close } = openFile(file, { clock, migrations: [first, second] });
  expect(db.prepare('SELECT * FROM migrations').all()).toEqual([
    { name: '001-first', applied_at: '2026-08-18T10:00:00.000Z' },
    { name: '002-second', applied_at: '2026-08-18T10:00:00.000Z' },
  ]);
  expect(db.prepare('SELECT count(*) FROM two').pluck().get()).toBe(1);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  close();
});

test('a store of an older version is copied before its tables change', () => {
  const file = at('kept.db');
  const [first, ...rest] = MIGRATIONS;
  if (first === undefined) throw new Error('there is no migration');
  openFile(file, { clock, migrations: [first] }).close();
  openFile(file, { clock, migrations: [first, ...rest] }).close();
  const copy = openFile(`${file}.version-1`, { clock, readonly: true, migrations: [first] });
  expect(copy.db.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});

test('a change that fails leaves the store as it was', () => {
  const file = at('half.db');
  const first = { name: '001-first', sql: 'CREATE TABLE one(x)' };
  const broken = { name: '002-broken', sql: 'CREATE TABLE two(x); CREATE TABLE two(x)' };
  openFile(file, { clock, migrations: [first] }).close();
  expect(() => openFile(file, { clock, migrations: [first, broken] })).toThrow(/already exists/);
  const { db, close } = openFile(file, { clock, migrations: [first] });
  expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'two'`).all()).toEqual([]);
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  close();
});

test('every table is strict, every change has a name of its own', () => {
  const { db, close } = openFile(at('strict.db'), { clock });
  const loose = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
  close();
  expect(new Set(MIGRATIONS.map(({ name }) => name)).size).toBe(MIGRATIONS.length);
});

test('a reader sees what is there and can write nothing', () => {
  const file = filled('read.db');
  const reader = openStore(file, { clock, readonly: true });
  expect([...reader.all.articles()]).toHaveLength(30);
  expect(() => reader.saveArticle({}, sketch({ id: 'x', text: 'Жаңа мәтін' }), 'rules@1')).toThrow(
    expect.objectContaining({
      exitCode: ExitCode.usage,
      message: expect.stringContaining('cannot write to'),
    }),
  );
  reader.close();
});

test('a full disk is told in plain words, and what was there before stays', () => {
  const file = at('full.db');
  const { db, close } = openFile(file, { clock });
  const pages = Number(db.pragma('page_count', { simple: true }));
  close();
  const store = openStore(file, { clock, mostPages: pages + 30 });
  let stored = 0;
  const fill = (): void => {
    for (; stored < 1_000; stored++)
      store.saveArticle(
        {},
        sketch({ id: `a${stored}`, text: `Мәтін ${stored}. ${'Сөйлем. '.repeat(500)}` }),
        'rules@1',
      );
  };
  expect(fill).toThrow(
    expect.objectContaining({
      exitCode: ExitCode.nothing,
      message: expect.stringMatching(/full\.db is full.+Make room/),
    }),
  );
  expect(stored).toBeGreaterThan(0);
  expect([...store.all.articles()]).toHaveLength(stored);
  store.close();
});

test('a copy is whole, is taken while others write, and never overwrites', async () => {
  const store = openStore(filled('origin.db'), { clock });
  await store.care.backup(at('copy.db'));
  await expect(store.care.backup(at('copy.db'))).rejects.toThrow(/copy\.db exists already/);
  const copy = openStore(at('copy.db'), { clock, readonly: true });
  expect(copy.care.examine()).toEqual([]);
  expect(copy.overview()).toEqual(store.overview());
  copy.close();
  store.close();
});
