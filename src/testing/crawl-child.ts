import { loadPublishers } from '../catalog/publishers.ts';
import { systemClock } from '../core/clock.ts';
import { createClient, Fetcher, SAMPLE_AGENT, sampleTransport } from '../crawl/index.ts';
import { chainOf } from '../pipeline/chain.ts';
import { readHere, run } from '../pipeline/index.ts';
import { openStore } from '../store/index.ts';
import { languageOnly } from './language-only.ts';

// Crawls liter.kz, as the server at the given origin shows it, into the given store. Tests kill it.

const [db = '', origin = ''] = process.argv.slice(2);
const publishers = loadPublishers().filter((p) => p.key === 'liter');
const store = openStore(db, { clock: systemClock, holder: 'derek crawl' });
const transport = sampleTransport(new Map([['liter.kz', origin]]));
const fetcher = new Fetcher(
  createClient({ userAgent: SAMPLE_AGENT, transport, clock: systemClock }),
  systemClock,
  { pace: { concurrency: 4, interval: 0 } },
);
await run({
  kind: 'demo',
  publishers,
  store,
  fetcher,
  reader: readHere(chainOf(publishers, languageOnly, 'test')),
  clock: systemClock,
  together: 4,
});
await fetcher.close();
store.close();
