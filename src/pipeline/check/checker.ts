import type { Extractor } from '../../extract/index.ts';
import type { Coverage, Store } from '../../store/index.ts';
import { type Check, together, type Verdict } from '../../verdict/index.ts';
import type { Checked } from './checked.ts';
import { claimedHolders } from './claimed-holders.ts';
import { holderChecker } from './holders.ts';
import { numberChecker } from './numbers.ts';
import { loadWording, type Wording } from './wording.ts';

export interface Checker {
  readonly check: Check;
}

/** Checks claims against a record. The wording, by default that of the project's data, is slow to load and can be shared. */
export function checker(store: Store, extractor: Extractor, wording: Wording = loadWording()): Checker {
  const checkNumber = numberChecker(store, wording);
  const checkHolder = holderChecker(store, wording);
  return {
    check(claim, when) {
      const article = { id: 'claim', text: claim, published: when.asOf, lang: when.lang };
      const facts = extractor.extract(article);
      const days = { asOf: when.asOf, claimedAt: when.claimedAt ?? when.asOf };
      const lang = facts.article.lang === 'kk' ? 'kk' : 'ru';
      // A person beside a number is who says it; alone the post itself is what is claimed.
      const checked: Checked[] =
        facts.indicators.length > 0
          ? facts.indicators.map((fact) => checkNumber(fact, { text: claim, lang: facts.article.lang }, days))
          : claimedHolders(facts).map((official) =>
              checkHolder(official, extractor.periods(article)[0] ?? null, lang, days),
            );
      const verdict = together(checked.map(({ part }) => part.verdict));
      return {
        claim,
        lang: facts.article.lang,
        asOf: when.asOf,
        parts: checked.map(({ part }) => part),
        verdict,
        verdictThen: together(checked.map((part) => part.verdictThen)),
        reason:
          checked.find(({ part }) => part.verdict === verdict)?.part.reason ??
          (checked.length === 0 ? 'NOTHING_TO_CHECK' : 'PARTS_DIFFER'),
        evidence: checked.flatMap(({ evidence }) => evidence),
        coverage: coverageOf(store.coverage()),
      };
    },
  };
}

const coverageOf = (coverage: Coverage): Verdict['coverage'] => ({
  articles: coverage.articles,
  from: coverage.from,
  to: coverage.to,
  publishers: coverage.publishers.flatMap(({ publisher }) => publisher ?? []),
});
