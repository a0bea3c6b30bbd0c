import type { EvidenceRow, Label, VerdictPart } from '../../verdict/index.ts';

/** One part of a claim, checked. */
export interface Checked {
  readonly part: VerdictPart;
  readonly verdictThen: Label;
  readonly evidence: readonly EvidenceRow[];
}

export interface Days {
  readonly asOf: string;
  readonly claimedAt: string;
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
