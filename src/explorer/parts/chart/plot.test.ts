import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimeKind } from '../../../catalog/indicators.ts';
import type { Store, TimelineRow } from '../../../store/index.ts';
import { openStore } from '../../../store/index.ts';
import { fillExplorerRecord } from '../../../testing/explorer-record.ts';
import { temporaryFolder } from '../../../testing/folder.ts';
import { COUNTRY, plotOf } from './plot.ts';

const file = temporaryFolder();
let store: Store;
let sample: TimelineRow;

beforeAll(() => {
  store = openStore(file('chart.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  const [first] = store.timeline({ programs: ['auyl-amanaty'] }).dated;
  if (first === undefined) throw new Error('the record has no dated value');
  sample = first;
});
afterAll(() => store.close());

let ids = 0;
const row = (of: Partial<TimelineRow>): TimelineRow => {
  const id = `row-${ids++}`;
  const plain = { comparator: '=', high: null, region: null, inferred: [], superseded: null } as const;
  return { ...sample, ...plain, id, point: id, ...of };
};
const period = (from: string | null, to: string | null = from): TimelineRow['period'] => ({
  from,
  to,
  text: '',
});
const only = (rows: readonly TimelineRow[], time?: TimeKind) => {
  const { panels } = plotOf(rows, time);
  expect(panels).toHaveLength(1);
  return panels[0] ?? { marks: [], steps: [], bars: [], region: '' };
};
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

describe('where a dot stands', () => {
  const CASES: readonly [what: string, time: TimeKind | undefined, of: Partial<TimelineRow>, at: string][] = [
    ['a count of a day', 'stock', { period: period('2025-10-01') }, '2025-10-02'],
    [
      'a count of a year that is over',
      'stock',
      { period: period('2025'), published: '2026-02-04' },
      '2026-01-01',
    ],
    [
      'a count of a year that goes on',
      'stock',
      { period: period('2026'), published: '2026-02-04' },
      '2026-02-04',
    ],
    ['a rule stands at its beginning', 'rule', { period: period('2026-01', '2026-12') }, '2026-01-01'],
    ['a sum stands in the middle', 'flow', { period: period('2025') }, '2025-07-02'],
    ['an indicator nobody defined', undefined, { period: period('2025') }, '2025-07-02'],
    ['no period: the day of the page', undefined, { period: null, published: '2026-02-04' }, '2026-02-04'],
    ['a plan is not counted yet', 'stock', { period: period('2027'), status: 'planned' }, '2027-07-02'],
  ];
  test.each(CASES)('%s', (_what, time, of, at) => {
    expect(only([row(of)], time).marks.map((mark) => day(mark.at))).toEqual([at]);
  });
});

test.each([
  ['>', null, [100, 110]],
  ['>=', null, [100, 110]],
  ['<', null, [90, 100]],
  ['~', null, [95, 105]],
  ['=', 120, [100, 120]],
  ['=', null, null],
] as const)('the wording %s leaves its band', (comparator, high, band) => {
  const { marks } = only([row({ value: 100, comparator, high, period: period('2025') })]);
  expect(marks.map((mark) => mark.band)).toEqual([band]);
});

test('counts go on in steps, plans and revised values do not, a long silence is a gap', () => {
  const superseded = { by: 'x', how: 'revision' } as const;
  const { steps, marks } = only(
    [
      row({ value: 1, period: period('2022-06-01') }),
      row({ value: 2, period: period('2025-01-01') }),
      row({ value: 9, period: period('2025-03-01'), superseded }),
      row({ value: 3, period: period('2025-06-01') }),
      row({ value: 8, period: period('2026-06-01'), status: 'planned' }),
    ],
    'stock',
  );
  expect(marks).toHaveLength(5);
  expect(steps.map(({ from, to, gap }) => [from.value, to.value, gap])).toEqual([
    [1, 2, true],
    [2, 3, false],
  ]);
});

test('sums over periods are bars, but not what the sentence does not date', () => {
  const { bars, steps } = only(
    [
      row({ value: 1, period: period('2024') }),
      row({ value: 2, period: period('2025'), inferred: ['period'] }),
      row({ value: 3, period: period('2026'), status: 'planned' }),
    ],
    'flow',
  );
  expect(bars.map(({ value }) => value)).toEqual([1]);
  expect(steps).toEqual([]);
});

test('a press release in many outlets is one dot', () => {
  const said = { point: 'first', value: 5, period: period('2025') };
  const { marks } = only([row(said), row(said), row({ value: 6, period: period('2025') })]);
  expect(marks.map(({ value, times }) => [value, times])).toEqual([
    [5, 2],
    [6, 1],
  ]);
});

test('places have panels of their own: the country first, then those with most values', () => {
  const at = (id: string): Partial<TimelineRow> => ({
    region: { id, name: { kk: id, ru: id } },
    period: period('2025'),
  });
  const { panels } = plotOf(
    [row(at('KZ-10')), row(at('KZ-11')), row(at('KZ-11')), row({ period: period('2025') })],
    undefined,
  );
  expect(panels.map(({ region }) => region)).toEqual([COUNTRY, 'KZ-11', 'KZ-10']);
});

test('what has no date, a date that is none, or no number has no place in the chart', () => {
  const { panels } = plotOf(
    [
      row({ period: null, published: null }),
      row({ period: period('сейчас') }),
      row({ period: period('2026', '2024') }),
      row({ value: null, period: period('2025') }),
    ],
    undefined,
  );
  expect(panels).toEqual([]);
});
