import { type Command, Option } from 'commander';
import { examples, withStore } from '../options.ts';
import type { PublishersOptions } from '../publishers.ts';

export function register(program: Command): void {
  const command = withStore(program.command('publishers'))
    .description('The publishers that Derek knows, what each last yielded, and what is wrong with it.')
    .argument('[publisher...]', 'keys of publishers; all when none is given')
    .option('--check', 'ask each outlet for its lists and one article, and say what no longer fits', false)
    .option('--learn <url|file>', 'propose a file for a new publisher from one of its article pages')
    .option('--url <url>', 'where the page of --learn stands, if it does not say so itself')
    .option('--pipeline <name|file>', 'whose publishers, outlets and pace', 'nightly')
    .addOption(
      new Option('--contact <address>', 'web or mail address in the user agent').env('DEREK_CONTACT'),
    )
    .action(async (keys: string[], options: PublishersOptions) => {
      const { publishers } = await import('../publishers.ts');
      await publishers(keys, options);
    });
  examples(command, [
    ['derek publishers --db news.db', 'who yielded what in the last run, and who is silent'],
    ['derek publishers --check liter --contact me@example.kz', 'does its file still fit its pages?'],
    ['derek publishers --learn page.html > data/publishers/new.yaml', 'a first file for another outlet'],
  ]);
}
