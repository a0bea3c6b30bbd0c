import type { Command } from 'commander';
import { day, examples, withStore } from '../options.ts';
import type { ReextractOptions } from '../record/reextract.ts';

export function register(program: Command): void {
  const command = withStore(program.command('reextract'))
    .description("Run today's rules over the stored texts that other rules read, and show what changes.")
    .option('--since <date>', 'only articles published on this day or later', day)
    .option('--accept', 'let the new readings count; without it the store stays as it is')
    .action(async (options: ReextractOptions) => {
      const { reextract } = await import('../record/reextract.ts');
      await reextract(options);
    });
  examples(command, [
    ['derek reextract --since 2026-01-01', 'facts that today’s rules find, lose or read otherwise'],
    ['derek reextract --accept', 'a run that is stopped goes on where it was'],
  ]);
}
