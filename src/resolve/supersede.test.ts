import { expect, test } from 'vitest';
import { type Stated, type Superseded, supersessions } from './supersede.ts';

/** `a 33 2024-05-01; …`: article, value, day it is known from; the rest are slots. */
const stated = (id: string, value: number | null, known: string, slots: Partial<Stated> = {}): Stated => ({
  id,
  articleId: id,
  value,
  known,
  measure: 'level',
  unit: 'centre',
  unitClass: 'count',
  per: null,
  status: 'actual',
  period: null,
  region: null,
  inferred: [],
  indicator: 'family-support-centres',
  program: null,
  ...slots,
});
const period = (from: string | null, to: string | null): Pick<Stated, 'period'> => ({
  period: { from, to, text: '…' },
});
const ABAI = { id: 'KZ-10', name: { kk: 'Абай облысы', ru: 'область Абай' } };

const progress = (by: string): Superseded => ({ by, how: 'progress' });
const cases: [what: string, values: Stated[], expected: Record<string, Superseded>][] = [
  [
    'a count that grows',
    [stated('a', 33, '2024-05-01'), stated('b', 124, '2025-07-24'), stated('c', 131, '2025-10-07')],
    { a: progress('b'), b: progress('c') },
  ],
  ['a count that is repeated', [stated('a', 131, '2025-10-07'), stated('b', 131, '2025-12-20')], {}],
  [
    'a later article about an earlier day',
    [stated('a', 131, '2025-10-07'), stated('b', 33, '2026-01-10', period('2024-01-01', '2024-01-01'))],
    { b: progress('a') },
  ],
  [
    'since the beginning of one year',
    [
      stated('a', 900, '2025-05-02', period('2025-01-01', '2025-05-01')),
      stated('b', 1500, '2025-09-02', period('2025-01-01', '2025-09-01')),
    ],
    { a: progress('b') },
  ],
  [
    'two years stand beside each other',
    [
      stated('a', 900, '2025-01-20', period('2024', '2024')),
      stated('b', 1500, '2026-01-20', period('2025', '2025')),
    ],
    {},
  ],
  [
    'one year told twice',
    [
      stated('a', 900, '2025-01-20', period('2024', '2024')),
      stated('b', 912, '2025-04-20', period('2024', '2024')),
    ],
    { a: { by: 'b', how: 'revision' } },
  ],
  [
    'an amount in force',
    [
      stated('a', 3692, '2024-01-02', { status: 'rule', unit: 'KZT', unitClass: 'money' }),
      stated('b', 3932, '2025-01-02', { status: 'rule', unit: 'KZT', unitClass: 'money' }),
    ],
    { a: { by: 'b', how: 'rule_change' } },
  ],
  [
    'a plan does not overtake what is',
    [stated('a', 131, '2025-10-07'), stated('b', 208, '2025-12-20', { status: 'planned' })],
    {},
  ],
  ['another place', [stated('a', 131, '2025-10-07'), stated('b', 7, '2025-12-20', { region: ABAI })], {}],
  [
    'another indicator',
    [stated('a', 131, '2025-10-07'), stated('b', 7, '2025-12-20', { indicator: '~дворы' })],
    {},
  ],
  [
    'another program',
    [
      stated('a', 131, '2025-10-07', { program: { key: 'x' } }),
      stated('b', 7, '2025-12-20', { program: { key: 'y' } }),
    ],
    {},
  ],
  ['one article', [stated('a', 33, '2025-10-07'), stated('b', 131, '2025-10-07', { articleId: 'a' })], {}],
  [
    'a change is no level',
    [stated('a', 131, '2025-10-07'), stated('b', 7, '2025-12-20', { measure: 'change' })],
    {},
  ],
  ['no value', [stated('a', 131, '2025-10-07'), stated('b', null, '2025-12-20')], {}],
];
for (const [what, values, expected] of cases)
  test(what, () => {
    expect(Object.fromEntries(supersessions(values))).toEqual(expected);
    expect(Object.fromEntries(supersessions(values.toReversed()))).toEqual(expected);
  });
