import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openStore } from '../store/index.ts';
import { runDerek, startDerek } from '../testing/derek.ts';
import { fillExplorerRecord } from '../testing/explorer-record.ts';
import { temporaryFolder } from '../testing/folder.ts';

const file = temporaryFolder();

test('derek serve shows a store until Ctrl-C, and ends well', async () => {
  const db = file('serve.db');
  const store = openStore(db, { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  store.close();
  const child = startDerek(['serve', '--db', db, '--port', '0', '--json']);
  const ended = once(child, 'close').then(() => Promise.reject(new Error('derek serve ended by itself')));
  ended.catch(() => undefined);
  const [first] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  const { url } = JSON.parse(first.toString()) as { url: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const page = await fetch(new URL('programs/auyl-amanaty?hl=en', url));
  expect(await page.text()).toContain('<html lang="en">');
  expect((await fetch(new URL('public/explorer.css', url))).status).toBe(200);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('derek serve without a store says where to get one', async () => {
  const run = await runDerek(['serve', '--db', file('none.db'), '--port', '0']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('there is no store at');
});
