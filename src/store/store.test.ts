import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStore } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'derek-store-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
test('opens', () => {
  const clock = () => new Date('2026-08-18T10:00:00Z');
  const s = openStore(join(dir, 'a.db'), { clock });
  expect(s.overview().facts.indicators).toBe(0);
  expect(() => openStore(join(dir, 'a.db'), { clock, waitMs: 0, holder: 'second' })).toThrow(/derek/);
  s.close();
});
