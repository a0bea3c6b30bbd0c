import { expect, test } from 'vitest';
import { marksOf, type Telling, tie } from './stories.ts';

const telling = (of: Partial<Telling> & { readonly numbers?: readonly number[] }): ReadonlySet<string> =>
  new Set(
    marksOf({
      text: '',
      people: [],
      programs: [],
      regions: [],
      days: [],
      values: (of.numbers ?? []).map((value) => ({ value, unitClass: 'count' })),
      ...of,
    }),
  );
const words =
  'Облыста былтыр жиырма жеті мектеп ашылды, оның тоғызы ауылда, ал қалғаны қалада салынды деп хабарлады әкімдік';

const cases: [
  what: string,
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  days: number | null,
  joined: boolean,
][] = [
  [
    'the same numbers',
    telling({ numbers: [8051, 44.2, 1286] }),
    telling({ numbers: [8051, 44.2, 2300] }),
    0,
    true,
  ],
  [
    'the same numbers weeks apart',
    telling({ numbers: [8051, 44.2] }),
    telling({ numbers: [8051, 44.2] }),
    40,
    false,
  ],
  [
    'no date on one',
    telling({ numbers: [8051, 44.2, 1286] }),
    telling({ numbers: [8051, 44.2, 1286] }),
    null,
    true,
  ],
  ['no date, and little in common', telling({ numbers: [8051] }), telling({ numbers: [8051] }), null, false],
  [
    'a person, a place and a program of every day',
    telling({ people: ['Берік Уәли'], regions: ['KZ-10'], programs: ['auyl-amanaty'], numbers: [5] }),
    telling({ people: ['Берик Уали'], regions: ['KZ-10'], programs: ['auyl-amanaty'], numbers: [5] }),
    0,
    false,
  ],
  [
    'two round figures, a person and a place',
    telling({ people: ['Берік Уәли'], regions: ['KZ-10/semey'], numbers: [25, 1000] }),
    telling({ people: ['Берик Уали'], regions: ['KZ-10/semey'], numbers: [25, 1000] }),
    3,
    true,
  ],
  [
    'one known figure among many others',
    telling({ numbers: [8051, 113, 274, 5512, 19.3, 877] }),
    telling({ numbers: [8051, 640, 332, 7719, 41.8, 926] }),
    0,
    false,
  ],
  [
    'money is not a count',
    telling({ numbers: [8051, 1286] }),
    telling({ values: [8051, 1286].map((value) => ({ value, unitClass: 'money' })) }),
    0,
    false,
  ],
  [
    'the same words without a number',
    telling({ text: words }),
    telling({ text: `Кеше. ${words}.` }),
    1,
    true,
  ],
  ['nothing', telling({}), telling({}), 0, false],
];
for (const [what, a, b, days, joined] of cases)
  test(`${what}: ${joined ? 'one story' : 'two stories'}`, () => {
    expect(tie(a, b, days) !== undefined).toBe(joined);
    expect(tie(b, a, days)).toEqual(tie(a, b, days));
  });

test('a tie says what both articles tell, the most telling first', () => {
  const [a, b] = [
    telling({ numbers: [5, 8051], regions: ['KZ-10'] }),
    telling({ numbers: [5, 8051], regions: ['KZ-10'] }),
  ];
  expect(tie(a, b, 0)).toEqual({ score: 1, reprint: false, shared: ['n:8051', 'n:5', 'r:KZ-10'] });
});
