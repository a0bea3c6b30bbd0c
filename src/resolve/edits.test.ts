import { expect, test } from 'vitest';
import { editsBetween, type StatedValue } from './edits.ts';

const stated = (value: number, sentence: string, slots: Partial<StatedValue> = {}): StatedValue => ({
  quote: String(value),
  value,
  high: null,
  previous: null,
  unit: 'school',
  unitClass: 'count',
  subject: 'школы',
  sentence,
  ...slots,
});
const OPENED = (n: number): string => `За год в области открыли ${n} школ для сельских детей.`;

const cases: [
  what: string,
  before: StatedValue[],
  after: StatedValue[],
  edits: [number | undefined, number | undefined][],
][] = [
  ['nothing changed', [stated(12, OPENED(12))], [stated(12, OPENED(12))], []],
  ['a number that was corrected', [stated(12, OPENED(12))], [stated(13, OPENED(13))], [[12, 13]]],
  [
    'a sentence that moved',
    [stated(12, OPENED(12)), stated(7, 'Семь классов.')],
    [stated(7, 'Семь классов.'), stated(12, OPENED(12))],
    [],
  ],
  ['a sentence that went', [stated(12, OPENED(12))], [], [[12, undefined]]],
  ['a sentence that came', [], [stated(12, OPENED(12))], [[undefined, 12]]],
  [
    'a number of another sentence',
    [stated(12, OPENED(12))],
    [stated(300, 'На ремонт дорог выделили деньги.')],
    [
      [12, undefined],
      [undefined, 300],
    ],
  ],
  [
    'a number of another class',
    [stated(12, OPENED(12))],
    [stated(13, OPENED(13), { unitClass: 'percent' })],
    [
      [12, undefined],
      [undefined, 13],
    ],
  ],
  [
    'two numbers of one sentence, by what they count',
    [stated(12, 'Открыли школы и сады.'), stated(5, 'Открыли школы и сады.', { subject: 'сады' })],
    [stated(6, 'Открыли школы и сады.', { subject: 'сады' }), stated(14, 'Открыли школы и сады.')],
    [
      [12, 14],
      [5, 6],
    ],
  ],
];
for (const [what, before, after, edits] of cases)
  test(what, () =>
    expect(editsBetween(before, after).map((edit) => [edit.old?.value, edit.new?.value])).toEqual(edits),
  );
