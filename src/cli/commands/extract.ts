import { type Command, Option } from 'commander';
import type { ExtractOptions } from '../extracting.ts';
import { day, examples, withOutput } from '../options.ts';

export function register(program: Command): void {
  const command = withOutput(program.command('extract'))
    .description('Print the facts of the given articles; no store is touched.')
    .argument('<path...>', '.html, .html.gz, .txt or .jsonl files; - reads lines of JSON from stdin')
    .addOption(
      new Option('--lang <lang>', 'language of articles that do not say theirs').choices(['kk', 'ru']),
    )
    .option('--published <date>', 'day of publication of articles that do not say theirs', day)
    .option('--url <url>', 'address of articles that do not say theirs')
    .addOption(
      new Option('--format <format>', 'one JSON object a line, one JSON array, or for people')
        .choices(['jsonl', 'json', 'text', 'html'])
        .default('jsonl'),
    )
    .action(async (paths: string[], options: ExtractOptions) => {
      const { extractPaths } = await import('../extracting.ts');
      await extractPaths(paths, options);
    });
  examples(command, [
    ['derek extract article.txt --format text', 'the facts of one article, for a person to read'],
    [
      'derek extract article.txt --published 2026-02-04',
      'say when it appeared, so that "this year" has a meaning',
    ],
    [
      'cat articles.jsonl | derek extract - > facts.jsonl',
      'one line of facts for each line, in the same order',
    ],
    ['derek extract page.html --format html > facts.html', 'the story of a page with its facts marked'],
  ]);
}
