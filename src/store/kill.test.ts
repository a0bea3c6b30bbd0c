import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startChild } from '../testing/child.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { testKills } from '../testing/killed-ingest.ts';
import { openStore } from './index.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T11:00:00Z');
const CHILD = new URL('../testing/ingest-child.ts', import.meta.url);

testKills(at('killed.db'), [3, 17, 42, 71, 113]);

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
  expect([...reader.all.articles()].length).toBeGreaterThan(0);
  reader.close();
  // The wait holds up this process, so another one has to end the first writer.
  spawn('sh', ['-c', `sleep 0.3; kill -9 ${child.pid}`], { stdio: 'ignore' });
  const begun = performance.now();
  openStore(busy, { clock, waitMs: 30_000 }).close();
  expect(performance.now() - begun).toBeGreaterThan(200);
});
