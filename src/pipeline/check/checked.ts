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
