import type { Command } from 'commander';
import { examples, type StoreOptions, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('doctor'))
    .description(
      'Check the versions, the data files, the settings for crawling, and every quote of the store.',
    )
    .action(async (options: StoreOptions) => {
      const { examineAll } = await import('../record/doctor.ts');
      await examineAll(options);
    });
  examples(command, [['derek doctor --db news.db', 'exit code 6 when the store is damaged']]);
}
