import { type IncomingHttpHeaders, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSites, type Replicas, startReplicas, urlOf } from './index.ts';

let replicas: Replicas;
beforeAll(async () => {
  replicas = await startReplicas();
});
afterAll(() => replicas.close());

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A plain request: `fetch` would follow redirects and unpack gzip by itself. */
const get = (
  host: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Got> =>
  new Promise((resolve, reject) => {
    const url = `${replicas.origins.get(host)}${path}`;
    const sent = request(url, { headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (c: Buffer) => chunks.push(c));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

test('five hosts, each on its own loopback port', () => {
  expect([...replicas.origins.keys()].sort()).toEqual([
    'baq.kz',
    'kaz.inform.kz',
    'liter.kz',
    'rus.baq.kz',
    'www.inform.kz',
  ]);
  const origins = [...replicas.origins.values()];
  expect(new Set(origins).size).toBe(5);
  for (const o of origins) expect(o).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('every story answers 200 at its own address', async () => {
  for (const site of buildSites())
    for (const a of site.articles) {
      const { status, headers } = await get(site.outlet.host, new URL(urlOf(site, a)).pathname);
      expect([a.key, status]).toEqual([a.key, a.kind === 'gone' ? 404 : 200]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    }
});

test('an unknown path is 404, another method 405, a query does not hide a page', async () => {
  for (const host of replicas.origins.keys()) {
    expect((await get(host, '/no-such-page-1/')).status).toBe(404);
    expect((await get(host, '/%E0%A4%A')).status).toBe(404);
    expect((await get(host, '/robots.txt', {}, 'POST')).status).toBe(405);
    expect((await get(host, '/robots.txt?utm_source=x')).status).toBe(200);
  }
});

test('the wrong slash is a redirect, on rus.baq.kz the page itself', async () => {
  for (const site of buildSites()) {
    const first = site.articles.find((a) => a.kind === 'story');
    if (!first) throw new Error(`no story on ${site.outlet.host}`);
    const path = site.template.path(first);
    const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    const { status, headers } = await get(site.outlet.host, other);
    expect([site.outlet.host, status, headers.location]).toEqual(
      site.outlet.host === 'rus.baq.kz' ? [site.outlet.host, 200, undefined] : [site.outlet.host, 301, path],
    );
  }
});

test('an unchanged page is 304 by entity tag and by date, and the tag decides', async () => {
  const first = await get('liter.kz', '/');
  const etag = String(first.headers.etag);
  const modified = String(first.headers['last-modified']);
  expect(first.status).toBe(200);
  const same = await get('liter.kz', '/', { 'If-None-Match': etag });
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag]);
  expect((await get('liter.kz', '/', { 'If-Modified-Since': modified })).status).toBe(304);
  expect((await get('liter.kz', '/', { 'If-Modified-Since': 'Mon, 01 Jan 2024 00:00:00 GMT' })).status).toBe(
    200,
  );
  const other = { 'If-None-Match': '"other"', 'If-Modified-Since': modified };
  expect((await get('liter.kz', '/', other)).status).toBe(200);
  expect((await get('liter.kz', '/none/', { 'If-None-Match': '*' })).status).toBe(404);
});

test('gzip only where it is asked for', async () => {
  const plain = await get('baq.kz', '/');
  const packed = await get('baq.kz', '/', { 'Accept-Encoding': 'br, gzip' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  expect(packed.body.length).toBeLessThan(plain.body.length);
});

test('HEAD has the headers and no body', async () => {
  const { status, headers, body } = await get('baq.kz', '/', {}, 'HEAD');
  expect([status, body.length]).toEqual([200, 0]);
  expect(Number(headers['content-length'])).toBeGreaterThan(1000);
});

test('hits are kept and told, times come from the clock', async () => {
  const told: string[] = [];
  const own = await startReplicas({
    articles: [],
    log: (hit) => told.push(`${hit.method} ${hit.host}${hit.path} ${hit.status}`),
    clock: () => new Date('2026-01-01T00:00:00Z'),
  });
  try {
    await fetch(`${own.origins.get('liter.kz')}/robots.txt?a=1`);
    expect(own.hits).toEqual([
      { host: 'liter.kz', method: 'GET', path: '/robots.txt?a=1', status: 200, at: 1767225600000 },
    ]);
    expect(told).toEqual(['GET liter.kz/robots.txt?a=1 200']);
  } finally {
    await own.close();
  }
  await expect(fetch(`${own.origins.get('liter.kz')}/`)).rejects.toThrow();
});
