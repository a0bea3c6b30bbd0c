import { setTimeout as pause } from 'node:timers/promises';
import { parseCron } from '../catalog/cron.ts';
import { BUILT_IN, loadPipeline, type Pipeline } from '../catalog/pipelines.ts';
import { loadPublishers } from '../catalog/publishers.ts';
import { almatyIso, systemClock } from '../core/clock.ts';
import { DerekError, StoreLocked, WrongUsage } from '../core/errors.ts';
import { userAgent } from '../crawl/index.ts';
import { keepTimetable } from '../pipeline/timetable.ts';
import { openStore } from '../store/index.ts';
import { kindOf, reachedNobody, runPipeline } from './crawling.ts';
import { interruption } from './interrupt.ts';
import { callOut } from './on-alarm.ts';
import type { StoreOptions } from './options.ts';
import { type Output, openOutput } from './output.ts';

export interface ScheduleOptions extends StoreOptions {
  readonly pipeline?: readonly string[];
  readonly contact?: string;
  readonly onAlarm?: string;
}

/** `derek schedule`: pipelines at their times, until Ctrl-C or SIGTERM. */
export async function schedule(options: ScheduleOptions): Promise<void> {
  const output = openOutput(options);
  const publishers = loadPublishers();
  const named = (options.pipeline ?? BUILT_IN).map((name) => loadPipeline(name, publishers));
  const pipelines = options.pipeline === undefined ? named.filter((p) => p.schedule !== undefined) : named;
  const lasts = lastRuns(options.db);
  const scheduled = pipelines.map((pipeline) => {
    const cron = parseCron(pipeline.schedule ?? '');
    if (cron === undefined) throw new WrongUsage(`pipeline ${pipeline.name} has no schedule`);
    return { what: pipeline, cron, ...lasts.get(kindOf(pipeline)) };
  });
  // Before the first night, and not in it: nobody is there then to read that a contact is missing.
  if (pipelines.some((p) => p.outlets === 'live')) userAgent(options.contact);
  const signal = interruption(output, 'Stopping; a run ends after the article in hand.');
  await keepTimetable(scheduled, {
    clock: systemClock,
    nap: (ms) => pause(ms, undefined, { signal }).catch(() => undefined),
    signal,
    run: (pipeline, attempt) => runOnce(pipeline, attempt, options, output, signal),
    onWait: ({ name }, at) => output.note(`next: ${name} at ${almatyIso(at)}`),
  });
}

/** One run of the night; false when it is worth another attempt. Whatever goes wrong with it, the next night comes. */
async function runOnce(
  pipeline: Pipeline,
  attempt: number,
  options: ScheduleOptions,
  output: Output,
  signal: AbortSignal,
): Promise<boolean> {
  output.note(`begun: ${pipeline.name} at ${almatyIso(systemClock())}`);
  try {
    const report = await runPipeline(pipeline, { ...options, dryRun: false }, output, signal);
    const unreached = reachedNobody(report);
    // Once a night is loud enough for a network that is down.
    if (options.onAlarm !== undefined && report.alarms.length > 0 && !(unreached && attempt > 1))
      await callOut(options.onAlarm, report.alarms, output);
    return !unreached;
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    output.complain(`${pipeline.name}: ${error instanceof DerekError ? '' : 'internal error: '}${told}`);
    return !(error instanceof StoreLocked);
  }
}

/** When each kind of run last ended, and whether all was done then, from the store, if there is one yet. */
function lastRuns(db: string): ReadonlyMap<string, { last: Date; interrupted: boolean }> {
  const store = openStore(db, { clock: systemClock, holder: 'derek schedule' });
  try {
    const ended = store
      .runs(1_000)
      .toReversed()
      .map(({ kind, confirmedAt, stopped }) => {
        return [kind, { last: new Date(confirmedAt), interrupted: stopped === 'interrupted' }] as const;
      });
    return new Map(ended);
  } finally {
    store.close();
  }
}
