/** Opening a store and the ids of articles. */
export { type OpenOptions, sqliteVersion } from './database.ts';
/** The crawler's memory of addresses. */
export type { Frontier, FrontierEntry, FrontierState, Outcome } from './frontier.ts';
export type { Saved, StoredArticle } from './save.ts';
export { openStore, type Store } from './store.ts';
export { articleIdOf, keyOf } from './text.ts';
/** What the store answers. */
export type * from './views.ts';
