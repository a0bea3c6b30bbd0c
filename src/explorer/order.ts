import type { EventRow, ObservationRow } from '../store/index.ts';

/** The time a value holds for: the end of its period, else its start, else the day of publication; null when unknown. */
export const timeOf = (o: Pick<ObservationRow, 'period' | 'published'>): string | null =>
  o.period?.to ?? o.period?.from ?? o.published;

/** Rows newest first, rows without a time last. A coarse date (`2024`) comes before the finer ones inside it. */
export const newestFirst = <Row>(rows: readonly Row[], time: (row: Row) => string | null): Row[] =>
  [...rows].sort((a, b) => compare(time(b), time(a)));

const compare = (a: string | null, b: string | null): number => {
  const [x, y] = [a ?? '', b ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The time of an event. */
export const timeOfEvent = (event: Pick<EventRow, 'date' | 'published'>): string | null =>
  event.date.to ?? event.date.from ?? event.published;

/** Rows by key, in the order in which each key comes first. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
