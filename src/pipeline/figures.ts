import type { Lang } from '../core/article.ts';

/** One line of the table; precision and recall are null where there is only right or wrong. All in percent. */
export interface Figure {
  readonly lang: Lang;
  /** What is measured; the name of its floor. */
  readonly kind: string;
  readonly gold: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** F1, or the share that is right. */
  readonly figure: number;
}

/** Something that is not as the gold says. */
export interface Fault {
  readonly id: string;
  readonly kind: string;
  readonly what: 'missed' | 'extra' | 'wrong';
  readonly detail: string;
}

export interface Evaluation {
  readonly set: string;
  readonly figures: readonly Figure[];
  readonly faults: readonly Fault[];
}

/** Counts of what was looked for and what came. */
export interface Counts {
  right: number;
  missed: number;
  extra: number;
}

export const noCounts = (): Counts => ({ right: 0, missed: 0, extra: 0 });

/** Precision, recall and F1. */
export const found = (lang: Lang, kind: string, { right, missed, extra }: Counts): Figure => ({
  lang,
  kind,
  gold: right + missed,
  precision: percent(right, right + extra),
  recall: percent(right, right + missed),
  figure: percent(2 * right, 2 * right + missed + extra),
});

/** The share that is right. */
export const judged = (lang: Lang, kind: string, right: number, gold: number): Figure => ({
  lang,
  kind,
  gold,
  precision: null,
  recall: null,
  figure: percent(right, gold),
});

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
