import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadPipeline, PIPELINES_DIR } from './pipelines.ts';
import { loadPublishers } from './publishers.ts';

const publishers = loadPublishers();
const folder = mkdtempSync(join(tmpdir(), 'derek-pipelines-'));
afterAll(() => rmSync(folder, { recursive: true }));

for (const file of readdirSync(PIPELINES_DIR))
  test(`pipeline: ${file} can be run`, () => {
    const pipeline = loadPipeline(file.replace('.yaml', ''), publishers);
    expect(pipeline.publishers.length).toBeGreaterThan(0);
    // Nobody outside this machine is asked more than once a second.
    if (pipeline.outlets === 'live') expect(pipeline.pace.seconds).toBeGreaterThanOrEqual(1);
  });

const good = {
  about: '"A run for the tests of pipelines"',
  outlets: 'live',
  publishers: '[liter, baq-kk]',
  pace: '{ seconds: 1 }',
};
const yaml = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');

/** What loading a file with these fields says. */
function check(fields: Record<string, string>, expected: RegExp): void {
  const file = join(folder, 'one.yaml');
  writeFileSync(file, yaml(fields));
  expect(() => loadPipeline(file, publishers)).toThrow(expected);
}

test('pipeline: a file of the operator', () => {
  const file = join(folder, 'mine.yaml');
  writeFileSync(file, yaml(good));
  const { name, publishers: chosen, pace } = loadPipeline(file, publishers);
  expect([name, chosen.map((p) => p.key), pace]).toEqual([
    'mine',
    ['baq-kk', 'liter'],
    { seconds: 1, together: 1 },
  ]);
});

const bad: readonly (readonly [string, Record<string, string>, RegExp])[] = [
  [
    'an unknown publisher',
    { ...good, publishers: '[liter, nobody]' },
    /one\.yaml, line 3 \(publishers\.1\): expected one of the publishers: .*, got "nobody"/,
  ],
  ['no publisher', { ...good, publishers: '[]' }, /line 3/],
  ['an unknown key', { ...good, speed: '5' }, /one\.yaml, line \d/],
  [
    'a pace that is none',
    { ...good, pace: '{ seconds: quick }' },
    /line 4 \(pace\.seconds\): expected seconds/,
  ],
  [
    'outlets nobody knows',
    { ...good, outlets: 'dead' },
    /line 2 \(outlets\): expected sample or live, got "dead"/,
  ],
  [
    'a schedule that is none',
    { ...good, schedule: '"at night"' },
    /line 5 \(schedule\): expected a cron time/,
  ],
  ['a night without an end', { ...good, hours: '1000' }, /line 5 \(hours\): expected/],
  ['something missing', { outlets: 'live' }, /one sentence/],
];
for (const [name, fields, expected] of bad)
  test(`pipeline: ${name} is refused with its line`, () => check(fields, expected));

test('pipeline: a file that is not there', () => {
  expect(() => loadPipeline('weekly', publishers)).toThrow('there is no pipeline weekly');
});
