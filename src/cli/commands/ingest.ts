import type { Command } from 'commander';
import { examples, type StoreOptions, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('ingest'))
    .description('Read articles from files, extract their facts, and put both into the store.')
    .argument(
      '<path...>',
      '.html, .html.gz, .warc(.gz), .txt or .jsonl files; - reads lines of JSON from stdin',
    )
    .action(async (paths: string[], options: StoreOptions) => {
      const { ingestPaths } = await import('../ingesting.ts');
      await ingestPaths(paths, options);
    });
  examples(command, [
    [
      'derek ingest articles.jsonl --db news.db',
      'one article a line: {"id", "text", "title"?, "published"?, "url"?, …}',
    ],
    ['derek ingest saved/*.html', 'saved pages; the same page again adds nothing'],
    ['zcat archive.jsonl.gz | derek ingest -', 'an archive of your own'],
  ]);
}
