import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../store/index.ts';
import { siteOver } from '../testing/explorer-site.ts';
import { sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { createApp } from './app.ts';

/** What an outlet, or somebody who writes in its name, may put where words are expected. */
const TEXTS = [
  '<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)" x="',
  '<a href="javascript:alert(1)">read on</a>',
  '<style>*{display:none}</style>',
  '<!-- --><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form action="https://evil.example/"><input name=q>',
  `]]><x>{{7*7}}\${7*7}`,
  '\u202egpj.exe\u0000\u0007\ud800',
] as const;
const URLS = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  '//evil.example/" onclick="alert(1)',
  'https://liter.kz/"><script>alert(1)</script>',
  'blob:https://liter.kz/1',
];
/** Cells that a spreadsheet would run. */
const CELLS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://evil.example","x")'];

const file = temporaryFolder();
const failures: unknown[] = [];
let store: Store;
let app: Hono;

beforeAll(() => {
  store = openStore(file('hostile.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  TEXTS.forEach((text, at) => {
    const name = `${text} ${at}`;
    const facts = sketch({
      id: `hostile-${at}`,
      url: URLS[at % URLS.length] ?? '',
      publisher: text.slice(0, 40),
      title: name,
      text: `${name} выдали 7 кредитов ${text}. ${CELLS[at % CELLS.length]} и 8 школ.`.replaceAll(
        '\u0000',
        ' ',
      ),
      programs: [{ quote: 'кредитов', name }],
      regions: [{ quote: 'выдали', id: `KZ-X${at}`, name: { kk: name, ru: name } }],
      officials: [{ quote: 'школ', name, post: text, jurisdiction: { id: null, name: text } }],
      indicators: [
        {
          quote: 'выдали 7 кредитов',
          value: 7,
          subject: name,
          unit: text.slice(0, 30),
          per: text.slice(0, 30),
        },
        { quote: '8 школ', value: 8, subject: CELLS[at % CELLS.length] ?? '', source: text },
      ],
      events: [
        { quote: '8 школ', program: name, official: text, organisation: text, region: text, post: text },
      ],
    });
    store.saveArticle({ fetchedAt: new Date('2026-02-06T04:00:00Z'), authors: [text] }, facts, 'test@1');
  });
  store.recordRun({
    kind: TEXTS[0],
    startedAt: new Date('2026-02-06T04:00:00Z'),
    finishedAt: new Date('2026-02-06T04:01:00Z'),
    ruleset: TEXTS[3],
    publishers: [TEXTS[2]],
    counts: { fetched: 1, new: 1, changed: 0, unchanged: 0, refused: 0, failed: 1 },
    problems: [{ input: TEXTS[1], detail: TEXTS[4] }],
    stopped: null,
  });
  store.link();
  app = createApp(siteOver(store, failures));
});
afterAll(() => {
  store.close();
  expect(failures).toEqual([]);
});

const pathsOf = (folder: string, keys: readonly string[]): string[] =>
  keys.map((key) => `/${folder}/${key.split('/').map(encodeURIComponent).join('/')}`);

/** Every page that shows words of the record, or words of the address. */
const everyPath = (): string[] => [
  ...['/', '/programs', '/regions', '/officials', '/stories', '/runs', '/about', '/search?region=KZ-X1'],
  ...pathsOf(
    'articles',
    [...store.all.articles()].map(({ articleId }) => articleId),
  ),
  ...pathsOf(
    'programs',
    store.programs().map(({ key }) => key),
  ),
  ...pathsOf(
    'regions',
    store.regions().map(({ id }) => id),
  ),
  ...pathsOf(
    'officials',
    store.officials().map(({ key }) => key),
  ),
  ...pathsOf(
    'indicators',
    [...store.all.observations()].map(({ indicator }) => indicator),
  ),
  ...TEXTS.flatMap((text) => {
    const word = encodeURIComponent(text.replaceAll('\ud800', ''));
    return [
      `/search?q=${word}`,
      `/check?claim=${word}`,
      `/search?from=${word}`,
      `/nothing/${word}`,
      `/?hl=${word}`,
    ];
  }),
];

test('nothing that an article or an address says becomes markup, a program or a link to one', async () => {
  const paths = everyPath();
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) {
    const response = await app.request(path);
    expect(response.status, path).toBeLessThan(500);
    const page = load(await response.text());
    const scripts = page('script')
      .toArray()
      .map((script) => page(script).attr('src'));
    expect(
      scripts.every((src) => src?.startsWith('/public/')),
      path,
    ).toBe(true);
    expect(page('iframe, object, embed, base, style, img, meta[http-equiv], [style]').length, path).toBe(0);
    for (const element of page('*').toArray()) {
      if (!('attribs' in element)) continue;
      for (const [name, value] of Object.entries(element.attribs)) {
        expect(name, path).not.toMatch(/^on|^srcdoc$|^formaction$/i);
        if (/^(?:href|src|action|xlink:href)$/.test(name))
          expect(value, path).toMatch(/^(?:\/(?!\/)|#|https?:\/\/)/);
      }
    }
    for (const form of page('form').toArray()) expect(page(form).attr('action'), path).toMatch(/^\/(?!\/)/);
  }
});

test('no cell of a CSV is a formula', async () => {
  for (const path of [
    '/programs.csv',
    '/officials.csv',
    '/runs.csv',
    ...[...store.all.articles()].map(({ articleId }) => `/articles/${articleId}.csv`),
  ]) {
    const text = await (await app.request(path)).text();
    expect(
      cellsOf(text).filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell)),
      path,
    ).toEqual([]);
  }
});

/** The cells of a CSV as RFC 4180 has it. */
function cellsOf(csv: string): string[] {
  return [...csv.replace(/^\ufeff/, '').matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

test('the twins are data to every browser, whatever is in them', async () => {
  for (const path of [
    '/articles/hostile-0.json',
    '/programs.csv',
    `/nothing/${encodeURIComponent(TEXTS[0])}.json`,
  ]) {
    const { headers } = await app.request(path);
    expect(headers.get('content-type'), path).toMatch(/^(?:application\/json|text\/csv); charset=utf-8$/);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none';/);
  }
});
