import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HOOK = new URL('./typescript.mjs', import.meta.url).href;

/** Starts a file of ours, TypeScript or a script over what is built, as a process of its own, which a test can kill. Its output is a pipe. */
export const startChild = (file: URL, args: readonly string[]): ChildProcess =>
  spawn(
    process.execPath,
    [...(file.pathname.endsWith('.ts') ? ['--import', HOOK] : []), fileURLToPath(file), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
