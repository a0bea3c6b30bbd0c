import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { openStore } from '../store/index.ts';
import { runDerek, startDerek } from '../testing/derek.ts';
import { buildProgram } from './program.ts';

interface Case {
  readonly args: readonly string[];
  readonly code: number;
  /** Words that stdout, or stderr, has to hold. */
  readonly out?: string;
  readonly err?: string;
}

const cases: readonly Case[] = [
  { args: ['--help'], code: 0, out: 'Examples:' },
  { args: ['help'], code: 0, out: 'Examples:' },
  { args: ['help', 'extract'], code: 0, out: 'derek extract' },
  { args: ['--version'], code: 0, out: '0.1.0' },
  { args: [], code: 2, err: 'Usage: derek' },
  { args: ['exrtact'], code: 2, err: 'Did you mean extract?' },
  { args: ['extract', '--fromat', 'json', '-'], code: 2, err: 'Did you mean --format?' },
  { args: ['extract'], code: 2, err: "missing required argument 'path'" },
  { args: ['extract', '--lang', 'en', '-'], code: 2, err: 'Allowed choices are kk, ru' },
  { args: ['extract', '--published', '2026-02-30', '-'], code: 2, err: 'Expected a day of the calendar' },
  { args: ['ingest', '--db', '', '-'], code: 2, err: 'Expected the name of a file' },
];

async function check(c: Case): Promise<void> {
  const run = await runDerek(c.args);
  expect(run).toMatchObject({ code: c.code });
  expect(run.stdout).toContain(c.out ?? '');
  expect(run.stderr).toContain(c.err ?? '');
  if (c.code !== 0) expect(run.stdout).toBe('');
}

for (const c of cases) test(`derek ${c.args.join(' ')}`, () => check(c));

for (const command of buildProgram().commands)
  test(`derek ${command.name()} --help`, () =>
    check({ args: [command.name(), '--help'], code: 0, out: 'Examples:' }));

test('derek --help answers at once', async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await runDerek(['--help']);
    times.push(performance.now() - start);
  }
  // A busy machine must not fail a test; a help that loads the whole program would take seconds.
  console.log(`derek --help: ${Math.min(...times).toFixed(0)} ms at best of 5`);
  expect(Math.min(...times)).toBeLessThan(3_000);
});

test('derek … | head: a reader that leaves early is no error', async () => {
  const child = startDerek(['extract', '-']);
  child.stdin.on('error', () => undefined);
  const line = `${JSON.stringify({ id: 'a', text: 'Ауылда мектеп ашылды. '.repeat(200) })}\n`;
  child.stdin.end(line.repeat(200));
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((done) => child.on('close', done));
  expect(code).toBe(0);
  expect(errors).not.toContain('EPIPE');
});

test('Ctrl-C finishes the article in hand, says so, and ends with 130', async () => {
  const child = startDerek(['extract', '-']);
  const out: string[] = [];
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  child.stdin.write(`${JSON.stringify({ id: 'a', text: 'Ауылда мектеп ашылды.' })}\n`);
  // Stdin stays open: the command waits for more when the signal comes.
  child.stdout.on('data', (part: Buffer) => {
    out.push(part.toString());
    child.kill('SIGINT');
  });
  const code = await new Promise((done) => child.on('close', done));
  expect(code).toBe(130);
  expect(JSON.parse(out.join(''))).toMatchObject({ article: { id: 'a' } });
  expect(errors).toContain('1 article');
});

test('Ctrl-C in the middle of many articles keeps every one that was read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'derek-stop-'));
  try {
    const [file, db] = [join(folder, 'many.jsonl'), join(folder, 'many.db')];
    const lines = Array.from({ length: 5_000 }, (_, at) =>
      JSON.stringify({ id: `a${at}`, text: `Ауылда ${at} мектеп ашылды.`, published: '2026-02-04' }),
    );
    await writeFile(file, lines.join('\n'));
    const child = startDerek(['ingest', file, '--json', '--db', db]);
    let out = '';
    child.stdout.on('data', (part: Buffer) => {
      if (out === '') child.kill('SIGINT');
      out += part.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    const answered = out.trimEnd().split('\n').length;
    const store = openStore(db, { clock: systemClock, readonly: true });
    const stored = store.overview().articles.reduce((sum, row) => sum + row.articles, 0);
    store.close();
    expect(code).toBe(130);
    expect(answered).toBeLessThan(5_000);
    expect(stored).toBe(answered);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
