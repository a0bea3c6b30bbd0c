/** Pages that are kept as they were fetched, and articles that must not be. */
export type { Capture, Captures, Place } from './captures.ts';
/** Opening a store and the ids of articles. */

export { releaseFile } from './care.ts';
export { type OpenOptions, sqliteVersion } from './database.ts';
/** The crawler's memory of addresses. */
export type { Frontier, FrontierEntry, FrontierState, Outcome } from './frontier.ts';
/** How each publisher did, day by day. */
export type { Alarm, DayCounts, PublisherDay } from './publisher-days.ts';
export type { EvidenceObservation } from './queries/evidence.ts';
export type { Meant } from './queries/find.ts';
export type { HolderRow, NamedPerson, OfficialTally, PersonCard, Spelling } from './queries/holders.ts';
export type { NamedStory, NearPerson } from './queries/near.ts';
export type { ReachRow } from './queries/reach.ts';
export type {
  DayTally,
  ProgramMovement,
  ProgramTally,
  RegionTally,
  Tally,
} from './queries/tallies.ts';
export type { TenureRow } from './queries/tenures.ts';
export type { ValueFilter } from './queries/value-filter.ts';
export type { SlotTally, ValueScope, ValueSeries } from './queries/values.ts';
export type { Redactable, Redaction } from './redact.ts';
export type { Saved, StoredArticle } from './save.ts';
export { openStore, type Store } from './store.ts';
export { articleIdOf, keyOf } from './text.ts';
export type { KeptVerdict } from './verdicts.ts';
/** What the store answers. */
export type * from './views.ts';
