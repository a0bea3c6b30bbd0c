import type { Lang, ReadLang } from '../core/article.ts';
import type { IndicatorFact, Period } from '../core/facts.ts';
import type { Label, Role } from './decide.ts';
import type { Bounds } from './interval.ts';
import type { Derivation } from './scope.ts';

/** A claim is a sentence or a few; what is longer than pages of text is an article, and no slip of the hand. */
export const LONGEST_CLAIM = 10_000;

/** What `derek check` answers: CONTRACT section 5. */
export interface Verdict {
  readonly claim: string;
  readonly lang: Lang;
  readonly asOf: string;
  readonly parts: readonly VerdictPart[];
  readonly verdict: Label;
  readonly verdictThen: Label;
  readonly reason: string;
  readonly evidence: readonly EvidenceRow[];
  readonly coverage: {
    readonly articles: number;
    readonly from: string | null;
    readonly to: string | null;
    readonly publishers: readonly string[];
  };
}

/** A part of a claim, and what came of it. */
export interface VerdictPart
  extends Pick<
    IndicatorFact,
    | 'quote'
    | 'value'
    | 'high'
    | 'previous'
    | 'order'
    | 'comparator'
    | 'per'
    | 'direction'
    | 'concept'
    | 'subject'
  > {
  /** Null for a person in a post, as are the two below. */
  readonly unit: string | null;
  readonly unitClass: IndicatorFact['unitClass'] | null;
  readonly measure: IndicatorFact['measure'] | null;
  readonly region: IndicatorFact['region'];
  readonly program: IndicatorFact['program'];
  readonly period: Period | null;
  /** The numbers that its wording allows, by the table of tolerances; null where it claims none. */
  readonly allows: Bounds | null;
  readonly verdict: Label;
  readonly reason: string;
}

export interface EvidenceRow {
  readonly role: Role;
  readonly quote: string;
  readonly sentence: string;
  /** Null for a person in a post. */
  readonly value: number | null;
  readonly period: Period | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly articleId: string;
  readonly lang: Lang;
  /** Id of the observation; null for a person in a post. */
  readonly observation: string | null;
  /** The numbers that the statement leaves possible, rounded as it is; null where numbers are not what counts. */
  readonly leaves: Bounds | null;
  /** What follows from this number and those beside it, where that and not the number itself bears on the claim. */
  readonly workedOut: { readonly sum: Derivation['sum']; readonly value: number } | null;
}

export interface When {
  /** What was known on this day counts, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The day the claim was made; by default `asOf`. */
  readonly claimedAt?: string | undefined;
  readonly lang?: ReadLang | undefined;
}

/** Holds a claim against a record. */
export type Check = (claim: string, when: When) => Verdict;
