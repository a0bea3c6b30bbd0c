import type { Database } from 'better-sqlite3';

/** What a publisher yielded on one day of Almaty, counted over all articles of all runs of that day. */
export interface DayCounts {
  /** Addresses asked for; the sum of the next five. */
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly skipped: number;
  /** Articles read afresh, new or changed; the base of all that follows. */
  readonly read: number;
  /** Of these: in Kazakh; with letters that only a wrong encoding leaves. */
  readonly kazakh: number;
  readonly mojibake: number;
  /** Of these: read by a layout of another time than their own. */
  readonly strayed: number;
  /** Of these: where the field was found, by the publisher's own selector if there is one. */
  readonly title: number;
  readonly body: number;
  readonly published: number;
  readonly authors: number;
}

/** Something about a publisher that a person should look at. */
export interface Alarm {
  readonly publisher: string;
  readonly kind: 'sources' | 'yield' | 'field' | 'layout' | 'language' | 'mojibake' | 'failures';
  /** The field that is missing, for alarms of kind `field`. */
  readonly field?: string;
  readonly detail: string;
}

export interface PublisherDay {
  readonly publisher: string;
  /** `YYYY-MM-DD` in Almaty. */
  readonly day: string;
  readonly counts: DayCounts;
  readonly alarms: readonly Alarm[];
}

/** The history of publishers. */
export interface PublisherDays {
  /** Writes a day down, in place of what was known of it. */
  put(day: PublisherDay): void;
  /** The days of a publisher before `day`, the newest first. */
  before(publisher: string, day: string, limit: number): PublisherDay[];
  on(publisher: string, day: string): PublisherDay | undefined;
  /** The last day of every publisher that was ever asked. */
  latest(): PublisherDay[];
}

interface Raw {
  readonly publisher: string;
  readonly day: string;
  readonly counts: string;
  readonly alarms: string;
}

export function publisherDays(db: Database): PublisherDays {
  const put = db.prepare(
    `INSERT INTO publisher_days VALUES (?, ?, ?, ?)
     ON CONFLICT(publisher, day) DO UPDATE SET counts = excluded.counts, alarms = excluded.alarms`,
  );
  const before = db.prepare<[string, string, number], Raw>(
    'SELECT * FROM publisher_days WHERE publisher = ? AND day < ? ORDER BY day DESC LIMIT ?',
  );
  const on = db.prepare<[string, string], Raw>(
    'SELECT * FROM publisher_days WHERE publisher = ? AND day = ?',
  );
  const latest = db.prepare<[], Raw>(
    `SELECT * FROM publisher_days d WHERE day = (SELECT max(day) FROM publisher_days WHERE publisher = d.publisher)
     ORDER BY publisher`,
  );
  return {
    put: ({ publisher, day, counts, alarms }) =>
      void put.run(publisher, day, JSON.stringify(counts), JSON.stringify(alarms)),
    before: (publisher, day, limit) => before.all(publisher, day, limit).map(dayOf),
    on(publisher, day) {
      const row = on.get(publisher, day);
      return row && dayOf(row);
    },
    latest: () => latest.all().map(dayOf),
  };
}

const dayOf = (row: Raw): PublisherDay => ({
  publisher: row.publisher,
  day: row.day,
  counts: JSON.parse(row.counts) as DayCounts,
  alarms: JSON.parse(row.alarms) as Alarm[],
});
