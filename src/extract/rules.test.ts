import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadRules, type RuleSource } from '../catalog/rules.ts';
import { DATA_DIR } from '../catalog/yaml.ts';
import { annotate } from './annotate.ts';
import { readDocument } from './document.ts';
import { findQuotes, insideName } from './quotes.ts';
import { findRegions } from './regions.ts';
import { checkRules } from './rule-lint.ts';
import { compileRules, runRules } from './rules.ts';
import { loadVocabulary } from './vocabulary.ts';

const vocabulary = loadVocabulary();
const rules = loadRules();

/** What the captures of one rule, run alone, cover in a sentence: a list of texts for every match. */
function covered(source: RuleSource, text: string): string[][] {
  const lang = source.lang === 'any' ? undefined : source.lang;
  const doc = readDocument({ id: 'example', text, lang }, text, [], vocabulary, []);
  const quotes = findQuotes(doc);
  const annotations = annotate(doc, quotes, findRegions(doc, insideName(doc, quotes)));
  return runRules(doc, annotations, compileRules([source]), source.emits).map(({ captures }) =>
    [...captures.values()].map(([from, to]) =>
      text.slice(doc.tokens[from]?.start ?? 0, doc.tokens[to - 1]?.end ?? 0),
    ),
  );
}

function check(source: RuleSource, text: string, finds: string | null): void {
  const found = covered(source, text);
  const trace = `${source.file}, ${source.id}\n${source.pattern}\ncaptures: ${JSON.stringify(found)}`;
  if (finds === null) expect(found, trace).toEqual([]);
  else expect(found.flat(), trace).toContain(finds);
}

for (const rule of rules) {
  for (const { text, finds } of rule.examples) test(`${rule.id}: ${text}`, () => check(rule, text, finds));
  for (const text of rule.not) test(`${rule.id}, not: ${text}`, () => check(rule, text, null));
}

test('all rules speak of what exists', () => {
  expect(checkRules(rules, vocabulary.lexicon)).toHaveLength(rules.length);
});

const good: RuleSource = {
  id: 'ru/official/test',
  lang: 'ru',
  emits: 'official',
  reason: 'It is here for the test.',
  pattern: 'post:@post name:<NAME>',
  priority: 0,
  examples: [{ text: 'Аким Ерлан Оспанов.', finds: 'Ерлан Оспанов' }],
  not: ['Аким.'],
  file: 'data/rules/patterns/test.yaml',
};
const at = 'data/rules/patterns/test.yaml, rule ru/official/test';

test.each<[string, string, string]>([
  ['an unknown class', 'post:@pots name:<NAME>', `${at}, column 6: expected a class`],
  ['an unknown class in a group', "('x' | @post) @nosuch.class?", `${at}, column 15: expected a class`],
  ['an unknown annotation', 'post:@post name:<NAMES>', `${at}, column 17: expected one of the annotations`],
  ['an unknown kind', '@post <REGION.planet>', `${at}, column 7: expected a kind of REGION`],
  ['an unknown tag', '@post[plural] <NAME>', `${at}, column 1: expected one of the tags`],
  ['no anchor', 'CAP WORD+', `${at}, column 1: expected an anchor`],
])('%s is refused with file, rule and column', (_, pattern, message) => {
  expect(() => checkRules([{ ...good, pattern }], vocabulary.lexicon)).toThrow(message);
});

test('two rules of one id are refused', () => {
  expect(() => checkRules([good, good], vocabulary.lexicon)).toThrow(`${at}: expected an id`);
});

test.each<[string, string, number]>([
  ['an item is missing', '@post |', 8],
  ['a bracket stays open', '(@post <NAME>', 14],
  ['an unknown shape', '@post NOUN', 7],
  ['a wild sign', '@post ~ <NAME>', 7],
  ['an empty group', '@post ()', 8],
  ['a bound that is too high', '@post WORD{1,99}', 17],
  ['text after the end', '@post )', 7],
])('%s: file, rule and column', (_, pattern, column) => {
  expect(() => compileRules([{ ...good, pattern }])).toThrow(`${at}, column ${column}: `);
});

/** A copy of `data` with one thing wrong in the rules for officials. */
function withRules(change: (yaml: string) => string, then: (dir: string) => void): void {
  const dir = `${mkdtempSync(join(tmpdir(), 'rules-'))}/`;
  try {
    cpSync(`${DATA_DIR}rules`, `${dir}rules`, { recursive: true });
    const file = `${dir}rules/patterns/officials.yaml`;
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    then(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test.each<[string, (yaml: string) => string, RegExp]>([
  [
    'without examples',
    (y) => y.replace(/ {2}examples:\n(?: {4}- .*\n)+/, '  examples: []\n'),
    /officials\.yaml, line \d+ .*at least one example/,
  ],
  [
    'without a near miss',
    (y) => y.replace(/ {2}not: .*\n/, '  not: []\n'),
    /officials\.yaml, line \d+ .*at least one near miss/,
  ],
  ['without a reason', (y) => y.replace(/ {2}reason: .*\n/, ''), /officials\.yaml, line \d+ .*reason/],
  ['with an unknown key', (y) => y.replace('  emits:', '  emit: x\n  emits:'), /officials\.yaml, line \d+/],
  ['with a wrong id', (y) => y.replace(/- id: .*\n/, '- id: X\n'), /officials\.yaml, line \d+ .*an id like/],
])('a rule %s stops the start', (_, change, message) => {
  withRules(change, (dir) => expect(() => loadRules(dir)).toThrow(message));
});
