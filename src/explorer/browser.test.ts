import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../store/index.ts';
import { launchBrowser } from '../testing/browser.ts';
import { fillExplorerRecord } from '../testing/explorer-record.ts';
import { realChecker } from '../testing/explorer-site.ts';
import { temporaryFolder } from '../testing/folder.ts';
import type { UiLang } from './i18n/lang.ts';
import { wordsOf } from './i18n/messages.ts';
import type { Explorer } from './index.ts';
import { startExplorer } from './index.ts';

const file = temporaryFolder();
/** Kept for a person to look at; nothing is compared with them. */
const REVIEW = new URL('../../.ci/review/', import.meta.url).pathname;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CLAIM = 'По программе «Ауыл аманаты» в 2025 году выдано более 12 тысяч кредитов';
const LANGS = ['kk', 'ru', 'en'] as const satisfies readonly UiLang[];

/** Every kind of page, the name of its picture and its address. */
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['programs', '/programs'],
  ['program', '/programs/auyl-amanaty'],
  ['regions', '/regions'],
  ['region', '/regions/KZ-10'],
  ['officials', '/officials'],
  ['official', '/officials/~берик-уали'],
  ['indicator', '/indicators/loans-issued'],
  ['article', '/articles/credits-ru'],
  ['versions', '/articles/wells-ru'],
  ['beside', '/articles/wells-ru?beside=wells-kk'],
  ['hostile', '/articles/hostile'],
  ['stories', '/stories'],
  ['story', '/stories/wells-kk'],
  ['check', `/check?claim=${encodeURIComponent(CLAIM)}`],
  ['search', '/search?q=кредит'],
  ['runs', '/runs'],
  ['about', '/about'],
  ['not-found', '/programs/nothing'],
];

let explorer: Explorer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const failures: unknown[] = [];
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  const db = file('browser.db');
  const store = openStore(db, { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  store.close();
  explorer = await startExplorer({ db, checker: realChecker, complain: (error) => failures.push(error) });
  browser = await launchBrowser();
  // One profile for all: what a page asks for and complains about is gathered over the whole file. What the test itself
  // brings in (axe) may run past the pages' own policy.
  context = await browser.newContext({ locale: 'de-DE', acceptDownloads: true });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    // A page that says «there is nothing here» comes with its status, which Chromium reports as an error.
    if (message.type() === 'error' && !message.text().includes('404 (Not Found)'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', () => complaints.push('a dialog was opened'));
});
afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  await (explorer as Explorer | undefined)?.close();
  expect(failures).toEqual([]);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(explorer.url))).toEqual([]);
});

const address = (path: string, hl: UiLang): string =>
  new URL(`${path}${path.includes('?') ? '&' : '?'}hl=${hl}`, explorer.url).href;

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** Rules that look at colours: what the other theme may break. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** Rules that look at room: what a phone may break. */
const OF_ROOM = ['scrollable-region-focusable', 'meta-viewport'];

/** What axe says of the page as it is shown: rules of some levels or names broken seriously, with the first place of each. */
async function violations(rules: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], runOnly: rules });
  const found = (await page.evaluate(`axe.run(document, ${options})`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

const picture = (name: string) =>
  page.screenshot({ path: `${REVIEW}${name}.jpg`, type: 'jpeg', quality: 70, fullPage: true });

describe.each(PAGES.map(([name, path], at) => [name, path, LANGS[at % LANGS.length] ?? 'kk'] as const))(
  '%s',
  (name, path, phoneLang) => {
    test('is open to everybody, in each language, light and dark, and fits a phone', async () => {
      await mkdir(REVIEW, { recursive: true });
      for (const hl of LANGS) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(address(path, hl));
        // The inspector's own evaluation is not bound by the policy of the page.
        await page.evaluate(AXE);
        expect(await violations(LEVELS), hl).toEqual([]);
        expect(await page.locator('.table-box').evaluateAll(cut), hl).toEqual([]);
        await picture(`${name}-${hl}`);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(OF_COLOUR), `${hl}, dark`).toEqual([]);
        await page.setViewportSize({ width: 360, height: 780 });
        expect(await page.evaluate(overflow), hl).toBeLessThanOrEqual(0);
        expect(await page.locator('.tiles a').evaluateAll(cut), hl).toEqual([]);
        if (hl !== phoneLang) continue;
        expect(await violations(OF_ROOM), `${hl}, phone`).toEqual([]);
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await violations(OF_COLOUR), `${hl}, on paper`).toEqual([]);
        await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
        await picture(`${name}-phone-dark`);
        await page.emulateMedia({ colorScheme: 'light' });
        await picture(`${name}-phone`);
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.emulateMedia({ colorScheme: 'dark' });
        await picture(`${name}-dark`);
      }
    });
  },
);

/** Runs in the page: what is wider than the room it has, as a label on its square or a table on a wide screen. */
const cut = (parts: { scrollWidth: number; clientWidth: number; textContent: string | null }[]) =>
  parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((part) => part.textContent);

/** Runs in the page: how much wider the document is than the screen. */
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Presses Tab until the focus is on something whose text or address matches; fails after `most` stops. */
async function tabTo(what: RegExp, most = 120): Promise<void> {
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(focus)) as string;
    if (what.test(at)) return;
  }
  expect.unreachable(`Tab never came to ${what}`);
}
const focus =
  "(e => [e.id, e.name, e.getAttribute('href'), e.textContent].join(' | '))(document.activeElement)";

test.each(LANGS)('by keyboard alone in %s: find a program, open the sentence behind a value', async (hl) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address('/', hl));
  const { t } = wordsOf(hl);
  await tabTo(new RegExp(`\\| ${t('programs')}$`));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/programs?**');
  await tabTo(/\/programs\/auyl-amanaty/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/programs/auyl-amanaty?**');
  await tabTo(/\/articles\/credits-[a-z]+\?hl=[a-z]+#s-/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/articles/**');
  expect(await page.locator('mark:target').textContent()).toMatch(/\d/);
  expect(await page.locator('html').getAttribute('lang')).toBe(hl);
});

/** Opens the filters of a page, chooses a region and applies it, all by keyboard. */
async function filterByRegion(region: string, hl: UiLang): Promise<void> {
  await tabTo(new RegExp(`\\| ${wordsOf(hl).t('filters')}$`));
  await page.keyboard.press('Enter');
  await tabTo(/\| region \|/);
  const choices = await page
    .locator('select[name=region] option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value')));
  for (let at = 0; at < choices.indexOf(region); at++) await page.keyboard.press('ArrowDown');
  await tabTo(new RegExp(`\\| ${wordsOf(hl).t('apply')}$`));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**region=${region}**`);
}

test.each(LANGS)('by keyboard alone in %s: filter by region, find values', async (hl) => {
  await page.goto(address('/search', hl));
  await tabTo(/^q \|/);
  await page.keyboard.type('кредит');
  await filterByRegion('KZ-10', hl);
  expect(await page.locator('.observation').count()).toBeGreaterThan(0);
});

test.each(LANGS)('by keyboard alone in %s: check a claim, read the evidence', async (hl) => {
  await page.goto(address('/check', hl));
  await tabTo(/^claim \|/);
  await page.keyboard.type(CLAIM);
  await tabTo(new RegExp(`\\| ${wordsOf(hl).t('checkButton')}$`));
  await page.keyboard.press('Enter');
  await page.waitForURL('**claim=**');
  expect(await page.locator('.verdict-SUPPORTED').textContent()).toContain(
    wordsOf(hl).t('verdict.SUPPORTED'),
  );
  await tabTo(/\/articles\/credits-[a-z]+\?hl=[a-z]+#s-/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/articles/**');
  expect(await page.locator('mark:target').count()).toBe(1);
});

test.each(LANGS)('by keyboard alone in %s: filter the values of a program by region', async (hl) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address('/programs/auyl-amanaty', hl));
  await filterByRegion('KZ-27', hl);
  expect(await page.locator('.observation .value').count()).toBe(1);
});

test.each(LANGS)('by keyboard alone in %s: copy a quote with its source', async (hl) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address('/programs/auyl-amanaty', hl));
  await tabTo(new RegExp(`\\| ${wordsOf(hl).t('copyQuote')}$`));
  await page.keyboard.press('Enter');
  await page.locator('.copy', { hasText: wordsOf(hl).t('copied') }).waitFor();
  const copied = await page.evaluate('navigator.clipboard.readText()');
  expect(copied).toMatch(/^«[^»]*(?:«[^»]*»)*[^»]*» – BAQ\.KZ, .*2026.*\. https:\/\/(?:rus\.)?baq\.kz\//);
});

test.each(LANGS)('by keyboard alone in %s: download a table', async (hl) => {
  await page.goto(address('/programs/auyl-amanaty', hl));
  await tabTo(new RegExp(`\\.csv[^|]*\\| CSV: ${wordsOf(hl).label('table', 'values')}`), 300);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('derek-values.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain('12 мыңнан астам несие берілді');
});

test('a fact and its card light up together', async () => {
  await page.goto(address('/articles/credits-kk', 'kk'));
  const mark = page.locator('mark[id]').first();
  await mark.locator('a').first().focus();
  expect(await page.locator('.card.lit').count()).toBe(1);
  await page.locator('.card .basis a').nth(1).focus();
  expect(await page.locator('mark.lit').count()).toBe(1);
  await page.mouse.move(0, 0);
});

/** What a first visit may cost a reader on a slow line, in bytes without pictures, and in elements. */
const BUDGET = { bytes: 130_000, elements: 3_000 };

test('every page is light, and is read without a script', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  const sizes = new Map<string, number>();
  const sizeOf = async (url: string): Promise<number> => {
    const size = sizes.get(url) ?? (await (await plain.request.get(url)).body()).length;
    sizes.set(url, size);
    return size;
  };
  for (const [name, path] of PAGES) {
    const url = address(path, 'kk');
    await reader.goto(url);
    const parts = await reader
      .locator('link[rel=stylesheet], script[src]')
      .evaluateAll((all) => all.map((part) => part.getAttribute('href') ?? part.getAttribute('src') ?? ''));
    let bytes = await sizeOf(url);
    for (const part of parts) bytes += await sizeOf(new URL(part, url).href);
    expect(bytes, name).toBeLessThan(BUDGET.bytes);
    expect(await reader.locator('*').count(), name).toBeLessThan(BUDGET.elements);
    expect((await reader.locator('main').textContent())?.trim().length, name).toBeGreaterThan(20);
  }
  await plain.close();
});
