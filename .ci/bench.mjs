// Prints how fast Derek is on this machine. Measures the built command, alone: close what else is running.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSamples, stories } from '../dist/replica/index.js';

const ARTICLES = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'derek-bench-'));

/** Seconds of one run of the command. */
function seconds(...args) {
  const start = performance.now();
  const run = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`derek ${args.join(' ')} ended with ${run.status}`);
  return (performance.now() - start) / 1_000;
}

const best = (times, measure) => Math.min(...Array.from({ length: times }, measure));

/** Articles of the length of real ones: the samples, one after the other, again and again. */
function articles(count) {
  const written = stories(loadSamples());
  return Array.from({ length: count }, (_, at) => {
    const story = written[at % written.length];
    const text = story.body.filter((block) => typeof block === 'string').join('\n');
    return JSON.stringify({ id: `a${at}`, title: story.title, text, published: story.published });
  }).join('\n');
}

try {
  const file = (name) => join(folder, name);
  writeFileSync(file('one.jsonl'), articles(1));
  writeFileSync(file('many.jsonl'), articles(ARTICLES));
  const help = best(5, () => seconds('--help'));
  const start = best(3, () => seconds('extract', '--quiet', file('one.jsonl')));
  const many = best(3, () => seconds('extract', '--quiet', file('many.jsonl')));
  const ingest = seconds('ingest', '--quiet', '--db', file('ingest.db'), file('many.jsonl'));
  const demo = seconds('demo', '--quiet', '--no-serve', '--db', file('demo.db'));
  const search = best(3, () => seconds('search', '--quiet', '--db', file('ingest.db'), 'school'));
  const rows = [
    ['derek --help', `${(help * 1_000).toFixed(0)} ms`],
    ['start of the extraction', `${start.toFixed(2)} s`],
    ['extraction after the start', `${(ARTICLES / (many - start)).toFixed(0)} articles/s`],
    ['ingestion after the start', `${(ARTICLES / (ingest - start)).toFixed(0)} articles/s`],
    ['search in those articles', `${(search * 1_000).toFixed(0)} ms`],
    ['npm start -- --no-serve', `${demo.toFixed(1)} s`],
  ];
  for (const [what, value] of rows) console.log(`${what.padEnd(28)}${value.padStart(16)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// Each in a process of its own, so that its memory is only its own. The store of a million values serves two of them.
const stores = mkdtempSync(join(tmpdir(), 'derek-bench-'));
const million = join(stores, 'million.db');
try {
  for (const bench of [
    ['.ci/bench-read.mjs'],
    ['.ci/bench-extract.mjs'],
    ['.ci/bench-crawl.mjs'],
    ['.ci/bench-store.mjs', '100000', million],
    ['.ci/bench-explorer.mjs', million],
  ]) {
    console.log('');
    spawnSync(process.execPath, bench, { stdio: 'inherit' });
  }
} finally {
  rmSync(stores, { recursive: true, force: true });
}
