import type { ReadLang } from '../../core/article.ts';
import type { Checker } from '../check/checker.ts';
import type { Change, MadeClaim } from '../claims/made.ts';
import { type Fault, type Figure, judged } from '../figures.ts';
import { sameNumber } from '../likeness.ts';

/** What must hold of the verdict on a claim, by what was changed in it. */
interface Demand {
  readonly kind: string;
  readonly of: readonly Change[];
  readonly holds: (verdict: string) => boolean;
}

const notRefuted = (verdict: string): boolean => verdict !== 'REFUTED';
/**
 * The record says nothing of a scope that was changed, so nothing in it contradicts the claim, and nobody states a number
 * that was changed. How much is supported as stated, and contradicted with another number, tells how much is decided at all.
 */
const DEMANDS: readonly Demand[] = [
  { kind: 'as stated: supported', of: ['nothing'], holds: (verdict) => verdict === 'SUPPORTED' },
  { kind: 'as stated: not contradicted', of: ['nothing'], holds: notRefuted },
  { kind: 'another region: not contradicted', of: ['region'], holds: notRefuted },
  { kind: 'another year: not contradicted', of: ['year'], holds: notRefuted },
  { kind: 'another unit: not contradicted', of: ['unit'], holds: notRefuted },
  { kind: 'another program: not contradicted', of: ['program'], holds: notRefuted },
  { kind: 'another scope: not contradicted', of: ['region', 'year', 'unit', 'program'], holds: notRefuted },
  { kind: 'another number: not supported', of: ['number'], holds: (verdict) => verdict !== 'SUPPORTED' },
  { kind: 'another number: contradicted', of: ['number'], holds: (verdict) => verdict === 'REFUTED' },
];
/** Faults of these are told under another kind too, or are none. */
const QUIET = new Set([
  'as stated: not contradicted',
  'another scope: not contradicted',
  'another number: contradicted',
]);

const LANGS: readonly ReadLang[] = ['kk', 'ru'];

/** Holds made claims against the record that they were made from. */
export function evaluateMadeClaims(
  claims: readonly MadeClaim[],
  { check }: Checker,
): { figures: Figure[]; faults: Fault[] } {
  const answers = claims.map((claim) => ({ claim, ...verdictOn(claim, check) }));
  const figures: Figure[] = [];
  const faults: Fault[] = [];
  for (const lang of LANGS)
    for (const { kind, of, holds } of DEMANDS) {
      const asked = answers.filter(({ claim }) => claim.lang === lang && of.includes(claim.change));
      if (asked.length === 0) continue;
      const wrong = asked.filter(({ verdict }) => !holds(verdict));
      figures.push(judged(lang, kind, asked.length - wrong.length, asked.length));
      if (!QUIET.has(kind))
        for (const { claim, verdict, reason } of wrong)
          faults.push({ id: claim.from, kind, what: 'wrong', detail: `${verdict} ${reason}: ${claim.text}` });
    }
  return { figures, faults };
}

/** The verdict on the number that the claim was made for; one that is not read is not decided. */
function verdictOn(
  { text, asOf, lang, value, unit }: MadeClaim,
  check: Checker['check'],
): { verdict: string; reason: string } {
  const { parts } = check(text, { asOf, lang });
  const own = parts.filter((part) => part.value !== null && sameNumber(part.value, value));
  return own.find((part) => part.unit === unit) ?? own[0] ?? { verdict: 'NO_EVIDENCE', reason: 'NOT_READ' };
}
