import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { openStore } from '../store/index.ts';
import { type Run, runDerek } from '../testing/derek.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'derek-bad-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const STORY =
  'Ақтөбе облысында биыл 12 мектеп салынды. Бұл туралы облыс әкімдігінің баспасөз қызметі хабарлады. ' +
  'Жаңа мектептерде 4,5 мыңнан астам бала оқиды, құрылысқа 18 млрд теңге бөлінді.';

const line = (fields: object): string =>
  `${JSON.stringify({ text: STORY, published: '2026-02-04', ...fields })}\n`;

const page = (body: string, head = '<meta charset="utf-8">'): string =>
  `<!doctype html><html lang="kk"><head>${head}<title>Мектептер</title></head><body><h1>Мектептер</h1><article>${body}</article></body></html>`;

interface Case {
  readonly what: string;
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Exit code when the file comes alone, and ids of the articles that still come out. */
  readonly code: number;
  readonly articles: number;
  /** On stderr, after the name of the file. */
  readonly says: string;
}

const cases: readonly Case[] = [
  { what: 'an empty file', file: 'empty.txt', content: '', code: 4, articles: 0, says: ': empty file' },
  { what: 'an empty page', file: 'empty.html', content: '', code: 4, articles: 0, says: ': an empty page' },
  {
    what: 'a binary file',
    file: 'binary.txt',
    content: Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 251),
    code: 4,
    articles: 0,
    says: ': not text: this is binary data',
  },
  {
    what: 'a text of 20 MB',
    file: 'large.txt',
    content: `${STORY}\n`.repeat(20_000_000 / 300),
    code: 4,
    articles: 0,
    says: ': an article has to be under 20 MB',
  },
  {
    what: 'a page of 20 MB',
    file: 'large.html',
    content: page(`<p>${STORY}</p>`.repeat(20_000_000 / 300)),
    code: 4,
    articles: 0,
    says: ': too large for a page',
  },
  {
    what: 'invalid UTF-8',
    file: 'invalid.txt',
    content: Buffer.concat([Buffer.from(`${STORY}\n`), Buffer.from([0xd0, 0x20, 0xff])]),
    code: 4,
    articles: 0,
    says: ', line 2: not valid UTF-8',
  },
  {
    what: 'a page in windows-1251 that says so',
    file: 'cp1251.html',
    content: iconv.encode(
      page(
        '<p>В Актау открыли две новые школы, сообщил акимат области. Они рассчитаны на 900 мест каждая.</p>'.repeat(
          3,
        ),
        '<meta charset="windows-1251">',
      ),
      'windows-1251',
    ),
    code: 0,
    articles: 1,
    says: ': without a date of publication',
  },
  {
    what: 'a page without an article',
    file: 'bare.html',
    content: page('<p>Мәзір</p>'),
    code: 4,
    articles: 0,
    says: ': no article on the page',
  },
  {
    what: 'a broken line in the middle',
    file: 'middle.jsonl',
    content: `${line({ id: 'a' })}{"id": "b", "text\n${line({ id: 'c', text: `${STORY} Соңы.` })}`,
    code: 3,
    articles: 2,
    says: ', line 2: expected one JSON object a line',
  },
  {
    what: 'an article without a date',
    file: 'undated.jsonl',
    content: line({ id: 'u', published: undefined }),
    code: 0,
    articles: 1,
    says: ', line 1: without a date of publication',
  },
  {
    what: 'an article in English',
    file: 'english.jsonl',
    content: line({
      id: 'e',
      text: 'The government has built 12 new schools in the region this year, the ministry of education said on Monday.',
    }),
    code: 0,
    articles: 1,
    says: ', line 1: the text is in a language Derek does not read',
  },
  {
    what: 'an unknown publisher',
    file: 'stranger.jsonl',
    content: line({ id: 's', publisher: 'nobody' }),
    code: 0,
    articles: 1,
    says: ', line 1: unknown publisher "nobody"',
  },
];

const lines = (run: Run): unknown[] =>
  run.stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text));

async function check(c: Case): Promise<void> {
  const path = join(folder, c.file);
  await writeFile(path, c.content);
  const db = join(folder, `${c.file}.db`);
  for (const args of [
    ['extract', path],
    ['ingest', path, '--json', '--db', db],
  ]) {
    const run = await runDerek(args);
    expect(run.stderr).toContain(`${path}${c.says}`);
    expect(run).toMatchObject({ code: c.code });
    expect(lines(run)).toHaveLength(c.articles);
  }
  const store = openStore(db, { clock: systemClock, readonly: true });
  expect([...store.all.articles()]).toHaveLength(c.articles);
  store.close();
}

for (const c of cases) test(c.what, () => check(c));

test('an article in another language is stored and left alone, and an issue says so', async () => {
  const path = join(folder, 'english.jsonl');
  await writeFile(path, cases.find((c) => c.file === 'english.jsonl')?.content ?? '');
  const [facts] = lines(await runDerek(['extract', path]));
  expect(facts).toMatchObject({ article: { lang: 'other' }, indicators: [], programs: [], officials: [] });
  expect(facts).toMatchObject({ issues: [{ code: expect.stringMatching(/^lang\//) }] });
});

test('good inputs beside bad ones are kept: 3', async () => {
  await writeFile(join(folder, 'good.jsonl'), line({ id: 'good' }));
  await writeFile(join(folder, 'nothing.txt'), '');
  const db = join(folder, 'beside.db');
  const paths = ['nothing.txt', 'good.jsonl', 'absent.jsonl'].map((name) => join(folder, name));
  const run = await runDerek(['ingest', ...paths, '--db', db]);
  expect(run.code).toBe(3);
  expect(run.stderr).toContain(`${join(folder, 'absent.jsonl')}: no such file`);
  expect(run.stdout).toContain('1 article in');
  const again = await runDerek(['ingest', join(folder, 'good.jsonl'), '--db', db]);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('0 new, 0 changed, 1 unchanged');
});

const ingestGood = async (db: string): Promise<Run> => {
  await writeFile(join(folder, 'good.jsonl'), line({ id: 'good' }));
  return runDerek(['ingest', join(folder, 'good.jsonl'), '--db', db]);
};

interface BadStore {
  readonly what: string;
  readonly code: number;
  readonly says: string;
  /** Makes the store and answers its path, and how to end what was started. */
  readonly make: () => Promise<{ db: string; end?: () => void }>;
}

const stores: readonly BadStore[] = [
  {
    what: 'a store in a folder that is not there',
    code: 2,
    says: 'does not exist',
    make: async () => ({ db: join(folder, 'no', 'such', 'x.db') }),
  },
  { what: 'a store that is a folder', code: 2, says: 'is a folder', make: async () => ({ db: folder }) },
  {
    what: 'a store that is a text file',
    code: 6,
    says: 'text.db',
    make: async () => {
      const db = join(folder, 'text.db');
      await writeFile(db, 'This is no database, and it is longer than the header of one. '.repeat(20));
      return { db };
    },
  },
  {
    what: 'a store of a newer version',
    code: 2,
    says: 'newer Derek',
    make: async () => {
      const db = join(folder, 'newer.db');
      await ingestGood(db);
      const raw = new Database(db);
      raw.pragma('user_version = 9999');
      raw.close();
      return { db };
    },
  },
  {
    what: 'a store that another run is writing to',
    code: 5,
    says: 'is being written by',
    make: async () => {
      const db = join(folder, 'held.db');
      const held = openStore(db, { clock: systemClock, holder: 'another run' });
      return { db, end: () => held.close() };
    },
  },
];

for (const s of stores)
  test(s.what, async () => {
    const { db, end } = await s.make();
    try {
      const run = await ingestGood(db);
      expect(run.stderr).toContain(s.says);
      expect(run).toMatchObject({ code: s.code, stdout: '' });
      expect(run.stderr).not.toContain('fault in Derek');
    } finally {
      end?.();
    }
  });
