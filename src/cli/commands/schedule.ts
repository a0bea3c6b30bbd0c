import { type Command, Option } from 'commander';
import { examples, withStore } from '../options.ts';
import type { ScheduleOptions } from '../scheduling.ts';

export function register(program: Command): void {
  const command = withStore(program.command('schedule'))
    .description(
      'Run pipelines at the times they name, on the clock of Almaty, one at a time, until stopped. What was missed while ' +
        'the machine was off is made up for once; a run that was interrupted goes on at the start.',
    )
    .option(
      '--pipeline <name|file...>',
      'which pipelines; all that come with Derek and have a schedule, when not given',
    )
    .option('--on-alarm <command>', 'a shell command that gets the alarms of a run on stdin, as JSON lines')
    .addOption(
      new Option('--contact <address>', 'web or mail address in the user agent').env('DEREK_CONTACT'),
    )
    .action(async (options: ScheduleOptions) => {
      const { schedule } = await import('../scheduling.ts');
      await schedule(options);
    });
  examples(command, [
    ['derek schedule --contact https://example.kz/bot --db news.db', 'the nightly run, every night'],
    ['derek schedule --pipeline nightly hourly.yaml', 'that one and one of your own'],
  ]);
}
