import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { startChild } from '../testing/child.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openStore } from './index.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T11:00:00Z');
const CHILD = new URL('../testing/ingest-child.ts', import.meta.url);

/** Starts the child, kills it `afterMs` after its first article, and answers the last article it said it had stored. */
async function killedIngest(file: string, from: number, afterMs: number): Promise<number> {
  const child = startChild(CHILD, [file, String(from)]);
  let last = -1;
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const first = new Promise<void>((ready) => {
    lines.on('line', (line) => {
      last = Number(line);
      ready();
    });
  });
  await first;
  await new Promise((later) => setTimeout(later, afterMs));
  child.kill('SIGKILL');
  await once(child, 'close');
  return last;
}

// Each goes on with the file that the one before left behind.
const file = at('killed.db');
[3, 17, 42, 71, 113].forEach((afterMs, n) => {
  test(`a kill ${afterMs} ms into an ingest leaves whole articles only, and no lock`, async () => {
    const from = n * 100_000;
    const last = await killedIngest(file, from, afterMs);
    const store = openStore(file, { clock, waitMs: 0 });
    expect(store.care.examine()).toEqual([]);
    expect(store.article(`article-${last}`)?.indicators).toHaveLength(20);
    const stored = store
      .articles({ limit: 1_000_000 })
      .filter(({ articleId }) => Number(articleId.slice(8)) >= from);
    expect(stored.length).toBeGreaterThanOrEqual(last - from + 1);
    expect(stored.filter(({ observations }) => observations !== 20)).toEqual([]);
    store.close();
  });
});

test('a second writer waits for the first, or says who it is', async () => {
  const busy = at('busy.db');
  const child = startChild(CHILD, [busy]);
  await once(child.stdout ?? process.stdin, 'data');
  expect(() => openStore(busy, { clock, waitMs: 100 })).toThrow(
    expect.objectContaining({
      exitCode: 5,
      message: expect.stringMatching(
        new RegExp(
          `busy.db is being written by 'derek ingest' \\(process ${child.pid} on .+, since 2026-08-18`,
        ),
      ),
    }),
  );
  const reader = openStore(busy, { clock, readonly: true });
  expect(reader.articles().length).toBeGreaterThan(0);
  reader.close();
  // The wait holds up this process, so another one has to end the first writer.
  spawn('sh', ['-c', `sleep 0.3; kill -9 ${child.pid}`], { stdio: 'ignore' });
  const begun = performance.now();
  openStore(busy, { clock, waitMs: 30_000 }).close();
  expect(performance.now() - begun).toBeGreaterThan(200);
});
