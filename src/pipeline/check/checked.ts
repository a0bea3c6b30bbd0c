import type { EvidenceRow, VerdictPart } from '../../verdict/index.ts';

/** One part of a claim, checked. */
export interface Checked {
  readonly part: VerdictPart;
  readonly evidence: readonly EvidenceRow[];
}

/** The slots of a part that claims no number. */
export const NO_NUMBER = {
  value: null,
  high: null,
  previous: null,
  order: null,
  comparator: '=',
  per: null,
  direction: null,
  unit: null,
  unitClass: null,
  measure: null,
  concept: null,
  program: null,
  allows: null,
} as const;
