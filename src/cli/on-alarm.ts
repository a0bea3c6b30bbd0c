import { spawn } from 'node:child_process';
import type { Alarm } from '../store/index.ts';
import type { Output } from './output.ts';

/** A command that hangs must not hold up the next run. */
const PATIENCE_MS = 60_000;

/**
 * Runs the operator's command with one alarm a line, as JSON, on its stdin. That it fails is said, and changes nothing
 * else.
 */
export async function callOut(command: string, alarms: readonly Alarm[], output: Output): Promise<void> {
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  // A command that does not read its input closes the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(alarms.map((alarm) => `${JSON.stringify(alarm)}\n`).join(''));
  const why = await new Promise<string | undefined>((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
  if (why !== undefined) output.complain(`--on-alarm: the command failed (${why})`);
}
