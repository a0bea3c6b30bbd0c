// One night over the outlets whose publishers lie in a folder, answered by servers on loopback, with the built program as it is:
// its own thread for reading, its own store. The report goes to stdout. Arguments: store, folder of data, JSON of host → origin.
import { loadPublishers } from '../../dist/catalog/publishers.js';
import { createClient, Fetcher, SAMPLE_AGENT, sampleTransport } from '../../dist/crawl/index.js';
import { ReadingThread } from '../../dist/pipeline/reading-thread.js';
import { run } from '../../dist/pipeline/run.js';
import { openStore } from '../../dist/store/index.js';

const [db, dir, origins] = process.argv.slice(2);
const clock = () => new Date();
const times = { connect: 2_000, headers: 2_000, idle: 2_000, total: 2_500 };
const transport = sampleTransport(new Map(Object.entries(JSON.parse(origins))), times);
const client = createClient({ userAgent: SAMPLE_AGENT, transport, clock, times });
const fetcher = new Fetcher(client, clock, {
  pace: { concurrency: 1, interval: 30 },
  backoff: { attempts: 2, base: 50, patience: 4_000, random: () => 0.5 },
});
const store = openStore(db, { clock, holder: 'derek crawl' });
const reader = new ReadingThread({ dir });
const report = await run({ kind: 'crawl', publishers: loadPublishers(dir), store, fetcher, reader, clock });
await reader.close();
await fetcher.close();
store.close();
console.log(JSON.stringify({ report, megabytes: process.resourceUsage().maxRSS / 1_024 }));
