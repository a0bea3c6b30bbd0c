// Prints how fast a crawl is, stage by stage: ten outlets on loopback with 2,000 articles, politeness off.
// `node .ci/bench-crawl.mjs`; `npm run bench` runs it too.

import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPublishers } from '../dist/catalog/publishers.js';
import { createClient, Fetcher, SAMPLE_AGENT, sampleTransport } from '../dist/crawl/index.js';
import { ReadingThread } from '../dist/pipeline/reading-thread.js';
import { run } from '../dist/pipeline/run.js';
import { loadSamples, stories } from '../dist/replica/index.js';
import { openStore } from '../dist/store/index.js';

const OUTLETS = 10;
const ARTICLES = 2_000;
const hostOf = (n) => `outlet-${n}.kz`;

/** Numbers from a seed, the same in every run: a linear congruential generator. */
let state = 7;
const random = (most) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * most);
};

/** The words of a paragraph in another order and with other digits: articles alike would be taken for reprints of one story. */
const varied = (text) =>
  text
    .split(' ')
    .map((word) => [random(1e6), word.replace(/\d/gu, () => String(1 + random(9)))])
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join(' ');

/** The outlets, in a process of their own as in life: what they cost is not Derek's. */
function serve() {
  const told = stories(loadSamples()).map((story) => story.body.filter((block) => typeof block === 'string'));
  const kazakh = told.filter((body) => /[әғқңөұүһі]/u.test(body.join(''))).flat();
  const russian = told.filter((body) => !/[әғқңөұүһі]/u.test(body.join(''))).flat();
  const furniture = '<li><a href="/rubric">Rubric</a></li>'.repeat(60);
  const pages = new Map();
  for (let n = 0; n < OUTLETS; n++) {
    const own = Array.from({ length: ARTICLES / OUTLETS }, (_, at) => `/news/story-${at}-${100_000 + at}`);
    const list = own.map((path) => `<url><loc>https://${hostOf(n)}${path}</loc></url>`);
    pages.set(`${hostOf(n)}/sitemap.xml`, `<urlset>${list.join('')}</urlset>`);
    for (const [at, path] of own.entries()) {
      const paragraphs = at % 2 === 0 ? kazakh : russian;
      const body = Array.from({ length: 8 }, () => varied(paragraphs[random(paragraphs.length)]));
      const title = body[0].slice(0, 60);
      pages.set(
        `${hostOf(n)}${path}`,
        `<html><head><title>${title}</title><meta property="og:type" content="article"></head><body><ul>${furniture}</ul>
<h1 class="title">${title} ${n}-${at}</h1><time class="date" datetime="2026-0${1 + (at % 9)}-${10 + n}T10:00:00+05:00"></time>
<div class="story">${body.map((text) => `<p>${text}</p>`).join('\n')}</div><ul>${furniture}</ul></body></html>`,
      );
    }
  }
  const server = createServer((request, response) => {
    const page = pages.get(`${request.headers.host}${request.url}`);
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': request.url.endsWith('.xml') ? 'application/xml' : 'text/html; charset=utf-8',
    });
    response.end(page);
  });
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
  process.on('disconnect', () => process.exit());
}

async function measure() {
  const outlets = fork(fileURLToPath(import.meta.url), ['serve']);
  const origin = await new Promise((ready) => outlets.once('message', ready));
  const folder = mkdtempSync(join(tmpdir(), 'derek-bench-'));
  mkdirSync(join(folder, 'publishers'));
  for (let n = 0; n < OUTLETS; n++)
    // JSON is YAML, too.
    writeFileSync(
      join(folder, 'publishers', `outlet-${n}.yaml`),
      JSON.stringify({
        key: `outlet-${n}`,
        name: { kk: hostOf(n), ru: hostOf(n) },
        outlet: `outlet-${n}`,
        hosts: [hostOf(n)],
        languages: ['kk', 'ru'],
        article: { paths: ['/news/[^/]*-\\d+'], slash: 'never' },
        sources: [{ kind: 'sitemap', url: `https://${hostOf(n)}/sitemap.xml` }],
        layouts: [{ title: ['h1.title'], body: ['div.story'], date: ['time.date'] }],
        verified: '2026-11',
        expect: { articlesPerWeekday: [1, 500], shareKazakh: [0, 1] },
      }),
    );
  const publishers = loadPublishers(`${folder}/`);
  const clock = () => new Date();
  const cpuMs = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  const store = openStore(join(folder, 'bench.db'), { clock });
  const reader = new ReadingThread({ dir: `${folder}/` });
  const transport = sampleTransport(new Map(publishers.map((p) => [p.hosts[0], origin])));
  const client = createClient({ userAgent: SAMPLE_AGENT, transport, clock });
  const fetcher = new Fetcher(client, clock, { pace: { concurrency: 4, interval: 0 } });
  const night = () => run({ kind: 'demo', publishers, store, fetcher, reader, clock, together: 4 });
  try {
    const before = cpuMs();
    const begun = performance.now();
    const { counts, archive, spent } = await night();
    const seconds = (performance.now() - begun) / 1_000;
    const work = (cpuMs() - before) / 1_000;
    if (counts.new !== ARTICLES) throw new Error(`${counts.new} of ${ARTICLES} articles were stored`);
    const again = performance.now();
    const second = await night();
    const asked = second.traffic.requests - ARTICLES - OUTLETS * 2;
    const row = (what, value, unit) => console.log(`${what.padEnd(34)}${value.padStart(10)} ${unit}`);
    row('crawl, ten outlets on loopback', (ARTICLES / seconds).toFixed(0), 'articles/s');
    row('  of CPU time', (ARTICLES / work).toFixed(0), 'articles/s');
    const each = (ms) => ((ms * 1_000) / ARTICLES).toFixed(0);
    const thread = spent.read + spent.extract;
    row('  the reading thread', ((100 * thread) / (seconds * 1_000)).toFixed(0), '% busy');
    for (const stage of ['read', 'extract']) row(`    ${stage}`, each(spent[stage]), 'µs an article');
    row('  beside it', each(seconds * 1_000), 'µs an article');
    for (const stage of ['store', 'link']) row(`    ${stage}`, each(spent[stage]), 'µs an article');
    row('    fetch, archive, wait', each(seconds * 1_000 - spent.store - spent.link), 'µs an article');
    row(
      'pages kept',
      String(archive.pages),
      `in ${(statSync(`${folder}/bench.warc/derek-000001.warc.gz`).size / 1e6).toFixed(1)} MB`,
    );
    row(
      'second night, nothing new',
      ((performance.now() - again) / 1_000).toFixed(1),
      `s, ${asked} requests beside the lists`,
    );
    row('memory at the most', (process.resourceUsage().maxRSS / 1_024).toFixed(0), 'MB');
  } finally {
    await fetcher.close();
    await reader.close();
    store.close();
    outlets.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === 'serve') serve();
else await measure();
