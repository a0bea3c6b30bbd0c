import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadConcepts } from './indicators.ts';
import { DATA_DIR } from './yaml.ts';

const concepts = loadConcepts();

const root = mkdtempSync(join(tmpdir(), 'derek-indicators-'));
cpSync(`${DATA_DIR}lexicon`, join(root, 'lexicon'), { recursive: true });
cpSync(`${DATA_DIR}indicators`, join(root, 'indicators'), { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

test('two hundred indicators and more, each worded in both languages', () => {
  expect(concepts.length).toBeGreaterThanOrEqual(200);
});

test.each([
  ['unemployment-rate', 'stock', ['percent'], []],
  [
    'jobs-created',
    'flow',
    ['job'],
    [
      { act: 'act.created', of: null },
      { act: 'act.opened', of: null },
    ],
  ],
  ['roads-repaired', 'flow', ['km'], [{ act: 'act.repaired', of: 'of.road' }]],
  ['minimum-wage', 'rule', ['money'], []],
])('%s is a %s told in %s', (id, time, units, acts) => {
  expect(concepts.find((c) => c.id === id)).toMatchObject({ time, units, acts });
});

test.each([
  [
    'an unknown unit',
    'x | stock | furlong | | | | ұзындық | длина',
    'line 1 (unit): expected a unit of data/lexicon/things',
  ],
  [
    'an unknown act',
    'x | flow | school | | | painted | мектеп | школа',
    'line 1 (act): expected a class act.*',
  ],
  [
    'an unknown measure',
    'x | flow | km | | | built+moon | жол | дорога',
    'line 1 (act): expected a class act.*',
  ],
  ['a kind of time that is none', 'x | ever | school | | | | мектеп | школа', 'line 1 (time)'],
  [
    'one language only',
    'x | stock | school | | | | мектеп',
    'line 1 (row): expected a wording in each language',
  ],
  [
    'a wording of another',
    'x | stock | percent | | | | баға | инфляция',
    'line 1 (ru): expected a value of one entry only',
  ],
])('%s is refused with file and line', (_, line, message) => {
  // Read after the others, so that it is this line that is complained of.
  writeFileSync(join(root, 'indicators', 'zz.txt'), `${line}\n`);
  expect(() => loadConcepts(`${root}/`)).toThrow(`data/indicators/zz.txt, ${message}`);
});
