import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isArticleUrl } from '../catalog/publishers.ts';
import { pathPattern, propose } from './propose.ts';

const PAGES = fileURLToPath(new URL('../../samples/pages/', import.meta.url));
const now = new Date('2026-11-22T07:00:00Z');

/** The saved page of an outlet, as if nobody had described it, and what it says. */
function learned(folder: string) {
  const [page = ''] = readdirSync(`${PAGES}${folder}`);
  const file = (name: string): Buffer => readFileSync(`${PAGES}${folder}/${page}/${name}`);
  const expected = JSON.parse(file('expected.json').toString()) as {
    url: string;
    title: string;
    published: string;
    body: string;
  };
  return { expected, proposal: propose(file('page.html'), { url: expected.url, now }) };
}

describe.each(['kazpravda', 'kazinform-ru', 'vlast', '24kz-ru', 'nur-ru', 'zakon-kk'])(
  'learned from %s',
  (folder) => {
    test('the file it proposes reads the page as the hand-made one does', () => {
      const { expected, proposal } = learned(folder);
      const { page, publisher } = proposal;
      expect(page).toMatchObject({ title: expected.title, reader: 'publisher', publisher: publisher.key });
      expect(page.published?.slice(0, 10)).toBe(expected.published.slice(0, 10));
      for (const line of expected.body.split('\n').slice(1)) expect(page.body).toContain(line);
      expect(isArticleUrl(expected.url, publisher)).toBe(true);
    });
  },
);

test.each([
  ['/ru/novyy-most-32af94', '/ru/[^/]*-[0-9a-f]{6}/?'],
  ['/news/kuntzbes-fbf80170/', '/news/[^/]*-[0-9a-f]{8}/?'],
  ['/novaya-shkola-1753941617/', '/[^/]*[-_]\\d+/?'],
  ['/zhana-mektep_400045726/', '/[^/]*[-_]\\d+/?'],
  ['/article/380123-kitaphana', '/article/\\d+-[^/]+/?'],
  ['/kogam/6500124-zhardemaqy.html', '/[a-z0-9_-]+/\\d+-[^/]+\\.html/?'],
  ['/post/12345', '/post/\\d+/?'],
  ['/novosti/elektrobusy', '/[a-z0-9_-]+/[^/]+/?'],
])('path %s has the form %s', (path, pattern) => expect(pathPattern(path)).toBe(pattern));

test.each([
  ['no article', '<html><body><p>Бет жоқ</p></body></html>', 'https://jana.kz/x', /no article to learn from/],
  ['no address', '<html><body><p>Бет</p></body></html>', undefined, /does not say where it stands/],
])('%s is told', (_name, html, url, message) =>
  expect(() => propose(Buffer.from(html), { url, now })).toThrow(message),
);
