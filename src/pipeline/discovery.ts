import type { Publisher } from '../catalog/publishers.ts';
import {
  type Fetched,
  type Found,
  firstJobs,
  readSource,
  type SourceJob,
  type Window,
} from '../crawl/index.ts';
import type { Store } from '../store/index.ts';
import type { Tally } from './report.ts';

/** News of one publisher held in one run; what goes beyond it is found again by the next run. */
const MOST = 100_000;

/** What the sources of one publisher name in one run, from their first documents to the entry into the frontier. */
export class Discovery {
  /** Where it begins. */
  readonly jobs: readonly SourceJob[];
  readonly #publisher: Publisher;
  readonly #window: Window;
  readonly #store: Store;
  readonly #tally: Tally;
  /** Addresses that the frontier does not know, or not with this time. */
  readonly #news = new Map<string, Found>();
  #unknown = 0;
  #open: number;

  constructor(publisher: Publisher, window: Window, store: Store, tally: Tally, now: Date) {
    this.jobs = firstJobs(publisher, window, now);
    this.#publisher = publisher;
    this.#window = window;
    this.#store = store;
    this.#tally = tally;
    this.#open = this.jobs.length;
  }

  /** Has every document been read? */
  get isOver(): boolean {
    return this.#open === 0;
  }

  /** Takes in what was fetched for a document, and answers the documents that it leads to. */
  read(job: SourceJob, fetched: Fetched): readonly SourceJob[] {
    this.#open--;
    const more = fetched.kind === 'page' ? this.#readPage(job, fetched) : [];
    if (fetched.kind !== 'page' && fetched.kind !== 'cancelled')
      this.#tally.sourceProblem(job.url, problemOf(fetched));
    this.#open += more.length;
    return more;
  }

  /**
   * Enters everything that was found into the frontier, all documents of all sources at once: a run killed half-way
   * through a listing must find its pages still unknown. A dry run only counts.
   */
  enter(now: Date, dryRun: boolean): void {
    this.#tally.discovered = this.#unknown;
    if (!dryRun) this.#store.frontier.discover(this.#publisher.key, this.#news.values(), now);
    this.#news.clear();
  }

  #readPage(job: SourceJob, page: Extract<Fetched, { kind: 'page' }>): readonly SourceJob[] {
    try {
      const { articles, next, problem } = readSource(job, page, this.#window);
      this.#tally.sourceRead();
      if (problem !== undefined) this.#tally.sourceProblem(job.url, problem);
      const before = this.#unknown;
      for (const article of articles) this.#note(article);
      if (this.#news.size >= MOST && next.length > 0) {
        this.#tally.sourceProblem(job.url, `more than ${MOST} new addresses: the rest waits for another run`);
        return [];
      }
      // Lists are turned until a page shows nothing that nobody knew.
      const isList = job.source.kind === 'listing' || job.source.kind === 'archive';
      return isList && this.#unknown === before ? [] : next;
    } catch (error) {
      this.#tally.sourceProblem(job.url, (error as Error).message);
      return [];
    }
  }

  /** Of two mentions of one article the one that says more, the later time first. */
  #note(article: Found): void {
    const noted = this.#news.get(article.url);
    if (noted !== undefined) {
      if (isLater(article.lastmod, noted.lastmod)) this.#news.set(article.url, article);
      return;
    }
    const known = this.#store.frontier.entry(article.url);
    if (known !== undefined && !isLater(article.lastmod, known.lastmod)) return;
    if (this.#news.size >= MOST) return;
    if (known === undefined) this.#unknown++;
    this.#news.set(article.url, article);
  }
}

const isLater = (a: string | undefined, b: string | null | undefined): boolean =>
  a !== undefined && (b == null || Date.parse(a) > Date.parse(b));

const problemOf = (fetched: Exclude<Fetched, { kind: 'page' | 'cancelled' }>): string => {
  switch (fetched.kind) {
    case 'gone':
      return `HTTP ${fetched.status}`;
    case 'unchanged':
      return 'unchanged, though we asked without a condition';
    case 'refused':
    case 'failed':
      return fetched.detail;
  }
};
