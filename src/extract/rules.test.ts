import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadRules, type RuleSource } from '../catalog/rules.ts';
import { DATA_DIR } from '../catalog/yaml.ts';
import { annotate } from './annotate.ts';
import { findQuotes, insideName } from './quotes.ts';
import { readDocument } from './read-document.ts';
import { findRegions } from './regions.ts';
import { checkRules } from './rule-lint.ts';
import { compileRules, runRules } from './rules.ts';
import { loadVocabulary } from './vocabulary.ts';

const vocabulary = loadVocabulary();
const rules = loadRules();

/** What the captures of one rule, run alone, cover in a sentence: texts by capture for every match. */
function covered(source: RuleSource, text: string): Record<string, string>[] {
  const doc = readDocument({ id: 'example', text, lang: source.lang }, text, [], vocabulary, []);
  const quotes = findQuotes(doc);
  const annotations = annotate(doc, quotes, findRegions(doc, insideName(doc, quotes)));
  return runRules(doc, annotations, compileRules([source]), source.emits).map(({ captures }) =>
    Object.fromEntries(
      [...captures].map(([role, [from, to]]) => [
        role,
        text.slice(doc.tokens[from]?.start ?? 0, doc.tokens[to - 1]?.end ?? 0),
      ]),
    ),
  );
}

/** Every example is one match with these captures, every near miss none. */
function check(source: RuleSource, text: string, finds: Readonly<Record<string, string>> | null): void {
  const found = covered(source, text);
  const trace = `${source.file}, line ${source.line}, ${source.id}\n${source.pattern}`;
  expect(found, trace).toMatchObject(finds === null ? [] : [finds]);
  expect(found, trace).toHaveLength(finds === null ? 0 : 1);
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
  roles: { post: 'required', name: 'required', comp: 'optional' },
  pattern: 'post:@post name:<NAME>',
  relations: ['agree(post,name:c)'],
  priority: 0,
  examples: [{ text: 'Аким Ерлан Оспанов.', finds: { name: 'Ерлан Оспанов' } }],
  not: ['Аким.'],
  file: 'data/rules/patterns/test.yaml',
  line: 1,
};
const at = 'data/rules/patterns/test.yaml, rule ru/official/test';

test.each<[string, Partial<RuleSource>, string]>([
  [
    'an unknown class',
    { pattern: 'post:@pots name:<NAME>' },
    `${at}, column 6: expected a class of the lexicon or the grammar, got "pots"`,
  ],
  [
    'an unknown class in a group',
    { pattern: "('x' | @post) @nosuch.class?" },
    `${at}, column 15: expected a class of the lexicon or the grammar, got "nosuch.class"`,
  ],
  [
    'an unknown annotation',
    { pattern: 'post:@post name:<NAMES>' },
    `${at}, column 17: expected one of the annotations QUOTE, REGION, NAME, SURNAME, NAMESAKE, DIGITS, HASHTAG, LATIN, got "NAMES"`,
  ],
  [
    'an unknown kind',
    { pattern: '@post <REGION.planet>' },
    `${at}, column 7: expected a kind of REGION: country, oblast, city, district, village, got "planet"`,
  ],
  [
    'an unknown tag',
    { pattern: '@post[gen,plural] <NAME>' },
    `${at}, column 1: expected one of the tags nom,`,
  ],
  [
    'an unknown capture',
    { pattern: 'post:@post nam:<NAME>' },
    `${at}, column 12: expected one of the roles post, name, comp, got "nam"`,
  ],
  [
    'a required role that nothing captures',
    { pattern: '@post name:<NAME>' },
    `${at}, column 18: expected a capture of the required role post`,
  ],
  [
    'a role that the reader of officials does not know',
    { roles: { ...good.roles, trig: 'optional' } },
    `${at}, roles: expected one of the captures of official: mod, post, comp, name, more, mod2, post2, comp2, got "trig"`,
  ],
  ['no anchor', { roles: {}, pattern: 'CAP WORD+' }, `${at}, column 1: expected an anchor`],
  [
    'an anchor that may be left out',
    { roles: {}, pattern: 'CAP @post?' },
    `${at}, column 1: expected an anchor`,
  ],
  [
    'an anchor in one alternative only',
    { roles: {}, pattern: '(@post | CAP) WORD' },
    `${at}, column 1: expected an anchor`,
  ],
  [
    'a repetition of what may be empty',
    { pattern: '@post (CAP? WORD?){0,3}' },
    `${at}, column 7: expected an item that reads a token, for it is repeated`,
  ],
  ['an item that is missing', { pattern: '@post |' }, `${at}, column 8: expected an item, got "@post |"`],
  ['a bracket that stays open', { pattern: '(@post <NAME>' }, `${at}, column 14: expected )`],
  ['an unknown shape', { pattern: '@post NOUN' }, `${at}, column 7: expected one of CAP, WORD, COMP,`],
  ['a wild sign', { pattern: '@post ~ <NAME>' }, `${at}, column 7: expected @class, <ANNOTATION>, 'form',`],
  ['an empty group', { pattern: '@post ()' }, `${at}, column 8: expected an item`],
  [
    'a bound that is too high',
    { pattern: '@post WORD{1,99}' },
    `${at}, column 17: expected a bound of at most 16`,
  ],
  ['text after the end', { pattern: '@post )' }, `${at}, column 7: expected the end of the pattern`],
  [
    'an unknown relation',
    { relations: ['agrees(post,name:c)'] },
    `${at}, relation agrees(post,name:c), column 1: expected agree(…) or izafet(…)`,
  ],
  [
    'a relation of one capture',
    { relations: ['izafet(post)'] },
    `${at}, relation izafet(post), column 12: expected a comma and a second capture`,
  ],
  [
    'a relation between captures that are none',
    { relations: ['izafet(post,nam)'] },
    `${at}, relation izafet(post,nam), column 13: expected one of the roles post, name, comp, got "nam"`,
  ],
  [
    'an agreement in nothing',
    { relations: ['agree(post,name)'] },
    `${at}, relation agree(post,name), column 16: expected what agrees: c, n or g after a colon`,
  ],
  [
    'an agreement in something unknown',
    { relations: ['agree(post,name:x)'] },
    `${at}, relation agree(post,name:x), column 16: expected what agrees`,
  ],
  [
    'a relation with something behind it',
    { relations: ['izafet(post,name) too'] },
    `${at}, relation izafet(post,name) too, column 17: expected ) and the end`,
  ],
  [
    'an example of a capture that is none',
    { examples: [{ text: 'Аким Ерлан Оспанов.', finds: { nam: 'Ерлан Оспанов' } }] },
    `${at}, example «Аким Ерлан Оспанов.»: expected one of the roles post, name, comp, got "nam"`,
  ],
  [
    'an example that finds what it does not say',
    { examples: [{ text: 'Аким Ерлан Оспанов.', finds: { name: 'Берик Абаев' } }] },
    `${at}, example «Аким Ерлан Оспанов.»: expected words of the example for name, got "Берик Абаев"`,
  ],
])('a rule with %s is refused with file, rule and place', (_, wrong, message) => {
  expect(() => checkRules([{ ...good, ...wrong }], vocabulary.lexicon)).toThrow(message);
});

test('a rule with nothing wrong passes; twice it is refused', () => {
  expect(checkRules([good], vocabulary.lexicon)).toEqual([good]);
  expect(() => checkRules([good, good], vocabulary.lexicon)).toThrow(
    `${at}: expected an id that data/rules/patterns/test.yaml has not taken, got "ru/official/test"`,
  );
});

/** Sentences against the relation of a rule: found or not. */
const ru = { ...good, pattern: 'post:@post comp:<REGION>? name:<NAME>' };
const kk: RuleSource = {
  ...good,
  id: 'kk/program/test',
  lang: 'kk',
  emits: 'program',
  roles: { name: 'required', trig: 'required' },
  pattern: 'name:<QUOTE> COMP{0,2}? trig:@trigger',
  relations: ['izafet(name,trig)'],
};
test.each<[RuleSource, string, boolean]>([
  [ru, 'Об этом сообщил аким Ерлан Оспанов.', true],
  [ru, 'Вопрос задали акиму Ерлану Оспанову.', true],
  [ru, 'Письмо вручили акиму Айгуль Серик.', true],
  [ru, 'Письмо вручили акиму Берику Уали.', true],
  [ru, 'Встреча с акимом Еленой Ким прошла в школе.', true],
  [ru, 'Вопрос задал акиму Ерлан Оспанов.', false],
  [ru, 'Аким Ерлана Оспанова наградил.', false],
  [ru, 'Решение акима Ерлан Оспанов обжаловал.', false],
  [kk, '«Жасыл ел» жобасы аяқталды.', true],
  [kk, '«Жасыл ел» жобасында отыз адам бар.', true],
  [kk, '«Жасыл ел» ЖШС отыз үй салды.', true],
  [kk, '«Жасыл ел» жоба бастады.', false],
  [kk, '«Жасыл ел» үлкен жоба бастады.', false],
])('%o: %s', (rule, text, found) => {
  expect(covered(rule, text), text).toHaveLength(found ? 1 : 0);
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

const swap =
  (a: string | RegExp, b: string) =>
  (yaml: string): string => {
    expect(yaml).toMatch(a);
    return yaml.replace(a, b);
  };

test.each<[string, (yaml: string) => string, RegExp]>([
  [
    'without examples',
    swap(/ {6}examples:\n(?: {8}.*\n)+/, '      examples: []\n'),
    /officials\.yaml, line 12 \(0\.lin\.kk\.examples\): expected at least one example, got \[\]/,
  ],
  [
    'without a near miss',
    swap(/ {6}not: .*\n/, '      not: []\n'),
    /officials\.yaml, line 16 \(0\.lin\.kk\.not\): expected at least one near miss that must not match, got \[\]/,
  ],
  [
    'that leaves the near misses out',
    swap(/ {6}not: .*\n/, ''),
    /officials\.yaml, line 8 \(0\.lin\.kk\.not\): expected .*array/,
  ],
  [
    'without a reason',
    swap(/ {2}reason: .*\n/, ''),
    /officials\.yaml, line 3 \(0\.reason\): expected .*string/,
  ],
  [
    'with a mistyped key',
    swap('  emits:', '  emit: x\n  emits:'),
    /officials\.yaml, line 4 \(0\): expected a key that is known here, got "emit"/,
  ],
  [
    'with a mistyped key in a language',
    swap('      priority:', '      prority:'),
    /officials\.yaml, line 10 \(0\.lin\.kk\): expected a key that is known here, got "prority"/,
  ],
  [
    'in a language that is none',
    swap('    kk:', '    kz:'),
    /officials\.yaml, line 8 \(0\.lin\): expected a key that is known here, got "kz"/,
  ],
  [
    'in no language',
    swap(/ {2}lin:\n(?: {4,}.*\n)+/, '  lin: {}\n'),
    /officials\.yaml, line 7 \(0\.lin\): expected a linearisation in kk or ru, got \{\}/,
  ],
  [
    'with a role that is neither required nor optional',
    swap('mod: optional', 'mod: maybe'),
    /officials\.yaml, line 6 \(0\.roles\.mod\): expected .*required.*optional.*, got "maybe"/,
  ],
  [
    'with a wrong id',
    swap('- id: official/post-name', '- id: X'),
    /officials\.yaml, line 3 \(0\.id\): expected an id like official\/post-name, got "X"/,
  ],
  [
    'that emits what nobody reads',
    swap('emits: official', 'emits: weather'),
    /officials\.yaml, line 4 \(0\.emits\): expected .*program.*official.*, got "weather"/,
  ],
])('a rule %s stops the start', (_, change, message) => {
  withRules(change, (dir) => expect(() => loadRules(dir)).toThrow(message));
});
