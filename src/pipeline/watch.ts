import type { Publisher } from '../catalog/publishers.ts';
import { almatyDay } from '../core/clock.ts';
import type { Alarm, Store } from '../store/index.ts';
import { addCounts, alarmsOf, NO_COUNTS } from './health.ts';
import type { PublisherReport } from './report.ts';

/** How many days back a publisher is compared with itself: five of each weekday. */
const MEMORY = 35;

/**
 * Adds what a run made of a publisher to its history, and answers what is wrong with it. `whole` when the run asked for
 * everything that is new, so that its yield can be compared with other days; `outOfTime` when its time was over before.
 */
export function watch(
  publisher: Publisher,
  report: PublisherReport,
  run: {
    readonly store: Store;
    readonly whole: boolean;
    readonly outOfTime: boolean;
    readonly at: Date;
  },
): Alarm[] {
  const { store, whole, outOfTime, at } = run;
  const day = almatyDay(at);
  const earlier = store.days.on(publisher.key, day);
  const today = addCounts(earlier?.counts ?? NO_COUNTS, report.health);
  const alarms = alarmsOf({
    publisher,
    day,
    unreachable: report.state === 'failed' ? report.sources[0]?.problem : undefined,
    postponed: report.postponed,
    outOfTime,
    run: report.health,
    today,
    before: store.days.before(publisher.key, day, MEMORY),
    whole,
  });
  store.days.put({ publisher: publisher.key, day, counts: today, alarms });
  return alarms;
}
