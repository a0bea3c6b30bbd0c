import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openStore } from '../store/index.ts';
import { startChild } from './child.ts';

const CHILD = new URL('./ingest-child.ts', import.meta.url);
const clock = () => new Date('2026-08-18T11:00:00Z');

/** Starts an ingest, kills it `afterMs` after its first article, and answers the last article it said it had stored. */
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

/** One test for each moment, in milliseconds; each goes on with the file that the one before left behind. */
export function testKills(file: string, moments: readonly number[]): void {
  for (const [n, afterMs] of moments.entries())
    test(`a kill ${afterMs} ms into an ingest leaves whole articles only, and no lock (${n + 1})`, async () => {
      const from = n * 100_000;
      const last = await killedIngest(file, from, afterMs);
      const store = openStore(file, { clock, waitMs: 0 });
      expect(store.care.examine()).toEqual([]);
      expect(store.article(`article-${last}`)?.indicators).toHaveLength(20);
      const stored = [...store.all.articles()].filter(({ articleId }) => Number(articleId.slice(8)) >= from);
      expect(stored.length).toBeGreaterThanOrEqual(last - from + 1);
      expect(stored.filter(({ observations }) => observations !== 20)).toEqual([]);
      store.close();
    });
}
