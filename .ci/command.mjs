import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
/** Says at the end how much memory the process took at the most, in KiB. */
const TELL =
  "data:text/javascript,process.on('exit',()=>console.error('\\nmost%20'+process.resourceUsage().maxRSS))";

/** Runs the built command as people do, in a process of its own: how long it took, and its memory at the most. */
export function command(...args) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL, MAIN, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`derek ${args.join(' ')} ended with ${status}: ${stderr}`);
  return {
    seconds: (performance.now() - begun) / 1_000,
    megabytes: Number(/most (\d+)\s*$/u.exec(stderr)?.[1]) / 1_024,
  };
}
