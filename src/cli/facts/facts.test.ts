import { expect, test } from 'vitest';
import type { Facts, IndicatorFact } from '../../core/facts.ts';
import { spanOf } from '../../core/span.ts';
import { openOutput } from '../output.ts';
import { valueWords } from './words.ts';
import { type FactsFormat, factsWriter } from './writer.ts';

const text = 'В Абайской области построили более 40 школ <b>& «садов»</b>, сообщил аким Асан Усенов.';
const at = (part: string) => spanOf(text, text.indexOf(part), text.indexOf(part) + part.length);

const figure: IndicatorFact = {
  id: 'a#29-41',
  quote: 'более 40 школ',
  start: at('более 40 школ').start,
  end: at('более 40 школ').end,
  measure: 'level',
  value: 40,
  high: null,
  previous: null,
  order: null,
  comparator: '>',
  hedge: 'более',
  per: null,
  unit: 'school',
  unitClass: 'count',
  subject: 'школы',
  concept: null,
  direction: null,
  status: 'planned',
  period: { from: '2025', to: '2026', text: 'в 2025–2026 годах' },
  region: { id: 'KZ-10', name: { kk: 'Абай облысы', ru: 'область Абай' } },
  program: null,
  source: null,
  inferred: [],
  rule: 'r',
  confidence: 1,
};

const facts: Facts = {
  schema: 'derek/facts@1',
  article: {
    id: 'a',
    lang: 'ru',
    langConfidence: 1,
    script: 'cyrillic',
    title: 'Школы\x1b[2J',
    published: '2026-02-04',
    url: null,
    publisher: null,
    text,
    sections: [],
  },
  mentions: [],
  programs: [],
  regions: [
    {
      id: 'KZ-10',
      name: { kk: 'Абай облысы', ru: 'область Абай' },
      level: 'oblast',
      mentions: [at('Абайской области')],
      rule: 'r',
    },
  ],
  officials: [
    {
      id: null,
      name: 'Асан Усенов',
      post: 'аким',
      postId: null,
      jurisdiction: { id: 'KZ-10', name: 'область Абай' },
      role: ['acting'],
      mentions: [at('Асан Усенов')],
      rule: 'r',
    },
  ],
  indicators: [figure],
  events: [],
  issues: [{ code: 'x/y', detail: 'something to know' }],
};

async function written(format: FactsFormat, count: number): Promise<string> {
  let out = '';
  const stdout = {
    write: (part: string) => {
      out += part;
      return true;
    },
    once: () => undefined,
  };
  const writer = factsWriter(format, openOutput({}, { stdout, stderr: stdout }));
  for (let k = 0; k < count; k++) await writer.write(facts);
  await writer.end();
  return out;
}

test('jsonl is one line an article, json one array, empty ones too', async () => {
  expect(
    (await written('jsonl', 2))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([facts, facts]);
  for (const count of [0, 1, 3]) expect(JSON.parse(await written('json', count))).toHaveLength(count);
});

test('text for people holds every kind of fact and no control character', async () => {
  expect(await written('text', 1)).toBe(
    [
      'Школы�[2J',
      '2026-02-04 · ru',
      'Regions',
      '  область Абай (oblast)',
      'Officials',
      '  Асан Усенов, acting аким, область Абай',
      'Figures',
      '  more than 40 school: школы [planned, 2025–2026, область Абай]',
      '    «более 40 школ»',
      'Issues',
      '  something to know (x/y)',
      '\n',
    ].join('\n'),
  );
});

test('html marks the facts in the text and lets no markup of the article through', async () => {
  const html = await written('html', 1);
  expect(html).toContain('<mark class="region" title="область Абай">Абайской области</mark>');
  expect(html).toContain('>более 40 школ</mark> &#60;b&#62;&#38; «садов»&#60;/b&#62;');
  expect(html).not.toContain('<b>');
  expect(html.startsWith('<!doctype html>') && html.trimEnd().endsWith('</html>')).toBe(true);
});

const values: readonly (readonly [Partial<IndicatorFact>, string])[] = [
  [{}, 'more than 40 school'],
  [{ comparator: '=', value: 12500.5, unit: 'KZT' }, '12,500.5 KZT'],
  [{ comparator: '~', unit: 'percent' }, 'about 40 %'],
  [{ comparator: '<=', unit: 'percentage_point' }, 'up to 40 percentage point'],
  [{ comparator: '=', high: 50 }, '40–50 school'],
  [{ comparator: '=', previous: 30 }, '40 school, before 30'],
  [{ value: null, order: 100 }, '100s of school'],
  [{ value: null }, 'some school'],
  [{ comparator: '=', per: '1000 people' }, '40 school per 1000 people'],
];
for (const [change, want] of values)
  test(want, () => expect(valueWords({ ...figure, ...change })).toBe(want));
