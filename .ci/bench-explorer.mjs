// Prints how long the explorer's pages take on the server, and what they weigh: `bench-explorer.mjs FILE`, a store of
// any size, best that of `bench-store.mjs ARTICLES FILE`. The explorer is a process of its own, as its memory counts.

import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openExplorer } from '../dist/cli/serving.js';
import { openStore } from '../dist/store/index.js';

/** The other side: the explorer, until the one who measures goes; it tells its memory when it is asked. */
async function serve(db) {
  const explorer = await openExplorer({ db, complain: console.error });
  process.on('message', () => process.send(process.resourceUsage().maxRSS / 1_024));
  process.on('disconnect', () => process.exit());
  process.send(explorer.url);
}

const [file, serving] = process.argv.slice(2);
if (serving === 'serve') await serve(file);
else await measure();

async function measure() {
  const store = openStore(file, { clock: () => new Date(), readonly: true });
  /** Pages of one kind that are asked for, spread from the most to the least reported. */
  const PAGES = 40;

  const spread = (list) =>
    Array.from(
      { length: Math.min(PAGES, list.length) },
      (_, at) => list[Math.floor((at * list.length) / PAGES)],
    );
  const row = (...cells) =>
    console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(14))).join(''));
  const path = (folder, keys) =>
    keys.map((key) => `/${folder}/${key.split('/').map(encodeURIComponent).join('/')}`);

  const programs = spread(store.tallies.programs({ limit: 1_000 }).map(({ key }) => key));
  const regions = spread(store.tallies.regions({ limit: 1_000 }).map(({ key }) => key));
  const officials = spread(store.holders.officials({ limit: 1_000 }).map(({ person }) => person));
  const indicators = spread([
    ...new Set(
      programs.flatMap((program) => store.values.series({ program }).map(({ indicator }) => indicator)),
    ),
  ]);
  const filtered = programs.flatMap((key) => {
    const [place] = store.values.places({ program: key });
    return place === undefined
      ? []
      : [`/programs/${encodeURIComponent(key)}?region=${place.key}&status=actual&from=2024-01-01`];
  });
  /** A day in the middle of the record. */
  const days = store.tallies.days('');
  const { day } = days[Math.floor(days.length / 2)];
  const { stories } = store.newestStories({ limit: PAGES, offset: 0 });
  const articles = spread(stories.flatMap((story) => story.articles.map(({ articleId }) => articleId)));
  store.close();
  /** What people ask: the claims written over the samples, which a large record has words of, but not the numbers. */
  const claims = ['kk', 'ru'].flatMap((lang) =>
    readFileSync(new URL(`../samples/claims/${lang}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).claim),
  );

  const again = (path) => Array.from({ length: 20 }, () => path);
  const KINDS = [
    ['home', again('/')],
    ['programs', [...again('/programs'), '/programs?page=2']],
    ['program', path('programs', programs)],
    ['program, filtered', filtered],
    ['program, last page', path('programs', programs).map((page) => `${page}?page=50`)],
    ['program, on a past day', path('programs', programs).map((page) => `${page}?asOf=${day}`)],
    ['program, feed', path('programs', programs).map((page) => `${page}.atom`)],
    ['regions', again('/regions')],
    ['region', path('regions', regions)],
    ['officials', [...again('/officials'), '/officials?page=2']],
    ['official', path('officials', officials)],
    ['indicator', path('indicators', indicators)],
    ['stories', [...again('/stories'), '/stories?page=2']],
    [
      'story',
      path(
        'stories',
        stories.map((story) => story.id),
      ),
    ],
    ['article', path('articles', articles)],
    [
      'search',
      ['жәрдемақы', 'строительство школ', 'газ 2025', 'Бақытты отбасы'].map(
        (q) => `/search?q=${encodeURIComponent(q)}`,
      ),
    ],
    ['check', claims.map((claim) => `/check?claim=${encodeURIComponent(claim)}`)],
  ];

  const explorer = fork(fileURLToPath(import.meta.url), [file, 'serve']);
  const told = () => new Promise((heard) => explorer.once('message', heard));
  const url = await told();
  row('page', 'median', 'p95', 'first', 'heaviest');
  for (const [kind, paths] of KINDS) {
    const taken = [];
    let heaviest = 0;
    for (const page of paths) {
      const start = performance.now();
      const answer = await fetch(new URL(page, url));
      const body = await answer.arrayBuffer();
      taken.push(performance.now() - start);
      if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
      heaviest = Math.max(heaviest, body.byteLength);
    }
    const [first] = taken;
    const sorted = taken.sort((a, b) => a - b);
    const at = (share) => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)} ms`;
    row(kind, at(0.5), at(0.95), `${first.toFixed(0)} ms`, `${(heaviest / 1_024).toFixed(0)} kB`);
  }
  explorer.send('memory');
  row('memory at the most', `${(await told()).toFixed(0)} MB`);
  explorer.disconnect();
}
