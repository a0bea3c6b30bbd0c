import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { runDerek, startDerek } from '../testing/derek.ts';

const folder = mkdtempSync(join(tmpdir(), 'derek-crawl-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);

/** Everything that a run leaves: articles with their texts and facts, by address, without times and row numbers. */
function recordOf(db: string): readonly unknown[] {
  const store = new Database(db, { readonly: true });
  const articles = store
    .prepare(
      `SELECT a.url, a.published, v.lang, v.title, v.text_sha256,
         (SELECT count(*) FROM article_versions WHERE article = a.key) AS versions,
         (SELECT count(*) FROM observations WHERE extraction = a.current) AS observations,
         (SELECT count(*) FROM mentions WHERE extraction = a.current) AS mentions
       FROM articles a JOIN extractions x ON x.id = a.current JOIN article_versions v ON v.id = x.version ORDER BY a.url`,
    )
    .all();
  store.close();
  return articles;
}

/** Rows of every table. */
function rowsOf(db: string): Record<string, number> {
  const store = new Database(db, { readonly: true });
  const names = store
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const counts = names.map(
    (n) => [n, store.prepare(`SELECT count(*) FROM "${n}"`).pluck().get() as number] as const,
  );
  store.close();
  return Object.fromEntries(counts);
}

/** How many articles a store holds while somebody else is filling it. */
function articlesIn(db: string): number {
  if (!existsSync(db)) return 0;
  const store = new Database(db, { readonly: true, timeout: 1_000 });
  try {
    return store.prepare('SELECT count(*) FROM articles').pluck().get() as number;
  } catch {
    return 0; // not migrated yet
  } finally {
    store.close();
  }
}

const WHOLE = file('whole.db');
let first: Awaited<ReturnType<typeof runDerek>>;
let whole: readonly unknown[];
beforeAll(async () => {
  first = await runDerek(['demo', '--no-serve', '--db', WHOLE]);
  whole = recordOf(WHOLE);
});

test('demo --no-serve: fills a store and says what was learned', () => {
  // On a busy machine a line of progress may come, and nothing else.
  expect(first.stderr.replace(/^Crawling: .*\n/gm, '')).toBe('');
  expect(first.code).toBe(0);
  for (const words of ['BAQ.KZ', 'Liter.kz', 'Kazakh', 'Russian', 'Facts:', 'Most observed programs:'])
    expect(first.stdout).toContain(words);
  expect(whole.length).toBeGreaterThanOrEqual(24);
});

test('demo --no-serve again: fetches nothing new and adds no row', async () => {
  const before = rowsOf(WHOLE);
  const again = await runDerek(['demo', '--no-serve', '--db', WHOLE, '--json']);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(again.stdout)).toMatchObject({ counts: { fetched: 0, new: 0, changed: 0 } });
  expect(rowsOf(WHOLE)).toEqual(before);
});

/** Starts a demo, and hands over the moment its store holds `count` articles. */
async function demoUntil(db: string, count: number): Promise<ReturnType<typeof startDerek>> {
  const child = startDerek(['demo', '--no-serve', '--db', db]);
  child.stdout.resume();
  child.stderr.resume();
  onTestFinished(() => void child.kill('SIGKILL'));
  while (child.exitCode === null && articlesIn(db) < count) await pause(20);
  return child;
}

for (const count of [0, 1, 9, 23, 41])
  test(`kill -9 with ${count} articles stored: the next run goes on at once, nothing lost, nothing twice`, async () => {
    const db = file(`killed-${count}.db`);
    const child = await demoUntil(db, count);
    if (count === 0) await pause(300);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const begun = performance.now();
    const next = startDerek(['demo', '--no-serve', '--db', db]);
    onTestFinished(() => void next.kill('SIGKILL'));
    next.stdout.resume();
    next.stderr.resume();
    const done = once(next, 'exit');
    const had = articlesIn(db);
    while (next.exitCode === null && articlesIn(db) <= had) await pause(20);
    console.log(
      `resumed with ${had} articles, first new one after ${(performance.now() - begun).toFixed(0)} ms`,
    );
    expect(await done).toEqual([0, null]);
    expect(recordOf(db)).toEqual(whole);
  });

test('Ctrl-C: the article in hand is finished, the rest comes with the next run', async () => {
  const db = file('interrupted.db');
  const child = await demoUntil(db, 5);
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  const kept = articlesIn(db);
  expect(kept).toBeGreaterThanOrEqual(5);
  expect(await runDerek(['demo', '--no-serve', '--db', db])).toMatchObject({ code: 0 });
  expect(recordOf(db)).toEqual(whole);
});

test('demo: serves the explorer until Ctrl-C, also when the usual port is taken', async () => {
  const squatter = createServer().listen(8_080, '127.0.0.1');
  squatter.on('error', () => undefined);
  onTestFinished(() => void squatter.close());
  const child = startDerek(['demo', '--db', WHOLE]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  let url: string | undefined;
  while (url === undefined && child.exitCode === null) {
    await pause(20);
    url = /The explorer is at (\S+)/.exec(said)?.[1];
  }
  const page = await fetch(url ?? '');
  expect(page.status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});

const BAD_PIPELINE = file('bad.yaml');
writeFileSync(
  BAD_PIPELINE,
  'about: "A run for tests of errors"\noutlets: live\npublishers: [nobody]\npace: { seconds: 1 }\n',
);
const CONTACT = ['--contact', 'bot@derek.example'];
const refused: readonly (readonly [string, readonly string[], number, string])[] = [
  ['no contact', ['crawl'], 2, 'needs a contact'],
  ['a contact that is none', ['crawl', '--contact', 'me'], 2, 'a web address or a mail address'],
  [
    'an unknown publisher',
    ['crawl', 'nobody', ...CONTACT],
    2,
    'nobody is no publisher of this pipeline; there are',
  ],
  ['an unknown pipeline', ['crawl', '--pipeline', 'weekly', ...CONTACT], 2, 'there is no pipeline weekly'],
  ['a wrong pipeline', ['crawl', '--pipeline', BAD_PIPELINE, ...CONTACT], 2, 'bad.yaml, line 3'],
  [
    'a range that ends before it begins',
    ['crawl', '--since', '2026-02-01', '--until', '2026-01-01', ...CONTACT],
    2,
    'later than --until',
  ],
  [
    'live outlets into the store of the samples',
    ['crawl', ...CONTACT, '--db', WHOLE],
    2,
    'holds the sample articles',
  ],
  [
    'a store that cannot be written',
    ['demo', '--no-serve', '--db', file('no/such/folder/x.db')],
    2,
    'no/such/folder',
  ],
];
for (const [name, args, code, words] of refused)
  test(`crawl: refuses ${name}`, async () => {
    const db = args.includes('--db') ? [] : ['--db', file('never.db')];
    const run = await runDerek([...args, ...db], { env: { DEREK_CONTACT: '' } });
    expect(run.stderr).toContain(words);
    expect(run.code).toBe(code);
    expect(existsSync(file('never.db'))).toBe(false);
  });

test('crawl --dry-run: writes no store', async () => {
  const db = file('dry.db');
  const run = await runDerek(['crawl', '--pipeline', 'samples', '--dry-run', '--db', db]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('Unknown articles');
  expect(existsSync(db)).toBe(false);
});

test('crawl --hours: a run whose time is over says so, and the next one goes on', async () => {
  const db = file('hours.db');
  const args = ['crawl', '--pipeline', 'samples', '--db', db];
  const first = await runDerek([...args, '--hours', '0.000001']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('Out of time after');
  expect(await runDerek(args)).toMatchObject({ code: 0 });
  expect(recordOf(db)).toEqual(whole);
  const refused = await runDerek([...args, '--hours', '0']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('Expected a number above 0');
});

test('crawl --max --report: no more articles of a publisher than asked for, and all of it told as JSON', async () => {
  const report = file('report.json');
  const args = ['crawl', 'liter', 'baq-kk', '--pipeline', 'samples', '--max', '2', '--report', report];
  const run = await runDerek([...args, '--db', file('max.db'), '--quiet']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const told = JSON.parse(readFileSync(report, 'utf8')) as { publishers: { publisher: string }[] };
  expect(told).toMatchObject({ kind: 'demo', stopped: null, counts: { fetched: 4, failed: 0 } });
  expect(told.publishers.map((p) => p.publisher).sort()).toEqual(['baq-kk', 'liter']);
});
