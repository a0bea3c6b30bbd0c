import type { ReadLang } from '../../core/article.ts';
import type { Label, Verdict } from '../../verdict/index.ts';
import type { Checker } from '../check/checker.ts';
import { type Fault, type Figure, judged } from '../figures.ts';
import type { ClaimRow } from './claim-files.ts';

/** A claim, and how it fared. */
interface Answered {
  readonly id: string;
  readonly row: ClaimRow;
  readonly lang: ReadLang;
  /** Is all the right evidence in the other language? */
  readonly across: boolean;
  readonly verdict: Verdict;
  readonly right: boolean;
  readonly cited: boolean;
}

const LANGS: readonly ReadLang[] = ['kk', 'ru'];

/**
 * Holds written claims against a record: is the verdict right, does a right one cite the right evidence, and how many
 * claims are contradicted or supported that are not so.
 * @param langOf the language of an article of the record, by its id
 */
export function evaluateClaims(
  rows: readonly ClaimRow[],
  { check }: Checker,
  langOf: (article: string) => string | undefined,
): { figures: Figure[]; faults: Fault[] } {
  const answers = rows.map((row, at): Answered => {
    const verdict = check(row.claim, { asOf: row.as_of });
    const lang = verdict.lang === 'kk' ? 'kk' : 'ru';
    const across = row.evidence.length > 0 && row.evidence.every((id) => langOf(id) !== lang);
    const right = row.expected.includes(verdict.verdict);
    return { id: `claim ${at + 1}`, row, lang, across, verdict, right, cited: citesRight(row, verdict) };
  });
  return { figures: LANGS.flatMap((lang) => figuresOf(lang, answers)), faults: answers.flatMap(faultsOf) };
}

const citesRight = ({ evidence }: ClaimRow, verdict: Verdict): boolean =>
  evidence.length === 0 || deciding(verdict).some((id) => evidence.includes(id));

/** Ids of the articles that decide. */
const deciding = ({ evidence }: Verdict): string[] =>
  evidence.filter(({ role }) => role !== 'other_scope').map(({ articleId }) => articleId);

function figuresOf(lang: ReadLang, all: readonly Answered[]): Figure[] {
  const own = all.filter((a) => a.lang === lang);
  const share = (kind: string, of: readonly Answered[], holds: (a: Answered) => boolean): Figure[] =>
    of.length === 0 ? [] : [judged(lang, kind, of.filter(holds).length, of.length)];
  const not = (label: Label) => (a: Answered) => !a.row.expected.includes(label);
  return [
    ...share('verdict', own, ({ right }) => right),
    ...share(
      'verdict across languages',
      own.filter(({ across }) => across),
      ({ right }) => right,
    ),
    ...share(
      'evidence of right verdicts',
      own.filter(({ right }) => right),
      ({ cited }) => cited,
    ),
    ...share(
      'not contradicted wrongly',
      own.filter(not('REFUTED')),
      ({ verdict }) => verdict.verdict !== 'REFUTED',
    ),
    ...share(
      'not supported wrongly',
      own.filter(not('SUPPORTED')),
      ({ verdict }) => verdict.verdict !== 'SUPPORTED',
    ),
  ];
}

function faultsOf({ id, row, verdict, right, cited }: Answered): Fault[] {
  const fault = (kind: string, detail: string): Fault[] => [
    { id, kind, what: 'wrong', detail: `${detail}: ${row.claim}` },
  ];
  if (!right)
    return fault('verdict', `${row.expected.join(' or ')}, got ${verdict.verdict} ${verdict.reason}`);
  if (!cited) return fault('evidence', `${row.evidence.join(' or ')}, got ${deciding(verdict).join(', ')}`);
  return [];
}
