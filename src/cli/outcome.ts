import { ExitCode } from '../core/errors.ts';
import { INTERRUPTED } from './interrupt.ts';

/** Sets the exit code of a command that went through many inputs: some failed is 3, none was read is 4. */
export function settle(outcome: {
  readonly done: number;
  readonly failed: number;
  readonly signal?: AbortSignal;
}): void {
  if (outcome.signal?.aborted === true) process.exitCode = INTERRUPTED;
  else if (outcome.failed === 0) process.exitCode = ExitCode.done;
  else process.exitCode = outcome.done === 0 ? ExitCode.nothing : ExitCode.partial;
}
