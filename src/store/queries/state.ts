import type { Database } from 'better-sqlite3';

/** A mark that changes whenever somebody, here or elsewhere, writes to the file: what was worked out before may be stale. */
export function stateOf(db: Database): () => string {
  const state = db
    .prepare<[], string>("SELECT (SELECT data_version FROM pragma_data_version) || ' ' || total_changes()")
    .pluck();
  return () => state.get() ?? '';
}

/** What some work gives, worked out anew only after somebody wrote to the file. */
export function untilWritten<T>(db: Database, work: () => T): () => T {
  const state = stateOf(db);
  let last: { readonly at: string; readonly result: T } | undefined;
  return () => {
    const at = state();
    if (last?.at !== at) last = { at, result: work() };
    return last.result;
  };
}
