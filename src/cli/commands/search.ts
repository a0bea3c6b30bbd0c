import { type Command, Option } from 'commander';
import { day, dayOrRelease, examples, plainNumber, wholeNumber, withStore } from '../options.ts';
import type { SearchOptions } from '../record/search.ts';

export function register(program: Command): void {
  const command = withStore(program.command('search'))
    .description('Find articles and figures by words of either language, in any case form.')
    .argument('[word...]', 'every one of them has to be there; none lists everything that passes the filters')
    .option('--publisher <key>', 'only this outlet')
    .addOption(
      new Option('--lang <lang>', 'only this language').choices(['kk', 'ru', 'mixed', 'other', 'und']),
    )
    .option('--from <date>', 'published on this day or later', day)
    .option('--to <date>', 'published on this day or earlier', day)
    .option('--program <program>', 'only what belongs to this program: its id or name')
    .option('--region <region>', 'only what belongs to this region: its code or name')
    .option('--unit <unit>', 'only figures in this unit: KZT, percent, family, …')
    .option('--least <n>', 'only figures of this value or more', plainNumber)
    .option('--most <n>', 'only figures of this value or less', plainNumber)
    .option('--exact', 'the words as asked for, not what they are in the other language')
    .option('--as-of <when>', 'what was known on this day, or in this release', dayOrRelease)
    .option('--limit <n>', 'how many articles and figures to show', wholeNumber(1, 1_000), 10)
    .action(async (words: string[], options: SearchOptions) => {
      const { searchRecord } = await import('../record/search.ts');
      await searchRecord(words.join(' '), options);
    });
  examples(command, [
    ['derek search жәрдемақы', 'finds жәрдемақының, жәрдемақыға, … and пособие, пособия, … too'],
    ['derek search жилья --exact --least 1000000', 'figures of a million or more, in Russian articles only'],
    ['derek search многодетные семьи --unit KZT --from 2025-01-01', 'sums of money for them, since 2025'],
  ]);
}
