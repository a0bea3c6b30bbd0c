import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { Readable } from 'node:stream';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { commandOf } from '../testing/child.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { Archive, type Place } from './archive.ts';
import { readWarc } from './read.ts';
import { responseRecord } from './record.ts';

const at = temporaryFolder();
const DAY = new Date('2026-08-18T11:00:00.123Z');
const AFTER = 24 * 3600_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An archive in a folder of its own, with the index that the store would keep. */
function archive(name: string, fileBytes?: number) {
  const places: (Place & { at: Date })[] = [];
  const files = (): { file: string; newest: string }[] =>
    [...new Set(places.map((p) => p.file))].map((file) => ({
      file,
      newest:
        places
          .filter((p) => p.file === file)
          .at(-1)
          ?.at.toISOString() ?? '',
    }));
  const index = {
    end: (file: string) =>
      Math.max(0, ...places.filter((p) => p.file === file).map((p) => p.start + p.length)),
    files,
    drop: (file: string) => {
      for (let n = places.length - 1; n >= 0; n--) if (places[n]?.file === file) places.splice(n, 1);
    },
  };
  const folder = at(name);
  const open = (): Archive => new Archive(folder, index, fileBytes);
  const add = async (to: Archive, slug: string, text: string, when = DAY): Promise<Place> => {
    const record = await responseRecord({
      url: `https://baq.kz/${slug}/`,
      at: when,
      status: 200,
      headers: new Map([
        ['content-type', 'text/html; charset=utf-8'],
        ['content-encoding', 'br'],
        ['etag', '"x"'],
      ]),
      body: Buffer.from(text),
      sha256: sha256(text),
    });
    const place = to.append(record, when);
    places.push({ ...place, at: when });
    return place;
  };
  return { folder, open, add, places };
}

/** Letters that do not compress, so that sizes are what they seem. */
const noise = (n: number): string => Array.from({ length: 40 }, (_, i) => sha256(`${n} ${i}`)).join('');

async function pagesOf(bytes: Buffer): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const page of readWarc(Readable.from([bytes])))
    found.push('fault' in page ? page : { ...page, body: Buffer.from(page.body).toString() });
  return found;
}
const unpacked = (folder: string, file: string): Buffer => gunzipSync(readFileSync(`${folder}/${file}`));

test('a page is kept, read from its place, and from the file as any tool would read it', async () => {
  const { folder, open, add } = archive('kept');
  const one = open();
  const first = await add(one, 'a', '<p>Алматыда мектеп ашылды</p>');
  const second = await add(one, 'b', '<p>В Алматы открыли школу</p>');
  expect(Buffer.from(one.page(first)?.body ?? []).toString()).toBe('<p>Алматыда мектеп ашылды</p>');
  expect(one.page(second)?.contentType).toBe('text/html; charset=utf-8');
  expect(one.page({ ...second, file: 'derek-000009.warc.gz' })).toBeUndefined();
  one.close();
  const text = unpacked(folder, first.file);
  expect(text.toString()).toMatch(/^WARC\/1\.1\r\nWARC-Type: warcinfo\r\n/);
  expect(text.toString()).toContain('X-Crawler-content-encoding: br');
  expect(text.toString()).toContain(`WARC-Payload-Digest: sha256:${sha256('<p>В Алматы открыли школу</p>')}`);
  expect(await pagesOf(text)).toEqual([
    {
      url: 'https://baq.kz/a/',
      at: DAY,
      contentType: 'text/html; charset=utf-8',
      body: '<p>Алматыда мектеп ашылды</p>',
    },
    {
      url: 'https://baq.kz/b/',
      at: DAY,
      contentType: 'text/html; charset=utf-8',
      body: '<p>В Алматы открыли школу</p>',
    },
  ]);
});

test('files are bounded, and the next run goes on in the last one', async () => {
  const { folder, open, add, places } = archive('bounded', 2_500);
  for (let n = 0; n < 6; n++) {
    const run = open();
    await add(run, `n${n}`, noise(n));
    run.close();
  }
  expect(readdirSync(folder).length).toBeGreaterThan(2);
  for (const name of readdirSync(folder)) expect(statSync(`${folder}/${name}`).size).toBeLessThan(8_000);
  const reader = open();
  for (const [n, place] of places.entries())
    expect(Buffer.from(reader.page(place)?.body ?? []).toString()).toBe(noise(n));
});

test('the oldest files go when there are too many bytes or days, never the last one', async () => {
  const { folder, open, add, places } = archive('budget', 3_000);
  const run = open();
  for (let n = 0; n < 8; n++) await add(run, `n${n}`, noise(n), new Date(DAY.getTime() + n * AFTER));
  run.close();
  const total = (): number =>
    readdirSync(folder).reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0);
  expect(open().keepWithin({}, DAY)).toBe(0);
  expect(open().keepWithin({ megabytes: 0.008 }, DAY)).toBeGreaterThan(0);
  expect(total()).toBeLessThanOrEqual(8_000);
  expect(new Set(places.map((p) => p.file))).toEqual(new Set(readdirSync(folder)));
  open().keepWithin({ days: 1 }, new Date(DAY.getTime() + 400 * AFTER));
  expect(readdirSync(folder)).toHaveLength(1);
});

test.each([
  ['torn record', true],
  ['whole record that the index does not know', false],
])('after a kill: a %s', async (_name, torn) => {
  const { folder, open, add, places } = archive(`killed-${torn}`);
  const run = open();
  await add(run, 'a', noise(1));
  const lost = await add(run, 'b', noise(2));
  run.close();
  places.pop();
  if (torn) truncateSync(`${folder}/${lost.file}`, lost.start + lost.length - 7);
  const next = open();
  const place = await add(next, 'c', noise(3));
  next.close();
  expect(place.start).toBe(torn ? lost.start : lost.start + lost.length);
  expect(await pagesOf(unpacked(folder, lost.file))).toHaveLength(torn ? 2 : 3);
});

test.each([
  ['a page', noise(1)],
  ['a page so small that no reason fits in its place', ''],
])('redacted: %s is gone, the others stay where they were', async (_name, text) => {
  const { folder, open, add } = archive(`redacted-${text.length}`);
  const run = open();
  const gone = await add(run, 'a', text);
  const kept = await add(run, 'b', noise(2));
  run.close();
  const size = statSync(`${folder}/${gone.file}`).size;
  open().blank(gone, 'сот шешімі', DAY);
  open().blank(gone, 'сот шешімі', DAY);
  expect(statSync(`${folder}/${gone.file}`).size).toBe(size);
  expect(open().page(gone)).toBeUndefined();
  expect(Buffer.from(open().page(kept)?.body ?? []).toString()).toBe(noise(2));
  const left = unpacked(folder, gone.file);
  expect(left.toString()).toContain('redacted: сот шешімі');
  expect(left.toString()).not.toContain('https://baq.kz/a/');
  expect(await pagesOf(left)).toHaveLength(1);
});

/** A record as other crawlers write it. */
const record = (fields: Record<string, string>, block: Buffer | string): Buffer => {
  const bytes = Buffer.from(block as string);
  const head = Object.entries({ ...fields, 'Content-Length': String(bytes.length) });
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${head.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
};
const http = (headers: string, body: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body as string)]);
const URL_OF = { 'WARC-Type': 'response', 'WARC-Target-URI': 'https://liter.kz/x/' };
const HTML = 'Content-Type: text/html';
const chunked = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;

test.each<[string, Buffer, unknown]>([
  ['gzip', record(URL_OF, http(`${HTML}\r\nContent-Encoding: gzip`, gzipSync('мектеп'))), 'мектеп'],
  [
    'gzip that is unpacked already',
    record(URL_OF, http(`${HTML}\r\nContent-Encoding: gzip`, 'мектеп')),
    'мектеп',
  ],
  ['brotli', record(URL_OF, http(`${HTML}\r\nContent-Encoding: br`, brotliCompressSync('мектеп'))), 'мектеп'],
  ['chunks', record(URL_OF, http(`${HTML}\r\nTransfer-Encoding: chunked`, chunked('мектеп'))), 'мектеп'],
  [
    'chunks that are joined already',
    record(URL_OF, http(`${HTML}\r\nTransfer-Encoding: chunked`, 'мектеп')),
    'мектеп',
  ],
  [
    'an address in brackets',
    record({ ...URL_OF, 'WARC-Target-URI': '<https://liter.kz/x/>' }, http(HTML, 'а')),
    'а',
  ],
  ['a resource', record({ ...URL_OF, 'WARC-Type': 'resource', 'Content-Type': 'text/html' }, 'а'), 'а'],
  [
    'a bomb',
    record(URL_OF, http(`${HTML}\r\nContent-Encoding: gzip`, gzipSync(Buffer.alloc(60_000_000)))),
    /.+/,
  ],
  ['no HTTP in it', record(URL_OF, 'сәлем'), /no HTTP response/],
  ['a picture', record(URL_OF, http('Content-Type: image/png', 'а')), undefined],
  ['an error page', record(URL_OF, Buffer.from('HTTP/1.1 500 Oops\r\n\r\nа')), undefined],
  ['a request', record({ ...URL_OF, 'WARC-Type': 'request' }, 'GET / HTTP/1.1\r\n\r\n'), undefined],
])('archives of others: %s', async (_name, bytes, expected) => {
  const found = await pagesOf(Buffer.concat([bytes, record(URL_OF, http(HTML, 'соңғы'))]));
  expect(found.at(-1)).toMatchObject({ body: 'соңғы' });
  const first = found.length === 2 ? found[0] : undefined;
  if (expected === undefined) expect(first).toBeUndefined();
  else if (typeof expected === 'string')
    expect(first).toMatchObject({ url: 'https://liter.kz/x/', body: expected });
  else expect(first).toMatchObject({ fault: expect.stringMatching(expected as RegExp) });
});

test.each([
  ['no WARC file', Buffer.from('<html></html>'), /not a WARC file/],
  ['cut short in its fields', record(URL_OF, 'а').subarray(0, 40), /ends within a record/],
  ['cut short in its page', record(URL_OF, http(HTML, noise(1))).subarray(0, -90), /ends within a record/],
  ['a record without a length', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n'), /without its length/],
  ['a line without end', Buffer.alloc(500_000, 'a'), /more than/],
])('archives of others: %s is told', async (_name, bytes, message) => {
  await expect(pagesOf(bytes)).rejects.toThrow(message);
});

test('bytes come in any portions', async () => {
  const whole = Buffer.concat([record(URL_OF, http(HTML, noise(1))), record(URL_OF, http(HTML, 'соңы'))]);
  const found: number[] = [];
  for await (const page of readWarc(Readable.from([...whole].map((byte) => Buffer.from([byte])))))
    if (!('fault' in page)) found.push(page.body.length);
  expect(found).toEqual([noise(1).length, Buffer.byteLength('соңы')]);
});

test('a disk that is full takes no part of a page: what was added can be read, and the next is refused', () => {
  const { folder, open } = archive('full');
  // Files of no more than so many blocks; the signal that tells of it would end the process instead of the write.
  const limit = 'trap "" XFSZ; ulimit -f 16; exec "$@"';
  const child = commandOf(new URL('../testing/archive-child.ts', import.meta.url), [folder]);
  const { stdout, stderr, status } = spawnSync('sh', ['-c', limit, 'sh', ...child], { encoding: 'utf8' });
  expect(stderr).toMatch('EFBIG');
  expect(status).toBe(1);
  const places = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Place);
  expect(places.length).toBeGreaterThan(1);
  for (const place of places) expect(open().page(place)?.body).toHaveLength(3_000);
});
