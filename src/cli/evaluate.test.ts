import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runDerek } from '../testing/derek.ts';

const root = mkdtempSync(join(tmpdir(), 'derek-evaluate-'));
afterAll(() => rmSync(root, { recursive: true }));

const passage = {
  id: 'one',
  lang: 'ru',
  published: '2026-03-10',
  text: 'В Таразе в 2025 году открыли 12 школ, рассказали в управлении образования города.',
  regions: [{ name_ru: 'Тараз', level: 'city' }],
  indicators: [{ quote: '12 школ', value: 12, comparator: '=', unit: 'school', region: 'Тараз' }],
  not_indicators: ['2025'],
};

/** A folder of one passage. Its name decides whose floors hold it. */
function folder(name: string, change: object = {}): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'one.json'), JSON.stringify({ ...passage, ...change }));
  return path;
}

test('a set of one passage: a table for people, every line of it as JSON', async () => {
  const set = folder('mine/set');
  const table = await runDerek(['evaluate', '--set', set, '--verbose']);
  expect(table).toMatchObject({ code: 0 });
  expect(table.stdout).toMatch(/ru +numbers, value +1 +100 +100 +100/);
  expect(table.stderr).toContain('1 passage, 0 faults');
  const json = await runDerek(['evaluate', '--set', set, '--json', '--quiet']);
  expect(JSON.parse(json.stdout)).toMatchObject({ set: 'mine/set', faults: [], comparison: null });
  expect(json.stderr).toBe('');
});

test('what is missed is named', async () => {
  const set = folder('mine/other', { regions: [{ name_ru: 'Астана', level: 'city' }] });
  const run = await runDerek(['evaluate', '--set', set, '--verbose']);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('one regions: missed Астана');
  expect(run.stdout).toContain('one regions: extra Тараз city');
});

test('without the catalogue of programs: what the rules alone find, held to no floor of the full reading', async () => {
  const set = folder('samples/gold', {
    text: 'АСП назначили 12 семьям. Проект «Тихая вода» помог 40 семьям, сообщили в акимате Тараза.',
    programs: [{ name: 'АСП' }, { name: 'Тихая вода' }],
    regions: [],
    indicators: [],
    not_indicators: [],
  });
  const run = await runDerek(['evaluate', '--set', set, '--without-programs', '--verbose']);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('one programs: missed АСП');
  expect(run.stdout).not.toContain('Тихая вода');
  expect(run.stderr).toContain('this set has no floors');
});

test('exit code 1 and the figure, when one is below its floor', async () => {
  const set = folder('samples/gold', { regions: [{ name_ru: 'Астана', level: 'city' }] });
  const run = await runDerek(['evaluate', '--set', set]);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('ru regions: 0 is below its floor of');
  expect(run.stderr).toContain('broken: one regions: missed Астана');
});

test.each<[string, string, string]>([
  ['no such set', join(root, 'nothing'), 'no such file or folder'],
  ['an empty folder', root, 'no passage'],
])('%s: exit code 2', async (_, set, message) => {
  const run = await runDerek(['evaluate', '--set', set]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(message);
  expect(run.stdout).toBe('');
});
