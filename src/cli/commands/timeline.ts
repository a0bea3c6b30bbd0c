import type { Command } from 'commander';
import { day, dayOrRelease, examples, withStore } from '../options.ts';
import type { TimelineOptions } from '../record/timeline.ts';

export function register(program: Command): void {
  const command = withStore(program.command('timeline'))
    .description(
      'What the record says of a program, region or indicator, value by value, each with its quote and source.',
    )
    .option('--program <program>', 'a program: its id, or its name in either language')
    .option('--region <region>', 'a region: its code (KZ-10), or its name in either language')
    .option('--indicator <indicator>', 'an indicator: its id, or words of what is measured')
    .option('--from <date>', 'only what speaks of this day or later', day)
    .option('--to <date>', 'only what speaks of this day or earlier', day)
    .option('--as-of <when>', 'what was known on this day, or in this release', dayOrRelease)
    .action(async (options: TimelineOptions) => {
      const { showTimeline } = await import('../record/timeline.ts');
      await showTimeline(options);
    });
  examples(command, [
    ['derek timeline --program "Бақытты отбасы"', 'all dated values of a program, from both languages'],
    [
      'derek timeline --region KZ-10 --from 2024-01-01 --json',
      'what is said of a region, for a program to read',
    ],
  ]);
}
