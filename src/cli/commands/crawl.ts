import { type Command, Option } from 'commander';
import type { CrawlOptions } from '../crawling.ts';
import { day, examples, fileName, upTo, wholeNumber, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('crawl'))
    .description(
      'Discover, fetch, read, extract and store what the outlets publish; only what is new or due again.',
    )
    .argument(
      '[publisher...]',
      'keys of publishers (data/publishers); all of the pipeline when none is given',
    )
    .option('--pipeline <name|file>', 'what to run: nightly, backfill, samples, or a YAML file', 'nightly')
    .option('--since <date>', 'leave out what a source dates before this day', day)
    .option('--until <date>', 'leave out what a source dates after this day', day)
    .option('--max <n>', 'fetch at most so many articles of each publisher', wholeNumber(1, 1_000_000))
    .option('--hours <n>', 'crawl no longer than that; the rest comes with the next run', upTo(14 * 24))
    .option('--dry-run', 'show what would be fetched; no article is asked for and nothing is written', false)
    .option('--report <file>', 'write what the run did as JSON', fileName)
    .option('--on-alarm <command>', 'a shell command that gets the alarms of the run on stdin, as JSON lines')
    .addOption(
      new Option(
        '--contact <address>',
        'web or mail address in the user agent, so that an outlet can reach you; a live crawl does not start without one',
      ).env('DEREK_CONTACT'),
    )
    .action(async (keys: string[], options: CrawlOptions) => {
      const { crawlOutlets } = await import('../crawling.ts');
      await crawlOutlets(keys, options);
    });
  examples(command, [
    ['derek crawl --contact https://example.kz/bot', 'what all outlets have published since the last run'],
    [
      'derek crawl liter --max 20 --dry-run --contact me@example.kz',
      'see what would be fetched of one outlet',
    ],
    [
      "derek crawl --on-alarm 'mail -s Derek desk@example.kz'",
      'be told when an outlet falls silent or changes its pages',
    ],
    [
      'derek crawl --pipeline backfill --since 2026-01-01 --until 2026-03-31',
      'older articles, slowly (DEREK_CONTACT is set)',
    ],
    ['derek crawl --pipeline samples --db samples.db', 'the sample outlets, served on this machine'],
  ]);
}
