import { loadPipeline } from '../catalog/pipelines.ts';
import { loadPublishers } from '../catalog/publishers.ts';
import { WrongUsage } from '../core/errors.ts';
import { runPipeline, settleRun } from './crawling.ts';
import { interruption } from './interrupt.ts';
import type { StoreOptions } from './options.ts';
import { openOutput } from './output.ts';

export interface DemoOptions extends StoreOptions {
  readonly serve: boolean;
  readonly port?: number;
  readonly host: string;
}

const USUAL_PORT = 8_080;

/** `derek demo`, which is `npm start`: the sample outlets into a store, then the explorer over it until Ctrl-C. */
export async function demonstrate(options: DemoOptions): Promise<void> {
  const output = openOutput(options);
  const signal = interruption(output);
  const pipeline = loadPipeline('samples', loadPublishers());
  const report = await runPipeline(pipeline, { ...options, dryRun: false }, output, signal);
  settleRun(report);
  if (!options.serve || signal.aborted) return;
  const { openExplorer } = await import('./serving.ts');
  const serveOn = (port: number): ReturnType<typeof openExplorer> =>
    openExplorer({
      db: options.db,
      host: options.host,
      port,
      complain: (error) => output.complain(String(error)),
    });
  const explorer = await (options.port === undefined
    ? // A newcomer has asked for no port: that the usual one is taken must not be the first thing to learn.
      serveOn(USUAL_PORT).catch((error: unknown) => {
        if (error instanceof WrongUsage) return serveOn(0);
        throw error;
      })
    : serveOn(options.port));
  await output.line(`\nThe explorer is at ${explorer.url} (Ctrl-C ends it)`);
  if (!signal.aborted) await new Promise((stop) => signal.addEventListener('abort', stop, { once: true }));
  await explorer.close();
  process.exitCode = 0;
}
