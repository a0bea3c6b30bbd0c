import type { Lang, Script, SectionKind } from './article.ts';
import type { Issue } from './issue.ts';
import type { Span } from './span.ts';

/** Facts of one article, exactly as CONTRACT section 4 lays them down. */
export interface Facts {
  readonly schema: 'derek/facts@1';
  readonly article: FactsArticle;
  readonly mentions: readonly Mention[];
  readonly programs: readonly ProgramFact[];
  readonly regions: readonly RegionFact[];
  readonly officials: readonly OfficialFact[];
  readonly indicators: readonly IndicatorFact[];
  readonly events: readonly EventFact[];
  readonly issues: readonly Issue[];
}

export interface FactsArticle {
  readonly id: string;
  readonly lang: Lang;
  readonly langConfidence: number;
  readonly script: Script;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly text: string;
  readonly sections: readonly { readonly start: number; readonly end: number; readonly kind: SectionKind }[];
}

export type MentionType =
  | 'program'
  | 'event'
  | 'region'
  | 'person'
  | 'post'
  | 'organisation'
  | 'number'
  | 'date'
  | 'law';

export type NumberKind =
  | 'cardinal'
  | 'ordinal'
  | 'percent'
  | 'money'
  | 'measure'
  | 'date'
  | 'time'
  | 'age'
  | 'identifier';

export interface Mention extends Span {
  readonly type: MentionType;
  readonly ref?: string;
  readonly rule: string;
  /** Numbers only: the value in plain units and what kind of number it is. */
  readonly value?: number | null;
  readonly kind?: NumberKind;
}

export type ProgramKind = 'program' | 'project' | 'campaign' | 'contest' | 'benefit' | 'plan' | 'event';

export interface ProgramFact {
  /** Key in `data/programs`, or null for a program nobody has listed yet. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: ProgramKind;
  readonly mentions: readonly Span[];
  readonly rule: string;
}

export type RegionLevel = 'country' | 'oblast' | 'city' | 'district' | 'village';
export interface BilingualName {
  readonly kk: string;
  readonly ru: string;
}

export interface RegionFact {
  /** ISO 3166-2 for the country and its 20 regions, `KZ-10/kosshy`-like keys below them. */
  readonly id: string;
  readonly name: BilingualName;
  readonly level: RegionLevel;
  readonly mentions: readonly Span[];
  readonly rule: string;
}

export type OfficialRole = 'acting' | 'former' | 'first' | 'deputy';

export interface OfficialFact {
  readonly id: string | null;
  readonly name: string;
  readonly post: string;
  readonly postId: string | null;
  readonly jurisdiction: { readonly id: string | null; readonly name: string } | null;
  readonly role: readonly OfficialRole[];
  readonly mentions: readonly Span[];
  readonly rule: string;
}

export type Comparator = '=' | '>' | '>=' | '<' | '<=' | '~';
export type UnitClass = 'count' | 'percent' | 'percentage_point' | 'times' | 'money' | 'measure';
export type Status = 'actual' | 'planned' | 'forecast' | 'denied' | 'rule';
export type Slot = 'period' | 'region' | 'program' | 'unit' | 'subject' | 'source';

export interface Period {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: never narrower than the text; null is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

export interface IndicatorFact {
  /** Stable within the article: `<articleId>#<start>-<end>`. */
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly measure: 'level' | 'change' | 'ratio';
  readonly value: number | null;
  readonly high: number | null;
  readonly previous: number | null;
  readonly order: number | null;
  readonly comparator: Comparator;
  readonly hedge: string | null;
  readonly per: string | null;
  readonly unit: string;
  readonly unitClass: UnitClass;
  readonly subject: string;
  readonly concept: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly status: Status;
  readonly period: Period | null;
  readonly region: { readonly id: string; readonly name: BilingualName } | null;
  readonly program: { readonly id: string | null; readonly name: BilingualName } | null;
  readonly source: string | null;
  readonly inferred: readonly Slot[];
  readonly rule: string;
  /** 0..1 */
  readonly confidence: number;
}

export type EventKind = 'start' | 'end' | 'creation' | 'signing' | 'opening' | 'appointment' | 'dismissal';

export interface EventFact {
  readonly kind: EventKind;
  /** What is planned has not happened. */
  readonly status: 'actual' | 'planned';
  /** Without words of its own it had happened by `to`, the day of publication. */
  readonly date: Period;
  readonly program: string | null;
  readonly official: string | null;
  /** The post that an official got, left or signed in: in the nominative, with what it is held over. */
  readonly post: string | null;
  readonly organisation: string | null;
  readonly region: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}
