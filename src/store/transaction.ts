import type { Database } from 'better-sqlite3';

/** Work on one connection as transactions. */
export interface Transactions {
  /**
   * Makes work a transaction of its own, or a part of the one that is under way. No savepoint is set for a part, so what
   * it throws must end the whole.
   */
  whole<A extends unknown[], T>(work: (...args: A) => T): (...args: A) => T;
  /**
   * Does some work when the rest of the transaction under way is done. That is the place of the full-text index: SQLite
   * writes it out before every statement that could fail half-way, and merges the pieces again.
   */
  last(work: () => void): void;
}

export function transactions(db: Database): Transactions {
  let rest: (() => void)[] = [];
  const transaction = db.transaction(<T>(work: () => T): T => {
    try {
      const result = work();
      for (const one of rest) one();
      return result;
    } finally {
      rest = [];
    }
  });
  return {
    whole:
      (work) =>
      (...args) =>
        db.inTransaction
          ? work(...args)
          : (transaction.immediate(() => work(...args)) as ReturnType<typeof work>),
    last: (work) => void rest.push(work),
  };
}
