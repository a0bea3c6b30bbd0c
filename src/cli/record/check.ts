import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { ReadLang } from '../../core/article.ts';
import { almatyDay, systemClock } from '../../core/clock.ts';
import { WrongUsage } from '../../core/errors.ts';
import { wordsOf } from '../../explorer/i18n/messages.ts';
import { loadExtractor, RULESET } from '../../extract/index.ts';
import { checker } from '../../pipeline/check/checker.ts';
import type { Store } from '../../store/index.ts';
import {
  type Bounds,
  type Check,
  type EvidenceRow,
  LONGEST_CLAIM,
  type Verdict,
  type VerdictPart,
  type When,
} from '../../verdict/index.ts';
import { openComplaints } from '../complaints.ts';
import { periodWords, valueWords } from '../facts/words.ts';
import { byteLines } from '../inputs/lines.ts';
import { interruption } from '../interrupt.ts';
import type { StoreOptions } from '../options.ts';
import { settle } from '../outcome.ts';
import { type Output, openOutput } from '../output.ts';
import { clip, counted, plain, tableLines } from '../text.ts';
import { claimReview } from './claim-review.ts';
import { reading } from './open.ts';
import { writing } from './writing.ts';

export interface CheckOptions extends StoreOptions {
  readonly file?: string;
  readonly asOf?: string;
  readonly claimedAt?: string;
  readonly lang?: ReadLang;
  readonly keep: boolean;
  /** Who answers for the verdict as a review. */
  readonly reviewedBy?: string;
}

const LINE_CAP = 100_000;
const WIDTH = 110;

/** `derek check`: the verdict on a claim, or on every claim of a file. */
export async function checkClaims(claim: string | undefined, options: CheckOptions): Promise<void> {
  if ((claim === undefined) === (options.file === undefined))
    throw new WrongUsage('name one claim in quotes, or a file of claims with --file');
  if (options.reviewedBy !== undefined && claim === undefined)
    throw new WrongUsage('--reviewed-by is for one claim: a person answers for each review');
  const asOf = options.asOf ?? almatyDay(systemClock());
  const when: When = { asOf, claimedAt: options.claimedAt, lang: options.lang };
  const output = openOutput(options);
  if (claim !== undefined) {
    const fault = faultOf(claim);
    if (fault !== undefined) throw new WrongUsage(fault);
  }
  const work = async (store: Store): Promise<void> => {
    const checked = checker(store, loadExtractor());
    const check = (words: string, then: When): Verdict => {
      const verdict = checked.check(words, then);
      if (options.keep) store.verdicts.keep(verdict, then.claimedAt ?? then.asOf, RULESET);
      return verdict;
    };
    if (claim === undefined) return await checkFile(options.file ?? '', when, check, output);
    const verdict = check(claim, when);
    if (options.reviewedBy !== undefined) {
      const review = claimReview(verdict, options.reviewedBy, when.claimedAt ?? asOf);
      if (review === null)
        throw new WrongUsage(
          `a verdict of ${verdict.verdict} is nobody's review: it says what the record lacks`,
        );
      await output.record(review);
    } else if (output.json) await output.record(verdict);
    else for (const line of verdictLines(verdict)) await output.line(line);
  };
  // Only who asks for it writes to the record.
  await (options.keep ? writing(options.db, 'derek check', work) : reading(options.db, work));
}

const faultOf = (claim: string): string | undefined => {
  if (claim.trim() === '') return 'the claim is empty';
  return claim.length > LONGEST_CLAIM
    ? `a claim has at most ${LONGEST_CLAIM} characters; 'derek extract' reads whole articles`
    : undefined;
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/);
const claimLine = z.object({
  claim: z.string(),
  asOf: day.optional(),
  claimedAt: day.optional(),
  lang: z.enum(['kk', 'ru']).optional(),
});

/** One verdict for each line, in their order; a line that cannot be read is named, and the others are checked. */
async function checkFile(file: string, when: When, check: Check, output: Output): Promise<void> {
  const signal = interruption(output);
  const complaints = openComplaints(output);
  const progress = output.progress('Checking');
  const rows: (readonly string[])[] = [];
  let done = 0;
  for await (const { number, bytes } of byteLines(createReadStream(file), LINE_CAP)) {
    const line = bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    if (line?.trim() === '') continue;
    const asked = readClaim(line);
    if ('fault' in asked) {
      complaints.bad(`${file}, line ${number}`, asked.fault);
      continue;
    }
    const { claim, asOf, ...rest } = asked;
    const verdict = check(claim, { ...when, ...rest, asOf: asOf?.slice(0, 10) ?? when.asOf });
    if (output.json) await output.record(verdict);
    else rows.push([verdict.verdict, verdict.reason, clip(claim, WIDTH - 50)]);
    done++;
    progress.at(done, undefined, `line ${number}`);
    if (signal.aborted) break;
  }
  progress.end();
  if (!output.json)
    for (const line of tableLines(['verdict', 'reason', 'claim'], rows)) await output.line(line);
  complaints.end();
  output.note(`${counted(done, 'claim')}; ${complaints.failed} failed`);
  settle({ done, failed: complaints.failed, signal });
}

type Asked = z.infer<typeof claimLine> | { readonly fault: string };

function readClaim(line: string | undefined): Asked {
  if (line === undefined) return { fault: `longer than ${LINE_CAP / 1e3} kB` };
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { fault: 'no JSON; expected {"claim": "…", "asOf"?: "YYYY-MM-DD", "lang"?: "kk"|"ru"}' };
  }
  const parsed = claimLine.safeParse(given);
  if (!parsed.success) return { fault: 'expected {"claim": "…", "asOf"?: "YYYY-MM-DD", "lang"?: "kk"|"ru"}' };
  const fault = faultOf(parsed.data.claim);
  return fault === undefined ? parsed.data : { fault };
}

/** The verdict in the words of the claim's language, and in English, with the evidence behind it. */
function* verdictLines(verdict: Verdict): Generator<string> {
  const own = wordsOf(verdict.lang === 'kk' ? 'kk' : 'ru');
  const en = wordsOf('en');
  const say = ({ label }: typeof en, group: string, word: string): string => label(group, word);
  for (const words of [own, en])
    yield `${say(words, 'verdict', verdict.verdict)}: ${say(words, 'reason', verdict.reason)}.`;
  yield `${verdict.verdict} (${verdict.reason}) as of ${verdict.asOf}`;
  for (const part of verdict.parts) yield* partLines(part, [own, en]);
  for (const e of verdict.evidence) {
    yield `  ${say(own, 'evidence', e.role)}: ${clip(`«${e.sentence}»`, WIDTH)}`;
    const where = [e.publisher, e.published?.slice(0, 10), e.url ?? e.articleId].filter(Boolean).join(', ');
    yield `    ${plain(where)}`;
    if (e.leaves !== null && e.role !== 'other_scope') yield* sumLines(e, [own, en]);
  }
  const { articles, from, to, publishers } = verdict.coverage;
  yield `Searched: ${counted(articles, 'article')}, ${from ?? '…'} – ${to ?? '…'}${publishers.length === 0 ? '' : `; ${publishers.join(', ')}`}`;
}

type Words = ReturnType<typeof wordsOf>;

/** How a number compares, in the claim's language and in English: what follows from it, and how near it is told. */
function* sumLines({ leaves, workedOut }: EvidenceRow, languages: readonly Words[]): Generator<string> {
  for (const { label } of languages) {
    const hence = workedOut === null ? '' : `${label('sum', workedOut.sum)}: ${workedOut.value}; `;
    yield `    ${hence}${label('sum', 'leaves')} ${rangeWords(leaves)}`;
  }
}

const rangeWords = (bounds: Bounds | null): string =>
  bounds === null ? '' : `${bounds.from ?? '…'} – ${bounds.to ?? '…'}`;

function* partLines(part: VerdictPart, languages: readonly Words[]): Generator<string> {
  const scope = [part.subject, part.region?.name.ru, part.program?.name.ru, periodWords(part.period)];
  const what = scope.filter(Boolean).join('; ');
  const { unit } = part;
  const value = unit === null ? '' : `${valueWords({ ...part, unit })}: `;
  yield clip(`  ${value}${what} → ${part.verdict}`, WIDTH);
  if (part.allows === null) return;
  for (const { label } of languages) yield `    ${label('sum', 'allows')} ${rangeWords(part.allows)}`;
}
