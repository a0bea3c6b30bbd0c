// Compiles src to dist, without tests, and makes the command executable.

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
const compiled = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', '.ci/tsconfig.build.json'],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
if (existsSync('src/explorer/public'))
  cpSync('src/explorer/public', 'dist/explorer/public', { recursive: true });
chmodSync('dist/cli/main.js', 0o755);
