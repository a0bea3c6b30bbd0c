import { DerekError, ExitCode } from '../core/errors.ts';
import { plain } from './text.ts';

const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the system forbids it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
  EADDRINUSE: 'the port is taken by another program, choose one with --port',
};

/** The last words of a command that threw: what to print on stderr, and the exit code. */
export function failure(error: unknown): { readonly message: string; readonly exitCode: ExitCode } {
  if (error instanceof DerekError)
    return { message: `derek: ${plain(error.message)}`, exitCode: error.exitCode };
  const thrown = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const known = SYSTEM[code];
  if (known !== undefined)
    return { message: `derek: ${plain(thrown.message)} (${known})`, exitCode: ExitCode.internal };
  const { DEREK_TRACE } = process.env;
  const trace = DEREK_TRACE === '1' ? `\n${thrown.stack ?? ''}` : '';
  const hint =
    trace === ''
      ? '\nThis is a fault in Derek, not in your input. DEREK_TRACE=1 shows where it happened.'
      : '';
  return {
    message: `derek: internal error: ${plain(`${thrown.name}: ${thrown.message}${trace}`)}${hint}`,
    exitCode: ExitCode.internal,
  };
}
