import type { IndicatorFact, UnitClass } from '../../core/facts.ts';
import type { EvidenceObservation, ObservationRow, Store } from '../../store/index.ts';
import {
  type Cited,
  type ClaimPart,
  type Decision,
  decide,
  derive,
  type EvidenceRow,
} from '../../verdict/index.ts';
import type { Checked, Days } from './checked.ts';
import { ANY, articlesOf, evidenceRow } from './evidence.ts';
import { type Claim, claimedPeriod, type Slots } from './slots.ts';
import type { Wording } from './wording.ts';

/** Of each number of a claim so many observations are looked at, */
const CANDIDATES = 300;
/** and where it may be worked out from others, what the articles of so many of them state. */
const FIRST = 12;
/** So much evidence that decides is shown, and so much that does not. */
const SHOWN = { deciding: 5, other: 5 };

/** Holds one number of a claim against the observations that share words with it. */
export function numberChecker(
  store: Store,
  wording: Wording,
  { part: partOf, statement: statementOf }: Slots,
): (fact: IndicatorFact, claim: Claim, days: Days) => Checked {
  return (fact, claim, { asOf, claimedAt }) => {
    const part = partOf(fact, claim);
    const words = wording
      .terms(`${claim.text} ${fact.subject}`)
      .flatMap((term) => wording.alternatives(term));
    const keys = [...new Set([...words, ...wording.unitKeys(fact.unit)])];
    const find = (unitClasses: readonly UnitClass[]): EvidenceObservation[] =>
      store.evidence({ keys, unitClasses, asOf, limit: CANDIDATES });
    const rows = find([part.unitClass]);
    const wholes = isWorkedOut(part)
      ? articlesOf([...rows.slice(0, FIRST), ...find(ANY)]).map((id) => store.evidenceOf(id))
      : [];
    const all = [...new Map([...rows, ...wholes.flat()].map((row) => [row.id, row])).values()];
    const statements = [
      ...rows.map(statementOf),
      ...wholes.flatMap((article) => derive(article.map(statementOf))),
    ];
    const now = decide(part, statements, asOf);
    return {
      part: { ...shownPart(fact), verdict: now.verdict, reason: now.reason },
      verdictThen: decide(part, statements, claimedAt).verdict,
      evidence: evidenceRows(now, all),
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

function evidenceRows(decision: Decision, rows: readonly ObservationRow[]): EvidenceRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const show = (list: readonly Cited[]): EvidenceRow[] =>
    list.flatMap(({ role, statement }) =>
      (statement.derived?.from ?? [statement.id]).flatMap((id) => {
        const row = byId.get(id);
        return row === undefined ? [] : [evidenceRow(role, row)];
      }),
    );
  const deciding = decision.cited.filter(({ role }) => role !== 'other_scope');
  // The likest first: whoever looks for more finds it there.
  const other = decision.cited
    .filter((cited) => cited.role === 'other_scope' && likeness(cited) >= NEAR)
    .sort((a, b) => likeness(b) - likeness(a));
  return [...show(deciding.slice(0, SHOWN.deciding)), ...show(other.slice(0, SHOWN.other))];
}

/** What shares fewer words with a claim, of its own and of the claim's, helps nobody to look further. */
const NEAR = 1;
const likeness = ({ fit }: Cited): number => fit.likeness[0] + fit.likeness[1];
