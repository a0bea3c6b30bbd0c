import type { Store } from '../../store/index.ts';
import { decide, derive, type Trend } from '../../verdict/index.ts';
import { type Checked, NO_NUMBER } from './checked.ts';
import { ANY, articlesOf, evidenceRows } from './evidence.ts';
import type { Claim, Slots } from './slots.ts';
import type { Wording } from './wording.ts';

/** So many observations are looked at for the articles that a claim may speak of. */
const CANDIDATES = 200;

/** Holds a claim that something rose or fell against the changes that articles tell, and those that follow from them. */
export function trendChecker(
  store: Store,
  wording: Wording,
  { statement: statementOf }: Slots,
): (trend: Trend, claim: Claim, asOf: string) => Checked {
  return (trend, claim, asOf) => {
    const words = wording.terms(claim.text).map((term) => wording.alternatives(term));
    const found = store.evidence({ words, unitClasses: ANY, asOf, limit: CANDIDATES });
    const articles = articlesOf(found).map((id) => store.evidenceOf(id));
    const statements = articles.flatMap((rows) => {
      const told = rows.map(statementOf);
      return [...told, ...derive(told)];
    });
    const now = decide(trend, statements, asOf);
    return {
      part: {
        quote: claim.text,
        ...NO_NUMBER,
        direction: trend.direction,
        subject: claim.text,
        region: null,
        period: trend.period,
        verdict: now.verdict,
        reason: now.reason,
      },
      evidence: evidenceRows(now, articles.flat()),
    };
  };
}
