import type { Store } from '../store/index.ts';

interface Piece {
  readonly work: () => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Keeps what is ready at one moment as one transaction, in the order in which it became ready: where pages come faster
 * than the disk takes them, many share the cost of a commit, and where they come slowly, none waits for another.
 */
export class GroupCommit {
  /** Milliseconds spent on it so far. */
  spent = 0;
  readonly #store: Pick<Store, 'atomically'>;
  #ready: Piece[] = [];

  constructor(store: Pick<Store, 'atomically'>) {
    this.#store = store;
  }

  /**
   * Does some work with the store; resolved once it is kept. What one piece throws is thrown to all that share its
   * transaction.
   */
  keep(work: () => void): Promise<void> {
    return new Promise((done, failed) => {
      this.#ready.push({ work, done, failed });
      if (this.#ready.length === 1) setImmediate(() => this.#commit());
    });
  }

  #commit(): void {
    const begun = performance.now();
    const pieces = this.#ready;
    this.#ready = [];
    try {
      this.#store.atomically(() => {
        for (const { work } of pieces) work();
      });
      for (const { done } of pieces) done();
    } catch (error) {
      for (const { failed } of pieces) failed(error);
    }
    this.spent += performance.now() - begun;
  }
}
