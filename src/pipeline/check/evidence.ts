import type { UnitClass } from '../../core/facts.ts';
import type { EvidenceObservation, ObservationRow } from '../../store/index.ts';
import {
  boundsOf,
  type Cited,
  type Decision,
  type EvidenceRow,
  type Role,
  type Statement,
  stated,
} from '../../verdict/index.ts';

/** Every class of units: for what follows from numbers of other units than a claim's own. */
export const ANY: readonly UnitClass[] = [
  'count',
  'percent',
  'percentage_point',
  'times',
  'money',
  'measure',
];

/** So many articles are looked at as a whole. */
const ARTICLES = 12;

/** The articles of the likeliest observations. */
export const articlesOf = (rows: readonly EvidenceObservation[]): string[] =>
  [...new Set(rows.map(({ articleId }) => articleId))].slice(0, ARTICLES);

/** An observation in the part that it plays for a verdict. */
export const evidenceRow = (role: Role, row: ObservationRow, statement?: Statement): EvidenceRow => ({
  role,
  quote: row.quote,
  sentence: row.sentence,
  value: row.value,
  period: row.period,
  published: row.published,
  publisher: row.publisher,
  url: row.url,
  articleId: row.articleId,
  lang: row.lang,
  observation: row.id,
  leaves: statement === undefined ? null : boundsOf(stated(statement.amount)),
  workedOut: statement?.derived
    ? { sum: statement.derived.sum, value: Number((statement.amount.value ?? 0).toPrecision(4)) }
    : null,
});

/** So much evidence that decides is shown, and so much that does not. */
const SHOWN = { deciding: 5, other: 5 };

/** The observations behind a decision: those that decide, the strongest first, then the likest of the others. */
export function evidenceRows(decision: Decision, rows: readonly ObservationRow[]): EvidenceRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  // «С 33 до 131» is two statements and one sentence to read: it is shown in the part that it plays first.
  const seen = new Set<string>();
  const show = (list: readonly Cited[], most: number): EvidenceRow[] => {
    const shown: EvidenceRow[] = [];
    for (const { role, statement } of list) {
      const fresh = (statement.derived?.from ?? [statement.id]).filter((id) => !seen.has(id));
      if (fresh.length > 0 && most-- <= 0) break;
      for (const id of fresh) {
        seen.add(id);
        const row = byId.get(id);
        if (row !== undefined) shown.push(evidenceRow(role, row, statement));
      }
    }
    return shown;
  };
  const deciding = decision.cited.filter(({ role }) => role !== 'other_scope');
  // The likest first: whoever looks for more finds it there.
  const other = decision.cited
    .filter((cited) => cited.role === 'other_scope' && likeness(cited) >= NEAR)
    .sort((a, b) => likeness(b) - likeness(a));
  return [...show(deciding, SHOWN.deciding), ...show(other, SHOWN.other)];
}

/** What shares fewer words with a claim, of its own and of the claim's, helps nobody to look further. */
const NEAR = 1;
const likeness = ({ fit }: Cited): number => fit.likeness[0] + fit.likeness[1];

/** What a sentence says that has no number of its own: who holds a post, where a program is at work. */
export const quotedRow = (role: Role, row: Quoted): EvidenceRow => ({
  role,
  quote: row.quote,
  sentence: row.sentence,
  value: null,
  period: null,
  published: row.published,
  publisher: row.publisher,
  url: row.url,
  articleId: row.articleId,
  lang: row.lang,
  observation: null,
  leaves: null,
  workedOut: null,
});

type Quoted = Pick<
  EvidenceRow,
  'quote' | 'sentence' | 'published' | 'publisher' | 'url' | 'articleId' | 'lang'
>;
