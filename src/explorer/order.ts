import type { EventRow, ObservationRow, Timeline } from '../store/index.ts';

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

/** Values with a time, newest first, and those that neither the text nor the page dates. */
export function byTime(timeline: Timeline): {
  readonly dated: readonly ObservationRow[];
  readonly undated: readonly ObservationRow[];
} {
  const rows = [...timeline.dated, ...timeline.undated];
  return {
    dated: newestFirst(
      rows.filter((row) => timeOf(row) !== null),
      timeOf,
    ),
    undated: rows.filter((row) => timeOf(row) === null),
  };
}
