import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { runDerek, startDerek } from '../testing/derek.ts';
import { temporaryFolder } from '../testing/folder.ts';

const at = temporaryFolder();
const PIPELINE = at('often.yaml');
writeFileSync(
  PIPELINE,
  `about: The samples, at a time that hardly ever comes
outlets: sample
publishers: [liter]
pace: { seconds: 0, together: 4 }
schedule: "0 0 29 2 *"
`,
);

/** Starts a timetable, and answers what it has said when it has said `words`. */
async function startUntil(words: string, db: string) {
  const child = startDerek(['schedule', '--pipeline', PIPELINE, '--db', db]);
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdout.resume();
  let said = '';
  await new Promise<void>((heard) =>
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes(words)) heard();
    }),
  );
  return { child, said: () => said };
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
