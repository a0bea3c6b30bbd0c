import { readdirSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { runDerek } from '../../testing/derek.ts';
import { temporaryFolder } from '../../testing/folder.ts';

const at = temporaryFolder();
const DB = at('news.db');
const derek = (...args: string[]) => runDerek([...args, '--db', DB]);

/** What a query on the file itself answers. */
function ask<T>(sql: string): T[] {
  const db = new Database(DB, { readonly: true });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
}
const LITER = `SELECT a.url, a.id, v.text, v.page_sha256 AS sha, v.title FROM articles a
  JOIN extractions x ON x.id = a.current JOIN article_versions v ON v.id = x.version
  WHERE a.publisher = 'liter' ORDER BY a.url`;
interface Row {
  readonly url: string;
  readonly id: string;
  readonly text: string;
  readonly title: string;
}
let rows: readonly Row[];
beforeAll(async () => {
  expect(await derek('demo', '--no-serve')).toMatchObject({ code: 0 });
  rows = ask<Row>(LITER);
});

test('the page of every article is kept, and says again what was read from it', async () => {
  const kept = ask<{ n: number }>(
    'SELECT count(*) AS n FROM articles a WHERE EXISTS (SELECT 1 FROM captures WHERE url = a.url)',
  );
  expect(kept[0]?.n).toBe(ask('SELECT 1 FROM articles').length);
  for (const { id, url, text } of rows.slice(0, 3)) {
    const page = await derek('page', id);
    expect(page).toMatchObject({ code: 0, stderr: expect.stringContaining(url) });
    const again = await runDerek(['read', '-'], { stdin: page.stdout });
    expect(JSON.parse(again.stdout)).toMatchObject({ body: text });
  }
});

test('the archive can be read and ingested as it is', async () => {
  const [file = ''] = readdirSync(at('news.warc'));
  const other = at('other.db');
  const run = await runDerek(['ingest', `${at('news.warc')}/${file}`, '--db', other]);
  // A gallery is among the pages: it is named, and the rest is there.
  expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('a gallery of pictures') });
  expect(run.stdout).toContain(`${ask('SELECT 1 FROM articles').length} articles`);
});

test('redact: article, facts and page are gone, a tombstone stays and keeps them out', async () => {
  const [gone, kept] = rows;
  if (gone === undefined || kept === undefined) throw new Error('no sample of this outlet');
  const size = statSync(DB).size;
  expect(await derek('redact', gone.url, '--reason', 'сот шешімі 2-1234')).toMatchObject({ code: 0 });

  const bytes = readFileSync(DB);
  expect(bytes.includes(gone.text.slice(0, 60))).toBe(false);
  expect(bytes.includes(gone.title)).toBe(false);
  expect(bytes.length).toBeLessThanOrEqual(size + 65_536);
  expect(ask<Row>(LITER).map((r) => r.url)).toEqual(rows.slice(1).map((r) => r.url));
  expect(await derek('doctor')).toMatchObject({ code: 0, stdout: expect.stringContaining('is sound') });
  expect(await derek('page', gone.id)).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('сот шешімі 2-1234'),
  });
  expect(await derek('page', kept.id)).toMatchObject({ code: 0 });

  const again = await derek('demo', '--no-serve');
  expect(again).toMatchObject({ code: 0 });
  expect(ask<Row>(LITER)).toHaveLength(rows.length - 1);
  const line = JSON.stringify({ id: 'z', text: gone.text, url: gone.url });
  const back = await runDerek(['ingest', '-', '--db', DB], { stdin: line });
  expect(back).toMatchObject({ code: 4, stderr: expect.stringContaining('was taken out on') });
  // Once more is no error: what a kill may have left undone is done.
  expect(await derek('redact', gone.id, '--reason', 'сот шешімі 2-1234')).toMatchObject({ code: 0 });
});

test.each([
  ['page', ['page', 'https://liter.kz/nothing-1753941617/'], 2, 'there is no article'],
  ['redact', ['redact', 'nothing', '--reason', 'x'], 2, 'there is no article'],
  ['redact without a reason', ['redact', 'nothing'], 2, '--reason'],
  ['page of another time', ['page', '--at', '2020-01-01'], 4, 'is as old as that'],
])('what cannot be done is told: %s', async (_name, args, code, message) => {
  const asked = args[0] === 'page' && args.length === 3 ? [...args, rows[1]?.url ?? ''] : args;
  expect(await derek(...asked)).toMatchObject({ code, stderr: expect.stringContaining(message) });
});
