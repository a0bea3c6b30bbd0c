import { expect, test } from 'vitest';
import { openOutput, type Sink } from './output.ts';
import { clip, counted, plain, tableLines } from './text.ts';

class Recorder implements Sink {
  readonly isTTY: boolean;
  readonly full: boolean;
  text = '';
  waiting: (() => void)[] = [];
  constructor(isTTY = false, full = false) {
    this.isTTY = isTTY;
    this.full = full;
  }
  write(text: string): boolean {
    this.text += text;
    return !this.full;
  }
  once(_event: 'drain', listener: () => void): void {
    this.waiting.push(listener);
  }
}

test('results go to stdout, words about the run to stderr, and --quiet keeps only complaints', async () => {
  for (const quiet of [false, true]) {
    const [stdout, stderr] = [new Recorder(), new Recorder()];
    const output = openOutput({ quiet }, { stdout, stderr });
    await output.record({ id: 'а' });
    output.note('note');
    output.complain('complaint');
    expect(stdout.text).toBe('{"id":"а"}\n');
    expect(stderr.text).toBe(quiet ? 'complaint\n' : 'note\ncomplaint\n');
  }
});

test('a line waits until the reader has room', async () => {
  const stdout = new Recorder(false, true);
  let written = false;
  const line = openOutput({}, { stdout, stderr: new Recorder() })
    .line('x')
    .then(() => {
      written = true;
    });
  await Promise.resolve();
  expect(written).toBe(false);
  for (const room of stdout.waiting) room();
  await line;
  expect(written).toBe(true);
});

test('progress moves one line on a terminal and speaks plain lines now and then elsewhere', () => {
  for (const terminal of [true, false]) {
    let now = 0;
    const stderr = new Recorder(terminal);
    const output = openOutput({}, { stdout: new Recorder(), stderr }, () => now);
    const progress = output.progress('Reading');
    for (const done of [1, 2, 3]) {
      progress.at(done, 3, 'a.txt');
      now += 6_000;
    }
    output.complain('b.txt: empty file');
    progress.end();
    expect(stderr.text).toBe(
      terminal
        ? 'Reading: 1 of 3, a.txt\r\x1b[2KReading: 2 of 3, a.txt\r\x1b[2KReading: 3 of 3, a.txt\r\x1b[2Kb.txt: empty file\nReading: 3 of 3, a.txt\r\x1b[2K'
        : 'Reading: 2 of 3, a.txt\nReading: 3 of 3, a.txt\nb.txt: empty file\n',
    );
  }
});

test('a table sets numbers to the right and counts letters, not bytes', () => {
  expect(
    tableLines(
      ['өңір', 'n'],
      [
        ['Қостанай', 7],
        ['Абай', 12],
        ['', null],
      ],
    ),
  ).toEqual(['өңір       n', '────────  ──', 'Қостанай   7', 'Абай      12', '']);
});

test('escape sequences of a hostile text never reach the terminal', () => {
  expect(plain('a\x1b[2Jb\u009bc\u202ed\te')).toBe('a�[2Jb�c�d\te');
  expect(clip('бір\n екі  үш', 8)).toBe('бір екі…');
});

test('counts speak English', () => {
  expect([counted(1, 'article'), counted(0, 'article'), counted(2, 'story', 'stories')]).toEqual([
    '1 article',
    '0 articles',
    '2 stories',
  ]);
});
