import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoryView } from '../store/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { fillExplorerRecord } from '../testing/explorer-record.ts';
import { siteOver } from '../testing/explorer-site.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { createApp } from './app.ts';

const file = temporaryFolder();
const failures: unknown[] = [];
let store: Store;
let app: Hono;

beforeAll(() => {
  store = openStore(file('full.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  app = createApp(siteOver(store, failures));
});
afterAll(() => {
  store.close();
  expect(failures).toEqual([]);
});

const html = async (path: string, on = app): Promise<string> => await (await on.request(path)).text();
const json = async (path: string, on = app): Promise<unknown> => await (await on.request(path)).json();

test('a story lists its versions and tells what the languages do not say alike', async () => {
  const view = (await json('/stories/wells-ru.json')) as StoryView;
  expect(view.articles.map(({ articleId, role }) => [articleId, role])).toEqual([
    ['wells-kk', 'origin'],
    ['wells-ru', 'translation'],
  ]);
  const page = await html('/stories/wells-ru?hl=ru');
  expect(page).toContain('<h1><span lang="ru">В Созаке пробурили колодцы</span></h1>');
  const differences = page.slice(page.indexOf('id="differences"'), page.indexOf('id="shared"'));
  expect(differences).toContain('5 ауыл');
  expect(differences).toContain('6 сёлам');
  expect(differences).not.toContain('1274');
  const shared = page.slice(page.indexOf('id="shared"'));
  expect(shared).toContain('1 274 құдық');
  expect(shared).toContain('1274 колодца');
  expect(shared).not.toContain('6 сёлам');
});

test('the list of stories leads to each, and is empty beyond its end', async () => {
  const page = await html('/stories?hl=kk');
  expect(page).toContain('href="/stories/wells-kk?hl=kk"');
  expect(page).toContain('2 мақала');
  expect(await html('/stories?page=2&hl=kk')).toContain('class="empty"');
});

test('two articles beside each other: what both state leads from one to the other', async () => {
  const page = await html('/articles/wells-ru?beside=wells-kk&hl=en');
  for (const number of [1, 2]) {
    expect(page).toContain(`id="here-${number}"><sup>${number}</sup><a href="#there-${number}"`);
    expect(page).toContain(`id="there-${number}"><sup>${number}</sup><a href="#here-${number}"`);
  }
  expect(page).toMatch(/<mark class="hl hl-alone">6 сёлам<\/mark>/);
  expect(page).toMatch(/<mark class="hl hl-alone">5 ауыл<\/mark>/);
});

test.each(['credits-ru', 'none', 'wells-ru', '<script>'])(
  'beside=%s is no other article of the story',
  async (other) => {
    const response = await app.request(`/articles/wells-ru?hl=en&beside=${encodeURIComponent(other)}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('beside: expected another article of the same story');
  },
);

test('an edited article shows which number changed, and every text it had', async () => {
  const page = await html('/articles/wells-ru?hl=ru');
  const history = page.slice(page.indexOf('id="history"'));
  expect(history).toMatch(
    /<del lang="ru">[^<]*<mark>308,5 млн тенге<\/mark>.*<ins lang="ru">[^<]*<mark>318,5 млн тенге<\/mark>/s,
  );
  expect(history.match(/<code title="[0-9a-f]{64}">/g)).toHaveLength(2);
  expect(await html('/articles/wells-kk?hl=ru')).not.toContain('id="history"');
});

test('an edited article is read as it was known on a day', async () => {
  const before = await html('/articles/wells-ru?hl=ru&asOf=2026-02-03');
  expect(before).toContain('308,5 млн тенге');
  expect(before).not.toContain('318,5 млн тенге');
  expect(before).toContain('Здесь то, что было известно на 3 февраля 2026 г.');
  expect(before).not.toContain('id="history"');
  expect(await html('/articles/wells-ru?hl=ru')).toContain(
    'href="/articles/wells-ru?asOf=2026-02-03&amp;hl=ru"',
  );
  expect((await app.request('/articles/wells-ru?asOf=2026-01-01')).status).toBe(404);
  for (const asOf of ['2026-02-30', 'no-such-release', '<script>']) {
    const response = await app.request(`/articles/wells-ru.json?asOf=${encodeURIComponent(asOf)}`);
    expect(response.status, asOf).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { detail: expect.stringContaining('asOf: expected a day') },
    });
  }
});

const PAST = '2026-02-04';
/** Each kind of page as it was known before the last articles came, and what it must not know yet. */
const THEN: readonly (readonly [path: string, has: string, hasNot: string])[] = [
  ['/', 'credits-ru', 'credits-kk'],
  ['/programs', 'auyl-amanaty', 'нет такого'],
  ['/programs/auyl-amanaty', 'credits-ru', 'credits-kk'],
  ['/regions', 'KZ-10', 'нет такого'],
  ['/regions/KZ-10', 'credits-ru', 'credits-kk'],
  ['/officials', 'берик', 'нет такого'],
  ['/officials/~берик-уали', 'credits-ru', 'credits-kk'],
  ['/indicators/loans-issued', 'credits-ru', 'credits-kk'],
  ['/stories', 'wells-kk', 'нет такого'],
  ['/search?q=кредит', 'credits-ru', 'credits-kk'],
];
test.each(THEN)(
  '%s is read as it was known on a day, and its links stay there',
  async (path, has, hasNot) => {
    const on = path.includes('?') ? `${path}&` : `${path}?`;
    const page = await html(`${on}asOf=${PAST}&hl=ru`);
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    expect(main).toContain('Здесь то, что было известно на 4 февраля 2026 г.');
    expect(decodeURIComponent(main)).toContain(has);
    expect(decodeURIComponent(main)).not.toContain(hasNot);
    // Only the way back to the page as it is leaves the day.
    const links = [
      ...page.matchAll(/href="(\/(?:programs|regions|officials|indicators|articles|stories|search)[^"#]*)/g),
    ];
    const leaving = links.filter(([, link]) => !link?.includes(`asOf=${PAST}`));
    expect(leaving.length).toBeLessThanOrEqual(1);
    if (path.startsWith('/programs/')) expect(page).toContain(`type="date" name="asOf" value="${PAST}"`);
    expect(page).not.toMatch(/href="\/(?:check|runs|about)[^"]*asOf/);
    expect(
      JSON.stringify(
        await json(`${on.replace('?', '.json?').replace(/^\/\.json/, '/index.json')}asOf=${PAST}`),
      ),
    ).not.toContain(hasNot);
  },
);

test('a page can be cited in the release that was frozen last', async () => {
  const own = openStore(file('released.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(own);
  await own.care.release('2026-02', new Date('2026-02-06T06:00:00Z'));
  const on = createApp(siteOver(own, failures));
  const page = await html('/programs/auyl-amanaty?hl=en', on);
  expect(page).toContain(
    'Frozen in the release “2026-02”: <a href="http://localhost/programs/auyl-amanaty?asOf=2026-02">',
  );
  const frozen = await html('/programs/auyl-amanaty?hl=en&asOf=2026-02', on);
  expect(frozen).toContain('This page shows the release “2026-02”');
  expect(frozen).toContain('12 мыңнан астам несие берілді');
  expect(frozen).toContain('<input type="hidden" name="asOf" value="2026-02">');
  expect((await on.request('/programs/auyl-amanaty?asOf=2026-03')).status).toBe(400);
  own.close();
});

test('a page that was not known then leads to the page of today', async () => {
  const page = await html('/articles/wells-ru?asOf=2026-01-01&hl=en');
  expect(page).toContain('<a href="/articles/wells-ru?hl=en">As it is now</a>');
});

test('what others may see of an article are its quotes, not its text', async () => {
  const others = createApp(siteOver(store, failures, { wholeArticles: false }));
  for (const path of ['/articles/wells-ru?hl=ru', '/articles/wells-ru?hl=ru&beside=wells-kk']) {
    const page = await html(path, others);
    expect(page).toContain('Здесь только предложения, из которых взяты факты');
    expect(page).toContain('href="https://liter.kz/kolodtsy-sozak/"');
    // The card holds the value; of the text at most half is quoted.
    expect(page).toContain('id="fact-s-');
    expect(page).not.toContain('В Созаке пробурили 1274');
    expect(page).toContain('Воду дали');
  }
  expect(await json('/articles/wells-ru.json', others)).toMatchObject({
    text: null,
    mentions: [],
    sections: [],
  });
  expect(await json('/articles/wells-ru.json')).toMatchObject({ text: expect.stringContaining('В Созаке') });
});

test('an article that was taken out is gone, with the day and the reason', async () => {
  const own = openStore(file('redacted.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(own);
  const known = own.redactions.find('wells-kk');
  if (known === undefined) throw new Error('the record has no such article');
  own.redactions.redact(known, 'by order of a court', new Date('2026-02-06T04:30:00Z'));
  own.link();
  const on = createApp(siteOver(own, failures));
  const response = await on.request('/articles/wells-kk?hl=en');
  expect(response.status).toBe(410);
  expect(await response.text()).toContain('Taken out on 6 February 2026: by order of a court');
  const twin = await on.request('/articles/wells-kk.json');
  expect(await twin.json()).toMatchObject({ error: { status: 410, code: 'taken-out' } });
  expect((await on.request('/stories/wells-kk')).status).toBe(404);
  own.close();
});

const CLAIM = encodeURIComponent('По программе «Ауыл аманаты» в 2025 году выдано более 12 тысяч кредитов');

test('a checked claim shows its slots, its verdict and the sentences behind it', async () => {
  const page = await html(`/check?hl=ru&claim=${CLAIM}&asOf=2026-02-05&claimedAt=2026-02-01`);
  expect(page).toContain('verdict-SUPPORTED');
  expect(page).toContain('<mark>более 12 тысяч кредитов</mark>');
  expect(page).toContain('class="claim-chart"');
  expect(page).toContain('href="/articles/credits-ru?hl=ru#s-');
  expect(page).toContain('asOf=2026-02-05&amp;claimedAt=2026-02-01&amp;hl=ru');
  // Nobody had said so two days before the first article.
  expect(page).toContain('verdict-NO_EVIDENCE');
});

test('the address of an answer names the day it was given', async () => {
  const page = await html(`/check?hl=en&claim=${CLAIM}`);
  expect(page).toContain('asOf=2026-02-06');
  expect(await json(`/check.json?claim=${CLAIM}`)).toMatchObject({
    asOf: '2026-02-06',
    verdict: 'SUPPORTED',
  });
  expect(await json('/check.json')).toEqual({ claim: '', verdict: null });
});

test('every page says in three languages how to cite it, under an address that lasts', async () => {
  const named = createApp(siteOver(store, failures, { address: new URL('https://derek.example.kz') }));
  const page = await html('/articles/credits-ru?hl=kk', named);
  const url = 'https://derek.example.kz/articles/credits-ru';
  expect(page).toContain(
    `<dd lang="en">“Жители сёл получили больше льготных кредитов”, Derek, ${url} (accessed 6 February 2026).</dd>`,
  );
  expect(page).toMatch(
    new RegExp(`<dd lang="ru">.*// Дерек. URL: ${url} \\(дата обращения: 6 февраля 2026 г.\\)`),
  );
  expect(page).toMatch(
    new RegExp(`<dd lang="kk">.*// Дерек. URL: ${url} \\(қаралған күні: 2026 ж. 6 ақпан\\)`),
  );
  expect(page).toContain(`<dt>BibTeX</dt><dd><pre>@misc{derek-`);
  expect(page).toContain(`howpublished = {\\url{${url}}},\n  note = {2026-02-06}`);
  expect(page).toContain(`<link rel="canonical" href="${url}">`);
  expect(page).toContain(`<meta property="og:url" content="${url}">`);
  expect(page).toContain('<meta property="og:title" content="Жители сёл получили больше льготных кредитов">');
  expect(page).toContain('<meta property="og:image" content="https://derek.example.kz/public/card.png">');
  expect((await named.request('/public/card.png')).headers.get('content-type')).toBe('image/png');
  // The answer of a day is cited with that day.
  const checked = await html(`/check?hl=ru&claim=${CLAIM}`, named);
  expect(checked).toMatch(
    /<link rel="canonical" href="https:\/\/derek\.example\.kz\/check\?claim=[^"]*&amp;asOf=2026-02-06">/,
  );
});

test('no title ends the entry of a bibliography', async () => {
  const page = await html('/articles/hostile?hl=en');
  const entry = /<pre>(@misc.*?)<\/pre>/s.exec(page)?.[1] ?? '';
  expect(entry.split('{').length).toBe(entry.split('}').length);
  expect(entry).toContain('title = {{&lt;script&gt;alert(');
});
