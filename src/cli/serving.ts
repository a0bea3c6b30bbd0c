import { type Explorer, type ExplorerOptions, startExplorer } from '../explorer/index.ts';
import { loadExtractor } from '../extract/index.ts';
import { checker } from '../pipeline/check/checker.ts';
import { keepHeapSmall } from '../pipeline/heap.ts';
import { interruption } from './interrupt.ts';
import type { StoreOptions } from './options.ts';
import { openOutput } from './output.ts';

export interface ServeOptions extends StoreOptions {
  readonly port: number;
  readonly host: string;
  readonly address?: URL;
  readonly wholeArticles?: boolean;
  readonly map?: string;
}

/** The explorer with all that its pages do; only here the explorer meets what checks claims. */
export function openExplorer(options: Omit<ExplorerOptions, 'checker'>): Promise<Explorer> {
  keepHeapSmall();
  return startExplorer({ ...options, checker: (store) => checker(store, loadExtractor()).check });
}

/** `derek serve`: the explorer over a store, until Ctrl-C. */
export async function serveStore(options: ServeOptions): Promise<void> {
  const output = openOutput(options);
  const signal = interruption(output, 'Closing the explorer.');
  const explorer = await openExplorer({
    db: options.db,
    host: options.host,
    port: options.port,
    ...(options.address === undefined ? {} : { address: options.address }),
    ...(options.wholeArticles === undefined ? {} : { wholeArticles: options.wholeArticles }),
    ...(options.map === undefined ? {} : { map: options.map }),
    complain: (error) => output.complain(String(error)),
  });
  if (output.json) await output.record({ url: explorer.url });
  else await output.line(`The explorer is at ${explorer.url} (Ctrl-C ends it)`);
  if (!signal.aborted) await new Promise((stop) => signal.addEventListener('abort', stop, { once: true }));
  await explorer.close();
}
