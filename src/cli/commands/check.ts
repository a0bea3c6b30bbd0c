import { type Command, Option } from 'commander';
import { day, examples, fileName, withStore } from '../options.ts';
import type { CheckOptions } from '../record/check.ts';

export function register(program: Command): void {
  const command = withStore(program.command('check'))
    .argument('[claim]', 'a sentence in Kazakh or Russian')
    .description(
      'Holds a claim against the record: whether it supports it, contradicts it, has moved on, or is silent; with quotes and dates.',
    )
    .option('--file <file>', 'many claims: {"claim", "asOf"?, "claimedAt"?, "lang"?} a line', fileName)
    .option('--as-of <date>', 'only what was known on this day', day)
    .option('--claimed-at <date>', 'the day the claim was made, for the verdict as of then', day)
    .option('--keep', "keep the verdict in the record, for 'derek export verdicts'", false)
    .option('--reviewed-by <name>', 'a ClaimReview of schema.org, for which this person answers')
    .addOption(new Option('--lang <lang>', 'the language of the claim').choices(['kk', 'ru']))
    .action(async (claim: string | undefined, options: CheckOptions) => {
      const { checkClaims } = await import('../record/check.ts');
      await checkClaims(claim, options);
    });
  examples(command, [
    ['derek check "В Казахстане открыто 131 центр поддержки семьи"', 'one claim, with the evidence'],
    ['derek check --file claims.jsonl --json', 'a verdict a line, in the same order'],
  ]);
}
