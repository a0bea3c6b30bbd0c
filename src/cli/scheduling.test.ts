import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../store/index.ts';
import { runDerek, startDerek } from '../testing/derek.ts';
import { temporaryFolder } from '../testing/folder.ts';

const at = temporaryFolder();
const PIPELINE = at('often.yaml');
const PIPELINE_TEXT = `about: The samples, at a time that hardly ever comes
outlets: sample
publishers: [liter]
pace: { seconds: 0, together: 4 }
schedule: "0 0 29 2 *"
`;
writeFileSync(PIPELINE, PIPELINE_TEXT);

/** Articles in a store that another process may be writing, or has not made yet. */
function articlesIn(db: string): number {
  if (!existsSync(db)) return 0;
  const store = new Database(db, { readonly: true });
  try {
    return Number(
      store.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'articles'").pluck().get(),
    ) === 0
      ? 0
      : Number(store.prepare('SELECT count(*) FROM articles').pluck().get());
  } finally {
    store.close();
  }
}

/** Starts a timetable, and answers when it has said `words`. */
async function startUntil(words: string, db: string) {
  const child = startDerek(['schedule', '--pipeline', PIPELINE, '--db', db]);
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdout.resume();
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const hears = (wanted: string): Promise<void> =>
    new Promise((heard) => {
      const listen = (): void => {
        if (!said.includes(wanted)) return;
        child.stderr.off('data', listen);
        heard();
      };
      child.stderr.on('data', listen);
      listen();
    });
  await hears(words);
  return { child, said: () => said, hears };
}

test('schedule: waits for its time, and stops at once when told to', async () => {
  const { child, said } = await startUntil('next: often at', at('wait.db'));
  expect(said()).toMatch(/next: often at \d{4}-02-29T00:00:00\+05:00/);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('schedule: a run that was missed is made up for at once', async () => {
  const db = at('missed.db');
  expect(await runDerek(['crawl', '--pipeline', PIPELINE, '--db', db])).toMatchObject({ code: 0 });
  const store = new Database(db);
  store.exec("UPDATE runs SET confirmed_at = '2019-01-01T00:00:00.000Z'");
  store.close();
  const { child, said } = await startUntil('next: often at', db);
  expect(said()).toContain('begun: often at');
  expect(said()).toMatch(/next: often at \d{4}-02-29T/);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('schedule: a run that was stopped in the middle goes on at the next start', async () => {
  const db = at('stopped.db');
  const slow = at('slow.yaml');
  // So slow that a stop comes in the middle: an article every half second.
  writeFileSync(slow, PIPELINE_TEXT.replace('seconds: 0, together: 4', 'seconds: 0.5'));
  const crawling = startDerek(['crawl', '--pipeline', slow, '--db', db]);
  onTestFinished(() => void crawling.kill('SIGKILL'));
  crawling.stdout.resume();
  crawling.stderr.resume();
  while (articlesIn(db) === 0) await pause(50);
  const stopped = once(crawling, 'exit');
  crawling.kill('SIGTERM');
  expect(await stopped).toEqual([130, null]);
  const before = articlesIn(db);
  const { child, said } = await startUntil('next: often at', db);
  expect(said()).toContain('begun: often at');
  expect(articlesIn(db)).toBeGreaterThan(before);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('schedule: a run that finds the store held by another waits its turn, and does not wait a year', async () => {
  const db = at('held.db');
  expect(await runDerek(['crawl', '--pipeline', PIPELINE, '--db', db])).toMatchObject({ code: 0 });
  const store = new Database(db);
  store.exec("UPDATE runs SET confirmed_at = '2019-01-01T00:00:00.000Z'");
  store.close();
  const { child, said, hears } = await startUntil('begun: often at', db);
  // The run opens the store when its reading thread is up, long after it has said that it begins.
  const held = openStore(db, {
    clock: () => new Date('2026-11-22T00:00:00Z'),
    holder: 'a long import',
    waitMs: 0,
  });
  onTestFinished(() => held.close());
  await hears('next: often at');
  expect(said()).toContain("is being written by 'a long import'");
  const [, next] = /next: often at (\S+)/.exec(said()) ?? [];
  expect(Date.parse(next ?? '') - Date.now()).toBeLessThan(3600_000);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test.each([
  ['no contact', ['--pipeline', 'nightly'], 2, 'needs a contact'],
  ['a pipeline without a schedule', ['--pipeline', 'samples'], 2, 'pipeline samples has no schedule'],
  ['an unknown pipeline', ['--pipeline', 'weekly'], 2, 'there is no pipeline weekly'],
])('schedule: refuses %s', async (_name, args, code, message) => {
  const env = { DEREK_CONTACT: '' };
  const run = await runDerek(['schedule', ...args, '--db', at('no.db')], { env });
  expect(run).toMatchObject({ code, stderr: expect.stringContaining(message) });
});
