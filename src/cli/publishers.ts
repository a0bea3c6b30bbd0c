import { existsSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { loadPipeline, type Pipeline } from '../catalog/pipelines.ts';
import { loadPublishers, type Publisher } from '../catalog/publishers.ts';
import { systemClock } from '../core/clock.ts';
import { NothingDone, WrongUsage } from '../core/errors.ts';
import { type Checkup, checkPublisher, loadChain, propose } from '../pipeline/index.ts';
import type { PublisherDay } from '../store/index.ts';
import { chosen, withFetcher } from './crawling.ts';
import type { StoreOptions } from './options.ts';
import { settle } from './outcome.ts';
import { type Output, openOutput } from './output.ts';
import { reading } from './record/open.ts';
import { alarmLine } from './reporting.ts';
import { counted } from './text.ts';

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
  if (options.learn !== undefined) await learn(options.learn, pipeline, options, output);
  else if (options.check) await check(pipeline, options, output);
  else await list(pipeline.publishers, options, output);
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

async function check(pipeline: Pipeline, options: PublishersOptions, output: Output): Promise<void> {
  const chain = loadChain(loadPublishers());
  const progress = output.progress('Checking');
  let done = 0;
  const checkups = await withFetcher(pipeline, options.contact, (fetcher) =>
    Promise.all(
      pipeline.publishers.map(async (publisher) => {
        const checkup = await checkPublisher(publisher, { fetcher, chain, clock: systemClock });
        progress.at(++done, pipeline.publishers.length, publisher.key);
        return checkup;
      }),
    ),
  );
  progress.end();
  for (const checkup of checkups) {
    if (output.json) await output.record(checkup);
    else for (const line of linesOf(checkup)) await output.line(line);
  }
  const failed = checkups.filter(({ problems }) => problems.length > 0).length;
  if (
    checkups.every(
      ({ article, sources }) => article === null && sources.every((s) => s.problem !== undefined),
    )
  )
    throw new NothingDone(
      `no outlet could be reached; is there a network? (${checkups[0]?.problems[0] ?? 'none was asked'})`,
    );
  settle({ done: checkups.length - failed, failed });
}

function linesOf({ publisher, verified, sources, article, problems }: Checkup): string[] {
  const found = sources.map(({ kind, articles }) => `${kind} ${articles}`).join(', ');
  const read =
    article?.problem === undefined && article !== null
      ? `; read by ${article.reader}: ${counted(article.body ?? 0, 'character')}, ${article.published ?? 'no date'}, ${article.lang}`
      : '';
  return [
    `${problems.length === 0 ? 'well ' : 'wrong'}  ${publisher} (verified ${verified}): articles by source: ${found}${read}`,
    ...problems.map((problem) => `       ${problem}`),
  ];
}

async function learn(
  from: string,
  pipeline: Pipeline,
  { contact, url }: PublishersOptions,
  output: Output,
): Promise<void> {
  const page = /^https?:\/\//.test(from)
    ? await withFetcher(pipeline, contact, async (fetcher) => {
        const fetched = await fetcher.get(from);
        if (fetched.kind === 'page') return fetched;
        throw new NothingDone(
          `${from} could not be fetched (${'detail' in fetched ? fetched.detail : fetched.kind})`,
        );
      })
    : { url, body: fileOf(from), contentType: undefined };
  const { file, page: read } = propose(page.body, {
    url: page.url,
    contentType: page.contentType,
    now: systemClock(),
  });
  if (output.json) await output.record(file);
  else await output.line(stringify(file, { lineWidth: 110 }).trimEnd());
  output.note(
    `data/publishers/${file.key}.yaml: read by ${read.reader}: "${read.title ?? 'no title'}", ` +
      `${read.published ?? 'no date'}, ${counted(read.body.length, 'character')}; mend it by hand and save a page beside it`,
  );
}

function fileOf(path: string): Buffer {
  if (!existsSync(path)) throw new WrongUsage(`there is no file ${path}`);
  return readFileSync(path);
}
