import type { KeptVerdict } from '../../store/index.ts';
import { entries, integer, text, view } from './view.ts';

export const verdicts = view<KeptVerdict>(
  'verdicts',
  "What 'derek check --keep' answered, each different answer once.",
  [
    text('claim', 'The claim, word for word.', (r) => r.answer.claim),
    text('lang', 'Language of the claim: kk, ru, mixed, other, und.', (r) => r.answer.lang),
    text('as_of', 'Only what was known on this day was looked at.', (r) => r.answer.asOf),
    text('claimed_at', 'The day the claim was made.', (r) => r.claimedAt),
    text(
      'verdict',
      'SUPPORTED, REFUTED, PARTLY, OUTDATED, CONFLICTING, INCONCLUSIVE or NO_EVIDENCE.',
      (r) => r.answer.verdict,
    ),
    text('verdict_then', 'The verdict as of the day the claim was made.', (r) => r.answer.verdictThen),
    text('reason', 'Why, as a code.', (r) => r.answer.reason),
    entries('evidence', 'What decided it: role, article and quote of each.', (r) =>
      r.answer.evidence.map(({ role, articleId, quote }) => ({ role, article: articleId, quote })),
    ),
    integer('articles_searched', 'How many articles were searched.', (r) => r.answer.coverage.articles),
    text('searched_from', 'Day of the oldest of them.', (r) => r.answer.coverage.from),
    text('searched_to', 'Day of the newest of them.', (r) => r.answer.coverage.to),
    text('ruleset', 'Version of the rules.', (r) => r.ruleset),
    text('first_at', 'When it was first answered so, UTC.', (r) => r.firstAt),
    text('last_at', 'When it was last answered so, UTC.', (r) => r.lastAt),
  ],
  (store) => store.verdicts.kept(),
);
