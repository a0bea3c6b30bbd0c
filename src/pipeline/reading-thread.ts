import { Worker } from 'node:worker_threads';
import { DerekError, type ExitCode } from '../core/errors.ts';
import type { Spent, Story, StoryPage, StoryReader } from './story.ts';

/** What the thread is started with: the folder of data, the usual one when it is not said. */
export interface ThreadData {
  readonly dir?: string | undefined;
}

/** What the thread says: once that it is ready, or why it cannot be; then the story of every page. */
export type FromThread =
  | { readonly ruleset: string }
  | { readonly refusal: string; readonly exitCode: ExitCode }
  | { readonly story: Story; readonly spent: Spent };

export interface ThreadOptions extends ThreadData {
  /** The longest that one page may be read, in ms: time is linear in its size, so this is a fault of ours, or an attack. */
  readonly pageMs?: number;
  /** Tests only bring another program. */
  readonly entry?: URL;
}

interface Task {
  readonly page: StoryPage;
  readonly done: (story: Story) => void;
  readonly failed: (error: Error) => void;
}

/** Pages on their way to the thread and back: enough that it never waits for the next one. */
const AHEAD = 4;
const PAGE_MS = 60_000;
/** The data takes a third of the old generation; the rest holds the longest page that is let in. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };
const ENTRY = new URL('./reading-thread-entry.js', import.meta.url);

/**
 * Reads and extracts in a thread of its own, beside the fetching and storing of a run. Pages may be given at once: those
 * that come before the thread has loaded its data wait. A page that hangs the thread or takes all of its memory is
 * answered as a fault, and a new thread goes on with the next one.
 */
export class ReadingThread implements StoryReader {
  readonly spent: Spent = { read: 0, extract: 0 };
  /** Rejects as loading the data throws. */
  readonly ruleset: Promise<string>;
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  /** Has it loaded its data? */
  #isReady = false;
  /** In the order they came; the first `#sent` are with the thread. */
  readonly #tasks: Task[] = [];
  #sent = 0;
  #watch: NodeJS.Timeout | undefined;
  /** Why nothing is read any more. */
  #end: Error | undefined;

  constructor(options: ThreadOptions = {}) {
    this.#options = options;
    this.ruleset = this.#begin();
    // Whoever wants a page read is told as well.
    this.ruleset.catch(() => undefined);
  }

  read(page: StoryPage): Promise<Story> {
    return new Promise((done, failed) => {
      if (this.#end !== undefined) return failed(this.#end);
      this.#tasks.push({ page, done, failed });
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#give(new Error('the reading thread was closed'));
    await this.#worker?.terminate();
  }

  /** A new thread; resolved once it has loaded its data. */
  #begin(): Promise<string> {
    const { dir, entry = ENTRY } = this.#options;
    const data: ThreadData = { dir };
    const worker = new Worker(entry, { workerData: data, resourceLimits: LIMITS });
    let why = new Error('it took too long');
    this.#worker = worker;
    this.#isReady = false;
    this.#sent = 0;
    return new Promise((ready, failed) => {
      worker.on('message', (message: FromThread) => {
        if ('story' in message) this.#answer(message);
        else if ('refusal' in message) why = new DerekError(message.refusal, message.exitCode);
        else {
          ready(message.ruleset);
          this.#isReady = true;
          this.#feed();
        }
      });
      worker.on('error', (error) => {
        why = error;
      });
      worker.on('exit', () => {
        if (this.#isReady) return this.#replace(why.message);
        failed(this.#give(why));
      });
    });
  }

  #feed(): void {
    if (!this.#isReady) return;
    for (const { page } of this.#tasks.slice(this.#sent, AHEAD)) {
      this.#worker?.postMessage(page);
      if (this.#sent++ === 0) this.#expect();
    }
  }

  /** The first page must be answered in time. */
  #expect(): void {
    clearTimeout(this.#watch);
    const [first] = this.#tasks;
    if (this.#sent === 0 || first === undefined) return;
    // Where our own thread was busy for long, the answer may be here, unheard: it is heard before the end of the turn.
    const late = (): void => {
      if (this.#tasks[0] === first) void this.#worker?.terminate();
    };
    this.#watch = setTimeout(() => setImmediate(late), this.#options.pageMs ?? PAGE_MS);
  }

  #answer({ story, spent }: { readonly story: Story; readonly spent: Spent }): void {
    this.spent.read += spent.read;
    this.spent.extract += spent.extract;
    const task = this.#tasks.shift();
    this.#sent--;
    this.#expect();
    this.#feed();
    task?.done(story);
  }

  /** The thread is gone: the page that it was at is to blame, and the others are given to a new one. */
  #replace(why: string): void {
    clearTimeout(this.#watch);
    if (this.#end !== undefined) return;
    if (this.#sent > 0) this.#tasks.shift()?.done({ fault: `the page could not be read: ${why}` });
    this.#begin().catch(() => undefined);
  }

  /** Nothing is read any more; answers why, which is the first reason given. */
  #give(end: Error): Error {
    clearTimeout(this.#watch);
    this.#end ??= end;
    for (const { failed } of this.#tasks.splice(0)) failed(this.#end);
    return this.#end;
  }
}
