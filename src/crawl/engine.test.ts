import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Loopback, loopback, type Reply } from '../testing/loopback.ts';
import { createClient } from './client.ts';
import { crawl, type Job } from './engine.ts';
import { type Fetched, Fetcher } from './fetcher.ts';
import { userAgent } from './identity.ts';
import { sampleTransport } from './transport.ts';

const AGENT = userAgent('bot@derek.example');
const HOSTS = ['one.example', 'two.example', 'three.example'];

async function site(
  routes: Readonly<Record<string, Reply>>,
): Promise<{ server: Loopback; fetcher: Fetcher }> {
  const server = await loopback(routes);
  const clock = (): Date => new Date(0);
  const transport = sampleTransport(new Map(HOSTS.map((host) => [host, server.origin])));
  const fetcher = new Fetcher(createClient({ userAgent: AGENT, transport, clock }), clock, {
    pace: { concurrency: 2, interval: 0 },
    backoff: { attempts: 2, base: 10, patience: 100, random: () => 0.5 },
  });
  onTestFinished(() => fetcher.close());
  return { server, fetcher };
}

const POOL = { request: () => ({}), perHost: 2, altogether: 6 };
const job = (path: string, host = 'one.example', leads = false): Job => ({
  url: `https://${host}${path}`,
  leads,
});
const kinds = (fetched: ReadonlyMap<string, Fetched>): Record<string, string> =>
  Object.fromEntries([...fetched].map(([url, f]) => [new URL(url).pathname, f.kind]));

test('engine: every job is handled once, those added on the way too, whatever became of it', async () => {
  const { fetcher, server } = await site({
    '/list': 'l',
    '/a': 'a',
    '/busy': { status: 503 },
    '/no': { status: 410 },
  });
  const handled = new Map<string, Fetched>();
  await crawl([job('/list')], fetcher, {
    ...POOL,
    handle: ({ url }, fetched, add) => {
      expect(handled.has(url)).toBe(false);
      handled.set(url, fetched);
      if (url.endsWith('/list')) for (const path of ['/a', '/busy', '/no', '/missing']) add(job(path));
    },
  });
  expect(kinds(handled)).toEqual({
    '/list': 'page',
    '/a': 'page',
    '/busy': 'failed',
    '/no': 'gone',
    '/missing': 'gone',
  });
  expect(server.paths().sort()).toEqual(['/a', '/busy', '/busy', '/list', '/missing', '/no']);
});

test('engine: every request is ours, with our name on it', async () => {
  const { fetcher, server } = await site({ '/a': 'a' });
  await crawl([job('/a')], fetcher, { ...POOL, handle: () => undefined });
  expect(server.seen.map((s) => s.path)).toEqual(['/robots.txt', '/a']);
  for (const { headers } of server.seen) expect(headers['user-agent']).toBe('Derek/0.1 (+bot@derek.example)');
});

test('engine: a slow host does not keep the others waiting', async () => {
  const slow: Reply = (_, response) => void setTimeout(() => response.end('slow'), 300);
  const paths = Array.from({ length: 8 }, (_, i) => `/${i}`);
  const { fetcher } = await site(
    Object.fromEntries(paths.flatMap((p) => [[`one.example ${p}`, slow] as const, [p, 'quick'] as const])),
  );
  const order: string[] = [];
  const jobs = HOSTS.flatMap((host) => paths.map((path) => job(path, host)));
  await crawl(jobs, fetcher, { ...POOL, handle: ({ url }) => void order.push(new URL(url).host) });
  expect(order.length).toBe(24);
  expect(order.slice(0, 16).filter((host) => host === 'one.example').length).toBeLessThan(3);
});

test('engine: of one host, what leads further and what does not are asked for in turns', async () => {
  const paths = ['/list-1', '/list-2', '/a', '/b', '/c', '/d'];
  const { fetcher, server } = await site(Object.fromEntries(paths.map((p) => [p, 'page'])));
  const jobs = paths.map((p) => job(p, 'one.example', p.startsWith('/list')));
  await crawl(jobs, fetcher, { ...POOL, perHost: 1, handle: () => undefined });
  expect(server.paths()).toEqual(['/a', '/list-1', '/b', '/list-2', '/c', '/d']);
});

test('engine: stopping finishes what is in hand, begins nothing more, and handles nothing twice', async () => {
  const paths = Array.from({ length: 30 }, (_, i) => `/${i}`);
  const { fetcher, server } = await site(Object.fromEntries(paths.map((p) => [p, 'page'])));
  const stop = new AbortController();
  const done: string[] = [];
  await crawl(
    paths.map((p) => job(p)),
    fetcher,
    {
      ...POOL,
      signal: stop.signal,
      handle: async ({ url }, fetched) => {
        if (fetched.kind === 'cancelled') return;
        if (done.length >= 3) stop.abort();
        await new Promise((r) => setTimeout(r, 20));
        done.push(url);
      },
    },
  );
  expect(done.length).toBeGreaterThanOrEqual(4);
  expect(done.length).toBeLessThan(12);
  expect(new Set(done).size).toBe(done.length);
  const asked = server.paths().length;
  await new Promise((r) => setTimeout(r, 100));
  expect(server.paths().length).toBe(asked);
});

test('engine: a fault of the handler ends the run and is not swallowed', async () => {
  const { fetcher } = await site({ '/a': 'a', '/b': 'b' });
  const handle = (): never => {
    throw new Error('the disk is full');
  };
  await expect(crawl([job('/a'), job('/b')], fetcher, { ...POOL, handle })).rejects.toThrow(
    'the disk is full',
  );
});

test('engine: the storage folder of somebody else is neither read, purged nor written', async () => {
  const here = mkdtempSync(join(tmpdir(), 'derek-test-'));
  const scratch = join(here, 'tmp');
  mkdirSync(scratch);
  const before = process.cwd();
  const { TMPDIR } = process.env;
  onTestFinished(() => {
    process.chdir(before);
    if (TMPDIR === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
    else Object.assign(process.env, { TMPDIR });
    rmSync(here, { recursive: true });
  });
  process.chdir(here);
  Object.assign(process.env, { TMPDIR: scratch });
  const queue = join(here, 'storage', 'request_queues', 'default');
  mkdirSync(queue, { recursive: true });
  const theirs = JSON.stringify({
    id: 'x',
    url: 'https://one.example/theirs',
    uniqueKey: 'x',
    method: 'GET',
    retryCount: 0,
  });
  writeFileSync(join(queue, 'x.json'), theirs);
  const { fetcher, server } = await site({ '/a': 'a' });
  await crawl([job('/a')], fetcher, { ...POOL, handle: () => undefined });
  expect(server.paths()).toEqual(['/a']);
  expect(readdirSync(join(here, 'storage'), { recursive: true }).sort()).toEqual([
    'request_queues',
    join('request_queues', 'default'),
    join('request_queues', 'default', 'x.json'),
  ]);
  expect(readFileSync(join(queue, 'x.json'), 'utf8')).toBe(theirs);
  expect(readdirSync(scratch)).toEqual([]);
});

test('engine: works where there is no ps', async () => {
  const { PATH } = process.env;
  onTestFinished(() => void Object.assign(process.env, { PATH }));
  Object.assign(process.env, { PATH: '/nowhere' });
  const slow: Reply = (_, response) => void setTimeout(() => response.end('slow'), 2_500);
  const { fetcher } = await site({ '/a': slow });
  const handled: string[] = [];
  // Longer than the interval at which Crawlee looks at the machine.
  await crawl([job('/a')], fetcher, { ...POOL, handle: (_, fetched) => void handled.push(fetched.kind) });
  expect(handled).toEqual(['page']);
});

test('engine: nothing to do takes no time', async () => {
  const { fetcher, server } = await site({});
  await crawl([], fetcher, { ...POOL, handle: () => undefined });
  expect(server.seen).toEqual([]);
});
