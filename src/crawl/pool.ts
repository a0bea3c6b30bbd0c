import { totalmem } from 'node:os';
import {
  type BaseHttpClient,
  BasicCrawler,
  type BasicCrawlingContext,
  Configuration,
  LocalEventManager,
  Log,
  LogLevel,
} from '@crawlee/cheerio';
import { MemoryStorage } from '@crawlee/memory-storage';
import type { HostTurns, Job } from './turns.ts';

export { HostTurns } from './turns.ts';

const SILENT = new Log({ level: LogLevel.OFF });
/** Longer than any queue of a polite crawl: time limits of requests are the client's. */
const A_WEEK_S = 7 * 24 * 3600;

/** Crawlee's BasicCrawler with everything switched off that our own parts do, or that reaches out of the run. */
export class Pool extends BasicCrawler {
  /** The first thing that a handler threw. */
  fault: unknown;

  constructor(
    turns: HostTurns<Job>,
    directory: string,
    altogether: number,
    handler: (context: BasicCrawlingContext) => Promise<void>,
  ) {
    // Crawlee takes `persistStorage: false` as a wish and still purges ./storage of whoever works in this folder:
    // a storage of our own in a directory of our own leaves nothing of others to touch.
    const storageClient = new MemoryStorage({
      localDataDirectory: directory,
      persistStorage: false,
      writeMetadata: false,
    });
    const config = new Configuration({
      persistStorage: false,
      purgeOnStart: false,
      storageClient,
      memoryMbytes: MEMORY_MB,
    });
    config.useEventManager(new QuietEvents(config));
    super(
      {
        requestHandler: async (context) => {
          try {
            await handler(context);
          } catch (error) {
            this.fault ??= error;
            this.stop();
          }
        },
        // Faults of pages are answers of the fetcher, which retries them with delays; Crawlee would do so at once.
        maxRequestRetries: 0,
        requestHandlerTimeoutSecs: A_WEEK_S,
        useSessionPool: false,
        minConcurrency: Math.min(altogether, 4),
        maxConcurrency: altogether,
        httpClient: nobody,
        log: SILENT,
        statisticsOptions: { persistenceOptions: { enable: false } },
        autoscaledPoolOptions: { desiredConcurrency: altogether, maybeRunIntervalSecs: 0.05 },
      },
      config,
    );
    this.requestManager = turns;
  }

  /** robots.txt is judged for every hop by the fetcher; Crawlee's own reading fails open on 5xx and ignores Crawl-delay. */
  protected override async getRobotsTxtFileForUrl(): Promise<undefined> {
    return undefined;
  }
}

/** Crawlee's own client impersonates browsers; with this in its place no request can leave by the engine's door. */
const nobody: BaseHttpClient = {
  sendRequest: () => Promise.reject(new Error('requests are made by the fetcher')),
  stream: () => Promise.reject(new Error('requests are made by the fetcher')),
};

const MEMORY_MB = Math.max(256, Math.floor(totalmem() / 2 ** 20 / 4));

/** Memory as the process itself knows it: Crawlee's way runs `ps` every second, and bare images have none. */
class QuietEvents extends LocalEventManager {
  override async emitSystemInfoEvent(done: () => unknown): Promise<void> {
    this.emit('systemInfo', {
      createdAt: new Date(),
      memCurrentBytes: process.memoryUsage().rss,
      memTotalBytes: totalmem(),
      // Parsing keeps a core busy by its nature; fewer requests under way would not change that.
      isCpuOverloaded: false,
    });
    done();
  }
}
