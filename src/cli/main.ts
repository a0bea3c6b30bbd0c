#!/usr/bin/env node
import { CommanderError } from 'commander';
import { ExitCode } from '../core/errors.ts';
import { failure } from './failure.ts';
import { buildProgram } from './program.ts';

async function main(): Promise<void> {
  // `derek … | head`: the reader has what it wanted; every article is stored in its own transaction, so nothing is torn.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? ExitCode.done);
    throw error;
  });
  process.stderr.on('error', () => undefined);
  try {
    await buildProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
      return;
    }
    const { message, exitCode } = failure(error);
    process.stderr.write(`${message}\n`);
    process.exitCode = exitCode;
  }
}

await main();
