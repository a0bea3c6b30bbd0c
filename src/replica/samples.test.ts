import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BadData } from '../core/errors.ts';
import { loadSamples, type SampleArticle, stories } from './index.ts';
import { storyLines } from './parts.ts';
import { SAMPLES_DIR } from './samples.ts';
import { slug } from './slug.ts';

const samples = loadSamples();
const written = stories(samples);

test('enough stories in both languages, each of a fair length and on an outlet of its language', () => {
  const count = (lang: string): number => written.filter((a) => a.lang === lang).length;
  expect(count('kk')).toBeGreaterThanOrEqual(14);
  expect(count('ru')).toBeGreaterThanOrEqual(14);
  const langs = new Map(samples.outlets.map((o) => [o.key, o.lang]));
  for (const a of written) {
    expect([a.key, langs.get(a.publisher)]).toEqual([a.key, a.lang]);
    const length = storyLines(a).join('\n').length;
    expect(length, a.key).toBeGreaterThanOrEqual(600);
    expect(length, a.key).toBeLessThanOrEqual(1800);
  }
});

test('pairs join one Kazakh and one Russian story of nearly the same hour', () => {
  const pairs = new Map<string, SampleArticle[]>();
  for (const a of written) if (a.pair) pairs.set(a.pair, [...(pairs.get(a.pair) ?? []), a]);
  expect(pairs.size).toBeGreaterThanOrEqual(6);
  let across = 0;
  for (const [name, members] of pairs) {
    expect([name, ...members.map((m) => m.lang).sort()]).toEqual([name, 'kk', 'ru']);
    const [a, b] = members;
    if (!a || !b) continue;
    expect(Math.abs(Date.parse(a.published) - Date.parse(b.published))).toBeLessThan(86_400_000);
    if (a.publisher.split('-')[0] !== b.publisher.split('-')[0]) across++;
  }
  expect(across).toBeGreaterThanOrEqual(6);
});

test('no sentence is told twice', () => {
  const seen = new Map<string, string>();
  for (const a of written)
    for (const sentence of storyLines(a).flatMap((l) => l.split(/(?<=[.?!]) /))) {
      if (sentence.length < 60) continue;
      expect(seen.get(sentence), `${a.key}: ${sentence}`).toBeUndefined();
      seen.set(sentence, a.key);
    }
});

test('a story links back in time only', () => {
  const times = new Map(samples.articles.map((a) => [a.key, a.published]));
  for (const a of samples.articles)
    for (const b of a.body)
      if (typeof b === 'object' && 'teaser' in b)
        expect(Date.parse(times.get(b.teaser) ?? ''), a.key).toBeLessThan(Date.parse(a.published));
});

test('letters of the language: Kazakh texts have Kazakh letters, Russian ones only in names', () => {
  for (const a of written) {
    const text = storyLines(a)
      .join(' ')
      .replace(/«[^»]*»/g, '');
    const share = (text.match(/[әғқңөұүһі]/gi)?.length ?? 0) / text.length;
    if (a.lang === 'kk') expect(share, a.key).toBeGreaterThan(0.05);
    else expect(share, a.key).toBeLessThan(0.005);
  }
});

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

/** The samples with one more article file. */
function withArticle(text: string): string {
  const dir = `${mkdtempSync(join(tmpdir(), 'samples-'))}/samples/`;
  made.push(dir);
  cpSync(SAMPLES_DIR, dir, { recursive: true });
  writeFileSync(`${dir}articles/zz.yaml`, text);
  return dir;
}

const GOOD = `key: zz
publisher: liter
lang: ru
title: Заголовок
published: 2026-01-01T10:00:00+05:00
body: [Текст.]
`;
const BAD: readonly [name: string, text: string, message: string][] = [
  [
    'an unknown outlet',
    GOOD.replace('liter', 'azattyq'),
    'samples/articles/zz.yaml, line 2 (publisher): expected one of baq-kk',
  ],
  [
    'a time without offset',
    GOOD.replace('+05:00', ''),
    'samples/articles/zz.yaml, line 5 (published): expected a time such as',
  ],
  [
    'an unknown block',
    GOOD.replace('[Текст.]', '[{ picture: x }]'),
    'samples/articles/zz.yaml, line 6 (body.0): expected a paragraph, or one of',
  ],
  [
    'a key used twice',
    GOOD.replace('zz', 'gas-2025-ru'),
    'samples/articles, key: expected a key used once, got "gas-2025-ru"',
  ],
  [
    'a teaser to nowhere',
    GOOD.replace('[Текст.]', '[{ teaser: gas-2026-kk }]'),
    'samples/articles/zz.yaml, teaser: expected the key of an article of the same outlet, got "gas-2026-kk"',
  ],
];
test.each(BAD)('%s is refused with file and line', (_, text, message) => {
  const load = (): unknown => loadSamples(withArticle(text));
  expect(load).toThrow(BadData);
  expect(load).toThrow(message);
});

test('a good file is taken', () => {
  expect(loadSamples(withArticle(GOOD)).articles.map((a) => a.key)).toContain('zz');
});

const SLUGS: readonly [title: string, style: 'russian' | 'baq' | 'kazinform', expected: string][] = [
  ['Полный текст проекта новой Конституции', 'russian', 'polnyy-tekst-proekta-novoy-konstitutsii'],
  ['«Ауыл аманаты»: итоги – 2024!', 'russian', 'auyl-amanaty-itogi-2024'],
  ['Алаяқтық дерегі 4-ке көбейді', 'baq', 'alayaqtyq-deregi-4-ke-kobeydi'],
  ['11 тамыз. Kazinform күнтізбесі: жылнама', 'kazinform', '11-tamiz-kazinform-kuntzbes-zhilnama'],
  ['…', 'russian', ''],
];
test.each(SLUGS)('%s as a %s address', (title, style, expected) => {
  expect(slug(title, style)).toBe(expected);
});
