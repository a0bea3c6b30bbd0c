import type { Command } from 'commander';
import { examples, wholeNumber, withStore } from '../options.ts';
import type { ServeOptions } from '../serving.ts';

export function register(program: Command): void {
  const command = withStore(program.command('serve'))
    .description(
      'Serve the explorer: read-only pages of the store, on this machine only unless told otherwise.',
    )
    .option('--port <n>', 'port to listen on, 0 for any free one', wholeNumber(0, 65_535), 8_080)
    .option(
      '--host <address>',
      'address to listen on; 0.0.0.0 shows the store to the whole network',
      '127.0.0.1',
    )
    .option(
      '--name <host...>',
      'host names the pages may be asked for, when a web server in front of Derek has one',
    )
    .option(
      '--whole-articles',
      'show stored articles in full to others too; without it they see quotes, and links to the outlet',
    )
    .action(async (options: ServeOptions) => {
      const { serveStore } = await import('../serving.ts');
      await serveStore(options);
    });
  examples(command, [
    ['derek serve --db news.db', 'look at a store in the browser'],
    ['derek serve --name derek.example.kz', 'let a web server in front pass its name on'],
    ['derek serve --port 0 --json', 'any free port; print its address for a script'],
  ]);
}
