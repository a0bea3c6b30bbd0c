// Prints how the store behaves with a million values: a process of its own, so that its memory is only its own.

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS, VIEWS } from '../dist/export/index.js';
import { openStore } from '../dist/store/index.js';

const ARTICLES = Number(process.argv[2] ?? 100_000);
const VALUES = 10;
const REGIONS = ['KZ-10', 'KZ-11', 'KZ-15', 'KZ-19', 'KZ-23', 'KZ-31', 'KZ-33', 'KZ-35', 'KZ-43', 'KZ-61'];
const SUBJECTS = [
  'школ',
  'семей',
  'центров',
  'дорог',
  'заявок',
  'выплат',
  'квартир',
  'теплиц',
  'ферм',
  'мостов',
];
const AKIMS = [
  'Берик Уали',
  'Нурлан Оспанов',
  'Серик Ахметов',
  'Айгуль Жумабаева',
  'Марат Ибраев',
  'Ерлан Касымов',
];

const folder = mkdtempSync(join(tmpdir(), 'derek-bench-store-'));
const file = join(folder, 'store.db');
const clock = () => new Date('2026-08-18T10:00:00Z');

/** A linear congruential generator: the same million values on every machine. */
let seed = 7;
const random = (below) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};

/** The facts of one synthetic article, in the shape of the extractor. */
function facts(at) {
  const day = new Date(Date.UTC(2022, 0, 1 + Math.floor((at * 1_500) / ARTICLES))).toISOString().slice(0, 10);
  const program = {
    id: `program-${random(200)}`,
    name: { kk: `Бағдарлама ${at % 200}`, ru: `Программа ${at % 200}` },
  };
  const region = REGIONS[random(REGIONS.length)];
  const akim = AKIMS[random(AKIMS.length)];
  let text = `Аким ${akim} подвёл итоги года.`;
  const spans = [];
  for (let n = 0; n < VALUES; n++) {
    const subject = SUBJECTS[random(SUBJECTS.length)];
    const value = 100 + random(900_000);
    const sentence = ` По программе открыли ${value} ${subject} в районе ${random(500)}.`;
    const start = text.length + sentence.indexOf(String(value));
    spans.push({
      start,
      end: start + `${value} ${subject}`.length,
      quote: `${value} ${subject}`,
      value,
      subject,
    });
    text += sentence;
  }
  const id = `a${at}`;
  return {
    schema: 'derek/facts@1',
    article: {
      id,
      lang: 'ru',
      langConfidence: 1,
      script: 'cyrillic',
      title: `Итоги года ${at}`,
      published: day,
      url: `https://bench.example/${at}`,
      publisher: `outlet-${at % 10}`,
      text,
      sections: [{ start: 0, end: text.length, kind: 'body' }],
    },
    mentions: [],
    programs: [],
    regions: [],
    officials: [
      {
        id: null,
        name: akim,
        post: 'аким области',
        postId: 'akim',
        jurisdiction: { id: region, name: region },
        role: [],
        mentions: [{ start: 5, end: 5 + akim.length, text: akim }],
        rule: 'bench',
      },
    ],
    indicators: spans.map(({ start, end, quote, value, subject }) => ({
      id: `${id}#${start}-${end}`,
      quote,
      start,
      end,
      measure: 'level',
      value,
      high: null,
      previous: null,
      order: null,
      comparator: '=',
      hedge: null,
      per: null,
      unit: 'item',
      unitClass: 'count',
      subject,
      concept: `concept-${subject}`,
      direction: null,
      status: 'actual',
      period: { from: day.slice(0, 4), to: day.slice(0, 4), text: 'за год' },
      region: { id: region, name: { kk: region, ru: region } },
      program,
      source: null,
      inferred: [],
      rule: 'bench',
      confidence: 1,
    })),
    events: [],
    issues: [],
  };
}

/** Milliseconds that nineteen of twenty calls stay under. */
function p95(times, call) {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return taken[Math.floor(taken.length * 0.95)];
}

const row = (what, value) => console.log(`${what.padEnd(28)}${value.padStart(16)}`);
const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

try {
  const start = performance.now();
  const filled = openStore(file, { clock });
  for (let at = 0; at < ARTICLES; at++) filled.saveArticle({}, facts(at), 'bench@1');
  const saved = performance.now();
  filled.link();
  const linked = performance.now();
  filled.close();
  row(`${ARTICLES} articles saved`, `${((saved - start) / 1_000).toFixed(0)} s`);
  row('and linked', `${((linked - saved) / 1_000).toFixed(0)} s`);
  row(`store of ${ARTICLES * VALUES} values`, megabytes(statSync(file).size));

  row('opening, p95', `${p95(20, () => openStore(file, { clock, readonly: true }).close()).toFixed(1)} ms`);
  const store = openStore(file, { clock, readonly: true });
  const series = () => ({
    programs: [`program-${random(200)}`],
    regions: [REGIONS[random(REGIONS.length)]],
    indicators: [`concept-${SUBJECTS[random(SUBJECTS.length)]}`],
  });
  row('timeline of a series, p95', `${p95(200, () => store.timeline(series())).toFixed(1)} ms`);
  const word = () => `${SUBJECTS[random(SUBJECTS.length)]} ${random(500)}`;
  row('search, p95', `${p95(100, () => store.search(word())).toFixed(1)} ms`);
  const view = VIEWS.find(({ name }) => name === 'observations');
  const csv = FORMATS.find(({ name }) => name === 'csv');
  const begun = performance.now();
  let rows = 0;
  for (const _ of csv.write(view.table(store))) rows++;
  row('export', `${Math.round(rows / ((performance.now() - begun) / 1_000))} rows/s`);
  row('memory', megabytes(process.memoryUsage().rss));
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
