import { parentPort, workerData } from 'node:worker_threads';
import { loadPublishers } from '../catalog/publishers.ts';
import { DerekError } from '../core/errors.ts';
import { loadChain } from './load-chain.ts';
import type { FromThread, ThreadData } from './reading-thread.ts';
import { type StoryPage, storyOf } from './story.ts';

// The other side of `reading-thread.ts`: pages come in, stories go out, in the same order.

const say = (message: FromThread): void => parentPort?.postMessage(message);
try {
  const { dir } = workerData as ThreadData;
  const chain = loadChain(loadPublishers(dir));
  parentPort?.on('message', (page: StoryPage) => {
    const spent = { read: 0, extract: 0 };
    const story = storyOf(page, chain, spent);
    say({ story, spent });
  });
  say({ ruleset: chain.ruleset });
} catch (error) {
  // An error that a person can act on loses its class on the way between threads.
  if (!(error instanceof DerekError)) throw error;
  say({ refusal: error.message, exitCode: error.exitCode });
}
