import type { UnitClass } from '../../core/facts.ts';
import type { EvidenceObservation, ObservationRow } from '../../store/index.ts';
import type { EvidenceRow, Role } from '../../verdict/index.ts';

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
export const evidenceRow = (role: Role, row: ObservationRow): EvidenceRow => ({
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
});
