import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for the files of one test file, gone at the end; answers the path of a file in it. */
export function temporaryFolder(): (name: string) => string {
  const dir = mkdtempSync(join(tmpdir(), 'derek-test-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  return (name) => join(dir, name);
}
