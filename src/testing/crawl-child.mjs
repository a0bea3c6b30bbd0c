// Crawls liter.kz, as the server at the given origin shows it, into the given store, with the built program as it is: tests
// kill it. Arguments: store, origin.
import { loadPublishers } from '../../dist/catalog/publishers.js';
import { createClient, Fetcher, SAMPLE_AGENT, sampleTransport } from '../../dist/crawl/index.js';
import { ReadingThread } from '../../dist/pipeline/reading-thread.js';
import { run } from '../../dist/pipeline/run.js';
import { openStore } from '../../dist/store/index.js';

const [db, origin] = process.argv.slice(2);
const clock = () => new Date();
const transport = sampleTransport(new Map([['liter.kz', origin]]));
const client = createClient({ userAgent: SAMPLE_AGENT, transport, clock });
const fetcher = new Fetcher(client, clock, { pace: { concurrency: 4, interval: 0 } });
const reader = new ReadingThread();
const store = openStore(db, { clock, holder: 'derek crawl' });
const publishers = loadPublishers().filter(({ key }) => key === 'liter');
await run({ kind: 'demo', publishers, store, fetcher, reader, clock, together: 4 });
await reader.close();
await fetcher.close();
store.close();
