import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Input, LINE_CAP, readInputs } from './inputs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'derek-inputs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Case {
  readonly what: string;
  /** Name of the file, and what is in it; no content is a file that is not there. */
  readonly file: string;
  readonly content?: string | Uint8Array;
  /** One entry an input: the id of an article, the length of a page, or place and reason of a bad one. */
  readonly want: readonly string[];
}

const good = (id: string): string => JSON.stringify({ id, text: 'Мектеп ашылды.' });

const cases: readonly Case[] = [
  { what: 'a missing file', file: 'none.txt', want: ['bad none.txt: no such file'] },
  { what: 'an empty file', file: 'empty.txt', content: '', want: ['bad empty.txt: empty file'] },
  { what: 'an empty JSONL', file: 'empty.jsonl', content: '', want: ['bad empty.jsonl: empty file'] },
  { what: 'blanks only', file: 'blank.txt', content: ' \n\n', want: ['bad blank.txt: empty: only blanks'] },
  {
    what: 'blank lines only',
    file: 'b.jsonl',
    content: '\n\n',
    want: ['bad b.jsonl: empty: no article in it'],
  },
  {
    what: 'a picture under a text name',
    file: 'picture.txt',
    content: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    want: ['bad picture.txt: not text: this is a PNG picture'],
  },
  {
    what: 'an empty page is for the reader to judge',
    file: 'empty.html',
    content: '',
    want: ['page of 0 bytes'],
  },
  {
    what: 'a PDF under a JSONL name',
    file: 'paper.jsonl',
    content: '%PDF-1.7\n1 0 obj\n',
    want: ['bad paper.jsonl: not text: this is a PDF'],
  },
  {
    what: 'an unknown kind of file',
    file: 'a.docx',
    content: 'x',
    want: ['bad a.docx: unknown kind of file'],
  },
  {
    what: 'a 20 MB text',
    file: 'large.txt',
    content: 'а '.repeat(6_700_000),
    want: ['bad large.txt: an article has to be under 20 MB'],
  },
  {
    what: 'a gzip bomb is unpacked no further than the cap',
    file: 'bomb.html.gz',
    content: gzipSync(Buffer.alloc(60_000_000, 'a')),
    want: ['page of 20000000 bytes'],
  },
  {
    what: 'a torn gzip',
    file: 'torn.html.gz',
    content: gzipSync(Buffer.from('<p>мектеп</p>'.repeat(50))).subarray(0, 40),
    want: ['bad torn.html.gz: damaged gzip data'],
  },
  {
    what: 'invalid UTF-8 in a text, with its line',
    file: 'latin.txt',
    content: Buffer.concat([Buffer.from('Бірінші\nекінші\n'), Buffer.from([0xcc, 0xe5, 0xea, 0xf2])]),
    want: ['bad latin.txt, line 3: not valid UTF-8'],
  },
  {
    what: 'a broken line in the middle: the rest is still read',
    file: 'middle.jsonl',
    content: `${good('a')}\n{"id": "b", "text": \n${good('c')}\n`,
    want: ['article a', 'bad middle.jsonl, line 2: expected one JSON object a line', 'article c'],
  },
  {
    what: 'a line of invalid UTF-8 in the middle',
    file: 'bytes.jsonl',
    content: Buffer.concat([
      Buffer.from(`${good('a')}\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(good('c')),
    ]),
    want: ['article a', 'bad bytes.jsonl, line 2: not valid UTF-8', 'article c'],
  },
  {
    what: 'a line over the cap in the middle',
    file: 'long.jsonl',
    content: `${good('a')}\n${'x'.repeat(LINE_CAP + 1)}\n${good('c')}`,
    want: ['article a', 'bad long.jsonl, line 2: longer than 10 MB', 'article c'],
  },
  {
    what: 'wrong fields, all named',
    file: 'fields.jsonl',
    content: '{"text": 5, "lang": "en"}\n[]\n{"id":"x","text":"т","published":"2026-02-30"}\n',
    want: [
      'bad fields.jsonl, line 1: "id": expected a string, got nothing; "text": expected a string, got 5; "lang": expected "kk" or "ru"',
      'bad fields.jsonl, line 2: expected a JSON object',
      'bad fields.jsonl, line 3: "published": expected YYYY-MM-DD',
    ],
  },
  {
    what: 'nulls, a mark of UTF-8, Windows line ends and blank lines',
    file: 'windows.jsonl',
    content: `\ufeff{"id":"a","text":"т","title":null,"lang":"ru","published":"2026-02-04T10:00:00+05:00"}\r\n\r\n${good('b')}\r\n`,
    want: ['article a', 'article b'],
  },
  {
    what: 'JSONL in UTF-16',
    file: 'wide.jsonl',
    content: Buffer.from(`\ufeff${good('a')}\n`, 'utf16le'),
    want: ['bad wide.jsonl: UTF-16; save the file as UTF-8'],
  },
  {
    what: 'a text in marked UTF-16',
    file: 'wide.txt',
    content: Buffer.from('\ufeffМектеп ашылды.', 'utf16le'),
    want: ['article wide'],
  },
  { what: 'a page', file: 'page.HTML', content: '<p>т</p>', want: ['page of 9 bytes'] },
  { what: 'a packed page', file: 'page.html.gz', content: gzipSync('<p>т</p>'), want: ['page of 9 bytes'] },
  {
    what: 'a page in windows-1251',
    file: 'cp.html',
    content: Buffer.from([0x3c, 0x70, 0x3e, 0xcc, 0xe5]),
    want: ['page of 5 bytes'],
  },
  { what: 'a text', file: 'story.txt', content: 'Мектеп ашылды.', want: ['article story'] },
];

const shown = (input: Input): string => {
  if (input.kind === 'article') return `article ${input.article.id}`;
  if (input.kind === 'page') return `page of ${input.bytes.length} bytes`;
  return `bad ${input.where.slice(folder.length + 1)}: ${input.reason}`;
};

async function check(c: Case): Promise<void> {
  const path = join(folder, c.file);
  if (c.content !== undefined) await writeFile(path, c.content);
  const seen: string[] = [];
  for await (const input of readInputs([path], { reads: 'articles' })) seen.push(shown(input));
  expect(seen.map((text, at) => text.slice(0, c.want[at]?.length))).toEqual(c.want);
}

for (const c of cases) test(c.what, () => check(c));

test('several paths keep their order, and a bad one in the middle stops nothing', async () => {
  await writeFile(join(folder, 'one.txt'), 'Бірінші мақала.');
  await writeFile(join(folder, 'two.jsonl'), `${good('x')}\n${good('y')}`);
  const paths = ['one.txt', 'absent.txt', 'two.jsonl', 'one.txt'].map((name) => join(folder, name));
  const seen: string[] = [];
  for await (const input of readInputs(paths, { reads: 'articles' })) seen.push(shown(input));
  expect(seen).toEqual([
    'article one',
    'bad absent.txt: no such file',
    'article x',
    'article y',
    'article one',
  ]);
});

test('where pages are asked for, other files are refused', async () => {
  const seen: string[] = [];
  for (const file of ['page.html', 'story.txt']) await writeFile(join(folder, file), '<p>т</p>');
  const paths = ['story.txt', 'page.html'].map((name) => join(folder, name));
  for await (const input of readInputs(paths, { reads: 'pages' })) seen.push(shown(input));
  expect(seen).toEqual(['bad story.txt: not a page; expected .html, .html.gz or .warc', 'page of 9 bytes']);
});

test('stdin is lines of JSON, cut anywhere by the pipe', async () => {
  const bytes = Buffer.from(`${good('a')}\n${good('b')}\n`);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const byte of bytes) yield Uint8Array.of(byte);
  }
  const seen: string[] = [];
  for await (const input of readInputs(['-'], { reads: 'articles', stream: pieces() }))
    seen.push(shown(input));
  expect(seen).toEqual(['article a', 'article b']);
});
