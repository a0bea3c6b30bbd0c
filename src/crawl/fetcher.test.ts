import { expect, onTestFinished, test } from 'vitest';
import { type Loopback, loopback, type Reply } from '../testing/loopback.ts';
import { BACKOFF, type Backoff, parseRetryAfter, retryDelay } from './backoff.ts';
import { createClient } from './client.ts';
import { Fetcher } from './fetcher.ts';
import { SAMPLE_AGENT } from './identity.ts';
import type { Pace } from './pace.ts';
import { liveTransport, sampleTransport, type Transport } from './transport.ts';

const BRISK: Backoff = { attempts: 3, base: 20, patience: 3_000, random: () => 0.5 };
const NO_PACE: Pace = { concurrency: 4, interval: 0 };

interface Site {
  readonly server: Loopback;
  readonly fetcher: Fetcher;
}

/** Two hosts, `news.example` and `other.example`, on one loopback server. */
async function site(
  routes: Readonly<Record<string, Reply | readonly Reply[]>>,
  options: { pace?: Pace; backoff?: Backoff } = {},
): Promise<Site> {
  const server = await loopback(routes);
  const hosts = new Map(['news.example', 'other.example'].map((host) => [host, server.origin]));
  const clock = (): Date => new Date('2026-11-22T00:00:00Z');
  const client = createClient({ userAgent: SAMPLE_AGENT, transport: sampleTransport(hosts), clock });
  const fetcher = new Fetcher(client, clock, { pace: NO_PACE, backoff: BRISK, ...options });
  onTestFinished(() => fetcher.close());
  return { server, fetcher };
}

const to = (location: string, status = 302): Reply => ({ status, headers: { location } });

test('fetcher: redirects are followed, and their kind is told', async () => {
  const { fetcher } = await site({
    '/a': to('/b', 301),
    '/b': to('https://other.example/c', 308),
    '/c': 'here',
    '/t': to('/c'),
  });
  expect(await fetcher.get('https://news.example/a')).toMatchObject({
    kind: 'page',
    url: 'https://other.example/c',
    moved: true,
  });
  expect(await fetcher.get('https://news.example/t')).toMatchObject({
    url: 'https://news.example/c',
    moved: false,
  });
});

test('fetcher: endless redirects end', async () => {
  const { fetcher, server } = await site({ '/a': to('/b'), '/b': to('/a') });
  expect(await fetcher.get('https://news.example/a')).toMatchObject({ kind: 'refused', reason: 'redirects' });
  expect(server.paths()).toEqual(['/a', '/b']);
});

test('fetcher: a way that never ends is left after five redirects', async () => {
  const steps = Array.from({ length: 20 }, (_, n) => [`/${n}`, to(`/${n + 1}`)]);
  const { fetcher, server } = await site(Object.fromEntries(steps));
  expect(await fetcher.get('https://news.example/0')).toMatchObject({ kind: 'refused', reason: 'redirects' });
  expect(server.paths().length).toBe(6);
});

const bad: readonly (readonly [string, string, string])[] = [
  ['to a disallowed path', '/private/x', 'robots'],
  ['to a disallowed path of another host', 'https://other.example/private/x', 'robots'],
  ['to a host whose robots.txt cannot be read', 'https://other.example/down', 'robots-unreachable'],
  ['into this machine', 'http://127.0.0.1/', 'redirects'],
  ['to a host outside', 'https://elsewhere.example/', 'address'],
  ['to another scheme', 'file:///etc/passwd', 'redirects'],
  ['to an address with a password', 'https://a:b@other.example/', 'redirects'],
  ['from https to http', 'http://news.example/b', 'redirects'],
];
for (const [name, location, reason] of bad)
  test(`fetcher: a redirect ${name} is not followed`, async () => {
    const { fetcher, server } = await site({
      '/a': to(location),
      'news.example /robots.txt': 'User-agent: *\nDisallow: /private',
      'other.example /robots.txt':
        reason === 'robots-unreachable' ? { status: 500 } : 'User-agent: *\nDisallow: /private',
    });
    expect(await fetcher.get('https://news.example/a')).toMatchObject({ kind: 'refused', reason });
    expect(server.paths()).toEqual(['/a']);
  });

test('fetcher: a live crawl follows no redirect into this machine or its network', async () => {
  const targets = [
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/',
    'https://inside.example.kz/',
  ];
  const server = await loopback(Object.fromEntries(targets.map((target, i) => [`/${i}`, to(target)])));
  // The outlet itself is played by this machine; every other address goes the way of a live crawl.
  const outlet = sampleTransport(new Map([['news.example', server.origin]]));
  const live = liveTransport(undefined, async () => [{ address: '127.0.0.1', family: 4 }]);
  const transport: Transport = {
    get: (url, headers, signal) =>
      (url.hostname === 'news.example' ? outlet : live).get(url, headers, signal),
    close: async () => void (await Promise.all([outlet.close(), live.close()])),
  };
  const clock = (): Date => new Date(0);
  const fetcher = new Fetcher(createClient({ userAgent: SAMPLE_AGENT, transport, clock }), clock, {
    pace: NO_PACE,
  });
  onTestFinished(() => fetcher.close());
  for (const [i, target] of targets.entries())
    expect(await fetcher.get(`https://news.example/${i}`), target).toMatchObject({
      kind: 'refused',
      reason: 'address',
    });
  expect(server.seen.every((s) => s.host === 'news.example')).toBe(true);
});

test('fetcher: nothing is fetched from a host whose robots.txt answers 5xx', async () => {
  const { fetcher, server } = await site({ '/robots.txt': { status: 503 }, '/a': 'page' });
  expect(await fetcher.get('https://news.example/a')).toMatchObject({ reason: 'robots-unreachable' });
  expect(server.paths()).toEqual([]);
});

test('fetcher: a robots.txt that cannot be read for a moment does not cost the outlet its night', async () => {
  const { fetcher } = await site({
    '/robots.txt': [{ status: 503 }, 'User-agent: *\nDisallow: /b'],
    '/a': 'a',
  });
  expect(await fetcher.get('https://news.example/a')).toMatchObject({ kind: 'page' });
  expect(await fetcher.get('https://news.example/b')).toMatchObject({ kind: 'refused', reason: 'robots' });
});

test('fetcher: passing faults are tried again, lasting ones are not', async () => {
  const { fetcher, server } = await site({
    '/flaky': [{ status: 503 }, (request) => request.socket.destroy(), 'at last'],
    '/down': { status: 500 },
    '/gone': { status: 410 },
    '/forbidden': { status: 403 },
  });
  expect(await fetcher.get('https://news.example/flaky')).toMatchObject({ kind: 'page' });
  expect(await fetcher.get('https://news.example/down')).toMatchObject({ kind: 'failed', failure: 'server' });
  expect(await fetcher.get('https://news.example/gone')).toMatchObject({ kind: 'gone' });
  expect(await fetcher.get('https://news.example/forbidden')).toMatchObject({ failure: 'blocked' });
  const count = (path: string): number => server.paths().filter((p) => p === path).length;
  expect(['/flaky', '/down', '/gone', '/forbidden'].map(count)).toEqual([3, 3, 1, 1]);
});

test('fetcher: Retry-After closes the whole host until then', async () => {
  const { fetcher, server } = await site({
    '/a': [{ status: 429, headers: { 'retry-after': '1' } }, 'a'],
    '/b': 'b',
    'other.example /b': 'b',
  });
  const first = fetcher.get('https://news.example/a');
  while (server.paths().length === 0) await new Promise((r) => setTimeout(r, 5));
  await new Promise((r) => setTimeout(r, 50));
  const [a, b, elsewhere] = await Promise.all([
    first,
    fetcher.get('https://news.example/b'),
    fetcher.get('https://other.example/b').then(() => performance.now()),
  ]);
  expect([a.kind, b.kind]).toEqual(['page', 'page']);
  const [refusal, ...later] = server.seen.filter(
    (s) => s.host === 'news.example' && s.path !== '/robots.txt',
  );
  const closed = refusal?.at ?? 0;
  for (const { at } of later) expect(at - closed).toBeGreaterThanOrEqual(995);
  expect(elsewhere - closed).toBeLessThan(900);
});

test('fetcher: an outlet that asks for more patience than a run has is left alone', async () => {
  const { fetcher, server } = await site({ '/a': { status: 503, headers: { 'retry-after': '3600' } } });
  expect(await fetcher.get('https://news.example/a')).toMatchObject({
    failure: 'server',
    retryAfter: 3_600_000,
  });
  expect(server.paths()).toEqual(['/a']);
});

test('fetcher: a host that only fails is asked no more, the others are', async () => {
  const paths = Array.from({ length: 20 }, (_, i) => `/${i}`);
  const down = { status: 503, headers: { 'retry-after': '3600' } };
  const { fetcher, server } = await site(
    { ...Object.fromEntries(paths.map((p) => [p, down])), 'other.example /0': 'page' },
    { backoff: { ...BRISK, patience: 5 } },
  );
  const kinds: string[] = [];
  for (const p of paths) {
    const answer = await fetcher.get(`https://news.example${p}`);
    kinds.push(answer.kind === 'refused' ? answer.reason : answer.kind);
  }
  expect(kinds).toEqual([...Array(6).fill('failed'), ...Array(14).fill('resting')]);
  expect(server.paths()).toHaveLength(6);
  expect(await fetcher.get('https://other.example/0')).toMatchObject({ kind: 'page' });
});

test('fetcher: failures that an answer comes between do not add up', async () => {
  const replies = Array.from({ length: 20 }, (_, i): Reply => (i % 5 === 4 ? 'page' : { status: 500 }));
  const { fetcher, server } = await site(Object.fromEntries(replies.map((reply, i) => [`/${i}`, reply])), {
    backoff: { ...BRISK, attempts: 1 },
  });
  for (const i of replies.keys()) await fetcher.get(`https://news.example/${i}`);
  expect(server.paths()).toHaveLength(20);
});

test('fetcher: a slow outlet gets as long a pause as it took', async () => {
  const slow: Reply = (_, response) => void setTimeout(() => response.end('page'), 150);
  const { fetcher, server } = await site(
    { '/a': slow, '/b': slow, '/c': slow },
    {
      pace: { concurrency: 1, interval: 10 },
    },
  );
  await Promise.all(['a', 'b', 'c'].map((p) => fetcher.get(`https://news.example/${p}`)));
  const times = server.seen.filter((s) => s.path !== '/robots.txt').map((s) => s.at);
  // Twice the answer and the pause after it.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(4 * 140);
});

test('fetcher: Crawl-delay keeps its distance, robots.txt included, whatever is asked at one time', async () => {
  const paths = ['/a', '/b', '/c', '/d'];
  const routes = Object.fromEntries(paths.map((p) => [p, p]));
  const { fetcher, server } = await site({ ...routes, '/robots.txt': 'User-agent: *\nCrawl-delay: 0.2' });
  await Promise.all(paths.map((p) => fetcher.get(`https://news.example${p}`)));
  const times = server.seen.map((s) => s.at);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
  expect(times.length).toBe(5);
  // A busy machine moves single arrivals, both ways; all of them together keep the distance.
  for (const gap of gaps) expect(gap).toBeGreaterThan(100);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(4 * 185);
});

test('fetcher: without a delay a host still has its limit of requests at one time', async () => {
  let open = 0;
  let most = 0;
  const slow: Reply = (_, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end('page');
    }, 30);
  };
  const paths = Array.from({ length: 12 }, (_, i) => `/${i}`);
  const { fetcher } = await site(Object.fromEntries(paths.map((p) => [p, slow])), {
    pace: { concurrency: 3, interval: 0 },
  });
  await Promise.all(paths.map((p) => fetcher.get(`https://news.example${p}`)));
  expect(most).toBe(3);
});

test('fetcher: a stopped run waits for nothing', async () => {
  const { fetcher, server } = await site(
    { '/a': { status: 429, headers: { 'retry-after': '2' } }, '/b': 'b' },
    { pace: { concurrency: 1, interval: 0 } },
  );
  const stop = new AbortController();
  const waiting = ['/a', '/b'].map((p) => fetcher.get(`https://news.example${p}`, { signal: stop.signal }));
  await new Promise((r) => setTimeout(r, 200));
  const stopped = performance.now();
  stop.abort();
  expect((await Promise.all(waiting)).map((f) => f.kind)).toEqual(['cancelled', 'cancelled']);
  expect(performance.now() - stopped).toBeLessThan(500);
  expect(server.paths()).toEqual(['/a']);
});

test('fetcher: validators are not carried to another address', async () => {
  const { fetcher, server } = await site({ '/a': to('/b'), '/b': 'b' });
  await fetcher.get('https://news.example/a', { etag: '"1"' });
  const sent = server.seen.filter((s) => s.path !== '/robots.txt').map((s) => s.headers['if-none-match']);
  expect(sent).toEqual(['"1"', undefined]);
});

test('back-off: doubles, jitters, obeys Retry-After, gives up in time', () => {
  const at = (random: number): Backoff => ({ ...BACKOFF, random: () => random });
  expect(retryDelay('server', 2, undefined, at(0))).toBe(1_000);
  expect(retryDelay('server', 2, undefined, at(0.999))).toBeCloseTo(2_998);
  expect(retryDelay('timeout', 3, undefined, at(0.5))).toBe(4_000);
  expect(retryDelay('rate', 2, 90_000, at(0))).toBe(90_000);
  expect(retryDelay('rate', 2, 121_000, at(0))).toBeUndefined();
  expect(retryDelay('server', 4, undefined, at(0))).toBeUndefined();
  expect(retryDelay('dns', 2, undefined, at(0))).toBe(1_000);
  for (const lasting of ['blocked', 'client', 'tls', 'too-large'] as const)
    expect(retryDelay(lasting, 2, undefined, at(0))).toBeUndefined();
});

test('Retry-After in all its forms', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const cases: readonly (readonly [string | undefined, number | undefined])[] = [
    ['0', 0],
    [' 30 ', 30_000],
    ['Sun, 22 Nov 2026 00:00:10 GMT', 10_000],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['999999999', 7 * 24 * 3600_000],
    ['-5', undefined],
    ['soon', undefined],
    ['1.5', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, expected] of cases) expect(parseRetryAfter(header, now), header).toBe(expected);
});
