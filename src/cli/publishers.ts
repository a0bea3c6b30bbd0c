import { existsSync } from 'node:fs';
import { loadPipeline } from '../catalog/pipelines.ts';
import { loadPublishers, type Publisher } from '../catalog/publishers.ts';
import type { PublisherDay } from '../store/index.ts';
import { chosen } from './crawling.ts';
import type { StoreOptions } from './options.ts';
import { type Output, openOutput } from './output.ts';
import { reading } from './record/open.ts';
import { alarmLine } from './reporting.ts';

export interface PublishersOptions extends StoreOptions {
  readonly check: boolean;
  readonly learn?: string;
  readonly url?: string;
  readonly pipeline: string;
  readonly contact?: string;
}

/** `derek publishers`: which there are and how they do; `--check` and `--learn` look at the outlets themselves. */
export async function publishers(keys: readonly string[], options: PublishersOptions): Promise<void> {
  const output = openOutput(options);
  const pipeline = chosen(loadPipeline(options.pipeline, loadPublishers()), keys);
  if (options.learn === undefined && !options.check) return list(pipeline.publishers, options, output);
  const { check, learn } = await import('./publisher-files.ts');
  if (options.learn === undefined) await check(pipeline, options.contact, output);
  else await learn(options.learn, pipeline, options, output);
}

async function list(known: readonly Publisher[], { db }: PublishersOptions, output: Output): Promise<void> {
  const days = existsSync(db) ? await reading(db, (store) => store.days.latest()) : [];
  const last = new Map(days.map((day): [string, PublisherDay] => [day.publisher, day]));
  if (output.json) {
    for (const { key, name, outlet, hosts, languages, verified, guesses } of known)
      await output.record({
        publisher: key,
        name,
        outlet,
        hosts,
        languages,
        verified,
        guesses,
        last: last.get(key) ?? null,
      });
    return;
  }
  const rows = known.map(({ key, name, languages, verified, guesses }) => {
    const day = last.get(key);
    const yielded = day === undefined ? ['–', '–'] : [day.day, day.counts.new];
    return [
      name.ru,
      key,
      languages.join(' '),
      verified,
      Object.keys(guesses).length,
      ...yielded,
      day?.alarms.length ?? 0,
    ];
  });
  await output.table(
    ['Outlet', 'Publisher', 'Languages', 'Verified', 'Guesses', 'Last run', 'New', 'Alarms'],
    rows,
  );
  for (const alarm of days.flatMap((day) => day.alarms)) output.complain(`alarm: ${alarmLine(alarm)}`);
}
