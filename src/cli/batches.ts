import { setImmediate } from 'node:timers/promises';

/**
 * What a source has ready, list by list and in its order. A list ends when it is full, and as soon as its next member
 * would have to be waited for: who writes one line and waits for its answer gets it.
 */
export async function* batches<T>(
  source: AsyncIterable<T>,
  isFull: (batch: readonly T[]) => boolean,
): AsyncGenerator<T[]> {
  const members = source[Symbol.asyncIterator]();
  let batch: T[] = [];
  let next = members.next();
  // Heard here, since nobody may be waiting when it fails; it is thrown below, to whom it concerns.
  next.catch(() => undefined);
  try {
    for (;;) {
      if (batch.length > 0 && !(await isReady(next))) {
        yield batch;
        batch = [];
      }
      const { done, value } = await next;
      if (done === true) break;
      batch.push(value);
      if (isFull(batch)) {
        yield batch;
        batch = [];
      }
      next = members.next();
      next.catch(() => undefined);
    }
    if (batch.length > 0) yield batch;
  } finally {
    await members.return?.();
  }
}

const READY = true;

/** Has a promise settled by the next turn of the event loop? */
const isReady = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(
      () => READY,
      () => READY,
    ),
    setImmediate(!READY),
  ]);
