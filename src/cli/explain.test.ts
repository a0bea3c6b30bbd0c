import { dirname } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { articleIdOf, openStore } from '../store/index.ts';
import { runDerek } from '../testing/derek.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { expectInOrder } from '../testing/in-order.ts';
import { fillRecord } from '../testing/record.ts';

const at = temporaryFolder();
const DB = at('record.db');
const TEXT = 'Биыл Семейде «Жасыл ел» жобасымен 2,5 мыңнан астам отбасы пәтер алды.';
beforeAll(async () => {
  const store = openStore(DB, { clock: () => new Date('2026-08-18T10:00:00Z') });
  fillRecord(store);
  store.close();
  const line = JSON.stringify({ id: 'own', title: 'Пәтерлер', text: TEXT, published: '2026-02-04' });
  await runDerek(['ingest', '-', '--db', DB], { stdin: line });
});

const centres = articleIdOf('https://baq.kz/news/otbasy-ortalyqtary');
const families = articleIdOf('https://rus.baq.kz/news/semi');

interface Case {
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly code?: number;
  /** What stdout, or stderr, has to hold, in this order. */
  readonly out?: readonly string[];
  readonly err?: readonly string[];
}
const cases: readonly Case[] = [
  {
    args: ['own#34-57'],
    out: [
      'more than 2,500 family',
      '▸2,5 мыңнан астам отбасы◂ пәтер алды.»',
      'Пәтерлер\n2026-02-04, own#34-57',
      'value       2500\n            the words of the figure say it: «2,5 мыңнан», sentence 1 (34–44)',
      'measure     level (holds unless something else is said)',
      'direction   – (nothing says it)',
      'region      Семей\n            said in the clause of the figure: «Семейде», sentence 1 (5–12); found by place/bare',
      'program     Жасыл ел\n            said in the sentence of the figure: «Жасыл ел», sentence 1 (13–23); found by kk/program/quoted',
      'period      2026\n            said in the clause of the figure: «Биыл», sentence 1 (0–4)',
      'confidence  0.95',
      'Rule kk/indicator/count',
      'A number with a counted noun',
      'data/rules/built-in.yaml:',
      'kk/program/quoted: A quoted name',
      'data/rules/patterns/programs.yaml:',
    ],
  },
  {
    args: [`${families}#27-38`],
    out: [
      '2,650 family',
      '▸2 650 семей◂',
      'Семьи получили квартиры',
      'baq, 2026-02-05, https://rus.baq.kz/news/semi',
      'value       2650',
      "today's (",
      'read it otherwise',
      'subject: семьи, получившие жильё → ',
    ],
  },
  {
    args: [`${centres}#50-53`],
    out: ['▸131◂', "Today's rules (", 'no longer find this figure here', 'recorded by the rules'],
  },
  {
    args: ['own#1-2'],
    code: 2,
    err: ['has no figure own#1-2: the article it names has 1 figure: own#34-57'],
  },
  { args: ['nobody'], code: 2, err: ['an id is ARTICLE#START-END', 'derek timeline --json'] },
  { args: [], code: 2, err: ['explain what? Give the id of a figure', '--text or --article'] },
  {
    args: ['--text', 'В Таразе построили 12 школ. В Семее – 8.', '--published', '2026-02-04'],
    out: [
      '12 school',
      'text#19-26',
      'period      2026 (no time is said: the year of publication; inferred)',
      '8 school',
    ],
  },
  { args: ['--text', 'Жаңалық жоқ.'], code: 4, err: ['no figure that measures something'] },
  { args: ['text#1-2', '--text', 'В Таразе построили 12 школ.'], code: 2, err: ['has 1 figure: text#19-26'] },
  {
    args: ['b#19-26', '--article', '-'],
    stdin: '{"id":"a","text":"Открыли 5 школ."}\n{"id":"b","text":"В Таразе построили 12 школ."}\n',
    out: ['12 school', 'no date, b#19-26'],
  },
  { args: ['--article', 'nowhere.txt'], code: 4, err: ['nowhere.txt: no such file'] },
  { args: ['--text', 'x', '--article', '-'], code: 2, err: ['cannot be used with'] },
];

for (const { args, stdin, code = 0, out = [], err = [] } of cases)
  test(`derek explain ${args.join(' ').replaceAll(dirname(DB), '…')}`, async () => {
    const run = await runDerek(['explain', ...args, '--db', DB], stdin === undefined ? {} : { stdin });
    expect(run.code, run.stderr).toBe(code);
    expectInOrder(run.stdout, out);
    expectInOrder(run.stderr, err);
  });

test('explain --json is one object that tells the same', async () => {
  const run = await runDerek(['explain', 'own#34-57', '--json', '--db', DB]);
  expect(JSON.parse(run.stdout)).toMatchObject({
    schema: 'derek/explanation@1',
    observation: 'own#34-57',
    quote: '2,5 мыңнан астам отбасы',
    start: 34,
    end: 57,
    article: { articleId: 'own', title: 'Пәтерлер', published: '2026-02-04' },
    sentence: { start: 0, end: TEXT.length, text: TEXT },
    found: true,
    changed: [],
    rule: { id: 'kk/indicator/count', file: 'data/rules/built-in.yaml' },
    confidence: { value: 0.95 },
  });
  const { slots } = JSON.parse(run.stdout);
  expect(slots.find((s: { slot: string }) => s.slot === 'region')).toEqual({
    slot: 'region',
    value: { id: 'KZ-10/semey', name: { kk: 'Семей', ru: 'Семей' } },
    way: 'clause',
    why: 'said in the clause of the figure',
    words: { start: 5, end: 12, text: 'Семейде' },
    sentence: 1,
    inferred: false,
    rule: expect.objectContaining({ id: 'place/bare' }),
  });
  const gone = await runDerek(['explain', `${centres}#50-53`, '--json', '--db', DB]);
  expect(JSON.parse(gone.stdout)).toMatchObject({ found: false, slots: [], rule: null, quote: '131' });
});
