import type { TimeKind } from '../../../catalog/indicators.ts';
import type { TimelineRow } from '../../../store/index.ts';
import { groupBy } from '../../order.ts';
import { type Extent, extentOf, startOf } from './extent.ts';

/** One statement as a mark of a chart. */
export interface Mark {
  readonly row: TimelineRow;
  readonly extent: Extent;
  /** Where on the axis of time its dot stands, in ms. */
  readonly at: number;
  readonly value: number;
  /** What the wording leaves open: «более 12 тысяч» reaches upwards, «около» both ways, a range from end to end. */
  readonly band: readonly [low: number, high: number] | null;
  /** Reported as fact, and not planned, forecast, denied or laid down as a norm to come. */
  readonly isFact: boolean;
  /** Another value took its place for the very same time. */
  readonly superseded: boolean;
  /** The sentence itself does not say when. */
  readonly guessed: boolean;
  /** Ids of the outlets' articles that state it, as far as they tell one story. */
  readonly times: number;
}

/** Facts about one place in the order of time; `gap` says that nothing was reported for long before this mark. */
export interface Step {
  readonly from: Mark;
  readonly to: Mark;
  readonly gap: boolean;
}

/** How the values of a place go on: as steps from one count to the next, as bars over periods, or not at all. */
export interface Panel {
  /** Region id; the country's where the statements name none. */
  readonly region: string;
  readonly marks: readonly Mark[];
  readonly steps: readonly Step[];
  readonly bars: readonly Mark[];
}

/** What a chart shows: panels by place, the country first, then the most reported. */
export interface Plot {
  readonly panels: readonly Panel[];
}

export const COUNTRY = 'KZ';
const DAY = 86_400_000;
/** Longer than a year and a month between two counts: what lay between is not known. */
const LONG = 400 * DAY;
/** How far a wording that gives one bound only is drawn; the tolerances of verdicts are of this size. */
const OPEN = 0.1;
const ABOUT = 0.05;

/** The plot of statements of one series; `time` is how its indicator goes with time, undefined when nobody has said. */
export function plotOf(rows: readonly TimelineRow[], time: TimeKind | undefined): Plot {
  const marks = onePerPoint(rows.flatMap((row) => markOf(row, time) ?? []));
  const places = groupBy(marks, ({ row }) => row.region?.id ?? COUNTRY);
  const panels = [...places].map(([region, of]) => panelOf(region, of, time));
  return {
    panels: panels.sort(
      (a, b) =>
        Number(b.region === COUNTRY) - Number(a.region === COUNTRY) ||
        b.marks.length - a.marks.length ||
        (a.region < b.region ? -1 : 1),
    ),
  };
}

function markOf(row: TimelineRow, time: TimeKind | undefined): Mark | undefined {
  const extent = extentOf(row);
  if (extent === undefined || row.value === null) return undefined;
  const isFact = row.status === 'actual' || row.status === 'rule';
  return {
    row,
    extent,
    at: momentOf(row, extent, isFact ? time : undefined),
    value: row.value,
    band: bandOf(row.value, row.high, row.comparator),
    isFact,
    superseded:
      row.superseded !== null &&
      (row.superseded.how === 'revision' || (time === 'flow' && row.superseded.how === 'progress')),
    guessed: row.period === null || row.inferred.includes('period'),
    times: 1,
  };
}

/** A count holds at the end of what is said, yet not later than it was said; a rule from its beginning. */
export function momentOf(
  row: Pick<TimelineRow, 'published'>,
  [start, end]: Extent,
  time: TimeKind | undefined,
): number {
  if (time === 'rule') return start;
  if (time !== 'stock') return (start + end) / 2;
  const said = startOf(row.published) ?? end;
  return Math.max(start, Math.min(end, said));
}

function bandOf(value: number, high: number | null, comparator: TimelineRow['comparator']): Mark['band'] {
  if (high !== null) return [value, high];
  const size = Math.abs(value);
  switch (comparator) {
    case '=':
      return null;
    case '>':
    case '>=':
      return [value, value + OPEN * size];
    case '<':
    case '<=':
      return [value - OPEN * size, value];
    case '~':
      return [value - ABOUT * size, value + ABOUT * size];
  }
}

/** One press release in ten outlets is one mark, that of the article that said it first. */
function onePerPoint(marks: readonly Mark[]): readonly Mark[] {
  const points = groupBy(marks, ({ row }) => `${row.point} ${row.region?.id ?? ''} ${row.value}`);
  return [...points.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, times: 1 + others.length }],
  );
}

function panelOf(region: string, marks: readonly Mark[], time: TimeKind | undefined): Panel {
  const sorted = [...marks].sort((a, b) => a.at - b.at || a.value - b.value);
  const course = sorted.filter(
    ({ row, isFact, superseded }) => isFact && !superseded && row.measure === 'level',
  );
  return {
    region,
    marks: sorted,
    steps: time === 'stock' || time === 'rule' ? stepsOf(course) : [],
    bars: time === 'flow' ? course.filter(({ guessed }) => !guessed) : [],
  };
}

const stepsOf = (course: readonly Mark[]): readonly Step[] =>
  course.slice(1).flatMap((to, before) => {
    const from = course[before];
    return from === undefined || from.at === to.at ? [] : [{ from, to, gap: to.at - from.at > LONG }];
  });
