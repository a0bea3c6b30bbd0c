import type { Publisher } from '../catalog/publishers.ts';
import type { ReadPage } from '../core/article.ts';
import type { Alarm, DayCounts, PublisherDay } from '../store/index.ts';

/** What alarms are judged by, for one publisher in one run. */
export interface Night {
  readonly publisher: Publisher;
  /** `YYYY-MM-DD` in Almaty. */
  readonly day: string;
  /** Why none of its sources could be read. */
  readonly unreachable?: string | undefined;
  /** Addresses that are due and were not asked for: the outlet only failed, or the time of the run was over. */
  readonly postponed?: number | undefined;
  readonly outOfTime?: boolean | undefined;
  /** This run alone: how its pages were read. */
  readonly run: DayCounts;
  /** All runs of the day: what it yielded. */
  readonly today: DayCounts;
  /** Earlier days, the newest first. */
  readonly before: readonly PublisherDay[];
  /** Was everything asked for that is new? A run with limits of its own says nothing about how much there is. */
  readonly whole: boolean;
}

export const NO_COUNTS: DayCounts = {
  seen: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
  skipped: 0,
  read: 0,
  kazakh: 0,
  mojibake: 0,
  strayed: 0,
  title: 0,
  body: 0,
  published: 0,
  authors: 0,
};

export const addCounts = (a: DayCounts, b: DayCounts): DayCounts => {
  const sum = (key: string): [string, number] => [
    key,
    (a[key as keyof DayCounts] ?? 0) + (b[key as keyof DayCounts] ?? 0),
  ];
  return Object.fromEntries(Object.keys(NO_COUNTS).map(sum)) as unknown as DayCounts;
};

/**
 * What one page that was read adds to the counts. A field counts when the selector that the publisher's file gives
 * found it.
 */
export function countsOf(page: ReadPage, publisher: Publisher): DayCounts {
  const said = (code: string, at?: string): boolean =>
    page.issues.some((issue) => issue.code === code && (at === undefined || issue.at === at));
  const selected = publisher.layouts.length === 0 || page.reader === 'publisher';
  const one = (yes: boolean): number => (yes ? 1 : 0);
  return {
    ...NO_COUNTS,
    read: 1,
    kazakh: one(page.lang === 'kk'),
    mojibake: one(said('page/mojibake')),
    strayed: one(page.reader === 'publisher' && said('publisher/layout')),
    title: one(page.title !== null && !said('publisher/field', 'title')),
    body: one(page.body !== '' && selected),
    published: one(page.published !== null && !said('publisher/field', 'published')),
    authors: one(page.authors.length > 0),
  };
}

/** With fewer pages than this a share says nothing. */
const FEWEST = 3;
/** A share may move by so much from what it was, or from what the publisher's file expects. */
const SLACK = 0.3;
const LANGUAGE_SLACK = 0.15;
/** Below this part of what such a day usually yields something is wrong. */
const DROP = 0.3;

/** What is wrong with a publisher, as its history and its file tell; empty when nothing is. */
export function alarmsOf(night: Night): Alarm[] {
  const { publisher, unreachable } = night;
  if (unreachable !== undefined)
    return [{ publisher: publisher.key, kind: 'sources', detail: `none could be read: ${unreachable}` }];
  const raise = (alarm: Omit<Alarm, 'publisher'>): Alarm => ({ publisher: publisher.key, ...alarm });
  return [...yieldOf(night), ...fieldsOf(night), ...pagesOf(night), ...failuresOf(night)].map(raise);
}

type Raised = Omit<Alarm, 'publisher'>;

/** Nothing new, or far less than on the same day of other weeks. */
function yieldOf({ publisher, day, today, before, whole, outOfTime = false }: Night): Raised[] {
  if (!whole || outOfTime) return [];
  const usual = median(before.filter((d) => weekday(d.day) === weekday(day)).map((d) => d.counts.new));
  const any = median(before.map((d) => d.counts.new));
  const [least] = publisher.expect.articlesPerWeekday;
  if (today.new === 0) {
    const expected = usual ?? any ?? (isWeekend(day) ? 0 : least);
    return expected < 1 ? [] : [{ kind: 'yield', detail: `no new article; ${expected} are usual` }];
  }
  // Newsrooms rest on holidays as far as they like.
  if (usual === undefined || isHoliday(day) || today.new >= usual * DROP) return [];
  return [{ kind: 'yield', detail: `${today.new} new articles; ${usual} are usual on this day of the week` }];
}

/** Fields that the publisher's file promises and that are no longer found where it says. */
function fieldsOf({ publisher, run, before }: Night): Raised[] {
  if (run.read < FEWEST) return [];
  return publisher.expect.fields.flatMap((field): Raised[] => {
    // Days on which the field was missing do not make it normal that it is.
    const sound = before.filter((d) => !d.alarms.some((a) => a.field === field));
    const read = sound.reduce((sum, d) => sum + d.counts.read, 0);
    const found = sound.reduce((sum, d) => sum + d.counts[field], 0);
    const usual = read < 10 * FEWEST ? 1 : found / read;
    if (run[field] / run.read >= usual - SLACK) return [];
    const detail = `found where the publisher's file says in ${run[field]} of ${run.read} articles`;
    return [{ kind: 'field', field, detail }];
  });
}

/** Pages that look otherwise than they should: another layout, another language, another encoding. */
function pagesOf({ publisher, run }: Night): Raised[] {
  if (run.read < FEWEST) return [];
  const alarms: Raised[] = [];
  const tell = (kind: Alarm['kind'], detail: string): void => void alarms.push({ kind, detail });
  if (run.strayed / run.read > SLACK)
    tell('layout', `${run.strayed} of ${run.read} articles have the layout of another time`);
  const [low, high] = publisher.expect.shareKazakh;
  const share = run.kazakh / run.read;
  if (share < low - LANGUAGE_SLACK || share > high + LANGUAGE_SLACK)
    tell('language', `${run.kazakh} of ${run.read} articles are in Kazakh`);
  if (run.mojibake >= FEWEST || run.mojibake / run.read > SLACK)
    tell('mojibake', `${run.mojibake} of ${run.read} articles have garbled letters`);
  return alarms;
}

function failuresOf({ run, postponed = 0, outOfTime = false, whole }: Night): Raised[] {
  // A run over older articles that works off its hours night after night is as it should be.
  if (postponed > 0 && (whole || !outOfTime)) {
    const why = outOfTime ? 'the time of the run was over' : 'it only failed';
    return [{ kind: 'failures', detail: `${why}: ${postponed} addresses wait for the next run` }];
  }
  const many = run.failed >= FEWEST && run.failed / run.seen > SLACK;
  return many ? [{ kind: 'failures', detail: `${run.failed} of ${run.seen} pages failed` }] : [];
}

/** The middle of at least two numbers; undefined for fewer. */
function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted.length < 2 ? undefined : sorted[Math.floor((sorted.length - 1) / 2)];
}

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6;

/**
 * National and public holidays with a fixed date (Law on holidays of 2001-12-13, No. 267, as amended), and Orthodox
 * Christmas.
 */
const HOLIDAYS = new Set(
  '01-01 01-02 01-07 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 08-30 10-25 12-16'.split(' '),
);
const isHoliday = (day: string): boolean => HOLIDAYS.has(day.slice(5));
