import type { Command } from 'commander';
import type { DemoOptions } from '../demonstrating.ts';
import { examples, wholeNumber, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('demo'))
    .description(
      'Crawl the sample outlets that come with Derek, show what was learned, and open the explorer.',
    )
    .option('--no-serve', 'end when the store is filled')
    .option(
      '--port <n>',
      'port of the explorer (8080, or a free one when that is taken)',
      wholeNumber(0, 65_535),
    )
    .option('--host <address>', 'address the explorer listens on', '127.0.0.1')
    .action(async (options: DemoOptions) => {
      const { demonstrate } = await import('../demonstrating.ts');
      await demonstrate(options);
    });
  examples(command, [
    ['npm start', 'the same, straight after npm ci'],
    ['derek demo --no-serve --db samples.db', 'only fill a store, and end'],
    ['derek demo --port 0', 'let the system choose a free port'],
  ]);
}
