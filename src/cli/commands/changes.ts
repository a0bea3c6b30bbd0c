import type { Command } from 'commander';
import { day, examples, withStore } from '../options.ts';
import type { ChangesOptions } from '../record/changes.ts';

export function register(program: Command): void {
  const command = withStore(program.command('changes'))
    .description('Edited articles, the latest edit first: which numbers were changed, taken away or added.')
    .option('--since <date>', 'only edits seen on this day or later', day)
    .action(async (options: ChangesOptions) => {
      const { showChanges } = await import('../record/changes.ts');
      await showChanges(options);
    });
  examples(command, [
    ['derek changes --since 2026-03-01', 'what outlets have quietly corrected since'],
    ['derek changes --json', 'one edit a line, for a program to read'],
  ]);
}
