import type { Output } from './output.ts';

/** What a shell expects of a command that Ctrl-C ended. */
export const INTERRUPTED = 130;

/**
 * Ctrl-C and SIGTERM, asked politely: the first aborts the signal, so that the command finishes the article in hand
 * and prints its summary; the second ends the process at once. Call once a command, only where there is work to finish.
 */
export function interruption(
  output: Output,
  saying = 'Stopping after the article in hand. Ctrl-C again stops at once.',
): AbortSignal {
  const stop = new AbortController();
  const listener = (): void => {
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    output.note(saying);
    stop.abort();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return stop.signal;
}
