// Prints how the store behaves with a million values, and how much memory each command takes that reads it.
// `bench-store.mjs [ARTICLES] [FILE]`: with a file, the store is kept there, and not made again when it is there already.

import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS, VIEWS } from '../dist/export/index.js';
import { openStore } from '../dist/store/index.js';
import { command } from './command.mjs';
import { syntheticFacts, VALUES } from './synthetic-record.mjs';

const ARTICLES = Number(process.argv[2] ?? 100_000);
const kept = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'derek-bench-store-'));
const file = kept ?? join(folder, 'store.db');
const clock = () => new Date('2026-08-18T10:00:00Z');
/** Articles saved in one transaction, as a crawl does with what it has in hand. */
const BATCH = 500;

const row = (what, ...values) =>
  console.log(what.padEnd(46) + values.map((value) => value.padStart(14)).join(''));
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const seconds = (from, to) => `${((to - from) / 1_000).toFixed(0)} s`;

function fill() {
  const start = performance.now();
  const store = openStore(file, { clock });
  const articles = syntheticFacts(ARTICLES);
  const save = () => {
    for (let left = BATCH; left > 0; left--) {
      const { done, value } = articles.next();
      if (done) return false;
      store.saveArticle({}, value, 'bench@1');
    }
    return true;
  };
  while (store.atomically(save));
  const saved = performance.now();
  store.link();
  row(`${ARTICLES} articles saved`, seconds(start, saved));
  row('and linked', seconds(saved, performance.now()));
  store.close();
}

/** Prints how long nineteen of twenty calls take at most, each with an argument of its own. */
function timed(what, calls) {
  const taken = calls
    .map((call) => {
      const start = performance.now();
      call();
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  row(`${what}, p95`, `${(taken[Math.floor(taken.length * 0.95)] ?? 0).toFixed(1)} ms`);
}

/** So many of a list, spread over all of it. */
const spread = (list, count) =>
  Array.from(
    { length: Math.min(count, list.length) },
    (_, at) => list[Math.floor((at * list.length) / count)],
  );

/** What people ask of such a store, each command a process of its own: its memory is what counts. */
const COMMANDS = [
  ['timeline', '--program', 'happy-family'],
  ['timeline', '--region', 'KZ-10'],
  ['search', 'жаңа көпір'],
  ['check', 'В 2024 году открыто 131 новых школ'],
  ['changes'],
  ...VIEWS.filter(({ name }) => name !== 'observations').map(({ name }) => ['export', name]),
  ...FORMATS.map(({ name }) => ['export', 'observations', '--format', name]),
];

try {
  if (!existsSync(file)) fill();
  row(`store of ${ARTICLES * VALUES} values`, megabytes(statSync(file).size));
  timed(
    'opening',
    Array.from({ length: 20 }, () => () => openStore(file, { clock, readonly: true }).close()),
  );
  const store = openStore(file, { clock, readonly: true });
  const series = [...store.all.series()];
  row('series', String(series.length));
  const asked = ({ concept, program, region }) => ({
    indicators: [concept],
    ...(program === null ? {} : { programs: [program.key] }),
    ...(region === null ? {} : { regions: [region.id] }),
  });
  const full = series.filter(({ program, region }) => program !== null && region !== null);
  timed(
    'timeline of a series',
    spread(full, 500).map((one) => () => store.timeline(asked(one))),
  );
  const ofPlace = series.filter(({ program, region }) => program === null && region !== null);
  ofPlace.sort((a, b) => b.observations - a.observations);
  timed(
    `timeline of a series (${ofPlace[500]?.observations} values)`,
    ofPlace.slice(500, 600).map((one) => () => store.timeline(asked(one))),
  );
  const words = ['отбасы', 'школ', 'жаңа көпір', 'сельских квартир', 'теплиц Абай', 'әкім есеп'];
  timed(
    'search',
    Array.from({ length: 120 }, (_, at) => () => store.search(`${words[at % words.length]} ${at * 7}`)),
  );
  timed(
    'search of a common word',
    words.map((word) => () => store.search(word)),
  );
  store.close();
  for (const asked of COMMANDS) {
    const taken = command(...asked, '--quiet', '--db', file);
    row(`derek ${asked.join(' ')}`, `${taken.seconds.toFixed(1)} s`, `${taken.megabytes.toFixed(0)} MB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
