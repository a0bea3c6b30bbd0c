import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { loopback, type Reply } from '../testing/loopback.ts';
import { PAGE_LIMITS } from './body.ts';
import { type Answer, createClient } from './client.ts';
import { userAgent } from './identity.ts';
import { liveTransport, publicLookup, sampleTransport, type TimeLimits } from './transport.ts';

const AGENT = userAgent('https://derek.example/contact');
const clock = (): Date => new Date('2026-11-22T00:00:00Z');
const QUICK: TimeLimits = { connect: 500, headers: 300, idle: 300, total: 800 };

/** What the client makes of a reply, shortened to the part a test is about. */
async function check(reply: Reply, expected: Partial<Answer> & { text?: string }): Promise<void> {
  const server = await loopback({ '/page': reply });
  const transport = sampleTransport(new Map([['news.example', server.origin]]), QUICK);
  const client = createClient({ userAgent: AGENT, transport, clock, times: QUICK });
  onTestFinished(() => client.close());
  const answer = await client.get('https://news.example/page', { limits: PAGE_LIMITS });
  const { text, ...rest } = expected;
  expect(answer).toMatchObject(rest);
  if (text !== undefined) expect(answer.kind === 'page' && answer.body.toString('utf8')).toBe(text);
}

const MB = 1024 * 1024;
const headers = (given: Record<string, string>): { headers: Record<string, string> } => ({ headers: given });

const replies: readonly (readonly [string, Reply, Partial<Answer> & { text?: string }])[] = [
  [
    'a page, at its production address',
    'мектеп',
    { kind: 'page', url: 'https://news.example/page', text: 'мектеп' },
  ],
  ['gzip', { ...headers({ 'content-encoding': 'gzip' }), body: gzipSync('сәлем') }, { text: 'сәлем' }],
  [
    'brotli',
    { ...headers({ 'content-encoding': 'br' }), body: brotliCompressSync('сәлем') },
    { text: 'сәлем' },
  ],
  [
    'gzip cut short',
    { ...headers({ 'content-encoding': 'gzip' }), body: gzipSync('сәлем'.repeat(99)).subarray(0, 25) },
    { kind: 'failed', failure: 'broken' },
  ],
  [
    'no gzip at all',
    { ...headers({ 'content-encoding': 'gzip' }), body: 'plain text' },
    { kind: 'failed', failure: 'broken' },
  ],
  [
    'an encoding we did not offer',
    { ...headers({ 'content-encoding': 'zstd' }), body: 'x' },
    { kind: 'failed', failure: 'broken' },
  ],
  [
    'a redirect is not followed',
    { status: 302, ...headers({ location: '/x' }) },
    { kind: 'redirect', location: '/x' },
  ],
  ['304', { status: 304 }, { kind: 'unchanged' }],
  ['404', { status: 404 }, { kind: 'gone', status: 404 }],
  ['410', { status: 410 }, { kind: 'gone', status: 410 }],
  ['403', { status: 403 }, { kind: 'failed', failure: 'blocked', status: 403 }],
  ['400', { status: 400 }, { kind: 'failed', failure: 'client' }],
  ['503', { status: 503 }, { kind: 'failed', failure: 'server' }],
  [
    '429 with seconds',
    { status: 429, ...headers({ 'retry-after': '7' }) },
    { kind: 'failed', failure: 'rate', retryAfter: 7000 },
  ],
  [
    '503 with a date',
    { status: 503, ...headers({ 'retry-after': 'Sun, 22 Nov 2026 00:01:00 GMT' }) },
    { failure: 'server', retryAfter: 60_000 },
  ],
  [
    'a body that never ends',
    (_, response) => {
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    },
    { kind: 'failed', failure: 'timeout' },
  ],
  ['no answer', () => undefined, { kind: 'failed', failure: 'timeout' }],
  ['a closed connection', (request) => request.socket.destroy(), { kind: 'failed', failure: 'connection' }],
  [
    'a body shorter than promised',
    (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    },
    { kind: 'failed', failure: 'connection' },
  ],
  [
    'a body announced as too long, of which nothing is waited for',
    (_, response) => void response.writeHead(200, { 'content-length': '60000000' }).flushHeaders(),
    { kind: 'failed', failure: 'too-large' },
  ],
];
for (const [name, reply, expected] of replies) test(`client: ${name}`, () => check(reply, expected));

test('client: the request says who we are and asks conditionally', async () => {
  const server = await loopback({ '/page': { status: 304 } });
  const transport = sampleTransport(new Map([['news.example', server.origin]]));
  const client = createClient({ userAgent: AGENT, transport, clock });
  onTestFinished(() => client.close());
  const known = { etag: 'W/"a1"', lastModified: 'Sun, 22 Nov 2026 00:00:00 GMT' };
  await client.get('https://news.example/page', { limits: PAGE_LIMITS, ...known });
  expect(server.seen[0]?.headers).toMatchObject({
    host: 'news.example',
    'user-agent': 'Derek/0.1 (+https://derek.example/contact)',
    'if-none-match': 'W/"a1"',
    'if-modified-since': 'Sun, 22 Nov 2026 00:00:00 GMT',
    'accept-encoding': 'gzip, br',
  });
});

test('client: TLS that cannot be set up is named as such', async () => {
  const server = await loopback({});
  const transport = sampleTransport(new Map([['news.example', server.origin.replace('http:', 'https:')]]));
  const client = createClient({ userAgent: AGENT, transport, clock });
  onTestFinished(() => client.close());
  const answer = await client.get('https://news.example/', { limits: PAGE_LIMITS });
  expect(answer).toMatchObject({ kind: 'failed', failure: 'tls' });
});

test('client: a body of 60 MB and a bomb of 60 MB are cut off at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(60 * MB));
  let sent = 0;
  const server = await loopback({
    '/long': (_, response) => {
      const chunk = Buffer.alloc(MB, 'a');
      const more = (): void => {
        while (sent < 60 && !response.destroyed) {
          sent++;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    },
    '/bomb': { headers: { 'content-encoding': 'gzip' }, body: bomb },
  });
  const client = createClient({
    userAgent: AGENT,
    transport: sampleTransport(new Map([['news.example', server.origin]])),
    clock,
  });
  onTestFinished(() => client.close());
  const before = process.memoryUsage().rss;
  for (const path of ['/long', '/bomb'])
    expect(await client.get(`https://news.example${path}`, { limits: PAGE_LIMITS })).toMatchObject({
      kind: 'failed',
      failure: 'too-large',
    });
  expect(sent).toBeLessThan(30);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
});

test('client: a live client opens no socket to a private, loopback or link-local place', async () => {
  const server = await loopback({ '/': 'inside' });
  const { port } = new URL(server.origin);
  const inside: Record<string, string> = {
    'inside.example.kz': '127.0.0.1',
    'metadata.example.kz': '169.254.169.254',
    'lan.example.kz': '192.168.1.10',
    'six.example.kz': '::ffff:127.0.0.1',
  };
  const transport = liveTransport(QUICK, async (name) => [
    { address: '93.184.216.34', family: 4 },
    { address: inside[name] ?? '', family: name.startsWith('six') ? 6 : 4 },
  ]);
  const client = createClient({ userAgent: AGENT, transport, clock, times: QUICK });
  onTestFinished(() => client.close());
  const names = [
    ...Object.keys(inside),
    '127.0.0.1',
    'localhost',
    '[::1]',
    '10.0.0.1',
    '2130706433',
    '0x7f.1',
    '0',
  ];
  for (const name of names)
    expect(await client.get(`http://${name}:${port}/`, { limits: PAGE_LIMITS }), name).toMatchObject({
      kind: 'refused',
      reason: 'address',
    });
  expect(server.seen).toEqual([]);
});

test('look-up: gives the addresses of a public name, and none of a name that is public only in part', async () => {
  const found = { address: '93.184.216.34', family: 4 };
  const inside = { address: '10.0.0.1', family: 4 };
  const asked = (list: readonly { address: string; family: number }[], all: boolean): Promise<unknown> =>
    new Promise((done) => {
      const answer = (error: Error | null, ...given: unknown[]): void => done(error?.message ?? given);
      publicLookup(async () => list)('news.example.kz', { all }, answer);
    });
  expect(await asked([found], true)).toEqual([[found]]);
  expect(await asked([found], false)).toEqual(['93.184.216.34', 4]);
  expect(await asked([found, inside], true)).toMatch(/resolves to 10\.0\.0\.1, not a public address/);
  expect(await asked([], true)).toMatch(/resolves to nothing/);
});

test('client: a sample run knows its replicas only, and these only on loopback', async () => {
  const server = await loopback({ '/': 'inside' });
  const client = createClient({
    userAgent: AGENT,
    transport: sampleTransport(new Map([['news.example', server.origin]])),
    clock,
  });
  onTestFinished(() => client.close());
  expect(await client.get('https://elsewhere.example/', { limits: PAGE_LIMITS })).toMatchObject({
    kind: 'refused',
    reason: 'address',
  });
  expect(() => sampleTransport(new Map([['news.example', 'http://93.184.216.34']]))).toThrow('loopback only');
});

test('client: a request that is called off says so', async () => {
  const server = await loopback({ '/page': () => undefined });
  const client = createClient({
    userAgent: AGENT,
    transport: sampleTransport(new Map([['news.example', server.origin]])),
    clock,
  });
  onTestFinished(() => client.close());
  const signal = AbortSignal.timeout(100);
  expect(await client.get('https://news.example/page', { limits: PAGE_LIMITS, signal })).toEqual({
    kind: 'cancelled',
  });
});

test('the bytes of a page arrive as they were sent', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  const server = await loopback({ '/page': { body: bytes } });
  const client = createClient({
    userAgent: AGENT,
    transport: sampleTransport(new Map([['news.example', server.origin]])),
    clock,
  });
  onTestFinished(() => client.close());
  const answer = await client.get('https://news.example/page', { limits: PAGE_LIMITS });
  const digest = (b: Buffer): string => createHash('sha256').update(b).digest('hex');
  expect(answer.kind === 'page' && digest(answer.body)).toBe(digest(bytes));
});
