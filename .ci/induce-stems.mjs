// Writes src/language/packs/kk/stems.ts: which Kazakh stems the corpus speaks for (LANGUAGE §3.1). Build first, then
//   node .ci/induce-stems.mjs valid.news.jsonl
// where the file is the news part of KazNERD's validation set, JSON lines with a `text`. The samples and the counted things,
// posts and triggers of data/lexicon are read too. The same input gives the same file.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPosts } from '../dist/catalog/posts.js';
import { loadThings } from '../dist/catalog/things.js';
import { loadTriggers } from '../dist/catalog/triggers.js';
import { Tag, tokenize, Words } from '../dist/language/index.js';
import { analyse } from '../dist/language/packs/kk/analyse.js';
import { likeliest } from '../dist/language/packs/kk/lemma.js';

/** Readings dearer than this are no evidence, nor is possession of the first and second person: `ағым` is not `ағы` + my. */
const DEAREST = 6;
/** A word of the lexicon counts as met in so many chains more. */
const LISTED = 8;
/** Nouns that lose a vowel before endings: their forms alone never prove them (`орны` is of `орын`, not of `орн`). */
const ELIDING = 'ауыз орын халық мойын қойын қарын мұрын ерін көрік бөрік құлық ырық қырық парық';
/** A stem is kept when it was met so often with different endings, or bare. */
const FEWEST = 2;

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('induce-stems: name the JSON lines of the corpus');
const texts = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).text),
);
for (const folder of ['samples/articles', 'samples/gold', 'samples/cases'])
  for (const name of readdirSync(folder).sort())
    if (/\bkk\b/u.test(name)) texts.push(readFileSync(join(folder, name), 'utf8'));

/** Form → how often. */
const forms = new Map();
const words = new Words();
for (const text of texts)
  for (const { form } of tokenize(text, words))
    for (const part of form?.type.norm.split('-') ?? [])
      if (/^[а-яёәіңғүұқөһ]+$/u.test(part)) forms.set(part, (forms.get(part) ?? 0) + 1);

/** Stem → the chains of endings it was met in. */
const chains = new Map();
for (const form of forms.keys())
  for (const { lemma, tags, cost } of analyse(form))
    if (cost <= DEAREST && !(tags & Tag.p12)) chains.set(lemma, (chains.get(lemma) ?? new Set()).add(tags));

const posts = loadPosts();
const wordings = [loadThings(), posts.posts, posts.modifiers, loadTriggers().triggers]
  .flat()
  .flatMap((entry) => entry.kk);
const listed = new Set(
  [...ELIDING.split(' '), ...wordings.map((w) => w.stem.toLowerCase())].filter((stem) =>
    /^[а-яёәіңғүұқөһ]+$/u.test(stem),
  ),
);

const supportOf = (stem) => ({
  chains: (chains.get(stem)?.size ?? 0) + (listed.has(stem) ? LISTED : 0),
  bare: forms.get(stem) ?? 0,
});
// A stem that no form needs has lost to a better one everywhere.
const kept = new Set(listed);
for (const form of forms.keys()) kept.add(likeliest(form, supportOf).lemma);

const lines = new Map();
for (const stem of [...kept].sort()) {
  const support = supportOf(stem);
  if (Math.max(support.chains, support.bare) < FEWEST) continue;
  const key = `${support.chains} ${roughly(support.bare)}`;
  lines.set(key, [...(lines.get(key) ?? []), stem]);
}

/** Two figures say enough. */
function roughly(count) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count || 1)) - 1);
  return Math.floor(count / unit) * unit;
}

const order = ([a], [b]) => {
  const [ac, ab] = a.split(' ').map(Number);
  const [bc, bb] = b.split(' ').map(Number);
  return bc - ac || bb - ab;
};
writeFileSync(
  'src/language/packs/kk/stems.ts',
  `/*
 * Kazakh stems by the support they have: a line is in how many chains of endings they were met, how often bare, and the stems.
 * Written by .ci/induce-stems.mjs; not to be edited. Counted in KazNERD (IS2AI, Nazarbayev University; CC BY 4.0,
 * https://github.com/IS2AI/KazNERD), of whose sentences nothing else is kept, in the samples and in data/lexicon.
 */
export const STEMS = \`
${[...lines]
  .sort(order)
  .map(([key, stems]) => `${key} ${stems.join(' ')}`)
  .join('\n')}
\`;
`,
);
