import type { Command } from 'commander';
import { type CommonOptions, examples, withOutput } from '../options.ts';

export function register(program: Command): void {
  const command = withOutput(program.command('read'))
    .description(
      'Print what the reader sees of saved pages, one JSON object a line: title, story, what stands around it, date, ' +
        'author, language. No store is touched.',
    )
    .argument('<path...>', '.html, .html.gz or .warc(.gz) files; - reads one page from stdin')
    .action(async (paths: string[], options: CommonOptions) => {
      const { readPaths } = await import('../read-pages.ts');
      await readPaths(paths, options);
    });
  examples(command, [
    ['derek read page.html', 'is the story whole, and nothing but the story?'],
    ['derek read pages/*.html.gz > pages.jsonl', 'one line for each page, in the same order'],
    ['curl -s https://outlet.example/story | derek read -', 'a page from somewhere else'],
  ]);
}
