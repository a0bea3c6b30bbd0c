import { existsSync } from 'node:fs';
import { almatyDay } from '../core/clock.ts';
import { WrongUsage } from '../core/errors.ts';
import { releaseFile } from './care.ts';
import { type OpenOptions, readable } from './database.ts';
import type { Redactions } from './redact.ts';
import type { Store } from './store.ts';

/** Looking at a record as it was. */
export interface LookingBack {
  /** See {@link Store.at}. */
  at(when: string): Store;
  close(): void;
}

/** Days and releases that stay open at a time. */
const MOST_OPEN = 8;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Opens days and releases of the store in `file` as readers of their own; `open` is how a store is opened, `now` the
 * store itself.
 */
export function lookingBack(
  file: string,
  options: OpenOptions,
  live: Redactions & {
    readonly releases: () => readonly { readonly name: string }[];
    /** Changes with every write to the store. */
    readonly state: () => string;
  },
  open: (file: string, options: OpenOptions) => Store,
  now: () => Store,
): LookingBack {
  const opened = new Map<string, { readonly store: Store; readonly state: string }>();
  const { clock, terms, migrations } = options;
  const reader: OpenOptions = {
    clock,
    readonly: true,
    ...(terms === undefined ? {} : { terms }),
    ...(migrations === undefined ? {} : { migrations }),
  };

  const openAt = (when: string): Store => {
    if (DAY.test(when)) return open(file, { ...reader, seen: { day: when } });
    const names = live.releases().map(({ name }) => name);
    if (!names.includes(when))
      throw new WrongUsage(
        `${JSON.stringify(when)} is neither a day (YYYY-MM-DD) nor a release of ${file}` +
          (names.length === 0 ? ', which has none' : `: ${names.join(', ')}`),
      );
    const place = releaseFile(file, when);
    if (!existsSync(place))
      throw new WrongUsage(`the file of the release ${when}, ${place}, is gone: put it back`);
    const without = live.all().map(({ articleId }) => articleId);
    const release = open(readable(place, options), {
      ...reader,
      // Where nothing is hidden, the counts of the file itself hold.
      ...(without.length === 0 ? {} : { seen: { without } }),
    });
    // What was taken out since is told by the store of today.
    return { ...release, redactions: live };
  };

  return {
    at(when) {
      if (DAY.test(when) && when >= almatyDay(clock())) return now();
      const state = live.state();
      const known = opened.get(when);
      opened.delete(when);
      // What was counted or taken out since is known by opening it anew.
      if (known !== undefined && known.state !== state) known.store.close();
      const store = known?.state === state ? known.store : openAt(when);
      opened.set(when, { store, state });
      for (const [oldest, other] of opened) {
        if (opened.size <= MOST_OPEN) break;
        opened.delete(oldest);
        other.store.close();
      }
      return store;
    },
    close() {
      for (const { store } of opened.values()) store.close();
      opened.clear();
    },
  };
}
