import { expect, test } from 'vitest';
import { loadPublishers, type Publisher } from '../catalog/publishers.ts';
import type { Alarm, DayCounts, PublisherDay } from '../store/index.ts';
import { alarmsOf, type Night, NO_COUNTS } from './health.ts';

const publisher = loadPublishers().find((p) => p.key === 'kazinform-ru') as Publisher;
/** A Tuesday. */
const DAY = '2026-08-18';
const HOLIDAY = '2026-12-16';

const counts = (of: Partial<DayCounts>): DayCounts => ({ ...NO_COUNTS, ...of });
/** So many articles, read without a fault. */
const sound = (read: number): DayCounts =>
  counts({ seen: read, new: read, read, title: read, body: read, published: read });

/** Five weeks of a publisher: so many new articles on working days, so many on the others. */
function weeks(working: number, resting: number, day = DAY, alarms: readonly Alarm[] = []): PublisherDay[] {
  return Array.from({ length: 35 }, (_, n) => {
    const at = new Date(Date.parse(`${day}T00:00:00Z`) - (n + 1) * 24 * 3600_000);
    const rests = [0, 6].includes(at.getUTCDay());
    return {
      publisher: publisher.key,
      day: at.toISOString().slice(0, 10),
      counts: sound(rests ? resting : working),
      alarms,
    };
  });
}

/** Which alarms a night raises, as `kind` or `kind:field`. */
function check(night: Partial<Night>, expected: readonly string[]): void {
  const run = night.run ?? sound(150);
  const alarms = alarmsOf({
    publisher,
    day: DAY,
    today: run,
    before: weeks(150, 40),
    whole: true,
    ...night,
    run,
  });
  expect(alarms.map(({ kind, field }) => (field === undefined ? kind : `${kind}:${field}`))).toEqual(
    expected,
  );
  expect(new Set(alarms.map((a) => a.publisher)).size).toBeLessThanOrEqual(1);
}

const SUNDAY = '2026-08-16';
const nights: readonly (readonly [string, Partial<Night>, readonly string[]])[] = [
  ['a usual one', {}, []],
  ['half of the usual', { run: sound(75) }, []],
  ['a quarter of the usual', { run: sound(37) }, ['yield']],
  ['a quarter, on a Sunday', { day: SUNDAY, run: sound(37), before: weeks(150, 40, SUNDAY) }, []],
  ['a quarter, on a holiday', { day: HOLIDAY, run: sound(37), before: weeks(150, 40, HOLIDAY) }, []],
  ['nothing', { run: NO_COUNTS }, ['yield']],
  ['nothing, on a holiday', { day: HOLIDAY, run: NO_COUNTS, before: weeks(150, 40, HOLIDAY) }, ['yield']],
  [
    'nothing, of an outlet that rests on Sundays',
    { day: SUNDAY, run: NO_COUNTS, before: weeks(150, 0, SUNDAY) },
    [],
  ],
  ['nothing, on the first day of all', { run: NO_COUNTS, before: [] }, ['yield']],
  ['nothing, on a first day that is a Sunday', { day: SUNDAY, run: NO_COUNTS, before: [] }, []],
  ['nothing, in a run with limits of its own', { run: NO_COUNTS, whole: false }, []],
  ['nothing in the second run of a day', { run: NO_COUNTS, today: sound(150) }, []],
  ['no source', { unreachable: 'HTTP 503', run: NO_COUNTS }, ['sources']],
  ['no body where the file says', { run: { ...sound(150), body: 0 } }, ['field:body']],
  [
    'no date and no title',
    { run: { ...sound(150), title: 3, published: 2 } },
    ['field:title', 'field:published'],
  ],
  ['a few without a date', { run: { ...sound(150), published: 120 } }, []],
  ['two pages only', { run: { ...sound(2), body: 0 }, whole: false }, []],
  ['authors, that nobody promised', { run: sound(150) }, []],
  ['another layout', { run: { ...sound(150), strayed: 90 } }, ['layout']],
  ['another language', { run: { ...sound(150), kazakh: 140 } }, ['language']],
  ['some Kazakh', { run: { ...sound(150), kazakh: 20 } }, []],
  ['garbled letters', { run: { ...sound(150), mojibake: 5 } }, ['mojibake']],
  ['one garbled page', { run: { ...sound(150), mojibake: 1 } }, []],
  ['many failures', { run: { ...sound(150), seen: 250, failed: 100 } }, ['failures']],
  [
    'a night whose time was over',
    { run: sound(40), today: sound(40), postponed: 80, outOfTime: true },
    ['failures'],
  ],
  [
    'a run over older articles whose time was over',
    { run: sound(40), postponed: 80, outOfTime: true, whole: false },
    [],
  ],
  ['an outlet that only failed', { run: { ...sound(150), failed: 6 }, postponed: 80 }, ['failures']],
  ['some failures', { run: { ...sound(150), seen: 160, failed: 10 } }, []],
];
for (const [name, night, expected] of nights) test(`health: ${name}`, () => check(night, expected));

test('health: a field that was never found half of the time is no news, one that was lost yesterday still is', () => {
  const half = weeks(150, 40).map((d) => ({ ...d, counts: { ...d.counts, published: d.counts.read / 2 } }));
  check({ before: half, run: { ...sound(150), published: 70 } }, []);
  check({ before: half, run: { ...sound(150), published: 5 } }, ['field:published']);
  const known: Alarm = { publisher: publisher.key, kind: 'field', field: 'published', detail: '' };
  const lost = half.map((d) => ({ ...d, counts: { ...d.counts, published: 0 }, alarms: [known] }));
  check({ before: lost, run: { ...sound(150), published: 0 } }, ['field:published']);
});
