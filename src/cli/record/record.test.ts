import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openStore } from '../../store/index.ts';
import { runDerek } from '../../testing/derek.ts';
import { sketch } from '../../testing/facts.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { expectInOrder } from '../../testing/in-order.ts';
import { fillRecord } from '../../testing/record.ts';

const at = temporaryFolder();
const DB = at('record.db');
beforeAll(() => {
  const store = openStore(DB, { clock: () => new Date('2026-08-18T10:00:00Z') });
  fillRecord(store);
  store.close();
});

interface Case {
  readonly args: readonly string[];
  readonly code?: number;
  /** What stdout, or stderr, has to hold, in this order. */
  readonly out?: readonly string[];
  readonly err?: readonly string[];
}
const cases: readonly Case[] = [
  {
    args: ['timeline', '--program', 'бақытты отбасының'],
    out: [
      'Бақытты отбасы',
      '2019',
      'start',
      '2024',
      '2,400 family',
      '«Министр',
      'baq, 2026-02-04, https://',
      '2025',
      '2,650',
      'date unknown',
      '300 family',
    ],
    err: ['3 values, 1 event'],
  },
  {
    args: ['timeline', '--region', 'область Абай', '--to', '2025-12-31'],
    out: ['2025', '2,650 family'],
    err: ['1 value, 0 events'],
  },
  { args: ['timeline', '--indicator', 'дворы'], out: ['date unknown', '12 yard'] },
  { args: ['timeline', '--program', 'самолёт'], err: ['no program of the record is called «самолёт»'] },
  { args: ['timeline'], code: 2, err: ['Name a --program, --region or --indicator'] },
  { args: ['timeline', '--from', 'yesterday'], code: 2, err: ['Expected a day of the calendar'] },
  {
    args: ['search', 'жәрдемақының'],
    out: ['Отбасын қолдау орталықтары көбейді', 'Жәрдемақының мөлшері', 'Figures', '45,000 KZT'],
  },
  {
    args: ['search', 'пособия'],
    out: ['Отбасын қолдау орталықтары көбейді', 'Жәрдемақының мөлшері', 'Figures', '45,000 KZT'],
  },
  { args: ['search', 'бағдарлама', '--exact', '--lang', 'ru'], err: ['0 articles, 0 figures'] },
  {
    args: ['search', '--least', '45000', '--most', '45000'],
    out: ['Figures', '45,000 KZT'],
    err: ['1 figure'],
  },
  { args: ['search', '--least', 'many'], code: 2, err: ['Expected a number'] },
  { args: ['search', '--program', 'Мой двор', '--quiet'], out: ['Дворы Семея', '12 yard'] },
  { args: ['search', 'самолёт'], err: ['0 articles, 0 figures'] },
  { args: ['search', '--lang', 'en', 'x'], code: 2, err: ['Allowed choices'] },
  {
    args: ['export', 'regions'],
    out: ['\ufeffid,name_kk,', 'KZ-10,Абай облысы,область Абай,oblast'],
    err: ['1 row of regions'],
  },
  {
    args: ['export', 'tales'],
    code: 2,
    err: ['there is no view tales: choose one of observations, series'],
  },
  {
    args: ['export', 'regions', '--format', 'xlsx'],
    code: 2,
    err: ['there is no format xlsx: choose one of csv, jsonl, json'],
  },
  {
    args: ['export', 'articles', '--columns'],
    out: ['articles: Every article', 'published', 'Day or time of publication'],
  },
  { args: ['backup', DB], code: 2, err: ['exists already'] },
];

for (const { args, code = 0, out = [], err = [] } of cases)
  test(`derek ${args.map((arg) => arg.replace(dirname(DB), '…')).join(' ')}`, async () => {
    const run = await runDerek([...args, '--db', DB]);
    expect(run.code, run.stderr).toBe(code);
    expectInOrder(run.stdout, out);
    expectInOrder(run.stderr, err);
  });

test('timeline and search answer with one object each', async () => {
  const timeline = await runDerek(['timeline', '--program', 'happy-family', '--json', '--db', DB]);
  expect(JSON.parse(timeline.stdout)).toMatchObject({
    programs: [{ key: 'happy-family', name: 'Бақытты отбасы' }],
    dated: [{ value: 2400, unit: 'family', period: { from: '2024' } }, { value: 2650 }],
    undated: [{ value: 300 }],
    events: [{ kind: 'start', date: { from: '2019' } }],
  });
  const search = await runDerek(['search', 'многодетные', '--json', '--db', DB]);
  expect(JSON.parse(search.stdout)).toMatchObject({ query: 'многодетные', totalArticles: 1, totalFacts: 1 });
});

test('an export to a file appears whole, and a failed one leaves nothing', async () => {
  const done = await runDerek(['export', 'observations', '--out', at('o.csv'), '--db', DB]);
  expect(done.stderr).toContain('6 rows of observations');
  expect(readFileSync(at('o.csv'), 'utf8').split('\r\n')).toHaveLength(8);
  const failed = await runDerek(['export', 'observations', '--out', at('no-folder/o.csv'), '--db', DB]);
  expect(failed.code).toBe(2);
  expect(failed.stderr).toContain('cannot write');
  expect(readdirSync(dirname(DB)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a backup is one file with everything, and the examination finds both sound', async () => {
  const backup = await runDerek(['backup', at('copy.db'), '--db', DB]);
  expect(backup.stdout).toContain('with 3 articles');
  expect(existsSync(at('copy.db-wal'))).toBe(false);
  for (const file of [DB, at('copy.db')]) {
    const doctor = await runDerek(['doctor', '--db', file]);
    expect(doctor.code, doctor.stdout + doctor.stderr).toBe(0);
    expect(doctor.stdout).toContain('is sound: 3 articles');
  }
});

test('the examination of a damaged store says so, and ends with exit code 6', async () => {
  await runDerek(['backup', at('torn.db'), '--db', DB]);
  const bytes = readFileSync(at('torn.db'));
  bytes.fill(0, 8 * 4096, 20 * 4096);
  writeFileSync(at('torn.db'), bytes);
  const doctor = await runDerek(['doctor', '--db', at('torn.db'), '--json']);
  expect(doctor.code).toBe(6);
  const lines = doctor.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { what: string; ok: boolean });
  expect(lines.map(({ what, ok }) => [what, ok])).toEqual([
    ['versions', true],
    ['data', true],
    ['live crawl', true],
    ['store', false],
  ]);
});

test('an edit is told number by number, and other rules read the stored text', async () => {
  const db = at('edited.db');
  const text = 'Аким Берик Уали сообщил: в области Абай построили 12 школ.';
  const story = { id: 'a', url: 'https://rus.baq.kz/school', published: '2026-02-04', lang: 'ru', text };
  const ingest = (article: object) =>
    runDerek(['ingest', '-', '--quiet', '--db', db], { stdin: JSON.stringify(article) });
  await ingest(story);
  await ingest({ ...story, text: text.replace('12', '14') });
  const changes = await runDerek(['changes', '--db', db]);
  expectInOrder(changes.stdout, ['rus.baq.kz/school', '12 школ → 14 школ']);
  expect((await runDerek(['changes', '--since', '2100-01-01', '--json', '--db', db])).stdout).toBe('');
  const same = await runDerek(['reextract', '--db', db]);
  expect(same.stderr).toContain('0 articles read by rules');
});

test("what today's rules find otherwise is shown, and counts when it is accepted", async () => {
  const db = at('old-rules.db');
  const store = openStore(db, { clock: () => new Date('2026-08-18T10:00:00Z') });
  store.saveArticle(
    {},
    sketch({
      id: 'a',
      text: 'Аким Берик Уали сообщил: в области Абай построили 12 школ.',
      indicators: [{ quote: '12', value: 21, unit: 'item' }],
    }),
    'rules@0',
  );
  store.close();
  const shown = await runDerek(['reextract', '--db', db]);
  expectInOrder(shown.stdout, ['a: rules@0 → ', '12 → 12 школ', '+ region KZ-10']);
  expect(shown.stderr).toContain('--accept');
  await runDerek(['reextract', '--accept', '--quiet', '--db', db]);
  expect((await runDerek(['reextract', '--db', db])).stdout).toBe('');
  const facts = await runDerek(['search', 'школ', '--json', '--db', db]);
  expect(JSON.parse(facts.stdout)).toMatchObject({ facts: [{ value: 12 }] });
});

test('a release is a file that answers the same, and an article can be taken out', async () => {
  await runDerek(['backup', at('cited.db'), '--db', DB]);
  const db = at('cited.db');
  const made = await runDerek(['release', '2026', '--db', db]);
  expectInOrder(made.stdout, ['2026: 3 articles, 6 figures', 'in ', 'cited.release-2026.db', 'sha256 ']);
  const out = await runDerek([
    'redact',
    'https://rus.baq.kz/news/semi',
    '--reason',
    'court order',
    '--db',
    db,
  ]);
  expect(out.stdout).toContain('https://rus.baq.kz/news/semi is out of');
  expect((await runDerek(['doctor', '--db', db])).stdout).toContain('is sound: 2 articles');
  expect((await runDerek(['doctor', '--db', at('cited.release-2026.db')])).stdout).toContain('3 articles');
  const listed = await runDerek(['release', '--json', '--db', db]);
  expect(JSON.parse(listed.stdout)).toMatchObject({ name: '2026', articles: 3 });
  const again = await runDerek(['redact', 'nothing', '--reason', 'x', '--db', db]);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('there is no article nothing')]);
});
