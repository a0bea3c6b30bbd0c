import type { Database } from 'better-sqlite3';

/** A mark that changes whenever somebody, here or elsewhere, writes to the file: what was worked out before may be stale. */
export function stateOf(db: Database): () => string {
  const state = db
    .prepare<[], string>("SELECT (SELECT data_version FROM pragma_data_version) || ' ' || total_changes()")
    .pluck();
  return () => state.get() ?? '';
}
