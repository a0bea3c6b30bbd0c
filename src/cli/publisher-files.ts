import { existsSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Pipeline } from '../catalog/pipelines.ts';
import { loadPublishers } from '../catalog/publishers.ts';
import { systemClock } from '../core/clock.ts';
import { NothingDone, WrongUsage } from '../core/errors.ts';
import { type Checkup, checkPublisher, loadChain, propose } from '../pipeline/index.ts';
import { withFetcher } from './crawling.ts';
import { settle } from './outcome.ts';
import type { Output } from './output.ts';
import { counted } from './text.ts';

/** `derek publishers --check`: every publisher of a pipeline against its outlet. */
export async function check(pipeline: Pipeline, contact: string | undefined, output: Output): Promise<void> {
  const chain = loadChain(loadPublishers());
  const progress = output.progress('Checking');
  let done = 0;
  const checkups = await withFetcher(pipeline, contact, (fetcher) =>
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

/** `derek publishers --learn`: a first file for the outlet of a page, which is an address or a file. */
export async function learn(
  from: string,
  pipeline: Pipeline,
  { contact, url }: { readonly contact?: string; readonly url?: string },
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
