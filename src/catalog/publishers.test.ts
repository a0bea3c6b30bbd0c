import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BadData } from '../core/errors.ts';
import { canonicalUrl, isArticleUrl, loadPublishers, publisherOf } from './publishers.ts';
import { DATA_DIR } from './yaml.ts';

const publishers = loadPublishers();

test('the five first publishers are there under keys that never change', () => {
  const keys = publishers.map((p) => p.key);
  expect(keys).toEqual(expect.arrayContaining(['baq-kk', 'baq-ru', 'kazinform-kk', 'kazinform-ru', 'liter']));
});

test.each(publishers)('$key fits on one screen: at most 40 lines', ({ key }) => {
  const lines = readFileSync(`${DATA_DIR}publishers/${key}.yaml`, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(40);
});

test.each([
  ['https://baq.kz/ulytau-tauy-298119/', 'baq-kk', true],
  ['https://baq.kz/ulytau-tauy_300298119', 'baq-kk', true],
  ['http://www.baq.kz/ulytau-tauy-298119?utm_source=x', 'baq-kk', true],
  ['https://rus.baq.kz/polnyy-tekst_300033020', 'baq-ru', true],
  ['https://rus.baq.kz/teg/ulytau/', 'baq-ru', false],
  ['https://www.inform.kz/ru/stroitelstvo-vkazahstane-32af94', 'kazinform-ru', true],
  ['https://inform.kz/ru/stroitelstvo--526520ec', 'kazinform-ru', true],
  ['https://lenta.inform.kz/ru/staraya-novost_a3456789', 'kazinform-ru', true],
  ['https://www.inform.kz/ru/lenta', 'kazinform-ru', false],
  ['https://kaz.inform.kz/news/11-tamiz-kuntzbes-fbf80170/', 'kazinform-kk', true],
  ['https://kaz.inform.kz/category/sport_s10031/', 'kazinform-kk', false],
  ['https://liter.kz/novaya-shkola-1753941617/', 'liter', true],
  ['https://liter.kz/novaya-shkola/', 'liter', false],
  ['https://24.kz/ru/news/social/712013-park', '24kz-ru', true],
  ['https://24.kz/kz/zha-aly-tar/712014-saiabak', '24kz-kk', true],
  ['https://el.kz/ru/novaya-shkola_400035676/', 'elkz-ru', true],
  ['https://el.kz/zhana-mektep_400045726/', 'elkz-kk', true],
  ['https://www.akorda.kz/kz/memleket-basshysy-117413', 'akorda-kk', true],
  ['https://kaz.zakon.kz/kogam/6500124-zhardemaqy.html', 'zakon-kk', true],
  ['https://news.example/x-1753941617/', undefined, false],
  ['ftp://liter.kz/x-1753941617/', undefined, false],
  ['no address', undefined, false],
])('%s belongs to %s', (url, key, article) => {
  const publisher = publisherOf(url, publishers);
  expect(publisher?.key).toBe(key);
  if (publisher) expect(isArticleUrl(url, publisher)).toBe(article);
});

test.each([
  ['http://www.baq.kz/a-298119?utm_source=tg#x', 'https://baq.kz/a-298119/'],
  ['https://inform.kz/ru/a-526520ec/?x=1', 'https://www.inform.kz/ru/a-526520ec'],
  ['https://www.inform.kz/amp/ru/a-526520ec', 'https://www.inform.kz/ru/a-526520ec'],
  ['https://kaz.inform.kz/news/a-fbf80170', 'https://kaz.inform.kz/news/a-fbf80170/'],
  ['https://www.inform.kz/ru/lenta/?page=2&utm_medium=x', 'https://www.inform.kz/ru/lenta/?page=2'],
  ['https://liter.kz/a-1753941617', 'https://liter.kz/a-1753941617/'],
])('%s is kept as %s', (url, canonical) => {
  const publisher = publisherOf(url, publishers);
  if (!publisher) throw new Error('nobody claims it');
  expect(canonicalUrl(url, publisher)).toBe(canonical);
  expect(canonicalUrl(canonical, publisher)).toBe(canonical);
});

/** A data folder of our own, with the given publisher files. */
function load(files: Record<string, string>): unknown {
  const dir = mkdtempSync(join(tmpdir(), 'publishers-'));
  try {
    mkdirSync(join(dir, 'publishers'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'publishers', name), text);
    return loadPublishers(`${dir}/`);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const liter = readFileSync(`${DATA_DIR}publishers/liter.yaml`, 'utf8');
test.each<[string, Record<string, string>, string]>([
  ['unknown key', { 'liter.yaml': `${liter}colour: red\n` }, 'data/publishers/liter.yaml, line'],
  ['bad pattern', { 'liter.yaml': liter.replace("['/[a-z", "['(?=x)/[a-z") }, 'line 7 (article.paths.0)'],
  ['bad selector', { 'liter.yaml': liter.replace('[figcaption]', '["a[[b"]') }, 'a CSS selector'],
  [
    'a missing selector',
    { 'liter.yaml': liter.replace('layouts: []', 'layouts: [{ title: h1, date: time }]') },
    'line 13 (layouts.0.body): expected a CSS selector, or a list of them, got undefined',
  ],
  [
    'a bad selector in a list',
    { 'liter.yaml': liter.replace('layouts: []', 'layouts: [{ title: [h1, "h1[["], body: p, date: time }]') },
    'line 13 (layouts.0.title.1): expected a CSS selector, got "h1[["',
  ],
  ['missing sources', { 'liter.yaml': liter.replace(/^sources:\n( .*\n)+/m, '') }, 'sources'],
  [
    'two publishers, one host',
    { 'liter.yaml': liter, 'other.yaml': liter.replace('key: liter', 'key: other') },
    'data/publishers/other.yaml, line 4 (hosts): expected a host and language that liter does not claim',
  ],
  ['key unlike the file', { 'other.yaml': liter }, 'line 1 (key)'],
  ['unknown edition', { 'liter.yaml': `${liter}editions: [nobody]\n` }, '(editions)'],
  ['a guess about nothing', { 'liter.yaml': liter.replace('sources.1:', 'sources.7:') }, '(guesses)'],
])('refused with file and line: %s', (_name, files, message) => {
  expect(() => load(files)).toThrow(BadData);
  expect(() => load(files)).toThrow(message);
});
