import { systemClock } from '../../core/clock.ts';
import { openStore, type Store } from '../../store/index.ts';

/** Opens a store for writing, under the name of the command, and closes it whatever happens. */
export async function writing<T>(
  file: string,
  holder: string,
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const store = openStore(file, { clock: systemClock, holder });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
