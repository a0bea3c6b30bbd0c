import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObservationRow, Store } from '../../store/index.ts';
import { openStore } from '../../store/index.ts';
import { fillExplorerRecord } from '../../testing/explorer-record.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { lanesOf } from './chart.ts';

const file = temporaryFolder();
let store: Store;
let sample: ObservationRow;

beforeAll(() => {
  store = openStore(file('chart.db'), { clock: () => new Date('2026-02-06T05:00:00Z') });
  fillExplorerRecord(store);
  const [first] = store.program('auyl-amanaty')?.timeline.dated ?? [];
  if (first === undefined) throw new Error('the record has no dated value');
  sample = first;
});
afterAll(() => store.close());

const value = (of: Partial<ObservationRow>): ObservationRow => ({ ...sample, ...of });
const year = (y: string): ObservationRow['period'] => ({ from: y, to: y, text: y });

test('what was reported twice has a row of its own, the rest is put together by unit', () => {
  const lanes = lanesOf([
    value({ indicator: 'a', unit: 'person', value: 2, period: year('2025') }),
    value({ indicator: 'a', unit: 'person', value: 1, period: year('2024') }),
    value({ indicator: 'b', unit: 'KZT', value: 3 }),
    value({ indicator: 'c', unit: 'KZT', value: 4 }),
    value({ indicator: 'd', unit: 'km', value: 5 }),
  ]);
  expect(lanes.map((lane) => [lane.single, lane.rows.map((row) => row.value)])).toEqual([
    [true, [1, 2]],
    [false, [3, 4]],
    [true, [5]],
  ]);
});

test('a value without any date, or with one that is none, has no place in the chart', () => {
  expect(lanesOf([value({ period: null, published: null })])).toEqual([]);
  expect(lanesOf([value({ period: { from: 'сейчас', to: null, text: 'сейчас' }, published: null })])).toEqual(
    [],
  );
  expect(lanesOf([value({ period: { from: '2026', to: '2024', text: '' } })])).toEqual([]);
});

test('a program page draws a dot for each dated value, leading to its sentence', () => {
  const timeline = store.program('auyl-amanaty')?.timeline;
  const rows = [...(timeline?.dated ?? []), ...(timeline?.undated ?? [])];
  expect(lanesOf(rows).flatMap((lane) => lane.rows)).toHaveLength(5);
});
