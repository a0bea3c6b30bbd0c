import type { IndicatorFact, UnitClass } from '../../core/facts.ts';
import type { EvidenceObservation, Store } from '../../store/index.ts';
import {
  boundsOf,
  type ClaimPart,
  claimed,
  decide,
  derive,
  levelBefore,
  yearsOf,
} from '../../verdict/index.ts';
import type { Checked } from './checked.ts';
import { ANY, articlesOf, evidenceRows } from './evidence.ts';
import { type Claim, claimedPeriod, type Slots } from './slots.ts';
import type { Wording } from './wording.ts';

/** Of each number of a claim so many observations are looked at, */
const CANDIDATES = 80;
/** and where it may be worked out from others, what the articles of so many of them state. */
const FIRST = 12;
/** Holds one number of a claim against the observations that share words with it. */
export function numberChecker(
  store: Store,
  wording: Wording,
  { part: partOf, statement: statementOf }: Slots,
): (fact: IndicatorFact, claim: Claim, asOf: string) => Checked {
  return (fact, claim, asOf) => {
    const part = partOf(fact, claim);
    const said = wording.terms(`${claim.text} ${fact.subject}`).map((term) => wording.alternatives(term));
    const words = [...said, [...wording.unitKeys(fact.unit)]];
    const { measure, region, program, period } = part;
    const years = period && yearsOf(period);
    const find = (unitClasses: readonly UnitClass[]): EvidenceObservation[] =>
      store.evidence({
        words,
        unitClasses,
        like: { measure, region, program, years },
        asOf,
        limit: CANDIDATES,
      });
    const rows = find([part.unitClass]);
    const wholes = isWorkedOut(part)
      ? articlesOf([...rows.slice(0, FIRST), ...find(ANY)]).map((id) => store.evidenceOf(id))
      : [];
    const all = [...new Map([...rows, ...wholes.flat()].map((row) => [row.id, row])).values()];
    const statements = [
      ...rows.map(statementOf).flatMap((statement) => [statement, ...levelBefore(statement)]),
      ...wholes.flatMap((article) => derive(article.map(statementOf))),
    ];
    const found = decide(part, statements, asOf);
    // What is told in another unit decides nothing, but a reader may have meant it.
    const others = found.reason === 'NONE_FOUND' ? find(ANY) : [];
    const now = others.length === 0 ? found : decide(part, [...statements, ...others.map(statementOf)], asOf);
    return {
      part: {
        ...shownPart(fact),
        allows: boundsOf(claimed(part.amount)),
        verdict: now.verdict,
        reason: now.reason,
      },
      evidence: evidenceRows(now, [...all, ...others]),
    };
  };
}

/** Growth, shares and percents may follow from other numbers than those of their own unit. */
const isWorkedOut = ({ measure, unitClass }: ClaimPart): boolean =>
  measure !== 'level' || unitClass === 'percent';

const shownPart = (fact: IndicatorFact) => ({
  quote: fact.quote,
  value: fact.value,
  high: fact.high,
  previous: fact.previous,
  order: fact.order,
  comparator: fact.comparator,
  per: fact.per,
  direction: fact.direction,
  unit: fact.unit,
  unitClass: fact.unitClass,
  measure: fact.measure,
  concept: fact.concept,
  subject: fact.subject,
  region: fact.region,
  program: fact.program,
  period: claimedPeriod(fact),
});
