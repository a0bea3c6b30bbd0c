import { expect, onTestFinished, test } from 'vitest';
import { loopback, type Reply } from '../testing/loopback.ts';
import { createClient } from './client.ts';
import { SAMPLE_AGENT } from './identity.ts';
import { parseRules, RobotsBook } from './robots.ts';
import { sampleTransport } from './transport.ts';

const ORIGIN = 'https://news.example';

/** `yes` and `no` are paths that the rules allow and forbid. */
function check(text: string, yes: readonly string[], no: readonly string[]): void {
  const rules = parseRules(text, ORIGIN);
  for (const path of yes) expect(rules.forbids(ORIGIN + path), `${path} is allowed`).toBeUndefined();
  for (const path of no) expect(rules.forbids(ORIGIN + path)?.reason, `${path} is forbidden`).toBe('robots');
}

const files: readonly (readonly [string, string, string[], string[]])[] = [
  ['an empty file', '', ['/', '/a'], []],
  ['everybody', 'User-agent: *\nDisallow: /admin', ['/', '/adm'], ['/admin', '/admin/x']],
  [
    'our own group wins',
    'User-agent: *\nDisallow: /\n\nUser-agent: Derek\nDisallow: /x',
    ['/', '/a'],
    ['/x'],
  ],
  [
    'case and version of the name',
    'user-AGENT: dEREK/2\ndisallow: /x\nUser-agent: *\nDisallow: /',
    ['/a'],
    ['/x'],
  ],
  ['a name that only begins alike', 'User-agent: DerekBot\nDisallow: /\nUser-agent: *\nAllow: /', ['/'], []],
  [
    'two groups of ours',
    'User-agent: Derek\nDisallow: /a\n\nUser-agent: Derek\nDisallow: /b',
    ['/c'],
    ['/a', '/b'],
  ],
  ['several agents, one group', 'User-agent: x\nUser-agent: derek\nDisallow: /a', ['/b'], ['/a']],
  ['the longest rule wins', 'User-agent: *\nDisallow: /n\nAllow: /news/', ['/news/a', '/'], ['/n', '/new']],
  ['allow wins a tie', 'User-agent: *\nDisallow: /page\nAllow: /page', ['/page'], []],
  ['an empty disallow', 'User-agent: *\nDisallow:', ['/', '/a'], []],
  [
    'wildcards',
    'User-agent: *\nDisallow: /*?page=\nDisallow: /*.pdf$',
    ['/a.pdfx', '/?p=1'],
    ['/a?page=2', '/b.pdf'],
  ],
  [
    'Cyrillic paths',
    'User-agent: *\nDisallow: /жаңалық',
    ['/жаң'],
    ['/жаңалық/1', `/${encodeURI('жаңалық')}`],
  ],
  ['case of percent signs', 'User-agent: *\nDisallow: /%d2%9b', ['/%D2'], ['/%D2%9B', '/%d2%9b']],
  ['a byte-order mark', '\uFEFFUser-agent: *\nDisallow: /a', ['/b'], ['/a']],
  ['comments, CRLF, spaces', 'User-agent : * # all\r\n Disallow : /a # no\r\n', ['/b'], ['/a']],
  ['unknown lines inside a group', 'User-agent: *\nHost: x\nFoo: bar\nDisallow: /a', ['/b'], ['/a']],
  [
    'an unknown line between agents',
    'User-agent: derek\nX-Y: 1\nUser-agent: z\nDisallow: /a',
    ['/b'],
    ['/a'],
  ],
  ['a sitemap in between', 'User-agent: *\nSitemap: https://x/y\nDisallow: /a', ['/b'], ['/a']],
  ['robots.txt itself', 'User-agent: *\nDisallow: /', ['/robots.txt'], ['/']],
  ['HTML in its place', '<!DOCTYPE html><html><body>Disallow: /</body></html>', ['/', '/a'], []],
];
for (const [name, text, yes, no] of files) test(`robots: ${name}`, () => check(text, yes, no));

test('robots: Crawl-delay of our group, in ms, within reason', () => {
  const delay = (text: string): number | undefined => parseRules(text, ORIGIN).crawlDelay;
  expect(delay('User-agent: *\nCrawl-delay: 2.5\nDisallow: /x')).toBe(2_500);
  expect(delay('User-agent: *\nCrawl-delay: 9\nUser-agent: derek\nCrawl-delay: 3\nDisallow:')).toBe(3_000);
  expect(delay('User-agent: *\nCrawl-delay: 99999999')).toBe(3_600_000);
  for (const bad of ['-1', 'soon', '0', ''])
    expect(delay(`User-agent: *\nCrawl-delay: ${bad}`)).toBeUndefined();
});

test('robots: a hostile file costs little', () => {
  const started = performance.now();
  const line = `Disallow: /${'*a'.repeat(1000)}b\n`;
  const rules = parseRules(`User-agent: *\n${line.repeat(200)}${'Disallow: /x'.repeat(90_000)}`, ORIGIN);
  expect(rules.forbids(`${ORIGIN}/${'a'.repeat(1500)}`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(3_000);
});

/** What a book says of `/a` when robots.txt is answered so. */
async function asked(
  reply: Reply | undefined,
  more: Record<string, Reply> = {},
): Promise<string | undefined> {
  const server = await loopback({ ...(reply === undefined ? {} : { '/robots.txt': reply }), ...more });
  const transport = sampleTransport(new Map([['news.example', server.origin]]));
  const client = createClient({ userAgent: SAMPLE_AGENT, transport, clock: () => new Date(0) });
  onTestFinished(() => client.close());
  const rules = await new RobotsBook(client, () => new Date(0)).rulesFor(`${ORIGIN}/a`);
  return rules.forbids(`${ORIGIN}/a`)?.reason;
}

const answers: readonly (readonly [string, Reply | undefined, string | undefined])[] = [
  ['404 allows', undefined, undefined],
  ['403 allows', { status: 403 }, undefined],
  ['500 forbids', { status: 500 }, 'robots-unreachable'],
  ['503 forbids', { status: 503 }, 'robots-unreachable'],
  ['429 forbids', { status: 429 }, 'robots-unreachable'],
  ['a broken connection forbids', (request) => request.socket.destroy(), 'robots-unreachable'],
  ['a redirect is followed', { status: 301, headers: { location: '/other' } }, 'robots'],
  ['a redirect in a circle counts as none', { status: 302, headers: { location: '/robots.txt' } }, undefined],
  [
    'a redirect out of the run forbids',
    { status: 302, headers: { location: 'http://127.0.0.1/' } },
    'address',
  ],
];
for (const [name, reply, expected] of answers)
  test(`robots: ${name}`, async () =>
    expect(await asked(reply, { '/other': 'User-agent: *\nDisallow: /a' })).toBe(expected));

test('robots: a host that cannot be reached forbids', async () => {
  const transport = sampleTransport(new Map([['news.example', 'http://127.0.0.1:1']]));
  const client = createClient({ userAgent: SAMPLE_AGENT, transport, clock: () => new Date(0) });
  onTestFinished(() => client.close());
  const rules = await new RobotsBook(client, () => new Date(0)).rulesFor(`${ORIGIN}/a`);
  expect(rules.forbids(`${ORIGIN}/a`)).toMatchObject({
    reason: 'robots-unreachable',
    detail: /ECONNREFUSED/,
  });
});

test('robots: asked once a day, however many ask', async () => {
  const server = await loopback({ '/robots.txt': 'User-agent: *\nDisallow: /a' });
  const transport = sampleTransport(new Map([['news.example', server.origin]]));
  let now = 0;
  const clock = (): Date => new Date(now);
  const client = createClient({ userAgent: SAMPLE_AGENT, transport, clock });
  onTestFinished(() => client.close());
  const book = new RobotsBook(client, clock);
  await Promise.all(['/a', '/b', '/c'].map((path) => book.rulesFor(ORIGIN + path)));
  now = 23 * 3600_000;
  await book.rulesFor(`${ORIGIN}/a`);
  expect(server.seen.length).toBe(1);
  now = 25 * 3600_000;
  await book.rulesFor(`${ORIGIN}/a`);
  expect(server.seen.length).toBe(2);
});
