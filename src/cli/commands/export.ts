import type { Command } from 'commander';
import { dayOrRelease, examples, fileName, withStore } from '../options.ts';
import type { ExportOptions } from '../record/export.ts';

export function register(program: Command): void {
  const command = withStore(program.command('export'))
    .description('Write a whole view of the record to a file or to stdout.')
    .argument(
      '<view>',
      'observations, series, events, programs, regions, officials, articles, stories, links or verdicts',
    )
    .option(
      '--format <format>',
      'csv (opens in a spreadsheet), jsonl, json or parquet; --json means jsonl',
      'csv',
    )
    .option('--out <file>', 'write to a file, which appears when it is whole', fileName)
    .option('--as-of <when>', 'what was known on this day, or in this release', dayOrRelease)
    .option('--columns', 'print the columns of the view and what they mean, instead of the view', false)
    .action(async (view: string, options: ExportOptions) => {
      const { exportView } = await import('../record/export.ts');
      await exportView(view, options);
    });
  examples(command, [
    [
      'derek export observations --out observations.csv',
      'every value with its quote and source, for a spreadsheet',
    ],
    ['derek export programs --format jsonl | jq .name_kk', 'for other programs'],
    ['derek export observations --columns', 'the data dictionary of the view'],
  ]);
}
