import { systemClock } from '../../core/clock.ts';
import { type OpenOptions, openStore, type Store } from '../../store/index.ts';

interface ReadingOptions extends Pick<OpenOptions, 'terms'> {
  /** The day or the release as of which it is read. */
  readonly asOf?: string | undefined;
}

/** Opens a store for reading, and closes it whatever happens. */
export async function reading<T>(
  file: string,
  work: (store: Store) => T | Promise<T>,
  { asOf, ...options }: ReadingOptions = {},
): Promise<T> {
  const store = openStore(file, { clock: systemClock, readonly: true, ...options });
  try {
    return await work(asOf === undefined ? store : store.at(asOf));
  } finally {
    store.close();
  }
}
