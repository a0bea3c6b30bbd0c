// Prints how fast the rules alone are, in this process: articles of 2,500 characters, CPU time, one after the other.
// `node .ci/bench-extract.mjs`; `npm run bench` runs it too.
//
// Two kinds of text, for their speed differs by half and more: news as outlets write them, with some five to nine figures
// in 2,500 characters, and the passages of the other samples, which hold as many figures as a statistical bulletin.

import { loadExtractor } from '../dist/extract/index.js';
import { loadSet } from '../dist/pipeline/index.js';
import { loadSamples, stories } from '../dist/replica/index.js';

const LENGTH = 2_500;
/** Articles read before anything counts as warm: by then the machine has compiled what it runs. */
const WARMING = 4_000;
/** Rounds of which the best one counts, and the median one is told beside it. */
const ROUNDS = 60;
/** Times that a new extractor, without a known word, reads all articles once; the median counts. */
const COLD = 5;

const dense = () =>
  stories(loadSamples())
    .map(({ lang, body }) => ({ lang, text: body.filter((block) => typeof block === 'string').join('\n') }))
    .concat(loadSet('gold').passages);

/** The texts of each language joined into articles; a text is never cut. */
function articles(texts) {
  const open = { kk: '', ru: '' };
  const out = [];
  for (const { lang, text } of texts) {
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
const charactersOf = (list) => list.reduce((n, { text }) => n + text.length, 0);
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Microseconds of CPU time that 2,500 characters took in one round over all articles. */
function round(extractor, list) {
  const started = cpu();
  extractor.extractAll(list);
  return ((cpu() - started) / charactersOf(list)) * LENGTH;
}

const rounds = (extractor, list) => Array.from({ length: ROUNDS }, () => round(extractor, list));

/** An extractor that is given one article at a time. */
const oneByOne = (extractor) => ({
  extractAll: (list) => list.map((article) => extractor.extract(article)),
});

function warmUp(extractor, list) {
  for (let read = 0; read < WARMING; read += list.length) round(extractor, list);
}

/** Microseconds of each stage for 2,500 characters. */
function stages(list) {
  const spent = new Map();
  let last = 0n;
  const extractor = loadExtractor({
    onStage: (stage) => {
      const now = process.hrtime.bigint();
      spent.set(stage, (spent.get(stage) ?? 0) + Number(now - last));
      last = process.hrtime.bigint();
    },
  });
  warmUp(extractor, list);
  spent.clear();
  for (let k = 0; k < ROUNDS; k++) {
    last = process.hrtime.bigint();
    extractor.extractAll(list);
  }
  const characters = charactersOf(list) * ROUNDS;
  return new Map([...spent].map(([stage, ns]) => [stage, (ns / 1_000 / characters) * LENGTH]));
}

const perSecond = (micros) => (1e6 / micros).toFixed(0);

/** What is told of one kind of text, by row. */
function measure(list) {
  const extractor = loadExtractor();
  const first = round(extractor, list);
  warmUp(extractor, list);
  const warm = rounds(extractor, list);
  // Before others are loaded beside it, which no reader of articles does.
  const memory = process.resourceUsage().maxRSS / 1_024;
  const figures = list.reduce((n, article) => n + extractor.extract(article).indicators.length, 0);
  const single = rounds(oneByOne(extractor), list);
  const cold = median(Array.from({ length: COLD }, () => round(loadExtractor(), list)));
  const told = new Map([
    ['articles', [list.length, '']],
    ['figures in 2,500 characters', [((figures / charactersOf(list)) * LENGTH).toFixed(1), '']],
    ['warm, best round', [perSecond(Math.min(...warm)), 'articles/s of CPU time']],
    ['warm, median round', [perSecond(median(warm)), 'articles/s of CPU time']],
    ['one by one, best round', [perSecond(Math.min(...single)), 'articles/s of CPU time']],
    ['no word seen before', [perSecond(cold), 'articles/s of CPU time']],
    ['first articles of their kind', [perSecond(first), 'articles/s of CPU time']],
    ['memory at the most', [memory.toFixed(0), 'MB']],
  ]);
  for (const [stage, micros] of stages(list)) told.set(`  ${stage}`, [micros.toFixed(0), 'µs an article']);
  return told;
}

const news = measure(articles(loadSet('plain').passages));
const others = measure(articles(dense()));
// The first one's memory is in it.
others.delete('memory at the most');
const row = (what, first, second, unit) =>
  console.log(
    `${what.padEnd(32)}${String(first).padStart(8)}${String(second).padStart(8)} ${unit}`.trimEnd(),
  );
row('articles of 2,500 characters', 'news', 'dense', '');
for (const [what, [value, unit]] of news) row(what, value, others.get(what)?.[0] ?? '', unit);
