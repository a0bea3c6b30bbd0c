import { writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WrongUsage } from '../core/errors.ts';
import { openStore } from '../store/index.ts';
import { launchBrowser, systemBrowser } from '../testing/browser.ts';
import { fillExplorerRecord } from '../testing/explorer-record.ts';
import { realChecker } from '../testing/explorer-site.ts';
import { temporaryFolder } from '../testing/folder.ts';
import type { Explorer } from './index.ts';
import { startExplorer } from './index.ts';

const file = temporaryFolder();
const db = file('explorer.db');
let explorer: Explorer;
let browser: Browser;
const failures: unknown[] = [];

beforeAll(async () => {
  const store = openStore(db, { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  store.close();
  browser = await launchBrowser();
  explorer = await startExplorer({ db, checker: realChecker, complain: (error) => failures.push(error) });
});
afterAll(async () => {
  // Undefined when the set-up failed; its own error is the one to read.
  await (browser as Browser | undefined)?.close();
  await (explorer as Explorer | undefined)?.close();
  expect(failures).toEqual([]);
});

/** A page in a fresh profile, and everything it asked for or complained about. */
async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(new URL(path, explorer.url).href);
  const close = async (): Promise<void> => {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(explorer.url))).toEqual([]);
    await context.close();
  };
  return { page, close };
}

test.each([
  ['kk', 'Бағдарламалар', /жарияланды|ақпан/],
  ['ru', 'Программы', /февраля/],
])(
  'a program in %s: dated values, each with quote, outlet and a link to the sentence',
  async (hl, menu, dates) => {
    const { page, close } = await open(`/programs/auyl-amanaty?hl=${hl}`);
    expect(await page.getByRole('navigation').first().textContent()).toContain(menu);
    const dated = page.locator('section[aria-labelledby=values] .observation');
    expect(await dated.count()).toBe(5);
    const langs = new Set<string | null>();
    for (const value of await dated.all()) {
      expect(await value.locator('.when').textContent()).toMatch(/\d{4}/);
      expect(await value.locator('.value').textContent()).toMatch(/\d/);
      expect((await value.locator('blockquote mark').textContent())?.length).toBeGreaterThan(3);
      expect(await value.locator('.outlet').textContent()).toBe('BAQ.KZ');
      expect(await value.locator('.source').textContent()).toMatch(dates);
      expect(await value.locator('a.original').getAttribute('href')).toMatch(/^https:\/\/(rus\.)?baq\.kz\//);
      langs.add(await value.locator('blockquote').getAttribute('lang'));
    }
    expect(langs).toEqual(new Set(['kk', 'ru']));
    await close();
  },
);

test('the link of a value leads to the marked words, and those to the card of the fact', async () => {
  const { page, close } = await open('/programs/auyl-amanaty?hl=kk', { locale: 'en-GB' });
  const value = page.locator('.observation').filter({ hasText: '12 мыңнан астам несие берілді' });
  await value.locator('a.stored').click();
  const target = page.locator('mark:target');
  expect(await target.textContent()).toBe('12 мыңнан астам несие берілді');
  expect(await target.evaluate(inView)).toBe(true);
  expect(await page.locator('html').getAttribute('lang')).toBe('kk');
  await target.locator('a').first().click();
  expect(await page.locator('.card:target h3').textContent()).toMatch(/> 12\s000/);
  await page.locator('.card:target .basis a').click();
  expect(await page.locator('mark:target').textContent()).toBe('12 мыңнан астам несие берілді');
  await close();
});

/** Runs in the page. */
const inView = (element: { getBoundingClientRect(): { top: number; bottom: number } }): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= 2000;
};

test('tables are sorted and filtered in the page, and are whole without the script', async () => {
  const { page, close } = await open('/programs/auyl-amanaty?hl=ru');
  const first = (): Promise<string | null> =>
    page.locator('section[aria-labelledby=places] tbody tr').first().textContent();
  expect(await first()).toContain('область Абай');
  await page.locator('section[aria-labelledby=places] thead button').first().click();
  expect(await first()).toContain('Западно-Казахстанская область');
  await page.locator('section[aria-labelledby=places] thead button').last().click();
  expect(await first()).toContain('область Абай');
  await close();
  const plain = await open('/programs/auyl-amanaty?hl=ru', { javaScriptEnabled: false });
  expect(await plain.page.locator('section[aria-labelledby=places] tbody tr').count()).toBe(2);
  await plain.close();
});

test('no page runs what an article says, none is wider than a small screen', async () => {
  for (const path of [
    '/',
    '/articles/hostile',
    '/articles/credits-kk',
    '/programs/auyl-amanaty',
    '/search?q=кредит',
  ]) {
    const { page, close } = await open(path, { viewport: { width: 360, height: 740 } });
    page.on('dialog', () => expect.unreachable('an article opened a dialog'));
    expect(await page.evaluate(overflow), path).toBeLessThanOrEqual(0);
    await close();
  }
});

/** Runs in the page: how much wider the document is than the screen. */
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test('the keyboard reaches the content first, and every link has a name', async () => {
  const { page, close } = await open('/articles/credits-ru?hl=ru');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('Перейти к содержанию');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('content');
  const nameless = await page.locator('a').evaluateAll((links) =>
    links
      .map((link: { textContent: string | null; getAttribute(name: string): string | null }) => ({
        name: link.textContent?.trim() || link.getAttribute('aria-label') || '',
        href: link.getAttribute('href'),
      }))
      .filter(({ name }) => name === ''),
  );
  expect(nameless).toEqual([]);
  await close();
});

const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.textContent');

test('a missing store and a taken port are told in words', async () => {
  await expect(startExplorer({ db: file('none.db'), checker: realChecker })).rejects.toThrow(WrongUsage);
  const other = await new Promise<Server>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
  const bound = other.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  await expect(startExplorer({ db, port, checker: realChecker })).rejects.toThrow(
    `port ${port} of 127.0.0.1 is taken`,
  );
  await new Promise((closed) => other.close(closed));
});

test('an explorer that was closed answers no more', async () => {
  const short = await startExplorer({ db, checker: realChecker });
  expect((await fetch(short.url)).status).toBe(200);
  await short.close();
  await expect(fetch(short.url)).rejects.toThrow();
});

test('a browser of the system is found by its name in the PATH', async () => {
  const program = file('google-chrome');
  await writeFile(program, '');
  expect(systemBrowser(`/nowhere:${dirname(program)}`)).toBe(program);
});
