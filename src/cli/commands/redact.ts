import type { Command } from 'commander';
import { examples, withStore } from '../options.ts';
import type { RedactOptions } from '../record/redact.ts';

export function register(program: Command): void {
  const command = withStore(program.command('redact'))
    .description(
      'Take an article, all facts drawn from it and its pages out for legal reasons. A tombstone with the reason stays, ' +
        'and keeps the article from coming back.',
    )
    .argument('<url|article>', 'address or id of the article')
    .requiredOption('--reason <text>', 'why, in words that may be shown')
    .action(async (asked: string, options: RedactOptions) => {
      const { redact } = await import('../record/redact.ts');
      await redact(asked, options);
    });
  examples(command, [
    [
      'derek redact https://liter.kz/story-1753941617/ --reason "court order 2-1234 of 2026-05-01"',
      'out of the store and of its archive',
    ],
  ]);
}
