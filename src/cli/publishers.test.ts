import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runDerek } from '../testing/derek.ts';
import { temporaryFolder } from '../testing/folder.ts';

const at = temporaryFolder();
const derek = (...args: string[]) =>
  runDerek(['publishers', ...args, '--db', at('news.db')], { env: { DEREK_CONTACT: '' } });
const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('publishers: all of them, with what each yielded last', async () => {
  const before = await derek();
  expect(before).toMatchObject({ code: 0, stderr: '' });
  expect(before.stdout).toMatch(/Айкын +aikyn +kk/);
  expect(await runDerek(['demo', '--no-serve', '--quiet', '--db', at('news.db')])).toMatchObject({ code: 0 });
  const after = lines((await derek('liter', '--json')).stdout);
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({ publisher: 'liter', last: { counts: { new: 9, failed: 0 }, alarms: [] } });
});

test('publishers --check: every source of the samples is asked, and one article read', async () => {
  const run = await derek('--check', '--pipeline', 'samples', '--json');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const told = lines(run.stdout);
  expect(told.map((c) => c['publisher'])).toEqual([
    'baq-kk',
    'baq-ru',
    'kazinform-kk',
    'kazinform-ru',
    'liter',
  ]);
  for (const checkup of told) {
    expect(checkup).toMatchObject({ problems: [], article: { title: expect.any(String) } });
    for (const source of checkup['sources'] as { articles: number }[])
      expect(source.articles).toBeGreaterThan(0);
  }
});

const STORY = 'Қалада 300 орындық жаңа балабақша ашылды, деп хабарлады әкімдік. '.repeat(4);
const PAGE = `<html lang="kk"><head><link rel="canonical" href="https://jana.kz/qogam/balabaqsha-412233">
<meta property="article:published_time" content="2026-08-18T10:00:00+05:00">
<link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>
<body><h1 class="news-title">Жаңа балабақша</h1><div class="news-body"><p>${STORY}</p><p>${STORY}</p></div></body></html>`;

test('publishers --learn: a file that the start accepts, from one page', async () => {
  writeFileSync(at('page.html'), PAGE);
  const run = await derek('--learn', at('page.html'));
  expect(run).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('read by publisher: "Жаңа балабақша"'),
  });
  expect(parse(run.stdout)).toMatchObject({
    key: 'jana',
    languages: ['kk'],
    article: { paths: ['/[a-z0-9_-]+/[^/]*[-_]\\d+/?'] },
    sources: [{ kind: 'rss', url: 'https://jana.kz/rss.xml' }, { kind: 'sitemap' }, { kind: 'listing' }],
    layouts: [{ title: ['h1.news-title'], body: ['div.news-body'] }],
  });
});

test.each([
  ['a live check without a contact', ['--check'], 2, 'needs a contact'],
  ['an unknown publisher', ['nobody'], 2, 'nobody is no publisher'],
  ['a page that is not there', ['--learn', 'nothing.html'], 2, 'there is no file'],
  ['an address nearby', ['--learn', 'http://127.0.0.1/x', '--contact', 'a@b.kz'], 4, 'not a public address'],
])('publishers: refuses %s', async (_name, args, code, message) => {
  expect(await derek(...args)).toMatchObject({ code, stderr: expect.stringContaining(message) });
});
