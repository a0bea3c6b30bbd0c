import { systemClock } from '../../core/clock.ts';
import { type OpenOptions, openStore, type Store } from '../../store/index.ts';

/** Opens a store for reading, and closes it whatever happens. */
export async function reading<T>(
  file: string,
  work: (store: Store) => T | Promise<T>,
  options: Pick<OpenOptions, 'terms'> = {},
): Promise<T> {
  const store = openStore(file, { clock: systemClock, readonly: true, ...options });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
