import { type Command, Option } from 'commander';
import type { ExplainOptions } from '../explaining.ts';
import { day, examples, fileName, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('explain'))
    .description('How a figure came to be a fact: the rule, and for every slot the words it was read from.')
    .argument(
      '[observation]',
      'the id of a figure, as timeline --json, export observations and extract show it',
    )
    .addOption(
      new Option('--article <file>', 'an article of a file instead of the store')
        .argParser(fileName)
        .conflicts('text'),
    )
    .option('--text <text>', 'a text given here instead of the store')
    .addOption(
      new Option('--lang <lang>', 'language of a text that does not say its own').choices(['kk', 'ru']),
    )
    .option('--published <date>', 'day of publication of a text that does not say its own', day)
    .action(async (observation: string | undefined, options: ExplainOptions) => {
      const { explainFigure } = await import('../explaining.ts');
      await explainFigure(observation, options);
    });
  examples(command, [
    ["derek explain '7f3a…#120-134' --db news.db", 'one figure of the store; quote the id, it holds a #'],
    ['derek explain --text "Биыл 12 мектеп салынды." --published 2026-02-04', 'every figure of a text'],
    ["derek explain 'a1#120-134' --article articles.jsonl", 'one figure of an article that is in no store'],
  ]);
}
