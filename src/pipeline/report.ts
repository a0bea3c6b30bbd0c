import type { Lang } from '../core/article.ts';
import type { Facts } from '../core/facts.ts';
import type { Alarm, DayCounts, FactCounts, RunCounts, Stopped } from '../store/index.ts';
import { addCounts, NO_COUNTS } from './health.ts';

/** What became of the addresses of one publisher in one language, or of no known language (`und`). */
export interface LanguageCounts {
  readonly lang: Lang;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Gone, forbidden, or no article: `skipped` of the publisher says why. */
  readonly skipped: number;
}

/** One publisher in one run. Every address that was asked for is in exactly one count of one language. */
export interface PublisherReport {
  readonly publisher: string;
  /** `failed`: none of its sources could be read. */
  readonly state: 'done' | 'failed';
  /** Addresses that were not known before. */
  readonly discovered: number;
  readonly languages: readonly LanguageCounts[];
  /** Addresses that are due and wait for the next run: the outlet only failed in this one, or the run was stopped. */
  readonly postponed: number;
  /** Why addresses were skipped, and how many for each reason. */
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
  /** Sources that could not be read, or not as expected. */
  readonly sources: readonly { readonly url: string; readonly problem: string }[];
  /** Articles that failed, and why. */
  readonly failures: readonly { readonly url: string; readonly reason: string }[];
  /** The same in one line, and how the articles that were read afresh were read. */
  readonly health: DayCounts;
}

/** What a run did: the object behind `--report` and the summary for people. */
export interface Report {
  readonly kind: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly ruleset: string;
  /** Why it ended before everything was done, null when it did not: what is missing comes with the next run. */
  readonly stopped: Stopped | null;
  readonly publishers: readonly PublisherReport[];
  readonly counts: RunCounts;
  /** Facts in the new and changed articles of this run. */
  readonly facts: FactCounts;
  readonly traffic: { readonly requests: number; readonly bytes: number };
  /** Milliseconds that each link of the chain took; reading and extraction go on beside the others. */
  readonly spent: {
    readonly read: number;
    readonly extract: number;
    readonly store: number;
    readonly link: number;
  };
  /** Pages put into the archive, and files of it that were dropped to keep within its bounds. */
  readonly archive: { readonly pages: number; readonly dropped: number };
  /** What a person should look at, publisher by publisher. */
  readonly alarms: readonly Alarm[];
}

type Kind = Exclude<keyof LanguageCounts, 'lang'>;
const KINDS: readonly Kind[] = ['new', 'changed', 'unchanged', 'failed', 'skipped'];

/** Counts up the report of one publisher. */
export class Tally {
  readonly publisher: string;
  discovered = 0;
  #postponed = 0;
  readonly #languages = new Map<Lang, Record<Kind, number>>();
  readonly #skipped = new Map<string, number>();
  readonly #sources: { url: string; problem: string }[] = [];
  readonly #failures: { url: string; reason: string }[] = [];
  #pages = NO_COUNTS;
  #sourcesRead = 0;

  constructor(publisher: string) {
    this.publisher = publisher;
  }

  count(kind: Kind, lang: Lang = 'und'): void {
    const counts = this.#languages.get(lang) ?? { new: 0, changed: 0, unchanged: 0, failed: 0, skipped: 0 };
    counts[kind]++;
    this.#languages.set(lang, counts);
  }

  skip(reason: string): void {
    this.count('skipped');
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + 1);
  }

  /** So many addresses are due and were not asked for. */
  postpone(addresses: number): void {
    this.#postponed += addresses;
  }

  fail(url: string, reason: string): void {
    this.count('failed');
    this.#failures.push({ url, reason });
  }

  /** One article was read afresh. */
  page(counts: DayCounts): void {
    this.#pages = addCounts(this.#pages, counts);
  }

  sourceRead(): void {
    this.#sourcesRead++;
  }

  sourceProblem(url: string, problem: string): void {
    this.#sources.push({ url, problem });
  }

  report(stopped: boolean): PublisherReport {
    return {
      publisher: this.publisher,
      state: this.#sourcesRead > 0 || stopped ? 'done' : 'failed',
      discovered: this.discovered,
      postponed: this.#postponed,
      languages: [...this.#languages].map(([lang, counts]) => ({ lang, ...counts })),
      skipped: [...this.#skipped].map(([reason, count]) => ({ reason, count })),
      sources: this.#sources,
      failures: this.#failures,
      health: this.#health(),
    };
  }

  #health(): DayCounts {
    const sum: { -readonly [K in keyof DayCounts]: number } = { ...this.#pages };
    for (const counts of this.#languages.values())
      for (const kind of KINDS) {
        sum[kind] += counts[kind];
        sum.seen += counts[kind];
      }
    return sum;
  }
}

/** Adds the facts of one article to those of a run. */
export const addFacts = (sum: FactCounts, facts: Facts): FactCounts => ({
  programs: sum.programs + facts.programs.length,
  regions: sum.regions + facts.regions.length,
  officials: sum.officials + facts.officials.length,
  indicators: sum.indicators + facts.indicators.length,
  events: sum.events + facts.events.length,
});
export const NO_FACTS: FactCounts = { programs: 0, regions: 0, officials: 0, indicators: 0, events: 0 };

/** All publishers together. */
export function totals(publishers: readonly PublisherReport[]): RunCounts {
  const sum = { fetched: 0, new: 0, changed: 0, unchanged: 0, refused: 0, failed: 0 };
  for (const { languages } of publishers)
    for (const counts of languages) {
      sum.new += counts.new;
      sum.changed += counts.changed;
      sum.unchanged += counts.unchanged;
      sum.failed += counts.failed;
      sum.refused += counts.skipped;
      sum.fetched += counts.new + counts.changed + counts.unchanged + counts.failed + counts.skipped;
    }
  return sum;
}
