import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ArticleInput } from '../core/article.ts';
import type { Verdict } from '../verdict/index.ts';

/** What a verdict must say; what is left out is not asked for. */
export interface ExpectedVerdict {
  readonly verdict: string;
  readonly reason?: string;
  /** The verdict as of the day of the claim. */
  readonly verdictThen?: string;
  /** Ids of the articles that decide, in any order. */
  readonly cited?: readonly string[];
}

/** A line of `samples/cases/verdicts.*.jsonl`: a claim, and all that the record holds. */
export interface VerdictCase {
  readonly id: string;
  readonly claim: string;
  /** Texts published on {@link PUBLISHED}, or whole articles. */
  readonly evidence: readonly (string | (Pick<ArticleInput, 'text'> & Partial<ArticleInput>))[];
  /** By default {@link AS_OF}. */
  readonly asOf?: string;
  readonly claimedAt?: string;
  readonly expect: ExpectedVerdict;
  /** `expect` is today's wrong answer; `should` is the right one, and the note says why. */
  readonly wrong?: true;
  readonly should?: ExpectedVerdict;
  readonly note?: string;
}

/** When evidence was published that does not say, and the day on which a claim is checked. */
export const PUBLISHED = '2026-01-20';
export const AS_OF = '2026-03-01';

const fileOf = (lang: 'kk' | 'ru'): string =>
  fileURLToPath(new URL(`../../samples/cases/verdicts.${lang}.jsonl`, import.meta.url));

export const loadVerdictCases = (lang: 'kk' | 'ru'): VerdictCase[] =>
  readFileSync(fileOf(lang), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): VerdictCase => JSON.parse(line));

export const saveVerdictCases = (lang: 'kk' | 'ru', cases: readonly VerdictCase[]): void =>
  writeFileSync(fileOf(lang), cases.map((c) => `${JSON.stringify(c)}\n`).join(''));

/** The articles of a case, `e1`, `e2`… where they bear no id. */
export const articlesOf = ({ evidence }: VerdictCase): ArticleInput[] =>
  evidence.map((given, at) => ({
    id: `e${at + 1}`,
    published: PUBLISHED,
    ...(typeof given === 'string' ? { text: given } : given),
  }));

/** A verdict told in the slots that `like` speaks of, so that both can be compared as they are. */
export const verdictLike = (verdict: Verdict, like: ExpectedVerdict): ExpectedVerdict => ({
  verdict: verdict.verdict,
  ...(like.reason !== undefined && { reason: verdict.reason }),
  ...(like.verdictThen !== undefined && { verdictThen: verdict.verdictThen }),
  ...(like.cited !== undefined && { cited: citedBy(verdict).sort() }),
});

/** Ids of the articles that decide. */
const citedBy = ({ evidence }: Verdict): string[] => [
  ...new Set(evidence.filter(({ role }) => role !== 'other_scope').map(({ articleId }) => articleId)),
];
