import type { Command } from 'commander';
import type { EvaluateOptions } from '../evaluating.ts';
import { examples, withOutput } from '../options.ts';

export function register(program: Command): void {
  const command = withOutput(program.command('evaluate'))
    .description(
      'Score Derek against passages with known facts, claims with known verdicts or a public set, and hold the figures to their floors.',
    )
    .option(
      '--set <set>',
      'a folder of passages, one passage, the name of a folder under samples; or a file: claims, marked spans or pairs of numbers (JSON lines), CoNLL-U, sentences of one language (*.kk.txt, *.ru.txt, *.other.txt); or a store, which is held against claims made of its own facts',
      'gold',
    )
    .option('--without-programs', 'empty the catalogue of programs first: what the rules alone find')
    .option('--verbose', 'name everything that is missed, extra or wrong')
    .option('--raise', 'lift the floors in samples/floors.json to the figures of today; none sinks')
    .action(async (options: EvaluateOptions) => {
      const { evaluateSet } = await import('../evaluating.ts');
      await evaluateSet(options);
    });
  examples(command, [
    ['derek evaluate', 'precision, recall and F1 by language and kind; exit code 1 below a floor'],
    ['derek evaluate --set my-passages --verbose', 'another folder of passages, with every fault named'],
    ['derek evaluate --without-programs', 'how programs that nobody has listed are found'],
    [
      'derek evaluate --set kk_ktb.conllu',
      'lemmas of nouns and names against a treebank; other files are told by their content',
    ],
    [
      'derek evaluate --set claims',
      'verdicts on claims over the sample articles, and the evidence they cite',
    ],
    [
      'derek evaluate --set derek.db',
      'claims made of the facts of a store: with another region, year, unit, program or number',
    ],
    ['derek evaluate --raise', 'after rules got better: floors follow, and never sink'],
  ]);
}
