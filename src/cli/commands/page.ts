import type { Command } from 'commander';
import { day, examples, withStore } from '../options.ts';
import type { PageOptions } from '../record/page.ts';

export function register(program: Command): void {
  const command = withStore(program.command('page'))
    .description('Print the page of an article as it was fetched, out of the archive beside the store.')
    .argument('<url|article>', 'address or id of the article')
    .option('--at <date>', 'as it was on this day; the newest when not given', day)
    .action(async (asked: string, options: PageOptions) => {
      const { showPage } = await import('../record/page.ts');
      await showPage(asked, options);
    });
  examples(command, [
    ['derek page https://liter.kz/novaya-shkola-1753941617/ > page.html', 'what the outlet published'],
    ['derek page 7kq2m4x9p3ta | derek read -', 'read it again, offline, by the reader of today'],
  ]);
}
