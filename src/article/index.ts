/** Articles: a saved page in, a story with what stands around it out. Pure: no network, no store, no clock of its own. */
export { parsePageDate } from './dates.ts';
export { type Learned, learnPage } from './learn.ts';
export { type PageInput, readPage } from './read.ts';
