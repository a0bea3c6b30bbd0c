import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { articleIdOf, openStore } from '../store/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { HOSTILE } from '../testing/hostile-outlets.ts';
import { type Loopback, loopback, type Reply } from '../testing/loopback.ts';
import type { Report } from './report.ts';

const CHILD = fileURLToPath(new URL('../testing/outlets-child.mjs', import.meta.url));
const pem = (name: string): URL => new URL(`../testing/tls/${name}.pem`, import.meta.url);
/** Outlets whose certificate nobody should trust, and what is said of them. */
const BROKEN_TLS = {
  expired: /CERT_HAS_EXPIRED/,
  'other-host': /ALTNAME/,
  unknown: /SELF_SIGNED/,
  handshake: /ECONN|socket|TLS/,
} as const;
const ATTEMPTS = 2;
const INTERVAL_MS = 30;

const at = temporaryFolder();
const pathOf = (slug: string): string => `/news/${slug}-1`;

/** The file of a publisher, as JSON, which is YAML too. */
const fileOf = (key: string, sources: readonly unknown[] | undefined): string =>
  JSON.stringify({
    key,
    name: { kk: key, ru: key },
    outlet: key,
    hosts: [`${key}.kz`],
    languages: ['kk', 'ru'],
    article: { paths: ['/news/[^/]*-1'], slash: 'never' },
    sources: sources ?? [{ kind: 'sitemap', url: `https://${key}.kz/sitemap.xml` }],
    layouts: [{ title: ['h1.title'], body: ['div.story'], date: ['time.date'] }],
    verified: '2026-11',
    expect: { articlesPerWeekday: [1, 500], shareKazakh: [0, 1] },
  });

/** All that the outlets answer, by host and path. */
function routes(): Record<string, Reply | readonly Reply[]> {
  const all: Record<string, Reply | readonly Reply[]> = {};
  for (const [key, { articles = {}, routes: own = {} }] of Object.entries(HOSTILE)) {
    const urls = Object.keys(articles).map(
      (slug) => `<url><loc>https://${key}.kz${pathOf(slug)}</loc></url>`,
    );
    all[`${key}.kz /sitemap.xml`] = `<urlset>${urls.join('')}</urlset>`;
    for (const [slug, [reply]] of Object.entries(articles)) all[`${key}.kz ${pathOf(slug)}`] = reply;
    for (const [path, reply] of Object.entries(own)) all[`${key}.kz ${path}`] = reply;
  }
  return all;
}

/** Starts a server until the end of the test; answers its port. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  return (server.address() as AddressInfo).port;
}

async function tlsOrigins(): Promise<Record<string, string>> {
  const key = readFileSync(pem('key'));
  const origins: Record<string, string> = {};
  for (const name of Object.keys(BROKEN_TLS)) {
    const server =
      name === 'handshake'
        ? createServer((socket) => void socket.on('error', () => undefined).destroy())
        : createTlsServer({ key, cert: readFileSync(pem(name)) });
    origins[`${name}.kz`] = `https://127.0.0.1:${await listening(server)}`;
  }
  return origins;
}

/** One night over all of them, in a process of its own. */
async function night(server: Loopback): Promise<{ report: Report; megabytes: number }> {
  mkdirSync(at('publishers'));
  const origins: Record<string, string> = await tlsOrigins();
  for (const key of Object.keys(HOSTILE)) origins[`${key}.kz`] = server.origin;
  for (const host of Object.keys(origins)) {
    const key = host.replace('.kz', '');
    writeFileSync(at(`publishers/${key}.yaml`), fileOf(key, HOSTILE[key]?.sources));
  }
  writeFileSync(
    at('trusted.pem'),
    ['expired', 'other-host'].map((name) => readFileSync(pem(name), 'utf8')).join(''),
  );
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CHILD, at('night.db'), `${at('')}/`, JSON.stringify(origins)],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: at('trusted.pem') }, maxBuffer: 50_000_000 },
  );
  return JSON.parse(stdout) as { report: Report; megabytes: number };
}

/** Every address is in the state that it deserves, with the reason. */
function checkStates(): void {
  const store = openStore(at('night.db'), { clock: () => new Date(), readonly: true });
  onTestFinished(() => store.close());
  for (const [key, { articles = {} }] of Object.entries(HOSTILE))
    for (const [slug, [, state, reason]] of Object.entries(articles)) {
      const url = `https://${key}.kz${pathOf(slug)}`;
      const entry = store.frontier.entry(url);
      expect(`${slug}: ${entry?.state}`, entry?.reason ?? url).toBe(`${slug}: ${state}`);
      if (reason !== undefined) expect(entry?.reason).toMatch(reason);
      if (state === 'fetched')
        expect(store.article(articleIdOf(url))?.text).toContain('сообщил аким области');
    }
}

/** No limit was overstepped, as the servers tell it. */
function checkLog({ seen, together }: Loopback): void {
  for (const [key, { requests, breaksOff = false }] of Object.entries(HOSTILE)) {
    const log = seen.filter(({ host }) => host === `${key}.kz`);
    const asked = log.filter(({ path }) => path !== '/robots.txt');
    const times = new Map<string, number>();
    for (const { path } of asked) times.set(path, (times.get(path) ?? 0) + 1);
    expect(Math.max(0, ...times.values()), `tries of ${key}`).toBeLessThanOrEqual(ATTEMPTS);
    if (requests !== undefined) expect(asked.length, `requests to ${key}`).toBeLessThanOrEqual(requests);
    if (!breaksOff) expect(together.get(`${key}.kz`), `at one time at ${key}`).toBe(1);
    const first = asked[0]?.at ?? 0;
    const last = asked.at(-1)?.at ?? 0;
    // Half of it is left to the delays of a busy machine.
    expect(last - first, `pace at ${key}`).toBeGreaterThanOrEqual(((asked.length - 1) * INTERVAL_MS) / 2);
    for (const { path } of asked) expect(path).not.toMatch(/^\/private|forbidden|admin|latest/);
    for (const { headers } of log) expect(headers['user-agent']).toMatch(/^Derek\//);
  }
  const [limited, again] = seen.filter(({ path }) => path === pathOf('once'));
  expect((again?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
}

test('a night among hostile outlets ends: every address in a true state, no limit overstepped, memory bounded', async () => {
  const server = await loopback(routes());
  const begun = performance.now();
  const { report, megabytes } = await night(server);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    `${report.traffic.requests} requests in ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB at the most`,
  );
  checkStates();
  checkLog(server);
  const { counts } = report;
  expect(counts.fetched).toBe(
    counts.new + counts.changed + counts.unchanged + counts.refused + counts.failed,
  );
  for (const { publisher, state, sources } of report.publishers) {
    const problem = Object.hasOwn(BROKEN_TLS, publisher)
      ? BROKEN_TLS[publisher as keyof typeof BROKEN_TLS]
      : HOSTILE[publisher]?.problem;
    expect(sources.length > 0, `${publisher}: ${sources[0]?.problem}`).toBe(problem !== undefined);
    if (problem !== undefined) expect(sources.map((s) => s.problem).join('\n')).toMatch(problem);
    if (Object.hasOwn(BROKEN_TLS, publisher)) expect(state).toBe('failed');
  }
  // The target of a night is 400; what a busy collector leaves lying about is not counted against it here.
  expect(megabytes).toBeLessThan(600);
});
