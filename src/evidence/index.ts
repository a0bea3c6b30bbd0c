/** Pages as they were fetched: WARC files beside the store, and those of others. */
export { Archive, archiveFolder, type Retention } from './archive.ts';
export { type ArchivedFault, type ArchivedPage, readWarc } from './read.ts';
export { responseRecord } from './record.ts';
