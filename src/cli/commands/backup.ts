import type { Command } from 'commander';
import { examples, fileName, type StoreOptions, withStore } from '../options.ts';

export function register(program: Command): void {
  const command = withStore(program.command('backup'))
    .description('Make a consistent copy of the store, also while another run writes to it.')
    .argument('<file>', 'the copy; it must not exist yet', fileName)
    .action(async (file: string, options: StoreOptions) => {
      const { backUp } = await import('../record/backup.ts');
      await backUp(file, options);
    });
  examples(command, [['derek backup derek-2026-08-18.db', 'the copy is a store like any other']]);
}
