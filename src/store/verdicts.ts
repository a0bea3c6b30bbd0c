import type { Database } from 'better-sqlite3';
import type { Clock } from '../core/clock.ts';
import type { Verdict } from '../verdict/index.ts';
import { column, json, type Raw } from './queries/rows.ts';
import { sha256 } from './text.ts';

/** A verdict that somebody asked to keep. */
export interface KeptVerdict {
  readonly answer: Verdict;
  readonly claimedAt: string;
  /** Version of the rules that read the claim. */
  readonly ruleset: string;
  /** When it was first and last answered so, ISO in UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface Verdicts {
  /**
   * Keeps an answer: the same one to the same question again only moves `lastAt`, and another answer stands beside it,
   * so that nothing that was once said is lost. It goes with the articles that it cites.
   */
  keep(answer: Verdict, claimedAt: string, ruleset: string): void;
  /** By claim, day and time of the answer. */
  kept(): Iterable<KeptVerdict>;
}

export function verdicts(db: Database, clock: Clock): Verdicts {
  const insert = db
    .prepare<Record<string, string>, number>(
      `INSERT INTO verdicts(claim, lang, as_of, claimed_at, verdict, verdict_then, reason, ruleset, first_at, last_at,
         answer, answer_sha256)
       VALUES (:claim, :lang, :asOf, :claimedAt, :verdict, :verdictThen, :reason, :ruleset, :now, :now, :answer, :hash)
       ON CONFLICT(answer_sha256) DO UPDATE SET last_at = max(last_at, excluded.last_at) RETURNING id`,
    )
    .pluck();
  const cite = db.prepare(
    'INSERT OR IGNORE INTO verdict_articles SELECT ?, article FROM article_ids WHERE id = ?',
  );
  const all = db.prepare<[], Raw>('SELECT * FROM verdicts ORDER BY claim, as_of, claimed_at, first_at, id');
  const keep = db.transaction((answer: Verdict, claimedAt: string, ruleset: string) => {
    const text = JSON.stringify(answer);
    const { claim, lang, asOf, verdict, verdictThen, reason } = answer;
    const hash = sha256(`${claimedAt}\n${ruleset}\n${text}`);
    const now = clock().toISOString();
    const row = {
      claim,
      lang,
      asOf,
      claimedAt,
      verdict,
      verdictThen,
      reason,
      ruleset,
      now,
      answer: text,
      hash,
    };
    const id = insert.get(row);
    for (const { articleId } of answer.evidence) cite.run(id, articleId);
  });
  return {
    keep: (answer, claimedAt, ruleset) => keep.immediate(answer, claimedAt, ruleset),
    *kept() {
      for (const row of all.iterate()) yield keptOf(row);
    },
  };
}

const keptOf = (row: Raw): KeptVerdict => ({
  answer: json<Verdict>(row, 'answer'),
  claimedAt: column.text(row, 'claimed_at'),
  ruleset: column.text(row, 'ruleset'),
  firstAt: column.text(row, 'first_at'),
  lastAt: column.text(row, 'last_at'),
});
