import { expect, test } from 'vitest';
import { readPage } from '../article/index.ts';
import { loadPublishers } from '../catalog/publishers.ts';
import { answer, buildSites, type SampleArticle, type Site, urlOf } from './index.ts';
import { storyLines } from './parts.ts';

const publishers = loadPublishers();

const read = (site: Site, article: SampleArticle) => {
  const url = urlOf(site, article);
  const bytes = Buffer.from(answer(site, url).body);
  return readPage({ path: url, url, bytes, publishers, now: new Date('2026-11-22T12:00:00Z') });
};

test.each(buildSites())('every story of $outlet.host is read back exactly as it was written', (site) => {
  for (const a of site.articles.filter((x) => x.kind === 'story')) {
    const page = read(site, a);
    expect(page.refused, a.key).toBeUndefined();
    expect(page.body.split('\n').filter(Boolean), a.key).toEqual(storyLines(a));
    expect([a.key, page.title, page.published, page.lang, page.publisher]).toEqual([
      a.key,
      a.title,
      a.published,
      a.lang,
      a.publisher,
    ]);
  }
});

test('a gallery and a withdrawn page are refused', () => {
  const refused = buildSites().flatMap((site) =>
    site.articles.filter((a) => a.kind !== 'story').map((a) => [a.kind, read(site, a).refused]),
  );
  expect(refused.sort()).toEqual([
    ['gallery', 'gallery'],
    ['gone', 'no-article'],
  ]);
});
