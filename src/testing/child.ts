import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HOOK = new URL('./typescript.mjs', import.meta.url).href;

/** Starts a TypeScript file of ours as a process of its own, which a test can kill. Its output is a pipe. */
export const startChild = (file: URL, args: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', HOOK, fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
