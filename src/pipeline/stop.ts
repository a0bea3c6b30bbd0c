import type { Stopped } from '../store/index.ts';

/** What ends a run early, whichever comes first: the signal of its caller, or a limit of time in ms. */
export class Stop {
  /** Null as long as nothing asks for the end. */
  reason: Stopped | null = null;
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #caller: AbortSignal | undefined;
  readonly #interrupt = (): void => this.now('interrupted');

  constructor(caller: AbortSignal | undefined, ms: number | undefined) {
    this.#caller = caller;
    if (caller?.aborted === true) this.#interrupt();
    caller?.addEventListener('abort', this.#interrupt, { once: true });
    if (ms !== undefined) this.#timer = setTimeout(() => this.now('time'), ms);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Ends the run; the first reason counts. */
  now(reason: Stopped): void {
    this.reason ??= reason;
    this.#abort.abort();
  }

  /** The run is over: nothing can stop it any more. */
  release(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#interrupt);
  }
}
