import type { Extractor } from '../../extract/index.ts';
import type { Coverage, Store } from '../../store/index.ts';
import { type Check, together, type Verdict } from '../../verdict/index.ts';
import type { Checked } from './checked.ts';
import { claimedHolders } from './claimed-holders.ts';
import { holderChecker } from './holders.ts';
import { numberChecker } from './numbers.ts';
import { rankChecker } from './ranks.ts';
import { slots } from './slots.ts';
import { loadWording, type Wording } from './wording.ts';

export interface Checker {
  readonly check: Check;
}

/** Checks claims against a record. The wording, by default that of the project's data, is slow to load and can be shared. */
export function checker(store: Store, extractor: Extractor, wording: Wording = loadWording()): Checker {
  const filled = slots(wording, (keys) => store.rarity(keys));
  const checkNumber = numberChecker(store, wording, filled);
  const checkRank = rankChecker(store, wording, filled, extractor);
  const checkHolder = holderChecker(store, wording);
  return {
    check(claim, when) {
      const article = { id: 'claim', text: claim, published: when.asOf, lang: when.lang };
      const facts = extractor.extract(article);
      const days = { asOf: when.asOf, claimedAt: when.claimedAt ?? when.asOf };
      const places = facts.regions.flatMap(({ mentions }) => mentions);
      const said = {
        text: claim,
        lang: facts.article.lang,
        places: places.map(({ text }) => text).join(' '),
      };
      const form = wording.form(claim, { places, numbers: facts.indicators });
      // «Twice as many as» is a number of a comparison, and of nothing that the claim counts.
      const compared = form !== null && facts.indicators.every(({ unitClass }) => unitClass === 'times');
      const rank = compared ? checkRank(form, said, facts, days) : null;
      const lang = facts.article.lang === 'kk' ? 'kk' : 'ru';
      // A person beside a number is who says it; alone the post itself is what is claimed.
      const checked: Checked[] =
        rank !== null
          ? [rank]
          : facts.indicators.length > 0
            ? facts.indicators.map((fact) => checkNumber(fact, said, days))
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
