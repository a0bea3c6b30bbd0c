import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../store/index.ts';
import { fillExplorerRecord } from '../testing/explorer-record.ts';
import { realChecker } from '../testing/explorer-site.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { type Explorer, startExplorer } from './index.ts';

const file = temporaryFolder();
const clock = (): Date => new Date('2026-02-06T05:00:00Z');
let explorer: Explorer;

beforeAll(async () => {
  const store = openStore(file('full.db'), { clock });
  fillExplorerRecord(store);
  store.close();
  explorer = await startExplorer({ db: file('full.db'), checker: realChecker });
});
afterAll(() => explorer.close());

/** What is answered to some bytes, sent as they are. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(new URL(explorer.url).port), '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
const request = (target: string): string =>
  `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;

const UNREADABLE: readonly [what: string, bytes: string, status: string, said: readonly string[]][] = [
  [
    'raw Kazakh letters',
    request('/search?q=газ'),
    '400 Bad Request',
    ['пайызбен кодталуға тиіс', 'кодировать процентами', 'percent-encoded'],
  ],
  ['no HTTP at all', 'нет\r\n\r\n', '400 Bad Request', ['This request cannot be read.']],
  [
    'an address of 40 kB',
    request(`/search?q=${'a'.repeat(40_000)}`),
    '431 Request Header Fields Too Large',
    ['Мекенжай тым ұзын', 'Адрес слишком длинный', 'This address is too long'],
  ],
];
test.each(UNREADABLE)(
  '%s are answered in plain words of every language',
  async (_what, bytes, status, said) => {
    const answer = await answerTo(bytes);
    expect(answer.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
    expect(answer).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    for (const words of said) expect(answer).toContain(words);
  },
);

test('the same letters, encoded, are found', async () => {
  expect(await answerTo(request('/search.json?q=%D0%BA%D1%80%D0%B5%D0%B4%D0%B8%D1%82'))).toMatch(
    /^HTTP\/1\.1 200 OK\r\n/,
  );
});
