import type { Command } from 'commander';
import { examples, type StoreOptions, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('release'))
    .description(
      'Freeze the record under a name, as a file of its own beside the store, with the hash that a paper can cite.',
    )
    .argument('[name]', 'letters, digits, dots, hyphens and underscores; without one, the releases there are')
    .action(async (name: string | undefined, options: StoreOptions) => {
      const { releaseRecord } = await import('../record/release.ts');
      await releaseRecord(name, options);
    });
  examples(command, [
    ['derek release 2026-03 --db news.db', 'writes news.release-2026-03.db'],
    ['derek timeline --program "Ауыл аманаты" --db news.release-2026-03.db', 'answers the same for ever'],
    ['derek release', 'names, days and hashes'],
  ]);
}
