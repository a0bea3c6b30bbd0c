import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readPage } from './read.ts';

/**
 * The reader against 181 pages of outlets from all over the world with hand-made bodies (article-extraction-benchmark, MIT).
 * The pages are not part of the project: without them beside it, this measurement is left out and says so.
 */
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const pages = join(shared, 'datasets/aeb/html');
const truth = join(shared, 'datasets/aeb/ground-truth.json');
const scorer = join(shared, 'tools/score-bodies.mjs');

const FLOOR = 0.969;

test(`F1 on 181 foreign pages is at least ${FLOOR}`, ({ skip }) => {
  skip(
    !existsSync(pages) || !existsSync(scorer),
    'left out: no benchmark pages beside the project (../shared/datasets/aeb)',
  );
  const dir = mkdtempSync(join(tmpdir(), 'aeb-'));
  try {
    const inputs = readdirSync(pages).map((file) => ({
      id: file.replace('.html.gz', ''),
      bytes: readFileSync(join(pages, file)),
    }));
    const now = new Date('2026-01-01T00:00:00Z');
    const read = (bytes: Uint8Array): string => readPage({ path: '', bytes, publishers: [], now }).body;
    const answers = Object.fromEntries(inputs.map(({ id, bytes }) => [id, { articleBody: read(bytes) }]));
    writeFileSync(join(dir, 'answers.json'), JSON.stringify(answers));
    const { f1, precision, recall } = JSON.parse(
      execFileSync(process.execPath, [scorer, truth, join(dir, 'answers.json')], { encoding: 'utf8' }),
    ) as Record<'f1' | 'precision' | 'recall', number>;
    expect(f1, JSON.stringify({ f1, precision, recall })).toBeGreaterThanOrEqual(FLOOR);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
