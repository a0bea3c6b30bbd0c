import { expect, onTestFinished, test } from 'vitest';
import { ReadingThread, type ThreadOptions } from './reading-thread.ts';
import type { Story } from './story.ts';

const ODD = new URL('../testing/odd-thread.mjs', import.meta.url);

function start(options: ThreadOptions = {}): ReadingThread {
  const thread = new ReadingThread({ entry: ODD, ...options });
  onTestFinished(() => thread.close());
  return thread;
}

const read = (thread: ReadingThread, what: string): Promise<Story> =>
  thread.read({
    url: `https://example.kz/${what}`,
    body: Buffer.from('a page'),
    contentType: undefined,
    now: new Date(0),
    publisher: 'example',
  });

/** The stories of some pages that were asked for at once, as address or fault. */
async function check(thread: ReadingThread, pages: readonly string[], expected: readonly string[]) {
  const order: string[] = [];
  const told = await Promise.all(
    pages.map(async (page) => {
      const story = await read(thread, page);
      order.push(page);
      if ('fault' in story) return story.fault;
      return 'refused' in story ? story.refused.replace('https://example.kz/', '') : 'an article';
    }),
  );
  expect(told).toEqual(expected);
  expect(order).toEqual(pages);
}

const numbers = Array.from({ length: 50 }, (_, n) => `page-${n}`);
const NO_MEMORY =
  'the page could not be read: Worker terminated due to reaching memory limit: JS heap out of memory';
const cases: readonly (readonly [string, readonly string[], readonly string[], ThreadOptions?])[] = [
  ['many pages are read in their order', numbers, numbers],
  [
    'a page that hangs it',
    ['a', 'hangs', 'b', 'c'],
    ['a', 'the page could not be read: it took too long', 'b', 'c'],
    { pageMs: 1_500 },
  ],
  ['a page that takes all memory', ['hoards', 'a', 'b'], [NO_MEMORY, 'a', 'b']],
  [
    'pages that kill it',
    ['a', 'dies', 'dies', 'b'],
    ['a', 'the page could not be read: it died', 'the page could not be read: it died', 'b'],
  ],
];
for (const [name, pages, expected, options] of cases)
  test(`reading thread: ${name}`, () => check(start(options), pages, expected));

test('reading thread: the time of every page is counted', async () => {
  const thread = start();
  await check(thread, numbers, numbers);
  expect(thread.spent).toEqual({ read: numbers.length, extract: 0 });
  expect(await thread.ruleset).toBe('odd');
});

const moments: readonly (readonly [string, (thread: ReadingThread) => unknown])[] = [
  ['closed while it loads', () => undefined],
  ['closed while pages wait', (thread) => thread.ruleset],
];
for (const [name, moment] of moments)
  test(`reading thread: ${name}, it leaves nobody waiting`, async () => {
    const thread = start();
    await moment(thread);
    const waiting = expect(read(thread, 'hangs')).rejects.toThrow('closed');
    await thread.close();
    await waiting;
    await expect(read(thread, 'a')).rejects.toThrow('closed');
  });

const refused: readonly (readonly [string, ThreadOptions, string])[] = [
  ['a program that cannot start', { entry: new URL('./no-such-file.mjs', ODD) }, 'no-such-file'],
  ['data that cannot be used', { entry: new URL('./refusing-thread.mjs', ODD) }, 'line 3'],
];
for (const [name, options, why] of refused)
  test(`reading thread: ${name} is an error for whoever asks, and for every page`, async () => {
    const thread = start(options);
    await expect(read(thread, 'a')).rejects.toThrow(why);
    await expect(thread.ruleset).rejects.toThrow(why);
    await expect(read(thread, 'b')).rejects.toThrow(why);
  });
