import type { Command } from 'commander';
import type { EvaluateOptions } from '../evaluating.ts';
import { examples, withOutput } from '../options.ts';

export function register(program: Command): void {
  const command = withOutput(program.command('evaluate'))
    .description(
      'Score the extraction against passages with known facts, and hold the figures to their floors.',
    )
    .option('--set <set>', 'a folder of passages, one passage, or the name of a folder under samples', 'gold')
    .option('--verbose', 'name everything that is missed, extra or wrong')
    .option('--raise', 'lift the floors in samples/floors.json to the figures of today; none sinks')
    .action(async (options: EvaluateOptions) => {
      const { evaluateSet } = await import('../evaluating.ts');
      await evaluateSet(options);
    });
  examples(command, [
    ['derek evaluate', 'precision, recall and F1 by language and kind; exit code 1 below a floor'],
    ['derek evaluate --set my-passages --verbose', 'another folder of passages, with every fault named'],
    ['derek evaluate --raise', 'after rules got better: floors follow, and never sink'],
  ]);
}
