import type { Command } from 'commander';
import { examples, webAddress, wholeNumber, withStore } from '../options.ts';
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
      '--address <url>',
      'where others find the pages, when a web server in front of Derek passes them on',
      webAddress,
    )
    .option(
      '--whole-articles',
      'show stored articles in full to others too; without it they see quotes, and links to the outlet',
    )
    .option('--map <file>', 'a GeoJSON file with the outlines of the 20 regions; without it they are squares')
    .action(async (options: ServeOptions) => {
      const { serveStore } = await import('../serving.ts');
      await serveStore(options);
    });
  examples(command, [
    ['derek serve --db news.db', 'look at a store in the browser'],
    ['derek serve --address https://derek.example.kz', 'a web server in front has this name'],
    ['derek serve --map regions.geojson', 'regions in their own shapes'],
    ['derek serve --port 0 --json', 'any free port; print its address for a script'],
  ]);
}
