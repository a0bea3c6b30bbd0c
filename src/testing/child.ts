import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HOOK = new URL('./typescript.mjs', import.meta.url).href;

/** What runs a file of ours, TypeScript or a script over what is built, as a process of its own. */
export const commandOf = (file: URL, args: readonly string[]): [string, ...string[]] => [
  process.execPath,
  ...(file.pathname.endsWith('.ts') ? ['--import', HOOK] : []),
  fileURLToPath(file),
  ...args,
];

/** Starts such a process, which a test can kill. Its output is a pipe. */
export function startChild(file: URL, args: readonly string[]): ChildProcess {
  const [node, ...rest] = commandOf(file, args);
  return spawn(node, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
}
