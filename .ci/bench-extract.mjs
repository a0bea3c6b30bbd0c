// Prints how fast the rules alone are, in this process: articles of 2,500 characters, CPU time, one after the other.
// `node .ci/bench-extract.mjs`; `npm run bench` runs it too.

import { loadExtractor } from '../dist/extract/index.js';
import { loadSet } from '../dist/pipeline/index.js';
import { loadSamples, stories } from '../dist/replica/index.js';

const LENGTH = 2_500;
/** Rounds over all articles: a few thousand articles, until the machine has compiled what it runs. */
const ROUNDS = 160;

/** The articles and passages of the samples: written like news, so that there are as many words and facts as in news. */
function texts() {
  const told = stories(loadSamples()).map(({ lang, body }) => ({
    lang,
    text: body.filter((block) => typeof block === 'string').join('\n'),
  }));
  return [...told, ...loadSet('gold').passages];
}

/** The texts of each language joined into articles; a text is never cut. */
function articles() {
  const open = { kk: '', ru: '' };
  const out = [];
  for (const { lang, text } of texts()) {
    open[lang] += `${text}\n`;
    if (open[lang].length < LENGTH) continue;
    out.push({ id: `a${out.length}`, text: open[lang], published: '2026-02-01' });
    open[lang] = '';
  }
  // Through JSON, as articles come in: a joined string is slower to read than one that was parsed.
  return JSON.parse(JSON.stringify(out));
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Microseconds of CPU time that 2,500 characters took in one run over all articles. */
function run(extractor, list) {
  const characters = list.reduce((n, a) => n + a.text.length, 0);
  const started = cpu();
  for (const article of list) extractor.extract(article);
  return ((cpu() - started) / characters) * LENGTH;
}

const list = articles();
const spent = new Map();
let last = 0n;
const watch = (stage) => {
  const now = process.hrtime.bigint();
  spent.set(stage, (spent.get(stage) ?? 0) + Number(now - last));
  last = process.hrtime.bigint();
};

// Every second article is kept for later: new words to a machine that knows its code, as of the night's articles.
const [seen, unseen] = [list.filter((_, k) => k % 2 === 0), list.filter((_, k) => k % 2 === 1)];
const extractor = loadExtractor();
const first = run(extractor, seen);
for (let k = 0; k < ROUNDS; k++) run(extractor, seen);
const cold = run(extractor, unseen);
let best = Number.POSITIVE_INFINITY;
for (let k = 0; k < ROUNDS; k++) best = Math.min(best, run(extractor, list));
const memory = process.resourceUsage().maxRSS / 1_024;

const watched = loadExtractor({ onStage: watch });
for (let k = 0; k < ROUNDS; k++) {
  if (k === ROUNDS / 2) spent.clear();
  for (const article of list) {
    last = process.hrtime.bigint();
    watched.extract(article);
  }
}
const characters = list.reduce((n, a) => n + a.text.length, 0) * (ROUNDS / 2);

const row = (what, value, unit) => console.log(`${what.padEnd(34)}${value.padStart(10)} ${unit}`);
row('articles of 2,500 characters', String(list.length), 'different ones');
row('warm', (1e6 / best).toFixed(0), 'articles/s of CPU time');
row('articles not seen before', (1e6 / cold).toFixed(0), 'articles/s of CPU time');
row('first articles of a process', (1e6 / first).toFixed(0), 'articles/s of CPU time');
row('memory at the most', memory.toFixed(0), 'MB');
for (const [stage, ns] of spent)
  row(`  ${stage}`, ((ns / 1_000 / characters) * LENGTH).toFixed(0), 'µs an article');
