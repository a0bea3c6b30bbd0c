// Prints how fast the readers of pages are, in this process: pages as long as those of outlets, CPU time, one after the other.
// `node .ci/bench-read.mjs`; `npm run bench` runs it too.

import { readPage } from '../dist/article/index.js';
import { loadPublishers } from '../dist/catalog/publishers.js';
import { answer, buildSites, urlOf } from '../dist/replica/index.js';

/** What stands around a story on a page of an outlet is many times as long as the story. */
const TEASERS = 400;
const ROUNDS = 20;

const teaser = (n) =>
  `<li class="card"><a href="/rubric/${n}"><img src="/i/${n}.jpg" alt=""><span class="t">Another story of today, number ${n}</span></a></li>`;
const furniture = `<aside class="sidebar"><ul>${Array.from({ length: TEASERS }, (_, n) => teaser(n)).join('')}</ul></aside>`;

/** The pages of the samples, as their outlets lay them out. */
const pages = buildSites().flatMap((site) =>
  site.articles
    .filter(({ kind }) => kind === 'story')
    .map((article) => {
      const url = urlOf(site, article);
      return {
        url,
        bytes: Buffer.from(String(answer(site, url).body).replace('</body>', `${furniture}</body>`)),
      };
    }),
);

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Pages a second of CPU time; each must be read. */
function speed(publishers) {
  const now = new Date('2026-11-22T12:00:00Z');
  const round = () => {
    for (const { url, bytes } of pages) {
      const page = readPage({ path: url, url, bytes, publishers, now });
      if (page.refused !== undefined) throw new Error(`${url} was refused: ${page.refused}`);
    }
  };
  round();
  const begun = cpuMs();
  for (let n = 0; n < ROUNDS; n++) round();
  return (pages.length * ROUNDS * 1_000) / (cpuMs() - begun);
}

const kilobytes = pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / pages.length / 1_000;
const row = (what, value, unit) => console.log(`${what.padEnd(34)}${value.padStart(10)} ${unit}`);
row('pages of the sample outlets', kilobytes.toFixed(0), 'kB each');
row('  by the files of their publishers', speed(loadPublishers()).toFixed(0), 'pages/s');
row('  without them', speed([]).toFixed(0), 'pages/s');
