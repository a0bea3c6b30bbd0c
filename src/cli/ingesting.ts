import { systemClock } from '../core/clock.ts';
import { DerekError, ExitCode } from '../core/errors.ts';
import type { Facts } from '../core/facts.ts';
import { loadExtractor, RULESET } from '../extract/index.ts';
import { openStore, type Saved, type Store } from '../store/index.ts';
import { openComplaints } from './complaints.ts';
import { factsOf } from './facts-of.ts';
import { readInputs } from './inputs.ts';
import { interruption } from './interrupt.ts';
import type { StoreOptions } from './options.ts';
import { settle } from './outcome.ts';
import { openOutput } from './output.ts';
import { type Opened, openDesk } from './reading.ts';
import { counted } from './text.ts';

/** `derek ingest`: every article of the inputs and its facts go into the store, each in a transaction of its own. */
export async function ingestPaths(paths: readonly string[], options: StoreOptions): Promise<void> {
  // The store comes first: where it cannot be written, nothing needs to be read.
  const store = openStore(options.db, { clock: systemClock, holder: 'derek ingest' });
  try {
    await ingest(store, paths, options);
  } finally {
    store.close();
  }
}

async function ingest(store: Store, paths: readonly string[], options: StoreOptions): Promise<void> {
  const startedAt = systemClock();
  const output = openOutput(options);
  const signal = interruption(output);
  const complaints = openComplaints(output);
  const desk = openDesk(systemClock);
  const extractor = loadExtractor();
  const progress = output.progress('Ingesting');
  const run = new Tally();

  for await (const read of factsOf(readInputs(paths, { reads: 'articles', signal }), desk, extractor)) {
    const { where } = read;
    const kept = 'refused' in read ? read.refused : keep(read.opened, read.facts);
    if (typeof kept === 'string') {
      complaints.bad(where, kept);
      run.fail(where, kept);
    } else {
      run.count(kept);
      for (const { code, detail } of kept.facts.issues) complaints.note(where, code, detail);
      if (output.json) await output.record(lineOf(where, kept));
    }
    progress.at(run.done, undefined, where);
    if (signal.aborted) break;
  }

  progress.end();
  complaints.end();
  store.link();
  store.recordRun({
    kind: 'ingest',
    startedAt,
    finishedAt: systemClock(),
    ruleset: RULESET,
    publishers: run.publishers,
    counts: { fetched: run.done + run.failed, ...run.outcomes, refused: 0, failed: run.failed },
    problems: run.problems,
    stopped: signal.aborted ? 'interrupted' : null,
  });
  if (!output.json) for (const line of run.summary(options.db)) await output.line(line);
  settle({ done: run.done, failed: run.failed, signal });

  /** What an article became, or why the store will not have it; a store that is full or damaged ends the run. */
  function keep({ page, fetchedAt }: Opened, facts: Facts): Kept | string {
    const about =
      page === undefined ? {} : { modified: page.modified, authors: page.authors, reader: page.reader };
    try {
      const saved = store.saveArticle(
        fetchedAt === undefined ? about : { ...about, fetchedAt },
        facts,
        RULESET,
      );
      return { ...saved, facts };
    } catch (error) {
      if (error instanceof DerekError && error.exitCode === ExitCode.usage) return error.message;
      throw error;
    }
  }
}

interface Kept extends Saved {
  readonly facts: Facts;
}

/** How many problems a run keeps in words. */
const PROBLEMS = 1_000;

/** Counts up one run. */
class Tally {
  readonly outcomes = { new: 0, changed: 0, unchanged: 0 };
  readonly problems: { input: string; detail: string }[] = [];
  readonly #languages = new Map<string, number>();
  readonly #publishers = new Set<string>();
  #figures = 0;
  failed = 0;

  get done(): number {
    return this.outcomes.new + this.outcomes.changed + this.outcomes.unchanged;
  }

  get publishers(): string[] {
    return [...this.#publishers].sort();
  }

  count({ outcome, facts }: Kept): void {
    const { lang, publisher } = facts.article;
    this.outcomes[outcome]++;
    this.#figures += facts.indicators.length;
    this.#languages.set(lang, (this.#languages.get(lang) ?? 0) + 1);
    if (publisher !== null) this.#publishers.add(publisher);
  }

  fail(input: string, detail: string): void {
    this.failed++;
    if (this.problems.length < PROBLEMS) this.problems.push({ input, detail });
  }

  summary(db: string): string[] {
    const { outcomes } = this;
    const spoken = [...this.#languages].map(([lang, count]) => `${count} ${lang}`).join(', ');
    const counts = `${outcomes.new} new, ${outcomes.changed} changed, ${outcomes.unchanged} unchanged`;
    return [
      `${counted(this.done, 'article')} in ${db}: ${counts}`,
      ...(this.done > 0 ? [`languages: ${spoken}; ${counted(this.#figures, 'figure')}`] : []),
      ...(this.failed > 0 ? [`${counted(this.failed, 'input')} failed, named above`] : []),
    ];
  }
}

/** One article in the answer of `--json`. */
const lineOf = (input: string, { articleId, outcome, facts }: Kept) => ({
  input,
  articleId,
  outcome,
  lang: facts.article.lang,
  facts: {
    programs: facts.programs.length,
    regions: facts.regions.length,
    officials: facts.officials.length,
    indicators: facts.indicators.length,
    events: facts.events.length,
  },
});
