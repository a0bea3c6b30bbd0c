import { systemClock } from '../../core/clock.ts';
import { openStore, type Store } from '../../store/index.ts';

/** Opens a store for reading, and closes it whatever happens. */
export async function reading<T>(file: string, work: (store: Store) => T | Promise<T>): Promise<T> {
  const store = openStore(file, { clock: systemClock, readonly: true });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
